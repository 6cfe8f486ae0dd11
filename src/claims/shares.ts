/** Percentages that the text computes from its own numbers or from the tables. */
import type { CellPointer } from '../editions/index.js';
import { type ClaimReading, plus } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type NumberToken, type WordToken } from './frame.js';
import { judgeList, type NumberList, readLists } from './lists.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';

/** A percentage that no way of computing it gives. */
export interface WrongShare {
  readonly kind: 'share' | 'rate' | 'growth';
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** As printed, in per cent; negative for a decrease. */
  readonly printed: number;
  /** What it is computed from, the likeliest way. */
  readonly part: number;
  readonly whole: number;
  /** In per cent, to one place more than printed. */
  readonly expected: number;
  readonly cells: readonly CellPointer[];
}

function isPercent(token: Token): token is NumberToken {
  return token.type === 'number' && token.number.unit === '%' && !token.number.about;
}

/** Whether a percentage is printed for `actual`: rounded or cut at its last place. */
function prints({ number }: NumberToken, actual: number): boolean {
  const above = actual - number.value;
  return above < number.step - 1e-9 && above >= -number.step / 2 - 1e-9;
}

function rounded(value: number, { number }: NumberToken): number {
  const places = Math.max(0, Math.round(-Math.log10(number.step))) + 1;
  return Number(value.toFixed(places));
}

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

/** Whether a number of a paragraph is one that the tables contradict. */
type IsTold = (pointer: string, token: NumberToken) => boolean;

const NEW = plus('/tables/requests/newlyReceived/total');
const CARRIED_IN = plus('/tables/requests/carriedOver/total');
const DONE = plus('/tables/requests/outcomes/total/total');
const WHOLES: readonly ClaimReading[] = [[NEW, CARRIED_IN], [NEW], [DONE]];

function total(reading: ClaimReading, value: CellValue): number | undefined {
  let sum = 0;
  for (const { pointer, sign } of reading) {
    const cell = value(pointer);
    if (typeof cell !== 'number') return undefined;
    sum += sign * cell;
  }
  return sum;
}

/** 自然人申请100件，占90.9%: a figure that agrees with table 三, in no list of the text, against all requests there. */
function* tableShare(
  { pointer }: ReadSentence,
  number: NumberToken,
  token: NumberToken,
  claims: readonly ComparedClaim[],
  value: CellValue,
): Iterable<WrongShare> {
  const figure = claims.find(({ claim, agrees }) => claim.pointer === pointer && agrees && claim.span[0] <= number.start && claim.span[1] >= number.end);
  if (figure?.claim.table !== 'requests' || figure.claim.doubt) return;
  const wholes = WHOLES.flatMap((reading) => {
    const whole = total(reading, value);
    return whole === undefined || whole <= 0 ? [] : [{ reading, whole }];
  });
  const part = number.number.value;
  const [first] = wholes;
  if (!first || wholes.some(({ whole }) => prints(token, (part / whole) * 100))) return;
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
    // 占全市的5% is a share of something else.
    if (
      unread(text, start, token.start, tokens).replace(/[总体量全比重例数额]/g, '') !== '' ||
      words.some(({ word }) => !['share', 'total', 'filler', 'every', 'all', 'request', 'application'].includes(word.kind))
    )
      continue;
    const list = lists.find(({ pointer: at, parts }) => at === pointer && parts.includes(number));
    // A list that does not add up is spoken of as such; its shares cannot all come out.
    if (!list) {
      yield* tableShare(sentence, number, token, claims, value);
      continue;
    }
    if (number.number.step !== 1 || judgeList(list) || isTold(pointer, number) || list.totals.some((total) => isTold(pointer, total))) continue;
    const wholes = list.totals.map((total) => total.number.value).filter((value) => value > 0);
    const part = number.number.value;
    const sum = list.parts.reduce((all, item) => all + item.number.value, 0);
    if (wholes.length === 0 || [...wholes, sum, wholes.reduce((a, b) => a + b, 0)].some((whole) => prints(token, (part / whole) * 100))) continue;
    yield {
      kind: 'share',
      pointer,
      span: [number.start, token.end],
      printed: token.number.value,
      part,
      whole: wholes[0]!,
      expected: rounded((part / wholes[0]!) * 100, token),
      cells: [],
    };
  }
}

