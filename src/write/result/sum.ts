/** Draws a sum as the part of the table it runs over, with the suspected cells marked. */
import type { Lang } from '../../base/lang.js';
import { displayWidth } from '../../base/text/width.js';
import { type CellSpec, editions } from '../../form/editions/index.js';
import { cellSpec, rowName, shortLabel } from '../../form/model/names.js';
import type { Diagnostic, Related } from '../../judge/diagnostic.js';
import type { Paint } from './paint.js';
import { clip, padEnd, padStart } from './wrap.js';

/** More terms than this on one side, and those that are 0 are left out. */
const MANY = 6;

/** One figure of a sum, and the sign before it as the figures stand: empty, + - = ≠ <. */
export interface Term {
  readonly cell: CellSpec;
  readonly side: 'left' | 'right';
  readonly sign: 1 | -1;
  readonly value: number | null;
  /** It is the suspected cell. */
  readonly marked: boolean;
}

/** A sum along one row or one column, its left side first. */
export interface DrawnSum {
  readonly along: 'row' | 'column';
  readonly terms: readonly (Term & { readonly operator: string })[];
  /** Addends of 0 that are left out; they would stand at the end of the left side. */
  readonly hidden: number;
}

/** How to draw. `width` is what is left of the terminal. */
export interface SumOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly paint: Paint;
  /** Pointers of cells that are probably wrong; the cell of the diagnostic itself is marked when none of them takes part, or all do. */
  readonly suspects: readonly string[];
}

/** That so many rows are left out. */
export const hiddenWords: { readonly [lang in Lang]: (count: number) => string } = {
  zh: (count) => `（其余 ${count} 行均为 0）`,
  en: (count) => `(the other ${count === 1 ? 'row is' : `${count} rows are`} 0)`,
};

/** The cells of the sum. A finding may leave out the cell it stands on itself: it is then the other side. */
function termsOf({ related, pointer, actual }: Diagnostic, suspects: readonly string[]): readonly Term[] {
  const sides = new Set(related.map((item) => item.side));
  const [side] = sides;
  const own = sides.size === 1 && side !== undefined && !related.some((item) => item.pointer === pointer);
  const rest = { pointer, value: typeof actual === 'number' ? actual : null, side: side === 'left' ? ('right' as const) : ('left' as const) };
  const items: readonly Pick<Related, 'pointer' | 'value' | 'side' | 'sign'>[] = own ? [...related, rest] : related;
  // Where every cell is as likely as the next, marking them all would say nothing.
  const likely = items.filter((item) => suspects.includes(item.pointer)).length;
  const takesPart = likely > 0 && likely < items.length;
  const terms = items.flatMap((item): readonly Term[] => {
    const cell = cellSpec(item.pointer);
    if (!cell || item.side === undefined) return [];
    const marked = takesPart ? suspects.includes(item.pointer) : item.pointer === pointer;
    return [{ cell, side: item.side, sign: item.sign ?? 1, value: item.value, marked }];
  });
  return terms.length === items.length ? terms : [];
}

/** The sign between the two sides, as the figures stand: = ≠ <. */
function comparison(terms: readonly Term[], ruleId: string): string {
  const side = (name: Term['side']): number =>
    terms.filter((term) => term.side === name).reduce((sum, term) => sum + term.sign * (term.value ?? Number.NaN), 0);
  const [left, right] = [side('left'), side('right')];
  if (Number.isNaN(left) || Number.isNaN(right) || left === right) return '=';
  const relation = editions.flatMap((edition) => edition.tables.flatMap((table) => table.relations)).find(({ rule }) => rule === ruleId);
  return relation?.comparison === '>=' && left < right ? '<' : '≠';
}

/** The sign before each term; the first term of the left side has none unless it is subtracted. */
function withOperators(terms: readonly Term[], between: string): DrawnSum['terms'] {
  return terms.map((term, index) => {
    if (term.side === 'right' && terms[index - 1]?.side !== 'right') return { ...term, operator: between };
    if (term.sign === -1) return { ...term, operator: '-' };
    return { ...term, operator: index === 0 ? '' : '+' };
  });
}

