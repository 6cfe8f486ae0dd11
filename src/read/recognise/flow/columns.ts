/** Which form a block of the flow follows, and which of its columns its header names, wherever the words of the header stand. */
import { foldLabel } from '../../../base/text/normalise.js';
import type { BlockSpec, ColumnSpec } from '../../../form/editions/index.js';
import type { Alignment } from './align.js';
import type { Piece } from './line.js';
import type { Script } from './script.js';

/** The form chosen for a block. */
export interface BlockColumns {
  readonly variant: BlockSpec;
  /** The columns that its rows hold, in printed order. */
  readonly columns: readonly ColumnSpec[];
  /** The header breaks off in or after the last of them, as at the edge of a page: the values under it may be cut as well. */
  readonly lastCut: boolean;
}

type Bag = Map<string, number>;

interface HeaderReading {
  readonly variant: BlockSpec;
  /** Share of each column's label that the header has the characters for. */
  readonly coverage: readonly number[];
  readonly score: number;
}

function bagOf(pieces: readonly Piece[], variant: BlockSpec): Bag {
  const labels = variant.columns.flatMap((column) => [column.label, ...(column.aliases ?? []), ...(column.groups ?? [])]).map(foldLabel);
  const others = [variant.corner, variant.banner, ...(variant.cornerAliases ?? [])].flatMap((text) => (text ? [foldLabel(text)] : []));
  const bag: Bag = new Map();
  for (const { folded } of pieces) {
    if (others.some((text) => text.includes(folded)) && !labels.some((text) => text.includes(folded))) continue;
    for (const character of folded) bag.set(character, (bag.get(character) ?? 0) + 1);
  }
  return bag;
}

/** Takes the characters of a label out of the bag if most of them are there; returns the share that was. */
function take(bag: Bag, label: string): number {
  const wanted: Bag = new Map();
  for (const character of label) wanted.set(character, (wanted.get(character) ?? 0) + 1);
  let there = 0;
  for (const [character, count] of wanted) there += Math.min(count, bag.get(character) ?? 0);
  const share = label === '' ? 0 : there / label.length;
  if (share >= 0.6) for (const [character, count] of wanted) bag.set(character, Math.max(0, (bag.get(character) ?? 0) - count));
  return share;
}

function share(bag: Bag, label: string): number {
  return take(new Map(bag), label);
}

function readHeader(pieces: readonly Piece[], variant: BlockSpec): HeaderReading {
  const bag = bagOf(pieces, variant);
  const size = [...bag.values()].reduce((sum, count) => sum + count, 0);
  const groups = new Map(
    variant.columns.flatMap((column) => (column.groups ?? []).map((group, level) => [(column.groups ?? []).slice(0, level + 1).join('/'), foldLabel(group)])),
  );
  for (const group of groups.values()) take(bag, group);
  const coverage = new Array<number>(variant.columns.length).fill(0);
  // Long labels first: 其他 must not eat what belongs to a longer one.
  const order = variant.columns
    .map((column, index) => ({ index, labels: [column.label, ...(column.aliases ?? [])].map(foldLabel) }))
    .sort((a, b) => b.labels[0]!.length - a.labels[0]!.length);
  for (const { index, labels } of order) {
    const best = labels.reduce((a, b) => (share(bag, b) * 100 + b.length > share(bag, a) * 100 + a.length ? b : a));
    coverage[index] = take(bag, best);
  }
  const left = [...bag.values()].reduce((sum, count) => sum + count, 0);
  const mean = coverage.reduce((sum, value) => sum + value, 0) / coverage.length;
  return { variant, coverage, score: size === 0 ? 0 : mean - left / size };
}

/** How many of a block's rows hold each number of values. */
function countsOf(alignment: Alignment, block: number): readonly number[] {
  return alignment.rows
    .filter((row) => row.block === block)
    .map((row) => row.runs.reduce((sum, run) => sum + run.length, 0))
    .filter((count) => count > 0);
}

/** Chooses the form of a block by its header, its rows and how many values they hold. */
export function columnsOf(alignment: Alignment, script: Script, block: number): BlockColumns {
  const pieces = alignment.headers.get(block) ?? [];
  const counts = countsOf(alignment, block);
  const keys = alignment.rows.flatMap((row) => (row.block === block && row.item !== undefined ? (script.items[row.item]!.row?.key ?? []) : []));
  const readings = script.blocks[block]!.variants.map((variant) => {
    const reading = readHeader(pieces, variant);
    const fitting = counts.length === 0 ? 0 : counts.filter((count) => count === variant.columns.length).length / counts.length;
    const foreign = keys.filter((key) => !variant.rows.some((row) => row.key === key)).length;
    return { ...reading, score: reading.score + (pieces.length === 0 ? 0.5 : 0.2) * fitting - 0.3 * foreign };
  });
  const best = readings.reduce((a, b) => (b.score > a.score + 1e-9 ? b : a));
  const { variant, coverage } = best;
  const named = variant.columns.filter((_, index) => coverage[index]! >= 0.99);
  const decided = coverage.every((value) => value >= 0.99 || value < 0.35);
  // Columns are missing only where the header leaves them out and the rows agree with it.
  const fewer =
    named.length > 0 &&
    named.length < variant.columns.length &&
    decided &&
    counts.length > 0 &&
    counts.every((count) => count <= named.length) &&
    counts.filter((count) => count === named.length).length * 2 > counts.length;
  const columns = fewer ? named : variant.columns;
  const last = coverage[variant.columns.indexOf(columns.at(-1)!)]!;
  const brokenOff = fewer && columns.at(-1) !== variant.columns.at(-1);
  return { variant, columns, lastCut: brokenOff || (coverage.some((value) => value >= 0.99) && last >= 0.3 && last < 0.99) };
}

/** How much of a header, over all columns, stands in the flow: 0 to 1. */
export function headerCoverage(alignment: Alignment, script: Script, block: number): number {
  const pieces = alignment.headers.get(block) ?? [];
  return Math.max(
    ...script.blocks[block]!.variants.map((variant) => {
      const { coverage } = readHeader(pieces, variant);
      return coverage.reduce((sum, value) => sum + value, 0) / coverage.length;
    }),
  );
}
