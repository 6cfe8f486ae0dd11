/** The figures of many reports as Parquet, a row a cell: what DuckDB, pandas and Spark read as it is. */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type TidyRow, tidyRows } from '../tidy.js';
import type { DataSet } from './stream.js';

/** What stands in a cell: a figure, nothing, something that is no figure (“/”), or what the layout of the file lost. */
type State = 'figure' | 'blank' | 'text' | 'lost';

/** A row of the file; the names of its columns are the same in every language. */
interface Row extends TidyRow {
  readonly state: State;
}

type Kind = 'text' | 'whole' | 'number';

/** The columns in their order. */
const COLUMNS: { readonly [key in keyof Row]: Kind } = {
  unit: 'text',
  year: 'whole',
  edition: 'text',
  table: 'text',
  row: 'text',
  column: 'text',
  value: 'number',
  raw: 'text',
  state: 'text',
  pointer: 'text',
};

const KEYS = Object.keys(COLUMNS) as (keyof Row)[];

const ELEMENTS: { readonly [kind in Kind]: Omit<SchemaElement, 'name'> } = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  whole: { type: 'INT32', repetition_type: 'OPTIONAL' },
  number: { type: 'DOUBLE', repetition_type: 'OPTIONAL' },
};

const SCHEMA: SchemaElement[] = [{ name: 'root', num_children: KEYS.length }, ...KEYS.map((name) => ({ name, ...ELEMENTS[COLUMNS[name]] }))];

/** Rows that are gathered before they are compressed: those of some 200 reports. */
const GROUP = 40_000;

function stateOf({ value, raw, lost }: TidyRow & { readonly lost: boolean }): State {
  if (value !== null) return 'figure';
  if (lost) return 'lost';
  return raw.trim() === '' ? 'blank' : 'text';
}

/** The data set in groups of so many rows, compressed as they fill. */
export const parquetOf =
  (group: number): DataSet =>
  ({ lang }) => {
    const bytes = new ByteWriter();
    const file = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'gov-report' });
    const rows: Row[] = [];
    const taken = (): Uint8Array => {
      const piece = bytes.getBytes().slice();
      // The offset goes on counting; only what was handed out is dropped.
      bytes.index = 0;
      return piece;
    };
    const flush = (): void => {
      if (rows.length > 0) file.write({ columnData: KEYS.map((name) => ({ name, data: rows.map((row) => row[name]) })), rowGroupSize: group });
      rows.length = 0;
    };
    return {
      start: taken,
      add: (reading) => {
        for (const row of tidyRows(reading, lang)) {
          const lost = reading.locations.get(row.pointer)?.lost !== undefined;
          rows.push({ ...row, state: stateOf({ ...row, lost }) });
        }
        if (rows.length >= group) flush();
        return taken();
      },
      end: () => {
        flush();
        file.finish();
        return taken();
      },
    };
  };

/** The data set. */
export const parquetDataSet: DataSet = parquetOf(GROUP);
