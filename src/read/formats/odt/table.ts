/** Tables of OpenDocument: repeated rows and cells, and cells that others cover (ODF 1.3, part 3, 9.1). */
import { tooLarge } from '../../../base/xml/refusals.js';
import { attribute, child, skip } from '../../../base/xml/scanner.js';
import { type ComposedCell, rowXml, tableXml } from '../docx/compose.js';
import { wholeNumber } from '../docx/numbering.js';
import { E, ON } from './names.js';
import { counted, type Reader } from './reader.js';

/** Columns of a table; a sheet that was pasted in may repeat the empty ones to the end. */
const MOST_COLUMNS = 1024;
/** Rows that one element may stand for. */
const MOST_REPEATED = 1000;

/** A table while it is read: the cell that each column of the next row belongs to, and for how many rows yet. */
interface Draft {
  /** Reads the blocks in the element entered last. */
  readonly readBlocks: (reader: Reader) => string;
  readonly rows: string[];
  readonly above: (Above | undefined)[];
}

interface Above {
  readonly column: number;
  readonly span: number;
  left: number;
}

/** The table entered last. */
export function readTable(reader: Reader, readBlocks: Draft['readBlocks']): string {
  const draft: Draft = { readBlocks, rows: [], above: [] };
  readRows(reader, draft);
  return draft.rows.length === 0 ? '' : counted(reader, tableXml(draft.rows));
}

function readRows(reader: Reader, draft: Draft): void {
  const { s } = reader;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === E['table-row']) readRow(reader, draft);
    else if (id === E['table-header-rows'] || id === E['table-rows'] || id === E['table-row-group']) readRows(reader, draft);
    else skip(s);
  }
}

function readRow(reader: Reader, draft: Draft): void {
  const { s } = reader;
  const repeated = repeat(attribute(s, ON.table, 'number-rows-repeated'));
  const cells: ComposedCell[] = [];
  let column = 0;
  const add = (cell: ComposedCell): void => {
    cells.push(cell);
    column += cell.span;
    if (column > MOST_COLUMNS) throw tooLarge('表格列', 'table columns');
  };
  let covered = 0;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id !== E['table-cell'] && id !== E['covered-table-cell']) {
      skip(s);
      continue;
    }
    const times = repeat(attribute(s, ON.table, 'number-columns-repeated'));
    if (id === E['covered-table-cell']) {
      skip(s);
      for (let time = 0; time < times; time += 1) {
        if (covered > 0) {
          covered -= 1;
          continue;
        }
        const above = draft.above[column];
        if (above && above.column === column) {
          above.left -= 1;
          if (above.left === 0) draft.above[column] = undefined;
          covered = above.span - 1;
          add({ blocks: '', span: above.span, vertical: 'continue' });
        } else add({ blocks: '', span: 1 });
      }
      continue;
    }
    const span = Math.max(1, wholeNumber(attribute(s, ON.table, 'number-columns-spanned')) ?? 1);
    const rows = Math.max(1, wholeNumber(attribute(s, ON.table, 'number-rows-spanned')) ?? 1);
    const blocks = draft.readBlocks(reader);
    for (let time = 0; time < times; time += 1) {
      draft.above[column] = rows > 1 ? { column, span, left: rows - 1 } : undefined;
      add({ blocks: time === 0 ? blocks : counted(reader, blocks), span, vertical: rows > 1 ? 'restart' : undefined });
    }
    covered = span - 1;
  }
  const row = rowXml(0, cells);
  for (let time = 0; time < Math.min(repeated, MOST_REPEATED); time += 1) draft.rows.push(counted(reader, row));
}

function repeat(written: string | undefined): number {
  return Math.max(1, Math.min(MOST_COLUMNS + 1, wholeNumber(written) ?? 1));
}
