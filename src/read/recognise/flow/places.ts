/** Where between the signs of a line, tabs or bars, the values of a block stand: learnt from its complete rows and its header. */
import type { ColumnSpec } from '../../../form/editions/index.js';
import { columnLabels } from '../labels.js';
import type { FlowLine, Piece } from './line.js';

/** Indices of the cells that hold values, one for each column. */
export interface Places {
  /** The same cells in every row, whatever cells its labels take: a sheet, in which each slot is a cell. */
  readonly absolute?: readonly number[];
  /** The same distance behind the label in every row: merged cells are left out. */
  readonly relative?: readonly number[];
  /** Rows hold more values than the block has columns, or stand elsewhere than its header: not all columns are those of the form. */
  readonly doubtful: boolean;
  /** A cell is kept where it is blank. */
  readonly blankCellsKept: boolean;
}

interface SignedRow {
  /** Cells that hold its values, the cell of its label (-1 without one), and its last cell. */
  readonly at: readonly number[];
  readonly label: number;
  readonly end: number;
}

function isSigned(line: FlowLine | undefined): line is FlowLine {
  return line?.signs === 'tabs' || line?.signs === 'bars';
}

/** The only stretch of `width` cells that takes in the values of every row, counted from where `origin` says; undefined when there are several or none. */
function stretch(rows: readonly SignedRow[], width: number, origin: (row: SignedRow) => number): readonly number[] | undefined {
  const filled = rows.filter(({ at }) => at.length > 0);
  const most = (of: (row: SignedRow) => number): number => Math.max(...filled.map(of));
  const least = Math.max(
    most((row) => row.label + 1 - origin(row)),
    most((row) => row.at.at(-1)! - origin(row)) - width + 1,
  );
  const last = Math.min(-most((row) => origin(row) - row.at[0]!), most((row) => row.end - origin(row)) - width + 1);
  return filled.length > 0 && least === last ? Array.from({ length: width }, (_, column) => least + column) : undefined;
}

function agreed(places: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first] = places;
  return first && places.every((other) => other.every((index, column) => index === first[column])) ? first : undefined;
}

/** Where the header shows its columns, when its first and its last stand as many cells apart as there are columns. */
function placesInHeader(header: readonly Piece[], columns: readonly ColumnSpec[], lines: readonly FlowLine[]): readonly number[] | undefined {
  const signed = header.filter((piece) => isSigned(lines[piece.line]));
  const first = signed.find((piece) => columnLabels(columns[0]!).includes(piece.folded));
  const last = signed.findLast((piece) => columnLabels(columns.at(-1)!).includes(piece.folded));
  if (!first || !last) return undefined;
  const [from, to] = [first, last].map((piece) => lines[piece.line]!.cells.indexOf(piece));
  return from !== -1 && to! - from! === columns.length - 1 ? columns.map((_, column) => from! + column) : undefined;
}

/** What the rows of a block, each its label and its values in order, and the words of its header tell of its places. */
export function placesOf(
  rows: readonly { readonly label: readonly Piece[]; readonly values: readonly Piece[] }[],
  header: readonly Piece[],
  columns: readonly ColumnSpec[],
  lines: readonly FlowLine[],
): Places {
  const signed = rows.flatMap(({ label, values }): readonly SignedRow[] => {
    const line = lines[values[0]?.line ?? -1];
    if (!isSigned(line) || values.some((piece) => piece.line !== line.index)) return [];
    const own = label.findLast((piece) => piece.line === line.index);
    return [{ at: values.map((piece) => line.cells.indexOf(piece)), label: own ? line.cells.indexOf(own) : -1, end: line.cells.length - 1 }];
  });
  const width = columns.length;
  const complete = signed.filter(({ at }) => at.length === width);
  // Where cells without use stand between the values, only complete rows tell.
  const apart = complete.some(({ at }) => at.at(-1)! - at[0]! >= width);
  const shown = placesInHeader(header, columns, lines);
  const found = apart ? agreed(complete.map(({ at }) => at)) : stretch(signed, width, () => 0);
  const absolute = found ?? (apart ? undefined : shown);
  const relative = apart ? agreed(complete.map(({ at, label }) => at.map((index) => index - label))) : stretch(signed, width, ({ label }) => label);
  const over = signed.filter(({ at }) => at.length > width).length;
  return {
    ...(absolute ? { absolute } : {}),
    ...(relative ? { relative } : {}),
    doubtful: over > complete.length || (shown !== undefined && found !== undefined && agreed([shown, found]) === undefined),
    blankCellsKept: signed.some(({ at }) => at.some((index, position) => position > 0 && index !== at[position - 1]! + 1)),
  };
}
