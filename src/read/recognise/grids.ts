/** From grids to what they say of the statutory tables. */
import { foldLabel } from '../../base/text/normalise.js';
import type { RowSpec } from '../../form/editions/index.js';
import type { SourcePlace } from '../../form/place.js';
import type { Cell, Grid, Table } from '../document.js';
import { cellsInRow } from '../grid.js';
import { cellText } from './cell-text.js';
import { type ColumnMap, mapColumns, type RowValues, rowValues } from './columns.js';
import type { FillCell, FillRow, TableFill } from './fill.js';
import { alignInOrder, blockHeadingOf, type Candidate, candidates, columnLabels, isRowLabel, labelScore, rowLabelsOf, spell } from './labels.js';
import { isGroupLabel, labelIndexOf, rowKind } from './rows.js';

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

/** What a stretch says of the form. */
function fillOf({ candidate, map, rows }: Fit, place: SourcePlace): TableFill {
  return {
    table: candidate.table,
    columns: map.columns,
    rows: rows.map(({ values, ...row }): FillRow => ({ ...row, cells: cellsOf(values, map, row.place) })),
    place,
  };
}

function cellsOf(values: RowValues, { columns }: ColumnMap, place: SourcePlace): readonly FillCell[] {
  if (values.kind === 'values') return values.cells.map(({ cell, raw, lost }) => ({ raw, place: cell.place, ...(lost === undefined ? {} : { lost }) }));
  const raw = values.cells
    .map((cell) => cell.text.trim())
    .join(' ')
    .trim();
  return columns.map(() => ({ raw, place, lost: 'row' }));
}

/** What each table says of the form, in their order: a table that says nothing of it has no fill. */
export function fillsOfGrids(tables: readonly Table[]): ReadonlyMap<Table, readonly TableFill[]> {
  const fills = new Map<Table, readonly TableFill[]>();
  let before: Fit | undefined;
  for (const table of tables) {
    const own = stretchesOf(table).flatMap((stretch) => {
      const found = bestFit(stretch, before);
      if (!found) return [];
      before = found;
      return [fillOf(found, table.place)];
    });
    if (own.length > 0) fills.set(table, own);
  }
  return fills;
}
