/** The figures of a report as CSV (RFC 4180) that Excel opens rightly: UTF-8 with a byte order mark, CRLF. */
import type { Lang } from '../../base/lang.js';
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { plainNumber } from '../../base/text/plain-number.js';
import type { Reading } from '../../form/model/reading.js';
import { type TidyRow, tidyHeader, tidyRows } from './tidy.js';

/** One line a cell. */
export function reportCsv(reading: Reading, lang: Lang = 'zh'): string {
  return CSV_START + tidyCsvHead(lang) + tidyCsvLines(tidyRows(reading, lang));
}

const keys = Object.keys(tidyHeader.zh) as (keyof TidyRow)[];

/** The header; it names the columns in the language of `lang`. */
export function tidyCsvHead(lang: Lang): string {
  return csvLine(keys.map((key) => tidyHeader[lang][key]));
}

/** Figures of one or more reports. */
export function tidyCsvLines(rows: readonly TidyRow[]): string {
  return rows.map((row) => csvLine(keys.map((key) => field(row[key])))).join('');
}

function field(value: string | number | null): string {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value) : value;
}
