/** What every reporter is: a way to turn the results of a run into text, one file at a time. */
import type { Diagnostic, FileResult, Lang, RunResult } from '../diagnostic.js';
import type { Rule } from '../rules/rule.js';
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
  /** Formats for people (pretty, compact, github, junit, html, markdown, csv) leave out warnings and infos; data formats are always whole. */
  readonly quiet?: boolean;
  /** More warnings than this fail the run. */
  readonly maxWarnings?: number;
  /** `pretty` shows the fingerprint of each finding, for the suppressions file. */
  readonly fingerprints?: boolean;
}

/** The findings that people are told of: none that was suppressed, and only errors when quiet. */
export function spoken(diagnostics: readonly Diagnostic[], quiet = false): readonly Diagnostic[] {
  return diagnostics.filter(({ severity, suppressed }) => !suppressed && (!quiet || severity === 'error'));
}

/**
 * One output in the making. The texts of `start`, of each `file` in turn and of `end` follow one another without anything
 * between them; nothing of a file is kept beyond what `end` must repeat, so a run of any length needs no more memory.
 */
export interface ReportStream {
  start(): string;
  /** `view` is the document itself, for formats that show it. */
  file(result: FileResult, view?: DocumentView): string;
  end(summary: Summary): string;
}

/** Begins an output. */
export type Reporter = (options: ReportOptions) => ReportStream;

/** The whole output of a finished run. */
export function render(reporter: Reporter, run: RunResult, options: ReportOptions): string {
  const stream = reporter(options);
  return [stream.start(), ...run.files.map((result) => stream.file(result)), stream.end(run.summary)].join('');
}
