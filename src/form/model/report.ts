/** The canonical model of a report: what `convert --to json` prints and every command accepts. */
import type { Edition, SectionKey, Tables } from '../editions/index.js';

/** The figures of one table, nested by the keys of MODEL; a leaf is a number, or null when blank or unreadable. */
export interface TableData {
  readonly [key: string]: TableData | number | null;
}

/** One section as it stands in the document: heading as printed, running text without the table. */
export interface Section {
  readonly key: SectionKey;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A report. What the document does not have is absent, never invented. */
export interface Report {
  readonly schemaVersion: 1;
  /** The edition the report must use, from its year; from its tables when it names no year. */
  readonly edition: Edition;
  readonly title?: string;
  readonly unit?: string;
  /** The report year (统计年度), from the title. */
  readonly year?: number;
  /** Paragraphs between the title and section 一. */
  readonly preface: readonly string[];
  readonly sections: readonly Section[];
  readonly tables: Tables;
  /** Paragraphs after section 六 that are its signature and date. */
  readonly closing: readonly string[];
}
