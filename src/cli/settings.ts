/** What a check of many files needs to know; plain data, so that a worker can be told. */
import type { Lang } from '../diagnostic.js';
import type { RuleOptions } from '../rules/rule.js';
import type { Severities } from '../rules/select.js';

/** The settings of one `lint` run. */
export interface LintSettings {
  readonly lang: Lang;
  /** Severities that the user set, by rule id. */
  readonly severities: Severities;
  readonly ruleOptions: RuleOptions;
}
