/** Statements about all of something: 所有申请均已办结, 均获维持. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import type { Claim } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type WordToken } from './frame.js';
import type { ReadSentence } from './read.js';
import type { Token } from './tokens.js';
import type { DisputeResult, Word } from './vocabulary.js';

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

/** The words of a clause behind the token at `index`, up to the next mark or number. */
function rest(tokens: readonly Token[], index: number): readonly WordToken[] {
  const words: WordToken[] = [];
  for (const token of tokens.slice(index + 1)) {
    if (token.type === 'mark' || token.type === 'number') break;
    if (isWord(token)) words.push(token);
  }
  return words;
}

/** A statement about all, in its sentence. */
interface Statement {
  readonly sentence: ReadSentence;
  /** Words of the sentence before 均, and of its clause behind it. */
  readonly before: readonly WordToken[];
  readonly after: readonly WordToken[];
  /** The last figure compared before it in the sentence. */
  readonly counted: Claim | undefined;
  /** All figures compared before it in the sentence. */
  readonly figures: readonly Claim[];
  /** Whether the paragraph says such a word anywhere: some are left. */
  readonly admits: (left: (word: Word) => boolean) => boolean;
}

/** What must be 0 for a statement to be true. */
interface Denied {
  readonly kind: BrokenStatement['kind'];
  readonly to: WordToken;
  readonly cells: readonly CellPointer[];
}

/** 所有申请均已办结, 收到110件，均已答复: nothing may be carried forward. */
function aboutRequests({ before, after, counted, figures, admits }: Statement, done: number | null | undefined): Denied | undefined {
  const completed = after.find(({ word }) => word.kind === 'done');
  const to = completed ?? after.find(({ word }) => word.kind === 'answer');
  if (!to || admits(({ kind }) => kind === 'carried-out' || kind === 'unfinished')) return undefined;
  if (counted?.table === 'requests') {
    // Said of those completed or carried in, or of a number that is that of the completed anyway.
    // 新收31件，上年结转1件，均已办结 is said of both.
    const counts = (claim: Claim | undefined, row: string): boolean =>
      claim?.readings.flat().some(({ pointer }) => pointer.startsWith(`/tables/requests/${row}/`)) === true;
    const both = counts(counted, 'carriedOver') && !has(before, 'among', 'including') && counts(figures.at(-2), 'newlyReceived');
    if ((!counts(counted, 'newlyReceived') && !both) || counted.value === done) return undefined;
  } else if (!has(before, 'request') || (!has(before, 'every') && !has(before.slice(-3), 'request'))) return undefined;
  return { kind: completed ? 'completed' : 'answered', to, cells: [CARRIED_OUT] };
}

/** 行政复议8件，均获维持: nothing may have been corrected, ended otherwise or be pending. */
function aboutDisputes({ sentence, before, after, counted, admits }: Statement): Denied | undefined {
  const to = after.find(({ word }) => word.kind === 'result' && word.result === 'upheld');
  const named = before.findLast(({ word }) => word.kind === 'dispute')?.word;
  if (!to || named?.kind !== 'dispute' || counted?.table !== 'disputes') return undefined;
  const ended = has([...before, ...after], 'decided-part') || admits((word) => word.kind === 'result' && word.result === 'pending');
  const results: DisputeResult[] = ['corrected'];
  // 胜诉 leaves room for cases that were withdrawn, 维持 does not.
  if (sentence.text.slice(to.start, to.end).includes('维持')) results.push('other');
  if (!ended) results.push('pending');
  return { kind: 'upheld', to, cells: named.groups.flatMap((group) => results.map((result) => cellPointer('disputes', '', `${group}/${result}`))) };
}

/** What a sentence says of all requests or all cases, held against the tables. */
export function brokenStatements(sentences: readonly ReadSentence[], compared: readonly ComparedClaim[], value: CellValue): readonly BrokenStatement[] {
  const found: BrokenStatement[] = [];
  for (const sentence of sentences) {
    const { tokens, words, pointer } = sentence;
    if (sentence.doubt !== undefined || !has(words, 'all')) continue;
    for (const [index, token] of tokens.entries()) {
      if (!isWord(token) || token.word.kind !== 'all') continue;
      const previous = tokens.slice(0, index).findLast((other) => !isWord(other) || other.word.kind !== 'filler');
      // 均已全部 says it once.
      if (previous && isWord(previous) && previous.word.kind === 'all') continue;
      const before = words.filter(({ end }) => end <= token.start);
      const after = rest(tokens, index);
      if (has(after, 'not', 'none', 'unfinished', 'compound', 'except') || has(before, 'except', 'remaining', 'foreign')) continue;
      const figures = compared.flatMap(({ claim }) =>
        claim.pointer === pointer && claim.span[0] >= sentence.start && claim.span[1] <= token.start ? [claim] : [],
      );
      const admits = (left: (word: Word) => boolean): boolean =>
        sentences.some((other) => other.pointer === pointer && other.words.some(({ word }) => left(word)));
      const statement = { sentence, before, after, counted: figures.at(-1), figures, admits };
      const denied = aboutDisputes(statement) ?? aboutRequests(statement, value(DONE));
      const cells = denied?.cells.filter((cell) => (value(cell) ?? 0) > 0) ?? [];
      if (!denied || cells.length === 0) continue;
      found.push({ kind: denied.kind, pointer, span: [token.start, denied.to.end], cells, count: cells.reduce((sum, cell) => sum + value(cell)!, 0) });
    }
  }
  return found;
}
