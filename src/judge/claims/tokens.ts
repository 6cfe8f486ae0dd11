/** Parting a paragraph into sentences and each sentence into numbers, years, known words and marks. */
import { numberAt, type WrittenNumber } from './number.js';
import { eachPhrase, type Word } from './vocabulary.js';

interface Span {
  /** UTF-16 offsets in the paragraph, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A piece of a sentence that was understood; what lies between tokens was not. */
export type Token =
  | (Span & { readonly type: 'number'; readonly number: WrittenNumber })
  | (Span & { readonly type: 'year'; readonly year: number })
  /** 12月31日, 6月: the month alone matters. */
  | (Span & { readonly type: 'month'; readonly month: number })
  | (Span & { readonly type: 'word'; readonly word: Word })
  /** , ; : ( ) “, full-width marks as half-width. */
  | (Span & { readonly type: 'mark'; readonly mark: ',' | ';' | ':' | '(' | ')' });

/** A sentence with what was understood of it. */
export interface LexedSentence extends Span {
  readonly tokens: readonly Token[];
}

type Mark = ',' | ';' | ':' | '(' | ')';

const MARKS: readonly (readonly [string, Mark])[] = [
  [',，', ','],
  [';', ';'],
  [':', ':'],
  ['([【', '('],
  [')]】', ')'],
];

interface Phrase {
  readonly text: string;
  readonly word: Word;
}

/** What a character may begin. */
interface Beginning {
  readonly mark?: Mark;
  readonly ends?: true;
  readonly number?: true;
  /** The longest first once `sorted`. */
  readonly phrases: Phrase[];
  sorted: boolean;
}

let lexicon: ReadonlyMap<number, Beginning> | undefined;

/** What each character may begin, by its code. */
function beginnings(): ReadonlyMap<number, Beginning> {
  if (lexicon) return lexicon;
  const index = new Map<number, Beginning>();
  const begin = (characters: string, what: Pick<Beginning, 'mark' | 'ends' | 'number'>): void => {
    for (const character of characters) index.set(character.charCodeAt(0), { ...what, phrases: [], sorted: true });
  };
  for (const [characters, mark] of MARKS) begin(characters, { mark });
  begin('。!?\n.', { ends: true });
  begin('0123456789零〇一二三四五六七八九十百千两', { number: true });
  eachPhrase((text, word) => {
    const code = text.charCodeAt(0);
    const known = index.get(code);
    if (known) {
      known.phrases.push({ text, word });
      known.sorted = false;
    } else index.set(code, { phrases: [{ text, word }], sorted: true });
  });
  lexicon = index;
  return index;
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

const LONGEST_TITLE = 100;

/** Whether a full stop of half width ends a sentence: not inside 3.5, 1.信息 or www.gov.cn. */
function isStop(text: string, at: number): boolean {
  return text[at] !== '.' || (!/\w/.test(text[at + 1] ?? '') && !/\w/.test(text[at - 1] ?? ''));
}

/** The sentences of a paragraph; 。！？ and line breaks end one, ； does not. */
export function lex(raw: string): readonly LexedSentence[] {
  const text = narrow(raw);
  const index = beginnings();
  const sentences: LexedSentence[] = [];
  let tokens: Token[] = [];
  let begin = 0;
  /** Where the title in 《》 that the walk is inside of ends. */
  let titled = -1;
  const close = (end: number): void => {
    if (tokens.length > 0) sentences.push({ start: begin, end, tokens });
    tokens = [];
    begin = end + 1;
  };
  for (let at = 0; at < text.length; ) {
    const beginning = index.get(text.charCodeAt(at));
    if (!beginning) {
      if (text[at] === '《') titled = text.slice(at, at + LONGEST_TITLE).indexOf('》') + at;
      at += 1;
      continue;
    }
    if (beginning.ends) {
      if (isStop(text, at)) close(at);
      at += 1;
      continue;
    }
    if (beginning.mark) {
      tokens.push({ type: 'mark', start: at, end: at + 1, mark: beginning.mark });
      at += 1;
      continue;
    }
    const number = beginning.number ? numberAt(text, at) : undefined;
    if (number && !(number.value === 12345 && number.unit === '')) {
      const token = numberToken(text, number);
      // 《2023年年度报告》: the year belongs to the title, not to what the sentence counts.
      if (token.start > titled || (token.type !== 'year' && token.type !== 'month')) tokens.push(token);
      at = token.end;
      continue;
    }
    const start = at;
    if (!beginning.sorted) {
      // Most of the vocabulary is never met in a report: sorting waits until it is.
      beginning.phrases.sort((one, other) => other.text.length - one.text.length);
      beginning.sorted = true;
    }
    const phrase = beginning.phrases.find((candidate) => text.startsWith(candidate.text, start));
    if (phrase) tokens.push({ type: 'word', start, end: start + phrase.text.length, word: phrase.word });
    at += phrase ? phrase.text.length : 1;
  }
  close(text.length);
  return sentences;
}

/** What stands in `text` from `start` to `end` outside the tokens given, blanks and quotation marks left out. */
export function unread(text: string, start: number, end: number, tokens: readonly Token[]): string {
  let rest = '';
  let at = start;
  for (const token of tokens) {
    if (token.end <= start || token.start >= end) continue;
    rest += text.slice(at, Math.max(at, token.start));
    at = Math.max(at, token.end);
  }
  return (rest + text.slice(at, end)).replace(/[\s“”"‘’'《》〈〉—-]/g, '');
}
