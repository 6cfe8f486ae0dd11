/** Checking one input, in whichever thread. */
import type { LintOptions } from '../../judge/judge.js';
import { createFinder } from '../../judge/previous.js';
import { rules } from '../../judge/rules/index.js';
import { selectRules } from '../../judge/select.js';
import { lintFile, type Outcome } from '../outcome.js';
import type { LintSettings } from './settings.js';

/** Reads and checks an input by one of the profiles; nothing is thrown. */
export type Check = (name: string, read: () => Promise<Uint8Array>, profile: number) => Promise<Outcome>;

/** Prepares the checks of a run. */
export function createCheck({ lang, profiles, previous, facts, views }: LintSettings): Check {
  const find = previous && createFinder(previous);
  const options = profiles.map(
    ({ severities, ruleOptions }): LintOptions => ({
      lang,
      rules: selectRules(rules, severities),
      ruleOptions,
      ...(find ? { previous: find } : {}),
    }),
  );
  return (name, read, profile) => lintFile(read, name, options[profile]!, views, facts);
}
