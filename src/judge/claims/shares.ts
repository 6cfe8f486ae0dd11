/** Percentages that the text computes from its own numbers or from the tables. */
import { type ClaimReading, plus } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type NumberToken, type WordToken } from './frame.js';
import { growths, ownGrowths } from './growth.js';
import { judgeList, type NumberList, readLists } from './lists.js';
import { COUNT_UNITS } from './number.js';
import { type IsTold, isPercent, prints, rounded, total, type WrongShare } from './percent.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';
import type { Word } from './vocabulary.js';

/** The tokens of the clause before `index`, and the number that ends before it, over at most one comma. */
function before(
  tokens: readonly Token[],
  index: number,
): { readonly words: readonly WordToken[]; readonly number: NumberToken | undefined; readonly start: number } {
  const words: WordToken[] = [];
  let commas = 0;
  for (let i = index - 1; i >= 0; i -= 1) {
    const token = tokens[i]!;
    if (token.type === 'number') return { words, number: token, start: token.end };
    if (token.type === 'mark') {
      if (token.mark === ';' || token.mark === ':' || token.mark === ')' || (token.mark === ',' && (commas += 1) > 1))
        return { words, number: undefined, start: token.end };
    } else if (isWord(token)) words.push(token);
  }
  return { words, number: undefined, start: tokens[0]?.start ?? 0 };
}

const NEW = plus('/tables/requests/newlyReceived/total');
const CARRIED_IN = plus('/tables/requests/carriedOver/total');
const DONE = plus('/tables/requests/outcomes/total/total');
const WHOLES: readonly ClaimReading[] = [[NEW, CARRIED_IN], [NEW], [DONE]];

/** What happens to requests, in 占新收申请的84.2%. */
const EVENTS: readonly Word['kind'][] = ['receive', 'receive-new', 'handle', 'done', 'answer'];

/** 自然人申请100件，占90.9%: a figure that agrees with table 三, in no list of the text, against all requests there. */
function* tableShare(
  { pointer }: ReadSentence,
  number: NumberToken,
  token: NumberToken,
  claims: readonly ComparedClaim[],
  value: CellValue,
  /** 占新收申请的84.2%: the whole is named. */
  whole: boolean,
): Iterable<WrongShare> {
  const figure = claims.find(({ claim, agrees }) => claim.pointer === pointer && agrees && claim.span[0] <= number.start && claim.span[1] >= number.end);
  if (!whole && (figure?.claim.table !== 'requests' || figure.claim.doubt === 'subset')) return;
  const wholes = WHOLES.flatMap((reading) => {
    const whole = total(reading, value);
    return whole === undefined || whole <= 0 ? [] : [{ reading, whole }];
  });
  const part = number.number.value;
  const [first] = wholes;
  // A total that is blank may be the whole that was meant.
  if (!first || WHOLES.some((reading) => total(reading, value) === undefined) || wholes.some(({ whole }) => prints(token, (part / whole) * 100))) return;
  yield {
    kind: 'rate',
    pointer,
    span: [number.start, token.end],
    printed: token.number.value,
    part,
    whole: first.whole,
    expected: rounded((part / first.whole) * 100, token),
    cells: first.reading.map((term) => term.pointer),
  };
}

/** 54条，占比67.5%: a part of a list against what the list divides. */
function* shares(
  sentence: ReadSentence,
  lists: readonly NumberList[],
  isTold: IsTold,
  claims: readonly ComparedClaim[],
  value: CellValue,
): Iterable<WrongShare> {
  const { tokens, text, pointer } = sentence;
  for (const [index, token] of tokens.entries()) {
    if (!isPercent(token)) continue;
    const { words, number, start } = before(tokens, index);
    if (!number || !has(words, 'share') || has(words, 'comparison', 'year-on-year', 'change', 'cumulative', 'area')) continue;
    const named = has(words, ...EVENTS) && has(words, 'request', 'application');
    // 占全市的5% is a share of something else.
    if (
      unread(text, start, token.start, tokens).replace(/[总体量全比重例数额]/g, '') !== '' ||
      words.some(
        ({ word }) => !['share', 'total', 'filler', 'every', 'all', 'request', 'application'].includes(word.kind) && !(named && EVENTS.includes(word.kind)),
      )
    )
      continue;
    const list = lists.find(({ pointer: at, parts }) => at === pointer && parts.includes(number));
    // A list that does not add up is spoken of as such; its shares cannot all come out.
    if (!list) {
      yield* tableShare(sentence, number, token, claims, value, named && COUNT_UNITS.has(number.number.unit) && !number.number.about);
      continue;
    }
    if (number.number.step !== 1 || judgeList(list) || isTold(pointer, number) || list.totals.some((total) => isTold(pointer, total))) continue;
    const wholes = list.totals.map((total) => total.number.value).filter((value) => value > 0);
    const part = number.number.value;
    const sum = list.parts.reduce((all, item) => all + item.number.value, 0);
    if (wholes.length === 0 || [...wholes, sum, wholes.reduce((a, b) => a + b, 0)].some((whole) => prints(token, (part / whole) * 100))) continue;
    const off = (whole: number): number => Math.abs((part / whole) * 100 - token.number.value);
    const whole = wholes.length > 2 ? wholes.reduce((best, other) => (off(other) < off(best) ? other : best)) : wholes[0]!;
    yield {
      kind: 'share',
      pointer,
      span: [number.start, token.end],
      printed: token.number.value,
      part,
      whole,
      expected: rounded((part / whole) * 100, token),
      cells: [],
    };
  }
}

