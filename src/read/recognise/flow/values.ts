/** Which value of a row stands in which column: by the signs between cells, by order, by columns on the page, by blank lines; else it is lost. */
import type { AlignedRow } from './align.js';
import { BAR } from './bars.js';
import { type Hulls, placeByHulls } from './hulls.js';
import { BY_ORDER, BY_ROW, type FlowLine, isLost, type Piece, type Slot } from './line.js';
import type { Places } from './places.js';

/** What is known of the table around a row. */
export interface RowContext {
  readonly lines: readonly FlowLine[];
  readonly width: number;
  /** Columns on the page, learnt from its complete rows. */
  readonly hulls: Hulls;
  /** Lines of this table have one cell each. */
  readonly cellPerLine: boolean;
  /** Every blank cell of this file is known to be a blank line. */
  readonly blankLines: boolean;
  /** Display width at which the file wraps its lines. */
  readonly wrap: number;
  /** Between tabs and bars: which cells hold the values. */
  readonly places: Places;
}

/** What stands before and after the values of a row in the flow. */
export interface RowNeighbours {
  /** Line of the last word before its values. */
  readonly before: number;
  /** Line of the next word after them, and how many cells before it continue a merge; undefined cells at the end of a table. */
  readonly next: number;
  readonly continued: number | undefined;
}

/** The slots of a row, one for each column. */
export function slotsOf(row: AlignedRow, context: RowContext, neighbours: RowNeighbours): readonly Slot[] {
  const { width } = context;
  const values = row.runs.flat();
  const lost = new Array<Slot>(width).fill(BY_ORDER);
  if (row.doubtful) return lost;
  const lines = [...new Set(values.map((value) => value.line))].sort((a, b) => a - b);
  const ordered = [...values].sort((a, b) => a.line - b.line || a.start - b.start);
  const signed = bySigns(row, context);
  if (signed) return signed.length === width ? signed : new Array<Slot>(width).fill(BY_ROW);
  if (values.length === 0) return new Array<Slot>(width).fill('blank');
  if (values.length === width && isTrusted(ordered, lines, context)) return ordered;
  const whole =
    context.cellPerLine && values.length > width && lines.length === width
      ? lines.map((line) => wholeLine(values.filter((value) => value.line === line)))
      : undefined;
  return (
    whole ?? placeByHulls(ordered, context.hulls, width, context.lines) ?? (values.length < width ? byBlankLines(row, context, neighbours) : undefined) ?? lost
  );
}

function wholeLine(values: readonly Piece[]): Piece {
  const [first] = values;
  return { ...first!, text: values.map((value) => value.text).join(' '), end: values.at(-1)!.end };
}

/** Whether as many values as columns are surely one a column, and not pieces of broken numbers beside vanished blanks. */
function isTrusted(values: readonly Piece[], lines: readonly number[], context: RowContext): boolean {
  if (lines.length === 1) return true;
  if (values.some((value) => /^0\d/.test(value.text))) return false;
  // Between bars stand whole cells, however the lines are wrapped.
  if (lines.every((line) => context.lines[line]!.block.text.search(BAR) !== -1)) return true;
  if (lines.length === values.length && (context.cellPerLine || values.length >= 5)) return true;
  // A break beside a number put together from two lines is that number's own.
  const byLine = lines.map((line) => values.filter((value) => value.line === line));
  const explained = byLine.every((own, index) => index === 0 || own[0]!.joined || byLine[index - 1]!.at(-1)!.joined);
  if (explained) return true;
  // Lines wrapped because they were full: each could not have taken the first value of the next.
  return byLine.every((own, index) => {
    const next = byLine[index + 1];
    if (!next) return true;
    const line = context.lines[own[0]!.line]!;
    return lines[index + 1] === lines[index]! + 1 && own.at(-1)!.displayEnd + 2 + next[0]!.text.length > context.wrap && line.pieces.at(-1) === own.at(-1);
  });
}

function bySigns(row: AlignedRow, context: RowContext): readonly Slot[] | undefined {
  const pieces = [...row.label, ...row.runs.flat()];
  const last = Math.max(...pieces.map((piece) => piece.line));
  const labelled = row.label.at(-1);
  if (!labelled && row.runs.length === 0) return undefined;
  const anchor = labelled ?? row.runs[0]![0]!;
  const signs = new Set(pieces.map((piece) => context.lines[piece.line]!.signs));
  if (signs.size !== 1) return undefined;
  if (signs.has('tabbed-cell')) return byTabbedCells(row, anchor, labelled !== undefined, context);
  if (!signs.has('tabs') && !signs.has('bars')) return undefined;
  const first = Math.min(...(labelled ? [anchor.line] : []), ...row.runs.flat().map((piece) => piece.line));
  const cells = cellsOver(context.lines.slice(Math.min(first, anchor.line), last + 1), signs.has('bars'));
  if (!cells) return new Array<Slot>(context.width).fill(BY_ROW);
  const hasSome = (pieces: readonly Piece[]) => (cell: readonly Piece[]) => cell.some((piece) => pieces.includes(piece));
  const firstValue = cells.findIndex(hasSome(row.runs.flat()));
  const labels = cells.flatMap((cell, index) => (hasSome(row.label)(cell) && (firstValue === -1 || index < firstValue || row.valuesFirst) ? [index] : []));
  // A label may take two cells, and a word in place of a figure may look like the end of a label: only one reading may fit,
  // and one that gives the label more than its first cell must leave a value for every column.
  const fits = (labels.length === 0 ? [-1] : labels).flatMap((label, order) => {
    const slots = slotsAfter(cells, label, row, context);
    return slots && (order === 0 || !slots.includes('blank')) ? [slots] : [];
  });
  const [slots] = fits;
  return slots && fits.every((other) => other.every((slot, at) => isSame(slot, slots[at]!))) ? slots : new Array<Slot>(context.width).fill(BY_ROW);
}

