/** Last year's report as the history rules ask for it. */
import { type CellPointer, editionForYear } from '../../form/editions/index.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import type { RuleContext } from '../rule.js';

/** The report of the year before, of the same unit as far as is known. */
export interface LastYear {
  readonly reading: Reading;
  readonly year: number;
  /** The number at a cell, null when blank or unreadable, undefined when the table has no such cell. */
  value(pointer: CellPointer): number | null | undefined;
}

/** Last year's report, when one was given and it is of the year before; undefined when nothing can be compared. */
export function lastYear(context: RuleContext): LastYear | undefined {
  const { previous, reading, options } = context;
  const thisYear = options.year ?? reading.report.year;
  const year = previous?.report.year ?? (thisYear === undefined ? undefined : thisYear - 1);
  if (!previous || year === undefined || (thisYear !== undefined && year !== thisYear - 1)) return undefined;
  const value = (pointer: CellPointer): number | null | undefined => {
    const cell = valueAt(previous.report, pointer);
    return typeof cell === 'number' || cell === null ? cell : undefined;
  };
  return { reading: previous, year, value };
}

/** Whether both years were to use the same form. */
export function sameFormYears(year: number): boolean {
  return editionForYear(year) === editionForYear(year + 1);
}
