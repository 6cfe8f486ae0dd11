/** Breaking Chinese and Latin text into lines of a terminal. */
import { displayWidth } from '../../base/text/width.js';

const NO_START = /^[，。、；：？！）》〉」』】〕”’…—％,.;:?!)\]}%]/u;
const NO_END = /[（《〈「『【〔“‘([{]$/u;

/** The longest head of a text that fits, and the rest; at least one character is taken. */
function splitAt(text: string, width: number): readonly [string, string] {
  let taken = '';
  let used = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width && taken !== '') break;
    taken += character;
  }
  return [taken, text.slice(taken.length)];
}

/** The pieces of a text that may stand on lines of their own: Latin words, single Chinese characters with the punctuation that clings to them. */
function pieces(text: string): readonly string[] {
  const result: string[] = [];
  for (const [unit] of text.matchAll(/ +|[!-~]+|[^ ]/gu)) {
    const last = result.at(-1);
    const clings = last !== undefined && !/^ /.test(unit) && !last.endsWith(' ') && (NO_START.test(unit) || NO_END.test(last));
    if (clings) result[result.length - 1] = last + unit;
    else result.push(unit);
  }
  return result;
}

/** Lines of at most `width` columns. No line starts with closing punctuation or ends with an opening bracket; a word longer than a line is cut. */
export function wrap(text: string, width: number): readonly string[] {
  // No character is wider than two columns.
  if (text.length * 2 <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let room = width;
  const next = (): void => {
    lines.push(line.trimEnd());
    line = '';
    room = width;
  };
  for (let piece of pieces(text)) {
    if (displayWidth(piece) > room && line !== '') {
      next();
      piece = piece.trimStart();
    }
    let needed = displayWidth(piece);
    while (needed > width) {
      const [head, rest] = splitAt(piece, width);
      if (rest === '') break;
      line = head;
      next();
      piece = rest;
      needed = displayWidth(piece);
    }
    line += piece;
    room -= needed;
  }
  if (line !== '' || lines.length === 0) next();
  return lines;
}

/** A text cut to `width` columns, with `…` in place of what is left out at its end (or start). */
export function clip(text: string, width: number, side: 'end' | 'start' = 'end'): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  if (side === 'end') return `${fitting([...text], width - 1)}…`;
  return `…${[...fitting([...text].reverse(), width - 1)].reverse().join('')}`;
}

function fitting(characters: readonly string[], width: number): string {
  let taken = '';
  let used = 0;
  for (const character of characters) {
    used += displayWidth(character);
    if (used > width) break;
    taken += character;
  }
  return taken;
}

/** A text filled with blanks to `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** A text set to the right in `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
