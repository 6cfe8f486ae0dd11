/** One report as a file of every kind that can be read, in the official layout. */
import type { Report } from '../../src/form/model/report.js';
import type { Block, Grid } from '../../src/read/document.js';
import { readHtml } from '../../src/read/formats/html/index.js';
import { type DocParagraph, docFile, p as docParagraph, row as docRow } from './doc-file.js';
import { p, tbl, tc, tr, word } from './docx-parts.js';
import { formHtml } from './form.js';

/** Text of single cells, by pointer. */
export type RawCells = Readonly<Record<string, string>>;

/** Layouts of text files, by name. */
export const layouts = {
  html: (report: Report, raw: RawCells = {}): string => formHtml(report, { raw }),
  tabs: (report: Report, raw: RawCells = {}): string => texts(report, raw, (grid) => rowsOf(grid).map((row) => row.join('\t'))),
  // As text saved by Word: a cell a line behind a tab, a blank line after each row.
  cells: (report: Report, raw: RawCells = {}): string => texts(report, raw, (grid) => rowsOf(grid).flatMap((row) => [...row.map((cell) => `\t${cell}`), ''])),
  pipes: (report: Report, raw: RawCells = {}): string =>
    texts(report, raw, (grid) => {
      const [head, ...rest] = rowsOf(grid).map((row) => `| ${row.join(' | ')} |`);
      return [head!, `|${'---|'.repeat(grid.width)}`, ...rest];
    }),
} as const;

/** The report as a Word package. */
export function formDocx(report: Report, raw: RawCells = {}): Uint8Array {
  return word(formBody(report, raw));
}

/** The body of the report's main part in a Word package. */
export function formBody(report: Report, raw: RawCells = {}): string {
  return blocksOf(report, raw)
    .map((block) => (block.kind === 'table' ? wordTable(block.grid) : p(escaped(block.text))))
    .join('');
}

/** What a page of the report holds, as a Word 97 document. */
export function formDoc(html: string): Uint8Array {
  return docFile(readHtml(html).blocks.flatMap((block) => (block.kind === 'table' ? docTable(block.grid) : [docParagraph(block.text)])));
}

function docTable(grid: Grid): readonly DocParagraph[] {
  return grid.slots.flatMap((line, y) => {
    const cells = line.flatMap((cell, x) => (cell !== undefined && cell === line[x - 1] ? [] : [{ cell, x }]));
    return docRow({
      cells: cells.map(({ cell }) => (cell?.row === y ? cell.text.replaceAll('\n', '\v') : '')),
      edges: [...cells.map(({ x }) => x * 500), line.length * 500],
      flags: cells.map(({ cell }) => (!cell || cell.rowSpan === 1 ? 0 : cell.row === y ? 0x60 : 0x20)),
    });
  });
}

function blocksOf(report: Report, raw: RawCells): readonly Block[] {
  return readHtml(formHtml(report, { raw })).blocks;
}

function texts(report: Report, raw: RawCells, table: (grid: Grid) => readonly string[]): string {
  return blocksOf(report, raw)
    .flatMap((block) => (block.kind === 'table' ? ['', ...table(block.grid), ''] : [block.text]))
    .map((line) => `${line}\n`)
    .join('');
}

/** Texts by row; a cell that spans stands in its first slot, the others are empty. */
function rowsOf(grid: Grid): readonly (readonly string[])[] {
  return grid.slots.map((row, y) => row.map((cell, x) => (cell && cell.row === y && cell.column === x ? cell.text : '')));
}

function wordTable(grid: Grid): string {
  return tbl(
    ...grid.slots.map((row, y) =>
      tr(
        row.flatMap((cell, x) => {
          if (!cell || cell.column !== x) return [];
          const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
          const merge = cell.rowSpan > 1 ? `<w:vMerge${cell.row === y ? ' w:val="restart"' : ''}/>` : '';
          return [tc(cell.row === y ? escaped(cell.text) : '', span + merge)];
        }),
      ),
    ),
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
