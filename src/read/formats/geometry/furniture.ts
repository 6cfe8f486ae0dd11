/** What stands on pages but not in the text: running heads and page numbers, known by their place and by being there again. */
import { type TextLine, textOf } from './lines.js';

/** The share of a page's height, at the top and at the bottom, where it may stand. */
const MARGIN = 0.12;
/** How far it may stand from where it stands on another page, in points. */
const PLACE = 4;
const PAGE_NUMBER = /^[-—–－―·.\s]*(?:第\s*)?(?:\d{1,4}|[０-９]{1,4})(?:\s*[/／]\s*\d{1,4})?(?:\s*页(?:.{0,8}\d{1,4}\s*页)?)?[-—–－―·.\s]*$/;

/** The lines of one page outside its tables. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

function keyOf(line: TextLine): string {
  return textOf(line.letters)
    .replace(/[\d０-９一二三四五六七八九十]+/g, '#')
    .replace(/\s+/g, '');
}

/** The lines that are furniture. */
export function furnitureOf(pages: readonly PageLines[]): ReadonlySet<TextLine> {
  const candidates = pages.flatMap(({ height, lines }, page) =>
    lines
      .filter(({ base }) => base <= MARGIN * height || base >= (1 - MARGIN) * height)
      .map((line) => ({ line, page, key: keyOf(line), fromBottom: line.base > height / 2, at: line.base > height / 2 ? height - line.base : line.base })),
  );
  const again = candidates.filter(({ key, page, fromBottom, at }) => {
    const pagesWithIt = new Set(
      candidates.filter((other) => other.key === key && other.fromBottom === fromBottom && Math.abs(other.at - at) <= PLACE).map((other) => other.page),
    );
    return pagesWithIt.size >= 2 && pagesWithIt.has(page) && pagesWithIt.size * 3 >= pages.length;
  });
  const numbers = candidates.filter(({ line, fromBottom, page }) => {
    const last = pages[page]!.lines.at(-1);
    return fromBottom && line === last && PAGE_NUMBER.test(textOf(line.letters));
  });
  return new Set([...again, ...numbers].map(({ line }) => line));
}
