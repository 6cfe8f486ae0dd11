/** An aligned region as a clean grid: the header of the form, then a row a line with its labels and one cell for each value column. */
import type { BlockSpec, ColumnSpec } from '../../../form/editions/index.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import type { AlignedRow, Alignment } from './align.js';
import type { BlockColumns } from './columns.js';
import type { Piece, Slot } from './line.js';
import type { Script } from './script.js';

/** A row with its slots. */
export interface ResolvedRow {
  readonly row: AlignedRow;
  readonly slots: readonly Slot[];
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Builds the grid of a table. `blocks` has the columns of every block that occurs. */
export function buildTable(
  alignment: Alignment,
  script: Script,
  blocks: ReadonlyMap<number, BlockColumns>,
  resolved: readonly ResolvedRow[],
  place: SourcePlace,
): Table {
  const labelColumns = Math.max(...script.items.map((item) => (item.labels.length === 0 ? 0 : item.groups.length + 1)));
  const valueColumns = Math.max(...[...blocks.values()].map(({ columns }) => columns.length));
  const rows: (readonly CellInput[])[] = [];
  let open = -1;
  if (resolved.length === 0) for (const { variant, columns } of blocks.values()) rows.push(...headerRows(variant, columns, labelColumns, valueColumns, place));
  resolved.forEach(({ row, slots }, index) => {
    const { variant, columns } = blocks.get(row.block)!;
    const item = row.item === undefined ? undefined : script.items[row.item]!;
    if (item && !item.row) {
      open = -1;
      rows.push([{ text: textOf(row.label), place: row.label[0]!.place, columnSpan: labelColumns + valueColumns }]);
      return;
    }
    if (open !== row.block) {
      open = row.block;
      const header = alignment.headers.get(row.block) ?? [];
      rows.push(...headerRows(variant, columns, labelColumns, valueColumns, header[0]?.place ?? row.label[0]?.place ?? place));
    }
    const groups = item?.groups ?? [];
    const cells: CellInput[] = groups.flatMap((group, level) => {
      const spans = (at: number): boolean => {
        const other = resolved[at]?.row.item;
        return other !== undefined && script.items[other]!.groups[level] === group;
      };
      if (spans(index - 1)) return [];
      let height = 1;
      while (spans(index + height)) height += 1;
      const pieces = alignment.groups.get(group) ?? [];
      return [{ text: textOf(pieces), place: pieces[0]?.place ?? row.label[0]?.place ?? place, rowSpan: height }];
    });
    const labelPlace = row.label[0]?.place ?? row.runs[0]?.[0]?.place ?? place;
    if (labelColumns > 0) cells.push({ text: textOf(row.label), place: labelPlace, columnSpan: labelColumns - groups.length });
    cells.push(...valueCells(row, slots, labelPlace, valueColumns));
    rows.push(cells);
  });
  return { kind: 'table', grid: buildGrid(rows), place };
}

function valueCells(row: AlignedRow, slots: readonly Slot[], labelPlace: SourcePlace, valueColumns: number): readonly CellInput[] {
  const pieces = row.runs.flat();
  const raw = pieces.map((piece) => piece.text).join(' ');
  let near = labelPlace;
  return slots.map((slot, column): CellInput => {
    const columnSpan = column === slots.length - 1 ? valueColumns - column : 1;
    if (slot === 'lost') return { text: raw, place: pieces[0]?.place ?? labelPlace, columnSpan, lost: true };
    if (slot !== 'blank') near = slot.place;
    return slot === 'blank' ? { text: '', place: near, columnSpan } : { text: slot.text, place: slot.place, columnSpan };
  });
}

function headerRows(
  block: BlockSpec,
  columns: readonly ColumnSpec[],
  labelColumns: number,
  valueColumns: number,
  place: SourcePlace,
): readonly (readonly CellInput[])[] {
  const depth = Math.max(...columns.map((column) => column.groups?.length ?? 0)) + 1;
  const rows: CellInput[][] = Array.from({ length: depth }, () => []);
  columns.forEach((column, index) => {
    const groups = column.groups ?? [];
    groups.forEach((text, level) => {
      const same = (other: ColumnSpec | undefined): boolean =>
        other !== undefined && groups.slice(0, level + 1).every((name, at) => other.groups?.[at] === name);
      if (same(columns[index - 1])) return;
      let columnSpan = 1;
      while (same(columns[index + columnSpan])) columnSpan += 1;
      rows[level]!.push({ text, place, columnSpan });
    });
    const last = index === columns.length - 1;
    rows[groups.length]!.push({ text: column.label, place, rowSpan: depth - groups.length, columnSpan: last ? valueColumns - index : 1 });
  });
  if (block.banner !== undefined) rows.unshift([{ text: block.banner, place, columnSpan: valueColumns }]);
  if (labelColumns > 0) rows[0]!.unshift({ text: block.corner ?? '', place, rowSpan: rows.length, columnSpan: labelColumns });
  return rows;
}
