/** Tables ruled by dashes: pandoc's grid tables, and its simple and multiline tables. */
import { displayColumns, displayWidth } from '../../../base/text/width.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Block, Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import type { RawLine } from './lines.js';
import { plainInline } from './markdown.js';

/** A table found at a line of a text, and the index of the first line after it. */
export interface TextTable {
  readonly blocks: readonly Block[];
  readonly next: number;
}

const GRID_RULE = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** Longest table of this kind, in lines, and largest grid, in slots: what is larger stays text. */
const MOST_LINES = 1000;
const MOST_SLOTS = 400_000;
const MOST_STEPS = 4_000_000;
/** Groups of at least three dashes: “- -” may be two cells that hold nothing. */
const DASHES = /^\s*-{3,}(?: +-{3,})*\s*$/;

/** Joins the lines of one cell: nothing between Chinese characters, a line break between figures that a blank line parts, a blank elsewhere. */
function joinCell(lines: readonly string[]): string {
  const parts = lines.map((line) => line.trim());
  const joined = parts.reduce((text, part, at) => {
    if (part !== '' && parts[at - 1] === '' && /\d$/.test(text) && /^\d/.test(part)) return `${text}\n${part}`;
    if (text === '' || part === '') return text + part;
    return /[\u2e80-\uffef]$/.test(text) || /^[\u2e80-\uffef]/.test(part) ? text + part : `${text} ${part}`;
  }, '');
  return plainInline(joined);
}

/** A line as display columns: each slot a character, the second slot of a wide one empty. */
function slotsOf(text: string): readonly string[] {
  const slots: string[] = [];
  for (const character of text.trimEnd()) {
    const width = displayWidth(character);
    if (width === 0) continue;
    slots.push(character, ...Array.from({ length: width - 1 }, () => ''));
  }
  return slots;
}

/** The grid table that starts at a line: `+---+` rules, spans where a rule or a bar is missing. */
export function gridTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  if (!GRID_RULE.test(lines[index]!.text)) return undefined;
  let next = index + 1;
  let slots = 0;
  while (next < lines.length && next - index < MOST_LINES && slots < MOST_SLOTS && /^\s*[+|]/.test(lines[next]!.text)) slots += lines[next++]!.text.length;
  while (next > index && !GRID_RULE.test(lines[next - 1]!.text)) next -= 1;
  if (next - index < 3) return undefined;
  // Rules around the table and below its header only: each line is a row.
  const boxed = lines.slice(index, next).filter(({ text }) => GRID_RULE.test(text)).length <= 3;
  const picture = lines.slice(index, next).map(({ text }) => slotsOf(text));
  const found = boxes(picture);
  const tops = [...new Set(found.map((box) => box.top))].sort((a, b) => a - b);
  const lefts = [...new Set(found.map((box) => box.left))].sort((a, b) => a - b);
  const rows: CellInput[][] = tops.map(() => []);
  for (const box of found) {
    const parts = picture.slice(box.top + 1, box.bottom).map((slots) => slots.slice(box.left + 1, box.right).join(''));
    if (boxed && parts.filter((part) => /^\s*\d[\d,.]*\s*$/.test(part)).length > 1) return undefined;
    const filled = parts.findIndex((part) => part.trim() !== '');
    const span = (edges: readonly number[], from: number, to: number): number => edges.filter((edge) => edge >= from && edge < to).length;
    rows[tops.indexOf(box.top)]!.push({
      text: joinCell(parts),
      place: placeIn(box, Math.max(0, filled), picture, lines.slice(index)),
      column: lefts.indexOf(box.left),
      rowSpan: span(tops, box.top, box.bottom),
      columnSpan: span(lefts, box.left, box.right),
    });
  }
  if (found.length === 0) return undefined;
  const table: Table = { kind: 'table', grid: buildGrid(rows), place: { line: lines[index]!.number } };
  return { blocks: [table], next };
}

