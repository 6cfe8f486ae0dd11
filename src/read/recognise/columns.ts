/** From the header rows of a grid to the place of every value column. */
import { foldLabel, likeness } from '../../base/text/normalise.js';
import type { BlockSpec, ColumnSpec } from '../../form/editions/index.js';
import type { LostReason } from '../../form/model/reading.js';
import type { Cell, Grid } from '../document.js';
import { cellsInRow } from '../grid.js';
import { cellText } from './cell-text.js';
import { alignInOrder, columnLabels, headerLabels, isRowLabel } from './labels.js';

/** A value column found: the grid columns it takes, both inclusive. */
export interface Extent {
  readonly from: number;
  readonly to: number;
  /** The header repeats its label in every slot of a merged cell, and so do the rows with their figures. */
  readonly repeated?: true;
}

/** How the value columns of a block lie in the grid. */
export interface ColumnMap {
  /** Columns of the form that the header names, in printed order. */
  readonly columns: readonly ColumnSpec[];
  /** Their extents, where the grid's own columns carry them; undefined where cells only come in order, without columns. */
  readonly extents?: readonly Extent[];
  /** Grid columns that the header names as something else: 备注, 上年总计. What stands under them is no figure of the form. */
  readonly foreign?: ReadonlySet<number>;
}

interface Leaf extends Extent {
  readonly text: string;
  readonly above: string;
}

function leaves(grid: Grid, headerRows: readonly number[]): readonly Leaf[] {
  const found: (Leaf & { readonly cell: Cell })[] = [];
  for (let column = 0; column < grid.width; column += 1) {
    const stack: Cell[] = [];
    for (const row of headerRows) {
      const cell = grid.slots[row]?.[column];
      if (cell && cellText(cell).folded !== '' && !stack.includes(cell)) stack.push(cell);
    }
    const cell = stack.at(-1);
    if (!cell) continue;
    const last = found.at(-1);
    if (last && last.cell === cell && last.to === column - 1) found[found.length - 1] = { ...last, to: column };
    else {
      const { folded } = cellText(cell);
      const above = stack
        .slice(0, -1)
        .map((upper) => cellText(upper).folded)
        .join(' ');
      if (last?.text === folded && last.above === above && last.to === column - 1) found[found.length - 1] = { ...last, to: column, repeated: true };
      else found.push({ cell, text: folded, above, from: column, to: column });
    }
  }
  return found;
}

/** How well a header names a column: 1 exactly, down to 0. A header that is some column's exactly names no other by likeness. */
function leafScore(leaf: Leaf, column: ColumnSpec, isExact: boolean, groupsUsed: boolean): number {
  const labels = columnLabels(column);
  const like = (known: string): number => (known.length >= 3 ? likeness(leaf.text, known, 0.75) : 0);
  const label = isExact ? Number(labels.includes(leaf.text)) : Math.max(...labels.map(like));
  if (label < 0.75) return 0;
  if (!groupsUsed) return label;
  const groups = (column.groups ?? []).map(foldLabel);
  const under = groups.every((group) => leaf.above.includes(group));
  return label * (under ? 1 : 0.8);
}

function byExtent(grid: Grid, headerRows: readonly number[], block: BlockSpec): ColumnMap {
  const found = leaves(grid, headerRows);
  const groupsUsed = block.columns.some((column) => column.groups);
  const isExact = found.map(({ text }) => block.columns.some((column) => columnLabels(column).includes(text)));
  const pairs = alignInOrder(found.length, block.columns.length, (i, j) => leafScore(found[i]!, block.columns[j]!, isExact[i]!, groupsUsed));
  const mapped = pairs.flatMap((j, i) => (j === -1 ? [] : [{ column: block.columns[j]!, index: j, extent: found[i]! }]));
  mapped.sort((a, b) => a.index - b.index);
  const others = found.filter((leaf, i) => pairs[i] === -1 && !headerLabels.has(leaf.text) && leaf.from === leaf.to);
  return {
    columns: mapped.map(({ column }) => column),
    extents: mapped.map(({ extent }) => extent),
    foreign: new Set(others.map(({ from }) => from)),
  };
}

/** Columns whose labels occur in the header at all; a label that several columns share counts only when all of them are there. */
function byOccurrence(grid: Grid, headerRows: readonly number[], block: BlockSpec): ColumnMap {
  const texts = headerRows.flatMap((row) =>
    cellsInRow(grid, row)
      .filter((cell) => cell.row === row)
      .map((cell) => cellText(cell).folded),
  );
  const columns = block.columns.filter((column) => {
    const labels = columnLabels(column);
    const needed = block.columns.filter((other) => columnLabels(other).some((label) => labels.includes(label))).length;
    return texts.filter((text) => labels.includes(text)).length >= needed;
  });
  return { columns };
}

/** Finds the value columns of a block. Columns the header does not name are not in the result. */
export function mapColumns(grid: Grid, headerRows: readonly number[], block: BlockSpec): ColumnMap {
  const placed = byExtent(grid, headerRows, block);
  const occurring = byOccurrence(grid, headerRows, block);
  return placed.columns.length >= occurring.columns.length ? placed : occurring;
}

/** The value cells of one row, in the order of the map's columns; or why they cannot be told. */
export type RowValues = { readonly kind: 'values'; readonly cells: readonly RowValue[] } | { readonly kind: 'unclear'; readonly cells: readonly Cell[] };

