/** The official printed layout of a report as HTML with true merges, made from the edition specs alone: what the real tools are fed in tests. */
import { type BlockSpec, cellsOf, type Edition, editionSpec, type RowSpec, type TableSpec } from '../../src/editions/index.js';
import { valueAt } from '../../src/model/pointer.js';
import type { Report, TableData } from '../../src/model/report.js';

/** How the form is dressed up; nothing here changes a figure. */
export interface FormOptions {
  /** Texts of cells that are not just their number, by pointer: 22（其中修订16件）. */
  readonly raw?: Readonly<Record<string, string>>;
  /** CSS put into the page. */
  readonly css?: string;
  /** Widths of the columns of a table, as HTML `width` values, by table key. */
  readonly widths?: Readonly<Record<string, readonly string[]>>;
}

interface Td {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
}

/** The whole report as one HTML page: title, preface, the sections with their running text and tables, closing. */
export function formHtml(report: Report, options: FormOptions = {}): string {
  const spec = editionSpec(report.edition);
  const sections = report.sections.map((section) => {
    const key = spec.sections.find((candidate) => candidate.key === section.key)?.table;
    const table = key && report.tables[key] ? spec.tables.find((candidate) => candidate.key === key) : undefined;
    return [`<h2>${escapeHtml(section.heading)}</h2>`, ...section.paragraphs.map(paragraph), ...(table ? [tableHtml(table, report, options)] : [])].join('\n');
  });
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><title>report</title>',
    `<style>table{border-collapse:collapse;width:100%}td{border:1px solid #000;text-align:center}${options.css ?? ''}</style></head><body>`,
    ...(report.title === undefined ? [] : [`<h1>${escapeHtml(report.title)}</h1>`]),
    ...report.preface.map(paragraph),
    ...sections,
    ...report.closing.map(paragraph),
    '</body></html>',
    '',
  ].join('\n');
}

/** The tables of an edition with a figure of the caller's choice in each cell, numbered in printed order. */
export function filledTables(edition: Edition, figure: (index: number, pointer: string) => number | null): Report['tables'] {
  const root: Record<string, unknown> = {};
  let index = 0;
  for (const table of editionSpec(edition).tables) {
    for (const cell of cellsOf(table)) {
      const path = cell.pointer.split('/').slice(2);
      let node = root;
      for (const key of path.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
      node[path[path.length - 1]!] = figure(index, cell.pointer);
      index += 1;
    }
  }
  return root as { readonly [key: string]: TableData };
}

function tableHtml(table: TableSpec, report: Report, options: FormOptions): string {
  const labelColumns = Math.max(...table.blocks.flatMap((block) => block.rows.map((row) => (row.label === '' ? 0 : (row.groups?.length ?? 0) + 1))));
  const valueColumns = Math.max(...table.blocks.map((block) => block.columns.length));
  const rows = table.blocks.flatMap((block) => [
    ...(block.heading === undefined ? [] : [[{ text: block.heading, columns: labelColumns + valueColumns }]]),
    ...headerRows(block, labelColumns, valueColumns),
    ...bodyRows(table, block, labelColumns, valueColumns, report, options),
  ]);
  const widths = (options.widths?.[table.key] ?? []).map((width) => `<col width="${width}">`).join('');
  return `<table border="1">${widths}\n${rows.map((row) => `<tr>${row.map(td).join('')}</tr>`).join('\n')}\n</table>`;
}

function headerRows(block: BlockSpec, labelColumns: number, valueColumns: number): readonly (readonly Td[])[] {
  const depth = Math.max(...block.columns.map((column) => column.groups?.length ?? 0)) + 1;
  const rows: Td[][] = Array.from({ length: depth }, () => []);
  block.columns.forEach((column, index) => {
    const groups = column.groups ?? [];
    groups.forEach((group, level) => {
      const same = (other: number): boolean => groups.slice(0, level + 1).every((name, i) => block.columns[other]?.groups?.[i] === name);
      if (index > 0 && same(index - 1)) return;
      let columns = 1;
      while (same(index + columns)) columns += 1;
      rows[level]!.push({ text: group, columns });
    });
    const last = index === block.columns.length - 1;
    rows[groups.length]!.push({ text: column.label, rows: depth - groups.length, columns: last ? valueColumns - index : 1 });
  });
  if (block.banner !== undefined) rows.unshift([{ text: block.banner, columns: valueColumns }]);
  if (labelColumns > 0) rows[0]!.unshift({ text: block.corner ?? '', rows: rows.length, columns: labelColumns });
  return rows;
}

function bodyRows(
  table: TableSpec,
  block: BlockSpec,
  labelColumns: number,
  valueColumns: number,
  report: Report,
  options: FormOptions,
): readonly (readonly Td[])[] {
  return block.rows.map((row, index) => {
    const cells: Td[] = [];
    const groups = row.groups ?? [];
    groups.forEach((group, level) => {
      const same = (other: RowSpec | undefined): boolean => groups.slice(0, level + 1).every((name, i) => other?.groups?.[i] === name);
      if (same(block.rows[index - 1])) return;
      let rows = 1;
      while (same(block.rows[index + rows])) rows += 1;
      cells.push({ text: group, rows });
    });
    if (labelColumns > 0) cells.push({ text: row.label, columns: labelColumns - groups.length });
    block.columns.forEach((column, position) => {
      const pointer = ['', 'tables', table.key, ...(row.key === '' ? [] : [row.key]), column.key].join('/');
      const value = valueAt(report, pointer);
      const text = options.raw?.[pointer] ?? (typeof value === 'number' ? String(value) : '');
      cells.push({ text, columns: position === block.columns.length - 1 ? valueColumns - position : 1 });
    });
    return cells;
  });
}

function td(cell: Td): string {
  const rows = (cell.rows ?? 1) > 1 ? ` rowspan="${cell.rows}"` : '';
  const columns = (cell.columns ?? 1) > 1 ? ` colspan="${cell.columns}"` : '';
  return `<td${rows}${columns}>${escapeHtml(cell.text)}</td>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
