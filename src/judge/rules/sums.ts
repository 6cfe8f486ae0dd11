/** What the arithmetic rules share: broken sums, and totals left blank though their parts are there. */
import type { Sentence } from '../../base/errors.js';
import type { CellPointer, Term } from '../../form/editions/index.js';
import { cellSpec, columnName, rowName } from '../../form/model/names.js';
import type { Finding, RuleContext, Sum } from '../rule.js';
import { type CellState, tableCells } from './cells.js';

/** Figures may be decimal by mistake; their sums are compared within rounding. */
const ROUNDING = 1e-9;

/** A sum without binary dust: 0.1 + 0.2 is 0.3. */
export function round(value: number): number {
  return Number(value.toFixed(6));
}

/** Whether a sum was evaluated and does not hold. */
function isBroken({ relation, left, right }: Sum): boolean {
  if (left === null || right === null) return false;
  return relation.comparison === '=' ? Math.abs(left - right) > ROUNDING : left < right - ROUNDING;
}

/** Every sum of a rule that does not hold. */
export function brokenSums(context: RuleContext, rule: string): readonly (Sum & { readonly left: number; readonly right: number })[] {
  return context.sums.filter((sum): sum is Sum & { left: number; right: number } => sum.relation.rule === rule && isBroken(sum));
}

/** The terms of a side as they are added up: 21＋3＋0, 21 + 3 + 0; with `nonZero`, without the zeros unless nothing is left. */
export function spelled(terms: readonly Term[], context: RuleContext, nonZero = false): Sentence {
  const all = terms.map(({ pointer, sign }) => ({ sign, value: context.value(pointer) ?? 0 }));
  const shown = nonZero ? all.filter(({ value }) => value !== 0) : all;
  if (shown.length === 0) return { zh: '0', en: '0' };
  const [first, ...rest] = shown;
  const written = (minus: string, plus: string): string =>
    `${first!.sign === -1 ? minus.trim() : ''}${first!.value}${rest.map(({ sign, value }) => `${sign === -1 ? minus : plus}${value}`).join('')}`;
  return { zh: written('－', '＋'), en: written(' − ', ' + ') };
}

/** The column that a cell stands in, by name. */
export function columnOf(pointer: CellPointer): Sentence {
  const { column, block } = cellSpec(pointer)!;
  return { zh: columnName(column, block.columns), en: columnName(column, block.columns, 'en') };
}

/** The row that a cell stands in, by name; a total's group (行政复议) where the table has one unlabelled row. */
export function rowOf(pointer: CellPointer): Sentence {
  const { row, column } = cellSpec(pointer)!;
  if (row.key !== '') return { zh: rowName(row), en: rowName(row, 'en') };
  return { zh: (column.groups ?? []).join(' '), en: column.en.replace(/, [^,]*$/, '') };
}

/**
 * A finding about a broken sum, on the last cell of the right-hand side (the total, or what is left over) with the
 * value it would need if every other term were right; none is given when that would be negative.
 */
export function sumFinding(sum: Sum & { readonly left: number; readonly right: number }, context: RuleContext, data: Finding['data']): Finding {
  const { relation, left, right } = sum;
  const on = relation.right.at(-1)!;
  const actual = context.value(on.pointer) ?? null;
  const needed = round((actual ?? 0) + on.sign * (left - right));
  const side = (terms: readonly Term[], name: 'left' | 'right') => terms.map(({ pointer, sign }) => ({ pointer, sign, side: name }));
  return {
    on: on.pointer,
    data: { ...data, left: round(left), right: round(right), difference: Math.abs(round(left - right)) },
    actual,
    ...(needed >= 0 ? { expected: needed } : {}),
    related: [...side(relation.left, 'left'), ...side(relation.right, 'right')],
  };
}

/** A total that is blank though every part of it is there. */
export interface BlankTotal {
  readonly cell: CellState;
  readonly expected: number;
  readonly sum: Sum;
}

/** Every total left blank whose value follows from its parts; each cell once. */
export function blankTotals(context: RuleContext): readonly BlankTotal[] {
  const blank = new Map(
    tableCells(context).flatMap(({ cells }) => cells.filter(({ reading }) => reading.kind === 'blank').map((cell) => [cell.pointer, cell] as const)),
  );
  const found = new Map<CellPointer, BlankTotal>();
  for (const sum of context.sums) {
    const [total, ...others] = sum.relation.right;
    if (sum.relation.comparison !== '=' || !total || others.length > 0 || sum.left === null || sum.left < 0) continue;
    const cell = blank.get(total.pointer);
    if (cell && !found.has(total.pointer)) found.set(total.pointer, { cell, expected: round(sum.left), sum });
  }
  return [...found.values()];
}
