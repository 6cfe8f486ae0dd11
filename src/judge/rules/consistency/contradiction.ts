import { cellName } from '../../../form/model/names.js';
import type { CellValue } from '../../claims/index.js';
import { brokenStatements } from '../../claims/totality.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { mendedTables } from '../mended.js';

export default defineRule({
  id: 'consistency/contradiction',
  severity: 'warning',
  basis: regulation('第五十条第一款第（三）项'),
  docs: {
    zh: {
      title: '没有写数字的说法与表格矛盾',
      what: '正文说所收申请“均已办结、全部答复”，表三却有结转下年度的；说复议、诉讼“均获维持、均胜诉”，表四却有纠正、其他结果或者尚未审结的。正文同一段已经写明有结转或者未审结的，以及只就已办结、已审结的说的，不报告。“均在期限内答复”只提示。已写明件数、后面不再写数字的（复议1件，结果维持；3件，均为自然人申请；2件，均属于过程性信息），表中对应的格应当有数。',
      why: '“全部办结”与“有结转”不能同时成立，读者无从知道哪个是真的。',
      fix: '以事实为准修改正文，例如“除结转下年度的8件外，均已办结”；或者更正表格。',
    },
    en: {
      title: 'A statement without a number contradicts the table',
      what: 'The text says that all requests were completed or answered while table 3 carries some forward, or that all cases were upheld while table 4 has other results or pending ones. Not reported where the paragraph itself says that some are left. What is said of a counted figure without a number of its own (1 case, upheld; 3, all by natural persons) must have something in its cells.',
      why: 'All completed and some carried forward cannot both be true.',
      fix: 'Change the text to what is true (all but the 8 carried forward), or correct the table.',
    },
  },
  message: {
    zh: {
      completed: '正文说“{quote}”，表中“{cell}”却是 {count}',
      answered: '正文说“{quote}”，表中“{cell}”却是 {count}：结转的尚未答复',
      upheld: '正文说“{quote}”，表中却有 {cell} 共 {count}',
      named: '正文说 {of} 件“{quote}”，表中“{cell}”却是 {count}',
    },
    en: {
      completed: 'The text says “{quote}”, but “{cell}” is {count} in the table',
      answered: 'The text says “{quote}”, but “{cell}” is {count} in the table: those are not answered yet',
      upheld: 'The text says “{quote}”, but the table has {count} under {cell}',
      named: 'The text says “{quote}” of {of}, but “{cell}” is {count} in the table',
    },
  },
  examples: {
    good: [
      { name: '写明了结转', set: { '/sections/0/paragraphs/2': '（二）依申请公开。收到政府信息公开申请110件，除8件结转下年度外，均已办结。' } },
      { name: '说的是已办结的', set: { '/sections/0/paragraphs/2': '（二）依申请公开。办结政府信息公开申请109件，均在法定期限内答复。' } },
      { name: '说的是留言', set: { '/sections/0/paragraphs/2': '（二）依申请公开。受理网民留言60条，全部办结。' } },
      {
        name: '写明尚未审结',
        set: { '/sections/3/paragraphs/-': '因政府信息公开被提起行政诉讼5件，已审结的均获维持。', '/tables/disputes/litigation/afterReconsideration/other': 0 },
      },
    ],
    bad: [
      {
        name: '全部办结却有结转',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。全年收到政府信息公开申请110件，均已全部办结。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '所有申请均已答复',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。所有政府信息公开申请均已依法答复。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      {
        name: '说结果纠正，表中却没有纠正',
        set: { '/sections/3/paragraphs/-': '因政府信息公开被申请行政复议8件，均为结果纠正。', '/tables/disputes/reconsideration/corrected': 0 },
        expect: ['/sections/3/paragraphs/0'],
      },
      { name: '均获维持却有未审结', set: { '/sections/3/paragraphs/-': '因政府信息公开被申请行政复议8件，均获维持。' }, expect: ['/sections/3/paragraphs/0'] },
    ],
  },
  *check(_report, context) {
    const { sentences, compared } = context.claims;
    for (const { kind, pointer, span, cells, count, of } of brokenStatements(sentences, compared, context.value)) {
      const sum = (value: CellValue): number => cells.reduce((all, one) => all + (value(one) ?? 0), 0);
      if (mendedTables(context).some((value) => (kind === 'named' ? sum(value) >= of : cells.every((one) => value(one) === 0)))) continue;
      const cell = (lang: 'zh' | 'en'): string => cells.map((one) => cellName(one, lang) ?? one).join(lang === 'zh' ? '、' : ', ');
      yield {
        on: pointer,
        span,
        message: kind,
        data: { cell: { zh: cell('zh'), en: cell('en') }, count, of },
        actual: count,
        ...(kind === 'named' ? {} : { expected: 0 }),
        related: cells.map((one) => ({ pointer: one })),
        ...(kind === 'answered' ? { weaker: 'info' as const } : {}),
      };
    }
  },
});
