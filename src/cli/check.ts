/** Checking one input, in whichever thread. */
import type { FileResult } from '../diagnostic.js';
import { InputError } from '../errors.js';
import { failedResult, type LintOptions, lintBytes } from '../pipeline.js';
import { rules } from '../rules/index.js';
import { selectRules } from '../rules/select.js';
import type { LintSettings } from './settings.js';

/** The rules and options of a run. */
export function lintOptions({ lang, severities, ruleOptions }: LintSettings): LintOptions {
  return { lang, rules: selectRules(rules, severities), ruleOptions };
}

/** Reads and checks an input. An exception is a bug of the program and names the file. */
export async function checkInput(name: string, read: () => Promise<Uint8Array>, options: LintOptions): Promise<FileResult> {
  try {
    return await lintBytes(await read(), name, options);
  } catch (error) {
    if (error instanceof InputError) return failedResult(name, error, options.lang);
    throw new Error(`while checking ${name}`, { cause: error });
  }
}
