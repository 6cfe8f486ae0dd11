import type { Sentence } from '../../../base/errors.js';
import { type Edition, editions, pointersOf, tableSpec } from '../../../form/editions/index.js';
import { columnName, rowName } from '../../../form/model/names.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { type TableCells, tableCells } from '../cells.js';
import { oneRowOfOther } from '../example-rows.js';
import { enumerate, tableWords } from '../wording.js';

/** Rows of a table that the edition does not have, and columns it does not have in its own rows. */
function foreignTo(edition: Edition, { facts: { spec }, cells }: TableCells): readonly Sentence[] {
  const due = tableSpec(edition, spec.key);
  const pointers = pointersOf(due);
  const hasRow = (key: string): boolean => due.blocks.some((block) => block.rows.some((row) => row.key === key));
  const names = new Map<string, Sentence>();
  for (const { pointer, spec: cell } of cells) {
    if (pointers.has(pointer)) continue;
    const { row, column, block } = cell;
    const own = hasRow(row.key);
    const zh = own ? columnName(column, block.columns) : rowName(row);
    names.set(zh, { zh, en: own ? columnName(column, block.columns, 'en') : rowName(row, 'en') });
  }
  return [...names.values()];
}

export default defineRule({
  id: 'edition/mixed-tables',
  severity: 'error',
  basis: form('二、三部分的表格样式'),
  docs: {
    zh: {
      title: '两个版本的表格混用',
      what: '一张表中既有旧版的行列又有新版的行列；或者没有写明年度的报告中，各表的版本不同。程序按表格实有的行列核对。',
      why: '两个版本的行和列含义不同，混在一起既不能汇总，也不能与上年对照。',
      fix: '换用报告年度应用的表格，按它的行和列重新填写。',
    },
    en: {
      title: 'The two editions of a table are mixed',
      what: 'One table holds rows or columns of both editions; or, in a report that names no year, the tables follow different editions. The sums are those of the rows that are there.',
      why: 'Rows and columns of the two editions mean different things and cannot be added up together.',
      fix: 'Use the table of the report year and fill in its own rows and columns.',
    },
  },
  message: {
    zh: { rows: '{table}混用了两个版本，其中{foreign}不属于{due}年版', report: '{table}用的是{found}年版，而其他表格用的是{due}年版' },
    en: {
      rows: '{table} mixes two editions: not of the {due} edition: {foreign}',
      report: '{table} follows the {found} edition, the other tables the {due} edition',
    },
  },
  examples: {
    good: [{ name: '各表版本一致' }, { name: '整张表是旧版，由 edition/superseded-table 报告', edition: '2019', set: { '/year': 2024 } }],
    bad: [
      {
        name: '新表后面还留着政府集中采购',
        set: { '/tables/disclosure/procurement': { items: 3, amount: 12 } },
        expect: ['/tables/disclosure'],
      },
      {
        name: '行政许可仍有上一年项目数量',
        set: { '/tables/disclosure/licensing': { previousItems: 64, change: -3, decisions: 1286 } },
        expect: ['/tables/disclosure'],
      },
      {
        name: '没有写年度，两张表版本不同',
        remove: ['/year'],
        set: oneRowOfOther,
        expect: ['/tables/requests'],
      },
    ],
  },
  *check(report, context) {
    const { edition, options } = context;
    const yearKnown = (options.year ?? report.year) !== undefined;
    const tables = tableCells(context);
    const follows = (table: TableCells): boolean =>
      foreignTo(edition, table).length === 0 && editions.some((other) => foreignTo(other.edition, table).length > 0);
    for (const table of tables) {
      const { spec, editions: mixed } = table.facts;
      const foreign = foreignTo(edition, table);
      const on = `/tables/${spec.key}`;
      const data = { table: tableWords(spec.key), due: edition };
      if (foreign.length === 0) continue;
      if (mixed.length > 1) yield { on, message: 'rows', data: { ...data, foreign: enumerate(foreign) } };
      else if (!yearKnown && tables.some(follows))
        yield { on, message: 'report', data: { ...data, found: spec.edition }, actual: spec.edition, expected: edition };
    }
  },
});
