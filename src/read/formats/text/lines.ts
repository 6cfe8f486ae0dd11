/** Physical lines of a text file, cut where tabs, bars or blanks part them. */
import { displayColumns } from '../../../base/text/width.js';
import type { Line, Segment } from '../../document.js';

const LINE_END = /\r\n|\r|\n/;
/** Page breaks, and the line breaks within a paragraph that Word writes: the file counts no new line for them. */
const INNER_BREAK = /(\f)|[\v\u2028\u2029]/;

/** A line before anything is known of it; `number` is 1-based. `text` starts with `\f` where a page begins. */
export interface RawLine {
  readonly text: string;
  readonly number: number;
}

/** Cuts a text into its lines. Page breaks stay at the head of the line that follows them. */
export function rawLines(text: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(LINE_END)
    .forEach((line, index) => {
      let page = false;
      const pieces = line.split(INNER_BREAK);
      // With one capture group every second entry is the page break, or undefined for another break.
      for (let part = 0; part < pieces.length; part += 2) {
        page ||= pieces[part - 1] !== undefined;
        const piece = pieces[part]!;
        if (piece === '' && pieces.length > 1 && part + 1 < pieces.length) continue;
        lines.push({ text: page ? `\f${piece}` : piece, number: index + 1 });
        page = false;
      }
    });
  while (lines.length > 0 && lines.at(-1)!.text.trim() === '') lines.pop();
  return lines;
}

/** Whether the cells of a line are parted by bars that also open and close it: `|a |b |`. */
export function isBarred(text: string): boolean {
  return /^\s*[|│┃].*[|│┃]\s*$/.test(text) && text.trim().length > 1;
}

/** A line as a block of the document, with its segments. Between tabs and between bars empty segments are kept: they are blank cells. */
export function lineBlock({ text, number }: RawLine): Line {
  return { kind: 'line', text, segments: segments(text), place: { line: number } };
}

function segments(text: string): readonly Segment[] {
  const barred = isBarred(text);
  const columns = displayColumns(text);
  const found: Segment[] = [];
  const add = (start: number, end: number, keepEmpty: boolean): void => {
    const inner = text.slice(start, end);
    const left = inner.length - inner.trimStart().length;
    const trimmed = inner.trim();
    if (trimmed === '' && !keepEmpty) return;
    const from = trimmed === '' ? start : start + left;
    found.push({ text: trimmed, start: columns[from]!, end: columns[from + trimmed.length]! });
  };
  const cut = (pattern: RegExp, from: number, to: number, keepEmpty: boolean): void => {
    let start = from;
    for (const match of text.slice(from, to).matchAll(pattern)) {
      add(start, from + match.index, keepEmpty);
      start = from + match.index + match[0].length;
    }
    add(start, to, keepEmpty);
  };
  if (barred) cut(/[|│┃]/g, text.search(/[|│┃]/) + 1, text.trimEnd().length - 1, true);
  else if (text.includes('\t')) cut(/\t/g, 0, text.length, true);
  else cut(/[\s\u3000]{2,}/g, 0, text.length, false);
  return found;
}
