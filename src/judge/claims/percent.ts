/** What is computed from a percentage, and how it may be printed. */
import type { CellPointer } from '../../form/editions/index.js';
import type { ClaimReading } from './claim.js';
import type { CellValue } from './compare.js';
import type { NumberToken } from './frame.js';
import type { Token } from './tokens.js';

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

/** A percentage that is not written as about. */
export function isPercent(token: Token): token is NumberToken {
  return token.type === 'number' && token.number.unit === '%' && !token.number.about;
}

/** Whether a percentage is printed for `actual`: rounded or cut at its last place. */
export function prints({ number }: NumberToken, actual: number): boolean {
  const above = actual - number.value;
  return above < number.step - 1e-9 && above >= -number.step / 2 - 1e-9;
}

/** A value in per cent, to one place more than printed. */
export function rounded(value: number, { number }: NumberToken): number {
  const places = Math.max(0, Math.round(-Math.log10(number.step))) + 1;
  return Number(value.toFixed(places));
}

/** Whether a number of a paragraph is one that the tables contradict. */
export type IsTold = (pointer: string, token: NumberToken) => boolean;

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
