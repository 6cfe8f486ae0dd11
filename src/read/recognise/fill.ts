/** What a table of the document says of a statutory table: the one thing that grids and lines without columns are both understood as. */
import type { ColumnSpec, RowSpec, TableKey } from '../../form/editions/index.js';
import type { LostReason } from '../../form/model/reading.js';
import type { SourcePlace } from '../../form/place.js';

/** A value cell: its untouched text, empty when it is blank, and why its value cannot be told where that is so. */
export interface FillCell {
  readonly raw: string;
  readonly place: SourcePlace;
  readonly lost?: LostReason;
}

/** A row as found. */
export interface FillRow {
  /** The row of the form; undefined for a row that the form has not. */
  readonly spec?: RowSpec;
  /** Its label as printed; for a row without one that the form has not, its figures. */
  readonly label: string;
  readonly place: SourcePlace;
  /** One for each column of the fill. */
  readonly cells: readonly FillCell[];
}

/** A stretch of a statutory table under one header. */
export interface TableFill {
  readonly table: TableKey;
  /** Columns of the form that were found, in printed order. */
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly FillRow[];
  readonly place: SourcePlace;
}

/** A statutory table that was found among lines, as a block in their place. */
export interface FilledTable {
  readonly kind: 'filled';
  readonly fills: readonly TableFill[];
  readonly place: SourcePlace;
}
