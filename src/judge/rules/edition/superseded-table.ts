import { cellsOf, editionForYear, editionSpec, pointersOf, tableSpec } from '../../../form/editions/index.js';
import { defineRule, type Example } from '../../rule.js';
import { form } from '../basis.js';
import { oneRowOfOther } from '../example-rows.js';
import { tableWords } from '../wording.js';
import { judgeYear } from '../year.js';

/** A report of another year, in its title and in its text. */
function ofYear(year: number): NonNullable<Example['set']> {
  return {
    '/year': year,
    '/preface/1': `报告中所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    '/sections/0/paragraphs/0': `${year}年，云岭县人民政府依法履行政府信息公开职责。`,
  };
}

export default defineRule({
  id: 'edition/superseded-table',
  severity: 'error',
  basis: form('二、三部分的表格样式'),
  docs: {
    zh: {
      title: '表格的版本与年度不符',
      what: '报告年度应当使用新版表格而用了旧版，或者反过来。程序按表格自身的版本核对其中的数。',
      why: '自2021年度起应使用国办公开办函〔2021〕30号规定的格式，2019、2020年度使用国办公开办函〔2019〕60号；版本不同的表，行和列都不同，无法汇总。',
      fix: '换用报告年度应用的表格，按新表的行和列重新填写。',
    },
    en: {
      title: 'A table of the wrong edition',
      what: 'The table follows the other edition than the report year calls for. Its figures are checked by its own edition.',
      why: 'Reports from 2021 on use the form of 〔2021〕30号, those of 2019 and 2020 that of 〔2019〕60号; their rows and columns differ and cannot be added up.',
      fix: 'Use the table of the report year and fill in its own rows and columns.',
    },
  },
  message: {
    zh: { superseded: '{table}用的是{found}年版（{foundNotice}）的样式，{year}年度应使用{due}年版（{dueNotice}）' },
    en: { superseded: '{table} follows the {found} edition ({foundNotice}); the report of {year} must use the {due} edition ({dueNotice})' },
  },
  examples: {
    good: [
      { name: '版本与年度相符' },
      { name: '旧年度用旧表', edition: '2019' },
      { name: '只有标题的年度写错，由 identity/year 报告', set: { '/year': 2020 } },
      { name: '没有写年度，不能判断', edition: '2019', remove: ['/year'] },
    ],
    bad: [
      { name: '2024年度仍用旧表', edition: '2019', set: ofYear(2024), expect: ['/tables/disclosure', '/tables/requests'] },
      {
        name: '第三部分仍只有一行其他处理',
        set: oneRowOfOther,
        expect: ['/tables/requests'],
      },
      { name: '2020年度用了新表', set: ofYear(2020), expect: ['/tables/disclosure', '/tables/requests'] },
    ],
  },
  *check(_report, context) {
    const { reading } = context;
    const { year } = judgeYear(context);
    if (year === undefined) return;
    // Where the title alone names another year, identity/year says so: the tables are held against the year of the text.
    const edition = context.options.edition ?? editionForYear(year);
    for (const { spec, editions } of Object.values(reading.tables)) {
      const due = pointersOf(tableSpec(edition, spec.key));
      if (editions.length !== 1 || cellsOf(spec).every(({ pointer }) => due.has(pointer))) continue;
      const found = spec.edition;
      yield {
        on: `/tables/${spec.key}`,
        data: {
          table: tableWords(spec.key),
          found,
          foundNotice: editionSpec(found).notice.number,
          due: edition,
          dueNotice: editionSpec(edition).notice.number,
          year,
        },
        actual: found,
        expected: edition,
      };
    }
  },
});
