/** An aligned region as what it says of the form: a fill for each stretch of rows of one block. */

import type { SourcePlace } from '../../../form/place.js';
import type { FillCell, FillRow, TableFill } from '../fill.js';
import { isGroupLabel } from '../rows.js';
import type { AlignedRow } from './align.js';
import type { BlockColumns } from './columns.js';
import { isLost, type Piece, type Slot } from './line.js';
import type { Script } from './script.js';

/** A row with its slots. */
export interface ResolvedRow {
  readonly row: AlignedRow;
  readonly slots: readonly Slot[];
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** What a table says of the form. `blocks` has the columns of every block that occurs. */
export function fillsOf(script: Script, blocks: ReadonlyMap<number, BlockColumns>, resolved: readonly ResolvedRow[], place: SourcePlace): readonly TableFill[] {
  const fills: { readonly block: number; readonly rows: FillRow[] }[] = [];
  for (const { row, slots } of resolved) {
    const item = row.item === undefined ? undefined : script.items[row.item]!;
    // The line above a block is no row of it.
    if (item && !item.row) continue;
    const filled = fillRow(row, slots, script, place);
    if (!filled) continue;
    if (fills.at(-1)?.block !== row.block) fills.push({ block: row.block, rows: [] });
    fills.at(-1)!.rows.push(filled);
  }
  return fills.map(({ block, rows }) => ({ table: script.table, columns: blocks.get(block)!.columns, rows, place }));
}

function fillRow(row: AlignedRow, slots: readonly Slot[], script: Script, tablePlace: SourcePlace): FillRow | undefined {
  const values = row.runs.flat();
  const place = row.label[0]?.place ?? values[0]?.place ?? tablePlace;
  const cells = cellsOf(slots, values, place);
  const label = textOf(row.label);
  const spec = row.item === undefined ? undefined : script.items[row.item]!.row;
  if (spec) return { spec, label, place, cells };
  const figures = values.map((value) => value.text).join(' ');
  // Where rows have no label, the figures of another row are its only name; words and a figure or two are no row.
  if (script.items.every(({ labels }) => labels.length === 0)) return values.length * 2 >= slots.length ? { label: figures, place, cells } : undefined;
  if (values.length === 0 && (label === '' || isGroupLabel(label))) return undefined;
  return { label: label === '' ? figures : label, place, cells };
}

function cellsOf(slots: readonly Slot[], values: readonly Piece[], labelPlace: SourcePlace): readonly FillCell[] {
  const raw = values.map((piece) => piece.text).join(' ');
  let near = labelPlace;
  return slots.map((slot): FillCell => {
    if (isLost(slot)) return { raw, place: values[0]?.place ?? labelPlace, lost: slot.lost };
    if (slot === 'blank') return { raw: '', place: near };
    near = slot.place;
    return { raw: slot.text, place: slot.place };
  });
}
