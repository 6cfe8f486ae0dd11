/**
 * gov-report as a library: reads, checks and converts yearly government information disclosure reports.
 * Nothing happens on import; nothing here touches the disk, the network or the process, so it runs in a browser too.
 */
import { BLANK_KEYS, CONVERT_KEYS, checkRequest, FORMAT_KEYS, FORMAT_NAME, RequestError } from './app/library/check.js';
import { bytesOf, fileOf, isReading, judgeOf, type LintRequest, type ReportInput } from './app/library/request.js';
import type { Lang } from './base/lang.js';
import { version } from './base/version.js';
import { type BlankRequest, blankReading } from './form/model/blank.js';
import type { Reading } from './form/model/reading.js';
import type { FileResult, RunResult } from './judge/diagnostic.js';
import { uncheckedResult } from './judge/judge.js';
import { rules } from './judge/rules/index.js';
import { parseBytes } from './read/index.js';
import { loadWriter, type TargetName } from './write/report/index.js';
import { addToSummary, emptySummary, type FormatName, loadReporter, type PieceOf, type ReportOptions, render } from './write/result/index.js';

export { applyBaseline, type Baseline } from './app/config/baseline.js';
export { CONFIG_FILE, SUPPRESSIONS_FILE } from './app/config/names.js';
export { applySuppressions, type Suppressed } from './app/config/suppress.js';
export type { SuppressionEntry } from './app/config/suppressions.js';
export { RequestError } from './app/library/check.js';
export { annotate, type FixRequest, fix } from './app/library/edit.js';
export type { LintRequest, ReportInput } from './app/library/request.js';
export { type ConfigFile, parseBaseline, parseConfig, parseSuppressions } from './app/library/settings.js';
export { InputError, type Sentence } from './base/errors.js';
export type {
  Basis,
  BlockSpec,
  CellKind,
  ColumnSpec,
  EditionSpec,
  RelationSpec,
  RowSpec,
  SectionKey,
  SectionSpec,
  TableKey,
  TableSpec,
} from './form/editions/index.js';
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
  type Tables,
  type Term,
  tableSpec,
} from './form/editions/index.js';
export type { BlankRequest } from './form/model/blank.js';
export { cellName } from './form/model/names.js';
export { valueAt } from './form/model/pointer.js';
export type { HeadingFact, Located, Locations, Reading, TableFacts } from './form/model/reading.js';
export type { Report, Section, TableData } from './form/model/report.js';
export type { SourceFormat, SourceNote, SourcePlace } from './form/place.js';
export { brokenSums, type SumError, type SumParams, type SumSpec } from './form/schema/sums.js';
export { type AjvCodeTools, addGovReportVocabulary, govReportVocabulary } from './form/schema/vocabulary.js';
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
} from './judge/aggregate/add-up.js';
export { readRoster } from './judge/aggregate/roster.js';
export { aggregateCsv, aggregateJson, sumReading } from './judge/aggregate/write.js';
export type * from './judge/diagnostic.js';
export type { BadExample, Example, Rule, RuleDoc, RuleOptions } from './judge/rule.js';
export type { RuleId } from './judge/rules/index.js';
export type { Severities } from './judge/select.js';
export type { ChangedLine, Fixed } from './write/back/fix.js';
export type { Annotated } from './write/back/index.js';
export type { Planned, Skipped, SkipReason } from './write/back/plan.js';
export { type TargetName, targetNames } from './write/report/index.js';
export type { LocationRecord, ReportRecord } from './write/report/json.js';
export { exitCodeOf, type FormatName, formatNames, type PieceOf, verdictLine } from './write/result/index.js';
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
  return parseBytes(await bytesOf(input), name);
}

/** Checks a report. What cannot be read gives a result with status `failed`, a bug of this program one with status `crashed`. Errors: RequestError for what cannot be asked. */
export async function lint(input: ReportInput | Reading, request: LintRequest = {}): Promise<FileResult> {
  const judge = judgeOf(request);
  try {
    return judge(isReading(input) ? input : await parse(input, fileOf(request))).result;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    return uncheckedResult(fileOf(request), error, request.lang ?? 'zh');
  }
}

/** Converts a report to another form. Errors: InputError for what is no readable report. */
export async function convert<To extends TargetName = 'json'>(input: ReportInput | Reading, request: ConvertRequest<To> = {}): Promise<Converted<To>> {
  checkRequest(request, CONVERT_KEYS);
  const { to = 'json', locations = false, lang = 'zh' } = request;
  const write = await loadWriter(to);
  return write(isReading(input) ? input : await parse(input), { lang, locations }) as Converted<To>;
}

/** The blank form as a Word document, with a prompt wherever words are owed. */
export async function template(request: BlankRequest): Promise<Uint8Array> {
  checkRequest(request, BLANK_KEYS);
  return convert(blankReading(request), { to: 'docx' });
}

/** Puts results together with their counts. */
export function summarize(files: readonly FileResult[]): RunResult {
  return { schemaVersion: 2, files, summary: files.reduce(addToSummary, emptySummary) };
}

/** Prints results in one of the formats of the command line: as text, `xlsx` as bytes. */
export async function format<Name extends FormatName>(run: RunResult, name: Name, request: FormatRequest = {}): Promise<PieceOf<Name>> {
  checkRequest({ name }, FORMAT_NAME);
  checkRequest(request, FORMAT_KEYS);
  return render(await loadReporter(name), run, { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, toolVersion: version, ...request, catalogue: rules });
}
