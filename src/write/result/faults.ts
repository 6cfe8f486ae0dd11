/** How often each rule spoke: of one report, and of all. */
import type { FileResult, Severity } from '../../judge/diagnostic.js';
import { type ReportOptions, spoken } from './reporter.js';

/** The severities, the gravest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** The findings of one rule in one report. */
export interface RuleCount {
  readonly severity: Severity;
  readonly count: number;
  /** By severity, in the order error, warning, info. */
  readonly counts: readonly number[];
}

/** The findings of a report by rule. */
export function countRules(result: FileResult, quiet = false): ReadonlyMap<string, RuleCount> {
  const rules = new Map<string, RuleCount>();
  const diagnostics = result.status !== 'checked' ? [] : spoken(result.diagnostics, quiet);
  for (const { ruleId, severity } of diagnostics) {
    const known = rules.get(ruleId)?.counts ?? [0, 0, 0];
    const counts = SEVERITIES.map((one, index) => known[index]! + (one === severity ? 1 : 0));
    rules.set(ruleId, { counts, count: counts.reduce((sum, one) => sum + one), severity: SEVERITIES[counts.findIndex((one) => one > 0)]! });
  }
  return rules;
}

/** A rule over all reports. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  readonly units: number;
  readonly findings: number;
  readonly severity: Severity;
}

/** The rules that spoke, those of most units first. */
export function faultsOf(
  units: readonly { readonly rules: ReadonlyMap<string, RuleCount> }[],
  { catalogue, lang }: Pick<ReportOptions, 'catalogue' | 'lang'>,
): readonly Fault[] {
  const ids = [...new Set(units.flatMap(({ rules }) => [...rules.keys()]))];
  return ids
    .map((id): Fault => {
      const counts = units.flatMap(({ rules }) => rules.get(id) ?? []);
      const severity = SEVERITIES.find((one) => counts.some((count) => count.severity === one)) ?? 'info';
      const title = catalogue.find((rule) => rule.id === id)?.docs[lang].title ?? id;
      return { id, title, units: counts.length, findings: counts.reduce((sum, { count }) => sum + count, 0), severity };
    })
    .sort((a, b) => b.units - a.units || b.findings - a.findings || (a.id < b.id ? -1 : 1));
}
