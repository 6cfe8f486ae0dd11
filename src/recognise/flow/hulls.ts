/** Columns of values on a page, learnt from its complete rows, and the values of other rows placed in them. */
import { type FlowLine, type Piece, usualGap } from './lexer.js';
import type { Slot } from './values.js';

interface Interval {
  readonly start: number;
  readonly end: number;
}

type Measure = 'characters' | 'display';

/** The extent of every column of a page, in one way of counting. */
interface PageColumns {
  readonly measure: Measure;
  readonly columns: readonly Interval[];
}

/** For each page the columns of its values, in every way of counting that its complete rows bear out. */
export type Hulls = ReadonlyMap<number, readonly PageColumns[]>;

function interval(piece: Piece, measure: Measure): Interval {
  return measure === 'characters' ? { start: piece.start, end: piece.end } : { start: piece.displayStart, end: piece.displayEnd };
}

function apart(columns: readonly Interval[]): boolean {
  return columns.every((column, index) => index === 0 || columns[index - 1]!.end <= column.start);
}

/** The gap from which blanks align columns rather than part words. */
const ALIGNED = 2;

/** Columns of the pages, from rows of values each on one line. Tools count columns in characters or in display widths; only what fits all complete rows is kept. */
export function hullsOf(rows: readonly (readonly Piece[])[], width: number, lines: readonly FlowLine[]): Hulls {
  const pages = new Map<number, (readonly Piece[])[]>();
  for (const row of rows) {
    const [first] = row;
    if (!first || row.some((piece) => lines[piece.line]!.signs !== 'none')) continue;
    const { page } = lines[first.line]!;
    pages.set(page, [...(pages.get(page) ?? []), row]);
  }
  return new Map(
    [...pages].map(([page, own]) => [
      page,
      (['characters', 'display'] as const).flatMap((measure) => {
        const columns = pageColumns(own, width, measure);
        return columns ? [{ measure, columns }] : [];
      }),
    ]),
  );
}

function pageColumns(rows: readonly (readonly Piece[])[], width: number, measure: Measure): readonly Interval[] | undefined {
  const complete = rows.filter((row) => row.length === width && new Set(row.map((piece) => piece.line)).size === 1);
  const spans = (row: readonly Piece[]): readonly Interval[] => row.map((piece) => interval(piece, measure));
  if (complete.length > 0) {
    if (usualGap(complete) < ALIGNED) return undefined;
    const hulls = spans(complete[0]!).map((_, column) => {
      const own = complete.map((row) => spans(row)[column]!);
      return { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
    });
    return apart(hulls) ? hulls : undefined;
  }
  const all = rows.flatMap(spans).sort((a, b) => a.start - b.start);
  const clusters: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = clusters.at(-1);
    if (last && start < last.end + ALIGNED) last.end = Math.max(last.end, end);
    else clusters.push({ start, end });
  }
  if (clusters.length !== width) return undefined;
  // As many clusters as columns are the columns only if they surely differ: each must share a row with the next one.
  const inCluster = (row: readonly Piece[], column: number): boolean =>
    spans(row).some(({ start, end }) => start < clusters[column]!.end && end > clusters[column]!.start);
  return clusters.every((_, column) => column === 0 || rows.some((row) => inCluster(row, column - 1) && inCluster(row, column))) ? clusters : undefined;
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

function place(values: readonly Piece[], columns: readonly Interval[], width: number, measure: Measure): readonly Slot[] | undefined {
  const slots = new Array<Slot>(width).fill('blank');
  for (const value of values) {
    const { start, end } = interval(value, measure);
    const under = columns.flatMap((column, index) => (column.start < end && column.end > start ? [index] : []));
    const [column] = under;
    if (under.length !== 1 || column === undefined || slots[column] !== 'blank') return undefined;
    slots[column] = value;
  }
  return slots;
}
