/** What stands in the cells of a table. */
import type { Lattice, Region } from './lattice.js';
import { centreOf, linesOf, segmentsOf, type TextLine, textOf } from './lines.js';
import { type Box, UNKNOWN } from './page.js';
import type { Letter } from './turn.js';
import { firstUnit } from './wrap.js';

/** A cell with its text. */
export interface FilledRegion {
  readonly region: Region;
  readonly text: string;
  readonly lost: boolean;
}

/** A table with what stands in it. */
export interface DrawnTable {
  readonly lattice: Lattice;
  readonly cells: readonly FilledRegion[];
  /** Most walls inside are missing: its cells hold figures of several columns or rows, whose lines say more than its cells. */
  readonly unwalled: boolean;
}

/** So many figures one below the other, or so many cells with figures beside each other, are a table whose inner walls are missing. */
const MANY_FIGURES = 4;
const MANY_CELLS = 2;

/** Letters by the table they stand in; those outside all tables come last. */
export interface Sorted {
  readonly inside: ReadonlyMap<Lattice, readonly Letter[]>;
  readonly outside: readonly Letter[];
}

/** A table that reaches the right edge of its page goes on behind it: what was cut off is still in the file. */
function reachOf({ box }: Lattice, pageWidth: number): Box {
  return [box[0], box[1], box[2] >= pageWidth - 2 ? Number.POSITIVE_INFINITY : box[2], box[3]];
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}

/** Parts the letters of a page by the tables they stand in; of tables within each other the inner one counts. */
export function sortLetters(letters: readonly Letter[], lattices: readonly Lattice[], pageWidth: number): Sorted {
  const inside = new Map<Lattice, Letter[]>(lattices.map((lattice) => [lattice, []]));
  const outside: Letter[] = [];
  const reaches = lattices.map((lattice) => ({ lattice, box: reachOf(lattice, pageWidth) })).sort((a, b) => areaOf(a.lattice.box) - areaOf(b.lattice.box));
  for (const letter of letters) {
    const [x, y] = centreOf(letter);
    const own = reaches.find(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
    if (own) inside.get(own.lattice)!.push(letter);
    else outside.push(letter);
  }
  return { inside, outside };
}

/** The last of some ascending coordinates that is not beyond a value. */
function stepOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

const FIGURES = /^[\d０-９.,，．%％+\-−—–/]+$/;

/** Whether figures stand so far apart in one line that they are figures of two columns whose wall is missing. */
function isTwoFigures(line: TextLine): boolean {
  const segments = segmentsOf(line).map(textOf);
  return segments.length > 1 && segments.every((segment) => FIGURES.test(segment));
}

/** The smallest distance of a text from the side walls of its cell: what a line cannot use. */
function paddingOf(lines: readonly { readonly region: Region; readonly lines: readonly TextLine[] }[]): number {
  let padding = Number.POSITIVE_INFINITY;
  for (const { region, lines: own } of lines) {
    for (const { left, right } of own) padding = Math.min(padding, left - region.box[0], region.box[2] - right);
  }
  return Math.max(0, padding);
}

/** Whether a figure was broken here: the line before has room for no further digit. Figures one below the other that are no halves stay apart. */
function isBrokenFigure(before: TextLine, line: TextLine, room: number): boolean {
  const digit = line.letters.find(({ text }) => text.trim() !== '')!;
  const width = before.right - before.left;
  return width + (digit.right - digit.left) > room - 0.5 && width > line.right - line.left - 0.5;
}

/** The lines of a cell: those that the width of the cell broke are one again. */
function joinLines(lines: readonly TextLine[], room: number): string {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const own = textOf(line.letters);
    if (!before) text = own;
    else {
      const figures = FIGURES.test(own) && FIGURES.test(textOf(before.letters));
      const full = figures ? lines.length === 2 && isBrokenFigure(before, line, room) : before.right - before.left + firstUnit(line).width > room - 0.5;
      const words = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(own);
      text += (full ? (words ? ' ' : '') : '\n') + own;
    }
  });
  return text;
}

/** Fills the cells of a table with its letters: a letter belongs where its middle lies. */
export function fillCells(lattice: Lattice, letters: readonly Letter[], sideways: readonly Letter[]): DrawnTable {
  const { xs, ys, regions } = lattice;
  const width = xs.length - 1;
  const owner = new Map<number, Region>();
  for (const region of regions) {
    for (let row = region.row; row < region.row + region.rowSpan; row += 1) {
      for (let column = region.column; column < region.column + region.columnSpan; column += 1) owner.set(row * width + column, region);
    }
  }
  const regionAt = ([x, y]: readonly [number, number]): Region => owner.get(stepOf(ys, y) * width + stepOf(xs, x))!;
  const within = new Map<Region, Letter[]>();
  for (const letter of letters) {
    const region = regionAt(centreOf(letter));
    // Far higher than the cell that its middle lies in: a watermark over the table.
    if (letter.size > 1.5 * (region.box[3] - region.box[1])) continue;
    const known = within.get(region);
    if (known) known.push(letter);
    else within.set(region, [letter]);
  }
  const turned = new Set(sideways.filter(({ text }) => text.trim() !== '').map((letter) => regionAt(centreOf(letter))));
  const filled = regions.map((region) => ({ region, lines: linesOf(within.get(region) ?? []) }));
  const padding = paddingOf(filled);
  const crowded = filled.filter(
    ({ lines }) => lines.some(isTwoFigures) || lines.filter(({ letters: own }) => FIGURES.test(textOf(own))).length >= MANY_FIGURES,
  );
  return {
    lattice,
    unwalled: crowded.length >= MANY_CELLS,
    cells: filled.map(({ region, lines }) => {
      const text = joinLines(lines, region.box[2] - region.box[0] - 2 * padding);
      const lost = region.torn || turned.has(region) || text.includes(UNKNOWN) || lines.some(isTwoFigures);
      return { region, text, lost };
    }),
  };
}
