/** What is computed from a percentage, and how it may be printed. */
import type { CellPointer } from '../../form/editions/index.js';
import type { ClaimReading } from './cells.js';
import type { CellValue } from './compare.js';
import type { WrittenNumber } from './number.js';
import type { Figure } from './tree.js';

/** A percentage, or a change in number, that no way of computing it gives. */
export interface WrongShare {
  /** `growth` is a change in per cent, `change` one in number. */
  readonly kind: 'share' | 'rate' | 'growth' | 'change';
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** As printed; negative for a decrease. */
  readonly printed: number;
  /** What it is computed from, the likeliest way. */
  readonly part: number;
  readonly whole: number;
  /** A percentage to one place more than printed. */
  readonly expected: number;
  readonly cells: readonly CellPointer[];
}

/** Whether a number is a percentage. */
export function isPercent(figure: Figure | undefined): figure is Figure {
  return figure?.number.unit === '%';
}

/** How far from a round number what is more or less than it may be: 六成以上, 近50%. */
function room({ value, step }: WrittenNumber): number {
  if (step > 1) return step;
  if (value % 10 === 0) return 10;
  return value % 5 === 0 ? 5 : Math.max(2, step);
}

/** Whether a percentage is printed for `actual`: rounded or cut at its last place; with 以上, 近, 约 on the side and within the room that says. */
export function prints({ number }: Figure, actual: number): boolean {
  const { value, step, bound } = number;
  const above = actual - value;
  if (bound === 'over') return above > -step / 2 && above < room(number);
  if (bound === 'under') return above < 1e-9 && above > -room(number);
  if (bound === 'near') return Math.abs(above) <= Math.max(step, room(number) / 3);
  return above < step - 1e-9 && above >= -step / 2 - 1e-9;
}

/** A value in per cent, to one place more than printed. */
export function rounded(value: number, { number }: Figure): number {
  const places = Math.max(0, Math.round(-Math.log10(number.step))) + 1;
  return Number(value.toFixed(places));
}

/** Whether a number of a paragraph is one that the tables contradict. */
export type IsTold = (pointer: string, figure: Figure) => boolean;

/** The sum of the cells of a reading; undefined when one is blank or missing. */
export function total(reading: ClaimReading, value: CellValue): number | undefined {
  let sum = 0;
  for (const { pointer, sign } of reading) {
    const cell = value(pointer);
    if (typeof cell !== 'number') return undefined;
    sum += sign * cell;
  }
  return sum;
}
