/** The canonical JSON of a report. */
import type { Located, Reading } from '../../form/model/reading.js';
import type { Report } from '../../form/model/report.js';

/** What `locations` says of a node: its untouched text and where that stands. */
export interface LocationRecord extends Pick<Located, 'raw' | 'place'> {
  /** The layout lost the value; the diagnostics say why. */
  readonly lost?: true;
}

/** A report as canonical JSON, with its sidecar when that was asked for. */
export interface ReportRecord extends Report {
  /** By JSON Pointer. */
  readonly locations?: { readonly [pointer: string]: LocationRecord };
}

/** How canonical JSON is printed. */
export interface JsonOptions {
  /** Adds the untouched text and the place of every value. */
  readonly locations?: boolean;
  /** Blanks per level; 0 prints one line. */
  readonly indent?: number;
}

/** The report as plain data, its keys in the order of the contract. */
export function reportRecord({ report, locations }: Reading, withLocations = false): ReportRecord {
  const { schemaVersion, edition, title, unit, year, preface, sections, tables, closing } = report;
  const records = [...locations].map(([pointer, { raw, place, lost }]) => [pointer, { raw, place, ...(lost ? { lost: true as const } : {}) }] as const);
  return {
    schemaVersion,
    edition,
    ...(title === undefined ? {} : { title }),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    preface,
    sections,
    tables,
    closing,
    ...(withLocations ? { locations: Object.fromEntries(records) } : {}),
  };
}

/** The report as text, ending in a line break. */
export function reportJson(reading: Reading, { locations = false, indent = 2 }: JsonOptions = {}): string {
  return `${JSON.stringify(reportRecord(reading, locations), null, indent)}\n`;
}
