/** A report as a workbook: each table as it is printed, and all figures one by one. Texts are never formulas. */
import type { Lang } from '../diagnostic.js';
import { editionSpec } from '../editions/index.js';
import type { Reading } from '../model/reading.js';
import { displayWidth } from '../text/width.js';
import { escapeXml } from './clean.js';
import { numberAt, plainNumber } from './figure.js';
import type { LayoutCell } from './layout.js';
import { type TablePart, tablePart } from './parts.js';
import { type TidyRow, tidyHeader, tidyRows } from './tidy.js';
import { type FormatName, styleOf, stylesXml } from './xlsx-styles.js';
import { relationsPart, type XmlPart, zipParts } from './zip-parts.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Sheet {
  readonly name: string;
  readonly xml: string;
  /** Rows repeated on every printed page. */
  readonly headerRows: number;
}

const TIDY_NAME = { zh: '明细', en: 'cells' } as const;

/** The workbook. */
export function reportXlsx(reading: Reading, lang: Lang = 'zh'): Uint8Array {
  const { sections } = editionSpec(reading.report.edition);
  const tables = sections.flatMap(({ table, title, en }): readonly Sheet[] => {
    const facts = table && reading.tables[table];
    if (!facts) return [];
    const part = tablePart(reading, facts, lang === 'zh' ? title : en);
    return [{ name: part.name, xml: printedSheet(reading, part), headerRows: part.headerRows }];
  });
  return workbook([...tables, { name: TIDY_NAME[lang], xml: tidySheet(tidyRows(reading, lang), lang), headerRows: 1 }]);
}

function workbook(sheets: readonly Sheet[]): Uint8Array {
  // Names of sheets have at most 31 characters.
  const names = sheets.map(({ name }) => escapeXml(name.slice(0, 31)));
  const titles = sheets.flatMap(({ headerRows }, index) =>
    headerRows === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${names[index]!.replace(/&#39;/g, '&#39;&#39;')}'!$1:$${headerRows}</definedName>`],
  );
  const parts: readonly XmlPart[] = [
    {
      name: 'xl/workbook.xml',
      type: `${TYPE}.sheet.main+xml`,
      xml:
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        `${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>` +
        `${titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`}</workbook>`,
    },
    { name: 'xl/styles.xml', type: `${TYPE}.styles+xml`, xml: stylesXml() },
    ...sheets.map(({ xml }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, type: `${TYPE}.worksheet+xml`, xml })),
  ];
  return zipParts([
    relationsPart('', [{ type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' }]),
    relationsPart('xl/workbook.xml', [
      ...sheets.map((_, index) => ({ type: `${OFFICE}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
      { type: `${OFFICE}/styles`, target: 'styles.xml' },
    ]),
    ...parts,
  ]);
}

/** A cell of a sheet; null is blank. */
interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  readonly format: FormatName;
}

interface SheetShape {
  readonly widths: readonly number[];
  /** Height of each row in points. */
  readonly heights?: readonly number[];
  readonly merges?: readonly LayoutCell[];
  readonly frozenRows: number;
  /** Printed on one page, whatever its length. */
  readonly onePage?: 'portrait' | 'landscape';
  /** Printed above each page. */
  readonly header?: string;
  readonly filter?: string;
}

function printedSheet(reading: Reading, table: TablePart): string {
  const cells = table.rows.flat().flatMap((cell) => {
    const value = cell.pointer === undefined ? cell.text : (numberAt(reading, { pointer: cell.pointer }) ?? (cell.text === '' ? null : cell.text));
    const format: FormatName = cell.kind === 'value' ? 'figure' : cell.kind === 'row' ? 'label' : 'header';
    // The slots that a merged cell covers need its border too.
    return Array.from({ length: cell.rowSpan * cell.columnSpan }, (_, index): SheetCell => {
      const [row, column] = [cell.row + Math.floor(index / cell.columnSpan), cell.column + (index % cell.columnSpan)];
      return { row, column, value: index === 0 ? value : null, format };
    });
  });
  const widths = Array.from({ length: table.width }, (_, column) => (column < table.labelWidth - 1 ? 15 : column < table.labelWidth ? 32 : 10));
  const width = ({ column, columnSpan }: LayoutCell): number => widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const lines = (cell: LayoutCell): number => Math.ceil(displayWidth(cell.text) / (width(cell) - 1.5));
  const heights = table.rows.map((row) => 6 + 15 * Math.max(1, ...row.filter(({ rowSpan }) => rowSpan === 1).map(lines)));
  const { unit = '', year } = reading.report;
  return sheetXml(cells, {
    widths,
    heights,
    merges: table.rows.flat().filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1),
    frozenRows: table.headerRows,
    onePage: table.rows.length > table.width ? 'portrait' : 'landscape',
    header: [unit, year, table.name].filter((word) => word !== undefined && word !== '').join(' '),
  });
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

function tidySheet(rows: readonly TidyRow[], lang: Lang): string {
  const header = tidyHeader[lang];
  const keys = Object.keys(header) as (keyof TidyRow)[];
  const cells = [
    ...keys.map((key, column): SheetCell => ({ row: 0, column, value: header[key], format: 'header' })),
    ...rows.flatMap((row, index) => keys.map((key, column): SheetCell => ({ row: index + 1, column, value: row[key], format: 'plain' }))),
  ];
  return sheetXml(cells, { widths: keys.map((key) => TIDY_WIDTHS[key]), frozenRows: 1, filter: `A1:${reference(rows.length, keys.length - 1)}` });
}

function sheetXml(cells: readonly SheetCell[], { widths, heights, merges = [], frozenRows, onePage, header, filter }: SheetShape): string {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, line]) => {
      const height = heights?.[row] === undefined ? '' : ` ht="${heights[row]}" customHeight="1"`;
      return `<row r="${row + 1}"${height}>${[...line]
        .sort((a, b) => a.column - b.column)
        .map(cellXml)
        .join('')}</row>`;
    });
  const merged = merges.map(
    ({ row, column, rowSpan, columnSpan }) => `<mergeCell ref="${reference(row, column)}:${reference(row + rowSpan - 1, column + columnSpan - 1)}"/>`,
  );
  const frozen = frozenRows === 0 ? '' : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${data.join('')}</sheetData>`,
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${onePage ?? 'landscape'}" fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"/>`,
    // An ampersand opens a code in headers.
    header === undefined ? '' : `<headerFooter><oddHeader>&amp;C${escapeXml(header.replace(/&/g, '&&'))}</oddHeader></headerFooter>`,
    // The untouched text of a figure is a text on purpose: no green corner.
    filter === undefined ? '' : `<ignoredErrors><ignoredError sqref="${filter}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

function cellXml({ row, column, value, format }: SheetCell): string {
  const start = `<c r="${reference(row, column)}" s="${styleOf(format, typeof value === 'string')}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${plainNumber(value)}</v></c>`;
  // _x0041_ in a text would be read as a coded character.
  const text = escapeXml(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A1 for the slot 0, 0. */
function reference(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
