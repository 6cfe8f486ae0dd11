/** Letters put together to the lines that people read. */
import { HAN } from '../../../base/text/han.js';
import type { Box } from './page.js';
import type { Letter } from './turn.js';

/** A line of text, its letters from left to right. */
export interface TextLine {
  readonly letters: readonly Letter[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** The size of most of its letters. */
  readonly size: number;
}

/** Shares of the height of a letter: how far two of a line may stand apart, and how near to each other one is drawn twice. */
const ONE_LINE = 0.4;
const TWICE = 0.12;
/** Gaps, in the same measure, that part words of Latin letters and figures; and those that part anything. */
const WORD = 0.25;
const APART = 1.2;

/** The middle of a letter, above its baseline. */
export function centreOf({ left, right, base, size }: Letter): readonly [x: number, y: number] {
  return [(left + right) / 2, base - 0.35 * size];
}

/** The middle one of some numbers. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Without letters that are drawn again at nearly the same place, as some programs make bold. */
function once(letters: readonly Letter[]): readonly Letter[] {
  const kept: Letter[] = [];
  for (const letter of letters) {
    const near = TWICE * letter.size;
    let again = false;
    for (let at = kept.length - 1; at >= 0 && kept.length - at <= 8; at -= 1) {
      const other = kept[at]!;
      again ||= other.text === letter.text && Math.abs(other.left - letter.left) <= near && Math.abs(other.base - letter.base) <= near;
    }
    if (!again) kept.push(letter);
  }
  return kept;
}

/** Without blanks that lie over or under letters: a program that fills a line up with blanks draws them across what stands there. */
function withoutCovered(letters: readonly Letter[]): readonly Letter[] {
  const isBlank = ({ text }: Letter): boolean => text.trim() === '';
  // Where the next letter that shows begins, from right to left.
  const next: number[] = [];
  for (let index = letters.length - 1, left = Number.POSITIVE_INFINITY; index >= 0; index -= 1) {
    next[index] = left;
    if (!isBlank(letters[index]!)) left = letters[index]!.left;
  }
  let reached = Number.NEGATIVE_INFINITY;
  return letters.filter((letter, index) => {
    if (!isBlank(letter)) {
      reached = Math.max(reached, letter.right);
      return true;
    }
    const [centre] = centreOf(letter);
    return reached <= centre && next[index]! >= centre;
  });
}

/** The lines of some letters, from top to bottom. */
export function linesOf(letters: readonly Letter[]): readonly TextLine[] {
  const lines: { letters: Letter[]; centre: number; size: number }[] = [];
  const byHeight = letters.map((letter) => ({ letter, centre: centreOf(letter)[1] })).sort((a, b) => a.centre - b.centre);
  for (const { letter, centre } of byHeight) {
    const last = lines.at(-1);
    if (last && centre - last.centre <= ONE_LINE * Math.min(last.size, letter.size)) last.letters.push(letter);
    else lines.push({ letters: [letter], centre, size: letter.size });
  }
  return lines.flatMap(({ letters: own }): readonly TextLine[] => {
    const kept = withoutCovered(once(own.sort((a, b) => a.left - b.left)));
    const visible = kept.filter(({ text }) => text.trim() !== '');
    if (visible.length === 0) return [];
    return [
      {
        letters: kept,
        left: Math.min(...visible.map(({ left }) => left)),
        right: Math.max(...visible.map(({ right }) => right)),
        base: medianOf(visible.map(({ base }) => base)),
        size: medianOf(visible.map(({ size }) => size)),
      },
    ];
  });
}

const WIDE = new RegExp(`[${HAN}\\u2e80-\\u303f\\ufe30-\\ufe4f\\uff00-\\uffef“”‘’…—]`);

/** Whether a blank belongs between two letters that have none. */
function isParted(before: Letter, after: Letter): boolean {
  const gap = after.left - before.right;
  const size = Math.min(before.size, after.size);
  if (gap > APART * size) return true;
  return gap > WORD * size && !WIDE.test(before.text.slice(-1)) && !WIDE.test(after.text.slice(0, 1));
}

/** The pieces of a line between gaps that are wide enough to part columns, in shares of the height of its letters. */
export function segmentsOf(line: TextLine, apart = APART): readonly (readonly Letter[])[] {
  const segments: Letter[][] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const letter of line.letters) {
    if (letter.text.trim() === '') continue;
    if (letter.left - reached > apart * line.size || segments.length === 0) segments.push([]);
    segments.at(-1)!.push(letter);
    reached = letter.right;
  }
  return segments;
}

/** What letters from left to right say; blanks that the file has stay as they are. */
export function textOf(letters: readonly Letter[]): string {
  let text = '';
  let before: Letter | undefined;
  for (const letter of letters) {
    if (before && before.text.trim() !== '' && letter.text.trim() !== '' && isParted(before, letter)) text += ' ';
    text += letter.text;
    before = letter;
  }
  return text.trim();
}

/** The box around a line. */
export function boxOf({ left, right, base, size }: TextLine): Box {
  return [left, base - 0.88 * size, right, base + 0.22 * size];
}
