/** Where a figure goes into a blank cell of a text: the place of the cell follows from the figures beside it in its row. */
import type { TextEdit } from '../../base/xml/tags.js';
import { cellsOf, type TableKey } from '../../form/editions/index.js';
import type { Located, Reading } from '../../form/model/reading.js';

/** A figure of the row that the text has: how many cells it stands to the left (negative) or right of the blank, and its offsets. */
interface Neighbour {
  readonly distance: number;
  readonly start: number;
  readonly end: number;
}

const BAR = /[|│┃┆┊]/;

/** The offset of a place in the file. */
export function offsetOf({ line, columnNumber = 1 }: Located['place'], starts: readonly number[]): number | undefined {
  const start = line === undefined ? undefined : starts[line - 1];
  return start === undefined ? undefined : start + columnNumber - 1;
}

/** The figures nearest to the blank cell on either side. */
function neighbours(reading: Reading, pointer: string, text: string, starts: readonly number[]): readonly [Neighbour | undefined, Neighbour | undefined] {
  const spec = reading.tables[pointer.split('/')[2] as TableKey]?.spec;
  const all = spec ? cellsOf(spec) : [];
  const own = all.find((cell) => cell.pointer === pointer);
  const row = all.filter((cell) => cell.row === own?.row && cell.block === own?.block);
  const at = own ? row.indexOf(own) : -1;
  const found = (index: number): Neighbour | undefined => {
    const located = reading.locations.get(row[index]!.pointer);
    if (!located || located.lost || located.raw === '') return undefined;
    const start = offsetOf(located.place, starts);
    // Only a figure that stands there as it was read tells a place.
    return start !== undefined && text.startsWith(located.raw, start) ? { distance: index - at, start, end: start + located.raw.length } : undefined;
  };
  const nearest = (step: -1 | 1): Neighbour | undefined => {
    for (let index = at + step; index >= 0 && index < row.length; index += step) {
      const neighbour = found(index);
      if (neighbour) return neighbour;
    }
    return undefined;
  };
  return own ? [nearest(-1), nearest(1)] : [undefined, undefined];
}

/** Parts of a line between bars, or else between tabs, with their offsets. */
function partsOf(line: string, start: number): readonly { readonly start: number; readonly text: string }[] {
  const sign = BAR.test(line) ? BAR : /\t/;
  let at = start;
  return line.split(sign).map((text) => {
    const part = { start: at, text };
    at += text.length + 1;
    return part;
  });
}

/** The figure put into a blank stretch: between spaces as wide as before where there is room, else at its end. */
function filled(start: number, blank: string, figure: string): TextEdit | undefined {
  if (blank.trim() !== '') return undefined;
  if (!/^ +$/.test(blank)) return { start: start + blank.length, end: start + blank.length, text: figure };
  const inner = ` ${figure} `;
  return { start, end: start + blank.length, text: inner.padStart(blank.length) };
}

/** The cell among those of a line that bars or tabs part. */
function onLine(text: string, starts: readonly number[], { distance, start, end }: Neighbour, figure: string): TextEdit | undefined {
  const from = starts.findLast((at) => at <= start)!;
  const line = /.*/.exec(text.slice(from))![0];
  const parts = partsOf(line, from);
  const index = parts.findIndex((part) => start >= part.start && end <= part.start + part.text.length);
  // What else stands beside the neighbour's figure would make the count of cells doubtful.
  if (index === -1 || parts[index]!.text.trim() !== text.slice(start, end).trim()) return undefined;
  const part = parts[index - distance];
  if (part) return filled(part.start, part.text, figure);
  // Tabs at the end of a line are easily lost.
  const behind = index - distance - parts.length + 1;
  return line.includes('\t') && behind > 0 ? { start: from + line.length, end: from + line.length, text: '\t'.repeat(behind) + figure } : undefined;
}

/** The cell in a text with a cell a line. */
function onOwnLine(text: string, starts: readonly number[], { distance, start, end }: Neighbour, figure: string): TextEdit | undefined {
  const lineAt = (index: number): string | undefined => (starts[index] === undefined ? undefined : /.*/.exec(text.slice(starts[index]))![0]);
  const index = starts.findLastIndex((at) => at <= start);
  if (lineAt(index)!.replace(/^\t/, '').trimEnd() !== text.slice(start, end).trim()) return undefined;
  const line = lineAt(index - distance);
  return line === undefined || line.trim() !== ''
    ? undefined
    : { start: starts[index - distance]! + line.length, end: starts[index - distance]! + line.length, text: figure };
}

/** The change that writes a figure into the blank cell at a pointer; undefined when the text does not tell where it is. The caller proves it. */
export function fillBlank(reading: Reading, pointer: string, figure: string, text: string, starts: readonly number[]): TextEdit | undefined {
  const [left, right] = neighbours(reading, pointer, text, starts);
  for (const neighbour of [left, right]) {
    if (!neighbour) continue;
    const edit = onOwnLine(text, starts, neighbour, figure) ?? onLine(text, starts, neighbour, figure);
    if (edit) return edit;
  }
  const located = reading.locations.get(pointer);
  const at = located?.place.columnNumber === undefined ? undefined : offsetOf(located.place, starts);
  if (at === undefined) return undefined;
  // Where columns are told by blanks the line keeps its width.
  const room = /^ */.exec(text.slice(at, at + figure.length + 1))![0].length > figure.length;
  return { start: at, end: room ? at + figure.length : at, text: figure };
}
