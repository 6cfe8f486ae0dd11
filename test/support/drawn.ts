/** Reports drawn as pages of glyphs and rules, in the shapes that programs and printers give them. */
import { editionSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import type { Grid } from '../../src/read/document.js';
import type { Glyph, Page, Rule } from '../../src/read/formats/geometry/page.js';
import { buildGrid } from '../../src/read/grid.js';
import { layoutTable } from '../../src/write/report/layout.js';

/** How a report is drawn; nothing here changes a figure. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Left and right margin. */
  readonly margin: number;
  /** Text of single cells, by pointer. */
  readonly raw: Readonly<Record<string, string>>;
  /** A box for each cell, this far from the next one; 0 for lines that cells share. */
  readonly gutter: number;
  /** Each line is drawn twice, this far apart. */
  readonly doubled: number;
  /** Lines that are left out, by where they stand: between columns, between rows, around the table. */
  readonly without: readonly ('columns' | 'rows' | 'frame' | 'last')[];
  /** Every glyph is drawn again, this far to the right. */
  readonly bold: number;
  /** Heads are drawn again on the next page. */
  readonly repeatedHeads: boolean;
  /** Rows higher than one line may be cut by the page's end. */
  readonly cutRows: boolean;
  /** Running head and page number on each page. */
  readonly furniture: boolean;
  /** How wide the columns of figures are, and how wide those of labels. */
  readonly figures: number;
  readonly labels: number;
}

const USUAL: Drawing = {
  width: 595,
  height: 842,
  margin: 72,
  raw: {},
  gutter: 0,
  doubled: 0,
  without: [],
  bold: 0,
  repeatedHeads: false,
  cutRows: false,
  furniture: false,
  figures: 45,
  labels: 62,
};

const BODY = 12;
const CELL = 9;

const isWide = (character: string): boolean => character > '\u2e7f' || /[“”‘’…—]/.test(character);
const widthOf = (text: string, size: number): number => [...text].reduce((sum, one) => sum + (isWide(one) ? size : size / 2), 0);

/** A text as lines that are not wider than that; paragraphs at its line breaks. */
function wrapped(text: string, width: number, size: number, indent = 0): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const one of paragraph) {
      const room = width - (lines.length === 1 ? indent : 0);
      if (widthOf(lines.at(-1)! + one, size) > room && lines.at(-1) !== '') lines.push('');
      lines[lines.length - 1] += one;
    }
    return lines;
  });
}

interface OpenPage {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
}

/** A text from a point of its baseline. */
export function glyphsAt(text: string, x: number, y: number, size: number): readonly Glyph[] {
  let at = x;
  return [...text].map((one) => {
    const width = widthOf(one, size);
    const glyph = { text: one, x: at, y, dx: width, dy: 0, size };
    at += width;
    return glyph;
  });
}

