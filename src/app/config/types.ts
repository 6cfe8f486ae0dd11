/** What the two settings files may hold: `gov-report.config.json` and `gov-report.suppressions.json`. */
import type { Edition } from '../../form/editions/index.js';
import type { Severity } from '../../judge/diagnostic.js';
import type { UnitClass } from '../../judge/rule.js';

/** A severity as a user may set it for a rule; `off` takes the rule out of the run. */
export type RuleSetting = Severity | 'off';

/** What a user may state once for a folder of reports. */
export interface Config {
  /** For editors. */
  readonly $schema?: string;
  /** Profiles that these settings add to: names of shipped ones, or paths relative to this file; a later one goes before an earlier. */
  readonly extends?: readonly string[];
  readonly rules?: { readonly [ruleId: string]: RuleSetting };
  /** The edition the reports must follow; from their year when absent. */
  readonly edition?: Edition;
  /** The report year; from the title when absent. */
  readonly year?: number;
  /** The full name of the unit. */
  readonly unit?: string;
  readonly unitClass?: UnitClass;
  /** Whether the unit may make 规章; judged from its name when absent. */
  readonly ruleMakingPower?: boolean;
  /** Known short names of the unit. */
  readonly abbreviations?: readonly string[];
  /** Last day for publishing, `MM-DD` of the year after the report year; that of the unit's class when absent, no day when that is absent too. */
  readonly deadline?: string;
  /** Files and folders that are not checked: patterns with `*`, `**` and `?`, seen from the folder of this file. */
  readonly ignore?: readonly string[];
  /** Path of the suppressions file, relative to the configuration file. */
  readonly suppressions?: string;
}

/** One finding that was accepted. */
export interface Suppression {
  /** The finding's fingerprint, from `lint --format json` or `lint --fingerprints`. */
  readonly fingerprint: string;
  /** Why it is accepted: what a reader of the file, a year on, must know. */
  readonly reason: string;
  /** The reports it is valid for: a path with `*`, `**` and `?`, relative to the suppressions file; every report when absent. */
  readonly file?: string;
  /** The rule, for readers; a finding of another rule is never suppressed. */
  readonly rule?: string;
  /** Who accepted it. */
  readonly author?: string;
  /** Until when, in words: nothing happens on that day. */
  readonly until?: string;
}

/** A suppressions file. */
export interface Suppressions {
  /** For editors. */
  readonly $schema?: string;
  readonly suppressions: readonly Suppression[];
}
