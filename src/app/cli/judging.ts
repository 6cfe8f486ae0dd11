/** Judging one report for a command that then changes it: the options, files and settings of `lint`. */
import type { Command } from 'commander';
import { type Edition, editions } from '../../form/editions/index.js';
import type { Reading } from '../../form/model/reading.js';
import type { Checked } from '../../judge/diagnostic.js';
import { type Judged, judgeReading } from '../../judge/judge.js';
import { createFinder } from '../../judge/previous.js';
import { rules } from '../../judge/rules/index.js';
import { selectRules } from '../../judge/select.js';
import type { Profile } from '../config/config.js';
import { loadConfiguration, type SettingsFlags } from './configuration.js';
import type { Input } from './host.js';
import { loadPrevious } from './previous.js';
import type { Session } from './session.js';
import { createSettler } from './settle.js';
import { collect, oneOf, ruleSeverity, yearNumber } from './values.js';

/** The options of `lint` that say how a report is judged. */
export interface JudgingFlags extends SettingsFlags {
  readonly rule?: readonly string[];
  readonly edition?: Edition;
  readonly year?: number;
  readonly unit?: string;
  readonly previous?: string;
}

/** How the reports are judged, and every file that was read for it. */
export interface Judging {
  readonly judge: (reading: Reading, input: Input) => Judged;
  readonly files: readonly string[];
}

/** Declares the options. */
export function defineJudging(command: Command, { texts, lang }: Session): void {
  const known = editions.map(({ edition }) => edition);
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  command
    .option(`--rule <${word('规则:级别', 'id:severity')}>`, texts.lintRule, collect)
    .option(`--edition <${known.join('|')}>`, texts.lintEdition(known.join(texts.or)), oneOf<Edition>('--edition', known, texts))
    .option(`--year <${word('年份', 'year')}>`, texts.lintYear, yearNumber(texts))
    .option(`--unit <${word('单位', 'unit')}>`, texts.lintUnit)
    .option(`--previous <${word('文件或文件夹', 'path')}>`, texts.lintPrevious)
    .option(`--config <${word('文件', 'file')}>`, texts.lintConfig)
    .option('--no-config', texts.lintNoConfig)
    .option(`--suppressions <${word('文件', 'file')}>`, texts.lintSuppressions);
}

/** What the command line itself states about judging. */
export function profileOf({ texts }: Session, flags: JudgingFlags): Profile {
  const ids = rules.map(({ id }) => id);
  return {
    severities: Object.fromEntries((flags.rule ?? []).map((value) => ruleSeverity(value, ids, texts))),
    ruleOptions: {
      ...(flags.edition === undefined ? {} : { edition: flags.edition }),
      ...(flags.year === undefined ? {} : { year: flags.year }),
      ...(flags.unit === undefined ? {} : { unit: flags.unit }),
    },
  };
}

/** Loads what judging these reports takes, each settings file once. Errors: InputError for settings that cannot be read or are wrong. */
export async function loadJudging(session: Session, flags: JudgingFlags, inputs: readonly Input[]): Promise<Judging> {
  const configuration = await loadConfiguration(session, flags, profileOf(session, flags), inputs);
  const settler = await createSettler(session, configuration, undefined);
  const previous = flags.previous === undefined ? undefined : await loadPrevious(session, flags.previous, []);
  const find = previous && createFinder(previous.source);
  const options = configuration.profiles.map(({ severities, ruleOptions }) => ({
    lang: session.lang,
    rules: selectRules(rules, severities),
    ruleOptions,
    ...(find ? { previous: find } : {}),
  }));
  return {
    judge: (reading, input) => {
      const profile = configuration.profileOf(input);
      const { result, repairs, formatting } = judgeReading(reading, input.name, options[profile]!);
      return { result: settler.settle(result, { input, profile }) as Checked, repairs, formatting };
    },
    files: [...configuration.files, ...(previous?.files ?? [])],
  };
}
