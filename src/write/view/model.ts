/** A report as its form prints it: for sources whose own layout is no page (text, saved web pages, data). */
import type { Reading } from '../../form/model/reading.js';
import { partsOf } from '../report/parts.js';
import type { DocumentView } from './view.js';

/** The view of a reading, in the order of the form. */
export function viewModel(reading: Reading): DocumentView {
  return partsOf(reading).map((part) => {
    if (part.kind !== 'table') return { kind: part.kind, runs: [{ text: part.text }], anchors: [{ pointer: part.pointer, start: 0 }] };
    const rows = part.rows.map((row) =>
      row.map(({ kind, text, rowSpan, columnSpan, pointer }) => ({
        label: kind !== 'value',
        rowSpan,
        columnSpan,
        runs: text === '' ? [] : [{ text }],
        anchors: pointer === undefined ? [] : [{ pointer, start: 0 }],
      })),
    );
    return { kind: 'table', pointer: `/tables/${part.table}`, headerRows: part.headerRows, rows };
  });
}