/** The sum that a finding speaks of; undefined when it is not about one along one row or one column. */
export function readSum(diagnostic: Diagnostic, suspects: readonly string[]): DrawnSum | undefined {
  const found = termsOf(diagnostic, suspects);
  const first = found[0];
  if (!first || new Set(found.map((term) => term.side)).size < 2) return undefined;
  if (found.some(({ cell }) => cell.table !== first.cell.table)) return undefined;
  const between = comparison(found, diagnostic.ruleId);
  const terms = [...found.filter((term) => term.side === 'left'), ...found.filter((term) => term.side === 'right')];
  if (terms.every(({ cell }) => cell.row.key === first.cell.row.key)) return { along: 'row', terms: withOperators(terms, between), hidden: 0 };
  if (terms.some(({ cell }) => cell.column.key !== first.cell.column.key)) return undefined;
  const many = (side: Term['side']): boolean => terms.filter((term) => term.side === side).length > MANY;
  const shown = terms.filter((term) => term.value !== 0 || term.marked || !many(term.side));
  return { along: 'column', terms: withOperators(shown, between), hidden: terms.length - shown.length };
}

const figure = ({ value, marked }: Term): string => (marked ? `►${value ?? '?'}◄` : String(value ?? '?'));

/** Right-aligned figure in which only the mark itself is coloured. */
function painted(term: Term, width: number, paint: Paint): string {
  const text = figure(term);
  return padStart('', width - displayWidth(text)) + (term.marked ? paint.mark(text) : text);
}

/** A sum along a row: the labels of its columns over their figures, on as many bands as the width asks for. */
function drawRow({ terms }: DrawnSum, { lang, width, paint }: SumOptions): readonly string[] {
  const columns = terms.map((term) => {
    const label = clip(lang === 'en' ? term.cell.column.en : shortLabel(term.cell.column.label), Math.max(4, width - 3));
    return { term, label, sign: term.operator === '' ? '' : `${term.operator} `, width: Math.max(displayWidth(label), displayWidth(figure(term))) };
  });
  const bands: (typeof columns)[] = [];
  let used = 0;
  for (const column of columns) {
    const needed = 1 + displayWidth(column.sign) + column.width;
    if (bands.length === 0 || used + needed > width) {
      bands.push([]);
      used = -1;
    }
    bands.at(-1)!.push(column);
    used += needed;
  }
  return bands.flatMap((band) => [
    paint.dim(band.map(({ label, sign, width: own }) => padStart(label, displayWidth(sign) + own)).join(' ')),
    band.map(({ term, sign, width: own }) => sign + painted(term, own, paint)).join(' '),
  ]);
}

/** A sum along a column: the rows concerned, one below the other. Of many addends those that are 0 are counted, not shown. */
function drawColumn({ terms, hidden }: DrawnSum, { lang, width, paint }: SumOptions): readonly string[] {
  const header = lang === 'en' ? terms[0]!.cell.column.en : shortLabel(terms[0]!.cell.column.label);
  const figures = Math.max(displayWidth(header), ...terms.map((term) => displayWidth(figure(term))));
  const labels = Math.min(Math.max(...terms.map((term) => displayWidth(rowName(term.cell.row, lang)))), Math.max(8, width - figures - 4));
  const lines = terms.map(
    (term) => `${padEnd(term.operator, 2)}${padEnd(clip(rowName(term.cell.row, lang), labels), labels)}  ${painted(term, figures, paint)}`,
  );
  const left = terms.filter((term) => term.side === 'left').length;
  if (hidden > 0) lines.splice(left, 0, paint.dim(`  ${hiddenWords[lang](hidden)}`));
  return [paint.dim(padStart(header, 2 + labels + 2 + figures)), ...lines];
}

/** The lines of the drawing; none when the diagnostic is not about a sum along one row or one column. */
export function drawSum(diagnostic: Diagnostic, options: SumOptions): readonly string[] {
  const sum = readSum(diagnostic, options.suspects);
  if (!sum) return [];
  return sum.along === 'row' ? drawRow(sum, options) : drawColumn(sum, options);
}
