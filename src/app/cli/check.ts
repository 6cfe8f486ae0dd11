/** Checking one input, in whichever thread. */
import { InputError } from '../../base/errors.js';
import { failedResult, type LintOptions } from '../../judge/judge.js';
import { createFinder } from '../../judge/previous.js';
import { rules } from '../../judge/rules/index.js';
import { selectRules } from '../../judge/select.js';
import { lintBytes, type Outcome } from '../outcome.js';
import type { LintSettings } from './settings.js';

/** Reads and checks an input by one of the profiles. An exception is a bug of the program and names the file. */
export type Check = (name: string, read: () => Promise<Uint8Array>, profile: number) => Promise<Outcome>;

/** Prepares the checks of a run. */
export function createCheck({ lang, profiles, previous, views }: LintSettings): Check {
  const find = previous && createFinder(previous);
  const options = profiles.map(
    ({ severities, ruleOptions }): LintOptions => ({ lang, rules: selectRules(rules, severities), ruleOptions, ...(find ? { previous: find } : {}) }),
  );
  return async (name, read, profile) => {
    try {
      return await lintBytes(await read(), name, options[profile]!, views);
    } catch (error) {
      if (error instanceof InputError) return { result: failedResult(name, error, lang) };
      throw new Error(`while checking ${name}`, { cause: error });
    }
  };
}
