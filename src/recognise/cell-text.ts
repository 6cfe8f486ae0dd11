/** What the text of a cell amounts to, worked out once per cell. */
import type { Cell } from '../source/document.js';
import { foldCell } from '../text/normalise.js';
import { readCell } from '../text/number.js';

/** A cell's folded text, and whether it holds what value cells hold: a number, a mark for nothing, an annotated number. */
export interface CellText {
  readonly folded: string;
  readonly isValue: boolean;
}

const known = new WeakMap<Cell, CellText>();

/** The folded text and kind of a cell. */
export function cellText(cell: Cell): CellText {
  const before = known.get(cell);
  if (before) return before;
  const { kind } = readCell(cell.text, true);
  const made = { folded: foldCell(cell.text), isValue: kind !== 'blank' && kind !== 'other' };
  known.set(cell, made);
  return made;
}
