/** Columns of values on a page, learnt from its rows, and the values of other rows placed in them. */
import { usualGap } from './broken.js';
import type { FlowLine, Piece, Slot } from './line.js';

type Measure = 'characters' | 'display';

interface Interval {
  readonly start: number;
  readonly end: number;
}

/** One column: its extent, and what its values have in common: their left edge, right edge or (doubled) middle. */
interface Column extends Interval {
  readonly edges: readonly { readonly of: (interval: Interval) => number; readonly at: number }[];
}

/** The columns of a page, in one way of counting. */
interface PageColumns {
  readonly measure: Measure;
  readonly columns: readonly Column[];
}

/** For each page the columns of its values, in every way of counting that its rows bear out. */
export type Hulls = ReadonlyMap<number, readonly PageColumns[]>;

/** The gap from which blanks align columns rather than part words. */
const ALIGNED = 2;
const LONGEST_FIGURE = 10;
const EDGES: readonly ((interval: Interval) => number)[] = [({ start }) => start, ({ end }) => end, ({ start, end }) => start + end];

function interval(piece: Piece, measure: Measure): Interval {
  return measure === 'characters' ? { start: piece.start, end: piece.end } : { start: piece.displayStart, end: piece.displayEnd };
}

function columnOf(members: readonly Interval[]): Column {
  const edges = EDGES.flatMap((of) => {
    const values = members.map(of).sort((a, b) => a - b);
    return values.at(-1)! - values[0]! <= 2 ? [{ of, at: values[Math.floor(values.length / 2)]! }] : [];
  });
  return { start: Math.min(...members.map(({ start }) => start)), end: Math.max(...members.map(({ end }) => end)), edges };
}

function areColumns(columns: readonly Column[]): boolean {
  return columns.every((column, index) => column.edges.length > 0 && (index === 0 || columns[index - 1]!.end <= column.start));
}

/** Columns of the pages, from rows of values each on one line. Tools count columns in characters or in display widths; only what fits the rows is kept. */
export function hullsOf(rows: readonly (readonly Piece[])[], width: number, lines: readonly FlowLine[]): Hulls {
  const pages = new Map<number, (readonly Piece[])[]>();
  for (const row of rows) {
    const [first] = row;
    if (!first || row.some((piece) => piece.line !== first.line || lines[piece.line]!.signs !== 'none')) continue;
    const { page } = lines[first.line]!;
    pages.set(page, [...(pages.get(page) ?? []), row]);
  }
  return new Map(
    [...pages].map(([page, own]) => {
      const measured = (['characters', 'display'] as const).flatMap((measure) => {
        const columns = pageColumns(own, width, measure);
        return columns ? [{ measure, columns }] : [];
      });
      // Complete rows expose a wrong way of counting; without any, both ways must find the columns.
      const sure = measured.length === 2 || own.some((row) => row.length === width);
      return [page, sure ? measured : []];
    }),
  );
}

function pageColumns(rows: readonly (readonly Piece[])[], width: number, measure: Measure): readonly Column[] | undefined {
  const spans = (row: readonly Piece[]): readonly Interval[] => row.map((piece) => interval(piece, measure));
  const complete = rows.filter((row) => row.length === width);
  if (complete.length > 0) {
    if (usualGap(complete) < ALIGNED) return undefined;
    const columns = spans(complete[0]!).map((_, column) => columnOf(complete.map((row) => spans(row)[column]!)));
    return areColumns(columns) ? columns : undefined;
  }
  // A note in a cell may push the rest of its row aside.
  if (rows.some((row) => row.some((piece) => piece.text.length > LONGEST_FIGURE))) return undefined;
  const all = rows.flatMap(spans).sort((a, b) => a.start - b.start);
  const clusters: Interval[][] = [];
  for (const span of all) {
    const last = clusters.at(-1);
    if (last && span.start < Math.max(...last.map(({ end }) => end)) + ALIGNED) last.push(span);
    else clusters.push([span]);
  }
  const columns = clusters.map(columnOf);
  if (columns.length !== width || !areColumns(columns)) return undefined;
  // As many clusters as columns are the columns only if they surely differ: each must share a row with the next one.
  const inColumn = (row: readonly Piece[], { start, end }: Column): boolean => spans(row).some((span) => span.start < end && span.end > start);
  return columns.every((column, index) => index === 0 || rows.some((row) => inColumn(row, columns[index - 1]!) && inColumn(row, column))) ? columns : undefined;
}

/** The values of a row in the columns of its page; undefined unless every way of counting gives one and the same answer. */
export function placeByHulls(values: readonly Piece[], hulls: Hulls, width: number, lines: readonly FlowLine[]): readonly Slot[] | undefined {
  const [first] = values;
  if (!first || lines[first.line]!.signs !== 'none' || values.some((value) => value.line !== first.line)) return undefined;
  const answers = (hulls.get(lines[first.line]!.page) ?? []).map(({ measure, columns }) => place(values, columns, width, measure));
  const [answer] = answers;
  if (!answer) return undefined;
  return answers.every((other) => other?.every((slot, index) => slot === answer[index])) ? answer : undefined;
}

function place(values: readonly Piece[], columns: readonly Column[], width: number, measure: Measure): readonly Slot[] | undefined {
  const slots = new Array<Slot>(width).fill('blank');
  for (const value of values) {
    const span = interval(value, measure);
    const under = columns.flatMap((column, index) => (column.start < span.end && column.end > span.start ? [index] : []));
    const [at] = under;
    if (under.length !== 1 || at === undefined || slots[at] !== 'blank') return undefined;
    // Standing under a column is not enough: it must stand as the others of the column do.
    if (!columns[at]!.edges.some((edge) => Math.abs(edge.of(span) - edge.at) <= 1)) return undefined;
    slots[at] = value;
  }
  return slots;
}
