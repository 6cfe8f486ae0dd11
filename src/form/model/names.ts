/** What nodes of the model are called in messages: the printed labels, shortened as a person would say them. */
import type { Lang } from '../../base/lang.js';
import {
  type CellSpec,
  type ColumnSpec,
  cellsOf,
  editions,
  type RowSpec,
  type SectionKey,
  type TableKey,
  type TableSpec,
  tableSpec,
} from '../editions/index.js';
import { isWithin } from './pointer.js';

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

const NUMERALS = '一二三四五六七八九十';

/** A section as the form prints it, with its number: 三、收到和处理政府信息公开申请情况. The same in every edition. */
export function sectionName(key: SectionKey, lang: Lang = 'zh'): string {
  const { sections } = editions[0]!;
  const index = sections.findIndex((section) => section.key === key);
  const section = sections[index]!;
  return lang === 'en' ? `section ${index + 1} (${section.en})` : `${NUMERALS[index]}、${section.title}`;
}

/** A table, named after the section it stands in: “三、收到和处理政府信息公开申请情况”表. */
export function tableName(key: TableKey, lang: Lang = 'zh'): string {
  const section = editions[0]!.sections.find((candidate) => candidate.table === key)!;
  return lang === 'en' ? `the table of ${sectionName(section.key, 'en')}` : `“${sectionName(section.key)}”表`;
}

function commonStart<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const first = lists[0] ?? [];
  const end = first.findIndex((item, index) => lists.some((list) => list[index] !== item));
  return end === -1 ? first : first.slice(0, end);
}

/** A table, a row, a group of rows or columns, or a cell of `spec`, in words: “（三）不予公开”, “行政诉讼”. */
export function nodeName(pointer: string, spec: TableSpec, lang: Lang = 'zh'): string {
  if (pointer === `/tables/${spec.key}`) return tableName(spec.key, lang);
  const within = cellsOf(spec).filter((cell) => isWithin(cell.pointer, pointer));
  if (within.length === 1 && within[0]?.pointer === pointer) return cellName(pointer, lang) ?? '';
  const rows = [...new Set(within.map((cell) => cell.row))];
  const named = rows[0]?.key === '' ? within.map((cell) => cell.column) : rows;
  if (named.length === 1) return rowName(rows[0]!, lang);
  if (lang === 'en')
    return commonStart(named.map(({ en }) => [...en]))
      .join('')
      .replace(/[\s,]+$/, '');
  return commonStart(named.map(({ groups }) => groups ?? [])).at(-1) ?? tableName(spec.key);
}
