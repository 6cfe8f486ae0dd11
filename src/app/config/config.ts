/** The configuration file: what it says, and how it goes together with the command line. */

import { nearest } from '../../base/text/nearest.js';
import { validate } from '../../form/schema/generated/config.js';
import { DAY } from '../../judge/profiles/day.js';
import { dutiesOf, type ProfileFile } from '../../judge/profiles/duties.js';
import { NATIONAL } from '../../judge/profiles/index.js';
import type { RuleOptions } from '../../judge/rule.js';
import type { Severities } from '../../judge/select.js';
import { readSettings, type SettingsFile } from './settings-file.js';
import type { Config } from './types.js';

/** Severities and facts that the user states, on the command line or in a configuration file. */
export interface Profile {
  readonly severities: Severities;
  readonly ruleOptions: RuleOptions;
}

/** Keys of the top level, for a hint when one is misspelt; a type cannot be listed, so the compiler holds this to it. */
const KEYS: { readonly [key in Exclude<keyof Config, '$schema'>]-?: true } = {
  extends: true,
  rules: true,
  edition: true,
  year: true,
  unit: true,
  unitClass: true,
  ruleMakingPower: true,
  abbreviations: true,
  deadline: true,
  ignore: true,
  suppressions: true,
};

/** Reads a configuration file; `ruleIds` are the rules there are, for hints. Errors: InputError `bad-settings`, one sentence with the line. */
export function parseConfig(bytes: Uint8Array, name: string, ruleIds: readonly string[]): SettingsFile<Config> {
  return readSettings(bytes, name, {
    schema: 'config',
    comments: true,
    validate,
    known: (pointer, extra) => (pointer === '/rules' ? nearest(extra, ruleIds) : Object.keys(KEYS)),
    patterns: {
      '\\S': { zh: '非空白的文字', en: 'a text that is not blank' },
      [DAY]: { zh: '月-日（如 "01-31"）', en: 'month and day (such as "01-31")' },
    },
  });
}

/**
 * The command line goes before the configuration, that before the profiles it extends, rule by rule and fact by fact.
 * `profiles` are those it extends; what no profile asks is as the nation asks it.
 */
export function mergeProfile(
  { rules = {}, extends: _extends, $schema: _schema, suppressions: _suppressions, ignore: _ignore, ...facts }: Config,
  commandLine: Profile,
  profiles: readonly ProfileFile[] = [],
): Profile {
  const duties = profiles.length === 0 ? {} : { duties: dutiesOf([NATIONAL, ...profiles]) };
  const asked = Object.assign({}, ...profiles.map((profile) => profile.rules ?? {})) as Severities;
  return { severities: { ...asked, ...rules, ...commandLine.severities }, ruleOptions: { ...facts, ...duties, ...commandLine.ruleOptions } };
}
