/** The printed layout of a statutory table: its form as a rectangle of cells with spans. Which figure stands where, not what it is. */
import { type BlockSpec, type CellPointer, type ColumnSpec, cellPointer, type RowSpec, type TableKey, type TableSpec } from '../../form/editions/index.js';

/**
 * What a cell is: a block's heading over the whole width (第二十条第（一）项), the corner above the row labels, a banner over all
 * value columns (申请人情况), a label over several columns, the label of a column, of several rows, of a row, a figure.
 */
export type LayoutKind = 'heading' | 'corner' | 'banner' | 'column-group' | 'column' | 'row-group' | 'row' | 'value';

/** One printed cell. Slots are zero-based. */
export interface LayoutCell {
  readonly kind: LayoutKind;
  /** The printed label; empty for figures. */
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The figure that stands here. */
  readonly pointer?: CellPointer;
}

/** A printed table. */
export interface TableLayout {
  readonly table: TableKey;
  /** Slots per row; the first `labelWidth` of them hold row labels. */
  readonly width: number;
  readonly labelWidth: number;
  /** The cells that start in each row, from left to right. */
  readonly rows: readonly (readonly LayoutCell[])[];
  /** Leading rows that head the whole table, to be repeated on every page; 0 where each block has a header of its own. */
  readonly headerRows: number;
}

/** Rows and columns of a form that a table does not have. */
export interface Missing {
  readonly rows: readonly string[];
  readonly columns: readonly { readonly block: number; readonly column: string }[];
}

type Part = Omit<LayoutCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> & Partial<Pick<LayoutCell, 'rowSpan' | 'columnSpan'>>;

/** Lays out a form, without the rows and columns that are missing. */
export function layoutTable(spec: TableSpec, missing: Missing = { rows: [], columns: [] }): TableLayout {
  const blocks = spec.blocks.flatMap((block, index): readonly BlockSpec[] => {
    const columns = block.columns.filter(({ key }) => !missing.columns.some((gone) => gone.block === index && gone.column === key));
    const rows = block.rows.filter(({ key }) => !missing.rows.includes(key));
    return columns.length === 0 || rows.length === 0 ? [] : [{ ...block, columns, rows }];
  });
  const labelWidth = Math.max(0, ...blocks.flatMap(({ rows }) => rows.map((row) => (row.label === '' ? 0 : (row.groups?.length ?? 0) + 1))));
  const valueWidth = Math.max(0, ...blocks.map(({ columns }) => columns.length));
  const parts = blocks.flatMap((block) => [
    ...headingRow(block, labelWidth + valueWidth),
    ...headerRows(block, labelWidth, valueWidth),
    ...block.rows.map((row, index) => bodyRow(spec.key, block, index, row, labelWidth, valueWidth)),
  ]);
  const [only] = blocks;
  return {
    table: spec.key,
    width: labelWidth + valueWidth,
    labelWidth,
    rows: place(parts),
    headerRows: only && blocks.length === 1 && only.heading === undefined ? parts.length - only.rows.length : 0,
  };
}

function shares(a: readonly string[] | undefined, b: readonly string[] | undefined, level: number): boolean {
  return Array.from({ length: level + 1 }, (_, index) => index).every((index) => a?.[index] !== undefined && a[index] === b?.[index]);
}

/** How many neighbours from `index` on share their group of `level`; 0 when the one before shares it too. */
function run(lines: readonly (ColumnSpec | RowSpec)[], index: number, level: number): number {
  const groups = lines[index]!.groups;
  if (shares(groups, lines[index - 1]?.groups, level)) return 0;
  let length = 1;
  while (shares(groups, lines[index + length]?.groups, level)) length += 1;
  return length;
}

function headingRow({ heading }: BlockSpec, columnSpan: number): readonly (readonly Part[])[] {
  return heading === undefined ? [] : [[{ kind: 'heading', text: heading, columnSpan }]];
}

function headerRows(block: BlockSpec, labelWidth: number, valueWidth: number): readonly (readonly Part[])[] {
  const { columns } = block;
  const depth = Math.max(...columns.map(({ groups = [] }) => groups.length)) + 1;
  const rows: Part[][] = Array.from({ length: depth }, () => []);
  // Where a block has fewer columns than the table is wide, its last one takes the rest.
  const rest = valueWidth - columns.length;
  columns.forEach((column, index) => {
    const groups = column.groups ?? [];
    groups.forEach((text, level) => {
      const length = run(columns, index, level);
      if (length > 0) rows[level]!.push({ kind: 'column-group', text, columnSpan: index + length === columns.length ? length + rest : length });
    });
    rows[groups.length]!.push({
      kind: 'column',
      text: column.label,
      rowSpan: depth - groups.length,
      columnSpan: index === columns.length - 1 ? 1 + rest : 1,
    });
  });
  if (block.banner !== undefined) rows.unshift([{ kind: 'banner', text: block.banner, columnSpan: valueWidth }]);
  if (labelWidth > 0) rows[0]!.unshift({ kind: 'corner', text: block.corner ?? '', rowSpan: rows.length, columnSpan: labelWidth });
  return rows;
}

function bodyRow(table: TableKey, { rows, columns }: BlockSpec, index: number, row: RowSpec, labelWidth: number, valueWidth: number): readonly Part[] {
  const groups = row.groups ?? [];
  return [
    ...groups.flatMap((text, level): readonly Part[] => {
      const length = run(rows, index, level);
      return length === 0 ? [] : [{ kind: 'row-group', text, rowSpan: length }];
    }),
    ...(labelWidth === 0 ? [] : [{ kind: 'row', text: row.label, columnSpan: labelWidth - groups.length } as const]),
    ...columns.map(
      (column, position): Part => ({
        kind: 'value',
        text: '',
        columnSpan: position === columns.length - 1 ? valueWidth - position : 1,
        pointer: cellPointer(table, row.key, column.key),
      }),
    ),
  ];
}

/** Gives each cell the next free slot of its row, as HTML does. */
function place(rows: readonly (readonly Part[])[]): readonly (readonly LayoutCell[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((parts, row) => {
    let column = 0;
    return parts.map((part): LayoutCell => {
      while (taken[row]!.has(column)) column += 1;
      const cell = { rowSpan: 1, columnSpan: 1, ...part, row, column };
      for (let r = row; r < row + cell.rowSpan; r += 1) for (let c = column; c < column + cell.columnSpan; c += 1) taken[r]!.add(c);
      return cell;
    });
  });
}

/** The cells as slots: `slots[row][column]` is the cell that covers it. */
export function slotsOf(layout: TableLayout): readonly (readonly LayoutCell[])[] {
  const slots: LayoutCell[][] = layout.rows.map(() => []);
  for (const cell of layout.rows.flat()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) slots[row]![column] = cell;
    }
  }
  return slots;
}

/**
 * The height of every row such that each cell finds the height it needs; what a cell over several rows needs beyond theirs goes to
 * its last row. `least` is the height of an empty row, `between` what lies between two rows and belongs to cells that go through.
 */
export function rowHeights({ rows }: Pick<TableLayout, 'rows'>, need: (cell: LayoutCell) => number, least: number, between: number): readonly number[] {
  const heights = rows.map((row) => Math.max(least, ...row.filter(({ rowSpan }) => rowSpan === 1).map(need)));
  for (const cell of rows.flat()) {
    const last = cell.row + cell.rowSpan - 1;
    const have = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, between * (cell.rowSpan - 1));
    heights[last]! += Math.max(0, need(cell) - have);
  }
  return heights;
}
