/** A report as text in the layouts that programs and people produce, made from the edition specs: what readText and resolveLines must understand. */
import { displayWidth } from '../../src/base/text/width.js';
import { type BlockSpec, editionSpec, type RowSpec, type TableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';

/** A cell of the printed table with the slots it covers; `continued` cells are those a merge covers. */
export interface PrintedRow {
  /** The row's own cells from left to right; undefined stands for a slot run that a merge from above covers. */
  readonly cells: readonly (string | undefined)[];
  /** Where its values start in `cells`; absent in header rows. */
  readonly values?: number;
}

/** The text of a cell: its raw text where one is given, else its number, else nothing. */
export type CellText = (pointer: string) => string;

/** Reads cells from the model, with raw texts laid over it. */
export function cellTexts(report: Report, raw: Readonly<Record<string, string>> = {}): CellText {
  return (pointer) => raw[pointer] ?? String(valueAt(report, pointer) ?? '');
}

/** The rows of a table as printed, header rows included. */
export function printedRows(table: TableSpec, text: CellText): readonly PrintedRow[] {
  return table.blocks.flatMap((block) => [
    ...(block.heading === undefined ? [] : [{ cells: [block.heading] }]),
    ...headerRows(block),
    ...block.rows.map((row, index): PrintedRow => {
      const labels =
        row.label === '' ? [] : [...(row.groups ?? []).map((group, level) => (spans(block.rows[index - 1], row, level) ? undefined : group)), row.label];
      const values = block.columns.map((column) => text(['', 'tables', table.key, ...(row.key === '' ? [] : [row.key]), column.key].join('/')));
      return { cells: [...labels, ...values], values: labels.length };
    }),
  ]);
}

function spans(above: RowSpec | undefined, row: RowSpec, level: number): boolean {
  return above !== undefined && (row.groups ?? []).slice(0, level + 1).every((name, at) => above.groups?.[at] === name);
}

function headerRows(block: BlockSpec): readonly PrintedRow[] {
  const depth = Math.max(...block.columns.map((column) => column.groups?.length ?? 0)) + 1;
  const rows = Array.from({ length: depth }, (_, level) =>
    block.columns.flatMap((column, index): (string | undefined)[] => {
      const groups = column.groups ?? [];
      const same = groups.slice(0, level + 1).every((name, at) => block.columns[index - 1]?.groups?.[at] === name);
      if (level < groups.length) return index > 0 && same ? [] : [groups[level]!];
      return level === groups.length ? [column.label] : [undefined];
    }),
  );
  const all: (string | undefined)[][] = block.banner === undefined ? rows : [[block.banner], ...rows];
  return all.map((cells, index) => ({ cells: block.corner === undefined ? cells : [index === 0 ? block.corner : undefined, ...cells] }));
}

/** Puts the tables of a report, written by `print`, under their headings, with running text around them. */
export function wholeText(report: Report, print: (table: TableSpec) => string): string {
  const spec = editionSpec(report.edition);
  const sections = report.sections.map((section) => {
    const key = spec.sections.find((candidate) => candidate.key === section.key)?.table;
    const table = spec.tables.find((candidate) => candidate.key === key);
    return [section.heading, ...section.paragraphs, ...(table ? [print(table)] : [])].join('\n');
  });
  return [report.title, ...report.preface, ...sections, ...report.closing].join('\n');
}

/** Each cell on a line of its own, as LibreOffice exports; blank and merged cells are blank lines. */
export function cellALine(rows: readonly PrintedRow[], keepBlank = true): string {
  return rows.flatMap((row) => row.cells.map((cell) => cell ?? '').filter((cell) => keepBlank || cell !== '')).join('\n');
}

/** Each cell on a line behind a tab, rows apart by an empty line, as Word exports. */
export function tabbedCells(rows: readonly PrintedRow[]): string {
  return rows.map((row) => row.cells.map((cell) => `\t${cell ?? ''}`).join('\n')).join('\n\n');
}

/** A row a line, cells parted by tabs, merged cells absent: what a browser puts on the clipboard. */
export function tabRows(rows: readonly PrintedRow[]): string {
  return rows.map((row) => row.cells.filter((cell) => cell !== undefined).join('\t')).join('\n');
}

/** A row a line, every slot of the sheet a cell: what a spreadsheet puts on the clipboard. */
export function sheetRows(rows: readonly PrintedRow[], labelColumns: number): string {
  return rows
    .map((row) => {
      if (row.values === undefined) return row.cells.map((cell) => cell ?? '').join('\t');
      const labels = row.cells.slice(0, row.values).map((cell) => cell ?? '');
      return [...labels, ...Array.from({ length: labelColumns - labels.length }, () => ''), ...row.cells.slice(row.values)].join('\t');
    })
    .join('\n');
}

/** Reading order: labels broken after `width` characters, values on one line after the first `before` lines of the label. */
export function readingOrder(rows: readonly PrintedRow[], width: number, before: number): string {
  return rows
    .flatMap((row) => {
      if (row.values === undefined) return row.cells.flatMap((cell) => (cell ? wrap(cell, width) : []));
      const values = row.cells
        .slice(row.values)
        .filter((cell) => cell !== '')
        .join(' ');
      const labels = row.cells.slice(0, row.values).filter((cell) => cell !== undefined);
      const groups = labels.slice(0, -1).flatMap((label) => wrap(label, 3));
      const own = wrap(labels.at(-1) ?? '', width);
      const at = Math.min(before, own.length);
      return [...groups, ...own.slice(0, at), ...(values === '' ? [] : [values]), ...own.slice(at)].filter((line) => line !== '');
    })
    .join('\n');
}

/** Columns aligned by blanks: labels broken after `width` characters around the line of their values, group labels in a column of their own. */
export function alignedByBlanks(rows: readonly PrintedRow[], width: number, gap: number): string {
  const all = rows.map((row) => {
    const first = row.values ?? (row.cells.length > 1 ? 1 : 0);
    const labels = row.cells.slice(0, first);
    return { labels, values: row.cells.slice(first).map((cell) => cell ?? '') };
  });
  const depth = Math.max(...all.map(({ labels }) => labels.length));
  const pad = (text: string, size: number): string => text + ' '.repeat(Math.max(0, size - displayWidth(text)));
  return all
    .flatMap(({ labels, values }) => {
      const own = wrap(labels.at(-1) ?? '', width);
      const middle = Math.floor((own.length - 1) / 2);
      const groups = labels.slice(0, -1);
      return own.map((line, index) => {
        const left = groups.map((group) => pad(index === middle ? (group ?? '') : '', 24)).join('');
        const label = pad(left + line, depth > 1 ? 48 + width * 2 : width * 2);
        return (index === middle ? label + values.map((value) => value.padStart(gap)).join('') : label).trimEnd();
      });
    })
    .join('\n');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.length === 0 ? [''] : lines;
}
