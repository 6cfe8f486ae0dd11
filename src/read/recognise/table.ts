/** From grids to the figures of the statutory tables, each with its untouched text and place. */
import { foldLabel } from '../../base/text/normalise.js';
import { readCell } from '../../base/text/number.js';
import { type CellPointer, cellPointer, type Edition, type RowSpec, type TableKey } from '../../form/editions/index.js';
import { tableFacts } from '../../form/facts.js';
import { lastPart, parentPointer } from '../../form/model/pointer.js';
import type { Located, TableFacts } from '../../form/model/reading.js';
import type { TableData } from '../../form/model/report.js';
import type { SourcePlace } from '../../form/place.js';
import type { Cell, Grid, Table } from '../document.js';
import { cellsInRow } from '../grid.js';
import { cellText } from './cell-text.js';
import { type ColumnMap, mapColumns, type RowValues, rowValues } from './columns.js';
import { alignInOrder, blockHeadingOf, type Candidate, candidates, columnLabels, isRowLabel, labelScore, rowLabelsOf, spell } from './labels.js';
import { isGroupLabel, labelIndexOf, rowKind } from './rows.js';

/** A statutory table as read: figures, locations, and what recognition saw. */
export interface TableReading {
  readonly data: TableData;
  readonly locations: ReadonlyMap<string, Located>;
  readonly facts: TableFacts;
}

/** A header and the rows under it, within one grid. */
interface Stretch {
  readonly table: Table;
  readonly headings: readonly string[];
  readonly headerRows: readonly number[];
  readonly rows: readonly number[];
}

function stretchesOf(table: Table): readonly Stretch[] {
  const { grid } = table;
  const found: { table: Table; headings: string[]; headerRows: number[]; rows: number[] }[] = [];
  let current: (typeof found)[number] | undefined;
  for (let row = 0; row < grid.slots.length; row += 1) {
    const kind = rowKind(grid, row);
    if (kind === 'noise') continue;
    if (kind !== 'data' && (!current || current.rows.length > 0)) {
      current = { table, headings: [], headerRows: [], rows: [] };
      found.push(current);
    }
    if (!current) {
      current = { table, headings: [], headerRows: [], rows: [] };
      found.push(current);
    }
    if (kind === 'heading') current.headings.push(...cellsInRow(grid, row).flatMap((cell) => blockHeadingOf(cellText(cell).folded) ?? []));
    else if (kind === 'header') current.headerRows.push(row);
    else current.rows.push(row);
  }
  return found;
}

/** How one row of a stretch was read. */
interface RowReading {
  readonly label: string;
  readonly place: SourcePlace;
  readonly spec?: RowSpec;
  readonly values: RowValues;
}

/** A stretch taken for a block of the form. */
interface Fit {
  readonly candidate: Candidate;
  readonly map: ColumnMap;
  readonly rows: readonly RowReading[];
  readonly score: number;
}

/** The cell that labels a row: its last one that is a row's label to the letter, else its last words before the values. */
function labelled(grid: Grid, row: number, map: ColumnMap): { readonly index: number; readonly cell?: Cell } {
  const cells = cellsInRow(grid, row);
  const exact = cells.findLastIndex((cell) => cell.row === row && isRowLabel(cell.text));
  const limit = map.extents ? Math.min(...map.extents.map(({ from }) => from)) : cells[cells.length - map.columns.length]?.column;
  const within = exact === -1 ? labelIndexOf(cells, row, limit) : exact;
  const index = within === -1 ? labelIndexOf(cells, row) : within;
  const cell = cells[index];
  return cell ? { index, cell } : { index: -1 };
}

function fitRows(stretch: Stretch, candidate: Candidate, map: ColumnMap): readonly RowReading[] {
  const { grid } = stretch.table;
  const unlabelled = candidate.rows.every((row) => row.label === '');
  const rows = stretch.rows.map((row) => ({ row, ...labelled(grid, row, map), cells: cellsInRow(grid, row) }));
  const place = (cells: readonly Cell[]): SourcePlace => cells[0]?.place ?? stretch.table.place;
  if (unlabelled) {
    const wanted = map.columns.length;
    const isFilled = (cells: readonly Cell[]): boolean => cells.filter((cell) => cellText(cell).isValue).length * 2 >= wanted;
    const chosen = rows.find(({ cells }) => isFilled(cells)) ?? rows.find(({ cells }) => cells.length >= wanted);
    return rows.flatMap(({ row, index, cells }): readonly RowReading[] => {
      const values = rowValues(grid, row, map, index);
      if (chosen?.row === row && candidate.rows[0]) return [{ label: '', place: place(cells), spec: candidate.rows[0], values }];
      // Another row of figures has no place in the form; its figures are its only name.
      return isFilled(cells) ? [{ label: cells.map((cell) => cell.text.trim()).join(' '), place: place(cells), values }] : [];
    });
  }
  const named = rows.flatMap(({ row, cell }) => (cell ? [{ row, spelling: spell(cell.text) }] : []));
  const pairs = alignInOrder(named.length, candidate.rows.length, (i, j) => {
    return labelScore(named[i]!.spelling, candidate.rows[j]!);
  });
  return rows.flatMap(({ row, index, cell, cells }) => {
    const at = named.findIndex((candidateRow) => candidateRow.row === row);
    const spec = at === -1 ? undefined : candidate.rows[pairs[at]!];
    const values = rowValues(grid, row, map, index);
    const filled = cells.some((value) => cellText(value).isValue);
    if (!spec && !filled && (cell === undefined || values.kind === 'unclear' || isGroupLabel(cell.text))) return [];
    return [{ label: cell?.text ?? '', place: (cell ?? cells[0])?.place ?? stretch.table.place, values, ...(spec ? { spec } : {}) }];
  });
}

