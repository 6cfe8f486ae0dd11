/** How much of a report was examined, in words: silence is not a pass. */
import type { Lang } from '../../base/lang.js';
import type { Checks } from '../../judge/diagnostic.js';
import { previousWords } from './previous.js';

interface Words {
  readonly checked: (checks: Checks) => string;
  readonly blanks: (count: number) => string;
  readonly lost: (count: number) => string;
  readonly skipped: (count: number) => string;
  readonly aside: (count: number) => string;
  readonly unlisted: (count: number) => string;
  readonly between: string;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    checked: ({ tables, cells, relations, claims, rules }) =>
      `已核对 ${tables} 张表、${cells.figures} 个数、${relations} 条勾稽关系、正文 ${claims.compared} 处表述、${rules} 条规则。`,
    blanks: (count) => `${count} 格空白。`,
    lost: (count) => `${count} 格无法辨认。`,
    skipped: (count) => `另有 ${count} 条勾稽关系因有空白或无法辨认的数未能核对。`,
    aside: (count) => `正文另有 ${count} 处表述与表格口径不同或者不能断定，未作核对。`,
    unlisted: (count) => `同一处同类问题太多，另有 ${count} 个没有列出。`,
    between: '',
  },
  en: {
    checked: ({ tables, cells, relations, claims, rules }) =>
      `Checked ${plural(tables, 'table')}, ${plural(cells.figures, 'figure')}, ${plural(relations, 'sum')}, ${plural(claims.compared, 'statement')} of the text and ${plural(rules, 'rule')}.`,
    blanks: (count) => `${plural(count, 'cell')} blank.`,
    lost: (count) => `${plural(count, 'cell')} unreadable.`,
    skipped: (count) => `${plural(count, 'more sum')} could not be evaluated: a figure is blank or unreadable.`,
    aside: (count) => `${plural(count, 'more statement')} of the text not compared: they count something else, or it cannot be told.`,
    unlisted: (count) => `${plural(count, 'more finding')} of the same kind at the same place not listed.`,
    between: ' ',
  },
};

/** A few sentences on one line: what was examined, and what could not be. */
export function checksWords(checks: Checks, lang: Lang): string {
  const words = WORDS[lang];
  const aside = checks.claims.read - checks.claims.compared;
  return [
    words.checked(checks),
    checks.cells.blanks > 0 && words.blanks(checks.cells.blanks),
    checks.cells.lost > 0 && words.lost(checks.cells.lost),
    checks.relationsSkipped > 0 && words.skipped(checks.relationsSkipped),
    aside > 0 && words.aside(aside),
    checks.unlisted !== undefined && words.unlisted(checks.unlisted),
    checks.previous && previousWords(checks.previous, lang),
  ]
    .filter(Boolean)
    .join(words.between);
}
