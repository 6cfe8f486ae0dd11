/** A report as plain text: paragraphs parted by blank lines, tables drawn with their merged cells as in the form. */
import { displayWidth } from '../../base/text/width.js';
import type { Reading } from '../../form/model/reading.js';
import { type LayoutCell, rowHeights, slotsOf } from './layout.js';
import { partsOf, type TablePart, type TextPart } from './parts.js';
import { wrapCell } from './wrap-cell.js';

/** Display width that labels are wrapped to: row groups (from left to right, the last for the rows themselves) and columns. */
const ROW_GROUP = 14;
const ROW = 28;
const COLUMN = 8;

/** The report as plain text, ending in a line break; to be seen in a font whose Chinese characters are two columns wide. */
export function reportText(reading: Reading): string {
  const blocks = partsOf(reading).map((part) => (part.kind === 'table' ? drawTable(part) : paragraph(part)));
  return `${blocks.join('\n\n')}\n`;
}

/** A tab or a run of blanks would part the line into the cells of a table. */
function paragraph({ text }: TextPart): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/[ \t]+/g, ' '))
    .join('\n\n');
}

function drawTable(table: TablePart): string {
  const widths = columnWidths(table);
  const inner = (cell: LayoutCell): number =>
    widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 3 * (cell.columnSpan - 1));
  const lines = new Map(table.rows.flat().map((cell) => [cell, wrapCell(cell.text, inner(cell))]));
  const heights = rowHeights(table, (cell) => lines.get(cell)!.length, 1, 1);
  const slots = slotsOf(table);
  const out: string[] = [];
  for (let row = 0; row <= table.rows.length; row += 1) {
    out.push(rule(slots, row, widths, (cell) => lineOf(cell, row, true)));
    if (row === table.rows.length) break;
    for (let line = 0; line < heights[row]!; line += 1) out.push(drawLine(slots[row]!, (cell) => lineOf(cell, row, false, line)));
  }
  return out.join('\n');

  /** The padded text of a cell on a line of a row, or on the rule above that row where the cell goes through it. */
  function lineOf(cell: LayoutCell, row: number, onRule: boolean, line = 0): string {
    let at = line;
    for (let above = cell.row; above < row; above += 1) at += heights[above]! + 1;
    if (onRule) at -= 1;
    return pad(lines.get(cell)![at] ?? '', inner(cell), cell.kind === 'value');
  }
}

/** Wide enough for every word and figure, and for a label wrapped to its measure. */
function columnWidths(table: TablePart): readonly number[] {
  const widths = Array.from({ length: table.width }, () => 1);
  for (const cell of table.rows.flat()) {
    const measure = cell.kind === 'row-group' ? ROW_GROUP : cell.kind === 'row' ? ROW : COLUMN;
    const need = Math.max(...wrapCell(cell.text, measure).map(displayWidth));
    const last = cell.column + cell.columnSpan - 1;
    if (cell.columnSpan === 1) widths[last] = Math.max(widths[last]!, need);
  }
  for (const cell of table.rows.flat()) {
    if (cell.columnSpan === 1 || cell.kind === 'heading' || cell.kind === 'banner') continue;
    const last = cell.column + cell.columnSpan - 1;
    const have = widths.slice(cell.column, last + 1).reduce((sum, width) => sum + width, 3 * (cell.columnSpan - 1));
    // Labels wrap to what is there; a figure or a word that cannot wrap widens its last column.
    const need = Math.max(...wrapCell(cell.text, have).map(displayWidth));
    if (need > have) widths[last]! += need - have;
  }
  return widths;
}

/** The rule above a row: a dash over every slot that begins a cell, the text of cells that go through it. */
function rule(slots: readonly (readonly LayoutCell[])[], row: number, widths: readonly number[], through: (cell: LayoutCell) => string): string {
  const above = slots[row - 1];
  const below = slots[row];
  let line = '';
  for (let column = 0; column < widths.length; ) {
    const cell = below?.[column];
    const left = column === 0 || above?.[column] !== above?.[column - 1] || below?.[column] !== below?.[column - 1];
    if (cell && cell === above?.[column]) {
      const ruled = column > 0 && above?.[column - 1] !== below?.[column - 1];
      line += `${ruled || column === 0 ? '+' : '|'} ${through(cell)} `;
      if (column === 0) line = `|${line.slice(1)}`;
      column += cell.columnSpan;
      continue;
    }
    line += `${left ? '+' : '-'}${'-'.repeat(widths[column]! + 2)}`;
    column += 1;
  }
  const last = widths.length - 1;
  return `${line}${below && above?.[last] === below[last] ? '|' : '+'}`;
}

function drawLine(slots: readonly LayoutCell[], text: (cell: LayoutCell) => string): string {
  const cells = slots.filter((cell, column) => cell !== slots[column - 1]);
  return `|${cells.map((cell) => ` ${text(cell)} |`).join('')}`;
}

function pad(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(width - displayWidth(text));
  return right ? blanks + text : text + blanks;
}
