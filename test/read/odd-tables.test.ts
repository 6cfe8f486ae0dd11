/** Tables that no tool should make and people do: spans that are too long, columns of their own, units in the header. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Edition, tableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { readHtml } from '../../src/read/formats/html/index.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { type LayoutCell, layoutTable, slotsOf } from '../../src/write/report/layout.js';
import { allCells, type Figure, reportOf, tally } from '../support/compare.js';

const editions: readonly Edition[] = ['2019', '2021'];
const distinct: Figure = (index) => (index * 37) % 1009;
const gappy: Figure = (index) => (index % 5 === 2 ? null : (index * 13) % 97);
/** Every third figure, so that rows begin and end with blank cells. */
const sparse: Figure = (index) => (index % 3 === 0 ? (index * 13) % 97 : null);

interface Dress {
  readonly text?: (text: string, cell: LayoutCell) => string;
  readonly span?: (cell: LayoutCell) => readonly [rows: number, columns: number];
  /** Puts cells of its own at the end of a row. */
  readonly after?: (row: number, cells: readonly LayoutCell[]) => string;
}

function tableHtml(report: Report, key: 'disclosure' | 'requests' | 'disputes', dress: Dress): string {
  const rows = layoutTable(tableSpec(report.edition, key)).rows.map((cells, row) => {
    const inner = cells.map((cell) => {
      const [rowSpan, columnSpan] = dress.span?.(cell) ?? [cell.rowSpan, cell.columnSpan];
      const text = cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? '');
      return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${dress.text?.(text, cell) ?? text}</td>`;
    });
    return `<tr>${inner.join('')}${dress.after?.(row, cells) ?? ''}</tr>`;
  });
  return `<table>${rows.join('\n')}</table>`;
}

function read(report: Report, dress: Dress): Reading {
  const tables = (['disclosure', 'requests', 'disputes'] as const).map((key) =>
    tableHtml(report, key, key === 'disputes' ? { ...dress, after: () => '' } : dress),
  );
  return recognise(readHtml(`<h1>${report.title}</h1><p>一、总体情况</p>${tables.join('<p>正文。</p>')}`));
}

const rightOf = (edition: Edition) => ({ right: allCells(edition), lost: 0, wrong: [] });

for (const edition of editions) {
  for (const [name, figure] of Object.entries({ distinct, gappy, sparse })) {
    const report = reportOf(edition, figure);
    describe(`${edition}, ${name} figures`, () => {
      test('a label whose span is a row too long pushes the next row aside, and its figures are still its own', () => {
        const span: Dress['span'] = ({ kind, column, rowSpan, columnSpan }) => [kind === 'row-group' && column > 0 ? rowSpan + 1 : rowSpan, columnSpan];
        assert.deepEqual(tally(report, read(report, { span })), rightOf(edition));
      });

      test('a column that the header names as something else is none of the form', () => {
        const after: Dress['after'] = (row, cells) => {
          if (cells.some(({ pointer }) => pointer?.startsWith('/tables/requests/'))) return '<td>77</td>';
          return row === 0 && cells.some(({ kind }) => kind === 'banner') ? '<td rowspan="3">上年总计</td>' : '';
        };
        assert.deepEqual(tally(report, read(report, { after })), rightOf(edition));
      });

      test('a figure too many in a row makes the row unclear', () => {
        const after: Dress['after'] = (_, cells) => (cells.some(({ pointer }) => pointer?.startsWith('/tables/requests/')) ? '<td>77</td>' : '');
        const { wrong } = tally(report, read(report, { after }));
        assert.deepEqual(wrong, []);
      });

      test('units behind the labels of columns', () => {
        const text: Dress['text'] = (label, { kind }) => (kind === 'column' && !/）$/.test(label) ? `${label}（件）` : label);
        assert.deepEqual(tally(report, read(report, { text })), rightOf(edition));
        const lines = (['disclosure', 'requests', 'disputes'] as const).flatMap((key) =>
          slotsOf(layoutTable(tableSpec(edition, key))).map((row, at) =>
            row
              .map((cell, column) => {
                if (cell.row !== at || cell.column !== column) return '';
                const own = cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? '');
                return text(own, cell);
              })
              .join('\t'),
          ),
        );
        assert.deepEqual(tally(report, recognise(readText([report.title, '一、总体情况', ...lines].join('\n')))), rightOf(edition));
      });
    });
  }

  test(`${edition}: a transposed table is not read as some rows of the form`, () => {
    const report = reportOf(edition, sparse);
    const slots = slotsOf(layoutTable(tableSpec(edition, 'requests')));
    const text = (cell: LayoutCell): string => (cell.pointer === undefined ? cell.text : String(valueAt(report, cell.pointer) ?? ''));
    const rows = slots[0]!.map((_, column) => `<tr>${slots.map((row) => `<td>${text(row[column]!)}</td>`).join('')}</tr>`);
    const reading = recognise(readHtml(`<h1>${report.title}</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>${rows.join('')}</table>`));
    assert.deepEqual(reading.report.tables, {});
  });
}
