import type { TableKey } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { lastYear, sameFormYears } from '../last-year.js';

export default defineRule({
  id: 'history/edition-change',
  severity: 'info',
  basis: form('适用年度'),
  docs: {
    zh: {
      title: '与去年使用的表格版本不同',
      what: '比较今年与去年同一张表的版本。2021年度起改用新格式，属于正常更换；其他年份换版说明有一年用错。',
      why: '两版表格的栏目口径不同（如“对外公开总数量”与“现行有效件数”），换版当年这些栏目不能逐年比较。',
      fix: '正常换版的，无需修改；其他年份换版的，改用报告年度应当使用的版本。',
    },
    en: {
      title: 'Another edition of the form than last year',
      what: 'Compares the edition of each table with last year’s. The change with report year 2021 is due; any other means that one year used the wrong form.',
      why: 'The editions count different things, so some columns cannot be compared over the change.',
      fix: 'Nothing when the change is due; otherwise use the form of the report year.',
    },
  },
  message: {
    zh: {
      due: '这张表去年（{year}年）是{before}年版，今年是{now}年版，属于正常换版；口径不同的栏目不与去年比较',
      undue: '这张表去年（{year}年）是{before}年版，今年是{now}年版，而两年应当使用同一版本',
    },
    en: {
      due: 'This table followed the {before} edition in {year} and follows the {now} edition now, as it must; columns that changed are not compared',
      undue: 'This table followed the {before} edition in {year} and follows the {now} edition now, though both years owe the same form',
    },
  },
  examples: {
    good: [{ name: '版本相同', previous: {} }],
    bad: [
      {
        name: '去年用了旧版表格',
        previous: {
          '/tables/disclosure/normativeDocuments': { created: 4, disclosed: 4, totalDisclosed: 31 },
          '/tables/disclosure/regulations': { created: 0, disclosed: 0, totalDisclosed: 0 },
        },
        expect: ['/tables/disclosure'],
      },
    ],
  },
  // A form that is wrong for its year is reported by the rule for that.
  yieldsTo: ['edition/superseded-table', 'edition/mixed-tables'],
  *check(_report, context) {
    const before = lastYear(context);
    if (!before) return;
    for (const [key, facts] of Object.entries(context.reading.tables)) {
      const then = before.reading.tables[key as TableKey];
      const [now, old] = [facts.spec.edition, then?.spec.edition];
      // Table 四 is the same in both editions.
      if (old === undefined || now === old || key === 'disputes') continue;
      yield { on: `/tables/${key}`, message: sameFormYears(before.year) ? 'undue' : 'due', data: { year: before.year, before: old, now } };
    }
  },
});
