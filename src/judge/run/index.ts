/** The end of a run: facts of all its reports → what is to be said of each. Nothing here reads a file, so that results of earlier runs can be judged as well. */
import type { Lang } from '../../base/lang.js';
import type { Reading } from '../../form/model/reading.js';
import { createContext } from '../context.js';
import type { Checked, Diagnostic } from '../diagnostic.js';
import { type ActiveRule, judge } from '../engine.js';
import { nationalDuties } from '../profiles/index.js';
import { compareOrder, readingOrder } from '../reading-order.js';
import { withDiagnostics } from '../result.js';
import type { RuleOptions } from '../rule.js';
import type { RunFact } from './facts.js';
import { findInRun } from './findings.js';

/** A report of a run, and by what it is judged. */
export interface InRun {
  readonly fact: RunFact;
  readonly rules: readonly ActiveRule[];
  readonly ruleOptions?: RuleOptions;
}

/** The rules among these that speak at the end of a run. */
export function rulesOfRun(rules: readonly ActiveRule[]): readonly ActiveRule[] {
  return rules.filter(({ rule }) => rule.ofRun);
}

/** As much of a reading as a fact tells. */
function readingOf({ unit, year, edition, sections, places }: RunFact): Reading {
  return {
    format: 'json',
    report: {
      schemaVersion: 1,
      edition,
      ...(unit === null ? {} : { unit }),
      ...(year === null ? {} : { year }),
      preface: [],
      sections,
      tables: {},
      closing: [],
    },
    locations: new Map(Object.entries(places).map(([pointer, place]) => [pointer, { raw: '', place }])),
    tables: {},
    headings: [],
    notes: [],
  };
}

/** What all reports of a run together tell of each, in their order and in order of reading. */
export function judgeRun(reports: readonly InRun[], lang: Lang): readonly (readonly Diagnostic[])[] {
  const bounds = reports.flatMap(({ rules, ruleOptions }) =>
    rules.some(({ rule }) => rule.id === 'rollup/alike') ? ((ruleOptions?.duties ?? nationalDuties).alike ?? []) : [],
  );
  // A loop: a run may have more reports than a call takes arguments.
  const bound = bounds.reduce<number | undefined>((least, own) => (least === undefined || own < least ? own : least), undefined);
  const found = findInRun(
    reports.map(({ fact }) => fact),
    bound,
  );
  return reports.map(({ fact, rules, ruleOptions }, index) => {
    const context = createContext(readingOf(fact), ruleOptions, undefined, undefined, found[index]!);
    return judge(context, rulesOfRun(rules), lang).diagnostics;
  });
}

/** The result with what the run tells of its report, everything in order of reading. */
export function withRunDiagnostics(result: Checked, { sections }: RunFact, found: readonly Diagnostic[]): Checked {
  if (found.length === 0) return result;
  const orderOf = ({ pointer }: Diagnostic): readonly number[] => readingOrder(pointer, sections);
  const rest = [...found];
  const merged = result.diagnostics.flatMap((diagnostic) => {
    const before = rest.findIndex((own) => compareOrder(orderOf(own), orderOf(diagnostic)) >= 0);
    return [...rest.splice(0, before === -1 ? rest.length : before), diagnostic];
  });
  return withDiagnostics(result, [...merged, ...rest]);
}
