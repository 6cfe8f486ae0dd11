/** How much of a PDF is read. The longest reports have thirty pages and eighty thousand glyphs. */
import { refusal } from '../refused/refusals.js';

/** Largest file in bytes, and most pages. */
export const LARGEST_PDF = 64_000_000;
export const MOST_PAGES = 300;
/** Most glyphs and rules of the whole file. */
export const MOST_MARKS = 400_000;

/** Counts what a file has shown so far, page by page. */
export function markCounter(): (count: number) => void {
  let left = MOST_MARKS;
  return (count) => {
    left -= count;
    if (left < 0) throw refusal('too-large');
  };
}
