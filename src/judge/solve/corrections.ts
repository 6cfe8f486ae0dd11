/** From broken sums to the corrections of a report: which cell, what it should be, how sure, and why. */
import { toHalfWidth } from '../../base/text/normalise.js';
import type { CellPointer } from '../../form/editions/index.js';
import type { Correction, Diagnostic } from '../diagnostic.js';
import type { RuleContext, Sum } from '../rule.js';
import { type Change, smallestChanges } from './changes.js';
import { type EvidenceKind, type Witness, weigh } from './evidence.js';

/** More answers than a person can weigh are no answer; none is then listed. */
const MOST_ALTERNATIVES = 6;

function explained(broken: readonly Sum[], set: readonly Change[], diagnostics: readonly Diagnostic[]): readonly string[] {
  const touched = broken.filter(({ relation }) => [...relation.left, ...relation.right].some((term) => set.some(({ pointer }) => pointer === term.pointer)));
  const keys = new Set(touched.map(({ relation }) => [relation.rule, ...[...relation.left, ...relation.right].map(({ pointer }) => pointer).sort()].join(' ')));
  return diagnostics
    .filter(({ ruleId, pointer, related }) => keys.has([ruleId, ...[...new Set([pointer, ...related.map((item) => item.pointer)])].sort()].join(' ')))
    .map(({ fingerprint }) => fingerprint);
}

/** A cell whose figure fell apart into pieces (2|0) and whose sums all ask for exactly those digits. */
function rejoined(context: RuleContext): readonly Correction[] {
  const asked = new Map<CellPointer, Set<number>>();
  for (const { relation, unknown } of context.sums) {
    const [cell] = unknown;
    if (!cell || unknown.length !== 1 || relation.comparison !== '=') continue;
    let rest = 0;
    let sign = 0;
    for (const [terms, side] of [
      [relation.left, 1],
      [relation.right, -1],
    ] as const) {
      for (const term of terms) {
        if (term.pointer === cell) sign = term.sign * side;
        else rest += side * term.sign * (context.value(term.pointer) as number);
      }
    }
    asked.set(cell, (asked.get(cell) ?? new Set()).add(-rest / sign));
  }
  return [...asked].flatMap(([pointer, values]): readonly Correction[] => {
    const [to] = values;
    const digits = toHalfWidth(context.locate(pointer)?.raw ?? '').replace(/[^\d]/g, '');
    if (values.size !== 1 || to === undefined || to < 0 || digits === '' || String(to) !== digits) return [];
    return [{ pointer, from: null, to, certainty: 'unique', explains: [], evidence: ['split-figure'], set: 0 }];
  });
}

/** The corrections of a report, most certain first. `claimed` and `carried` are figures stated outside the tables. */
export function correctionsOf(context: RuleContext, diagnostics: readonly Diagnostic[], stated: Pick<Witness, 'claimed' | 'carried'>): readonly Correction[] {
  const columns = Object.values(context.reading.tables).flatMap(({ spec }) =>
    spec.blocks.flatMap((block) => block.columns.map(({ key }) => key.slice(key.lastIndexOf('/') + 1))),
  );
  const witness: Witness = { ...stated, columns };
  let set = 0;
  const found = smallestChanges(context.sums, (pointer) => context.value(pointer) as number).flatMap(({ broken, alternatives }): readonly Correction[] => {
    const weighed = alternatives.map((changes) => ({ changes, ...weigh(changes, witness) })).sort((x, y) => y.stated - x.stated || y.slips - x.slips);
    const [first, second] = weighed;
    // Only a figure stated elsewhere decides; the usual slips merely say where to look first.
    const decided = first !== undefined && (!second || first.stated > second.stated);
    const listed = decided ? [first] : weighed.length <= MOST_ALTERNATIVES ? weighed : weighed.filter(({ slips }) => slips > 0).slice(0, MOST_ALTERNATIVES);
    return listed.flatMap(({ changes, kinds }) => {
      set += 1;
      const eliminated = decided ? weighed.slice(1).flatMap(({ against }) => against) : [];
      const evidence: readonly EvidenceKind[] = weighed.length > 1 ? [...new Set([...kinds, ...eliminated])] : [];
      return changes.map(({ pointer, from, to }) => ({
        pointer,
        from,
        to,
        certainty: decided ? ('unique' as const) : ('alternative' as const),
        explains: explained(broken, changes, diagnostics),
        ...(evidence.length > 0 ? { evidence } : {}),
        set,
      }));
    });
  });
  return [...rejoined(context).map((correction, index) => ({ ...correction, set: set + index + 1 })), ...found];
}
