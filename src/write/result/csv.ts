/** The list of problems as CSV for spreadsheets, numbered through; no text in it is run as a formula. */
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { type Problem, problemHeader, problemsOf } from './problems.js';
import type { Reporter } from './reporter.js';

/** One line a finding; files without any have none. */
export const csv: Reporter = ({ lang, quiet }) => {
  const { number, ...header } = problemHeader[lang];
  const keys = Object.keys(header) as (keyof Problem)[];
  let count = 0;
  return {
    start: () => CSV_START + csvLine([number, ...Object.values(header)]),
    file: (result) =>
      problemsOf(result, lang, quiet)
        .map((problem) => {
          count += 1;
          return csvLine([String(count), ...keys.map((key) => problem[key])]);
        })
        .join(''),
    end: () => '',
  };
};
