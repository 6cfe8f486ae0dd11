/** Statements about all of something: 所有申请均已办结, 均获维持. */
import { type CellPointer, cellPointer } from '../editions/index.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type WordToken } from './frame.js';
import type { ReadSentence } from './read.js';
import type { Token } from './tokens.js';
import type { DisputeGroup, DisputeResult } from './vocabulary.js';

/** A statement about all that the tables contradict. */
export interface BrokenStatement {
  readonly kind: 'completed' | 'answered' | 'upheld';
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** The cells that are not 0 though they must be. */
  readonly cells: readonly CellPointer[];
  readonly count: number;
}

const CARRIED_OUT: CellPointer = '/tables/requests/carriedForward/total';
const DONE: CellPointer = '/tables/requests/outcomes/total/total';
const GROUPS: readonly DisputeGroup[] = ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'];

/** The words of a clause behind the token at `index`, up to the next mark or number. */
function rest(tokens: readonly Token[], index: number): readonly WordToken[] {
  const words: WordToken[] = [];
  for (const token of tokens.slice(index + 1)) {
    if (token.type === 'mark' || token.type === 'number') break;
    if (isWord(token)) words.push(token);
  }
  return words;
}

/** Sentences with a statement whose paragraph says itself that some are left. */
function admits(sentences: readonly ReadSentence[], pointer: string, kinds: (token: Token, index: number, tokens: readonly Token[]) => boolean): boolean {
  return sentences.some((sentence) => sentence.pointer === pointer && sentence.tokens.some(kinds));
}

/** What a sentence says of all requests or all cases, held against the tables. */
export function brokenStatements(sentences: readonly ReadSentence[], compared: readonly ComparedClaim[], value: CellValue): readonly BrokenStatement[] {
  const found: BrokenStatement[] = [];
  for (const sentence of sentences) {
    const { tokens, pointer, text, doubt } = sentence;
    if (doubt !== undefined) continue;
    tokens.forEach((token, index) => {
      const before = tokens.slice(0, index).findLast((other) => !isWord(other) || other.word.kind !== 'filler');
      // 均已全部 says it once.
      if (!isWord(token) || token.word.kind !== 'all' || (before && isWord(before) && before.word.kind === 'all')) return;
      const words = rest(tokens, index);
      const earlier = tokens.slice(0, index).filter(isWord);
      if (has(words, 'not', 'none', 'unfinished', 'compound', 'except') || has(earlier, 'except', 'remaining', 'foreign')) return;
      const last = compared.filter(({ claim }) => claim.pointer === pointer && claim.span[0] >= sentence.start && claim.span[1] <= token.start).at(-1)?.claim;
      const outcome = words.find(({ word }) => word.kind === 'result');
      const completed = words.find(({ word }) => word.kind === 'done');
      const answered = words.find(({ word }) => word.kind === 'answer');
      const add = (kind: BrokenStatement['kind'], to: WordToken, cells: readonly CellPointer[]): void => {
        const broken = cells.filter((cell) => (value(cell) ?? 0) > 0);
        if (broken.length === 0) return;
        found.push({ kind, pointer, span: [token.start, to.end], cells: broken, count: broken.reduce((sum, cell) => sum + value(cell)!, 0) });
      };
      if (outcome?.word.kind === 'result' && outcome.word.result === 'upheld') upheld(outcome, earlier, words, last?.table === 'disputes', add);
      else if (completed ?? answered) {
        if (!earlier.some(({ word }) => word.kind === 'request') && last?.table !== 'requests') return;
        if (admits(sentences, pointer, (other) => isWord(other) && (other.word.kind === 'carried-out' || other.word.kind === 'unfinished'))) return;
        // Said of those completed or carried in; or the number is of those completed anyway.
        const about = last?.table === 'requests' ? last : undefined;
        const names = about?.readings.flat().map((term) => term.pointer) ?? [];
        if (about && (about.value === value(DONE) || !names.some((name) => name.startsWith('/tables/requests/newlyReceived/')))) return;
        if (!about && !has(earlier, 'every') && !has(earlier.slice(-3), 'request')) return;
        add(completed ? 'completed' : 'answered', (completed ?? answered)!, [CARRIED_OUT]);
      }
    });

    function upheld(
      outcome: WordToken,
      earlier: readonly WordToken[],
      words: readonly WordToken[],
      counted: boolean,
      add: (kind: 'upheld', to: WordToken, cells: readonly CellPointer[]) => void,
    ): void {
      const groups = earlier.findLast(({ word }) => word.kind === 'dispute')?.word;
      if (groups?.kind !== 'dispute' || !counted) return;
      const ended = has([...earlier, ...words], 'decided-part');
      const pending = admits(sentences, pointer, (other) => isWord(other) && other.word.kind === 'result' && other.word.result === 'pending');
      const results: readonly DisputeResult[] = [
        'corrected',
        ...(text.slice(outcome.start, outcome.end).includes('维持') ? (['other'] as const) : []),
        ...(ended || pending ? [] : (['pending'] as const)),
      ];
      const named = GROUPS.filter((group) => groups.groups.includes(group));
      add(
        'upheld',
        outcome,
        named.flatMap((group) => results.map((result) => cellPointer('disputes', '', `${group}/${result}`))),
      );
    }
  }
  return found;
}
