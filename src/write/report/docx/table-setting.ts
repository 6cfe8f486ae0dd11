/** How large a table is set: columns in which no figure is broken, and the form on one page. */
import { displayWidth } from '../../../base/text/width.js';
import { type LayoutCell, rowHeights } from '../layout.js';
import type { TablePart } from '../parts.js';
import { wrapCell } from '../wrap-cell.js';
import type { StyleId } from './styles.js';

/** Width of the text area in twentieths of a point, as all distances here: 156 mm. */
export const TEXT_WIDTH = 8844;
/** What a page leaves for a table below its heading: 225 mm less the heading, with a little in reserve. */
const PAGE_HEIGHT = 11_900;

/** Blank at the left and right of a cell, and above and below. */
export const MARGIN = 50;
/** See `MARGIN`. */
export const PADDING = 25;

/** How a table is set. */
export interface Setting {
  readonly style: StyleId;
  readonly widths: readonly number[];
  /** Size of the text in half points: 小四 where there is room, 五号 and less where there is not. */
  readonly size: number;
  /** Distance of its lines. */
  readonly line: number;
  /** Least height of a row. */
  readonly height: number;
  /** Whether size and line are those of the style. */
  readonly usual: boolean;
}

const ROOMY = { style: 'TableText', size: 24, line: 360, height: 500 } as const;
const DENSE = { style: 'TableSmall', size: 21, line: 260, height: 350 } as const;
/** Tables with more columns than this are set densely. */
const FEW = 6;
const SMALLEST = 12;
/** A label of so many characters stays on one line. */
const SHORT = 3;

/** The largest setting in which no figure is broken and a form with several label columns fits on its page; else the smallest. */
export function settingOf(table: TablePart): Setting {
  const usual = table.width <= FEW ? ROOMY : DENSE;
  for (let size: number = usual.size; ; size -= 1) {
    const scale = size / usual.size;
    const widths = table.labelWidth > 1 ? formWidths(table, size) : evenWidths(table, size);
    const setting = {
      ...usual,
      widths: widths ?? equal(table.width),
      size,
      line: Math.round(usual.line * scale),
      height: Math.round(usual.height * scale),
      usual: size === usual.size,
    };
    if (size <= SMALLEST || (widths && (table.labelWidth <= 1 || heightOf(table, setting) <= PAGE_HEIGHT))) return setting;
  }
}

/** Height of a table as its text wraps; half a Chinese character is the unit of width. */
function heightOf(table: TablePart, { widths, size, line, height }: Setting): number {
  const need = ({ text, column, columnSpan }: LayoutCell): number => {
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, -2 * MARGIN);
    return wrapCell(text, Math.floor(width / (size * 5))).length * line + 2 * PADDING;
  };
  return rowHeights(table, need, height, 0).reduce((sum, one) => sum + one, 0);
}

function equal(count: number): readonly number[] {
  const width = Math.floor(TEXT_WIDTH / count);
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? TEXT_WIDTH - width * (count - 1) : width));
}

/** Width of so many Chinese characters in a cell. */
function characters(count: number, size: number): number {
  return count * size * 10 + 2 * MARGIN + 20;
}

/** Least width of every value column: its label on one line if it is short, and its longest figure; a digit is half a character wide. */
function least({ rows, width, labelWidth }: TablePart, size: number): readonly number[] {
  const widths = Array.from({ length: width - labelWidth }, () => characters(2, size));
  for (const { kind, text, column, columnSpan } of rows.flat()) {
    if ((kind !== 'value' && kind !== 'column') || columnSpan > 1) continue;
    const words = kind === 'column' ? [text].filter(({ length }) => length <= SHORT) : (text.match(/[\u0021-\u007e]+/g) ?? []);
    const longest = Math.max(0, ...words.map(displayWidth));
    const index = column - labelWidth;
    widths[index] = Math.max(widths[index]!, characters(longest / 2, size));
  }
  return widths;
}

/** All columns alike. */
function evenWidths(table: TablePart, size: number): readonly number[] | undefined {
  const widths = equal(table.width);
  return least(table, size).every((need, index) => need <= widths[table.labelWidth + index]!) ? widths : undefined;
}

/** Narrow columns for the labels over several rows, the widest for the rows' own. */
function formWidths(table: TablePart, size: number): readonly number[] | undefined {
  const groups = Array.from({ length: table.labelWidth - 1 }, (_, level) => characters(level === 0 ? 3 : 4, size));
  const values = least(table, size);
  const rest = TEXT_WIDTH - [...groups, ...values].reduce((sum, width) => sum + width, 0);
  return rest < characters(10, size) ? undefined : [...groups, rest, ...values];
}
