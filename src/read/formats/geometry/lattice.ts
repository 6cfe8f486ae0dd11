/** From rules to tables: which rules cross, the edges they make, and the cells between them. */
import { type Edge, edgesOf, middleOf, SAME_EDGE } from './edges.js';
import type { Box } from './page.js';
import type { Straight, StraightRules } from './rules.js';

/** A cell between edges; its corner and how many rows and columns of edges it takes. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  /** The walls around it leave no rectangle: nobody can tell which cell is which. */
  readonly torn: boolean;
}

/** A table as drawn. */
export interface Lattice {
  /** Coordinates of the edges of columns and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly regions: readonly Region[];
  readonly box: Box;
}

/** The share of the common side of two cells that is ruled where a wall stands between them. */
const WALL = 0.6;
/** More rules than that, or more cells, are a drawing. */
const MOST_RULES = 6_000;
const MOST_CELLS = 60_000;

/** A table is wider or higher than that, in points. */
const SMALLEST = 30;

/** Sets that grow together. */
function disjoint(count: number): { readonly find: (one: number) => number; readonly join: (a: number, b: number) => void } {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  const find = (one: number): number => {
    let root = one;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  return {
    find,
    join: (a, b) => {
      parent[find(a)] = find(b);
    },
  };
}

/** Groups of rules that cross or meet. */
function crossing({ level, upright }: StraightRules): readonly StraightRules[] {
  const sets = disjoint(level.length + upright.length);
  const meets = (value: number, { from, to }: Straight): boolean => value >= from - SAME_EDGE && value <= to + SAME_EDGE;
  level.forEach((row, i) => {
    upright.forEach((column, j) => {
      if (meets(column.at, row) && meets(row.at, column)) sets.join(i, level.length + j);
    });
  });
  const groups = new Map<number, { level: Straight[]; upright: Straight[] }>();
  const groupOf = (index: number): { level: Straight[]; upright: Straight[] } => {
    const root = sets.find(index);
    const known = groups.get(root) ?? { level: [], upright: [] };
    groups.set(root, known);
    return known;
  };
  for (const [index, rule] of level.entries()) groupOf(index).level.push(rule);
  for (const [index, rule] of upright.entries()) groupOf(level.length + index).upright.push(rule);
  return [...groups.values()].filter((group) => group.level.length > 0 && group.upright.length > 0);
}

/** The edges that rules make, and those where rules across them end without one: an open side, or a last row cut by the page. */
function withOpenEnds(along: readonly Straight[], across: readonly Straight[]): readonly Edge[] {
  const edges = edgesOf(along.map(({ at }) => at));
  const start = Math.min(...across.map(({ from }) => from));
  const end = Math.max(...across.map(({ to }) => to));
  return [
    ...(start < edges[0]!.from - SAME_EDGE ? [{ from: start, to: start }] : []),
    ...edges,
    ...(end > edges.at(-1)!.to + SAME_EDGE ? [{ from: end, to: end }] : []),
  ];
}

/** Which steps along an edge are ruled. */
function walls(edge: Edge, rules: readonly Straight[], steps: readonly Edge[]): readonly boolean[] {
  const own = rules.filter(({ at }) => at >= edge.from && at <= edge.to).sort((a, b) => a.from - b.from);
  return steps.slice(0, -1).map((step, index) => {
    const from = step.to;
    const to = steps[index + 1]!.from;
    let covered = 0;
    let reached = from;
    for (const rule of own) {
      const start = Math.max(rule.from, reached);
      const end = Math.min(rule.to, to);
      if (end > start) {
        covered += end - start;
        reached = end;
      }
    }
    return covered >= WALL * (to - from);
  });
}

function latticeOf({ level, upright }: StraightRules): Lattice | undefined {
  const columns = withOpenEnds(upright, level);
  const rows = withOpenEnds(level, upright);
  const width = columns.length - 1;
  const height = rows.length - 1;
  if (width < 1 || height < 1 || width * height < 2 || width * height > MOST_CELLS) return undefined;
  const uprightWalls = columns.map((edge) => walls(edge, upright, rows));
  const levelWalls = rows.map((edge) => walls(edge, level, columns));
  const sets = disjoint(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const cell = row * width + column;
      if (column + 1 < width && !uprightWalls[column + 1]![row]) sets.join(cell, cell + 1);
      if (row + 1 < height && !levelWalls[row + 1]![column]) sets.join(cell, cell + width);
    }
  }
  const members = new Map<number, number[]>();
  for (let cell = 0; cell < width * height; cell += 1) {
    const root = sets.find(cell);
    const known = members.get(root);
    if (known) known.push(cell);
    else members.set(root, [cell]);
  }
  const xs = columns.map(middleOf);
  const ys = rows.map(middleOf);
  // Strokes of a character that is drawn as lines cross as well.
  if (xs.at(-1)! - xs[0]! < SMALLEST && ys.at(-1)! - ys[0]! < SMALLEST) return undefined;
  const region = (row: number, column: number, rowSpan: number, columnSpan: number, torn: boolean): Region => ({
    row,
    column,
    rowSpan,
    columnSpan,
    torn,
    box: [xs[column]!, ys[row]!, xs[column + columnSpan]!, ys[row + rowSpan]!],
  });
  const regions = [...members.values()].flatMap((cells): readonly Region[] => {
    const ownRows = cells.map((cell) => Math.floor(cell / width));
    const ownColumns = cells.map((cell) => cell % width);
    const [top, bottom] = [Math.min(...ownRows), Math.max(...ownRows)];
    const [left, right] = [Math.min(...ownColumns), Math.max(...ownColumns)];
    const whole = (bottom - top + 1) * (right - left + 1) === cells.length;
    return whole
      ? [region(top, left, bottom - top + 1, right - left + 1, false)]
      : cells.map((cell) => region(Math.floor(cell / width), cell % width, 1, 1, true));
  });
  return { xs, ys, regions, box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!] };
}

/** The tables that the rules of a page draw, in no order. A box around a text is none. */
export function latticesOf(rules: StraightRules): readonly Lattice[] {
  if (rules.level.length > MOST_RULES || rules.upright.length > MOST_RULES) return [];
  return crossing(rules).flatMap((group) => latticeOf(group) ?? []);
}
