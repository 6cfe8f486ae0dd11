/** The official printed layout of a report as HTML with true merges, made from the edition specs alone: what the real tools are fed in tests. */
import { cellsOf, type Edition, editionSpec, type TableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report, TableData } from '../../src/form/model/report.js';
import { type LayoutCell, layoutTable } from '../../src/write/report/layout.js';

/** How the form is dressed up; nothing here changes a figure. */
export interface FormOptions {
  /** Texts of cells that are not just their number, by pointer: 22（其中修订16件）. */
  readonly raw?: Readonly<Record<string, string>>;
  /** CSS put into the page. */
  readonly css?: string;
  /** Widths of the columns of a table, as HTML `width` values, by table key. */
  readonly widths?: Readonly<Record<string, readonly string[]>>;
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
  const widths = (options.widths?.[table.key] ?? []).map((width) => `<col width="${width}">`).join('');
  const rows = layoutTable(table).rows.map((row) => `<tr>${row.map((cell) => td(cell, report, options)).join('')}</tr>`);
  return `<table border="1">${widths}\n${rows.join('\n')}\n</table>`;
}

function textOf({ text, pointer }: LayoutCell, report: Report, options: FormOptions): string {
  if (pointer === undefined) return text;
  const value = valueAt(report, pointer);
  return options.raw?.[pointer] ?? (typeof value === 'number' ? String(value) : '');
}

function td(cell: LayoutCell, report: Report, options: FormOptions): string {
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '';
  const columns = cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '';
  return `<td${rows}${columns}>${escapeHtml(textOf(cell, report, options))}</td>`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
