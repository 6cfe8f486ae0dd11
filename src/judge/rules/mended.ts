/** What the tables say once their broken sums are mended: a figure of the text that agrees with that is evidence, not a second fault. */
import type { CellValue } from '../claims/index.js';
import type { RuleContext } from '../rule.js';
import { smallestChanges } from '../solve/changes.js';

/** Of more ways one would agree with any figure. */
const MOST_WAYS = 6;

const known = new WeakMap<RuleContext, readonly CellValue[]>();

/** The tables with each way to mend their sums; none when every sum holds or there are too many ways. */
export function mendedTables(context: RuleContext): readonly CellValue[] {
  const before = known.get(context);
  if (before) return before;
  const ways = smallestChanges(context.sums, (pointer) => context.value(pointer) as number).flatMap(({ alternatives }) =>
    alternatives.length <= MOST_WAYS ? alternatives : [],
  );
  const tables = ways.map((changes): CellValue => {
    const changed = new Map(changes.map(({ pointer, to }) => [pointer, to]));
    return (pointer) => changed.get(pointer) ?? context.value(pointer);
  });
  known.set(context, tables);
  return tables;
}
