/** The figures of many reports as CSV, a line a cell. */
import { CSV_START } from '../../../base/text/csv.js';
import { tidyCsvHead, tidyCsvLines } from '../csv.js';
import { tidyRows } from '../tidy.js';
import type { DataSet } from './stream.js';

/** The lines of every report below one header. */
export const csvDataSet: DataSet = ({ lang }) => ({
  start: () => CSV_START + tidyCsvHead(lang),
  add: (reading) => tidyCsvLines(tidyRows(reading, lang)),
  end: () => '',
});
