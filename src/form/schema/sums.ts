/** The keyword `sums`: what it says in a schema and how it is evaluated. */
import type { Basis, Relation } from '../editions/index.js';

/**
 * One relation of the report as the keyword `sums` carries it. Pointers are JSON Pointers relative to the value the
 * keyword applies to. `=` is asserted; `>=` is advice for people and tools and never fails a value.
 */
export interface SumSpec {
  /** The rule of `gov-report lint` that reports it. */
  readonly rule: string;
  readonly comparison: '=' | '>=';
  readonly left: readonly { readonly sign: 1 | -1; readonly pointer: string }[];
  /** The first term is the cell that an error points at. */
  readonly right: readonly { readonly sign: 1 | -1; readonly pointer: string }[];
  readonly basis: Basis;
}

/** The value of `sums` for relations of the form. */
export function sumsOf(relations: readonly Relation[]): readonly SumSpec[] {
  return relations.map(({ rule, comparison, left, right, basis }) => ({ rule, comparison, left, right, basis }));
}

/** What an error of `sums` says in its `params`. Pointers are absolute, as `instancePath` is. */
export interface SumParams {
  readonly rule: string;
  /** The signed sums of the two sides. */
  readonly left: number;
  readonly right: number;
  readonly terms: readonly { readonly pointer: string; readonly side: 'left' | 'right'; readonly sign: 1 | -1; readonly value: number }[];
}

/** One broken sum, in the form of an Ajv error object. */
export interface SumError {
  readonly keyword: 'sums';
  readonly instancePath: string;
  readonly params: SumParams;
  readonly message: string;
}

/**
 * The sums of `sums` that `data` breaks, only the first unless `all`. A sum with an operand that is no number (blank,
 * absent) is not evaluated: completeness is for `required` and `type` to say. Counts are whole, so the comparison is exact.
 *
 * Uses nothing outside itself and declares no inner function: standalone code embeds its source text.
 */
export function brokenSums(sums: readonly SumSpec[], data: unknown, instancePath: string, all: boolean): SumError[] {
  const errors: SumError[] = [];
  for (const sum of sums) {
    if (sum.comparison !== '=') continue;
    const total = { left: 0, right: 0 };
    const terms: SumParams['terms'][number][] = [];
    for (const side of ['left', 'right'] as const) {
      for (const { sign, pointer } of sum[side]) {
        let value = data;
        for (const part of pointer.slice(1).split('/')) {
          const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
          value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
        }
        if (typeof value !== 'number') continue;
        total[side] += sign * value;
        terms.push({ pointer: instancePath + pointer, side, sign, value });
      }
    }
    if (terms.length < sum.left.length + sum.right.length || total.left === total.right) continue;
    errors.push({
      keyword: 'sums',
      instancePath: instancePath + (sum.right[0]?.pointer ?? ''),
      params: { rule: sum.rule, left: total.left, right: total.right, terms },
      message: `must satisfy the sum ${sum.rule}: ${total.left} is not ${total.right}`,
    });
    if (!all) break;
  }
  return errors;
}
