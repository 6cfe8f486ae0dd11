/** Which figures of table 二 a phrase names. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { plus } from './cells.js';
import type { Context } from './context.js';
import type { Resolved } from './requests.js';
import { has, of, type Phrase, type Word } from './tree.js';

const COLUMNS: { readonly [verb: string]: readonly string[] } = { issued: ['issued', 'created'], repealed: ['repealed'], inForce: ['inForce'] };

/** Reads the figures of table 二 that a phrase names. */
export function resolveDisclosure(phrase: Phrase, names: readonly Word[], { documents, published }: Context): Resolved {
  const { words, figure } = phrase;
  const unit = figure!.number.unit;
  const one = (cells: readonly CellPointer[]): Resolved => ({ readings: cells.map((cell) => [plus(cell)]) });
  if (has(names, 'fees')) return unit === '元' ? one(['/tables/disclosure/fees/amount']) : { aside: 'ambiguous' };
  const decisions = of(names, 'decision');
  if (decisions.length > 0) {
    if (new Set(decisions.map(({ of: which }) => which)).size > 1 || has(names, 'document')) return { aside: 'ambiguous' };
    if (!has(words, 'decide') && (published || unit === '条' || unit === '项' || unit === '个')) return { aside: 'publication' };
    return one([cellPointer('disclosure', decisions[0]!.of, 'decisions')]);
  }
  const rows = new Set(of(names, 'document').flatMap(({ of: which }) => (which === 'any' ? [] : [which])));
  const row = [...rows][0] ?? documents;
  const verbs = of(names, 'verb');
  if (row === undefined) return { aside: 'foreign' };
  if (verbs.length === 0) return { aside: 'publication' };
  if (new Set(verbs.map(({ of: which }) => which)).size > 1 || rows.size > 1) return { aside: 'ambiguous' };
  return one(COLUMNS[verbs[0]!.of]!.map((column) => cellPointer('disclosure', row, column)));
}
