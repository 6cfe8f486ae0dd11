/** Cells without a number that are not blank. */
import { readCell } from '../base/text/number.js';
import type { CellSpec } from '../form/editions/index.js';
import type { Located } from '../form/model/reading.js';

/** Whether what stands in a cell without a number is no blank: the layout lost it, or nobody can read it as a figure. */
export function isUnreadable(located: Located | undefined, column: CellSpec['column']): boolean {
  return located !== undefined && (located.lost !== undefined || readCell(located.raw, column.kind === 'change').kind === 'other');
}
