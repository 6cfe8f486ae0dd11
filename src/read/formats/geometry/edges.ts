/** Lines drawn near each other as one edge. */

/** A stretch of one coordinate in which edges lie that people see as one. */
export interface Edge {
  readonly from: number;
  readonly to: number;
}

/**
 * How far apart lines may lie that are one edge, in points. Browsers draw a box for each cell, two points from the next one;
 * with half of this width such columns shifted. Rows and columns of figures are never as narrow.
 */
export const SAME_EDGE = 4.4;

/** Clusters of coordinates, in order. */
export function edgesOf(values: readonly number[]): readonly Edge[] {
  const edges: { from: number; to: number }[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last && value - last.from <= SAME_EDGE) last.to = value;
    else edges.push({ from: value, to: value });
  }
  return edges;
}

/** The middle of an edge. */
export function middleOf({ from, to }: Edge): number {
  return (from + to) / 2;
}
