import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, type Edition, editionSpec, type TableSpec } from '../src/editions/index.js';
import { valueAt } from '../src/model/pointer.js';
import type { Reading } from '../src/model/reading.js';
import type { Report } from '../src/model/report.js';
import { recognise } from '../src/recognise/report.js';
import { readText } from '../src/source/text/index.js';
import { filledTables } from './support/form.js';
import {
  alignedByBlanks,
  type CellText,
  cellALine,
  cellTexts,
  type PrintedRow,
  printedRows,
  readingOrder,
  sheetRows,
  tabbedCells,
  tabRows,
  wholeText,
} from './support/text-layouts.js';

type Figure = (index: number, pointer: string) => number | null;

const distinct: Figure = (index) => ((index * 37) % 1009) + (index % 11 === 0 ? 1000000 : 0);
const gappy: Figure = (index) => (index % 5 === 2 ? null : (index * 13) % 97);
const editions: readonly Edition[] = ['2019', '2021'];

function reportOf(edition: Edition, figure: Figure): Report {
  const year = edition === '2019' ? 2020 : 2024;
  return {
    schemaVersion: 1,
    edition,
    title: `清河区人民政府${year}年政府信息公开工作年度报告`,
    unit: '清河区人民政府',
    year,
    preface: [`本报告由清河区人民政府办公室编制，数据统计期限为${year}年1月1日至${year}年12月31日。`],
    sections: editionSpec(edition).sections.map((section, index) => ({
      key: section.key,
      heading: `${'一二三四五六'[index]!}、${section.title}`,
      paragraphs: section.table ? [] : [`${year}年，全区主动公开政府信息1362条。`],
    })),
    tables: filledTables(edition, figure),
    closing: [],
  };
}

interface Tally {
  readonly right: number;
  readonly lost: number;
  readonly wrong: readonly string[];
}

/** Compares every cell: right, lost, or wrong (another figure, or a blank where there is a figure). */
function tally(report: Report, reading: Reading): Tally {
  let right = 0;
  let lost = 0;
  const wrong: string[] = [];
  for (const table of editionSpec(report.edition).tables) {
    for (const { pointer } of cellsOf(table)) {
      const wanted = valueAt(report, pointer);
      const found = valueAt(reading.report, pointer);
      if (reading.locations.get(pointer)?.lost) lost += found === null ? 1 : 0;
      else if (found === wanted) right += 1;
      else wrong.push(`${pointer}: ${String(found)} for ${String(wanted)}`);
    }
  }
  return { right, lost, wrong };
}

function read(text: string): Reading {
  return recognise(readText(text));
}

function allCells(edition: Edition): number {
  return editionSpec(edition).tables.reduce((sum, table) => sum + cellsOf(table).length, 0);
}

function labelColumns(table: TableSpec): number {
  return Math.max(...table.blocks.flatMap((block) => block.rows.map((row) => (row.label === '' ? 0 : (row.groups?.length ?? 0) + 1))));
}

type Layout = (rows: readonly PrintedRow[], table: TableSpec) => string;

const whole: Readonly<Record<string, Layout>> = {
  'a cell a line, blanks kept': (rows) => cellALine(rows),
  'a cell behind a tab': (rows) => tabbedCells(rows),
  'rows of tabs from a browser': (rows) => tabRows(rows),
  'rows of tabs from a spreadsheet': (rows, table) => sheetRows(rows, labelColumns(table)),
};
const filledOnly: Readonly<Record<string, Layout>> = {
  'a cell a line, blanks gone': (rows) => cellALine(rows, false),
  'reading order, labels before values': (rows) => readingOrder(rows, 8, 99),
  'reading order, values inside labels': (rows) => readingOrder(rows, 6, 1),
  'reading order, whole labels': (rows) => readingOrder(rows, 40, 1),
  'reading order, four characters a line': (rows) => readingOrder(rows, 4, 99),
  'aligned by blanks, long labels': (rows) => alignedByBlanks(rows, 40, 10),
  'aligned by blanks, broken labels': (rows) => alignedByBlanks(rows, 9, 11),
};

function layOut(report: Report, layout: Layout, text: CellText = cellTexts(report)): string {
  return wholeText(report, (table) => layout(printedRows(table, text), table));
}

for (const edition of editions) {
  for (const [name, layout] of Object.entries({ ...whole, ...filledOnly })) {
    test(`${edition}: every figure is read from ${name}`, () => {
      const report = reportOf(edition, distinct);
      assert.deepEqual(tally(report, read(layOut(report, layout))), { right: allCells(edition), lost: 0, wrong: [] });
    });
  }
  for (const [name, layout] of Object.entries(whole)) {
    test(`${edition}: blank cells keep their columns in ${name}`, () => {
      const report = reportOf(edition, gappy);
      assert.deepEqual(tally(report, read(layOut(report, layout))), { right: allCells(edition), lost: 0, wrong: [] });
    });
  }
  for (const [name, layout] of Object.entries(filledOnly)) {
    test(`${edition}: no figure is put into a wrong column when blanks are gone from ${name}`, () => {
      const report = reportOf(edition, gappy);
      const { wrong, lost } = tally(report, read(layOut(report, layout)));
      assert.deepEqual(wrong, []);
      assert.ok(lost > 0);
    });
  }
}
