/** The order in which a report is read: title, preface, sections with their tables, closing. */
import type { SectionKey, TableKey } from '../form/editions/index.js';

const TOP = ['', 'title', 'unit', 'year', 'edition', 'preface', 'sections', 'tables', 'closing'];

/** Where a node stands in that order; `rowOf` tells how far down its table a path in it lies. */
export function readingOrder(
  pointer: string,
  sections: readonly { readonly key: SectionKey }[],
  rowOf: (table: TableKey, path: string) => number = () => -1,
): readonly number[] {
  const parts = pointer.split('/').slice(1);
  if (parts[0] === 'tables') {
    const index = sections.findIndex((section) => section.key === parts[1]);
    return [6, index === -1 ? sections.length : index, 1, rowOf(parts[1] as TableKey, parts.slice(2).join('/'))];
  }
  if (parts[0] === 'sections') return [6, Number(parts[1] ?? -1), parts[2] === 'heading' ? -1 : 0, Number(parts[3] ?? -1)];
  const top = TOP.indexOf(parts[0] ?? '');
  return [top === -1 ? 0 : top, Number(parts[1] ?? -1), 0, 0];
}

/** Negative when `a` is read before `b`. */
export function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) {
    const difference = number - b[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
