/**
 * gov-report as a library: reads, checks and converts yearly government information disclosure reports.
 * Nothing happens on import; nothing here touches the disk, the network or the process, so it runs in a browser too.
 */
import type { FileResult, Lang, RunResult } from './diagnostic.js';
import { InputError } from './errors.js';
import { bytesOf, fileOf, isReading, judgeOf, type LintRequest, type ReportInput } from './library/request.js';
import { type BlankRequest, blankReading } from './model/blank.js';
import type { Reading } from './model/reading.js';
import { failedResult, parseBytes } from './pipeline.js';
import { addToSummary, emptySummary, type FormatName, loadReporter, type PieceOf, type ReportOptions, render } from './reporters/index.js';
import { rules } from './rules/index.js';
import { version } from './version.js';
import { loadWriter, type TargetName } from './writers/index.js';

export {
  type Aggregate,
  addUp as aggregate,
  type CellSum,
  type EditionSums,
  type LeftOut,
  type LeftOutReason,
  type RosterEntry,
  type UnitFigures,
  type UnitReport,
} from './aggregate/add-up.js';
export { readRoster } from './aggregate/roster.js';
export { aggregateCsv, aggregateJson, sumReading } from './aggregate/write.js';
export { applyBaseline, type Baseline } from './config/baseline.js';
export { CONFIG_FILE, SUPPRESSIONS_FILE } from './config/names.js';
export { applySuppressions, type Suppressed } from './config/suppress.js';
export type { SuppressionEntry } from './config/suppressions.js';
export type * from './diagnostic.js';
export type { ChangedLine, Fixed } from './edit/fix.js';
export type { Annotated } from './edit/index.js';
export type { Planned, Skipped, SkipReason } from './edit/plan.js';
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
export { annotate, type FixRequest, fix } from './library/edit.js';
export type { LintRequest, ReportInput } from './library/request.js';
export { type ConfigFile, parseBaseline, parseConfig, parseSuppressions } from './library/settings.js';
export type { BlankRequest } from './model/blank.js';
export { cellName } from './model/names.js';
export { valueAt } from './model/pointer.js';
export type { HeadingFact, Located, Locations, Reading, TableFacts } from './model/reading.js';
export type { Report, Section, TableData } from './model/report.js';
export { exitCodeOf, type FormatName, formatNames, type PieceOf, verdictLine } from './reporters/index.js';
export type { BadExample, Example, Rule, RuleDoc, RuleOptions } from './rules/rule.js';
export type { Severities } from './rules/select.js';
export { brokenSums, type SumError, type SumParams, type SumSpec } from './schema/sums.js';
export { type AjvCodeTools, addGovReportVocabulary, govReportVocabulary } from './schema/vocabulary.js';
export type { SourceFormat, SourceNote, SourcePlace } from './source/document.js';
export { type TargetName, targetNames } from './writers/index.js';
export type { LocationRecord, ReportRecord } from './writers/json.js';
export { rules, version };

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

/** Reads a report; its content decides the kind. `name` is only for messages. Errors: InputError for what is no readable report. */
export async function parse(input: ReportInput, name?: string): Promise<Reading> {
  return parseBytes(bytesOf(input), name);
}

/** Checks a report. What cannot be read gives a result with status `failed`. Errors: RangeError for a severity of an unknown rule. */
export async function lint(input: ReportInput | Reading, request: LintRequest = {}): Promise<FileResult> {
  const judge = judgeOf(request);
  try {
    return judge(isReading(input) ? input : await parse(input, fileOf(request))).result;
  } catch (error) {
    if (error instanceof InputError) return failedResult(fileOf(request), error, request.lang ?? 'zh');
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
