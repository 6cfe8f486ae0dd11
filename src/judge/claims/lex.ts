/** Parting a paragraph into sentences and each sentence into numbers, times, known words, marks and what is unknown between them. */
import { editions, tableSpec } from '../../form/editions/index.js';
import { outcomeCells } from './cells.js';
import { type Entry, lexicon, type Meaning } from './lexicon.js';
import { numberAt, type WrittenNumber } from './number.js';
import { compile, type Patterns, SOFT } from './pattern.js';
import type { Kind, Lexed, Mark, Token, Word } from './tree.js';

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

/** A line that was broken by hand inside a sentence: not behind a mark or a figure, not behind a heading, not before the next numbered item. */
const BROKEN = /(?<![。！？；：!?;:\d件份条宗起例次%])\n(?!\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是))/g;
const HEADING = /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])[^，。,；]{0,24}$/;

/** Line breaks inside sentences as a sign that reading passes over. Offsets stay. */
function unbroken(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(BROKEN, (mark, at: number) => (HEADING.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)) ? mark : SOFT));
}

/** Full-width forms as half-width, except the comma: 100，200 are two numbers, 100,200 is one. Offsets stay. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff0b\uff0d-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

function numberToken(text: string, number: WrittenNumber): Token {
  const { start, end, unit, value } = number;
  // 2024年初 is the end of the year before.
  const early = text[end] === '初';
  if (unit === '年' && value >= 1990 && value < 2100)
    return { type: 'year', start, end: early || /[度底末]/.test(text[end] ?? '') ? end + 1 : end, year: early ? value - 1 : value };
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

const parted = new Map<Meaning, Pick<Word, 'kind' | 'of'>>();

/** A meaning as a kind and which of that kind, one pair for all words that share it. */
function partsOf(meaning: Meaning): Pick<Word, 'kind' | 'of'> {
  const known = parted.get(meaning);
  if (known) return known;
  const [kind, of = ''] = meaning.split(':');
  const parts = { kind: kind as Kind, of };
  parted.set(meaning, parts);
  return parts;
}

/** The token at `at` that is no mark, or undefined where nothing known begins. */
function known(text: string, at: number, words: Patterns<Meaning>): Token | undefined {
  const number = numberAt(text, at);
  if (number && !(number.value === 12345 && number.unit === '')) return numberToken(text, number);
  const found = words.longest(text, at);
  if (!found) return undefined;
  return { type: 'word', start: at, end: found.end, ...partsOf(found.meaning) };
}

/** Where the title in 《》 that begins at `at` ends; `at` itself when it does not close. */
function titleEnd(text: string, at: number): number {
  const close = text.slice(at, at + LONGEST_TITLE).indexOf('》');
  return close === -1 ? at : at + close + 1;
}

/** The sentences of a paragraph; 。！？ and line breaks end one, ； does not. */
export function lex(raw: string, words: Patterns<Meaning> = wholeLexicon()): readonly Lexed[] {
  const text = narrow(unbroken(raw));
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
    // Most characters are letters, which part nothing.
    const letter = character >= '一' && character <= '龥';
    const mark = letter ? undefined : MARKS[character];
    if (!letter && STOPS.has(character) && isStop(text, at)) close(at);
    else if (mark) push({ type: 'mark', start: at, end: at + 1, mark }, at);
    else if (character === '《' && titleEnd(text, at) > at) {
      const end = titleEnd(text, at);
      push({ type: 'title', start: at, end }, at);
      at = end;
      continue;
    } else if (!letter && /[\s“”"‘’'《》〈〉—-]/.test(character))
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
