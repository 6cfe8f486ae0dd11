/** Parting a paragraph into sentences and each sentence into numbers, years, known words and marks. */
import { numberAt, type WrittenNumber } from './number.js';
import { vocabulary, type Word } from './vocabulary.js';

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

const MARKS: { readonly [mark: string]: ',' | ';' | ':' | '(' | ')' } = {
  ',': ',',
  '，': ',',
  ';': ';',
  ':': ':',
  '(': '(',
  ')': ')',
  '[': '(',
  ']': ')',
  '【': '(',
  '】': ')',
};

interface Phrase {
  readonly text: string;
  readonly word: Word;
}

let phrases: ReadonlyMap<string, readonly Phrase[]> | undefined;

/** Phrases by their first character, the longest first. */
function lexicon(): ReadonlyMap<string, readonly Phrase[]> {
  if (phrases) return phrases;
  const index = new Map<string, Phrase[]>();
  for (const [text, word] of vocabulary()) {
    const first = text[0]!;
    const list = index.get(first);
    if (list) list.push({ text, word });
    else index.set(first, [{ text, word }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  phrases = index;
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
  if (unit === '年' && value >= 1990 && value < 2100) return { type: 'year', start, end: text[end] === '度' ? end + 1 : end, year: value };
  if (unit === '月' && value >= 1 && value <= 12) {
    const day = /^\s?份?\s?(?:\d{1,2}\s?[日号])?/.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    return { type: 'month', start, end: end + day, month: value };
  }
  return { type: 'number', start, end, number };
}

/** The sentences of a paragraph; 。！？ and line breaks end one, ； does not. */
export function lex(raw: string): readonly LexedSentence[] {
  const text = narrow(raw);
  const index = lexicon();
  const sentences: LexedSentence[] = [];
  let tokens: Token[] = [];
  let begin = 0;
  const close = (end: number): void => {
    if (tokens.length > 0) sentences.push({ start: begin, end, tokens });
    tokens = [];
    begin = end + 1;
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    const code = text.charCodeAt(at);
    if (
      character === '。' ||
      character === '!' ||
      character === '?' ||
      character === '\n' ||
      (character === '.' && !/[\d\w]/.test(text[at + 1] ?? '') && !/[\d\w]/.test(text[at - 1] ?? ''))
    ) {
      close(at);
      at += 1;
      continue;
    }
    const mark = MARKS[character];
    if (mark) {
      tokens.push({ type: 'mark', start: at, end: at + 1, mark });
      at += 1;
      continue;
    }
    const digit = code >= 48 && code <= 57;
    const number = digit || '零〇一二三四五六七八九十百千两'.includes(character) ? numberAt(text, at) : undefined;
    if (number && !(number.value === 12345 && number.unit === '')) {
      const token = numberToken(text, number);
      tokens.push(token);
      at = token.end;
      continue;
    }
    const phrase = index.get(character)?.find((candidate) => text.startsWith(candidate.text, at));
    if (phrase) {
      tokens.push({ type: 'word', start: at, end: at + phrase.text.length, word: phrase.word });
      at += phrase.text.length;
    } else {
      at += 1;
    }
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
