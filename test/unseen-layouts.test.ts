/** Texts that converters, clipboards and people make of the tables: every figure in its place, or said to be unclear. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Edition, type TableSpec, tableSpec } from '../src/editions/index.js';
import { valueAt } from '../src/model/pointer.js';
import type { Reading } from '../src/model/reading.js';
import type { Report } from '../src/model/report.js';
import { recognise } from '../src/recognise/report.js';
import { readText } from '../src/source/text/index.js';
import { layoutTable, slotsOf } from '../src/writers/layout.js';
import { allCells, type Figure, reportOf, tally } from './support/compare.js';
import { wholeText } from './support/text-layouts.js';

type Rows = readonly (readonly string[])[];

const editions: readonly Edition[] = ['2019', '2021'];
const figures: Readonly<Record<string, Figure>> = {
  distinct: (index) => (index * 37) % 1009,
  gappy: (index) => (index % 5 === 2 ? null : (index * 13) % 97),
  sparse: (index) => (index % 3 === 0 ? (index * 13) % 97 : null),
};

/** The slots of a printed table; what a cell covers beside its first slot is blank, or the cell's text again. */
function sheet(table: TableSpec, report: Report, repeated = false): Rows {
  return slotsOf(layoutTable(table)).map((row, at) =>
    row.map((cell, column) => {
      if (!repeated && (cell.row !== at || cell.column !== column)) return '';
      return cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? '');
    }),
  );
}

/** The cells of each row, merged ones only where they begin. */
function own(table: TableSpec, report: Report): Rows {
  return layoutTable(table).rows.map((row) => row.map((cell) => (cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? ''))));
}

function read(report: Report, print: (table: TableSpec) => string): Reading {
  return recognise(readText(wholeText(report, print)));
}

const rule = (rows: Rows, cross: string, line: string): string => cross + rows[0]!.map(() => line.repeat(6)).join(cross) + cross;

const exact: Readonly<Record<string, (table: TableSpec, report: Report) => string>> = {
  'each row drawn with ┼ and │': (table, report) => {
    const rows = sheet(table, report);
    return rows.flatMap((row) => [rule(rows, '┼', '─'), `│ ${row.join(' │ ')} │`]).join('\n');
  },
  'a table drawn with double lines': (table, report) => {
    const rows = sheet(table, report);
    return rows.flatMap((row) => [rule(rows, '╬', '═'), `║ ${row.join(' ║ ')} ║`]).join('\n');
  },
  'a table of Org': (table, report) => {
    const rows = sheet(table, report);
    return [`|${rows[0]!.map(() => '---').join('+')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  },
  'bars between cells': (table, report) =>
    sheet(table, report)
      .map((row) => row.join(' | '))
      .join('\n'),
  'bars before cells': (table, report) =>
    sheet(table, report)
      .map((row) => `|${row.join(' |')} `)
      .join('\n'),
  'tabs, two behind every row': (table, report) =>
    own(table, report)
      .map((row) => `${row.join('\t')}\t`)
      .join('\n'),
};

/** What may lose cells, but tells none wrongly. */
const cautious: Readonly<Record<string, (table: TableSpec, report: Report) => string>> = {
  'a sheet whose blank cells at the end of lines were cut off': (table, report) =>
    sheet(table, report)
      .map((row) => row.join('\t').trimEnd())
      .join('\n'),
  'two tabs between cells': (table, report) =>
    own(table, report)
      .map((row) => row.join('\t\t'))
      .join('\n'),
  'labels in every slot of a merged cell, tabs': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.join('\t'))
      .join('\n'),
  'labels in every slot of a merged cell, bars between': (table, report) =>
    sheet(table, report, true)
      .map((row) => row.join(' | '))
      .join('\n'),
  'rows that are numbered': (table, report) => {
    const rows = layoutTable(table).rows;
    let number = 0;
    return sheet(table, report)
      .map((row, at) => [table.key === 'disputes' ? '' : rows[at]!.some(({ pointer }) => pointer) ? String((number += 1)) : '', ...row].join('\t'))
      .join('\n');
  },
  'lists of another program': (table, report) =>
    sheet(table, report)
      .map((row) => `[${row.map((cell) => (cell === '' ? 'None' : `'${cell}'`)).join(', ')}]`)
      .join('\n'),
};

/** Cells read wrongly; one that is not in the model at all is missing, which the rules tell. */
function wrongIn({ wrong }: { readonly wrong: readonly string[] }): readonly string[] {
  return wrong.filter((one) => !one.includes(': undefined for '));
}

for (const edition of editions) {
  for (const [kind, figure] of Object.entries(figures)) {
    const report = reportOf(edition, figure);
    for (const [name, print] of Object.entries(exact)) {
      test(`${edition}, ${kind}: ${name}`, () => {
        const { right, lost, wrong } = tally(
          report,
          read(report, (table) => print(table, report)),
        );
        assert.deepEqual(wrong, []);
        if (kind !== 'sparse') assert.deepEqual({ right, lost }, { right: allCells(edition), lost: 0 });
      });
    }
    for (const [name, print] of Object.entries(cautious)) {
      test(`${edition}, ${kind}: ${name} gives no wrong figure`, () => {
        const result = tally(
          report,
          read(report, (table) => print(table, report)),
        );
        assert.deepEqual(wrongIn(result), []);
        // A figure in several slots of a merged cell may be several figures.
        if (kind === 'distinct' && !name.startsWith('lists')) assert.ok(result.right >= allCells(edition) - (name.startsWith('labels') ? 5 : 0));
      });
    }
  }

  test(`${edition}: a header over figures that nothing tells apart stands over lost figures, not over blanks`, () => {
    const report = reportOf(edition, figures.distinct!);
    const disputes = layoutTable(tableSpec(edition, 'disputes')).rows.map((row) => row.map(({ text }) => text).join(' '));
    const reading = recognise(
      readText([report.title, '一、总体情况', '四、政府信息公开行政复议、行政诉讼情况', ...disputes.slice(0, 3), "['1', '2', '3', '4']"].join('\n')),
    );
    assert.equal(reading.report.tables.disputes && [...reading.locations].filter(([, { lost }]) => lost).length, 15);
  });
}
