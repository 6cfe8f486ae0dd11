/** The sums of many units as data and as documents. */
import type { Lang } from '../../base/lang.js';
import { CSV_START, csvLine } from '../../base/text/csv.js';
import { plainNumber } from '../../base/text/plain-number.js';
import { editionSpec, tableSpec } from '../../form/editions/index.js';
import { MARK } from '../../form/model/mark.js';
import { cellSpec, columnName, rowName, sectionName } from '../../form/model/names.js';
import type { Locations, Reading, TableFacts } from '../../form/model/reading.js';
import { type Aggregate, type CellSum, type EditionSums, sumReport } from './add-up.js';
import { remarksOf } from './remarks.js';
import { brokenRelations, incompleteCells } from './shortfall.js';

/** The sums of one edition as a reading, for the writers of documents: each table under its printed heading, sums that lack units marked, remarks at the end. */
export function sumReading(sums: EditionSums, year: number | null, lang: Lang = 'zh'): Reading {
  const report = { ...sumReport(sums, year), closing: remarksOf(sums, lang) };
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
  return { format: 'json', report: { ...report, sections }, locations: marked(sums), tables, headings: [], notes: [] };
}

/** The printed text of the sums that are not those of all units. */
function marked(sums: EditionSums): Locations {
  return new Map(incompleteCells(sums).map(({ pointer, sum }) => [pointer, { raw: sum === null ? MARK : `${plainNumber(sum)}（${MARK}）`, place: {} }]));
}

function unitsWithout({ units }: EditionSums, pointer: CellSum['pointer']): readonly string[] {
  return units.filter(({ cells }) => typeof cells.get(pointer) !== 'number').map(({ unit }) => unit);
}

/** Everything as JSON: for each edition the sums as a report, the units, for each cell how many are in it and who is not, the relations that do not hold; what was left out and why; what may be there twice. */
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
      cells: Object.fromEntries(
        sums.cells.map(({ pointer, counted, blank }) => {
          const without = unitsWithout(sums, pointer);
          return [pointer, { counted, blank, ...(without.length > 0 ? { without } : {}) }];
        }),
      ),
      broken: brokenRelations(sums).map(({ relation, left, right, units }) => ({
        rule: relation.rule,
        pointer: relation.right.at(-1)!.pointer,
        left,
        right,
        units,
      })),
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
  zh: ['年度', '格式版本', '表', '行', '列', '合计', '有数的单位', '空白的单位', '未计入的单位', '指针'],
  en: ['year', 'edition', 'table', 'row', 'column', 'sum', 'units with a number', 'units blank', 'units not in the sum', 'pointer'],
};

/** The sums one by one. */
export function aggregateCsv({ year, editions }: Aggregate, lang: Lang): string {
  const lines = editions.flatMap((sums) =>
    sums.cells.map(({ pointer, sum, counted, blank }) => {
      const { table, row, column, block } = cellSpec(pointer)!;
      const names = [sectionName(table, lang), rowName(row, lang), columnName(column, block.columns, lang)];
      const without = unitsWithout(sums, pointer).join(lang === 'zh' ? '、' : ', ');
      return [String(year ?? ''), sums.edition, ...names, sum === null ? '' : String(sum), String(counted), String(blank), without, pointer];
    }),
  );
  return CSV_START + [HEADER[lang], ...lines].map(csvLine).join('');
}