/** The pages of a report. */
export function drawn(report: Report, options: Partial<Drawing> = {}): readonly Page[] {
  const drawing = { ...USUAL, ...options };
  const { width, height, margin } = drawing;
  const pages: OpenPage[] = [];
  let y = Number.POSITIVE_INFINITY;
  const bottom = height - 72;
  const write = (text: string, x: number, at: number, size: number): void => {
    pages.at(-1)!.glyphs.push(...glyphsAt(text, x, at, size));
    if (drawing.bold > 0) pages.at(-1)!.glyphs.push(...glyphsAt(text, x + drawing.bold, at, size));
  };
  const turnPage = (): void => {
    pages.push({ glyphs: [], rules: [] });
    y = 80;
    if (!drawing.furniture) return;
    write(`${report.title ?? ''}（公开）`, margin, 40, 9);
    write(`- ${pages.length} -`, width / 2 - 12, height - 30, 10);
  };
  const line = (text: string, x: number, size: number): void => {
    if (y + 1.8 * size > bottom) turnPage();
    y += 1.8 * size;
    write(text, x, y, size);
  };
  const paragraph = (text: string): void => {
    for (const [index, part] of wrapped(text, width - 2 * margin, BODY, 2 * BODY).entries()) line(part, margin + (index === 0 ? 2 * BODY : 0), BODY);
  };
  if (report.title !== undefined) line(report.title, (width - widthOf(report.title, 18)) / 2, 18);
  for (const text of report.preface) paragraph(text);
  const spec = editionSpec(report.edition);
  for (const section of report.sections) {
    line(section.heading, margin + 2 * BODY, BODY);
    for (const text of section.paragraphs) paragraph(text);
    const key = spec.sections.find((candidate) => candidate.key === section.key)?.table;
    const table = spec.tables.find((candidate) => candidate.key === key);
    if (table && report.tables[table.key]) {
      const { rows, headerRows } = layoutTable(table);
      const grid = buildGrid(
        rows.map((row) =>
          row.map(({ text, pointer, rowSpan, columnSpan }) => {
            const value = pointer === undefined ? undefined : valueAt(report, pointer);
            const shown = pointer === undefined ? text : (drawing.raw[pointer] ?? (typeof value === 'number' ? String(value) : ''));
            return { text: shown, place: {}, rowSpan, columnSpan };
          }),
        ),
      );
      const labels = table.key === 'requests' ? [drawing.labels * 0.7, drawing.labels * 0.7, drawing.labels * 1.9] : table.key === 'disclosure' ? [130] : [];
      y = drawTable(grid, headerRows, labels, drawing, pages, y, turnPage);
    }
  }
  for (const text of report.closing) line(text, width - margin - widthOf(text, BODY), BODY);
  return pages.map((page) => ({ width, height, ...page, images: 0, shapes: 0 }));
}

function drawTable(grid: Grid, headerRows: number, labels: readonly number[], drawing: Drawing, pages: OpenPage[], from: number, turnPage: () => void): number {
  const bottom = drawing.height - 72;
  const widths = Array.from({ length: grid.width }, (_, column) => labels[column] ?? (grid.width > 12 ? 30 : drawing.figures));
  const xs = widths.reduce((edges, width) => [...edges, edges.at(-1)! + width], [drawing.margin]);
  const linesOf = (cell: Grid['cells'][number]): readonly string[] => wrapped(cell.text, xs[cell.column + cell.columnSpan]! - xs[cell.column]! - 4, CELL);
  const heights = grid.slots.map((slots, row) =>
    Math.max(18, ...slots.map((cell) => (cell && cell.rowSpan === 1 && cell.row === row ? 6 + 11 * linesOf(cell).length : 0))),
  );
  // A label over several rows needs room, too.
  for (const cell of grid.cells) {
    const have = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0);
    const need = 6 + 11 * linesOf(cell).length;
    if (need > have) heights[cell.row + cell.rowSpan - 1]! += need - have;
  }
  let y = from + 8;
  let row = 0;
  while (row < grid.slots.length) {
    const rows: { readonly row: number; readonly top: number; readonly height: number; readonly lines: readonly [from: number, to: number] }[] = [];
    const put = (one: number, height: number, lines: readonly [number, number] = [0, 99]): void => {
      rows.push({ row: one, top: y, height, lines });
      y += height;
    };
    if (row > 0 && drawing.repeatedHeads) for (let head = 0; head < headerRows; head += 1) put(head, heights[head]!);
    let cut: number | undefined;
    while (row < grid.slots.length && y + heights[row]! <= bottom) {
      put(row, heights[row]!);
      row += 1;
    }
    if (row < grid.slots.length && drawing.cutRows && heights[row]! > 18 && y + 17 < bottom) {
      put(row, 17, [0, 1]);
      cut = row;
      row += 1;
    }
    drawPart(grid, rows, xs, linesOf, drawing, pages.at(-1)!);
    if (row < grid.slots.length || cut !== undefined) turnPage();
    if (cut !== undefined) {
      y = 80;
      const height = heights[cut]! - 11;
      rows.length = 0;
      put(cut, height, [1, 99]);
      const rest: typeof rows = [...rows];
      while (row < grid.slots.length && y + heights[row]! <= bottom) {
        rest.push({ row, top: y, height: heights[row]!, lines: [0, 99] });
        y += heights[row]!;
        row += 1;
      }
      drawPart(grid, rest, xs, linesOf, drawing, pages.at(-1)!);
      if (row < grid.slots.length) turnPage();
      else return y;
    }
    if (row < grid.slots.length) y = 80;
  }
  return y;
}

