/** Tables of a page: grids of figures, and the frames that old pages are laid out with. */
import { readCell } from '../../../base/text/number.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import { attribute, placeOf } from './attributes.js';
import { type Element, tooLarge } from './tree.js';
import { type Origin, passesOver, type Sink, walk } from './walk.js';

/** Most slots of all the grids of a page together; a report has a thousand. */
const MOST_SLOTS = 200_000;
/** A cell with more characters than this, and more than all others together, holds a page and no figure. */
const PROSE = 300;

interface ReadCell extends CellInput {
  readonly nested: readonly { readonly element: Element; readonly place: SourcePlace }[];
  readonly notes: readonly Parameters<Sink['note']>[];
}

/** Reads tables into a sink, counting the slots they take. */
export function createTableReader(origin: Origin, sink: Sink, emit: (table: Table) => void): (table: Element, place: SourcePlace) => void {
  let slots = 0;
  const read = (table: Element, place: SourcePlace): void => {
    for (const child of table.childNodes) {
      if ('tagName' in child && child.tagName === 'caption' && !passesOver(child, origin, sink)) walk(child.childNodes, origin, sink);
    }
    const rows = rowsOf(table, origin, sink).map(({ element, left }) => ({ left, cells: cellsOf(element, origin, sink) }));
    const single = rows.every((row) => row.cells.length < 2) || /^(?:presentation|none)$/.test(attribute(table, 'role') ?? '');
    const cells = single ? [] : rows.map((row) => row.cells.map((cell) => readTableCell(cell, row.left, origin)));
    if (single || isFrame(cells)) {
      for (const cell of rows.flatMap((row) => row.cells)) walk(cell.childNodes, origin, sink);
      return;
    }
    slots += slotsNeeded(cells);
    if (slots > MOST_SLOTS) throw tooLarge(`表格超过 ${MOST_SLOTS} 格`, `its tables have more than ${MOST_SLOTS} slots`);
    for (const note of cells.flat().flatMap((cell) => cell.notes)) sink.note(...note);
    emit({ kind: 'table', grid: buildGrid(cells), place });
    for (const nested of cells.flat().flatMap((cell) => cell.nested)) read(nested.element, nested.place);
  };
  return read;
}

/** The rows of a table as they are shown (head, bodies, foot), each with the number of rows left in its group, itself included. */
function rowsOf(table: Element, origin: Origin, sink: Sink): readonly { readonly element: Element; readonly left: number }[] {
  const groups: { readonly order: number; readonly rows: readonly Element[] }[] = [];
  for (const group of table.childNodes) {
    const order = group.nodeName === 'thead' ? 0 : group.nodeName === 'tbody' ? 1 : group.nodeName === 'tfoot' ? 2 : undefined;
    if (order === undefined || !('tagName' in group) || passesOver(group, origin, sink)) continue;
    groups.push({ order, rows: group.childNodes.filter((row): row is Element => row.nodeName === 'tr' && !passesOver(row as Element, origin, sink)) });
  }
  return groups.sort((a, b) => a.order - b.order).flatMap(({ rows }) => rows.map((element, index) => ({ element, left: rows.length - index })));
}

function cellsOf(row: Element, origin: Origin, sink: Sink): readonly Element[] {
  return row.childNodes.filter((cell): cell is Element => (cell.nodeName === 'td' || cell.nodeName === 'th') && !passesOver(cell as Element, origin, sink));
}

function readTableCell(element: Element, rowsLeft: number, origin: Origin): ReadCell {
  const texts: string[] = [];
  const nested: { element: Element; place: SourcePlace }[] = [];
  const notes: Parameters<Sink['note']>[] = [];
  const sink: Sink = {
    paragraph: (paragraph) => texts.push(paragraph.text),
    // A box drawn around a figure with a table of one cell is still that figure.
    table(table, place) {
      const cells = rowsOf(table, origin, sink).flatMap((row) => cellsOf(row.element, origin, sink));
      if (cells.length === 1) walk(cells[0]!.childNodes, origin, sink);
      else if (cells.length > 1) nested.push({ element: table, place });
    },
    note: (...note) => notes.push(note),
  };
  walk(element.childNodes, origin, sink);
  const rowSpan = span(element, 'rowspan', 65534);
  return {
    text: texts.join('\n'),
    place: placeOf(element, origin),
    // Zero means to the end of the group; no cell reaches beyond its group.
    rowSpan: rowSpan === 0 ? rowsLeft : Math.min(rowSpan, rowsLeft),
    columnSpan: Math.max(1, span(element, 'colspan', 1000)),
    nested,
    notes,
  };
}

/** The HTML standard's reading of a span: digits, bounded. */
function span(element: Element, name: string, most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(attribute(element, name) ?? '')?.[1];
  return digits === undefined ? 1 : Math.min(most, Number(digits));
}

/**
 * Whether a table of several columns only places content on the page. One with figures side by side never does; else one
 * whose cells hold further tables, or the text of a whole article.
 */
function isFrame(rows: readonly (readonly ReadCell[])[]): boolean {
  if (rows.some((row) => row.filter((cell) => isFigure(cell.text)).length > 1)) return false;
  const cells = rows.flat();
  if (cells.some((cell) => cell.nested.length > 0)) return true;
  const lengths = cells.map((cell) => cell.text.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return longest > PROSE && longest * 2 > lengths.reduce((sum, length) => sum + length, 0);
}

function isFigure(text: string): boolean {
  const { kind } = readCell(text);
  return kind === 'number' || kind === 'unit' || kind === 'annotated';
}

/** How many slots the grid will have at most, told without building it: a span of 65534 × 1000 costs as much as it claims. */
function slotsNeeded(rows: readonly (readonly ReadCell[])[]): number {
  const starting = new Float64Array(rows.length + 1);
  let width = 0;
  let reaching = 0;
  rows.forEach((row, index) => {
    reaching -= starting[index]!;
    for (const cell of row) {
      reaching += cell.columnSpan!;
      starting[index + cell.rowSpan!]! += cell.columnSpan!;
    }
    width = Math.max(width, reaching);
  });
  return width * rows.length;
}
