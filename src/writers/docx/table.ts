/** Tables of a Word document, with the form's own merged cells. */
import { displayWidth } from '../../text/width.js';
import { escapeXml } from '../clean.js';
import { type LayoutCell, slotsOf } from '../layout.js';
import type { TablePart } from '../parts.js';
import { type NextId, paragraph, run } from './paragraph.js';

/** Width of the text area in twentieths of a point: 156 mm. */
export const TEXT_WIDTH = 8844;

/** Blank at the left and right of a cell, and above and below. */
const MARGIN = 50;
const PADDING = 25;

interface Setting {
  readonly widths: readonly number[];
  /** Size of the text in half points: 小四 where there is room, 五号 and less where there is not. */
  readonly size: number;
  /** Least height of a row. */
  readonly height: number;
}

const ROOMY = { size: 24, height: 560 } as const;
const DENSE = { size: 21, height: 350 } as const;
/** Tables with more columns than this are set densely. */
const FEW = 6;
const SMALLEST = 12;
/** A label of so many characters stays on one line. */
const SHORT = 3;

/** A table as wide as the text; it stays on one page if it fits, or its blocks do, each with its own header. */
export function tableXml(id: NextId, table: TablePart): string {
  const setting = settingOf(table);
  const slots = slotsOf(table);
  const rows = slots.map((line, row) => {
    const cells = line.filter((cell, column) => cell !== line[column - 1]);
    const header = row < table.headerRows ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${setting.height}" w:hRule="atLeast"/>${header}</w:trPr>${cells
      .map((cell) => cellXml(id, cell, row, setting, staysWithNext(table, row)))
      .join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:top w:w="${PADDING}" w:type="dxa"/><w:left w:w="${MARGIN}" w:type="dxa"/><w:bottom w:w="${PADDING}" w:type="dxa"/><w:right w:w="${MARGIN}" w:type="dxa"/></w:tblCellMar>`,
    `<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escapeXml(table.name)}"/></w:tblPr>`,
    `<w:tblGrid>${setting.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
  ].join('');
}

function staysWithNext({ rows }: TablePart, row: number): boolean {
  return row < rows.length - 1 && rows[row + 1]![0]?.kind !== 'heading';
}

function cellXml(id: NextId, cell: LayoutCell, row: number, { widths, size }: Setting, keepNext: boolean): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, one) => sum + one, 0);
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const merge = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const roomy = size === ROOMY.size;
  const text = cell.row !== row ? '' : run(cell.text, roomy || size === DENSE.size ? {} : { size });
  const body = paragraph(id, roomy ? 'TableText' : 'TableSmall', text, {
    keepNext,
    // Row labels start at the left, as in the form; figures and headers stand in the middle.
    ...(cell.kind === 'row' && !roomy ? { properties: '<w:jc w:val="left"/>' } : {}),
  });
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${body}</w:tc>`;
}

/** Sizes and widths such that no figure is broken: columns as wide as their longest figure, row labels in the rest. */
function settingOf(table: TablePart): Setting {
  const { size, height } = table.width <= FEW ? ROOMY : DENSE;
  for (let smaller = size as number; ; smaller -= 1) {
    const widths = table.labelWidth > 1 ? formWidths(table, smaller) : evenWidths(table, smaller);
    if (widths || smaller <= SMALLEST) return { widths: widths ?? equal(table.width), size: smaller, height };
  }
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
