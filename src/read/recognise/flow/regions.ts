/** Which lines of a flow may belong to a statutory table: where its words stand close together. */
import { likeness } from '../../../base/text/normalise.js';
import { isHeadingLine } from './headings.js';
import type { FlowLine } from './line.js';
import type { Script } from './script.js';

/** A stretch of lines, end exclusive. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** What one line can lower the score of a region by: a line of another kind between two rows does not part a table. */
const MOST_LOST = 14;
/** More than this no report has, whatever a hostile text may hold. */
const MOST_REGIONS = 8;
/** What a stretch must reach: about the labels of two or three rows. */
const ENOUGH = 12;

/** Distinct texts that are compared with the labels one by one; more of them than this no report's tables have. */
const MOST_COMPARED = 4000;

/** How much a line speaks for being part of a table. */
function lineScore(line: FlowLine, script: Script, known: Map<string, number>): number {
  if (line.blank) return -0.02;
  if (line.pageNumber) return 0;
  let score = 0;
  for (const piece of line.pieces) {
    const { folded } = piece;
    if (piece.kind === 'value') score += 0.3;
    else if (folded !== '') {
      let own = known.get(folded);
      if (own === undefined) {
        own = wordScore(folded, script, known.size < MOST_COMPARED);
        if (known.size < MOST_COMPARED) known.set(folded, own);
      }
      score += piece.kind === 'either' ? Math.max(0.3, own) : own;
    }
    if (score < -2 * MOST_LOST) break;
  }
  return Math.max(-MOST_LOST, score);
}

function wordScore(folded: string, script: Script, compare: boolean): number {
  if (script.vocabulary.some((label) => label.includes(folded))) return folded.length === 1 ? 0.2 : Math.min(6, folded.length);
  if (compare && folded.length <= 40 && script.vocabulary.some((label) => likeness(label, folded) >= 0.7)) return folded.length / 2;
  return -(1 + 0.7 * folded.length);
}

/** Stretches of lines that may hold the table, best first; section headings part them. */
export function regionsOf(lines: readonly FlowLine[], script: Script): readonly Region[] {
  const known = new Map<string, number>();
  const scores = lines.map((line) => (isHeadingLine(line.block.text) ? Number.NEGATIVE_INFINITY : lineScore(line, script, known)));
  const found: (Region & { readonly score: number })[] = [];
  const search = (from: number, to: number): void => {
    let best = { from, to: from, score: 0 };
    let start = from;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      sum += scores[at]!;
      if (sum <= 0) {
        start = at + 1;
        sum = 0;
      } else if (sum > best.score) best = { from: start, to: at + 1, score: sum };
    }
    if (best.score < ENOUGH || found.length >= MOST_REGIONS) return;
    found.push(best);
    search(from, best.from);
    search(best.to, to);
  };
  search(0, lines.length);
  return found.sort((a, b) => b.score - a.score);
}

/** Whether a folded text may be part of a header of the block. */
export function isHeaderWord(folded: string, header: readonly string[]): boolean {
  return folded !== '' && header.some((label) => label.includes(folded));
}
