/** The columns of a table: every row has edges of its own, and those of all rows together part the grid. */
import type { RowShape } from './row.js';

/** Twips within which edges of two rows are one: programs round, and people drag. */
const NEAR = 30;

/** Extent of each cell of each row in columns of the grid, end exclusive. */
export function columnsOf(shapes: readonly RowShape[]): ReadonlyMap<RowShape, readonly (readonly [from: number, to: number])[]> {
  const edges = shapes.flatMap((shape) => edgesOf(shape).map((at, index) => ({ shape, index, at }))).sort((a, b) => a.at - b.at);
  const columns = new Map(shapes.map((shape) => [shape, [] as number[]]));
  let column = -1;
  let start = 0;
  let inColumn = new Set<RowShape>();
  for (const { shape, index, at } of edges) {
    // Two edges of one row are two, however near.
    if (column === -1 || at - start > NEAR || inColumn.has(shape)) {
      column += 1;
      start = at;
      inColumn = new Set();
    }
    inColumn.add(shape);
    columns.get(shape)![index] = column;
  }
  return new Map([...columns].map(([shape, at]) => [shape, shape.cells.map((_, index) => [at[index]!, at[index + 1]!] as const)]));
}

function edgesOf({ left, cells }: RowShape): readonly number[] {
  const edges = [left];
  for (const { width } of cells) edges.push(edges.at(-1)! + width);
  return edges;
}
