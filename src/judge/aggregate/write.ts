/** The sums of many units as data and as documents. */
import type { Lang } from '../../base/lang.js';
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { editionSpec, tableSpec } from '../../form/editions/index.js';
import { cellSpec, columnName, rowName, sectionName } from '../../form/model/names.js';
import type { Reading, TableFacts } from '../../form/model/reading.js';
import { type Aggregate, type EditionSums, sumReport } from './add-up.js';

/** The sums of one edition as a reading, for the writers of documents: each table under its printed heading. */
export function sumReading(sums: EditionSums, year: number | null): Reading {
  const report = sumReport(sums, year);
  const facts = (key: keyof typeof report.tables): TableFacts => ({
    spec: tableSpec(sums.edition, key),
    editions: [sums.edition],
    missingRows: [],
    missingColumns: [],
    extraRows: [],
    repeated: [],
  });
  const tables = { disclosure: facts('disclosure'), requests: facts('requests'), disputes: facts('disputes') };
  const sections = editionSpec(sums.edition).sections.flatMap(({ key, table }) => (table ? [{ key, heading: sectionName(key), paragraphs: [] }] : []));
  return { format: 'json', report: { ...report, sections }, locations: new Map(), tables, headings: [], notes: [] };
}

/** Everything as JSON: for each edition the sums as a report, the units, and how many cells were blank; what was left out and why; what may be there twice. */
export function aggregateJson(
  { year, editions, leftOut, alike, missing, unexpected }: Aggregate,
  failed: readonly { readonly file: string; readonly message: string }[],
  lang: Lang,
): string {
  const value = {
    schemaVersion: 1,
    year,
    editions: editions.map((sums) => ({
      edition: sums.edition,
      units: sums.units.map(({ unit, file }) => ({ unit, file })),
      tables: sumReport(sums, year).tables,
      cells: Object.fromEntries(sums.cells.map(({ pointer, counted, blank }) => [pointer, { counted, blank }])),
    })),
    leftOut: [
      ...failed.map(({ file, message }) => ({ file, unit: null, reason: 'failed', detail: message })),
      ...leftOut.map(({ detail, ...rest }) => ({ ...rest, detail: detail[lang] })),
    ],
    ...(alike.length > 0 ? { alike } : {}),
    ...(missing ? { missing } : {}),
    ...(unexpected ? { unexpected } : {}),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const HEADER: { readonly [lang in Lang]: readonly string[] } = {
  zh: ['年度', '格式版本', '表', '行', '列', '合计', '有数的单位', '空白的单位', '指针'],
  en: ['year', 'edition', 'table', 'row', 'column', 'sum', 'units with a number', 'units blank', 'pointer'],
};

/** The sums one by one. */
export function aggregateCsv({ year, editions }: Aggregate, lang: Lang): string {
  const lines = editions.flatMap(({ edition, cells }) =>
    cells.map(({ pointer, sum, counted, blank }) => {
      const { table, row, column, block } = cellSpec(pointer)!;
      const names = [sectionName(table, lang), rowName(row, lang), columnName(column, block.columns, lang)];
      return [String(year ?? ''), edition, ...names, sum === null ? '' : String(sum), String(counted), String(blank), pointer];
    }),
  );
  return CSV_START + [HEADER[lang], ...lines].map(csvLine).join('');
}