/** Where the text of a cell begins on one of its lines, or the cell itself when that is blank. */
function placeIn(box: Box, line: number, picture: readonly (readonly string[])[], lines: readonly RawLine[]): SourcePlace {
  const row = box.top + 1 + line;
  const slots = picture[row]!;
  const inner = slots.slice(box.left + 1, box.right);
  const lead = Math.max(
    0,
    inner.findIndex((slot) => slot.trim() !== ''),
  );
  // Slots are display columns, places count characters.
  return { line: lines[row]!.number, columnNumber: slots.slice(0, box.left + 1 + lead).join('').length + 1 };
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Every cell of the picture: from each corner the nearest right edge and bottom edge that close a box. */
function boxes(picture: readonly (readonly string[])[]): readonly Box[] {
  const at = (row: number, column: number): string => picture[row]?.[column] ?? ' ';
  const isCorner = (row: number, column: number): boolean => at(row, column) === '+';
  const isRule = (row: number, column: number): boolean => '-=:+'.includes(at(row, column)) && at(row, column) !== '';
  const isBar = (row: number, column: number): boolean => '|+'.includes(at(row, column)) && at(row, column) !== '';
  let steps = 0;
  const close = (top: number, left: number): Box | undefined => {
    for (let right = left + 1; steps < MOST_STEPS && isRule(top, right); right += 1, steps += 1) {
      if (!isCorner(top, right) || !isBar(top + 1, right)) continue;
      for (let bottom = top + 1; steps < MOST_STEPS && isBar(bottom, left) && isBar(bottom, right); bottom += 1, steps += 1) {
        if (!isCorner(bottom, left) || !isCorner(bottom, right)) continue;
        let column = left;
        while (column < right && isRule(bottom, column)) column += 1;
        steps += column - left;
        if (column === right) return { top, left, bottom, right };
      }
    }
    return undefined;
  };
  return picture.flatMap((slots, row) =>
    slots.flatMap((_, column) => (isCorner(row, column) && isBar(row + 1, column) && isRule(row, column + 1) ? (close(row, column) ?? []) : [])),
  );
}

/** The table ruled by lines of dashes that starts at a line: simple or multiline, with or without header. */
export function dashTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  const first = lines[index]!;
  if (first.text.trim() === '') return undefined;
  const ruled = (at: number): boolean => at < lines.length && DASHES.test(lines[at]!.text);
  const ruler = (at: number): readonly number[] => dashColumns(lines[at]!.text);
  if (ruled(index)) {
    // A rule over a header, or over rows without header.
    let columnsAt = index;
    if (ruler(index).length < 2) {
      if (first.text.trim().length < 10) return undefined;
      columnsAt = index + 1;
      while (columnsAt < lines.length && !ruled(columnsAt) && columnsAt - index < 40 && lines[columnsAt]!.text.trim() !== '') columnsAt += 1;
      if (!ruled(columnsAt) || ruler(columnsAt).length < 2) return undefined;
    }
    let end = columnsAt + 1;
    while (end < lines.length && end - columnsAt < MOST_LINES && !ruled(end)) end += 1;
    if (!ruled(end) || end === columnsAt + 1) return undefined;
    const header = lines.slice(index + 1, columnsAt);
    return { blocks: [tableOf(ruler(columnsAt), [...groups(header, true), ...groups(lines.slice(columnsAt + 1, end))], first)], next: end + 1 };
  }
  // A header line over a rule of at least two columns.
  if (!ruled(index + 1) || ruler(index + 1).length < 2) return undefined;
  let end = index + 2;
  while (end < lines.length && lines[end]!.text.trim() !== '' && !ruled(end)) end += 1;
  if (end === index + 2) return undefined;
  return { blocks: [tableOf(ruler(index + 1), [[first], ...lines.slice(index + 2, end).map((line) => [line])], first)], next: ruled(end) ? end + 1 : end };
}

/** Start columns of the groups of dashes. */
function dashColumns(text: string): readonly number[] {
  return [...text.matchAll(/-+/g)].map((match) => match.index);
}

/** Rows of a ruled table: a row a line, or, where blank lines part them, as many lines as stand together. */
function groups(lines: readonly RawLine[], together = false): readonly (readonly RawLine[])[] {
  if (!together && !lines.some(({ text }) => text.trim() === '')) return lines.map((line) => [line]);
  const rows: RawLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text.trim() === '') open = false;
    else if (open) rows.at(-1)!.push(line);
    else {
      rows.push([line]);
      open = true;
    }
  }
  return rows;
}

function tableOf(starts: readonly number[], rows: readonly (readonly RawLine[])[], first: RawLine): Table {
  const inputs = rows.map((row) => {
    const cut = row.map((line) => slices(line, starts));
    return starts.map((_, column): CellInput => {
      const filled = Math.max(
        0,
        cut.findIndex((slice) => slice[column]!.text !== ''),
      );
      return { text: joinCell(cut.map((slice) => slice[column]!.text)), place: { line: row[filled]!.number, columnNumber: cut[filled]![column]!.start + 1 } };
    });
  });
  return { kind: 'table', grid: buildGrid(inputs), place: { line: first.number } };
}

/** Cuts a line at the columns of the rule; a cut that would part a word moves to the blank nearest to it. */
function slices({ text }: RawLine, starts: readonly number[]): readonly { readonly text: string; readonly start: number }[] {
  const columns = displayColumns(text);
  const offsetOf = (column: number): number => {
    let offset = columns.findIndex((start) => start >= column);
    if (offset === -1) offset = text.length;
    for (let step = 0; step <= 3; step += 1) {
      for (const moved of [offset - step, offset + step]) {
        if (moved <= 0 || moved >= text.length || /[\s\u00a0]/.test(text[moved - 1]!)) return Math.max(0, Math.min(text.length, moved));
      }
    }
    return offset;
  };
  const offsets = starts.map((start, index) => (index === 0 ? 0 : offsetOf(start)));
  return offsets.map((offset, index) => {
    const slice = text.slice(offset, offsets[index + 1] ?? text.length);
    const left = slice.length - slice.trimStart().length;
    return { text: slice.trim(), start: offset + (slice.trim() === '' ? 0 : left) };
  });
}
