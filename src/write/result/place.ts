/** Where a finding stands, in words. */
import type { Lang } from '../../base/lang.js';
import { cellsOf, editions } from '../../form/editions/index.js';
import { cellName, nodeName, sectionName, tableName } from '../../form/model/names.js';
import { isWithin } from '../../form/model/pointer.js';
import type { Diagnostic, Place } from '../../judge/diagnostic.js';

interface Words {
  readonly title: string;
  readonly preface: string;
  readonly closing: string;
  readonly whole: string;
  readonly line: (line: number, character?: number) => string;
  readonly paragraph: (paragraph: number, character?: number) => string;
  readonly page: (page: number) => string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    title: '标题',
    preface: '正文之前',
    closing: '落款',
    whole: '全文',
    line: (line, character) => `第 ${line} 行${character === undefined ? '' : `第 ${character} 字`}`,
    paragraph: (paragraph, character) => `第 ${paragraph} 段${character === undefined ? '' : `第 ${character} 字`}`,
    page: (page) => `第${page}页`,
  },
  en: {
    title: 'title',
    preface: 'preface',
    closing: 'closing',
    whole: 'whole report',
    line: (line, character) => `line ${line}${character === undefined ? '' : `, character ${character}`}`,
    paragraph: (paragraph, character) => `paragraph ${paragraph}${character === undefined ? '' : `, character ${character}`}`,
    page: (page) => `page ${page}`,
  },
};

/**
 * Line and column for tools; both 1-based. In a Word file, which has no lines, the ordinal of the paragraph and the offset in its text;
 * in a file of fixed layout the page.
 */
export interface Position {
  readonly line: number;
  readonly column?: number;
}

/** The position of a place; line 1 when the place has none. */
export function positionOf(place: Place): Position {
  if (place.line !== undefined) return { line: place.line, ...(place.columnNumber === undefined ? {} : { column: place.columnNumber }) };
  return { line: place.paragraph ?? place.page ?? 1, ...(place.paragraph === undefined || !place.span ? {} : { column: place.span[0] + 1 }) };
}

/** The position in words: 第 120 行, 第 12 段第 5 字, 第3页. Empty when the place has none. */
export function positionWords(place: Place, lang: Lang): string {
  const { line, column } = positionOf(place);
  const character = place.span ? column : undefined;
  if (place.line !== undefined) return WORDS[lang].line(line, character);
  if (place.page !== undefined) return WORDS[lang].page(place.page);
  return place.paragraph === undefined ? '' : WORDS[lang].paragraph(line, character);
}

function sectionWords({ place, pointer }: Pick<Diagnostic, 'place' | 'pointer'>, lang: Lang): string {
  const key = place.sectionKey ?? place.table;
  if (lang === 'zh' && place.section !== undefined) return place.section;
  if (key !== undefined) return sectionName(key, lang);
  const top = pointer.split('/')[1];
  return top === 'title' || top === 'preface' || top === 'closing' ? WORDS[lang][top] : WORDS[lang].whole;
}

/** What a finding speaks of, without its section: （五）不予处理 2.重复申请 × 商业企业. Empty for running text and whole tables. */
export function nodeWords(pointer: string, lang: Lang): string {
  const cell = cellName(pointer, lang);
  if (cell !== undefined) return cell;
  const key = /^\/tables\/(\w+)\/./.exec(pointer)?.[1];
  for (const { tables } of editions.toReversed()) {
    const spec = tables.find((table) => table.key === key);
    if (!spec || !cellsOf(spec).some((cell) => isWithin(cell.pointer, pointer))) continue;
    const name = nodeName(pointer, spec, lang);
    return name === tableName(spec.key, lang) ? '' : name;
  }
  return '';
}

/** Section and node: 三、收到和处理政府信息公开申请情况 › （五）不予处理 2.重复申请 × 商业企业. */
export function placeWords(diagnostic: Pick<Diagnostic, 'place' | 'pointer'>, lang: Lang): string {
  return [sectionWords(diagnostic, lang), nodeWords(diagnostic.pointer, lang)].filter((part) => part !== '').join(' › ');
}
