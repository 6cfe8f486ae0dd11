/** What every reporter is: a way to turn the results of a run into text, or into bytes, one file at a time. */
import type { Lang } from '../../base/lang.js';
import { concat } from '../../base/package/bytes.js';
import type { BesideReports, Diagnostic, FileResult, RunResult, Unchecked } from '../../judge/diagnostic.js';
import type { Rule } from '../../judge/rule.js';
import type { Shard } from '../../judge/run/shard.js';
import type { DocumentView } from '../view/view.js';

/** The counts of a run. */
export type Summary = RunResult['summary'];

/** What a reporter needs to know beside the results. */
export interface ReportOptions {
  readonly lang: Lang;
  /** Colours that the receiver shows: 0 none, 1 sixteen, 2 two hundred and fifty-six, 3 all (the levels of chalk). */
  readonly color: 0 | 1 | 2 | 3;
  /** Columns of the receiver; `Infinity` where lines need not be wrapped. */
  readonly width: number;
  /** The rules of this program, for titles and descriptions. */
  readonly catalogue: readonly Rule[];
  readonly toolVersion: string;
  /** Formats for people (pretty, compact, github, junit, html, markdown, csv, xlsx) leave out warnings and infos; data formats are always whole. */
  readonly quiet?: boolean;
  /** More warnings than this fail the run. */
  readonly maxWarnings?: number;
  /** An earlier run is compared with: lists of problems say of each whether it was known. */
  readonly since?: boolean;
  /** `pretty` shows the fingerprint of each finding, for the suppressions file. */
  readonly fingerprints?: boolean;
}

/** What stands in the place of a rule where an input was not checked: `input/<code>`, or `program/<code>` for a bug of this program. */
export function faultId({ status, error }: Unchecked): string {
  return `${status === 'failed' ? 'input' : 'program'}/${error.code}`;
}

/** The findings that people are told of: none that was suppressed, and only errors when quiet. */
export function spoken(diagnostics: readonly Diagnostic[], quiet = false): readonly Diagnostic[] {
  return diagnostics.filter(({ severity, suppressed }) => !suppressed && (!quiet || severity === 'error'));
}

/** What an output is made of: text, or the bytes of a format that is none. */
export type Piece = string | Uint8Array;

/** What there is beside the reports, and the part of a run that the results are. */
export type Beside = BesideReports & { readonly shard?: Shard };

/**
 * One output in the making. The pieces of `start`, of each `file` in turn and of `end` follow one another without anything
 * between them; nothing of a file is kept beyond what `end` must repeat, so a run of any length needs no more memory.
 */
export interface ReportStream<P extends Piece = string> {
  start(): P;
  /** `view` is the document itself, for formats that show it. */
  file(result: FileResult, view?: DocumentView): P;
  /** `beside` is what there is to say beside the reports; only the data formats carry of which part of a run the results are. */
  end(summary: Summary, beside?: Beside): P;
}

/** Begins an output. */
export type Reporter<P extends Piece = string> = (options: ReportOptions) => ReportStream<P>;

/** The whole output of a finished run. */
export function render<P extends Piece>(reporter: Reporter<P>, run: RunResult, options: ReportOptions): P {
  const stream = reporter(options);
  const pieces: readonly Piece[] = [stream.start(), ...run.files.map((result) => stream.file(result)), stream.end(run.summary, run)];
  const bytes = pieces.filter((piece) => typeof piece !== 'string');
  // A reporter makes pieces of one kind only.
  return (bytes.length === 0 ? pieces.join('') : concat(bytes)) as P;
}