/** The slots of the cells behind a label, or undefined when they do not stand as the other rows and the header show. */
function slotsAfter(cells: readonly (readonly Piece[])[], label: number, row: AlignedRow, { width, places }: RowContext): readonly Slot[] | undefined {
  const { absolute, relative, doubtful, blankCellsKept } = places;
  if (doubtful) return undefined;
  const none = row.runs.flat().length === 0;
  const after = cells.slice(label + 1);
  const filled = after.filter((cell) => cell.length > 0);
  const answers = [absolute, relative?.map((distance) => label + distance)].flatMap((at) => {
    if (!at || at[0]! <= label || after.some((cell, index) => cell.length > 0 && !at.includes(label + 1 + index))) return [];
    // Blanks at the end of a line are often cut off; with blanks kept elsewhere nothing else can be missing.
    return cells.length > at.at(-1)! || none || blankCellsKept ? [at.map((index) => toSlot(cells[index] ?? []))] : [];
  });
  const [answer] = answers;
  if (answer) return answers.every((other) => other.every((slot, column) => isSame(slot, answer[column]!))) ? answer : undefined;
  if (filled.length === width) return filled.map(toSlot);
  if (none && filled.length === 0) return new Array<Slot>(width).fill('blank');
  return absolute || relative || after.length !== width ? undefined : after.map(toSlot);
}

function isSame(a: Slot, b: Slot): boolean {
  if (a === b || a === 'blank' || b === 'blank' || isLost(a) || isLost(b)) return a === b;
  return a.text === b.text && a.start === b.start && a.line === b.line;
}

function toSlot(cell: readonly Piece[]): Slot {
  if (cell.length === 0) return 'blank';
  return cell.length === 1 ? cell[0]! : { ...cell[0]!, text: cell.map((piece) => piece.text).join('\n') };
}

/** The cells of a row that takes several lines. Under bars each line repeats the cells; under tabs a line break stands inside a cell. */
function cellsOver(lines: readonly FlowLine[], barred: boolean): readonly (readonly Piece[])[] | undefined {
  const rows = lines.filter((line) => line.cells.length > 0).map((line) => line.cells.map((cell) => (cell ? [cell] : [])));
  if (rows.length === 0) return undefined;
  if (!barred) return rows.slice(1).reduce((all, row) => [...all.slice(0, -1), [...all.at(-1)!, ...row[0]!], ...row.slice(1)], rows[0]!);
  if (rows.some((row) => row.length !== rows[0]!.length)) return undefined;
  return rows[0]!.map((_, column) => rows.flatMap((row) => row[column]!));
}

/** Each cell on a line of its own behind a tab: the cells from the label, or from the start of its row, to the empty line that ends the row. */
function byTabbedCells(row: AlignedRow, anchor: Piece, labelled: boolean, { lines, width }: RowContext): readonly Slot[] | undefined {
  const isCell = (index: number): boolean =>
    lines[index]?.signs === 'tabbed-cell' && (lines[index].blank || lines[index].pieces.every(({ kind }) => kind !== 'words'));
  let from = anchor.line;
  if (labelled) from += 1;
  else while (isCell(from - 1)) from -= 1;
  let to = from;
  while (lines[to]?.signs === 'tabbed-cell' || (lines[to]?.pageNumber && lines[to + 1]?.signs === 'tabbed-cell')) to += 1;
  const cells = lines
    .slice(from, to)
    .filter((line) => !line.pageNumber)
    .map((line): Slot => line.cells[0] ?? 'blank');
  if (cells.length === width) return cells;
  const filled = cells.filter((cell) => cell !== 'blank');
  return filled.length === row.runs.flat().length && filled.length === width ? filled : undefined;
}

/** Each cell on a line of its own, a blank one as a blank line, where the file's complete rows show that it is so. */
function byBlankLines(row: AlignedRow, { lines, width, blankLines }: RowContext, { before, next, continued }: RowNeighbours): readonly Slot[] | undefined {
  if (!blankLines) return undefined;
  const between = lines.slice(before + 1, next).filter((line) => !line.pageNumber);
  if (continued === undefined ? between.length < width : between.length !== width + continued) return undefined;
  if (between.slice(width).some((line) => !line.blank)) return undefined;
  const values = row.runs.flat();
  const slots = between
    .slice(0, width)
    .map((line): Slot => (line.blank ? 'blank' : line.pieces.length === 1 && values.includes(line.pieces[0]!) ? line.pieces[0]! : BY_ORDER));
  return slots.some(isLost) || slots.filter((slot) => slot !== 'blank').length !== values.length ? undefined : slots;
}
