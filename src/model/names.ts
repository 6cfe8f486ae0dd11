/** What nodes of the model are called in messages: the printed labels, shortened as a person would say them. */
import type { Lang } from '../diagnostic.js';
import { type CellSpec, type ColumnSpec, cellsOf, editions, type RowSpec, tableSpec } from '../editions/index.js';

/** A printed label without its explanatory bracket: （二）部分公开（区分处理的…） is （二）部分公开. */
export function shortLabel(label: string): string {
  return label.replace(/(?<=.)（[^（）]*）$/u, '') || label;
}

/** A row with the group it belongs to: （五）不予处理 2.重复申请. */
export function rowName(row: RowSpec, lang: Lang = 'zh'): string {
  if (lang === 'en') return row.en;
  return [...(row.groups ?? []).slice(1), shortLabel(row.label)].join(' ').trim();
}

/** A column; with the group it belongs to where its own label says too little (其他, 总计 of table 四). */
export function columnName(column: ColumnSpec, siblings: readonly ColumnSpec[], lang: Lang = 'zh'): string {
  if (lang === 'en') return column.en;
  const ambiguous = column.label === '其他' || siblings.some((other) => other !== column && other.label === column.label);
  return ambiguous ? [...(column.groups ?? []), shortLabel(column.label)].join(' ') : shortLabel(column.label);
}

const cells = new Map<string, CellSpec>();

/** The specification of a cell by its pointer, in whichever edition has it; the newest form's wording wins. */
export function cellSpec(pointer: string): CellSpec | undefined {
  if (cells.size === 0) {
    for (const edition of editions) {
      for (const { key } of edition.tables) for (const cell of cellsOf(tableSpec(edition.edition, key))) cells.set(cell.pointer, cell);
    }
  }
  return cells.get(pointer);
}

/** A cell in words: （五）不予处理 2.重复申请 × 商业企业. Undefined when the pointer names no cell. */
export function cellName(pointer: string, lang: Lang = 'zh'): string | undefined {
  const cell = cellSpec(pointer);
  if (!cell) return undefined;
  return [rowName(cell.row, lang), columnName(cell.column, cell.block.columns, lang)].filter((part) => part !== '').join(' × ');
}
