import { cellPointer, tableSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { lastYear } from '../last-year.js';
import { rowOf } from '../sums.js';

/** Words with which a report explains that the stock of documents was counted anew. */
const EXPLAINED = /(?:文件|规章).{0,30}(?:清理|重新统计|口径|调整|修订)|(?:清理|重新统计|口径|调整).{0,30}(?:文件|规章)/u;

export default defineRule({
  id: 'history/in-force',
  severity: 'warning',
  // The form of 2019 prints no 现行有效件数, and its 对外公开总数量 does not follow from it.
  editions: ['2021'],
  basis: form('二、主动公开政府信息情况：第二十条第（一）项“现行有效件数”'),
  docs: {
    zh: {
      title: '现行有效件数与上年数据不衔接',
      what: '规章、行政规范性文件两行：今年现行有效件数应当等于去年现行有效件数加本年制发件数减本年废止件数。',
      why: '现行有效件数是存量，逐年只因制发和废止而变化；不衔接时，或者有一年填错，或者开展过清理。正文已说明清理或者口径调整的，只作提示。',
      fix: '核对两年的存量和本年制发、废止件数；因清理或者统计口径调整造成的，在正文中说明。',
    },
    en: {
      title: 'Documents in force do not follow from last year',
      what: 'For regulations and normative documents: in force this year must equal in force last year plus issued minus repealed.',
      why: 'It is a stock that changes only by issuing and repealing; otherwise one year is wrong, or a clean-up took place. Where the text explains that, this is only a hint.',
      fix: 'Check both years’ stocks; if a clean-up or a new way of counting is the reason, say so in the text.',
    },
  },
  message: {
    zh: { differs: '“{row}”行：去年现行有效 {before} ＋ 本年制发 {issued} － 本年废止 {repealed} ＝ {expected}，今年现行有效填的是 {now}' },
    en: { differs: 'Row “{row}”: {before} in force last year + {issued} issued - {repealed} repealed = {expected}, this year says {now}' },
  },
  examples: {
    good: [{ name: '去年 34 件，制发 5 件，废止 3 件，今年 36 件', previous: {} }],
    bad: [
      {
        name: '存量不连续',
        previous: { '/tables/disclosure/normativeDocuments/inForce': 60 },
        expect: ['/tables/disclosure/normativeDocuments/inForce'],
      },
    ],
  },
  *check(_report, context) {
    const before = lastYear(context);
    if (!before) return;
    const block = tableSpec('2021', 'disclosure').blocks.find(({ columns }) => columns.some(({ key }) => key === 'inForce'));
    const explained = context.paragraphs.some(({ text }) => EXPLAINED.test(text));
    for (const row of block?.rows ?? []) {
      const cell = (column: string) => cellPointer('disclosure', row.key, column);
      const [now, issued, repealed] = [context.value(cell('inForce')), context.value(cell('issued')), context.value(cell('repealed'))];
      const then = before.value(cell('inForce'));
      if (typeof now !== 'number' || typeof issued !== 'number' || typeof repealed !== 'number' || typeof then !== 'number') continue;
      const expected = then + issued - repealed;
      if (now === expected) continue;
      yield {
        on: cell('inForce'),
        data: { row: rowOf(cell('inForce')), before: then, issued, repealed, expected, now },
        actual: now,
        ...(expected >= 0 ? { expected } : {}),
        related: [{ pointer: cell('issued') }, { pointer: cell('repealed') }],
        ...(explained ? { weaker: 'info' as const } : {}),
      };
    }
  },
});
