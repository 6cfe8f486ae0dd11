/** The sheets of a workbook: texts of cells, and which cells are merged. */
import { mainPart, partText, relationships } from '../../../base/package/parts.js';
import type { InflationBudget, ZipArchive } from '../../../base/package/zip.js';
import { plainNumber } from '../../../base/text/plain-number.js';
import { textOf } from '../../../base/xml/character-data.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';
import { refusal } from '../refused/refusals.js';
import { BOOK, S, WORKBOOK } from './names.js';

/** Bytes that all parts may inflate to; a workbook of the three tables has some hundred kilobytes. */
const MOST_INFLATED = 16 * 1024 * 1024;
const MOST_SHEETS = 100;
/** Cells with a text, and merged ones, of all sheets. */
const MOST_CELLS = 50_000;
const MOST_COLUMNS = 1024;

/** A stretch of a sheet that is one cell; zero-based, ends exclusive. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** A sheet that is shown. */
export interface Sheet {
  readonly name: string;
  /** Texts of cells by zero-based row and column; blank ones are not in it. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merged: readonly Extent[];
}

/** Sheets in their order, and the names of those that are hidden. @throws InputError when the workbook is damaged or beyond any report. */
export function readSheets(archive: ZipArchive): { readonly sheets: readonly Sheet[]; readonly hidden: readonly string[] } {
  const budget: InflationBudget = { left: MOST_INFLATED };
  const main = mainPart(archive)?.entry;
  if (!main) throw refusal('workbook-without-sheets');
  const related = relationships(archive, main.name, budget);
  const part = (target: string | undefined): string | undefined => {
    const entry = target === undefined ? undefined : archive.entries.get(target);
    return entry && partText(archive, entry, budget);
  };
  const strings = readStrings(part(related.find(({ type }) => type === 'sharedStrings')?.target));
  const shared = { strings, left: MOST_CELLS };
  const sheets: Sheet[] = [];
  const hidden: string[] = [];
  for (const { name, id, shown } of namesOf(partText(archive, main, budget))) {
    const xml = part(related.find((relation) => relation.id === id && relation.type === 'worksheet')?.target);
    if (xml === undefined) continue;
    if (shown) sheets.push({ name, ...readSheet(xml, name, shared) });
    else hidden.push(name);
  }
  return { sheets, hidden };
}

function namesOf(xml: string): readonly { readonly name: string; readonly id: string; readonly shown: boolean }[] {
  const s = scan(xml, 'workbook.xml', WORKBOOK);
  const found: { readonly name: string; readonly id: string; readonly shown: boolean }[] = [];
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id !== S.sheets) {
      skip(s);
      continue;
    }
    for (let sheet = child(s); sheet !== 0; sheet = child(s)) {
      found.push({
        name: attribute(s, BOOK.main, 'name') ?? '',
        id: attribute(s, BOOK.relation, 'id') ?? '',
        shown: (attribute(s, BOOK.main, 'state') ?? 'visible') === 'visible',
      });
      if (found.length > MOST_SHEETS) throw tooLarge('工作表', 'sheets');
      skip(s);
    }
  }
  finish(s);
  return found;
}

function readStrings(xml: string | undefined): readonly string[] {
  if (xml === undefined) return [];
  const s = scan(xml, 'sharedStrings.xml', WORKBOOK);
  const strings: string[] = [];
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === S.si) strings.push(richText(s));
    else skip(s);
  }
  finish(s);
  return strings;
}

/** The text of a string, which may stand in several runs; how it is to be pronounced is left out. */
function richText(s: Scanner): string {
  let text = '';
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === S.t) text += textOf(s);
    else if (id === S.r) text += richText(s);
    else skip(s);
  }
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n');
}

interface Shared {
  readonly strings: readonly string[];
  left: number;
}

function readSheet(xml: string, name: string, shared: Shared): Pick<Sheet, 'rows' | 'merged'> {
  const s = scan(xml, name, WORKBOOK);
  const rows = new Map<number, Map<number, string>>();
  const merged: Extent[] = [];
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === S.sheetData) readRows(s, rows, shared);
    else if (id === S.mergeCells) {
      for (let cell = child(s); cell !== 0; cell = child(s)) {
        const extent = extentOf(attribute(s, BOOK.main, 'ref') ?? '');
        if (extent) merged.push(extent);
        take(shared);
        skip(s);
      }
    } else skip(s);
  }
  finish(s);
  return { rows, merged };
}

function take(shared: Shared): void {
  shared.left -= 1;
  if (shared.left < 0) throw tooLarge('表格单元格', 'table cells');
}

function readRows(s: Scanner, rows: Map<number, Map<number, string>>, shared: Shared): void {
  let next = 0;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id !== S.row) {
      skip(s);
      continue;
    }
    const row = (Number(attribute(s, BOOK.main, 'r')) || next + 1) - 1;
    next = row + 1;
    const cells = new Map<number, string>();
    let column = 0;
    for (let cell = child(s); cell !== 0; cell = child(s)) {
      column = extentOf(attribute(s, BOOK.main, 'r') ?? '')?.column ?? column;
      const text = cellText(s, shared.strings);
      if (text !== '' && column < MOST_COLUMNS) {
        take(shared);
        cells.set(column, text);
      }
      column += 1;
    }
    if (cells.size > 0) rows.set(row, cells);
  }
}

function cellText(s: Scanner, strings: readonly string[]): string {
  const type = attribute(s, BOOK.main, 't') ?? 'n';
  let text = '';
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === S.v) text = textOf(s);
    else if (id === S.is) text = richText(s);
    else skip(s);
  }
  if (type === 's') return strings[Number(text)] ?? '';
  if (type !== 'n' || text.trim() === '') return text;
  const value = Number(text);
  // Sums are kept with the last digits that a binary number has: 0.1 + 0.2 is meant to be 0.3.
  return Number.isFinite(value) ? plainNumber(Number(value.toPrecision(12))) : text;
}

/** The extent of a reference such as B3 or A1:C2. */
function extentOf(reference: string): Extent | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(reference);
  if (!match) return undefined;
  const [, column, row, lastColumn = column, lastRow = row] = match;
  return { row: Number(row) - 1, column: columnOf(column!), rowEnd: Number(lastRow), columnEnd: columnOf(lastColumn!) + 1 };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