interface DrawnRow {
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly lines: readonly [from: number, to: number];
}

/** The rows of a table that stand on one page. */
function drawPart(
  grid: Grid,
  rows: readonly DrawnRow[],
  xs: readonly number[],
  linesOf: (cell: Grid['cells'][number]) => readonly string[],
  drawing: Drawing,
  page: OpenPage,
): void {
  const seen = new Set<unknown>();
  rows.forEach(({ row, top, lines: [fromLine, toLine] }, index) => {
    for (const cell of grid.slots[row]!) {
      if (!cell || seen.has(cell)) continue;
      // The rows of a cell that stand here, one below the other.
      let end = index;
      while (end + 1 < rows.length && rows[end + 1]!.row < cell.row + cell.rowSpan && rows[end + 1]!.row > rows[end]!.row) end += 1;
      seen.add(cell);
      const under = rows[end]!.top + rows[end]!.height;
      const [left, right] = [xs[cell.column]!, xs[cell.column + cell.columnSpan]!];
      box(left, top, right, under, cell.column === 0, cell.column + cell.columnSpan === grid.width, index === 0, end === rows.length - 1, drawing, page);
      const first = cell.row === row;
      const all = linesOf(cell);
      const isFigure = /^[\d\s./—-]*$/.test(cell.text);
      // A figure stands in the upper half of a row that is cut.
      const lines = first && cell.rowSpan === 1 ? (isFigure ? (fromLine === 0 ? all : []) : all.slice(fromLine, toLine)) : first && fromLine === 0 ? all : [];
      const start = top + (under - top - 11 * lines.length) / 2 + 9;
      lines.forEach((text, at) => {
        const x = left + (right - left - widthOf(text, CELL)) / 2;
        page.glyphs.push(...glyphsAt(text, x, start + 11 * at, CELL));
        if (drawing.bold > 0) page.glyphs.push(...glyphsAt(text, x + drawing.bold, start + 11 * at, CELL));
      });
    }
  });
}

function box(
  left: number,
  top: number,
  right: number,
  bottom: number,
  isFirst: boolean,
  isLast: boolean,
  isTop: boolean,
  isBottom: boolean,
  { gutter, doubled, without }: Drawing,
  page: OpenPage,
): void {
  const inset = gutter / 2;
  const sides: readonly (readonly [rule: Rule, kind: 'columns' | 'rows' | 'frame' | 'last'])[] = [
    [{ x0: left + inset, y0: top + inset, x1: right - inset, y1: top + inset }, isTop ? 'frame' : 'rows'],
    [{ x0: left + inset, y0: bottom - inset, x1: right - inset, y1: bottom - inset }, isBottom ? (without.includes('last') ? 'last' : 'frame') : 'rows'],
    [{ x0: left + inset, y0: top + inset, x1: left + inset, y1: bottom - inset }, isFirst ? 'frame' : 'columns'],
    [{ x0: right - inset, y0: top + inset, x1: right - inset, y1: bottom - inset }, isLast ? 'frame' : 'columns'],
  ];
  for (const [rule, kind] of sides) {
    if (without.includes(kind)) continue;
    page.rules.push(rule);
    if (doubled > 0) page.rules.push({ x0: rule.x0 + doubled, y0: rule.y0 + doubled, x1: rule.x1 + doubled, y1: rule.y1 + doubled });
  }
}
