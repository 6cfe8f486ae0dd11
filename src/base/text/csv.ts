/** CSV (RFC 4180) that Excel opens rightly: UTF-8 with a byte order mark, CRLF, and no text that is run as a formula. */

const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;
/** What spreadsheets take for a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Stands before the first line. */
export const CSV_START = '\ufeff';

function field(value: string): string {
  // An apostrophe keeps a text from being run as a formula; a plain negative number is none.
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** One line with its end. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}
