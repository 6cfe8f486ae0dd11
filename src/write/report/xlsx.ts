/** A report as a workbook: each table as it is printed, and all figures one by one. */
import type { Lang } from '../../base/lang.js';
import { type Cell, heightFor, type Row, type Sheet, type SheetShape, workbook } from '../../base/package/workbook.js';
import type { FormatName } from '../../base/package/workbook-styles.js';
import { editionSpec } from '../../form/editions/index.js';
import { MARK } from '../../form/model/mark.js';
import type { Reading } from '../../form/model/reading.js';
import { numberAt } from './figure.js';
import type { LayoutCell } from './layout.js';
import { type TablePart, tablePart } from './parts.js';
import { type TidyRow, tidyHeader, tidyRows } from './tidy.js';

const TIDY_NAME = { zh: '明细', en: 'cells' } as const;
const REMARKS_NAME = { zh: '说明', en: 'remarks' } as const;
/** Width of the column of remarks. */
const REMARKS_WIDTH = 100;

/** The workbook. */
export function reportXlsx(reading: Reading, lang: Lang = 'zh', remarks: readonly string[] = []): Uint8Array {
  return workbook(reportSheets(reading, lang, remarks));
}

/** Its sheets. */
export function reportSheets(reading: Reading, lang: Lang, remarks: readonly string[] = []): readonly Sheet[] {
  const { sections } = editionSpec(reading.report.edition);
  const tables = sections.flatMap(({ table, title, en }): readonly Sheet[] => {
    const facts = table && reading.tables[table];
    return facts ? [printedSheet(reading, tablePart(reading, facts, lang === 'zh' ? title : en))] : [];
  });
  return [...tables, ...remarksSheet(remarks, lang), { ...tidyShape(lang), rows: [tidyHead(lang), ...tidyRows(reading, lang).map(tidyRow)] }];
}

function remarksSheet(remarks: readonly string[], lang: Lang): readonly Sheet[] {
  if (remarks.length === 0) return [];
  const rows = remarks.map((text): Row => ({ cells: [{ value: text, format: 'text' }], height: heightFor([{ text, width: REMARKS_WIDTH }]) }));
  return [{ name: REMARKS_NAME[lang], widths: [REMARKS_WIDTH], headerRows: 0, rows }];
}

function printedSheet(reading: Reading, table: TablePart): Sheet {
  const slots = table.rows.map((): Cell[] => []);
  for (const cell of table.rows.flat()) {
    const value = cell.pointer === undefined ? cell.text : (numberAt(reading, { pointer: cell.pointer }) ?? (cell.text === '' ? null : cell.text));
    // The number stays one to count with; its format prints the mark.
    const figure = typeof value === 'number' && cell.text.endsWith(`（${MARK}）`) ? 'marked' : 'figure';
    const format: FormatName = cell.kind === 'value' ? figure : cell.kind === 'row' ? 'label' : 'header';
    // The slots that a merged cell covers need its border too.
    for (let row = 0; row < cell.rowSpan; row += 1)
      for (let column = 0; column < cell.columnSpan; column += 1)
        slots[cell.row + row]![cell.column + column] = { value: row + column === 0 ? value : null, format };
  }
  const widths = Array.from({ length: table.width }, (_, column) => (column < table.labelWidth - 1 ? 15 : column < table.labelWidth ? 32 : 10));
  const width = ({ column, columnSpan }: LayoutCell): number => widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const height = (row: readonly LayoutCell[]): number =>
    heightFor(row.filter(({ rowSpan }) => rowSpan === 1).map((cell) => ({ text: cell.text, width: width(cell) })));
  const { unit, year, title } = reading.report;
  // A sum of many units has a title only: 60个单位2024年….
  const whose = unit === undefined ? title : year === undefined ? unit : `${unit}${year}年`;
  return {
    name: table.name,
    widths,
    rows: slots.map((cells, index): Row => ({ cells, height: height(table.rows[index]!), exact: true })),
    merges: table.rows.flat().filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1),
    headerRows: table.headerRows,
    orientation: table.rows.length > table.width ? 'portrait' : 'landscape',
    onePage: true,
    header: [whose, table.name].filter((word) => word !== undefined && word !== '').join(' '),
  };
}

const TIDY_WIDTHS: { readonly [key in keyof TidyRow]: number } = {
  unit: 24,
  year: 8,
  edition: 10,
  table: 34,
  row: 44,
  column: 34,
  value: 12,
  raw: 18,
  pointer: 58,
};

const keys = Object.keys(tidyHeader.zh) as (keyof TidyRow)[];

/** The sheet of figures one by one. */
export function tidyShape(lang: Lang): SheetShape {
  return { name: TIDY_NAME[lang], widths: keys.map((key) => TIDY_WIDTHS[key]), headerRows: 1, filter: true };
}

/** Its first row. */
export function tidyHead(lang: Lang): Row {
  return { cells: keys.map((key) => ({ value: tidyHeader[lang][key], format: 'header' })) };
}

/** The row of a figure. */
export function tidyRow(row: TidyRow): Row {
  return { cells: keys.map((key) => ({ value: row[key], format: 'plain' })) };
}
