/** Which figures of table 三 a phrase names. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { applicantWays, type ClaimReading, inColumns, outcomeCells, plus, rowTotal } from './cells.js';
import type { AsideReason } from './claim.js';
import type { Context } from './context.js';
import { has, of, type Phrase, type Word } from './tree.js';

/** The readings a figure may have, or why there are none. */
export type Resolved = { readonly readings: readonly ClaimReading[]; readonly doubt?: 'subset' } | { readonly aside: AsideReason };

const NEW = rowTotal('newlyReceived');
const IN = rowTotal('carriedOver');
const DONE = rowTotal('outcomes/total');
const OUT = rowTotal('carriedForward');

/** What a bare number of requests may be. */
const ANY: readonly ClaimReading[] = [[NEW], [NEW, IN], [DONE]];

/** The direction of 结转: into the year, out of it, or not said. */
export type Direction = 'in' | 'out' | 'open';

const STRONG = /^(?:结转|转结|顺延|遗留|结余|跨年)/;

/** Whether a phrase speaks of requests that were carried from or into another year, and which way. */
export function direction(text: string, { tokens, words }: Phrase, year: number | undefined): Direction | undefined {
  if (has(words, 'compare')) return undefined;
  const carry = words.find(({ kind }) => kind === 'carry');
  const names = (offset: number): boolean => year !== undefined && tokens.some((token) => token.type === 'year' && token.year === year + offset);
  const future = has(words, 'future') || names(1);
  const past = has(words, 'past') || names(-1);
  if (!carry && !future && !past) return undefined;
  if (carry) {
    const strong = words.some((word) => word.kind === 'carry' && STRONG.test(text.slice(word.start, word.end)));
    return future ? 'out' : past ? 'in' : strong ? 'open' : undefined;
  }
  if (future && has(words, 'handle', 'answer', 'done', 'unfinished', 'filler'))
    return has(words, 'handle', 'answer', 'done', 'unfinished') || continues(text, words) ? 'out' : undefined;
  return past && (has(words, 'unfinished', 'left') || isPending(words)) ? 'in' : undefined;
}

function continues(text: string, words: readonly Word[]): boolean {
  return words.some(({ kind, start, end }) => kind === 'filler' && text.slice(start, end).startsWith('继续'));
}

/** 尚未办结 of requests is told by a word that also ends cases. */
export function isPending(words: readonly Word[]): boolean {
  return words.some(({ kind, of: which }) => kind === 'result' && which === 'pending');
}

function minus(reading: ClaimReading, cells: readonly CellPointer[]): ClaimReading {
  return [...reading, ...cells.map((pointer) => ({ pointer, sign: -1 as const }))];
}

/** The cells of an outcome word, one list for each way the editions divide them. */
export function outcomeWays(word: Word): readonly (readonly CellPointer[])[] {
  if (word.kind === 'grant') return outcomeCells().get('予以公开')!;
  if (word.kind === 'cells') return [[cellPointer('requests', `outcomes/${word.of}`, 'total')]];
  return outcomeCells().get(word.of)!;
}

/** What a verb may count. `namesIn`: the sentence counts those carried in apart; `namesOut`: it divides all into those answered and carried out. */
function verbReadings(kind: Word['kind'], { names }: Context): readonly ClaimReading[] {
  // 其中办结 and 收到…件，办结… may speak of this year's requests alone.
  const done: readonly ClaimReading[] = names.has('carriedOver') ? [[DONE]] : [[DONE], minus([DONE], [IN.pointer])];
  switch (kind) {
    case 'receive':
    case 'raise':
      return [[NEW], [NEW, IN]];
    case 'new':
      return [[NEW]];
    case 'done':
      return done;
    case 'answer': {
      if (names.has('carriedForward')) return done;
      // 答复 may leave out the requests that were not processed or ended otherwise.
      const [notProcessed, other] = [outcomeCells().get('不予处理')!, outcomeCells().get('其他处理')!];
      const both = notProcessed.flatMap((a) => other.map((b) => [...a, ...b]));
      return [...done, ...[...notProcessed, ...other, ...both].map((cells) => minus([DONE], cells))];
    }
    default:
      return ANY;
  }
}

