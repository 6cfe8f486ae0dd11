/** The figures of a report as CSV (RFC 4180) that Excel opens rightly: UTF-8 with a byte order mark, CRLF. */
import type { Lang } from '../../base/lang.js';
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { plainNumber } from '../../base/text/plain-number.js';
import type { Reading } from '../../form/model/reading.js';
import { type TidyRow, tidyHeader, tidyRows } from './tidy.js';

/** One line a cell. */
export function reportCsv(reading: Reading, lang: Lang = 'zh'): string {
  return tidyCsv(tidyRows(reading, lang), lang);
}

/** Figures of one or more reports; the header names the columns in the language of `lang`. */
export function tidyCsv(rows: readonly TidyRow[], lang: Lang): string {
  const header = tidyHeader[lang];
  const keys = Object.keys(header) as (keyof TidyRow)[];
  const lines = [keys.map((key) => header[key]), ...rows.map((row) => keys.map((key) => row[key]))];
  return CSV_START + lines.map((line) => csvLine(line.map(field))).join('');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value) : value;
}
