/** Which figures of table 二 a number counts. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { plus } from './claim.js';
import { type Frame, has, isQuantity, type WordToken } from './frame.js';
import type { Resolved } from './resolve-requests.js';

/** The documents that 文件 stands for after they were named. */
export type NamedDocuments = 'regulations' | 'normativeDocuments' | undefined;

/** Reads the figures of table 二 that the words of a frame name. `published`: the sentence speaks of publishing. */
export function resolveDisclosure(frame: Frame, words: readonly WordToken[], state: NamedDocuments, published: boolean): Resolved {
  const quantities = words.map(({ word }) => word).filter(isQuantity);
  const { unit } = frame.number.number;
  const one = (cells: readonly CellPointer[]): Resolved => ({ readings: cells.map((cell) => [plus(cell)]) });
  if (quantities.some(({ kind }) => kind === 'fees')) return unit === '元' ? one(['/tables/disclosure/fees/amount']) : { aside: 'ambiguous' };
  if (unit === '元') return { aside: 'ambiguous' };
  const decisions = quantities.filter((word) => word.kind === 'decision');
  if (decisions.length > 0) {
    if (decisions.length > 1 || quantities.some(({ kind }) => kind === 'document')) return { aside: 'ambiguous' };
    const decided = has(frame.before, 'decided') || has(frame.after, 'decided');
    if (!decided && (published || unit === '条' || unit === '项' || unit === '个')) return { aside: 'publication' };
    return one([cellPointer('disclosure', decisions[0]!.row, 'decisions')]);
  }
  const rows = quantities.filter((word) => word.kind === 'document');
  const verbs = quantities.filter((word) => word.kind === 'document-verb');
  const row = rows.find((word) => word.row !== undefined)?.row ?? (rows.length > 0 || verbs.length > 0 ? state : undefined);
  if (row === undefined) return { aside: 'foreign' };
  if (verbs.length === 0) return { aside: 'publication' };
  if (verbs.length > 1 || new Set(rows.map((word) => word.row).filter(Boolean)).size > 1) return { aside: 'ambiguous' };
  return one(verbs[0]!.columns.map((column) => cellPointer('disclosure', row, column)));
}
