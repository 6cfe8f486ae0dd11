import type { Sentence } from '../../../base/errors.js';
import type { CellPointer } from '../../../form/editions/index.js';
import { valueAt } from '../../../form/model/pointer.js';
import type { WrongShare } from '../../claims/percent.js';
import { wrongShares } from '../../claims/shares.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { mendedTables } from '../mended.js';

/** A change in words: 增长 9.42%, 减少 5. */
function changeWords(value: number, kind: 'growth' | 'change'): Sentence {
  if (value === 0) return { zh: '持平', en: 'no change' };
  const amount = `${Math.abs(value)}${kind === 'growth' ? '%' : ''}`;
  const [up, down] = kind === 'growth' ? ['增长', '下降'] : ['增加', '减少'];
  return { zh: `${value > 0 ? up : down} ${amount}`, en: `${value > 0 ? 'up' : 'down'} ${amount}` };
}

export default defineRule({
  id: 'consistency/percentage',
  severity: 'warning',
  basis: regulation('第六条（及时、准确地公开政府信息）'),
  docs: {
    zh: {
      title: '百分比与数字不符',
      what: '核对“54条，占比67.5%”（与同一列举的总数相除）、办结率和各类结果的占比（与表三相除），“收到151件，较上年增加13件，增长9.4%”一类自带增减数的增长率，以及给出上年报告（--previous）时的“较上年增长12.5%”“减少5件”。按印出的位数，四舍五入或者舍去尾数都算对；算法不止一种的，合其一即可。',
      why: '百分比由别的数算出，不符说明百分比或者其中一个数写错了。',
      fix: '用改定后的数重新计算；百分比另有口径的，写明是占什么的比例。',
    },
    en: {
      title: 'A percentage does not follow from the numbers',
      what: 'Shares of a list (54 items, 67.5%), the completion rate and shares of outcomes (from table 3), growth that the sentence itself states with its change (151, 13 more, up 9.4 %), and, with last year’s report (--previous), growth and change against it. Rounding or cutting at the printed place is accepted, and any of several usual ways of computing.',
      why: 'A percentage is computed from other numbers; where it does not follow one of them is wrong.',
      fix: 'Compute it again from the final figures; if it is a share of something else, say of what.',
    },
  },
  message: {
    zh: {
      share: '“{quote}”：{part} ÷ {whole} ＝ {expected}%，不是 {printed}%',
      rate: '“{quote}”：按表格 {part} ÷ {whole} ＝ {expected}%，不是 {printed}%',
      growth: '“{quote}”：上年 {whole}，今年 {part}，应为{expected}，写的是{printed}',
    },
    en: {
      share: '“{quote}”: {part} ÷ {whole} = {expected}%, not {printed}%',
      rate: '“{quote}”: by the table {part} ÷ {whole} = {expected}%, not {printed}%',
      growth: '“{quote}”: last year {whole}, this year {part}, which is {expected}; the text says {printed}',
    },
  },
  examples: {
    good: [
      { name: '占比相符', set: { '/sections/0/paragraphs/1': '（一）主动公开。公开信息80条，其中动态54条，占比67.5%；文件26条，占32.5%。' } },
      { name: '办结率', set: { '/sections/0/paragraphs/2': '（二）依申请公开。收到政府信息公开申请110件，办结率93.1%。' } },
      { name: '不是本机关的办结率', set: { '/sections/0/paragraphs/2': '（二）依申请公开。受理热线工单350件，办结率100%。' } },
      {
        name: '与上年相比',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。新收政府信息公开申请110件，较上年增长10%。' },
        previous: { '/tables/requests/newlyReceived/total': 100 },
      },
      { name: '与自己写出的增减数相符', set: { '/sections/0/paragraphs/1': '（一）主动公开。公开信息151条，较上年增加13条，增长9.4%。' } },
      { name: '没有上年报告', set: { '/sections/0/paragraphs/2': '（二）依申请公开。新收政府信息公开申请110件，同比增长99%。' } },
    ],
    bad: [
      {
        name: '占比算错',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。公开信息80条，其中年报1条，占比1.1%；动态79条，占98.8%。' },
        expect: ['/sections/0/paragraphs/1'],
      },
      {
        name: '办结率与表格不符',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。收到政府信息公开申请110件，办结率97%。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '增长率与增减数不符',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。公开信息151条，较上年增加13条，增长4.9%。' },
        expect: ['/sections/0/paragraphs/1'],
      },
      {
        name: '增长率算错',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。新收政府信息公开申请110件，较上年增长12.5%。' },
        previous: { '/tables/requests/newlyReceived/total': 100 },
        expect: ['/sections/0/paragraphs/2'],
      },
    ],
  },
  *check(_report, context) {
    const { previous } = context;
    const source = {
      sentences: context.claims.sentences,
      compared: context.claims.compared,
      ...(previous
        ? {
            earlier: (pointer: CellPointer) => {
              const cell = valueAt(previous.report, pointer);
              return typeof cell === 'number' || cell === null ? cell : undefined;
            },
          }
        : {}),
    };
    for (const { kind, pointer, span, printed, part, whole, expected, cells } of wrongShares({ ...source, value: context.value })) {
      const isSame = (other: WrongShare): boolean => other.pointer === pointer && other.span[0] === span[0];
      if (kind === 'rate' && mendedTables(context).some((value) => !wrongShares({ ...source, value }).some(isSame))) continue;
      yield {
        on: pointer,
        span,
        ...(kind === 'growth' || kind === 'change'
          ? { message: 'growth' as const, data: { printed: changeWords(printed, kind), part, whole, expected: changeWords(expected, kind) } }
          : { message: kind, data: { printed, part, whole, expected } }),
        actual: printed,
        expected,
        related: [...new Set(cells)].slice(0, 12).map((cell) => ({ pointer: cell })),
      };
    }
  },
});
