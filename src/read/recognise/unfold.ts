/** Undoing layout: tables that only arrange text become the text they arrange. */
import { foldLabel } from '../../base/text/normalise.js';
import type { SourcePlace } from '../../form/place.js';
import type { Block, Paragraph, Table } from '../document.js';
import { buildGrid, type CellInput, cellsInRow } from '../grid.js';
import type { FilledTable } from './fill.js';
import { isPageNumber, rowKind } from './rows.js';

/** A block of the document after unfolding, with the index of the block it came from. */
export interface Unfolded {
  readonly block: Paragraph | Table | FilledTable;
  readonly origin: number;
}

function paragraph(text: string, place: SourcePlace): Paragraph {
  return { kind: 'paragraph', text, place };
}

function part(table: Table, from: number, to: number): Table {
  const rows: CellInput[][] = [];
  for (let row = from; row < to; row += 1) {
    rows.push(
      cellsInRow(table.grid, row)
        .filter((cell) => cell.row === row)
        .map((cell) => ({
          text: cell.text,
          place: cell.place,
          column: cell.column,
          rowSpan: Math.min(cell.rowSpan, to - row),
          columnSpan: cell.columnSpan,
          ...(cell.lost ? { lost: true as const } : {}),
        })),
    );
  }
  return { kind: 'table', grid: buildGrid(rows), place: rows[0]?.[0]?.place ?? table.place };
}

/** Rows that are one cell of running text across the whole table stand between its parts as paragraphs. */
function unfoldTable(table: Table): readonly (Paragraph | Table)[] {
  const { grid } = table;
  const out: (Paragraph | Table)[] = [];
  let start = 0;
  let split = false;
  for (let row = 0; row < grid.slots.length; row += 1) {
    const cells = cellsInRow(grid, row);
    const [only] = cells;
    const running =
      cells.length === 1 && only && only.rowSpan === 1 && rowKind(grid, row) === 'noise' && foldLabel(only.text).length >= 2 && !isPageNumber(only.text);
    if (!running) continue;
    if (row > start) out.push(part(table, start, row));
    out.push(paragraph(only.text, only.place));
    start = row + 1;
    split = true;
  }
  if (!split) return [table];
  if (start < grid.slots.length) out.push(part(table, start, grid.slots.length));
  return out;
}

/** Unfolds every table of a document whose lines have been resolved. */
export function unfold(blocks: readonly (Block | FilledTable)[]): readonly Unfolded[] {
  return blocks.flatMap((block, origin): readonly Unfolded[] => {
    if (block.kind === 'table') return unfoldTable(block).map((piece) => ({ block: piece, origin }));
    return [{ block: block.kind === 'line' ? paragraph(block.text, block.place) : block, origin }];
  });
}
