/** Telling what each row of a grid is: a block heading, a header, a row of the form, or neither. */
import type { Cell, Grid } from '../source/document.js';
import { cellsInRow } from '../source/grid.js';
import { foldLabel } from '../text/normalise.js';
import { readCell } from '../text/number.js';
import { blockHeadingOf, headerLabels, isCorner, rowGroupLabels, rowLabels } from './labels.js';

/** What a row is taken for before any table is chosen. */
export type RowKind = 'heading' | 'header' | 'data' | 'noise';

const PAGE_NUMBER =
  /^[\s\u00a0\u3000]*(?:[-—–－―·.]+[\s\u00a0]*\d{1,4}[\s\u00a0]*[-—–－―·.]+|第[\s\u00a0]*\d{1,4}[\s\u00a0]*页.{0,10}|\d{1,4})[\s\u00a0\u3000]*$/;

/** Whether a cell holds what value cells hold: a number, a mark for nothing, an annotated number. */
export function isValueText(text: string): boolean {
  const { kind } = readCell(text, true);
  return kind !== 'blank' && kind !== 'other';
}

/** Whether a text is a printed page number. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text);
}

function isLongHeaderLabel(text: string): boolean {
  const folded = foldLabel(text);
  return folded.length >= 5 && headerLabels.has(folded);
}

/** Classifies one row by its own cells. */
export function rowKind(grid: Grid, row: number): RowKind {
  const own = cellsInRow(grid, row).filter((cell) => cell.row === row && foldLabel(cell.text) !== '');
  const all = cellsInRow(grid, row);
  if (own.length === 0) return all.length > 1 ? 'data' : 'noise';
  const [only] = own;
  const values = own.filter((cell) => isValueText(cell.text)).length;
  if (own.length === 1 && only && (all.length === 1 || /^\s*[-—–－]/.test(only.text)) && isPageNumber(only.text)) return 'noise';
  if (values === 0) {
    if (own.some((cell) => blockHeadingOf(cell.text) !== undefined) && own.length <= 2) return 'heading';
    const hits = own.filter((cell) => headerLabels.has(foldLabel(cell.text))).length;
    const corner = own.some((cell) => isCorner(cell.text));
    const alone = own.length === 1 && only !== undefined && !rowLabels.has(foldLabel(only.text));
    if (hits >= 2 || corner || (hits === 1 && (alone || own.some((cell) => isLongHeaderLabel(cell.text))))) return 'header';
    if (all.length === 1) return 'noise';
  }
  return 'data';
}

/** Index, among the distinct cells of a row, of the cell that labels it: the last one of words before its values; -1 when there is none. */
export function labelIndexOf(cells: readonly Cell[], row: number, before = Number.POSITIVE_INFINITY): number {
  let found = -1;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]!;
    if (cell.column >= before) break;
    const folded = foldLabel(cell.text);
    if (folded === '') continue;
    if (isValueText(cell.text)) {
      if (found !== -1) break;
      continue;
    }
    // A group label that spans down from an earlier row is no label of this one.
    if (cell.row !== row && found === -1 && cell.rowSpan > 1) continue;
    found = index;
  }
  return found;
}

/** Whether a label only names a group of rows. */
export function isGroupLabel(text: string): boolean {
  return rowGroupLabels.has(foldLabel(text));
}
