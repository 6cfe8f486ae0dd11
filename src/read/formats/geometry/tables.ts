/** Drawn tables as grids; a table that goes on over a page break is one. */
import { leadingNumber } from '../../../base/text/normalise.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import type { DrawnTable, FilledRegion } from './cells.js';
import { edgesOf, middleOf, SAME_EDGE } from './edges.js';

/** A part of a table on one page. */
export interface TablePart {
  readonly drawn: DrawnTable;
  readonly placeOf: (cell: FilledRegion) => SourcePlace;
}

/** The share of the edges of columns that two parts of one table have in common, at least. */
const ALIKE = 0.7;

/** Whether a table on the next page is the same table going on: as wide, with the same columns. */
export function isSameTable(before: TablePart, after: TablePart): boolean {
  const a = before.drawn.lattice.xs;
  const b = after.drawn.lattice.xs;
  if (Math.abs(a[0]! - b[0]!) > SAME_EDGE || Math.abs(a.at(-1)! - b.at(-1)!) > SAME_EDGE) return false;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const shared = few.filter((edge) => many.some((other) => Math.abs(other - edge) <= SAME_EDGE)).length;
  return shared >= ALIKE * few.length;
}

/** A cell of the whole table; a cell that the page break cut is one again. */
interface Piece {
  text: string;
  readonly place: SourcePlace;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  lost: boolean;
}

/** The cells of a part in the columns of the whole table, below the rows that are there already. */
function piecesOf({ drawn, placeOf }: TablePart, columns: readonly number[], above: number): readonly Piece[] {
  const { xs } = drawn.lattice;
  const columnAt = (edge: number): number => {
    const distances = columns.map((column) => Math.abs(column - xs[edge]!));
    return distances.indexOf(Math.min(...distances));
  };
  return drawn.cells.map((cell) => {
    const { region, text, lost } = cell;
    const column = columnAt(region.column);
    const columnSpan = Math.max(1, columnAt(region.column + region.columnSpan) - column);
    return { text, place: placeOf(cell), row: above + region.row, column, columnSpan, rowSpan: region.rowSpan, lost };
  });
}

const FIGURE = /^[\s\d０-９.,，/／\\\-—–%]*$/;
const isBlank = ({ text }: Piece): boolean => text.trim() === '';
const isText = (piece: Piece): boolean => !isBlank(piece) && !FIGURE.test(piece.text);

/** How many rows at the top of a page repeat the heads of the table: cell for cell the same, and none with a figure. */
function repeatedRows(table: readonly Piece[], next: readonly Piece[], row: number): number {
  let rows = 0;
  let reached = 0;
  for (let at = 0; ; at += 1) {
    const heads = table.filter((piece) => piece.row === at);
    const again = next.filter((piece) => piece.row === row + at);
    const isSame = (head: Piece, index: number): boolean => {
      const other = again[index]!;
      return head.column === other.column && head.columnSpan === other.columnSpan && head.rowSpan === other.rowSpan && head.text === other.text;
    };
    if (again.length === 0 || heads.length !== again.length || !heads.some(isText) || !heads.every((head) => isBlank(head) || isText(head))) return rows;
    if (!heads.every(isSame)) return rows;
    reached = Math.max(reached, ...heads.map(({ rowSpan }) => at + rowSpan));
    if (reached === at + 1) rows = reached;
  }
}

/** The cells on both sides of a page break that have the same columns; undefined where they have not. */
function acrossBreak(pieces: readonly Piece[], next: readonly Piece[], row: number): readonly (readonly [above: Piece, below: Piece])[] | undefined {
  const above = pieces.filter((piece) => piece.row + piece.rowSpan === row);
  const below = next.filter((piece) => piece.row === row);
  const pairs = below.flatMap((piece) => {
    const other = above.find(({ column, columnSpan }) => column === piece.column && columnSpan === piece.columnSpan);
    return other ? [[other, piece] as const] : [];
  });
  return pairs.length === below.length && pairs.length === above.length ? pairs : undefined;
}

/** Whether the lower halves of column headers stand below: under texts only, blank where the header above was whole. */
function isCutHeader(pairs: readonly (readonly [above: Piece, below: Piece])[]): boolean {
  const below = pairs.filter(([, piece]) => !isBlank(piece));
  return below.length > 1 && pairs.every(([above]) => isText(above)) && below.every(([, piece]) => isText(piece) && leadingNumber(piece.text) === '');
}

/** What the break did to the row at it: nothing, cut it in two, or nobody can tell. */
function breakAt(pairs: readonly (readonly [above: Piece, below: Piece])[]): 'whole' | 'cut' | 'unclear' {
  // A cell of several rows that names their group says nothing of the row itself.
  const own = pairs.filter(([above, below]) => above.rowSpan === 1 && below.rowSpan === 1);
  const labels = own.filter(([above, below]) => isText(above) || isText(below));
  const figures = own.filter((pair) => !labels.includes(pair));
  if (figures.length === 0) return isCutHeader(labels) ? 'cut' : 'whole';
  const emptyAbove = figures.every(([above]) => isBlank(above));
  const emptyBelow = figures.every(([, below]) => isBlank(below));
  if (labels.length === 0 || figures.length === 0 || emptyAbove === emptyBelow) return 'whole';
  // The label goes on below without a number of its own, or is not there again.
  const numbered = labels.some(([above, below]) => leadingNumber(above.text) !== '' && leadingNumber(below.text) === '' && isText(above));
  if (numbered || (emptyAbove && labels.every(([, below]) => isBlank(below)))) return 'cut';
  return labels.every(([above, below]) => leadingNumber(above.text) === '' && leadingNumber(below.text) === '') ? 'unclear' : 'whole';
}

/** The parts of a table as one table. */
export function tableOf(parts: readonly TablePart[]): Table {
  const columns = edgesOf(parts.flatMap(({ drawn }) => drawn.lattice.xs)).map(middleOf);
  const pieces: Piece[] = [];
  let height = 0;
  for (const part of parts) {
    const all = piecesOf(part, columns, height);
    const heads = height === 0 ? 0 : repeatedRows(pieces, all, height);
    const next = all.filter(({ row }) => row >= height + heads).map((piece) => ({ ...piece, row: piece.row - heads }));
    const own = part.drawn.lattice.ys.length - 1 - heads;
    const pairs = height === 0 ? undefined : acrossBreak(pieces, next, height);
    const state = pairs ? breakAt(pairs) : 'whole';
    if (pairs && state === 'cut') {
      for (const [above, below] of pairs) {
        above.text += below.text;
        above.rowSpan += below.rowSpan - 1;
        above.lost ||= below.lost;
      }
      const gone = new Set(pairs.map(([, below]) => below));
      pieces.push(...next.filter((piece) => !gone.has(piece)).map((piece) => ({ ...piece, row: piece.row - 1 })));
      height += own - 1;
      continue;
    }
    if (pairs && state === 'unclear') for (const piece of pairs.flat()) if (isBlank(piece)) piece.lost = true;
    pieces.push(...next);
    height += own;
  }
  const rows: CellInput[][] = Array.from({ length: height }, () => []);
  for (const { row, lost, ...cell } of pieces.toSorted((a, b) => a.column - b.column)) rows[row]!.push(lost ? { ...cell, lost } : cell);
  return { kind: 'table', grid: buildGrid(rows), place: pieces[0]?.place ?? {} };
}
