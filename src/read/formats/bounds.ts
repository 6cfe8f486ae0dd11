/** How large a text or a document may be before it is read through: far beyond any report, far below what would take long. */
import type { SourceDocument } from '../document.js';

/** Longest JSON in characters; a report with its locations has two hundred thousand. */
const LONGEST_JSON = 3_000_000;
/** Longest text in characters and in lines; the longest reports seen have a fifth of either. */
const LONGEST_TEXT = 400_000;
const MOST_LINES = 8_000;
/** Most paragraphs and tables of a document; the longest reports have a thousand, a page with its site around it two. */
const MOST_BLOCKS = 8_000;
/** Most characters of running text, in all and in one paragraph; the longest reports have a tenth of either. What follows reads it many times. */
const MOST_TEXT = 300_000;
const LONGEST_PARAGRAPH = 20_000;

/** Whether JSON is beyond any report. */
export function isLongJson(text: string): boolean {
  return text.length > LONGEST_JSON;
}

/** Whether a text is beyond any report. */
export function isLongText(text: string): boolean {
  return text.length > LONGEST_TEXT || hasMoreLines(text, MOST_LINES);
}

/** Whether what was read of a file is beyond any report. */
export function isLongDocument({ blocks }: SourceDocument): boolean {
  const lengths = blocks.map((block) => (block.kind === 'table' ? 0 : block.text.length));
  return blocks.length > MOST_BLOCKS || lengths.some((length) => length > LONGEST_PARAGRAPH) || lengths.reduce((sum, length) => sum + length, 0) > MOST_TEXT;
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.search(/[\n\r\f\v]/); at !== -1 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x0a && code <= 0x0d) lines += 1;
    if (lines > most) return true;
  }
  return false;
}