/** Whether two outcomes are one of the form and one of its own rows: 重复申请不予处理. */
export function areNested([one, other, ...more]: readonly Word[]): boolean {
  const within = (a: Word, b: Word): boolean => outcomeWays(b).some((outer) => outcomeWays(a)[0]!.every((cell) => outer.includes(cell)));
  return one !== undefined && other !== undefined && more.length === 0 && (within(one, other) || within(other, one));
}

/** The sums of several outcomes said together; an outcome with one of its own rows means that row. */
function outcomeReadings(words: readonly Word[], open: boolean): readonly ClaimReading[] {
  const ways = words.map(outcomeWays);
  // 因不掌握等原因无法提供 may be all of them.
  if (areNested(words) && open) return ways.flat().map((cells) => cells.map(plus));
  if (areNested(words)) return ways.reduce((one, other) => (one[0]!.length <= other[0]!.length ? one : other)).map((cells) => cells.map(plus));
  return ways
    .reduce<readonly (readonly CellPointer[])[]>((sums, way) => sums.flatMap((sum) => way.map((cells) => [...new Set([...sum, ...cells])])), [[]])
    .map((cells) => cells.map(plus));
}

/** Requests carried in or out. */
function carriedReadings(way: Direction, words: readonly Word[], joined: boolean): Resolved {
  const received = has(words, 'new', 'receive');
  if (way !== 'out' && received && joined) return { readings: [[NEW, IN]] };
  if (way === 'in' && has(words, 'done', 'answer', 'outcome', 'grant')) return { readings: [[IN]], ...(has(words, 'all') ? {} : { doubt: 'subset' }) };
  if (has(words, 'outcome', 'cells', 'grant')) return { aside: 'ambiguous' };
  return { readings: way === 'in' ? [[IN]] : way === 'out' ? [[OUT]] : [[IN], [OUT]] };
}

/** Reads the figures of table 三 that a phrase names. */
export function resolveRequests(text: string, phrase: Phrase, names: readonly Word[], context: Context): Resolved {
  const { words } = phrase;
  const results = of(names, 'outcome', 'cells', 'grant');
  const applicants = of(names, 'applicant');
  const joined = has(words, 'and', 'total', 'among', 'including');
  const ways = applicantWays(applicants.map(({ of: which }) => which));
  const columns = ways[0]!;
  const across = (readings: readonly ClaimReading[]): Resolved => ({
    readings: columns.length === 0 ? readings : readings.flatMap((reading) => ways.map((way) => inColumns(reading, way))),
  });
  if (applicants.length > 1 && columns.length < 6 && !joined) return { aside: 'ambiguous' };
  const way = direction(text, phrase, context.year);
  if (way) {
    const carried = carriedReadings(way, words, has(phrase.lead, 'and') && !phrase.tail.some(({ kind }) => kind === 'carry' || kind === 'receive'));
    return 'aside' in carried || columns.length === 0 ? carried : { ...carried, ...across(carried.readings) };
  }
  if (results.length > 0) {
    if (results.length > 1 && !areNested(results) && !joined) return { aside: 'ambiguous' };
    return across(outcomeReadings(results, has(words, 'open')));
  }
  // 转相关部门办理60件: some were handled elsewhere.
  if ((has(names, 'result') && !isPending(words)) || has(names, 'carry')) return { aside: 'subset' };
  // Unfinished at the end of the year is what goes on.
  if (has(names, 'unfinished', 'left') || isPending(words)) return has(words, 'late') ? { aside: 'subset' } : across([[OUT]]);
  const verbs = of(names, 'receive', 'new', 'raise', 'handle', 'done', 'answer');
  if (verbs.length > 0) {
    const telling = verbs.filter(({ kind }) => kind !== 'raise').length > 0 ? verbs.filter(({ kind }) => kind !== 'raise') : verbs;
    if (context.among && telling.every(({ kind }) => kind === 'receive' || kind === 'raise') && applicants.length === 0) return { aside: 'subset' };
    if (applicants.length > 0 && telling.every(({ kind }) => kind === 'raise')) return across(context.rows ?? ANY);
    const readings = telling.flatMap(({ kind }) => verbReadings(kind, context));
    return across([...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()]);
  }
  return across(applicants.length > 0 ? (context.rows ?? ANY) : ANY);
}
