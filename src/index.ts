/**
 * gov-report as a library: reads, checks and converts yearly government information disclosure reports.
 * Nothing happens on import; nothing here touches the disk, the network or the process, so it runs in a browser too.
 */
import type { FileResult, Lang, RunResult } from './diagnostic.js';
import { InputError } from './errors.js';
import { type BlankRequest, blankReading } from './model/blank.js';
import type { Reading } from './model/reading.js';
import type { Report } from './model/report.js';
import { failedResult, lintReading, parseBytes } from './pipeline.js';
import { createFinder } from './previous/find.js';
import { addToSummary, emptySummary, type FormatName, loadReporter, type PieceOf, type ReportOptions, render } from './reporters/index.js';
import { rules } from './rules/index.js';
import type { RuleOptions } from './rules/rule.js';
import { type Severities, selectRules } from './rules/select.js';
import { version } from './version.js';
import { loadWriter, type TargetName } from './writers/index.js';

export type * from './diagnostic.js';
export {
  type CellPointer,
  type CellSpec,
  cellsOf,
  type Edition,
  editionForYear,
  editionSpec,
  editions,
  type Relation,
  relationsOf,
  type Term,
  tableSpec,
} from './editions/index.js';
export type * from './editions/spec.js';
export { InputError, type Sentence } from './errors.js';
export type { BlankRequest } from './model/blank.js';
export { cellName } from './model/names.js';
export { valueAt } from './model/pointer.js';
export type { HeadingFact, Located, Locations, Reading, TableFacts } from './model/reading.js';
export type { Report, Section, TableData } from './model/report.js';
export { type FormatName, formatNames, type PieceOf } from './reporters/index.js';
export type { BadExample, Example, Rule, RuleDoc, RuleOptions } from './rules/rule.js';
export type { Severities } from './rules/select.js';
export { brokenSums, type SumError, type SumParams, type SumSpec } from './schema/sums.js';
export { type AjvCodeTools, addGovReportVocabulary, govReportVocabulary } from './schema/vocabulary.js';
export type { SourceFormat, SourceNote, SourcePlace } from './source/document.js';
export { type TargetName, targetNames } from './writers/index.js';
export type { LocationRecord, ReportRecord } from './writers/json.js';
export { rules, version };

/** What can be read: the bytes of a file of any supported kind, its text, or a report that is already canonical data. */
export type ReportInput = Uint8Array | string | Report;

/** How a report is to be checked; everything is optional. */
export interface LintRequest extends RuleOptions {
  /** The name that the result carries; `report` when absent. */
  readonly file?: string;
  /** Language of messages, Chinese when absent. */
  readonly lang?: Lang;
  /** Severities by rule id, or `off`. */
  readonly severities?: Severities;
  /** Last year's report of the same unit; `checks.previous` of the result says whether it was compared. */
  readonly previous?: Reading;
}

/** How a report is to be converted; `json` when nothing is said. */
export interface ConvertRequest<To extends TargetName = TargetName> {
  readonly to?: To;
  /** Adds the untouched text and the place of every value; only in `json` and `ndjson`. */
  readonly locations?: boolean;
  /** Language of what is not the report's own, such as the names of columns; Chinese when absent. */
  readonly lang?: Lang;
}

/** What a conversion results in: the bytes of a package, or text. */
export type Converted<To extends TargetName> = To extends 'docx' | 'xlsx' ? Uint8Array : string;

/** How results are to be printed; plain Chinese text without colours or line breaks when nothing is said. */
export type FormatRequest = Partial<Omit<ReportOptions, 'catalogue'>>;

function bytesOf(input: ReportInput): Uint8Array {
  if (input instanceof Uint8Array) return input;
  return new TextEncoder().encode(typeof input === 'string' ? input : JSON.stringify(input));
}

const isReading = (input: ReportInput | Reading): input is Reading => typeof input === 'object' && 'locations' in input && 'report' in input;

/** Reads a report; its content decides the kind. `name` is only for messages. Errors: InputError for what is no readable report. */
export async function parse(input: ReportInput, name?: string): Promise<Reading> {
  return parseBytes(bytesOf(input), name);
}

/** Checks a report. What cannot be read gives a result with status `failed`. Errors: RangeError for a severity of an unknown rule. */
export async function lint(input: ReportInput | Reading, request: LintRequest = {}): Promise<FileResult> {
  const { file = 'report', lang = 'zh', severities = {}, previous, ...ruleOptions } = request;
  const find = previous && createFinder({ kind: 'file', file: 'previous', report: { file: 'previous', reading: previous } });
  const options = { lang, rules: selectRules(rules, severities), ruleOptions, ...(find ? { previous: find } : {}) };
  try {
    return lintReading(isReading(input) ? input : await parse(input, file), file, options);
  } catch (error) {
    if (error instanceof InputError) return failedResult(file, error, lang);
    throw error;
  }
}

/** Converts a report to another form. Errors: InputError for what is no readable report. */
export async function convert<To extends TargetName = 'json'>(input: ReportInput | Reading, request: ConvertRequest<To> = {}): Promise<Converted<To>> {
  const { to = 'json', locations = false, lang = 'zh' } = request;
  const write = await loadWriter(to);
  return write(isReading(input) ? input : await parse(input), { lang, locations }) as Converted<To>;
}

/** The blank form as a Word document, with a prompt wherever words are owed. */
export async function template(request: BlankRequest): Promise<Uint8Array> {
  return convert(blankReading(request), { to: 'docx' });
}

/** Puts results together with their counts. */
export function summarize(files: readonly FileResult[]): RunResult {
  return { schemaVersion: 1, files, summary: files.reduce(addToSummary, emptySummary) };
}

/** Prints results in one of the formats of the command line: as text, `xlsx` as bytes. */
export async function format<Name extends FormatName>(run: RunResult, name: Name, request: FormatRequest = {}): Promise<PieceOf<Name>> {
  return render(await loadReporter(name), run, { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, toolVersion: version, ...request, catalogue: rules });
}
