/** Damaged texts in every layout, seeded: whatever happens to them, no figure may come out wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, type Edition, editionSpec, type TableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { reportOf, tally } from '../support/compare.js';
import { cases } from '../support/long.js';
import * as layouts from '../support/text-layouts.js';

const RUNS = cases(60, 12);

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Print = (rows: readonly layouts.PrintedRow[], table: TableSpec) => string;

const prints: readonly Print[] = [
  (rows) => layouts.cellALine(rows),
  (rows) => layouts.cellALine(rows, false),
  (rows) => layouts.tabbedCells(rows),
  (rows) => layouts.tabRows(rows),
  (rows, table) =>
    layouts.sheetRows(rows, Math.max(...table.blocks.flatMap((block) => block.rows.map((row) => (row.label === '' ? 0 : (row.groups?.length ?? 0) + 1))))),
  (rows) => layouts.readingOrder(rows, 8, 99),
  (rows) => layouts.readingOrder(rows, 6, 1),
  (rows) => layouts.readingOrder(rows, 5, 2),
  (rows) => layouts.readingOrder(rows, 40, 1),
  (rows) => layouts.alignedByBlanks(rows, 40, 10),
  (rows) => layouts.alignedByBlanks(rows, 9, 11),
  (rows) => layouts.alignedByBlanks(rows, 5, 9),
];

/** Loses a character or two of a label, or a row that stands alone in its group. */
function damage(rows: readonly layouts.PrintedRow[], next: () => number): readonly layouts.PrintedRow[] {
  const out = [...rows];
  const at = Math.floor(next() * out.length);
  const row = out[at]!;
  if (!row.values || next() < 0.4) return out;
  const label = row.cells[row.values - 1]!;
  const from = Math.floor(next() * label.length);
  const cells = row.cells.map((cell, index) => (index === row.values! - 1 ? label.slice(0, from) + label.slice(from + 1 + Math.floor(next() * 2)) : cell));
  if (next() < 0.3 && row.cells.slice(0, row.values - 1).every((cell) => cell === undefined)) out.splice(at, 1);
  else out[at] = { ...row, cells };
  return out;
}

function withPageNumbers(text: string, next: () => number): string {
  const lines = text.split('\n');
  const form = ['- N -', '— N —', '－N－', '第 N 页', 'N'][Math.floor(next() * 5)]!;
  const breaks = form === 'N' || next() < 0.6;
  let page = 1;
  for (let at = 12; at < lines.length; at += 25 + Math.floor(next() * 20)) {
    lines.splice(at, 0, form.replace('N', String(page)));
    if (breaks) lines[at + 1] = `\f${lines[at + 1] ?? ''}`;
    page += 1;
  }
  return lines.join('\n');
}

for (let seed = 1; seed <= RUNS; seed += 1) {
  const next = random(seed * 7919);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const edition: Edition = pick(['2019', '2021']);
  const blanks = pick([0, 0, 0.03, 0.15, 0.5, 0.9]);
  const size = pick([10, 1000, 10_000_000]);
  test(`damaged text ${seed}: no figure is wrong`, () => {
    const report = reportOf(edition, () => (next() < blanks ? null : Math.floor(next() ** 3 * size)));
    const raw: Record<string, string> = {};
    for (const { pointer } of editionSpec(edition).tables.flatMap(cellsOf)) {
      const value = valueAt(report, pointer);
      if (typeof value === 'number' && next() < 0.01) raw[pointer] = `${value}（其中修订1件）`;
      if (value === null && next() < 0.1) raw[pointer] = pick(['/', '-', '不涉及', '无']);
    }
    const print = pick(prints);
    const whole = layouts.wholeText(report, (table) => print(damage(layouts.printedRows(table, layouts.cellTexts(report, raw)), next), table));
    const text = next() < 0.4 ? withPageNumbers(whole, next) : whole;
    const { wrong } = tally(report, recognise(readText(text.split('\n').join(pick(['\n', '\r\n'])))));
    // A lost row is missing, not wrong; a figure stuck to the end of its label is no number, and says so.
    assert.deepEqual(
      wrong.filter(
        (one) => !one.includes(': undefined for ') && !(one.includes(': null for ') && Object.keys(raw).some((pointer) => one.startsWith(`${pointer}:`))),
      ),
      [],
    );
  });
}
