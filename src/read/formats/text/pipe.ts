/** Pipe tables of Markdown: a header row, a row of dashes, rows of cells between bars. */
import type { Table } from '../../document.js';
import { buildGrid, type CellInput } from '../../grid.js';
import type { RawLine } from './lines.js';
import { isDelimiterRow, plainInline } from './markdown.js';
import type { TextTable } from './pandoc.js';

/** The pipe table that starts at a line, or undefined. An empty header, which the format asks for, is left out; an empty row below it is one of blank cells. */
export function pipeTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  const head = lines[index]!;
  const rule = lines[index + 1];
  if (!head.text.includes('|') || !rule || !isDelimiterRow(rule.text) || isDelimiterRow(head.text)) return undefined;
  // A wiki begins its rows with a rule of one cell.
  if (!/-:?\s*\|\s*:?-/.test(rule.text)) return undefined;
  let next = index + 2;
  while (next < lines.length && lines[next]!.text.includes('|')) next += 1;
  // The rule has no blank cells: it tells whether bars stand around the rows or only between their cells.
  const outer = /^\s*\|/.test(rule.text);
  const rows = [head, ...lines.slice(index + 2, next)].map((line) => cells(line, outer)).filter((row, at) => at > 0 || row.some((cell) => cell.text !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): CellInput => ({ text: '', place: row[0]!.place }))]);
  const table: Table = { kind: 'table', grid: buildGrid(padded), place: { line: head.number } };
  return rows.length === 0 ? undefined : { blocks: [table], next };
}

/** What pandas writes into a cell that is blank, or into a header that has none. */
const NOTHING = /^(?:nan|none|null|nat|<na>|unnamed: \d+(?:_level_\d+)?)$/i;

function cells({ text, number }: RawLine, outer: boolean): readonly CellInput[] {
  const start = text.search(/\S/);
  const opened = text[start] === '|' && outer ? start + 1 : 0;
  const closed = outer ? /(?<!\\)\|\s*$/.exec(text.slice(opened)) : undefined;
  const body = closed ? text.slice(opened, opened + closed.index) : text.slice(opened);
  const found: CellInput[] = [];
  let offset = opened;
  for (const piece of body.split(/(?<!\\)\|/)) {
    const left = piece.length - piece.trimStart().length;
    const plain = plainInline(piece);
    const filled = piece.trim() !== '';
    found.push({ text: NOTHING.test(plain) ? '' : plain, place: { line: number, columnNumber: offset + (filled ? left : 0) + 1 } });
    offset += piece.length + 1;
  }
  return found;
}
