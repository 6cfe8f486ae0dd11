/** Pipe tables of Markdown: a header row, a row of dashes, rows of cells between bars. */
import type { Table } from '../document.js';
import { buildGrid, type CellInput } from '../grid.js';
import type { RawLine } from './lines.js';
import { isDelimiterRow, plainInline } from './markdown.js';
import type { TextTable } from './pandoc.js';

/** The pipe table that starts at a line, or undefined. An empty header, which the format asks for, is left out; an empty row below it is one of blank cells. */
export function pipeTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  const head = lines[index]!;
  const rule = lines[index + 1];
  if (!head.text.includes('|') || !rule || !isDelimiterRow(rule.text) || isDelimiterRow(head.text)) return undefined;
  let next = index + 2;
  while (next < lines.length && lines[next]!.text.includes('|')) next += 1;
  const rows = [head, ...lines.slice(index + 2, next)].map(cells).filter((row, at) => at > 0 || row.some((cell) => cell.text !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const padded = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): CellInput => ({ text: '', place: row[0]!.place }))]);
  const table: Table = { kind: 'table', grid: buildGrid(padded), place: { line: head.number } };
  return rows.length === 0 ? undefined : { blocks: [table], next };
}

function cells({ text, number }: RawLine): readonly CellInput[] {
  const start = text.search(/\S/);
  const opened = text[start] === '|' ? start + 1 : start;
  const closed = /(?<!\\)\|\s*$/.exec(text.slice(opened));
  const body = closed ? text.slice(opened, opened + closed.index) : text.slice(opened);
  const found: CellInput[] = [];
  let offset = opened;
  for (const piece of body.split(/(?<!\\)\|/)) {
    const left = piece.length - piece.trimStart().length;
    const filled = piece.trim() !== '';
    found.push({ text: plainInline(piece), place: { line: number, columnNumber: offset + (filled ? left : 0) + 1 } });
    offset += piece.length + 1;
  }
  return found;
}
