/** What the program says about a report: the final form that reporters print and other tools read. */
import type { Edition, SectionKey, TableKey } from '../form/editions/index.js';
import type { AsideReason } from './claims/claim.js';

/** error: printed in the form or following from it by arithmetic; warning: a person must weigh it; info: tidiness. */
export type Severity = 'error' | 'warning' | 'info';

/** How a report came out. fail: errors; review: warnings, or no figure in any table; pass; unchecked: it could not be checked. */
export type Verdict = 'pass' | 'review' | 'fail' | 'unchecked';

/** Where in the report, for people and for tools. Only what applies is set. */
export interface Place {
  /** Heading of the section as printed. */
  readonly section?: string;
  readonly sectionKey?: SectionKey;
  readonly table?: TableKey;
  /** Printed labels of the row (with the group it belongs to) and of the column. */
  readonly row?: string;
  readonly column?: string;
  readonly line?: number;
  readonly columnNumber?: number;
  readonly paragraph?: number;
  readonly paraId?: string;
  /** Page of a file of fixed layout, and where on it as it is shown, in points from the top left: left, top, right, bottom. */
  readonly page?: number;
  readonly box?: readonly [x0: number, y0: number, x1: number, y1: number];
  /** The words spoken of, when the finding is about a stretch of running text. */
  readonly quote?: string;
  /** UTF-16 offsets of `quote` in the text of the node, end exclusive. */
  readonly span?: readonly [number, number];
  /** A few words before and after `quote`, for showing it to people; `…` marks where the paragraph goes on. */
  readonly context?: { readonly before: string; readonly after: string };
}

/** Another node that took part. */
export interface Related {
  readonly pointer: string;
  readonly place: Place;
  readonly value: number | null;
  /** Side and sign of the term in a sum. */
  readonly side?: 'left' | 'right';
  readonly sign?: 1 | -1;
}

/** One finding in its final form. */
export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly basis: string;
  readonly pointer: string;
  readonly place: Place;
  readonly actual?: number | string | null;
  readonly expected?: number | string | null;
  readonly related: readonly Related[];
  /** Hash of rule, pointer and values; the same wherever the finding stands in the file. */
  readonly fingerprint: string;
  /** It was accepted, with this reason: it counts for nothing. */
  readonly suppressed?: { readonly reason: string; readonly author?: string; readonly until?: string };
  /** Whether an earlier run found it too; only when one is compared with. */
  readonly since?: 'open' | 'new';
}

/** A cell change that belongs to the smallest set which satisfies every broken relation of its table. */
export interface Correction {
  readonly pointer: string;
  readonly from: number | null;
  readonly to: number;
  /** unique: the relations (with the evidence named) leave no other answer of this size; alternative: one of several. */
  readonly certainty: 'unique' | 'alternative';
  /** Fingerprints of the diagnostics it explains. */
  readonly explains: readonly string[];
  /** Changes with the same number belong together: two cells that must both change. Different numbers are different answers. */
  readonly set: number;
  /** What decided between answers that the sums alone leave open: the text's figure, last year's carry-over, two neighbouring columns that changed places, two digits that did, a figure split over two cells. */
  readonly evidence?: readonly ('text' | 'carry-over' | 'neighbouring-columns' | 'swapped-digits' | 'split-figure')[];
}

/** How many claims of the running text were read; `read` is the sum of the others. */
export interface ClaimCounts {
  readonly read: number;
  readonly compared: number;
  readonly aside: { readonly [reason in AsideReason]?: number };
}

/**
 * Whether last year's report was compared, and why not: none of this unit and year among those given, several of them, or the file given is
 * of another year, of another unit, or cannot be read.
 */
export interface PreviousCheck {
  readonly status: 'compared' | 'not-found' | 'ambiguous' | 'wrong-year' | 'other-unit' | 'unreadable';
  /** The files it speaks of; none when no report was found. */
  readonly files: readonly string[];
}

