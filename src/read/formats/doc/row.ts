/** The cells of a row, as the modifiers of its end say ([MS-DOC] 2.9.313 and the modifiers of tables, 2.6.3). */
import { i16, u8, u16 } from '../../../base/package/little-endian.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import { MAX_COLUMNS } from '../docx/draft-table.js';
import { eachSprm, SPRM } from './sprm.js';

/** A cell of a row. */
export interface RowCell {
  /** Its width in twips. */
  width: number;
  /** 0 unless it is merged with its neighbours: the first of them has another value than those that go on. */
  merged: number;
  vertical: 'restart' | 'continue' | undefined;
}

/** A row: where it begins and half the gap between its cells, in twips, and its cells. */
export interface RowShape {
  left: number;
  gap: number;
  cells: RowCell[];
}

const FIRST = 1;
const FURTHER = 2;

/** Reads the shape of a row; undefined where nothing says how its cells stand. @throws InputError `too-large`. */
export function rowShape(lists: readonly DataView[]): RowShape | undefined {
  let shape: RowShape | undefined;
  let gap = 0;
  const apply = (sprm: number, operand: DataView): void => {
    if (sprm === SPRM.tableGap) gap = i16(operand, 0);
    else if (sprm === SPRM.tableRow) shape = definition(operand, gap);
    else if (shape) change(shape, sprm, operand);
    if (shape && shape.cells.length > MAX_COLUMNS) throw tooLarge('表格列', 'table columns');
  };
  for (const list of lists) eachSprm(list, apply);
  return shape?.cells.some(({ width }) => width < 0) ? undefined : shape;
}

function definition(operand: DataView, gap: number): RowShape {
  const count = u8(operand, 2);
  const edge = (index: number): number => i16(operand, 3 + index * 2);
  const cells = Array.from({ length: count }, (_, index): RowCell => {
    const flags = u16(operand, 3 + (count + 1) * 2 + index * 20);
    return { width: edge(index + 1) - edge(index), merged: flags & 3, vertical: verticalOf((flags >> 5) & 3) };
  });
  return { left: edge(0), gap, cells };
}

function verticalOf(value: number): RowCell['vertical'] {
  if (value === 0) return undefined;
  return value === 1 ? 'continue' : 'restart';
}

/** Changes that are kept beside the definition of the row. */
function change(shape: RowShape, sprm: number, operand: DataView): void {
  const first = u8(operand, 0);
  const end = u8(operand, 1);
  const range = shape.cells.slice(first, end);
  switch (sprm) {
    case SPRM.tableLeft:
      // What is told is where the text begins.
      shape.left = i16(operand, 0) - shape.gap;
      return;
    case SPRM.tableInsert: {
      const cells = Array.from({ length: end }, (): RowCell => ({ width: i16(operand, 2), merged: 0, vertical: undefined }));
      shape.cells.splice(first, 0, ...cells);
      return;
    }
    case SPRM.tableDelete:
      shape.cells.splice(first, Math.max(0, end - first));
      return;
    case SPRM.tableWidth:
      for (const cell of range) cell.width = i16(operand, 2);
      return;
    case SPRM.tableMerge:
      for (const [index, cell] of range.entries()) cell.merged = index === 0 ? FIRST : FURTHER;
      return;
    case SPRM.tableSplit:
      for (const cell of range) cell.merged = 0;
      return;
    case SPRM.tableVertical: {
      const cell = shape.cells[u8(operand, 1)];
      if (cell) cell.vertical = verticalOf(u8(operand, 2) & 3);
      return;
    }
  }
}
