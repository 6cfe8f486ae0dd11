import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';

/** Where more than this part of the reports is of other years, they were put together on purpose. */
const SLIP = 0.25;

export default defineRule({
  id: 'rollup/mixed-years',
  severity: 'warning',
  ofRun: true,
  basis: regulation('第四十九条（公布上一年度政府信息公开工作年度报告）'),
  docs: {
    zh: {
      title: '与同批报告的年度不同',
      what: '一次检查的报告中，一半以上是同一年度的，而这一份是别的年度。别的年度的报告超过四分之一的，多半是有意放在一起，只作说明；没有哪一个年度过半的，不作判断。用 --year 或者配置文件规定了年度的，由 identity/year 检查。',
      why: '混在同一批中的别的年度的报告，多半是单位报错了文件；汇总时不能相加。',
      fix: '核对年度：标题写错的，改正标题；报错了文件的，请单位重报；确是存档的往年报告，移到另外的文件夹。',
    },
    en: {
      title: 'Of another year than the other reports',
      what: 'More than half of the reports checked together are of one year, and this one is of another. Where more than a quarter are of other years they were probably put together on purpose, and it is only said; where no year has more than half, nothing is. With a year set (--year or the configuration) identity/year checks it.',
      why: 'A report of another year among them is mostly a wrong file, and cannot be added up with the others.',
      fix: 'Check the year: correct a wrong title; ask the unit for the right file; put old reports that were kept into a folder of their own.',
    },
  },
  message: {
    zh: { other: '这是{year}年度的报告，而同批 {total} 份报告中有 {count} 份是{usual}年度的' },
    en: { other: 'This report is of {year}, while {count} of the {total} reports checked with it are of {usual}' },
  },
  examples: {
    good: [
      { name: '同批报告都是本年度', run: { usualYear: { year: 2024, count: 12, total: 12 } } },
      { name: '规定了年度', run: { usualYear: { year: 2023, count: 11, total: 12 } }, options: { year: 2024 } },
    ],
    bad: [{ name: '同批十二份中有一份是别的年度', run: { usualYear: { year: 2023, count: 11, total: 12 } }, expect: ['/year'] }],
  },
  *check({ year }, { run, options }) {
    if (!run?.usualYear || year === undefined || options.year !== undefined) return;
    const { year: usual, count, total } = run.usualYear;
    if (year === usual) return;
    yield { on: '/year', data: { year, usual, count, total }, actual: year, expected: usual, ...(total - count > total * SLIP ? { weaker: 'info' } : {}) };
  },
});
