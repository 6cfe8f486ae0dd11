/** The files that people put beside their reports, as parts of a request. */
import type { RunResult } from '../../judge/diagnostic.js';
import type { RuleOptions } from '../../judge/rule.js';
import { rules } from '../../judge/rules/index.js';
import { type Baseline, parseBaseline as readBaseline } from '../config/baseline.js';
import { CONFIG_FILE, SUPPRESSIONS_FILE } from '../config/names.js';
import type { SuppressionEntry } from '../config/suppressions.js';
import { bytesOf, type LintRequest } from './request.js';

/** What a configuration file says. */
export interface ConfigFile {
  /** To be spread into a `LintRequest`. */
  readonly request: Required<Pick<LintRequest, 'severities'>> & RuleOptions;
  /** The suppressions file that it names, as it is written there. */
  readonly suppressions?: string;
}

/** Reads a `gov-report.config.json`; `name` is for messages, `profiles` are the texts of the profile files that it extends. Errors: InputError `bad-settings`, one sentence with the line. */
export async function parseConfig(
  input: Uint8Array | string,
  name: string = CONFIG_FILE,
  profiles: Readonly<Record<string, Uint8Array | string>> = {},
): Promise<ConfigFile> {
  const { mergeProfile, parseConfig: read } = await import('../config/config.js');
  const { builtInProfile, parseProfile, unknownProfile } = await import('../config/profiles.js');
  const ids = rules.map(({ id }) => id);
  const { value } = read(await bytesOf(input), name, ids);
  const own = await Promise.all(
    (value.extends ?? []).map(async (wanted) => {
      const given = profiles[wanted];
      const found = given === undefined ? builtInProfile(wanted) : parseProfile(await bytesOf(given), wanted, ids);
      if (!found) throw unknownProfile(wanted, name);
      return found;
    }),
  );
  const { severities, ruleOptions } = mergeProfile(value, { severities: {}, ruleOptions: {} }, own);
  return { request: { severities, ...ruleOptions }, ...(value.suppressions === undefined ? {} : { suppressions: value.suppressions }) };
}

/** Reads a `gov-report.suppressions.json`; `name` is for messages. Errors: InputError `bad-settings`, one sentence with the line. */
export async function parseSuppressions(input: Uint8Array | string, name: string = SUPPRESSIONS_FILE): Promise<readonly SuppressionEntry[]> {
  const { parseSuppressions: read } = await import('../config/suppressions.js');
  return read(await bytesOf(input), name);
}

/** Reads an earlier result: the output of `lint -f json`, or what `summarize` gave. Errors: InputError `bad-settings`, one sentence. */
export async function parseBaseline(input: Uint8Array | string | RunResult, name = 'baseline'): Promise<Baseline> {
  const bytes = await bytesOf(typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input));
  return readBaseline(bytes, name);
}
