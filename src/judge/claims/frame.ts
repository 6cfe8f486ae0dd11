/** The words around a number that say what it counts. */
import type { LexedSentence, Token } from './tokens.js';
import type { QuantityWord, Word } from './vocabulary.js';

/** A token that is a word. */
export type WordToken = Extract<Token, { type: 'word' }>;
/** A token that is a number. */
export type NumberToken = Extract<Token, { type: 'number' }>;

/** A number with its surroundings inside the clause. */
export interface Frame {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** All words of the sentence. */
  readonly words: readonly WordToken[];
  readonly number: NumberToken;
  /** Words between the number and the mark or number before it. */
  readonly before: readonly WordToken[];
  /** Where those begin. */
  readonly start: number;
  /** Words between the number and the next mark; none when another number follows first. */
  readonly after: readonly WordToken[];
}

const QUANTITIES: ReadonlySet<Word['kind']> = new Set<QuantityWord['kind']>([
  'receive',
  'receive-new',
  'handle',
  'done',
  'answer',
  'carried-in',
  'carried-out',
  'carried',
  'outcome',
  'open-outcome',
  'applicant',
  'dispute',
  'result',
  'unknown-result',
  'document',
  'document-verb',
  'decision',
  'fees',
]);

/** A sentence whose words were picked out. */
export interface WordedSentence extends LexedSentence {
  readonly words: readonly WordToken[];
}

/** Whether a word names figures of a table. */
export function isQuantity(word: Word): word is QuantityWord {
  return QUANTITIES.has(word.kind);
}

/** Whether one of the words is of one of the kinds. */
export function has(words: readonly WordToken[], ...kinds: readonly Word['kind'][]): boolean {
  return words.some(({ word }) => kinds.includes(word.kind));
}

const EMPTY: ReadonlySet<Word['kind']> = new Set<Word['kind']>(['filler', 'total', 'and', 'own', 'own-region', 'all']);

/** Whether a token is a word. */
export function isWord(token: Token): token is WordToken {
  return token.type === 'word';
}

/** Index of the bracket that opens before the closing one at `index`; -1 when there is none. */
function opening(tokens: readonly Token[], index: number): number {
  for (let i = index - 1; i >= 0; i -= 1) {
    const token = tokens[i]!;
    if (token.type === 'mark' && token.mark === '(') return i;
  }
  return -1;
}

function closes(token: Token | undefined): boolean {
  return token?.type === 'mark' && token.mark === ')';
}

function namesBefore(token: Token | undefined, bracket: Token): boolean {
  return token?.type === 'word' && token.end === bracket.start && isQuantity(token.word);
}

/** Index of the first token that belongs to the clause before the number at `index`. */
function clauseStart(
  text: string,
  tokens: readonly Token[],
  index: number,
  begin: number,
): { readonly first: number; readonly offset: number; readonly comma: boolean } {
  // 其中1件维持、2件终止: the words before belong to the number before.
  const { start } = tokens[index]!;
  if (text[start - 1] === '、' && tokens[index - 2]?.type === 'word') {
    let before = index - 2;
    while (tokens[before]?.type === 'word') before -= 1;
    if (tokens[before]?.type === 'number') return { first: index, offset: start, comma: false };
  }
  for (let i = index - 1; i >= 0; i -= 1) {
    const token = tokens[i]!;
    if (token.type === 'number') return { first: i + 1, offset: token.end, comma: false };
    if (token.type !== 'mark') continue;
    if (token.mark === ':' && text.slice(token.end, tokens[index]!.start).trim() === '') continue;
    // 来自自然人（3件）和商业企业（4件）: the name stands before the bracket that holds nothing but its number.
    if (token.mark === '(' && i === index - 1 && closes(tokens[index + 1]) && namesBefore(tokens[i - 1], token)) continue;
    if (token.mark === ')') {
      const open = opening(tokens, i);
      // 不予处理1件（重复申请）、其他处理2件: a bracket right behind a number speaks of that number alone.
      const before = tokens[open - 1];
      const own = before?.type === 'number' && before.end === tokens[open]!.start;
      if (open !== -1 && !own && !tokens.slice(open, i).some(({ type }) => type === 'number')) {
        i = open;
        continue;
      }
    }
    return { first: i + 1, offset: token.end, comma: token.mark === ',' };
  }
  return { first: 0, offset: begin, comma: false };
}

/** The words of a bracket right behind the number, when it holds no number: 7件（一审案件）. */
function remark(tokens: readonly Token[], index: number): readonly WordToken[] {
  const next = tokens[index + 1];
  if (next?.type !== 'mark' || next.mark !== '(' || next.start !== tokens[index]!.end) return [];
  const close = tokens.findIndex((token, at) => at > index && token.type === 'mark' && token.mark === ')');
  const inside = tokens.slice(index + 2, close === -1 ? tokens.length : close);
  return inside.some(({ type }) => type === 'number' || type === 'year') ? [] : inside.filter((token) => isWord(token)).filter(({ word }) => !isQuantity(word));
}

/** The frame of the number at `index` of a sentence. 共计35件 after a comma is read with the clause before it. */
export function frameOf(text: string, { start: begin, tokens, words }: WordedSentence, index: number): Frame {
  const number = tokens[index] as NumberToken;
  let { first, offset, comma } = clauseStart(text, tokens, index, begin);
  let last = index + 1;
  const ends = (token: Token): boolean => token.type === 'mark' || token.type === 'number' || text[token.start] === '、';
  while (last < tokens.length && !ends(tokens[last]!)) last += 1;
  const open = tokens[last]?.type === 'number';
  const after = open ? [] : tokens.slice(index + 1, last).filter(isWord);
  const empty = tokens.slice(first, index).every((token) => isWord(token) && EMPTY.has(token.word.kind));
  if (comma && empty && first >= 2 && text.slice(offset, number.start).length <= 6 && !after.some(({ word }) => isQuantity(word))) {
    const earlier = clauseStart(text, tokens, first - 1, begin);
    // 其中1件予以公开，1件因…: the words before the comma are those of the number before them.
    if (tokens[earlier.first - 1]?.type !== 'number') ({ first, offset } = earlier);
  }
  return {
    text,
    tokens,
    words,
    number,
    before: tokens.slice(first, index).filter(isWord),
    start: offset,
    after: [...after, ...remark(tokens, index)],
  };
}
