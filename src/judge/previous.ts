/** Finding last year's report of a unit among those that the user gave. */
import type { Reading } from '../form/model/reading.js';
import type { PreviousCheck } from './diagnostic.js';
import { compareUnits, foldUnit } from './organs/same-name.js';

/** A report that may be last year's. */
export interface PreviousReport {
  /** Its file as people are shown it. */
  readonly file: string;
  readonly reading: Reading;
}

/**
 * Where last year's report is to be found: the one file that the user named (`report` is absent when it could not be read),
 * or any number of reports in a folder. Plain data: workers are sent it.
 */
export type PreviousSource =
  | { readonly kind: 'file'; readonly file: string; readonly report?: PreviousReport }
  | { readonly kind: 'folder'; readonly reports: readonly PreviousReport[] };

/** Whose report of which year is looked for. */
export interface Wanted {
  /** Every name the unit is known by; empty when none is known. */
  readonly names: readonly string[];
  /** The year of the report that is judged. */
  readonly year: number | undefined;
}

/** What was found; `reading` is there only when it may be compared. */
export interface Found {
  readonly check: PreviousCheck;
  readonly reading?: Reading;
}

/** Looks last year's report up. */
export type FindPrevious = (wanted: Wanted) => Found;

/** What comparing needs of an earlier report: the file, and the places in it, are let go of. */
export function remembered(file: string, { layout: _layout, ...reading }: Reading): PreviousReport {
  return { file, reading: { ...reading, locations: new Map(), headings: [], notes: [] } };
}

function compareNames(names: readonly string[], unit: string): ReturnType<typeof compareUnits> {
  const verdicts = names.map((name) => compareUnits(foldUnit(name), unit));
  return verdicts.find((verdict) => verdict === 'same') ?? verdicts.find((verdict) => verdict === 'qualified') ?? 'different';
}

function compared({ file, reading }: PreviousReport): Found {
  return { check: { status: 'compared', files: [file] }, reading };
}

/** The user named the file: it is compared unless unit or year say that it is another report. */
function inFile(source: Extract<PreviousSource, { kind: 'file' }>, { names, year }: Wanted): Found {
  const { file, report } = source;
  if (!report) return { check: { status: 'unreadable', files: [file] } };
  const before = report.reading.report;
  if (names.length > 0 && before.unit !== undefined && compareNames(names, foldUnit(before.unit)) === 'different') {
    return { check: { status: 'other-unit', files: [file] } };
  }
  if (year !== undefined && before.year !== undefined && before.year !== year - 1) return { check: { status: 'wrong-year', files: [file] } };
  return compared(report);
}

/** A report of the same name goes before one whose name has a place more or less in front. */
function inFolder(reports: readonly (PreviousReport & { readonly unit: string })[], { names }: Wanted): Found {
  const verdicts = reports.map((report) => ({ report, verdict: compareNames(names, report.unit) }));
  const same = verdicts.filter(({ verdict }) => verdict === 'same');
  const candidates = (same.length > 0 ? same : verdicts.filter(({ verdict }) => verdict === 'qualified')).map(({ report }) => report);
  if (candidates.length === 1) return compared(candidates[0]!);
  return { check: { status: candidates.length === 0 ? 'not-found' : 'ambiguous', files: candidates.map(({ file }) => file) } };
}

/** Prepares the look-up. In a folder only reports that tell their unit and year can be found. */
export function createFinder(source: PreviousSource): FindPrevious {
  if (source.kind === 'file') return (wanted) => inFile(source, wanted);
  const byYear = new Map<number, (PreviousReport & { readonly unit: string })[]>();
  for (const report of source.reports) {
    const { unit, year } = report.reading.report;
    if (unit === undefined || year === undefined) continue;
    const known = byYear.get(year);
    const entry = { ...report, unit: foldUnit(unit) };
    if (known) known.push(entry);
    else byYear.set(year, [entry]);
  }
  return (wanted) => inFolder(wanted.year === undefined ? [] : (byYear.get(wanted.year - 1) ?? []), wanted);
}
