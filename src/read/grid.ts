/** Building and asking rectangular grids. */
import type { SourcePlace } from '../form/place.js';
import type { Cell, Grid } from './document.js';

/** A cell as a reader meets it: without its slot when the grid builder is to find the next free one. */
export interface CellInput {
  readonly text: string;
  readonly place: SourcePlace;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  /** Zero-based grid column; the next free slot when absent. */
  readonly column?: number;
  readonly lost?: true;
}

/** Lays rows of cells out as HTML does: each cell takes the next free slot, spans keep slots of later rows. */
export function buildGrid(rows: readonly (readonly CellInput[])[]): Grid {
  const slots: (Cell | undefined)[][] = rows.map(() => []);
  const cells: Cell[] = [];
  rows.forEach((row, rowIndex) => {
    const line = slots[rowIndex]!;
    let column = 0;
    for (const input of row) {
      if (input.column !== undefined) column = input.column;
      while (line[column] !== undefined) column += 1;
      const rowSpan = Math.max(1, Math.min(input.rowSpan ?? 1, rows.length - rowIndex));
      const columnSpan = Math.max(1, input.columnSpan ?? 1);
      const cell: Cell = { text: input.text, row: rowIndex, column, rowSpan, columnSpan, place: input.place, ...(input.lost ? { lost: true } : {}) };
      cells.push(cell);
      for (let r = rowIndex; r < rowIndex + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) slots[r]![c] ??= cell;
      }
      column += columnSpan;
    }
  });
  const width = slots.reduce((widest, line) => Math.max(widest, line.length), 0);
  for (const line of slots) while (line.length < width) line.push(undefined);
  return { width, cells, slots };
}

type Slots = Grid['slots'][number];

const known = new WeakMap<Slots, readonly Cell[]>();

/** The distinct cells that cover a row, from left to right. */
export function cellsInRow(grid: Grid, row: number): readonly Cell[] {
  const line = grid.slots[row];
  if (line === undefined) return [];
  let cells = known.get(line);
  if (cells === undefined) {
    cells = line.filter((cell, column): cell is Cell => cell !== undefined && cell !== line[column - 1]);
    known.set(line, cells);
  }
  return cells;
}
