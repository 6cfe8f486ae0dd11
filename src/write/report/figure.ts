/** What a cell of a report is printed as. */
import { cleanText } from '../../base/text/clean.js';
import { readCell } from '../../base/text/number.js';
import { plainNumber } from '../../base/text/plain-number.js';
import type { CellSpec } from '../../form/editions/index.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';

/** Stands where the document held something whose value its layout lost: neither blank, nor 0, nor a figure. */
export const LOST = '？';

/** The value of a cell: a number, or null when it is blank, unreadable or not there. */
export function numberAt({ report }: Reading, { pointer }: Pick<CellSpec, 'pointer'>): number | null {
  const value = valueAt(report, pointer);
  return typeof value === 'number' ? value : null;
}

/**
 * What is printed in a cell: the text as it stands in the document when it says what the model says (22（其中修订16件）, “/”, 3,119),
 * else the number. Blank stays blank; a lost value is `LOST`.
 */
export function figureText(reading: Reading, cell: Pick<CellSpec, 'pointer' | 'column'>): string {
  const value = numberAt(reading, cell);
  const located = reading.locations.get(cell.pointer);
  if (located?.lost) return LOST;
  const raw = cleanText(located?.raw ?? '').trim();
  if (raw !== '') {
    const read = readCell(raw, cell.column.kind === 'change');
    if (('value' in read ? read.value : null) === value) return raw;
  }
  return value === null ? '' : plainNumber(value);
}
