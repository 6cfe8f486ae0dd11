/** Reading → result: the rules over one report, and the cells that would mend its sums. */
import type { InputError } from '../base/errors.js';
import type { Lang } from '../base/lang.js';
import type { Reading } from '../form/model/reading.js';
import { createContext } from './context.js';
import type { FileResult } from './diagnostic.js';
import { type ActiveRule, type FoundRepair, judge } from './engine.js';
import type { FindPrevious } from './previous.js';
import { withDiagnostics } from './result.js';
import type { RollUp, RuleOptions } from './rule.js';
import { correctionsOf } from './solve/corrections.js';
import { statedFigures } from './solve/stated.js';

/** How a report is to be judged. */
export interface LintOptions {
  /** Language of messages. */
  readonly lang: Lang;
  /** The rules to run, in catalogue order, with the severities of this run. */
  readonly rules: readonly ActiveRule[];
  readonly ruleOptions?: RuleOptions;
  /** Finds last year's report of the same unit. */
  readonly previous?: FindPrevious;
  /** The units below, when the report is held against their sum. */
  readonly rollUp?: RollUp;
}

/** The result of a report that could be read. */
export type Checked = Extract<FileResult, { status: 'checked' }>;

/** A result with the changes that would mend its findings. */
export interface Judged {
  readonly result: Checked;
  readonly repairs: readonly FoundRepair[];
}

/** Judges a report that has been read. */
export function lintReading(reading: Reading, file: string, options: LintOptions): Checked {
  return judgeReading(reading, file, options).result;
}

/** Judges a report that has been read, and says what could be mended. */
export function judgeReading(reading: Reading, file: string, options: LintOptions): Judged {
  const { report } = reading;
  const { ruleOptions = {} } = options;
  const names = [ruleOptions.unit ?? report.unit, ...(ruleOptions.abbreviations ?? [])].filter((name) => name !== undefined);
  const previous = options.previous?.({ names, year: ruleOptions.year ?? report.year });
  const context = createContext(reading, ruleOptions, previous?.reading, options.rollUp);
  const judged = judge(context, options.rules, options.lang);
  const { diagnostics } = judged;
  const checks = { ...judged.checks, ...(previous ? { previous: previous.check } : {}) };
  const corrections = correctionsOf(context, diagnostics, statedFigures(context));
  const { edition } = context;
  const result: Checked = { file, status: 'checked', edition, unit: report.unit ?? null, year: report.year ?? null, checks, diagnostics, corrections };
  // Where a rule is off, nobody speaks of the sums that a correction would mend.
  return { result: withDiagnostics(result, diagnostics), repairs: judged.repairs };
}

/** The result for an input that could not be read. */
export function failedResult(file: string, error: InputError, lang: Lang): FileResult {
  return { file, status: 'failed', error: { code: error.code, message: error.sentence[lang], help: error.remedy[lang] } };
}