/** One word in common is chance: rows without labels need several columns of the form, rows with few of its columns need several labels. */
function evident(candidate: Candidate, map: ColumnMap, matched: number): boolean {
  const unlabelled = candidate.rows.every((row) => row.label === '');
  return unlabelled ? map.columns.length >= 4 : map.columns.length * 2 >= candidate.block.columns.length || matched >= 5;
}

function isHeaded(stretch: Stretch, { block }: Candidate): boolean {
  return block.heading !== undefined && stretch.headings.includes(foldLabel(block.heading));
}

function fit(stretch: Stretch, candidate: Candidate, map: ColumnMap): Fit {
  const rows = fitRows(stretch, candidate, map);
  const matched = rows.filter((row) => row.spec).length;
  const rowShare = rows.length === 0 ? 0 : matched / rows.length;
  const columnShare = map.columns.length / candidate.block.columns.length;
  const headed = isHeaded(stretch, candidate) ? 1 : 0;
  const score = matched === 0 || !evident(candidate, map, matched) ? 0 : 2 * columnShare + 2 * rowShare + matched / candidate.rows.length + headed;
  return { candidate, map, rows, score };
}

/** Under this a table is some other table: half the columns and half the rows must be the form's. */
const STATUTORY = 2.2;

/** How many blocks are worth a closer look. */
const SHORTLIST = 3;

