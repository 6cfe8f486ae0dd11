/**
 * From pages of glyphs and rules to paragraphs and tables. Every reader of a fixed layout fills pages; what belongs together is found here.
 * What a page does not tell is lost and never guessed: a cell whose walls make no rectangle, a glyph without a character.
 */
import type { SourcePlace } from '../../../form/place.js';
import type { Block } from '../../document.js';
import { type DrawnTable, fillCells, sortLetters } from './cells.js';
import { furnitureOf } from './furniture.js';
import { latticesOf } from './lattice.js';
import { boxOf, linesOf, type TextLine } from './lines.js';
import type { Box, Page } from './page.js';
import { type PlacedLine, paragraphsOf } from './paragraphs.js';
import { straighten } from './rules.js';
import { isSameTable, type TablePart, tableOf } from './tables.js';
import { turnUpright, type UprightPage } from './turn.js';

interface LaidPage {
  readonly page: UprightPage;
  readonly lines: readonly TextLine[];
  readonly tables: readonly DrawnTable[];
}

function layPage(source: Page): LaidPage {
  const page = turnUpright(source);
  const lattices = latticesOf(straighten(page.rules));
  const { inside, outside } = sortLetters(page.letters, lattices, page.width);
  const sideways = sortLetters(page.sideways, lattices, page.width).inside;
  const filled = lattices.map((lattice) => fillCells(lattice, inside.get(lattice)!, sideways.get(lattice)!));
  const tables = filled.filter(({ cells, unwalled }) => !unwalled && cells.some(({ text }) => text !== ''));
  const loose = filled.flatMap(({ lattice, unwalled }) => (unwalled ? inside.get(lattice)! : []));
  // What stands above or below the page is not on it.
  const shown = [...outside, ...loose].filter(({ base }) => base >= 0 && base <= page.height);
  return { page, lines: linesOf(shown), tables };
}

function placeIn(page: UprightPage, number: number, box: Box): SourcePlace {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const [x0, y0, x1, y1] = page.back(box);
  return { page: number, box: [round(x0), round(y0), round(x1), round(y1)] };
}

/** A line or a table where it stands. */
type Item = { readonly top: number; readonly left: number } & ({ readonly line: PlacedLine } | { readonly part: TablePart });

/** The lines and tables of a page from top to bottom. */
function itemsOf({ page, lines, tables }: LaidPage, furniture: ReadonlySet<TextLine>, number: number): readonly Item[] {
  const placed = lines
    .filter((line) => !furniture.has(line))
    .map((line): Item => {
      const pageWidth = Math.round(page.width);
      return { top: line.base - line.size, left: line.left, line: { line, page: number, pageWidth, place: placeIn(page, number, boxOf(line)) } };
    });
  const parts = tables.map((drawn): Item => {
    const [left, top] = drawn.lattice.box;
    return { top, left, part: { drawn, placeOf: ({ region }) => placeIn(page, number, region.box) } };
  });
  return [...placed, ...parts].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The blocks of a document in the order in which they are read. */
export function layOut(pages: readonly Page[]): readonly Block[] {
  const laid = pages.map(layPage);
  const furniture = furnitureOf(laid.map(({ page, lines }) => ({ height: page.height, lines })));
  const stretches: PlacedLine[][] = [[]];
  const tables: TablePart[][] = [];
  laid.forEach((one, index) => {
    itemsOf(one, furniture, index + 1).forEach((item, place) => {
      if ('line' in item) {
        stretches.at(-1)!.push(item.line);
        return;
      }
      const before = tables.at(-1);
      // Only at the head of a page, with nothing after the table on the page before, can it go on.
      if (place === 0 && before && stretches.at(-1)!.length === 0 && isSameTable(before.at(-1)!, item.part)) before.push(item.part);
      else {
        tables.push([item.part]);
        stretches.push([]);
      }
    });
  });
  const paragraphs = paragraphsOf(stretches);
  return paragraphs.flatMap((blocks, index) => (index === 0 ? blocks : [tableOf(tables[index - 1]!), ...blocks]));
}
