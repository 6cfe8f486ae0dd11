/** The one place that sees every stage: bytes → document → reading → findings → result. */
import { withDiagnostics } from './config/result.js';
import type { FileResult, Lang } from './diagnostic.js';
import { InputError } from './errors.js';
import type { Reading } from './model/reading.js';
import type { FindPrevious } from './previous/find.js';
import { recognise } from './recognise/report.js';
import { createContext } from './rules/context.js';
import { type ActiveRule, type FoundRepair, judge } from './rules/engine.js';
import type { RollUp, RuleOptions } from './rules/rule.js';
import { correctionsOf } from './solve/corrections.js';
import { statedFigures } from './solve/stated.js';
import type { SourceDocument } from './source/document.js';
import { readSource } from './source/index.js';
import type { DocumentView } from './view/view.js';

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

/** A reading with the document it comes from, unless it came as data. */
interface Read {
  readonly reading: Reading;
  readonly document?: SourceDocument;
}

async function readBytes(bytes: Uint8Array, name?: string): Promise<Read> {
  const source = await readSource(bytes, name === undefined ? undefined : { name });
  return source.kind === 'reading' ? { reading: source.reading } : { reading: recognise(source.document), document: source.document };
}

/** Reads a report from the bytes of a file; the content decides the format, `name` is only for messages. Errors: InputError. */
export async function parseBytes(bytes: Uint8Array, name?: string): Promise<Reading> {
  return (await readBytes(bytes, name)).reading;
}

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

/** The result for one input, and the document as people see it when that was asked for and it could be read. */
export interface Outcome {
  readonly result: FileResult;
  readonly view?: DocumentView;
}

async function viewOf(bytes: Uint8Array, { reading, document }: Read): Promise<DocumentView> {
  if (document?.format === 'docx') return (await import('./view/docx.js')).viewDocx(bytes, document, reading);
  return (await import('./view/model.js')).viewModel(reading);
}

/** Reads and judges one file. An input that cannot be read is a result, not an exception; anything thrown is a bug. */
export async function lintBytes(bytes: Uint8Array, file: string, options: LintOptions, withView = false): Promise<Outcome> {
  try {
    const read = await readBytes(bytes, file);
    const result = lintReading(read.reading, file, options);
    return withView ? { result, view: await viewOf(bytes, read) } : { result };
  } catch (error) {
    if (error instanceof InputError) return { result: failedResult(file, error, options.lang) };
    throw error;
  }
}
