/** What is said of the differences between two versions of a report. */
import type { Lang } from '../../base/lang.js';
import { cellName, sectionName, tableName } from '../../form/model/names.js';
import type { CellState, Comparison, Difference, TextPart } from '../../judge/compare.js';

/** A comparison with the names of its files. */
export interface NamedComparison extends Comparison {
  readonly a: string;
  readonly b: string;
}

const WORDS = {
  zh: {
    title: '两份报告的差异',
    parts: { title: '标题', preface: '正文之前', closing: '落款' },
    states: { blank: '空白', unread: '未能读出', absent: '没有这一格' },
    kinds: { cell: '表格', fact: '标题', heading: '小标题', sentence: '文字' },
    only: { before: '只见于前者', after: '只见于后者' },
    text: '正文',
    place: '位置',
    alike: (cells: number, sentences: number): string => `一致：已比较 ${cells} 格、${sentences} 句，没有差异。`,
    different: (count: number, cells: number, sentences: number): string => `不一致：${count} 处差异（已比较 ${cells} 格、${sentences} 句）。`,
    notCompared: (names: string): string => `未比较：${names}，其中一份没有。`,
    join: '、',
  },
  en: {
    title: 'Differences between two reports',
    parts: { title: 'title', preface: 'before section 1', closing: 'signature' },
    states: { blank: 'blank', unread: 'not readable', absent: 'no such cell' },
    kinds: { cell: 'table', fact: 'title', heading: 'heading', sentence: 'text' },
    only: { before: 'only in the first', after: 'only in the second' },
    text: 'the running text',
    place: 'place',
    alike: (cells: number, sentences: number): string => `Alike: ${cells} cells and ${sentences} sentences compared, no difference.`,
    different: (count: number, cells: number, sentences: number): string =>
      `Different: ${count} ${count === 1 ? 'difference' : 'differences'} (${cells} cells and ${sentences} sentences compared).`,
    notCompared: (names: string): string => `Not compared, because one of the two has none: ${names}.`,
    join: ', ',
  },
} as const;

/** The words of a language. */
export function comparisonWords(lang: Lang): (typeof WORDS)[Lang] {
  return WORDS[lang];
}

function partName(part: TextPart, lang: Lang): string {
  const { parts } = WORDS[lang];
  return part === 'title' || part === 'preface' || part === 'closing' ? parts[part] : sectionName(part, lang);
}

/** Where a difference is, in words. */
export function differencePlace(difference: Difference, lang: Lang): string {
  if (difference.kind !== 'cell') return partName(difference.part, lang);
  return `${tableName(difference.table, lang)} ${cellName(difference.pointer, lang) ?? difference.pointer}`;
}

function stateWords(state: CellState, lang: Lang): string {
  return typeof state === 'number' ? String(state) : WORDS[lang].states[state];
}

/** The two sides of a difference in words; undefined where one has nothing. */
export function differenceSides(difference: Difference, lang: Lang): { readonly before: string | undefined; readonly after: string | undefined } {
  if (difference.kind === 'cell') return { before: stateWords(difference.before, lang), after: stateWords(difference.after, lang) };
  return { before: difference.before, after: difference.after };
}

/** The verdict and what was not compared, a line each. */
export function closingLines({ differences, cells, sentences, notCompared }: Comparison, lang: Lang): readonly string[] {
  const words = WORDS[lang];
  const names = notCompared.map((one) => (one === 'text' ? words.text : tableName(one, lang))).join(words.join);
  return [
    ...(names === '' ? [] : [words.notCompared(names)]),
    differences.length === 0 ? words.alike(cells, sentences) : words.different(differences.length, cells, sentences),
  ];
}
