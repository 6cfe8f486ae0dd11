/** Pages turned so that their text stands upright: some programs set a wide table sideways and leave the page as it is. */
import type { Box, Glyph, Page, Rule } from './page.js';

/** A glyph of upright text. */
export interface Letter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its baseline lies. */
  readonly base: number;
  readonly size: number;
}

/** A page whose text stands upright. */
export interface UprightPage {
  readonly width: number;
  readonly height: number;
  readonly letters: readonly Letter[];
  /** Glyphs that stand at a right angle to the others. */
  readonly sideways: readonly Letter[];
  readonly rules: readonly Rule[];
  /** A box of this page as one of the page that was turned. */
  readonly back: (box: Box) => Box;
}

/** Quarter turns clockwise that a glyph has made; undefined for slanted ones: stamps and watermarks, which are no text of the page. */
function quarterOf({ dx, dy }: Glyph): number | undefined {
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  const slack = 0.05 * length;
  if (Math.abs(dy) <= slack) return dx > 0 ? 0 : 2;
  if (Math.abs(dx) <= slack) return dy > 0 ? 1 : 3;
  return undefined;
}

type Turn = (x: number, y: number) => readonly [number, number];

/** For each number of quarter turns: a point of the page as a point of the upright page, and back. */
function turns(width: number, height: number): readonly (readonly [there: Turn, back: Turn])[] {
  return [
    [(x, y) => [x, y], (x, y) => [x, y]],
    [(x, y) => [y, width - x], (x, y) => [width - y, x]],
    [(x, y) => [width - x, height - y], (x, y) => [width - x, height - y]],
    [(x, y) => [height - y, x], (x, y) => [y, height - x]],
  ];
}

/** The box between two points. */
function between([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): Box {
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

/** Turns a page by the way most of its glyphs stand. */
export function turnUpright(page: Page): UprightPage {
  const quarters = page.glyphs.map(quarterOf);
  const counts = [0, 1, 2, 3].map((quarter) => quarters.filter((own) => own === quarter).length);
  const main = counts.indexOf(Math.max(...counts));
  const [there, back] = turns(page.width, page.height)[main]!;
  const letters: Letter[] = [];
  const sideways: Letter[] = [];
  page.glyphs.forEach(({ text, x, y, dx, dy, size }, index) => {
    const quarter = quarters[index];
    if (quarter === undefined) return;
    const [startX, base] = there(x, y);
    const [endX] = there(x + dx, y + dy);
    const letter = { text, left: Math.min(startX, endX), right: Math.max(startX, endX), base, size };
    if (quarter === main) letters.push(letter);
    else sideways.push(letter);
  });
  const rules = page.rules.map(({ x0, y0, x1, y1 }): Rule => {
    const [left, top, right, bottom] = between(there(x0, y0), there(x1, y1));
    return { x0: left, y0: top, x1: right, y1: bottom };
  });
  const [width, height] = main % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
  return { width, height, letters, sideways, rules, back: ([x0, y0, x1, y1]) => between(back(x0, y0), back(x1, y1)) };
}
