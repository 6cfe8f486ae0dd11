/** What a check of many files needs to know; plain data, so that a worker can be told. */
import type { Lang, Severity } from '../diagnostic.js';
import type { RuleOptions } from '../rules/rule.js';

/** The settings of one `lint` run. */
export interface LintSettings {
  readonly lang: Lang;
  /** Severities that the user set, by rule id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly ruleOptions: RuleOptions;
}