/** 办结率98% and 予以公开占41.3%: the tables' figures against each other. */
function* rates(sentence: ReadSentence, claims: readonly ComparedClaim[], value: CellValue, mentionsCarry: boolean): Iterable<WrongShare> {
  const { tokens, text, pointer, doubt, topic } = sentence;
  // The figures of an area are the table's where others beside them agree with it.
  const proven = doubt === 'area' && claims.some(({ claim, agrees }) => claim.pointer === pointer && claim.doubt === 'area' && agrees);
  if ((doubt !== undefined && !proven) || topic !== 'request') return;
  for (const [index, token] of tokens.entries()) {
    if (!isPercent(token)) continue;
    const { words, number, start } = before(tokens, index);
    const rate = words.find((word) => word.word.kind === 'rate');
    const outcome = words.find(({ word }) => word.kind === 'outcome');
    const completed = rate && text.slice(rate.start, rate.end) === '办结率';
    if (!completed && !(outcome && has(words, 'share') && (!number || isPercent(number)))) continue;
    const from = completed ? rate.end : outcome!.start;
    if (
      unread(text, Math.max(start, from), token.start, tokens) !== '' ||
      has(words, 'comparison', 'change', 'year-on-year', 'foreign', 'and', 'open-list', 'channel')
    )
      continue;
    // The text itself says that some went on into the next year: the rate may be of those that were due.
    if (completed && mentionsCarry) continue;
    const parts: readonly ClaimReading[] = completed ? [[DONE]] : outcome!.word.kind === 'outcome' ? outcome!.word.cells.map((cells) => cells.map(plus)) : [];
    const wholes = completed ? WHOLES.slice(0, 2) : [[DONE], ...WHOLES.slice(0, 2)];
    const ways = parts.flatMap((part) => wholes.map((whole) => ({ part, whole, top: total(part, value), bottom: total(whole, value) })));
    const known = ways.flatMap(({ part, whole, top, bottom }) =>
      top !== undefined && bottom !== undefined && bottom > 0 ? [{ part, whole, top, bottom }] : [],
    );
    if (known.length === 0 || ways.some(({ bottom }) => bottom === undefined) || known.some(({ top, bottom }) => prints(token, (top / bottom) * 100))) continue;
    const { part, whole, top, bottom } = known[0]!;
    yield {
      kind: 'rate',
      pointer,
      span: [Math.max(start, from === rate?.end ? rate.start : from), token.end],
      printed: token.number.value,
      part: top,
      whole: bottom,
      expected: rounded((top / bottom) * 100, token),
      cells: [...part, ...whole].map((term) => term.pointer),
    };
  }
}

/** What the percentages are held against. */
export interface ShareSource {
  readonly sentences: readonly ReadSentence[];
  readonly compared: readonly ComparedClaim[];
  readonly value: CellValue;
  /** Last year's tables. */
  readonly earlier?: CellValue;
}

/** The percentages (and changes against last year) that do not come out, in order of the text. */
export function wrongShares({ sentences, compared, value, earlier }: ShareSource): readonly WrongShare[] {
  const percent = sentences.filter(({ tokens }) => tokens.some((token) => token.type === 'number' && token.number.unit === '%'));
  const lists = percent.length > 0 ? readLists(sentences) : [];
  const carries = new Set(
    sentences.filter(({ tokens }) => tokens.some((token) => isWord(token) && token.word.kind === 'carried-out')).map(({ pointer }) => pointer),
  );
  // What is computed from a figure that the tables contradict cannot come out either.
  const contradicted = compared.filter(({ agrees }) => !agrees).map(({ claim }) => claim);
  const isTold = (pointer: string, { start, end }: NumberToken): boolean =>
    contradicted.some((claim) => claim.pointer === pointer && start < claim.span[1] && end > claim.span[0]);
  const against = earlier ? sentences.flatMap((sentence) => [...growths(sentence, compared, earlier)]) : [];
  const own = sentences
    .flatMap((sentence) => [...ownGrowths(sentence, isTold)])
    .filter(({ pointer, span }) => !against.some((other) => other.pointer === pointer && other.span[0] < span[1] && other.span[1] > span[0]));
  return [
    ...percent.flatMap((sentence) => [...shares(sentence, lists, isTold, compared, value), ...rates(sentence, compared, value, carries.has(sentence.pointer))]),
    ...own,
    ...against,
  ];
}