/** What was examined: silence is not a pass. */
export interface Checks {
  readonly tables: number;
  /** Cells of the tables: with a figure, with none, and with what the layout lost or nobody can read as a figure. */
  readonly cells: { readonly figures: number; readonly blanks: number; readonly lost: number };
  /** Sums evaluated, and sums that could not be because an operand is blank or unreadable. */
  readonly relations: number;
  readonly relationsSkipped: number;
  /** Figures that the running text repeats from the tables: found, compared, and left aside for which reason. */
  readonly claims: ClaimCounts;
  readonly rules: number;
  /** Only when last year's report was asked for. */
  readonly previous?: PreviousCheck;
  /** Findings not listed: those beyond the first fifty of one rule on one paragraph or cell. */
  readonly unlisted?: number;
}

/** A finding of an earlier run that is there no more. */
export interface MendedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
}

/** What became of the findings of an earlier run. */
export interface SinceCheck {
  /** The report's file in the earlier run; null when it was not checked there, so that every finding is new. */
  readonly earlier: string | null;
  readonly mended: readonly MendedFinding[];
  readonly open: number;
  readonly new: number;
  /** Findings of then whose rule did not run now: nobody knows whether they were mended. */
  readonly unjudged: number;
}

/** The result of a report that was checked. */
export interface Checked {
  readonly file: string;
  readonly status: 'checked';
  readonly verdict: Exclude<Verdict, 'unchecked'>;
  readonly edition: Edition;
  readonly unit: string | null;
  readonly year: number | null;
  readonly checks: Checks;
  readonly diagnostics: readonly Diagnostic[];
  readonly corrections: readonly Correction[];
  /** Findings left out because the baseline has them; only when there is a baseline. */
  readonly known?: number;
  /** Only when an earlier run is compared with. */
  readonly since?: SinceCheck;
}

/** The result of an input that was not checked: failed, it cannot be read or is no report; crashed, a bug of this program stopped it. */
export interface Unchecked {
  readonly file: string;
  readonly status: 'failed' | 'crashed';
  readonly verdict: 'unchecked';
  readonly error: { readonly code: string; readonly message: string; readonly help: string };
}

/** The result for one input. */
export type FileResult = Checked | Unchecked;

/** Why a file that a folder holds was left aside. */
export type SkipReason = 'not-a-report' | 'other-kind' | 'lock-file' | 'excluded';

/** A file that was left aside. */
export interface Skipped {
  readonly file: string;
  readonly reason: SkipReason;
}

/** A unit of the roster, its deadline as written there, and the reports of the run that are of it; none when it has not reported. */
export interface RosterUnit {
  readonly unit: string;
  readonly deadline?: string;
  readonly files: readonly string[];
}

/** The run held against the roster of those who owe a report. */
export interface RosterCheck {
  /** The roster's own file. */
  readonly file: string;
  /** In the order of the roster. */
  readonly units: readonly RosterUnit[];
  /** Units without a report. */
  readonly missing: readonly string[];
  /** Reports of units that are not on it; `likely` is the missing unit that it may be. */
  readonly unexpected: readonly { readonly file: string; readonly unit: string; readonly likely?: string }[];
  /** Files whose unit is unknown, because they could not be checked or name none. */
  readonly unnamed: readonly string[];
}

/** The run compared with an earlier one: findings mended, still open and new, and the reports of then that had errors or warnings, or could not be checked, and are not in it. */
export interface SinceRun {
  readonly file: string;
  readonly mended: number;
  readonly open: number;
  readonly new: number;
  readonly absent: readonly { readonly file: string; readonly unit: string | null; readonly findings: number }[];
}

/** What a run says beside its reports. */
export interface BesideReports {
  /** None when absent. */
  readonly skipped?: readonly Skipped[];
  readonly roster?: RosterCheck;
  readonly since?: SinceRun;
}

/** The result of a run. */
export interface RunResult extends BesideReports {
  readonly schemaVersion: 2;
  readonly files: readonly FileResult[];
  readonly summary: {
    readonly files: number;
    readonly checked: number;
    readonly failed: number;
    readonly crashed: number;
    /** Files left aside, which are not among `files`. */
    readonly skipped: number;
    /** Reports by verdict. */
    readonly verdicts: { readonly [verdict in Verdict]: number };
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    /** Findings that are not among these counts: accepted with a reason, and known from the baseline. */
    readonly suppressed: number;
    readonly known: number;
  };
}
