/** What can be read, and how it is to be judged. */
import type { Lang } from '../../base/lang.js';
import type { Reading } from '../../form/model/reading.js';
import type { Report } from '../../form/model/report.js';
import type { Aggregate } from '../../judge/aggregate/add-up.js';
import { rollUpOf } from '../../judge/aggregate/roll-up.js';
import type { Checked } from '../../judge/diagnostic.js';
import { type Judged, judgeReading } from '../../judge/judge.js';
import { createFinder } from '../../judge/previous.js';
import type { RuleOptions } from '../../judge/rule.js';
import { type RuleId, rules } from '../../judge/rules/index.js';
import { type Severities, selectRules } from '../../judge/select.js';
import { applyBaseline, type Baseline } from '../config/baseline.js';
import { applySuppressions } from '../config/suppress.js';
import type { SuppressionEntry } from '../config/suppressions.js';
import { checkRequest, LINT_KEYS, RequestError } from './check.js';

/** What can be read: the bytes of a file of any supported kind (a `File` of a browser is a Blob), its text, or a report that is already canonical data. */
export type ReportInput = Uint8Array | ArrayBuffer | Blob | string | Report;

/** How a report is to be checked; everything is optional. */
export interface LintRequest extends RuleOptions {
  /** The name that the result carries; `report` when absent. */
  readonly file?: string;
  /** Language of messages, Chinese when absent. */
  readonly lang?: Lang;
  /** Severities by rule id, or `off`. */
  readonly severities?: { readonly [id in RuleId]?: Severities[string] };
  /** Last year's report of the same unit; `checks.previous` of the result says whether it was compared. */
  readonly previous?: Reading;
  /** Findings that were accepted, as `parseSuppressions` reads them; their `file` patterns are held against the name of the file. */
  readonly suppressions?: readonly SuppressionEntry[];
  /** An earlier result, as `parseBaseline` reads it: only what is new since then is in the result. */
  readonly baseline?: Baseline;
  /** The tables of the units below, as `aggregate` adds them up: the report is held against their sum. */
  readonly units?: Aggregate;
}

/** The bytes of an input; those of a kind of its own, such as Node's Buffer, whose `slice` copies nothing, as plain ones. Errors: RequestError. */
export async function bytesOf(input: ReportInput): Promise<Uint8Array> {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (typeof input === 'string') return new TextEncoder().encode(input);
  // Not by their class: a buffer of another window or thread has another.
  const kind = Object.prototype.toString.call(input);
  if (/^\[object (?:Shared)?ArrayBuffer\]$/.test(kind)) return new Uint8Array(input as ArrayBuffer);
  if (/^\[object (?:Blob|File)\]$/.test(kind)) return new Uint8Array(await (input as Blob).arrayBuffer());
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return new TextEncoder().encode(JSON.stringify(input));
  throw new RequestError('input', '应为文件的字节、Blob、文字或者报告数据', 'must be the bytes of a file, a Blob, a text or the data of a report');
}

/** Whether an input has been read already. */
export function isReading(input: ReportInput | Reading): input is Reading {
  return typeof input === 'object' && input !== null && 'locations' in input && 'report' in input;
}

/** The name of the report in the result. */
export function fileOf({ file = 'report' }: LintRequest): string {
  return file;
}

/** Judges readings as a request asks. Errors: RequestError for what cannot be asked. */
export function judgeOf(request: LintRequest): (reading: Reading) => Judged {
  const { file: _file, lang = 'zh', severities: asked = {}, previous, suppressions, baseline, units, ...ruleOptions } = request;
  checkRequest(request, LINT_KEYS satisfies { readonly [key in keyof LintRequest]-?: unknown });
  const file = fileOf(request);
  const severities: Severities = asked;
  const find = previous && createFinder({ kind: 'file', file: 'previous', report: { file: 'previous', reading: previous } });
  const options = { lang, rules: selectRules(rules, severities), ruleOptions, ...(find ? { previous: find } : {}) };
  const accepted = (result: Checked): Checked =>
    suppressions ? (applySuppressions(result, file, suppressions, (rule) => severities[rule] === 'off').result as Checked) : result;
  const fresh = (result: Checked): Checked => (baseline ? (applyBaseline(result, baseline) as Checked) : result);
  return (reading) => {
    const rollUp = units && rollUpOf(units, reading.report.edition);
    const { result, repairs, formatting } = judgeReading(reading, file, rollUp ? { ...options, rollUp } : options);
    return { result: fresh(accepted(result)), repairs, formatting };
  };
}
