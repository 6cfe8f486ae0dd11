/** What the text of a cell amounts to, worked out once per cell. */
import { foldCell } from '../../base/text/normalise.js';
import { readCell } from '../../base/text/number.js';
import type { Cell } from '../document.js';

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
