/** Telling what each row of a grid is: a block heading, a header, a row of the form, or neither. */
import { foldLabel } from '../../base/text/normalise.js';
import type { Cell, Grid } from '../document.js';
import { cellsInRow } from '../grid.js';
import { cellText } from './cell-text.js';
import { blockHeadingOf, headerLabels, isCorner, rowGroupLabels, rowLabels } from './labels.js';

/** What a row is taken for before any table is chosen. */
export type RowKind = 'heading' | 'header' | 'data' | 'noise';

const PAGE_NUMBER =
  /^[\s\u00a0\u3000]*(?:[-—–－―·.]+[\s\u00a0]*\d{1,4}[\s\u00a0]*[-—–－―·.]+|第[\s\u00a0]*\d{1,4}[\s\u00a0]*页.{0,10}|\d{1,4})[\s\u00a0\u3000]*$/;

/** Whether a text is a printed page number. */
export function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text);
}

function isLongHeaderLabel(folded: string): boolean {
  return folded.length >= 5 && headerLabels.has(folded);
}

/** Classifies one row by its own cells. */
export function rowKind(grid: Grid, row: number): RowKind {
  const own = cellsInRow(grid, row).filter((cell) => cell.row === row && cellText(cell).folded !== '');
  const all = cellsInRow(grid, row);
  if (own.length === 0) return all.length > 1 ? 'data' : 'noise';
  const [only] = own;
  const values = own.filter((cell) => cellText(cell).isValue).length;
  if (own.length === 1 && only && (all.length === 1 || /^\s*[-—–－]/.test(only.text)) && isPageNumber(only.text)) return 'noise';
  if (values === 0) {
    const texts = new Set(own.map((cell) => cellText(cell).folded));
    if (own.some((cell) => blockHeadingOf(cellText(cell).folded) !== undefined) && texts.size <= 2) return 'heading';
    const hits = own.filter((cell) => headerLabels.has(cellText(cell).folded)).length;
    const corner = own.some((cell) => isCorner(cellText(cell).folded));
    const alone = own.length === 1 && only !== undefined && !rowLabels.has(cellText(only).folded);
    if (hits >= 2 || corner || (hits === 1 && (alone || own.some((cell) => isLongHeaderLabel(cellText(cell).folded))))) return 'header';
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
    const folded = cellText(cell).folded;
    if (folded === '') continue;
    if (cellText(cell).isValue) {
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
