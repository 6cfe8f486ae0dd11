/** The figures of a report one by one: what statistics programs and pivot tables want. */
import type { Lang } from '../../base/lang.js';
import { cleanText } from '../../base/text/clean.js';
import { cellPointer, cellsOf, type Edition, editionSpec, type TableKey } from '../../form/editions/index.js';
import { columnName, rowName } from '../../form/model/names.js';
import type { Reading, TableFacts } from '../../form/model/reading.js';
import { numberAt } from './figure.js';

/** One cell of one report. */
export interface TidyRow {
  readonly unit: string | null;
  readonly year: number | null;
  /** The form that the table follows, which may not be that of the report. */
  readonly edition: Edition;
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** Null for a blank cell and for one that cannot be read; `raw` tells them apart. */
  readonly value: number | null;
  /** The text of the cell as it stands in the document. */
  readonly raw: string;
  readonly pointer: string;
}

/** The names of the columns. */
export const tidyHeader: { readonly [lang in Lang]: { readonly [key in keyof TidyRow]: string } } = {
  zh: { unit: '单位', year: '年度', edition: '格式版本', table: '表', row: '行', column: '列', value: '数值', raw: '原文', pointer: '指针' },
  en: { unit: 'unit', year: 'year', edition: 'edition', table: 'table', row: 'row', column: 'column', value: 'value', raw: 'raw', pointer: 'pointer' },
};

/** Every cell that the tables of a report have, in printed order. */
export function tidyRows(reading: Reading, lang: Lang): readonly TidyRow[] {
  const { unit = null, year = null } = reading.report;
  return editionSpec(reading.report.edition).sections.flatMap(({ table, title, en }): readonly TidyRow[] => {
    const facts = table && reading.tables[table];
    if (!table || !facts) return [];
    return presentCells(table, facts).map((cell) => ({
      unit,
      year,
      edition: facts.spec.edition,
      table: lang === 'zh' ? title : en,
      row: rowName(cell.row, lang),
      column: columnName(cell.column, cell.block.columns, lang),
      value: numberAt(reading, cell),
      raw: cleanText(reading.locations.get(cell.pointer)?.raw ?? ''),
      pointer: cell.pointer,
    }));
  });
}

function presentCells(table: TableKey, { spec, missingRows, missingColumns }: TableFacts): ReturnType<typeof cellsOf> {
  const gone = new Set<string>(missingColumns.flatMap(({ block, column }) => spec.blocks[block]!.rows.map((row) => cellPointer(table, row.key, column))));
  return cellsOf(spec).filter(({ row, pointer }) => !missingRows.includes(row.key) && !gone.has(pointer));
}
