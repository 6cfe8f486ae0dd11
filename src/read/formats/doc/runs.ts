/** Which modifiers hold for which characters: pages of runs, keyed by the place in the file, brought into the order of the text ([MS-DOC] 2.8.5, 2.8.6). */
import { partOf, u8, u32 } from '../../../base/package/little-endian.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import type { Piece } from './pieces.js';

/** A stretch of the text with the modifiers of its own and of the piece it belongs to. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Undefined where nothing differs from the style. */
  readonly modifiers: DataView | undefined;
  readonly piece: DataView | undefined;
}

type FileRun = Pick<Run, 'from' | 'to' | 'modifiers'>;
type ModifiersAt = (page: DataView, count: number, index: number) => DataView | undefined;

const PAGE = 512;
const MOST_RUNS = 1 << 17;

/** Modifiers of the characters. @throws InputError `too-large`. */
export function characterRuns(main: DataView, bins: DataView, pieces: readonly Piece[]): readonly Run[] {
  return inText(
    fileRuns(main, bins, (page, count, index) => {
      const at = u8(page, (count + 1) * 4 + index) * 2;
      return at === 0 ? undefined : partOf(page, at + 1, u8(page, at));
    }),
    pieces,
  );
}

/** Modifiers of the paragraphs; each list begins with the number of the style. @throws InputError `too-large`. */
export function paragraphRuns(main: DataView, bins: DataView, pieces: readonly Piece[]): readonly Run[] {
  return inText(
    fileRuns(main, bins, (page, count, index) => {
      const at = u8(page, (count + 1) * 4 + index * 13) * 2;
      if (at === 0) return undefined;
      const half = u8(page, at);
      return half === 0 ? partOf(page, at + 2, u8(page, at + 1) * 2) : partOf(page, at + 1, half * 2 - 1);
    }),
    pieces,
  );
}

/** The runs in the order of the file; where a damaged file lets two overlap, the first has the bytes. */
function fileRuns(main: DataView, bins: DataView, modifiersAt: ModifiersAt): readonly FileRun[] {
  const pages = Math.floor((bins.byteLength - 4) / 8);
  const runs: FileRun[] = [];
  for (let bin = 0; bin < pages; bin += 1) {
    const page = partOf(main, (u32(bins, (pages + 1) * 4 + bin * 4) & 0x3fffff) * PAGE, PAGE);
    const count = u8(page, PAGE - 1);
    for (let index = 0; index < count; index += 1) {
      runs.push({ from: u32(page, index * 4), to: u32(page, index * 4 + 4), modifiers: modifiersAt(page, count, index) });
    }
    if (runs.length > MOST_RUNS) throw tooLarge('格式', 'runs');
  }
  let end = 0;
  return runs
    .sort((a, b) => a.from - b.from)
    .flatMap((run) => {
      const from = Math.max(run.from, end);
      if (from >= run.to) return [];
      end = run.to;
      return [from === run.from ? run : { ...run, from }];
    });
}

/** The runs in the order of the text: those of each piece one after another, without a gap. */
function inText(runs: readonly FileRun[], pieces: readonly Piece[]): readonly Run[] {
  const all: Run[] = [];
  for (const { from, to, offset, width, modifiers: piece } of pieces) {
    let at = from;
    for (let index = firstBehind(runs, offset); at < to; index += 1) {
      const run = runs[index];
      const begins = run === undefined ? to : Math.min(to, from + Math.ceil((run.from - offset) / width));
      if (begins > at) all.push({ from: at, to: begins, modifiers: undefined, piece });
      at = Math.max(at, begins);
      if (run === undefined) break;
      const ends = Math.min(to, from + Math.ceil((run.to - offset) / width));
      if (ends > at) all.push({ from: at, to: ends, modifiers: run.modifiers, piece });
      at = Math.max(at, ends);
    }
    if (all.length > MOST_RUNS * 2) throw tooLarge('格式', 'runs');
  }
  return all;
}

/** Index of the first of some stretches in order that ends behind a position. */
function firstBehind(stretches: readonly { readonly to: number }[], position: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.to > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Calls `visit` for each run between two characters with where it begins and ends there. */
export type EachRun = (from: number, to: number, visit: (run: Run, from: number, to: number) => void) => void;

/** Looks runs up; whoever asks goes forward, mostly. */
export function eachRun(runs: readonly Run[]): EachRun {
  let index = 0;
  return (from, to, visit) => {
    if (runs[index] === undefined || runs[index]!.from > from) index = firstBehind(runs, from);
    while (index < runs.length && runs[index]!.to <= from) index += 1;
    for (let at = index; at < runs.length && runs[at]!.from < to; at += 1) visit(runs[at]!, Math.max(from, runs[at]!.from), Math.min(to, runs[at]!.to));
  };
}
