/** Figures of single cells that are stated outside the tables: in the running text, and in last year's report. */
import { type CellPointer, cellPointer, tableSpec } from '../../form/editions/index.js';
import type { RuleContext } from '../rule.js';
import { lastYear } from '../rules/last-year.js';
import type { Witness } from './evidence.js';

/** Claims of the text that can only mean one cell, exact to the unit; two that disagree state nothing. */
function claimedCells(context: RuleContext): ReadonlyMap<CellPointer, number> {
  const stated = new Map<CellPointer, number | undefined>();
  for (const { claim } of context.claims.compared) {
    const [reading] = claim.readings;
    const [term] = reading ?? [];
    if (claim.readings.length !== 1 || reading?.length !== 1 || term?.sign !== 1 || claim.step !== 1 || claim.doubt) continue;
    stated.set(term.pointer, stated.has(term.pointer) && stated.get(term.pointer) !== claim.value ? undefined : claim.value);
  }
  return new Map([...stated].flatMap(([pointer, value]) => (value === undefined ? [] : [[pointer, value] as const])));
}

/** What last year carried forward is what this year carried over. */
function carriedCells(context: RuleContext): ReadonlyMap<CellPointer, number> {
  const before = lastYear(context);
  if (!before) return new Map();
  const columns = tableSpec(context.edition, 'requests').blocks.flatMap((block) => block.columns);
  return new Map(
    columns.flatMap(({ key }) => {
      const value = before.value(cellPointer('requests', 'carriedForward', key));
      return typeof value === 'number' ? [[cellPointer('requests', 'carriedOver', key), value] as const] : [];
    }),
  );
}

/** The figures known besides the sums; worked out only when asked for. */
export function statedFigures(context: RuleContext): Pick<Witness, 'claimed' | 'carried'> {
  let claimed: ReadonlyMap<CellPointer, number> | undefined;
  let carried: ReadonlyMap<CellPointer, number> | undefined;
  return {
    claimed: (pointer) => {
      claimed ??= claimedCells(context);
      return claimed.get(pointer);
    },
    carried: (pointer) => {
      carried ??= carriedCells(context);
      return carried.get(pointer);
    },
  };
}
