/** Workbooks (.xlsx) whose sheets hold the tables of a report. They have no text but titles; what else a report owes is not in them. */
import type { ZipArchive } from '../../../base/package/zip.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import type { SourceNote, SourcePlace } from '../../../form/place.js';
import type { Block, SourceDocument } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import { refusal } from '../refused/refusals.js';
import { type Extent, readSheets, type Sheet } from './sheets.js';

/** Slots of all tables. */
const MOST_SLOTS = 200_000;

/**
 * Reads the sheets that are shown: a row of one cell is a line of text, rows of several are a table up to the next blank row. Places are
 * rows and columns. A list of figures one by one, as `convert --to xlsx` adds it, says again what the tables say; of it only the unit
 * and the year are taken.
 * @throws InputError when the workbook is damaged, empty or beyond any report.
 */
export function readXlsxArchive(archive: ZipArchive): SourceDocument {
  const { sheets, hidden } = readSheets(archive);
  const lists = sheets.filter(isList);
  const budget = { left: MOST_SLOTS };
  const blocks = [...lists.slice(0, 1).flatMap(titleOf), ...sheets.filter((sheet) => !lists.includes(sheet)).flatMap((sheet) => blocksOf(sheet, budget))];
  if (blocks.length === 0) throw refusal('workbook-without-sheets');
  const notes: readonly SourceNote[] = [
    { kind: 'tables-only', count: 1, place: {}, block: 0 },
    ...hidden.slice(0, 1).map((name) => ({ kind: 'hidden-text', count: hidden.length, place: {}, block: blocks.length, sample: name }) as const),
  ];
  return { format: 'xlsx', blocks, notes };
}

/** Whether each row of a sheet names a cell of the canonical report. */
function isList({ rows }: Sheet): boolean {
  return [...rows.values()].some((cells) => [...cells.values()].some((text) => /^\/tables\/(?:disclosure|requests|disputes)\//.test(text)));
}

/** The title of the report that a list of its figures is of: its first columns are the unit and the year. */
function titleOf({ rows }: Sheet): readonly Block[] {
  const [, first] = [...rows.values()];
  const [unit = '', year = ''] = [first?.get(0), first?.get(1)];
  if (unit === '' || !/^\d{4}$/.test(year)) return [];
  return [{ kind: 'paragraph', text: `${unit}${year}年政府信息公开工作年度报告`, place: { line: 2 } }];
}

function placeAt(row: number, column: number): SourcePlace {
  return { line: row + 1, columnNumber: column + 1 };
}

function blocksOf({ rows, merged }: Sheet, budget: { left: number }): readonly Block[] {
  const owners = new Map(merged.map((extent) => [`${extent.row} ${extent.column}`, extent]));
  const filled = [...rows.keys()].sort((a, b) => a - b);
  const blocks: Block[] = [];
  let begun: number[] = [];
  let reach = -1;
  const end = (): void => {
    if (begun.length > 0) blocks.push(...segment(rows, begun[0]!, Math.max(reach, begun.at(-1)! + 1), merged, owners, budget));
    begun = [];
  };
  for (const row of filled) {
    if (begun.length > 0 && row > Math.max(reach, begun.at(-1)! + 1)) end();
    begun.push(row);
    for (const column of rows.get(row)!.keys()) reach = Math.max(begun.length === 1 ? -1 : reach, owners.get(`${row} ${column}`)?.rowEnd ?? -1);
  }
  end();
  return blocks;
}

/** The form heads each block of table two with a cell over all columns: 第二十条第（一）项. */
function isBlockHeading(cells: ReadonlyMap<number, string> | undefined): boolean {
  return [...(cells?.values() ?? [])].some((text) => /^\s*第二十条/.test(text));
}

/** Rows of one cell at the head of a stretch are lines of text, what follows is a table. */
function segment(
  rows: Sheet['rows'],
  from: number,
  to: number,
  merged: readonly Extent[],
  owners: ReadonlyMap<string, Extent>,
  budget: { left: number },
): readonly Block[] {
  const blocks: Block[] = [];
  let start = from;
  for (; start < to && (rows.get(start)?.size ?? 0) <= 1 && !isBlockHeading(rows.get(start)); start += 1) {
    for (const [column, text] of rows.get(start) ?? []) {
      if ((owners.get(`${start} ${column}`)?.rowEnd ?? start + 1) > start + 1) return [...blocks, ...tableOf(rows, start, to, merged, owners, budget)];
      blocks.push({ kind: 'paragraph', text, place: placeAt(start, column) });
    }
  }
  return start < to ? [...blocks, ...tableOf(rows, start, to, merged, owners, budget)] : blocks;
}

function tableOf(
  rows: Sheet['rows'],
  from: number,
  to: number,
  merged: readonly Extent[],
  owners: ReadonlyMap<string, Extent>,
  budget: { left: number },
): readonly Block[] {
  const inside = merged.filter(({ row, rowEnd }) => row >= from && rowEnd <= to);
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (let row = from; row < to; row += 1) {
    for (const column of rows.get(row)?.keys() ?? []) {
      left = Math.min(left, column);
      right = Math.max(right, column + 1, Math.min(owners.get(`${row} ${column}`)?.columnEnd ?? 0, column + 1024));
    }
  }
  budget.left -= (to - from) * Math.max(0, right - left);
  if (budget.left < 0) throw tooLarge('表格单元格', 'table cells');
  const covered = new Set<string>();
  for (const { row, column, rowEnd, columnEnd } of inside) {
    for (let r = row; r < rowEnd; r += 1) for (let c = Math.max(column, left); c < Math.min(columnEnd, right); c += 1) covered.add(`${r} ${c}`);
  }
  const lines = Array.from({ length: to - from }, (_, index): readonly CellInput[] => {
    const row = from + index;
    const cells: CellInput[] = [];
    for (let column = left; column < right; column += 1) {
      const owner = owners.get(`${row} ${column}`);
      if (!owner && covered.has(`${row} ${column}`)) continue;
      const span = owner ? { rowSpan: Math.min(owner.rowEnd, to) - row, columnSpan: Math.min(owner.columnEnd, right) - column } : {};
      cells.push({ text: rows.get(row)?.get(column) ?? '', place: placeAt(row, column), column: column - left, ...span });
    }
    return cells;
  });
  return [{ kind: 'table', grid: buildGrid(lines), place: placeAt(from, left) }];
}
