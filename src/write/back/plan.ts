/** Which repairs are made: those beyond doubt, those the user asked for, and never two of the same words. */
import { readCell } from '../../base/text/number.js';
import { type CellPointer, relationsOf } from '../../form/editions/index.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import type { FoundRepair } from '../../judge/engine.js';
import type { Judged } from '../../judge/judge.js';

/** What the user allows beyond the safe repairs. */
export interface FixOptions {
  /** Corrections that the sums leave no choice about. */
  readonly unsafe: boolean;
  /** 0 in blank cells. */
  readonly fillZero: boolean;
}

/** A repair to be made; a correction of the solver carries its name instead of a rule's. */
export type Planned = Pick<FoundRepair, 'on' | 'span' | 'text' | 'only'> & { readonly ruleId: string };

/** Why a repair is not made. */
export type SkipReason = 'not-a-number' | 'blank-form' | 'zero-breaks-sums' | 'not-found' | 'tracked' | 'doubtful';

/** A repair that is not made. */
export interface Skipped {
  readonly repair: Planned;
  readonly reason: SkipReason;
}

/** The name that corrections of the solver go by. */
export const CORRECTION = 'correction';

/** The repairs of a judged report, and those that are left out. Accepted findings are not repaired. */
export function planRepairs(
  reading: Reading,
  { result, repairs }: Judged,
  { unsafe, fillZero }: FixOptions,
): { readonly planned: readonly Planned[]; readonly skipped: readonly Skipped[] } {
  const accepted = new Set(result.diagnostics.filter(({ suppressed }) => suppressed).map(({ fingerprint }) => fingerprint));
  const skipped: Skipped[] = [];
  const planned = new Map<string, Planned>();
  const corrections: readonly Planned[] = unsafe
    ? result.corrections.filter(({ certainty }) => certainty === 'unique').map(({ pointer, to }) => ({ on: pointer, text: String(to), ruleId: CORRECTION }))
    : [];
  for (const repair of corrections) {
    // A figure with a remark is more than its number: replacing it would take the remark away.
    const { kind } = readCell(reading.locations.get(repair.on)?.raw ?? '');
    if (kind === 'number' || kind === 'blank') planned.set(repair.on, repair);
    else skipped.push({ repair, reason: 'not-a-number' });
  }
  const allowed = repairs.filter(({ only, fingerprint }) => (only === undefined || (only === 'fill-zero' && fillZero)) && !accepted.has(fingerprint));
  // A form that nobody has filled in says nothing yet: 0 in every cell would be a report of nothing.
  const unfilled = result.checks.cells.figures === 0 ? allowed.find(({ only }) => only === 'fill-zero') : undefined;
  if (unfilled) skipped.push({ repair: { ...unfilled, on: '/tables' }, reason: 'blank-form' });
  const wanted = unfilled ? allowed.filter(({ only }) => only !== 'fill-zero') : allowed;
  for (const repair of wanted.filter(({ span }) => span === undefined)) if (!planned.has(repair.on)) planned.set(repair.on, repair);
  for (const repair of brokenZeros(reading, planned)) {
    planned.delete(repair.on);
    skipped.push({ repair, reason: 'zero-breaks-sums' });
  }
  // The longer of two stretches that overlap says more: ，， is one doubled mark, not two half-width ones.
  const spans = wanted.filter((repair): repair is FoundRepair & { readonly span: readonly [number, number] } => repair.span !== undefined);
  const texts: (typeof spans)[number][] = [];
  for (const repair of [...spans].sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]))) {
    if (!texts.some((other) => other.on === repair.on && other.span[0] < repair.span[1] && repair.span[0] < other.span[1])) texts.push(repair);
  }
  return { planned: [...planned.values(), ...spans.filter((repair) => texts.includes(repair))], skipped };
}

/** The zeros that cannot all be meant: with them, a sum that they belong to would be wrong. */
function brokenZeros(reading: Reading, planned: ReadonlyMap<string, Planned>): readonly Planned[] {
  const zeros = new Map([...planned].filter(([, { only }]) => only === 'fill-zero'));
  const left: Planned[] = [];
  const sums = Object.values(reading.tables).flatMap(({ spec }) => relationsOf(spec));
  const figureAt = (pointer: CellPointer): number | null => {
    const repair = planned.get(pointer);
    if (repair && (repair.only !== 'fill-zero' || zeros.has(pointer))) return Number(repair.text);
    const value = valueAt(reading.report, pointer);
    return typeof value === 'number' ? value : null;
  };
  for (let before = -1; before !== zeros.size; ) {
    before = zeros.size;
    for (const { left: one, right: other, comparison } of sums) {
      const own = [...one, ...other].flatMap(({ pointer }) => zeros.get(pointer) ?? []);
      const side = (terms: typeof one): number | null =>
        terms.reduce<number | null>((sum, { pointer, sign }) => {
          const value = figureAt(pointer);
          return sum === null || value === null ? null : sum + sign * value;
        }, 0);
      const [a, b] = [side(one), side(other)];
      if (own.length === 0 || a === null || b === null || (comparison === '=' ? Math.abs(a - b) < 1e-9 : a >= b)) continue;
      for (const repair of own) if (zeros.delete(repair.on)) left.push(repair);
    }
  }
  return left;
}
