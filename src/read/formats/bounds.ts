/** How large a text or a document may be before it is read through: far beyond any report, far below what would take long. */
import type { Reading } from '../../form/model/reading.js';
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
  if (blocks.length > MOST_BLOCKS) return true;
  let total = 0;
  for (const block of blocks) {
    for (const { text } of block.kind === 'table' ? block.grid.cells : [block]) {
      // The paragraphs of a cell stand on lines of their own.
      if (text.length > LONGEST_PARAGRAPH && text.split('\n').some((line) => line.length > LONGEST_PARAGRAPH)) return true;
      total += text.length;
    }
  }
  return total > MOST_TEXT;
}

/** Whether a report that came as data is beyond any report: its running text, and the untouched text of any of its nodes. */
export function isLongReading({ report, locations }: Reading): boolean {
  const { title = '', preface, sections, closing } = report;
  const texts = [title, ...preface, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]), ...closing];
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > MOST_BLOCKS || total > MOST_TEXT || texts.some((text) => text.length > LONGEST_PARAGRAPH)) return true;
  return [...locations.values()].some(({ raw }) => raw.length > LONGEST_PARAGRAPH);
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
