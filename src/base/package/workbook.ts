/** Workbooks (.xlsx), written row by row. Texts are never formulas. */
import { escapeXml } from '../text/clean.js';
import { plainNumber } from '../text/plain-number.js';
import { concat } from './bytes.js';
import { packageStream, relationsPart } from './package.js';
import { type FormatName, styleOf, stylesXml } from './workbook-styles.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The most that a sheet and the name of a sheet can hold. */
export const MAX_ROWS = 1_048_576;
const MAX_NAME = 31;
/** UTF-16 units of a cell: a workbook with a longer text counts as damaged. */
const MAX_TEXT = 32_767;
/** UTF-16 units of a header as written, codes included, with room for the mark of what was cut. */
const MAX_HEADER = 254;
/** Points of a row. */
const MAX_HEIGHT = 409;

/** A cell; null is blank. */
export interface Cell {
  readonly value: string | number | null;
  readonly format: FormatName;
}

/**
 * Cells from column A on; undefined where there is none. `height` in points; without it every program decides for itself, and unless
 * it is `exact` it may do so again, as when the text is edited.
 */
export interface Row {
  readonly cells: readonly (Cell | undefined)[];
  readonly height?: number;
  readonly exact?: boolean;
}

/** Slots of a sheet that are one cell; rows and columns count from 0. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The height of a row in points in which wrapped texts stand whole; widths as of columns. Not every program finds it out by itself. */
export function heightFor(texts: readonly { readonly text: string; readonly width: number }[]): number {
  // Chinese fonts give “ and × the width of a character, too.
  const widthOf = (line: string): number => line.length + line.replace(/[\0-\x7f]/g, '').length;
  const lines = texts.map(({ text, width }) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 2))), 0));
  return 6 + 15 * Math.max(1, ...lines);
}

/** Everything about a sheet but its rows. */
export interface SheetShape {
  readonly name: string;
  /** Widths of the columns in characters of the usual font; a Chinese character takes two. */
  readonly widths: readonly number[];
  /** Rows that stay in sight and are repeated on every printed page. */
  readonly headerRows: number;
  readonly merges?: readonly Span[];
  /** How pages lie, landscape when nothing is said; the columns always fit on one. */
  readonly orientation?: 'portrait' | 'landscape';
  /** Printed on one page, whatever its length. */
  readonly onePage?: boolean;
  /** Printed above each page, and below it: `&P` is the number of the page, `&N` that of all; only `footer` knows them. */
  readonly header?: string;
  readonly footer?: string;
  /** Every column can be filtered. */
  readonly filter?: boolean;
}

/** A workbook in the making. */
export interface WorkbookStream {
  /** Adds a row to the sheet of this number, counted from 0. Rows beyond `MAX_ROWS` are the caller's to avoid. */
  row(sheet: number, row: Row): void;
  end(): void;
}

/** Begins a workbook; `write` takes its bytes as they come. Rows of the first sheet are not kept, those of others are held compressed. */
export function workbookStream(sheets: readonly SheetShape[], write: (bytes: Uint8Array) => void): WorkbookStream {
  const stream = packageStream(
    [
      relationsPart('', [{ type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' }]),
      relationsPart('xl/workbook.xml', [
        ...sheets.map((_, index) => ({ type: `${OFFICE}/worksheet`, target: `worksheets/sheet${index + 1}.xml` })),
        { type: `${OFFICE}/styles`, target: 'styles.xml' },
      ]),
      { name: 'xl/workbook.xml', type: `${TYPE}.sheet.main+xml`, xml: workbookXml(sheets) },
      { name: 'xl/styles.xml', type: `${TYPE}.styles+xml`, xml: stylesXml() },
    ],
    sheets.map((_, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, type: `${TYPE}.worksheet+xml` })),
    write,
  );
  const rows = sheets.map(() => 0);
  sheets.forEach((sheet, index) => {
    stream.parts[index]!.write(sheetHead(sheet));
  });
  return {
    row(sheet, row) {
      stream.parts[sheet]!.write(rowXml(rows[sheet]!, row));
      rows[sheet]! += 1;
    },
    end() {
      sheets.forEach((sheet, index) => {
        stream.parts[index]!.write(sheetFoot(sheet, rows[index]!));
        stream.parts[index]!.end();
      });
      stream.end();
    },
  };
}

/** A sheet with its rows. */
export interface Sheet extends SheetShape {
  readonly rows: readonly Row[];
}

/** A whole workbook. */
export function workbook(sheets: readonly Sheet[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const stream = workbookStream(sheets, (bytes) => pieces.push(bytes));
  sheets.forEach(({ rows }, sheet) => {
    for (const row of rows) stream.row(sheet, row);
  });
  stream.end();
  return concat(pieces);
}

function workbookXml(sheets: readonly SheetShape[]): string {
  const names = sheets.map(({ name }) => escapeXml(name.slice(0, MAX_NAME)));
  const titles = sheets.flatMap(({ headerRows }, index) =>
    headerRows === 0
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${names[index]!.replace(/&#39;/g, '&#39;&#39;')}'!$1:$${headerRows}</definedName>`],
  );
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>` +
    `${titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`}</workbook>`
  );
}

function sheetHead({ widths, headerRows }: SheetShape): string {
  const frozen = headerRows === 0 ? '' : `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews>`,
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('');
}

/** The text in the middle of a header: an ampersand opens a code and is doubled. Excel refuses a sheet whose header is longer than `MAX_HEADER` as written. */
function headerCode(text: string): string {
  let code = '&C';
  for (const character of text) {
    const written = character === '&' ? '&&' : character;
    if (code.length + written.length >= MAX_HEADER) return `${code}…`;
    code += written;
  }
  return code;
}

function sheetFoot({ widths, merges = [], orientation = 'landscape', onePage = false, header, footer, filter }: SheetShape, rows: number): string {
  const merged = merges.map(
    ({ row, column, rowSpan, columnSpan }) => `<mergeCell ref="${reference(row, column)}:${reference(row + rowSpan - 1, column + columnSpan - 1)}"/>`,
  );
  const range = filter && rows > 0 ? `A1:${reference(rows - 1, widths.length - 1)}` : undefined;
  const above = header === undefined ? '' : `<oddHeader>${escapeXml(headerCode(header))}</oddHeader>`;
  const below = footer === undefined ? '' : `<oddFooter>&amp;C${escapeXml(footer)}</oddFooter>`;
  return [
    '</sheetData>',
    range === undefined ? '' : `<autoFilter ref="${range}"/>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.8" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${onePage ? 1 : 0}"/>`,
    above + below === '' ? '' : `<headerFooter>${above}${below}</headerFooter>`,
    // The untouched text of a figure is a text on purpose: no green corner.
    range === undefined ? '' : `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

function rowXml(row: number, { cells, height, exact = false }: Row): string {
  const size = height === undefined ? '' : ` ht="${Math.min(height, MAX_HEIGHT)}"${exact ? ' customHeight="1"' : ''}`;
  return `<row r="${row + 1}"${size}>${cells.map((cell, column) => (cell ? cellXml(row, column, cell) : '')).join('')}</row>`;
}

function cellXml(row: number, column: number, { value, format }: Cell): string {
  const start = `<c r="${reference(row, column)}" s="${styleOf(format, typeof value === 'string')}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${plainNumber(value)}</v></c>`;
  const whole = value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value;
  // _x0041_ in a text would be read as a coded character.
  const text = escapeXml(whole).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A1 for the slot 0, 0. */
function reference(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