/** The blocks whose printed labels occur most in a stretch; a stretch with none of them is no part of the form. */
function shortlist(stretch: Stretch): readonly Candidate[] {
  const texts = new Set([...stretch.headerRows, ...stretch.rows].flatMap((row) => cellsInRow(stretch.table.grid, row).map((cell) => cellText(cell).folded)));
  const share = (labels: readonly (readonly string[])[]): number => labels.filter((known) => known.some((label) => texts.has(label))).length / labels.length;
  const scored = candidates.map((candidate) => {
    const named = candidate.rows.filter((row) => row.label !== '');
    const score = share(candidate.block.columns.map(columnLabels)) + (named.length === 0 ? 0 : share(named.map(rowLabelsOf)));
    return { candidate, score };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHORTLIST)
    .map(({ candidate }) => candidate);
}

/** The best that a block could score on a stretch: every column, every row. */
function highest(stretch: Stretch, candidate: Candidate): number {
  return 4 + Math.min(1, stretch.rows.length / candidate.rows.length) + (isHeaded(stretch, candidate) ? 1 : 0);
}

function bestFit(stretch: Stretch, before: Fit | undefined): Fit | undefined {
  let best: Fit | undefined;
  const consider = (candidate: Candidate, mapOf: () => ColumnMap): void => {
    if (best && best.score >= highest(stretch, candidate)) return;
    const found = fit(stretch, candidate, mapOf());
    if (!best || found.score > best.score) best = found;
  };
  for (const candidate of shortlist(stretch)) consider(candidate, () => mapColumns(stretch.table.grid, stretch.headerRows, candidate.block));
  // A part on the next page: its rows go on with the form of the part before, whatever header stands over it.
  if (before && !before.candidate.rows.every((row) => row.label === '')) {
    const extents = stretch.headerRows.length === 0 ? before.map.extents : undefined;
    consider(before.candidate, () => ({ columns: before.map.columns, ...(extents ? { extents } : {}) }));
  }
  return best && best.score >= STATUTORY ? best : undefined;
}

/** What has been gathered of one table so far. */
interface Gathered {
  readonly table: TableKey;
  readonly data: Map<CellPointer, number | null>;
  readonly locations: Map<string, Located>;
  readonly extraRows: { label: string; place: SourcePlace }[];
  readonly repeated: SourcePlace[];
}

function gatherRow(into: Gathered, map: ColumnMap, row: RowReading & { readonly spec: RowSpec }): void {
  into.locations.set(`/tables/${into.table}${row.spec.key === '' ? '' : `/${row.spec.key}`}`, { raw: row.label, place: row.place });
  map.columns.forEach((column, index) => {
    const pointer = cellPointer(into.table, row.spec.key, column.key);
    if (row.values.kind === 'unclear') {
      const raw = row.values.cells
        .map((cell) => cell.text.trim())
        .join(' ')
        .trim();
      into.data.set(pointer, null);
      into.locations.set(pointer, { raw, place: row.place, lost: true });
      return;
    }
    const value = row.values.cells[index]!;
    const read = readCell(value.raw, column.kind === 'change');
    into.data.set(pointer, value.lost || !('value' in read) ? null : read.value);
    into.locations.set(pointer, { raw: value.raw, place: value.cell.place, ...(value.lost ? { lost: true } : {}) });
  });
}

function gather(into: Gathered, { map, rows }: Fit, table: Table): void {
  const known = (row: RowReading): boolean =>
    row.spec !== undefined && map.columns.some((column) => into.data.has(cellPointer(into.table, row.spec!.key, column.key)));
  const matched = rows.filter((row) => row.spec);
  if (matched.length > 0 && matched.filter(known).length * 2 > matched.length) {
    into.repeated.push(table.place);
    return;
  }
  for (const row of rows) {
    const { spec } = row;
    if (!spec || known(row)) into.extraRows.push({ label: row.label.trim(), place: row.place });
    else gatherRow(into, map, { ...row, spec });
  }
}

/** A row that is a row in one edition and a group label in the other: without a figure of its own beside its sub-rows it is the label. */
function dropGroupRows({ table, data, locations }: Gathered): void {
  const rows = new Map<string, CellPointer[]>();
  for (const pointer of data.keys()) {
    const row = parentPointer(pointer);
    const cells = rows.get(row);
    if (cells) cells.push(pointer);
    else rows.set(row, [pointer]);
  }
  for (const child of rows.keys()) {
    const row = parentPointer(child);
    const cells = row === `/tables/${table}` ? undefined : rows.get(row);
    if (!cells || cells.some((cell) => data.get(cell) !== null)) continue;
    for (const cell of cells) {
      data.delete(cell);
      locations.delete(cell);
    }
  }
}

function nest(table: TableKey, data: ReadonlyMap<string, number | null>): TableData {
  const root: Record<string, unknown> = {};
  const nodes = new Map([[`/tables/${table}`, root]]);
  const nodeAt = (pointer: string): Record<string, unknown> => {
    const known = nodes.get(pointer);
    if (known) return known;
    const made = {};
    nodeAt(parentPointer(pointer))[lastPart(pointer)] = made;
    nodes.set(pointer, made);
    return made;
  };
  for (const [pointer, value] of data) nodeAt(parentPointer(pointer))[lastPart(pointer)] = value;
  return root as TableData;
}

/** What the tables of a document hold, before their form is judged. */
export interface GatheredTables {
  /** Which statutory tables each Table block holds; blocks that hold none are not in it. */
  readonly sources: ReadonlyMap<Table, ReadonlySet<TableKey>>;
  /** The readings, once the edition that the year calls for is known. */
  finish(expected: Edition): { readonly [key in TableKey]?: TableReading };
}

function finishOne(into: Gathered, expected: Edition): TableReading {
  const derived = tableFacts(into.table, new Set(into.data.keys()), expected);
  // Rows without any recognised column: the header is what is missing, not the rows.
  const allColumns = derived.spec.blocks.flatMap((block, index) => block.columns.map((column) => ({ block: index, column: column.key })));
  const facts = into.data.size > 0 ? derived : { ...derived, missingRows: [], missingColumns: allColumns };
  return { data: nest(into.table, into.data), locations: into.locations, facts: { ...facts, extraRows: into.extraRows, repeated: into.repeated } };
}

/** Recognises the statutory tables among the tables of a document. */
export function readTables(tables: readonly Table[]): GatheredTables {
  const gathered = new Map<TableKey, Gathered>();
  const sources = new Map<Table, Set<TableKey>>();
  let before: Fit | undefined;
  for (const table of tables) {
    for (const stretch of stretchesOf(table)) {
      const found = bestFit(stretch, before);
      if (!found) continue;
      before = found;
      const key = found.candidate.table;
      const into = gathered.get(key) ?? {
        table: key,
        data: new Map(),
        locations: new Map([[`/tables/${key}`, { raw: '', place: table.place }]]),
        extraRows: [],
        repeated: [],
      };
      gathered.set(key, into);
      sources.set(table, (sources.get(table) ?? new Set<TableKey>()).add(key));
      gather(into, found, table);
    }
  }
  for (const into of gathered.values()) dropGroupRows(into);
  return {
    sources,
    finish: (expected) => Object.fromEntries([...gathered].map(([key, into]) => [key, finishOne(into, expected)])),
  };
}
