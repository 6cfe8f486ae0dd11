/** The rules of a run: the catalogue with the severities that the user set. */
import type { Severity } from './diagnostic.js';
import type { ActiveRule } from './engine.js';
import type { Rule } from './rule.js';

/** Severities by rule id; `off` leaves the rule out. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** The rules that run, in catalogue order. Throws RangeError for an id that no rule has. */
export function selectRules(catalogue: readonly Rule[], severities: Severities): readonly ActiveRule[] {
  for (const id of Object.keys(severities)) if (!catalogue.some((rule) => rule.id === id)) throw new RangeError(`there is no rule ${id}`);
  return catalogue.flatMap((rule) => {
    const severity = severities[rule.id];
    if (severity === 'off') return [];
    return [severity === undefined ? { rule } : { rule, severity }];
  });
}
