/** The list of problems as CSV for spreadsheets, numbered through; no text in it is run as a formula. */
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { headerOf, type Problem, problemsBeside, problemsOf } from './problems.js';
import type { Reporter } from './reporter.js';

/** One line a finding, and one for each file that was left aside; reports without a finding have none. */
export const csv: Reporter = ({ lang, quiet, since }) => {
  const { number, ...header } = headerOf(lang, since);
  const keys = Object.keys(header) as (keyof Problem)[];
  let count = 0;
  const row = (problem: Problem): string => {
    count += 1;
    return csvLine([String(count), ...keys.map((key) => problem[key])]);
  };
  return {
    start: () => CSV_START + csvLine([number, ...Object.values(header)]),
    file: (result) => problemsOf(result, lang, quiet).map(row).join(''),
    end: (_summary, beside = {}) => problemsBeside(beside, lang).map(row).join(''),
  };
};
