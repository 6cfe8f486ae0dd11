/** Rows whose values the order of the flow does not vouch for. */
import type { AlignedRow, Alignment } from './align.js';
import type { BlockColumns } from './columns.js';
import type { FlowLine, Piece } from './line.js';
import type { Script } from './script.js';

/** How this file lays its tables out, from all of them together. */
export interface Shape {
  readonly cellPerLine: boolean;
  readonly blankLines: boolean;
  readonly wrap: number;
  readonly paged: boolean;
}

/** All values of a row. */
export function values(row: AlignedRow): readonly Piece[] {
  return row.runs.flat();
}

/** On how many lines the pieces stand. */
export function linesOf(pieces: readonly Piece[]): number {
  return new Set(pieces.map((piece) => piece.line)).size;
}

/** Rows whose values the order of the flow does not vouch for: beside values too many or out of place, or in a text read column by column. */
export function unsafeRows(
  alignment: Alignment,
  script: Script,
  blocks: ReadonlyMap<number, BlockColumns>,
  shape: Shape,
  lines: readonly FlowLine[],
): ReadonlySet<number> {
  const { rows, strayValues } = alignment;
  const unsafe = new Set<number>();
  const all = (): ReadonlySet<number> => new Set(rows.keys());
  const widest = Math.max(...[...blocks.values()].map(({ columns }) => columns.length));
  if (strayValues.length >= Math.max(3, widest)) return all();
  const counted = rows.filter((row) => row.item === undefined || script.items[row.item]!.row);
  const complete = (row: AlignedRow): boolean => values(row).length === blocks.get(row.block)!.columns.length;
  // Copied column by column, or with values before labels, an absent value would shift those after it unseen.
  const blankSomewhere = counted.some((row) => !complete(row));
  // Beside the one row without label, figures that are no whole row may be the rest of it.
  const nameless = counted.some((row) => row.item !== undefined && script.items[row.item]!.labels.length === 0);
  if (nameless && blankSomewhere && counted.filter((row) => values(row).length > 0).length > 1) return all();
  const first = counted.filter((row) => row.valuesFirst).length;
  const inColumns = shape.paged && shape.cellPerLine && !shape.blankLines && counted.flatMap(values).some((piece) => lines[piece.line]!.signs === 'none');
  if (blankSomewhere && (first * 4 > counted.length || inColumns)) return all();
  const around = (index: number): void => {
    for (const near of [index - 1, index, index + 1]) unsafe.add(near);
  };
  for (const stray of strayValues) {
    const after = rows.findIndex((row) => Math.min(...[...row.label, ...values(row)].map((piece) => piece.line)) > stray.line);
    around(after === -1 ? rows.length - 1 : after - 1);
  }
  // Beside an incomplete row a page number may have been its value, - 5 - three of them.
  const met = [...rows.flatMap((row) => [...row.label, ...values(row)]), ...[...alignment.headers.values()].flat()];
  const end = Math.max(0, ...met.map((piece) => piece.line)) + 1;
  let after = end;
  while (after < lines.length && (lines[after]!.blank || lines[after]!.pageNumber)) after += 1;
  // Figures right below the last row, on a line that has only figures and is no page number, are the rests of its own.
  const rest = lines.slice(end, end + 2).find((line) => !line.blank);
  const figures = rest?.pieces.every(({ kind }) => kind === 'value') ? rest.pieces.length : 0;
  if (rest && !rest.pageNumber && (figures > 1 || (figures === 1 && rest.signs !== 'none'))) unsafe.add(rows.length - 1);
  const behind = lines.slice(end, after).flatMap((line) => (line.pieces.every(({ kind }) => kind === 'value') ? line.pieces : []));
  for (const number of [...alignment.pageNumbers, ...behind]) {
    const next = rows.findIndex((row) => Math.min(...[...row.label, ...values(row)].map((piece) => piece.line)) > number.line);
    for (const near of [next === -1 ? rows.length - 1 : next - 1, next]) {
      const row = rows[near];
      if (row && counted.includes(row) && !complete(row) && [...row.label, ...values(row)].every((piece) => lines[piece.line]!.signs === 'none'))
        unsafe.add(near);
    }
  }
  if (alignedByBlanks(rows)) {
    // Where blanks align columns a row's values stand beside its label; those above or below it may be an empty neighbour's.
    rows.forEach((row, index) => {
      if (row.label.length === 0) return;
      const first = Math.min(...row.label.map((piece) => piece.line));
      const last = Math.max(...row.label.map((piece) => piece.line));
      const emptied = (near: number): boolean => rows[near] !== undefined && counted.includes(rows[near]) && values(rows[near]).length === 0;
      for (const { line } of values(row)) {
        const near = line < first ? index - 1 : line > last ? index + 1 : undefined;
        if (near !== undefined && emptied(near)) for (const one of [near, index]) unsafe.add(one);
      }
    });
  }
  // A row that is not in the form, beside one of the form that has no values, may be that row itself under a label taken apart.
  rows.forEach((row, index) => {
    if (row.item !== undefined || shape.blankLines || !values(row).some((piece) => lines[piece.line]!.signs === 'none')) return;
    for (const near of [index - 1, index + 1]) if (rows[near] && counted.includes(rows[near]) && values(rows[near]).length === 0) unsafe.add(near);
  });
  const headers = new Set([...alignment.headers.values()].flat().map((piece) => piece.line));
  rows.forEach((row, index) => {
    const width = blocks.get(row.block)!.columns.length;
    const own = values(row);
    // Words of the header between the values of one row: the text is not in the order of the page.
    const at = own.map((piece) => piece.line);
    if ([...headers].some((line) => line > Math.min(...at) && line < Math.max(...at))) unsafe.add(index);
    if ((own.length > width && !(shape.cellPerLine && linesOf(own) === width)) || (row.valuesFirst && blankSomewhere)) around(index);
  });
  return unsafe;
}

/** Whether blanks align the values of a table: most of them stand well apart from what is before them on their line. */
function alignedByBlanks(rows: readonly AlignedRow[]): boolean {
  const lines = new Map<number, Piece[]>();
  for (const piece of rows.flatMap((row) => [...row.label, ...values(row)])) lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece]);
  let apart = 0;
  let all = 0;
  for (const pieces of lines.values()) {
    const ordered = [...pieces].sort((a, b) => a.start - b.start);
    ordered.forEach((piece, index) => {
      if (piece.kind === 'words') return;
      all += 1;
      if (piece.start - (ordered[index - 1]?.end ?? 0) >= 2) apart += 1;
    });
  }
  return apart * 2 > all;
}