/** 办结率98% and 予以公开占41.3%: the tables' figures against each other. */
function* rates(sentence: ReadSentence, value: CellValue, mentionsCarry: boolean): Iterable<WrongShare> {
  const { tokens, text, pointer, doubt, topic } = sentence;
  if (doubt !== undefined || topic !== 'request') return;
  for (const [index, token] of tokens.entries()) {
    if (!isPercent(token)) continue;
    const { words, number, start } = before(tokens, index);
    const rate = words.find((word) => word.word.kind === 'rate');
    const outcome = words.find(({ word }) => word.kind === 'outcome');
    const completed = rate && text.slice(rate.start, rate.end) === '办结率';
    if (!completed && !(outcome && has(words, 'share') && !number)) continue;
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
    if (known.length === 0 || known.some(({ top, bottom }) => prints(token, (top / bottom) * 100))) continue;
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

const LESS = /下降|减少|降低|少/;

/** 较上年增长12.5%: a figure that agrees with this year's table against last year's. */
function* growths(sentence: ReadSentence, claims: readonly ComparedClaim[], earlier: CellValue): Iterable<WrongShare> {
  const { tokens, text, pointer, start, end } = sentence;
  const own = claims.filter(({ claim, agrees }) => claim.pointer === pointer && claim.span[0] >= start && claim.span[1] <= end && agrees && !claim.negative);
  for (const { claim, agrees } of own) {
    const next = own.find((other) => other.claim.span[0] > claim.span[1])?.claim.span[0] ?? end;
    const after = tokens.filter((token) => token.start >= claim.span[1] && token.end <= next && !(token.type === 'mark' && token.mark === ','));
    const compared = after.findIndex((token) => isWord(token) && (token.word.kind === 'comparison' || token.word.kind === 'year-on-year'));
    const change = after.findIndex((token) => isWord(token) && token.word.kind === 'change');
    const figure = after[change + 1];
    if (compared === -1 || change < compared || change > compared + 4 || figure?.type !== 'number' || figure.number.about) continue;
    // Only a comparison with the year before, said of this very figure.
    if (after.slice(0, change).some((token) => token.type === 'number' || token.type === 'mark' || (token.type === 'year' && after.indexOf(token) < compared)))
      continue;
    if (
      unread(text, claim.span[1], after[change]!.start, tokens).replace(/[,，度]/g, '') !== '' ||
      unread(text, after[change]!.end, figure.start, tokens).replace(/了/g, '') !== ''
    )
      continue;
    const was = total(agrees!.reading, earlier);
    if (was === undefined) continue;
    const down = LESS.test(text.slice(after[change]!.start, after[change]!.end)) ? -1 : 1;
    const percent = figure.number.unit === '%';
    if (percent ? was === 0 : figure.number.unit !== claim.unit) continue;
    const actual = percent ? ((agrees!.sum - was) / was) * 100 * down : (agrees!.sum - was) * down;
    if (percent ? prints(figure, actual) : Math.abs(actual - figure.number.value) < 1e-9) continue;
    const expected = percent ? rounded(actual * down, figure) : actual * down;
    yield {
      kind: 'growth',
      pointer,
      span: [after[compared]!.start, figure.end],
      printed: figure.number.value * down,
      part: agrees!.sum,
      whole: was,
      expected,
      cells: agrees!.reading.map((term) => term.pointer),
    };
  }
}

/** The last number before `index` that does not stand in brackets: 新收49件（其中5件），较上年. */
function countedBefore(tokens: readonly Token[], index: number): NumberToken | undefined {
  let depth = 0;
  for (let i = index - 1; i >= 0; i -= 1) {
    const token = tokens[i]!;
    if (token.type === 'mark' && token.mark === ')') depth += 1;
    if (token.type === 'mark' && token.mark === '(') depth -= 1;
    if (token.type === 'number' && depth === 0) return token;
  }
  return undefined;
}

/** Where the number and a bracket right behind it end. */
function closedAt(tokens: readonly Token[], number: NumberToken, before: number): number {
  const open = tokens.find(({ start }) => start === number.end);
  if (open?.type !== 'mark' || open.mark !== '(') return number.end;
  return tokens.slice(0, before).findLast((token) => token.type === 'mark' && token.mark === ')')?.end ?? number.end;
}

/** 收到151件，较2023年的138件增加13件，增长9.4%: a figure, its change and the growth, held against each other. */
function* ownGrowths(sentence: ReadSentence, isTold: IsTold): Iterable<WrongShare> {
  const { tokens, text, pointer } = sentence;
  for (const [index, token] of tokens.entries()) {
    if (!isWord(token) || (token.word.kind !== 'comparison' && token.word.kind !== 'year-on-year')) continue;
    const now = countedBefore(tokens, index);
    const clause = tokens.slice(index + 1);
    const change = clause.findIndex((other) => isWord(other) && other.word.kind === 'change');
    const by = clause[change + 1];
    if (
      !now ||
      change === -1 ||
      by?.type !== 'number' ||
      by.number.unit !== now.number.unit ||
      now.number.step !== 1 ||
      by.number.step !== 1 ||
      isTold(pointer, now)
    )
      continue;
    const between = clause.slice(0, change).filter((other): other is NumberToken => other.type === 'number');
    const [was] = between;
    if (between.length > 1 || [now, by, ...between].some(({ number }) => number.about || number.unit !== now.number.unit)) continue;
    const told = unread(text, closedAt(tokens, now, index), by.start, tokens).replace(/[,，度了]/g, '');
    if (told !== '' || tokens.slice(0, index).some((other) => other.start >= closedAt(tokens, now, index) && other.type === 'mark' && other.mark !== ','))
      continue;
    const down = LESS.test(text.slice(clause[change]!.start, clause[change]!.end)) ? -1 : 1;
    const before = was?.number.value ?? now.number.value - down * by.number.value;
    const facts = { pointer, part: now.number.value, whole: before, cells: [] };
    const difference = (now.number.value - before) * down;
    if (difference !== by.number.value) {
      yield { ...facts, kind: 'growth', span: [token.start, by.end], printed: by.number.value * down, expected: difference * down };
      continue;
    }
    const percent = clause.slice(change + 2).find((other) => !(other.type === 'mark' && other.mark === ',') && !isWord(other));
    if (!percent || !isPercent(percent) || before <= 0) continue;
    const behind = clause.filter((other) => isWord(other) && other.start >= by.end && other.end <= percent.start) as readonly WordToken[];
    if (
      !behind.every(({ word }) => word.kind === 'change' || word.kind === 'filler') ||
      !has(behind, 'change') ||
      unread(text, by.end, percent.start, tokens).replace(/[,，了率幅度]/g, '') !== ''
    )
      continue;
    const actual = (by.number.value / before) * 100;
    if (!prints(percent, actual))
      yield { ...facts, kind: 'growth', span: [by.start, percent.end], printed: percent.number.value * down, expected: rounded(actual * down, percent) };
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
    ...percent.flatMap((sentence) => [...shares(sentence, lists, isTold, compared, value), ...rates(sentence, value, carries.has(sentence.pointer))]),
    ...own,
    ...against,
  ];
}
