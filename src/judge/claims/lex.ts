/** Parting a paragraph into sentences and each sentence into numbers, times, known words, marks and what is unknown between them. */
import { editions, tableSpec } from '../../form/editions/index.js';
import { outcomeCells } from './cells.js';
import { type Entry, lexicon, type Meaning } from './lexicon.js';
import { numberAt, type WrittenNumber } from './number.js';
import { compile, type Patterns } from './pattern.js';
import type { Lexed, Mark, Token } from './tree.js';

const MARKS: { readonly [character: string]: Mark } = {
  ',': ',',
  '，': ',',
  ';': ';',
  ':': ':',
  '(': '(',
  '[': '(',
  '【': '(',
  ')': ')',
  ']': ')',
  '】': ')',
};
const STOPS = new Set(['。', '!', '?', '\n', '.']);
const LONGEST_TITLE = 100;

/** A lexicon with the labels of the forms. */
export function compileLexicon(entries: readonly Entry[]): Patterns<Meaning> {
  const labels = [...outcomeCells().keys()].map((label) => ({ means: `outcome:${label}` as Meaning, say: label }));
  const columns = editions.flatMap(({ edition }) => tableSpec(edition, 'requests').blocks.flatMap((block) => block.columns));
  const applicants = columns.flatMap(({ key, label }) => (key === 'total' || label === '其他' ? [] : [{ means: `applicant:${key}` as Meaning, say: label }]));
  return compile([...labels, ...entries, ...applicants]);
}

let whole: Patterns<Meaning> | undefined;

/** The whole lexicon, compiled when it is first asked for. */
export function wholeLexicon(): Patterns<Meaning> {
  whole ??= compileLexicon(lexicon);
  return whole;
}

/** Full-width forms as half-width, except the comma: 100，200 are two numbers, 100,200 is one. Offsets stay. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff0b\uff0d-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

function numberToken(text: string, number: WrittenNumber): Token {
  const { start, end, unit, value } = number;
  if (unit === '年' && value >= 1990 && value < 2100) return { type: 'year', start, end: /[度底末]/.test(text[end] ?? '') ? end + 1 : end, year: value };
  if (unit === '月' && value >= 1 && value <= 12) {
    const day = /^\s?份?\s?(?:\d{1,2}\s?[日号])?/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    return { type: 'month', start, end: end + day, month: value };
  }
  return { type: 'number', start, end, number };
}

/** Whether a full stop of half width ends a sentence: not inside 3.5, 1.信息 or www.gov.cn. */
function isStop(text: string, at: number): boolean {
  return text[at] !== '.' || (!/\w/.test(text[at + 1] ?? '') && !/\w/.test(text[at - 1] ?? ''));
}

/** The token at `at` that is no mark, or undefined where nothing known begins. */
function known(text: string, at: number, words: Patterns<Meaning>): Token | undefined {
  const number = numberAt(text, at);
  if (number && !(number.value === 12345 && number.unit === '')) return numberToken(text, number);
  const found = words.longest(text, at);
  if (!found) return undefined;
  const [kind = '', of = ''] = found.meaning.split(':');
  return { type: 'word', start: at, end: found.end, kind: kind as Token extends { kind: infer Kind } ? Kind : never, of } as Token;
}

/** Where the title in 《》 that begins at `at` ends; `at` itself when it does not close. */
function titleEnd(text: string, at: number): number {
  const close = text.slice(at, at + LONGEST_TITLE).indexOf('》');
  return close === -1 ? at : at + close + 1;
}

/** The sentences of a paragraph; 。！？ and line breaks end one, ； does not. */
export function lex(raw: string, words: Patterns<Meaning> = wholeLexicon()): readonly Lexed[] {
  const text = narrow(raw);
  const sentences: Lexed[] = [];
  let tokens: Token[] = [];
  let begin = 0;
  /** Where what is not known yet began. */
  let gap = -1;
  const push = (token: Token | undefined, at: number): void => {
    if (gap !== -1) tokens.push({ type: 'gap', start: gap, end: at });
    gap = -1;
    if (token) tokens.push(token);
  };
  const close = (end: number): void => {
    push(undefined, end);
    if (tokens.length > 0) sentences.push({ start: begin, end, tokens });
    tokens = [];
    begin = end + 1;
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    const mark = MARKS[character];
    if (STOPS.has(character) && isStop(text, at)) close(at);
    else if (mark) push({ type: 'mark', start: at, end: at + 1, mark }, at);
    else if (character === '《' && titleEnd(text, at) > at) {
      const end = titleEnd(text, at);
      push({ type: 'title', start: at, end }, at);
      at = end;
      continue;
    } else if (/[\s“”"‘’'《》〈〉—-]/.test(character))
      push(character === '“' || character === '”' ? { type: 'quote', start: at, end: at + 1, opens: character === '“' } : undefined, at);
    else {
      const token = known(text, at, words);
      if (token) {
        push(token, at);
        at = token.end;
        continue;
      }
      if (gap === -1) gap = at;
    }
    at += 1;
  }
  close(text.length);
  return sentences;
}
