/** Reading → result: the rules over one report, and the cells that would mend its sums. */
import { InputError, type Sentence } from '../base/errors.js';
import type { Lang } from '../base/lang.js';
import type { Reading } from '../form/model/reading.js';
import { createContext } from './context.js';
import type { Checked, Unchecked } from './diagnostic.js';
import { type ActiveRule, type FoundFormatting, type FoundRepair, judge, RuleFault } from './engine.js';
import type { FindPrevious } from './previous.js';
import { withDiagnostics } from './result.js';
import type { RollUp, RuleOptions } from './rule.js';
import { type RunFact, runFactOf } from './run/facts.js';
import { correctionsOf } from './solve/corrections.js';
import { statedFigures } from './solve/stated.js';
import { verdictOf } from './verdict.js';

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

/** A result with the changes that would mend its findings. */
export interface Judged {
  readonly result: Checked;
  readonly repairs: readonly FoundRepair[];
  /** Changes of how the document is set; only a .docx can be changed so. */
  readonly formatting: readonly FoundFormatting[];
}

/** The same with what the report tells to the others of its run. */
export interface JudgedInRun extends Judged {
  readonly fact: () => RunFact;
}

/** Judges a report that has been read. */
export function lintReading(reading: Reading, file: string, options: LintOptions): Checked {
  return judgeReading(reading, file, options).result;
}

/** Judges a report that has been read, and says what could be mended. */
export function judgeReading(reading: Reading, file: string, options: LintOptions): JudgedInRun {
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
  const [unit, year] = [report.unit ?? null, report.year ?? null];
  const result: Checked = { file, status: 'checked', verdict: verdictOf(diagnostics, checks), edition, unit, year, checks, diagnostics, corrections };
  // Where a rule is off, nobody speaks of the sums that a correction would mend.
  return {
    result: withDiagnostics(result, diagnostics),
    repairs: judged.repairs,
    formatting: judged.formatting,
    fact: () => runFactOf(file, reading, judged.printable),
  };
}

/** What to do about a report that a bug of this program stopped. */
const UNJUDGED: Sentence = {
  zh: '这是本程序的缺陷，不是报告的错误；这份报告没有检查，请先人工核对，并把缺陷报告给项目维护者。',
  en: 'This is a bug of this program, not a fault of the report, which was not checked: check it by eye, and report the bug.',
};

/**
 * The result for an input that was not checked because of `error`: an `InputError` says why it cannot be read; anything else is a bug
 * of this program, whose stack is left to the caller.
 */
export function uncheckedResult(file: string, error: unknown, lang: Lang): Unchecked {
  if (error instanceof InputError)
    return { file, status: 'failed', verdict: 'unchecked', error: { code: error.code, message: error.sentence[lang], help: error.remedy[lang] } };
  const cause = error instanceof RuleFault ? error.cause : error;
  const words = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message =
    error instanceof RuleFault
      ? { zh: `检查规则 ${error.ruleId} 时程序出错：${words}`, en: `The program broke down at rule ${error.ruleId}: ${words}` }
      : { zh: `程序出错：${words}`, en: `The program broke down: ${words}` };
  return { file, status: 'crashed', verdict: 'unchecked', error: { code: 'internal-error', message: message[lang], help: UNJUDGED[lang] } };
}