/** What stands in one row under one column. */
export interface RowValue {
  readonly cell: Cell;
  readonly raw: string;
  /** Why its value cannot be told, where that is so. */
  readonly lost?: LostReason;
}

const BLANK = /^[\s\u00a0\u3000]*$/;

function plain(cell: Cell): RowValue {
  return { cell, raw: cell.text, ...(cell.lost ? { lost: 'unreadable' } : {}) };
}

function valuesByExtent(grid: Grid, row: number, extents: readonly Extent[], foreign: ReadonlySet<number>): RowValues {
  const line = cellsInRow(grid, row);
  const first = Math.min(...extents.map(({ from }) => from));
  const last = Math.max(...extents.map(({ to }) => to));
  // A label under the header of a figure: spans that are too long have pushed the row to the right.
  const pushed = line.some((cell) => cell.row === row && cell.column >= first && isRowLabel(cell.text));
  if (pushed) return { kind: 'unclear', cells: line };
  const beyond = line.filter((cell) => cell.column > last && !BLANK.test(cell.text) && !(cell.columnSpan === 1 && foreign.has(cell.column)));
  const straddling = line.filter((cell) => cell.column < first && cell.column + cell.columnSpan > first);
  if (beyond.length > 0 || straddling.length > 0) return { kind: 'unclear', cells: line };
  const values: RowValue[] = [];
  for (const { from, to, repeated } of extents) {
    const under = line.filter((cell) => cell.column <= to && cell.column + cell.columnSpan > from);
    const [only] = under;
    if (!only) return { kind: 'unclear', cells: line };
    if (under.length > 1) {
      const filled = under.filter((cell) => !BLANK.test(cell.text));
      const same = repeated && under.every((cell) => cell.text === only.text);
      if (filled[0] && (filled.length === 1 || same)) values.push(plain(filled[0]));
      else
        values.push({
          cell: only,
          raw: under
            .map((cell) => cell.text.trim())
            .join('|')
            .replace(/^\|+$/, ''),
          ...(filled.length > 1 ? { lost: 'several' } : {}),
        });
      continue;
    }
    const shared = only.column < from || only.column + only.columnSpan > to + 1 || (only.rowSpan > 1 && !BLANK.test(only.text));
    values.push(shared && !BLANK.test(only.text) ? { cell: only, raw: only.text, lost: 'merged' } : plain(only));
  }
  return { kind: 'values', cells: values };
}

/** How many blank cells every complete row of a grid has between label and values, and behind them; undefined where they differ. */
interface Margins {
  readonly lead: number | undefined;
  readonly trail: number | undefined;
}

const margins = new WeakMap<Grid, Map<number, Margins>>();

function marginsOf(grid: Grid, count: number): Margins {
  const known = margins.get(grid) ?? new Map<number, Margins>();
  margins.set(grid, known);
  const before = known.get(count);
  if (before) return before;
  const complete = grid.slots.flatMap((_, row) => {
    const cells = cellsInRow(grid, row);
    const filled = cells.flatMap((cell, index) => (BLANK.test(cell.text) ? [] : [index]));
    const own = filled.slice(-count);
    const first = own[0] ?? 0;
    if (own.length < count || own.at(-1)! - first !== count - 1 || own.some((index) => !cellText(cells[index]!).isValue)) return [];
    return [{ lead: first - (filled.at(-count - 1) ?? -1) - 1, trail: cells.length - 1 - own.at(-1)! }];
  });
  const [one] = complete;
  const made: Margins = {
    lead: complete.every(({ lead }) => lead === one?.lead) ? one?.lead : undefined,
    trail: complete.every(({ trail }) => trail === one?.trail) ? one?.trail : undefined,
  };
  known.set(count, made);
  return made;
}

/** The `count` cells behind a label that hold its values, when the row's blank cells and those of complete rows leave only one answer. */
function valuesInOrder(cells: readonly Cell[], labelIndex: number, count: number, { lead, trail }: Margins): RowValues {
  const after = cells.slice(labelIndex + 1);
  const spare = after.length - count;
  const filled = after.flatMap((cell, index) => (BLANK.test(cell.text) ? [] : [index]));
  const starts = Array.from({ length: Math.max(0, spare + 1) }, (_, start) => start).filter(
    (start) => filled.length === 0 || (filled[0]! >= start && filled.at(-1)! < start + count),
  );
  const shown = starts.filter((start) => start === lead || start === spare - (trail ?? Number.NaN));
  const fitting = shown.length > 0 ? shown : starts;
  const [start] = fitting;
  if (start === undefined || (fitting.length > 1 && filled.length > 0)) return { kind: 'unclear', cells: after };
  return { kind: 'values', cells: after.slice(start, start + count).map(plain) };
}

/** Reads the values of a row. `labelIndex` is the index of its label among the row's distinct cells, -1 when it has none. */
export function rowValues(grid: Grid, row: number, map: ColumnMap, labelIndex: number): RowValues {
  const line = cellsInRow(grid, row);
  if (!map.extents) return valuesInOrder(line, labelIndex, map.columns.length, marginsOf(grid, map.columns.length));
  const placed = valuesByExtent(grid, row, map.extents, map.foreign ?? new Set());
  if (placed.kind === 'values') return placed;
  // A row with more cells than figures may have the surplus at either end.
  return line.length - labelIndex - 1 === map.columns.length
    ? valuesInOrder(line, labelIndex, map.columns.length, { lead: 0, trail: 0 })
    : { kind: 'unclear', cells: line };
}
