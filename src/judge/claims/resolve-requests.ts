/** Which figures of table 三 a number counts. */
import type { CellPointer } from '../../form/editions/index.js';
import { type AsideReason, type ClaimReading, inColumns, plus } from './claim.js';
import { type Frame, has, isQuantity, type WordToken } from './frame.js';
import { outcomeCells, type QuantityWord } from './vocabulary.js';

/** The readings a number may have, or why there are none. */
export type Resolved = { readonly readings: readonly ClaimReading[] } | { readonly aside: AsideReason };

const NEW = plus('/tables/requests/newlyReceived/total');
const CARRIED_IN = plus('/tables/requests/carriedOver/total');
const DONE = plus('/tables/requests/outcomes/total/total');
const CARRIED_OUT = plus('/tables/requests/carriedForward/total');

/** What a bare number of requests may be. */
const ANY: readonly ClaimReading[] = [[NEW], [NEW, CARRIED_IN], [DONE]];

function minus(reading: ClaimReading, cells: readonly CellPointer[]): ClaimReading {
  return [...reading, ...cells.map((pointer) => ({ pointer, sign: -1 as const }))];
}

/** What the sentence says besides the frame of the number. */
export interface RequestState {
  /** Rows of the last figure that stands for a whole: the applicants after it divide it. */
  readonly rows?: readonly ClaimReading[];
  /** The number stands in a list after 其中. */
  readonly among: boolean;
  /** The sentence names the requests carried in as well. */
  readonly namesCarriedIn: boolean;
  /** Those carried in are added to this very figure: 收到5件，加上上年结转1件. */
  readonly addsCarriedIn: boolean;
  /** The sentence divides all requests into those answered and those carried forward, and names no outcome besides. */
  readonly namesCarriedOut: boolean;
}

function verbReadings(kind: QuantityWord['kind'], state: RequestState): readonly ClaimReading[] {
  // 其中办结 and 收到…件，办结… may speak of this year's requests alone.
  const done: readonly ClaimReading[] = state.namesCarriedIn ? [[DONE]] : [[DONE], minus([DONE], [CARRIED_IN.pointer])];
  switch (kind) {
    case 'receive':
      return state.addsCarriedIn ? [[NEW]] : [[NEW], [NEW, CARRIED_IN]];
    case 'receive-new':
      return [[NEW]];
    case 'handle':
      return ANY;
    case 'done':
      return done;
    case 'answer': {
      if (state.namesCarriedOut) return done;
      // 答复 may leave out the requests that were not processed or ended otherwise.
      const [notProcessed, other] = [outcomeCells().get('不予处理')!, outcomeCells().get('其他处理')!];
      const both = notProcessed.flatMap((a) => other.map((b) => [...a, ...b]));
      return [...done, ...[...notProcessed, ...other, ...both].map((cells) => minus([DONE], cells))];
    }
    case 'carried-in':
      return [[CARRIED_IN]];
    case 'carried-out':
      return [[CARRIED_OUT]];
    default:
      return [[CARRIED_IN], [CARRIED_OUT]];
  }
}

type OutcomeWord = Extract<QuantityWord, { cells: unknown }>;

/** Whether two outcomes are one of the form and one of its own rows: 重复申请不予处理. */
function areNested([one, other, ...more]: readonly OutcomeWord[]): boolean {
  const within = (a: OutcomeWord, b: OutcomeWord): boolean => b.cells.some((outer) => a.cells[0]!.every((cell) => outer.includes(cell)));
  return one !== undefined && other !== undefined && more.length === 0 && (within(one, other) || within(other, one));
}

/** The sums of several outcomes said together; an outcome with one of its own rows may mean either. */
function outcomeReadings(words: readonly OutcomeWord[]): readonly ClaimReading[] {
  const ways = words.map(({ cells }) => cells);
  if (areNested(words)) return ways.flat().map((cells) => cells.map(plus));
  return ways
    .reduce<readonly (readonly CellPointer[])[]>((sums, way) => sums.flatMap((sum) => way.map((cells) => [...new Set([...sum, ...cells])])), [[]])
    .map((cells) => cells.map(plus));
}

/** Reads the figures of table 三 that the words of a frame name. `words` are its quantities in their order. */
export function resolveRequests(frame: Frame, words: readonly WordToken[], state: RequestState): Resolved {
  const quantities = words.map(({ word }) => word).filter(isQuantity);
  const outcomes = quantities.filter((word) => word.kind === 'outcome' || word.kind === 'open-outcome');
  const applicants = quantities.filter((word) => word.kind === 'applicant');
  const carried = quantities.filter(({ kind }) => kind === 'carried-in' || kind === 'carried-out' || kind === 'carried');
  const verbs = quantities.filter(({ kind }) => ['receive', 'receive-new', 'handle', 'done', 'answer'].includes(kind));
  const columns = applicants.length > 0 ? [...new Set(applicants.flatMap((word) => word.columns))] : ['total'];
  const across = (readings: readonly ClaimReading[]): readonly ClaimReading[] =>
    applicants.length === 0 ? readings : readings.map((reading) => inColumns(reading, columns));
  if (applicants.length > 1 && !has(frame.before, 'and')) return { aside: 'ambiguous' };
  if (carried.length > 0) {
    if (carried.length > 1 || outcomes.length > 0) return { aside: 'ambiguous' };
    // 结转下年度办理, 顺延到下年度答复 say what is to be done; 办结上年结转, 上年结转已办结 count a part.
    const at = quantities.indexOf(carried[0]!);
    const said = quantities.filter(
      ({ kind }, index) =>
        kind !== 'receive' && verbs.some((verb) => verb.kind === kind) && (index < at || (kind !== 'handle' && carried[0]!.kind !== 'carried-out')),
    );
    return said.length > 0 ? { aside: 'subset' } : { readings: across(verbReadings(carried[0]!.kind, state)) };
  }
  if (outcomes.length > 0) {
    if (outcomes.length > 1 && !areNested(outcomes) && !has(frame.before, 'and') && !frame.text.slice(frame.start, frame.number.start).match(/[(（]|因/))
      return { aside: 'ambiguous' };
    return { readings: across(outcomeReadings(outcomes)) };
  }
  if (verbs.length > 0) {
    const received = verbs.every(({ kind }) => kind === 'receive');
    if (state.among && received && applicants.length === 0) return { aside: 'subset' };
    const readings = verbs.flatMap(({ kind }) => verbReadings(kind, state));
    const distinct = verbs.length > 1 ? [...new Map(readings.map((reading) => [JSON.stringify(reading), reading])).values()] : readings;
    return { readings: across(distinct) };
  }
  return { readings: across(applicants.length > 0 ? (state.rows ?? ANY) : ANY) };
}
