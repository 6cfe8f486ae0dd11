/** The figures of many reports as a workbook, a row a cell. */
import { InputError } from '../../../base/errors.js';
import { concat } from '../../../base/package/bytes.js';
import { MAX_ROWS, workbookStream } from '../../../base/package/workbook.js';
import { tidyRows } from '../tidy.js';
import { tidyHead, tidyRow, tidyShape } from '../xlsx.js';
import type { DataSet } from './stream.js';

/** One sheet with the figures of all. */
export const xlsxDataSet: DataSet = ({ lang }) => {
  const pieces: Uint8Array[] = [];
  const book = workbookStream([tidyShape(lang)], (bytes) => pieces.push(bytes));
  const taken = (): Uint8Array => concat(pieces.splice(0));
  let rows = 1;
  return {
    start: () => {
      book.row(0, tidyHead(lang));
      return taken();
    },
    add: (reading) => {
      for (const row of tidyRows(reading, lang)) {
        rows += 1;
        if (rows <= MAX_ROWS) book.row(0, tidyRow(row));
      }
      return taken();
    },
    end: () => {
      if (rows > MAX_ROWS) throw tooManyRows(rows);
      book.end();
      return taken();
    },
  };
};

function tooManyRows(rows: number): InputError {
  return new InputError(
    'too-many-rows',
    { zh: `共 ${rows} 行，工作表放不下（至多 ${MAX_ROWS} 行），没有写入。`, en: `There are ${rows} rows, and a sheet holds ${MAX_ROWS}; nothing was written.` },
    { zh: '请改用 parquet、csv，或者分批转换。', en: 'Write parquet or csv, or convert fewer reports at once.' },
  );
}
