/** Figures of the last column that the edge of a page cut short, told by the sums of their rows. */
import { readCell } from '../../../base/text/number.js';
import { type ColumnSpec, editions, type TableKey } from '../../../form/editions/index.js';
import { isLost, type Slot } from './line.js';

/** Digits from which one cut figure alone is believed: shorter ones have room wherever the header 总计 has. */
const WIDER_THAN_HEADER = 5;
/** Shorter ones are believed when this many stand in the table and all of them are cut. */
const ALL_ALIKE = 3;

interface Printed {
  readonly row: number;
  /** The digits that stand in the last column; empty when nothing does. */
  readonly digits: string;
  /** What the row's other figures say should stand there; undefined where they do not tell. */
  readonly sum: string | undefined;
}

/** The columns whose sum the last column is, as indices; undefined where the form has no such sum. */
function partsOf(columns: readonly ColumnSpec[], table: TableKey): readonly number[] | undefined {
  const last = columns.at(-1)?.key;
  const relation = editions
    .flatMap(({ tables }) => tables.filter(({ key }) => key === table).flatMap(({ relations }) => relations))
    .find(({ repeat, comparison, right }) => repeat === 'for-each-row' && comparison === '=' && right.length === 1 && right[0] === last);
  const parts = relation?.left.map((key) => columns.findIndex((column) => column.key === key));
  return parts?.includes(-1) ? undefined : parts;
}

/** The figure in a slot: nothing and marks for nothing add nothing; undefined when it cannot be told. */
function figure(slot: Slot): number | undefined {
  if (slot === 'blank') return 0;
  if (isLost(slot)) return undefined;
  const read = readCell(slot.text);
  return read.kind === 'mark' ? 0 : 'value' in read ? read.value : undefined;
}

function printed(slots: readonly Slot[], row: number, parts: readonly number[]): readonly Printed[] {
  const last = slots.at(-1)!;
  const digits = last === 'blank' ? '' : isLost(last) ? undefined : last.text.replace(/[,，]/g, '');
  if (digits === undefined || !/^\d*$/.test(digits)) return [];
  const figures = parts.map((column) => figure(slots[column]!));
  const told = figures.every((value) => value !== undefined) && parts.some((column) => slots[column] !== 'blank');
  return [{ row, digits, sum: told ? String(figures.reduce((sum, value) => sum! + value!, 0)) : undefined }];
}

/**
 * Rows whose last figure is not to be believed. A figure is cut when it is the beginning of its row's sum and every longer
 * sum is cut as well: an edge spares no figure that is as long. A clerk's own wrong sum does not look so, and stays. Beside
 * cut figures those that no sum bears out are lost too, unless they are too short to have reached the edge.
 */
export function cutRows(rows: ReadonlyMap<number, readonly Slot[]>, columns: readonly ColumnSpec[], table: TableKey): ReadonlySet<number> {
  const parts = partsOf(columns, table);
  if (!parts) return new Set();
  const all = [...rows].flatMap(([row, slots]) => printed(slots, row, parts));
  const whole = all.filter(({ digits, sum }) => digits !== '' && digits === sum);
  const longestWhole = Math.max(0, ...whole.map(({ digits }) => digits.length));
  const cut = all.flatMap(({ digits, sum }) =>
    digits !== '' && sum !== undefined && sum.length > Math.max(longestWhole, digits.length) && sum.startsWith(digits) ? [{ digits, sum }] : [],
  );
  const least = Math.min(...cut.map(({ sum }) => sum.length));
  const checked = all.filter(({ digits, sum }) => digits !== '' && sum !== undefined).length;
  const evident = least >= WIDER_THAN_HEADER ? cut.length > 0 : cut.length >= ALL_ALIKE && cut.length === checked;
  if (!evident) return new Set();
  // Of centred figures one two digits shorter reaches the edge with one digit less.
  const safe = longestWhole === 0 ? 0 : Math.min(...cut.map(({ digits, sum }) => 2 * digits.length - sum.length));
  return new Set(all.flatMap(({ row, digits, sum }) => (digits !== '' && (digits === sum || digits.length <= safe) ? [] : [row])));
}
