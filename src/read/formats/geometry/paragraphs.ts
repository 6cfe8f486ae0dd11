/** Lines put together to paragraphs where the width of the page broke them. */
import { HAN } from '../../../base/text/han.js';
import { leadingNumber } from '../../../base/text/normalise.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Block, Line, Paragraph } from '../../document.js';
import { medianOf, segmentsOf, type TextLine, textOf } from './lines.js';
import { firstUnit } from './wrap.js';

/** A line with the page it stands on. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
  /** Lines of pages that are as wide are compared. */
  readonly pageWidth: number;
  readonly place: SourcePlace;
}

/** How running text is set on pages of one width: its margins, and the distance of its lines. */
interface Setting {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  /** Paragraphs begin with an indent, so that a line at the margin goes on. */
  readonly indented: boolean;
}

const ENDED = /[。！？!?…；;：:]["”』」）)]*$/;

/** The outermost coordinate that several lines reach: one line too long must not set the margin. */
function marginOf(values: readonly number[], slack: number): number {
  const least = Math.min(3, Math.ceil(values.length / 2));
  const sorted = values.toSorted((a, b) => b - a);
  return sorted.find((value, index) => (sorted[index + least - 1] ?? Number.NEGATIVE_INFINITY) >= value - slack) ?? sorted[0] ?? 0;
}

/** Where a line ends without the marks at its end, which some programs hang into the margin. */
function innerRight({ letters, right }: TextLine): number {
  const last = letters.findLast(({ text }) => text.trim() !== '' && !/[，。、；：！？）》”’]/.test(text));
  return last?.right ?? right;
}

/** The settings by the width of the page. */
function settingsOf(lines: readonly PlacedLine[]): ReadonlyMap<number, Setting> {
  return new Map(
    [...new Set(lines.map(({ pageWidth }) => pageWidth))].map((width) => {
      const own = lines.filter(({ pageWidth }) => pageWidth === width);
      const size = medianOf(own.map(({ line }) => line.size));
      const pitches = own.flatMap(({ line, page }, index) => {
        const next = own[index + 1];
        return next && next.page === page && next.line.base > line.base ? [next.line.base - line.base] : [];
      });
      const left = -marginOf(
        own.map(({ line }) => -line.left),
        size / 2,
      );
      const right = marginOf(
        own.map(({ line }) => innerRight(line)),
        size,
      );
      const indents = own.filter(({ line }) => line.left > left + 0.8 * size && line.left < left + 5 * size).length;
      return [width, { left, right, pitch: medianOf(pitches), indented: indents >= 2 && indents * 8 >= own.length }];
    }),
  );
}

function goesOn(before: PlacedLine, next: PlacedLine, { left, right, pitch, indented }: Setting): boolean {
  const { size } = before.line;
  if (Math.abs(size - next.line.size) > 0.15 * Math.max(size, next.line.size)) return false;
  if (before.page === next.page && next.line.base - before.line.base > 1.4 * Math.max(pitch, size)) return false;
  if (before.pageWidth !== next.pageWidth) return false;
  if (next.line.left > left + 0.8 * size && next.line.left > before.line.left - 1.5 * size) return false;
  const full = before.line.right + firstUnit(next.line).width > right - 0.6 * size;
  if (!full) return false;
  // Where paragraphs have no indent, a sentence that ends at the end of a line, or of a page, ends the paragraph when what follows could begin one.
  return indented || !(ENDED.test(textOf(before.line.letters)) && (before.page !== next.page || leadingNumber(textOf(next.line.letters)) !== ''));
}

const WIDE_END = new RegExp(`[${HAN}\\u2e80-\\u303f\\ufe30-\\ufe4f\\uff00-\\uffef“”‘’…—-]$`);
const WIDE_START = new RegExp(`^[${HAN}\\u2e80-\\u303f\\ufe30-\\ufe4f\\uff00-\\uffef“”‘’…—]`);

function paragraph(lines: readonly PlacedLine[]): Paragraph {
  let text = '';
  const starts: { start: number; place: SourcePlace }[] = [];
  for (const { line, place } of lines) {
    const own = textOf(line.letters);
    if (text !== '' && !WIDE_END.test(text) && !WIDE_START.test(own) && !(/\d$/.test(text) && /^\d/.test(own))) text += ' ';
    starts.push({ start: text.length, place });
    text += own;
  }
  return { kind: 'paragraph', text, place: starts[0]!.place, ...(starts.length > 1 ? { lines: starts } : {}) };
}

/** Lines with this many pieces apart are rows of a table without rules, when this many follow each other in one stretch. */
const PIECES = 3;
const ROWS = 3;

/** In such rows a smaller gap parts columns than in running text: that between the cells, in shares of the height of letters. */
const CELL_GAP = 0.3;

/** A line with its pieces at columns of the width of half a letter, as a text file would have it. */
function lineBlock({ line, place }: PlacedLine, left: number, column: number): Line {
  let text = '';
  const segments = segmentsOf(line, CELL_GAP).map((letters) => {
    const own = textOf(letters);
    const at = Math.max(Math.round((letters[0]!.left - left) / column), text === '' ? 0 : widthOf(text) + 2);
    text += ' '.repeat(Math.max(0, at - widthOf(text))) + own;
    return { text: own, start: at, end: at + widthOf(own) };
  });
  return { kind: 'line', text, segments, place };
}

const WIDE = new RegExp(`[${HAN}\\u2e80-\\u303f\\ufe30-\\ufe4f\\uff00-\\uff60“”‘’…—]`);

function widthOf(text: string): number {
  let width = 0;
  for (const one of text) width += WIDE.test(one) ? 2 : 1;
  return width;
}

/** A stretch of lines without a table between them, as blocks; where it has columns, what is no running text stays lines, whose order tells what they are. */
function blocksOf(stretch: readonly PlacedLine[], settings: ReadonlyMap<number, Setting>): readonly Block[] {
  const open: PlacedLine[][] = [];
  for (const line of stretch) {
    const last = open.at(-1)?.at(-1);
    if (last && goesOn(last, line, settings.get(last.pageWidth)!)) open.at(-1)!.push(line);
    else open.push([line]);
  }
  const rows = stretch.filter(({ line }) => segmentsOf(line).length >= PIECES);
  if (rows.length < ROWS) return open.map(paragraph);
  const column = medianOf(rows.map(({ line }) => line.size)) / 2;
  const left = Math.min(...stretch.map(({ line }) => line.left));
  const isRunning = (lines: readonly PlacedLine[]): boolean => lines.length > 1 && lines.every(({ line }) => segmentsOf(line).length === 1);
  return open.flatMap((lines): readonly Block[] => (isRunning(lines) ? [paragraph(lines)] : lines.map((line) => lineBlock(line, left, column))));
}

/** The blocks of every stretch of lines; all of them together say how the text is set. */
export function paragraphsOf(stretches: readonly (readonly PlacedLine[])[]): readonly (readonly Block[])[] {
  const settings = settingsOf(stretches.flat());
  return stretches.map((stretch) => blocksOf(stretch, settings));
}
