/** Lists that divide a number: 共34条，其中A 11条、B 11条、C 12条. */
import { has, isWord, type NumberToken, type WordToken } from './frame.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';
import type { Word } from './vocabulary.js';

/** A number and its parts, as the text gives them. */
export interface NumberList {
  readonly pointer: string;
  /** From the word that opens the list to the last part. */
  readonly span: readonly [number, number];
  readonly unit: string;
  readonly parts: readonly NumberToken[];
  /** Numbers before the list in the same unit: the nearest first. */
  readonly totals: readonly NumberToken[];
  /** Nothing says that the list leaves parts out. */
  readonly closed: boolean;
  /** Something says that it leaves none out: 其他 as the last part, 自然人 beside 法人, 分别为. */
  readonly complete: boolean;
  /** 包括 opened it, which promises less than 其中. */
  readonly including: boolean;
  /** Its parts are the ways in which one and the same thing was published or asked for: they may overlap. */
  readonly channels: boolean;
}

const OF_REQUESTS: readonly Word['kind'][] = ['request', 'application', 'receive', 'receive-new', 'done', 'answer'];
const NO_AMOUNT = /^$|[%‰年月日时分秒号倍天周岁位届级类]|百分点|工作日/;
/** Where a new statement begins after a semicolon. */
const NEW_START = /^\s*(?:共|另|此外|同时|并|还|全年|开展|举办|组织|召开)/;
/** 办理情况为：, 答复结果如下：. */
const RESULTS = /(?:办理|答复|处理)(?:的)?(?:情况|结果)(?:为|是|如下)?\s?$/;
/** 按渠道分：, 从办理结果看：. */
const VIEWED = /(?:按|从)[^,，。;；:：]{1,14}(?:分|划分|看|统计)\s?$/;
/** Brackets within brackets beyond this are no list that anybody can follow. */
const DEEPEST = 3;
/** As many words and marks may stand between a semicolon and the number behind it. */
const AHEAD = 40;
/** A share of the whole that parts meant to be all of it reach even with a mistake in them. */
const MOST = 2 / 3;
/** As much of the whole as a list that 包括 opens does not leave out by choice. */
const NEARLY = 0.9;
/** Two parts that overlap seldom exceed the whole by so little. */
const SLIGHTLY = 1.05;
/** Whoever is no person is an organization: 其中个人2件、企业1件. */
const APPLICANTS = /(?:个人|公民|自然人)[^,，、;；]{0,8}\d[^;；。]*(?:企业|法人|单位|组织)[^,，、;；]{0,8}\d/;
const REMAINDER = /其他|其它|其余|剩余|余下/;

function counts(token: Token): token is NumberToken {
  return token.type === 'number' && !NO_AMOUNT.test(token.number.unit);
}

/** What the words before a part divide by; parts of different kinds overlap. */
function dimension(words: readonly WordToken[]): string | undefined {
  if (has(words, 'applicant')) return 'applicant';
  if (has(words, 'outcome', 'open-outcome', 'carried-out', 'result', 'unknown-result')) return 'outcome';
  return has(words, 'channel') ? 'channel' : undefined;
}

interface Opener {
  /** Index of the first token of the list. */
  readonly first: number;
  /** Only outcomes may follow. */
  readonly outcomes?: true;
  readonly start: number;
  readonly including: boolean;
  readonly complete: boolean;
}

/** Whether a mark opens a list: 34条：, 34条（, 按渠道分：, 办结的38件中，. */
function opens({ tokens, text, start }: ReadSentence, token: Extract<Token, { type: 'mark' }>, index: number): boolean {
  const previous = tokens[index - 1];
  const counted = previous !== undefined && counts(previous);
  if (token.mark === ':' && (counted || VIEWED.test(text.slice(Math.max(start, token.start - 20), token.start)))) return true;
  if (token.mark === '(') return counted && previous.end === token.start;
  if ((token.mark !== ',' && token.mark !== ':') || text[token.start - 1] !== '中') return false;
  const before = tokens.slice(0, index);
  const clause = before.slice(before.findLastIndex(({ type }) => type === 'mark') + 1);
  return clause.some((one) => counts(one) || (isWord(one) && OF_REQUESTS.includes(one.word.kind)));
}

function openers(sentence: ReadSentence): readonly Opener[] {
  const { tokens, text } = sentence;
  const found: Opener[] = [];
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (isWord(token) && token.word.kind === 'among') found.push({ first: index + 1, start: token.start, including: false, complete: false });
    else if (isWord(token) && token.word.kind === 'including') {
      const word = text.slice(token.start, token.end);
      // 含 and 涵盖 promise nothing; 其中包括 is one opener.
      if (word === '含' || word === '涵盖' || found.at(-1)?.first === index) return;
      found.push({ first: index + 1, start: token.start, including: !/^(?:分别|具体)/.test(word), complete: /^分别/.test(word) });
    } else if (token.type === 'mark' && next) {
      const outcomes = token.mark === ':' && RESULTS.test(text.slice(Math.max(sentence.start, token.start - 10), token.start));
      if (outcomes || opens(sentence, token, index))
        found.push({ first: index + 1, start: token.start, including: false, complete: false, ...(outcomes ? { outcomes } : {}) });
    }
  });
  return found;
}

/** The parts that follow an opener, or undefined where the list cannot be followed. */
function partsFrom(
  sentence: ReadSentence,
  { first }: Opener,
  next: Opener | undefined,
): { readonly parts: readonly NumberToken[]; readonly end: number; readonly cut: boolean } | undefined {
  const { tokens, text } = sentence;
  const parts: NumberToken[] = [];
  /** Words by which the list divides, one of each kind. */
  const dividing: WordToken[] = [];
  let depth = 0;
  let end = sentence.end;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.type === 'mark') {
      if (token.mark === '(') depth += 1;
      if (token.mark === ')') depth -= 1;
      if (depth < 0) {
        end = token.start;
        break;
      }
      if (depth > DEEPEST) return undefined;
      if (token.mark === ';' && depth === 0 && parts.length > 0) {
        const ahead = tokens.slice(index + 1, index + 1 + AHEAD);
        const after = ahead.find(counts);
        const next = ahead.filter((other): other is WordToken => isWord(other) && (!after || other.end <= after.start));
        const divides = dimension(next);
        // 其中个人2件、企业1件；予以公开2件: another way of dividing is another list.
        if (has(next, 'carried-in') || (divides !== undefined && divides !== dimension(dividing))) return { parts, end: token.start, cut: false };
        if (NEW_START.test(text.slice(token.end, token.end + 6)) || (after && after.number.unit !== parts[0]!.number.unit))
          return { parts, end: token.start, cut: true };
      }
      continue;
    }
    // A list inside the list: its parts cannot be told from those of the outer one.
    if (next && token.start >= next.start && depth === 0) return undefined;
    if (depth === 0 && counts(token)) parts.push(token);
    if (isWord(token) && dimension([token]) !== undefined && !dividing.some((word) => dimension([word]) === dimension([token]))) dividing.push(token);
  }
  return { parts, end, cut: false };
}

/** The parts by their units when two units take turns: 按件计收1件、100元，按量计收2件、1540元. */
function byUnit(parts: readonly NumberToken[]): readonly (readonly NumberToken[])[] {
  const [one, other] = [0, 1].map((turn) => parts.filter((_, index) => index % 2 === turn));
  const uniform = (list: readonly NumberToken[]): boolean => list.every(({ number }) => number.unit === list[0]!.number.unit);
  const turns = parts.length >= 4 && parts.length % 2 === 0 && uniform(one!) && uniform(other!) && one![0]!.number.unit !== other![0]!.number.unit;
  return turns ? [one!, other!] : [parts];
}

function listsAt(sentence: ReadSentence, previous: ReadSentence | undefined, opener: Opener, next: Opener | undefined): readonly NumberList[] {
  const followed = partsFrom(sentence, opener, next);
  if (!followed || followed.parts.length < 2) return [];
  return byUnit(followed.parts).flatMap((parts) => listOf(sentence, previous, opener, { ...followed, parts }) ?? []);
}

function listOf(
  sentence: ReadSentence,
  previous: ReadSentence | undefined,
  opener: Opener,
  followed: { readonly parts: readonly NumberToken[]; readonly end: number; readonly cut: boolean },
): NumberList | undefined {
  const { tokens, text } = sentence;
  let { parts } = followed;
  const unit = parts[0]!.number.unit;
  const earlier = (list: readonly Token[], before: number): readonly NumberToken[] =>
    list
      .filter(counts)
      .filter((token) => token.end <= before && token.number.unit === unit)
      .reverse();
  const own = earlier(tokens, opener.start);
  let totals = own.length > 0 ? own : previous?.pointer === sentence.pointer ? earlier(previous.tokens, Number.POSITIVE_INFINITY) : [];
  // A、B，共5件: the last number sums up.
  const last = parts.at(-1)!;
  const item = (part: NumberToken, index: number): readonly WordToken[] =>
    tokens.filter((token) => token.start >= (parts[index - 1]?.end ?? opener.start) && token.end <= part.start).filter(isWord);
  const name = unread(text, parts.at(-2)!.end, last.start, tokens);
  if (name === '' && has(item(last, parts.length - 1), 'total') && !has(item(last, parts.length - 1), 'request', 'outcome', 'applicant'))
    [parts, totals] = [parts.slice(0, -1), totals.length > 0 ? totals : [last]];
  if (parts.length < 2 || totals.length === 0) return undefined;
  const region = tokens.filter((token) => token.start >= opener.start && token.end <= followed.end);
  const words = region.filter(isWord);
  if (parts.some(({ number }) => number.unit !== unit || number.about) || totals[0]!.number.about) return undefined;
  if (has(words, 'comparison', 'change', 'year-on-year', 'except', 'each', 'cumulative')) return undefined;
  const dimensions = new Set(parts.map((part, index) => dimension(item(part, index))).filter((kind) => kind !== undefined));
  if (dimensions.size > 1 || (opener.outcomes && !parts.every((part, index) => dimension(item(part, index)) === 'outcome'))) return undefined;
  const open = words.some(
    (word) =>
      word.word.kind === 'open-list' &&
      (text.slice(word.start, word.end) !== '等' || word.start >= parts.at(-1)!.end || parts.some((part) => part.end === word.start)),
  );
  const columns = words.flatMap(({ word }) => (word.kind === 'applicant' ? word.columns : []));
  const complete =
    opener.complete ||
    APPLICANTS.test(text.slice(opener.start, last.end)) ||
    REMAINDER.test(text.slice(parts.at(-2)!.end, last.end)) ||
    (columns.includes('naturalPerson') && columns.includes('enterprise'));
  return {
    pointer: sentence.pointer,
    span: [opener.start, parts.at(-1)!.end],
    unit,
    parts,
    totals,
    closed: !open && (!followed.cut || complete),
    complete,
    including: opener.including,
    channels: dimensions.has('channel'),
  };
}

/** The lists of a text with the number each may divide. */
export function readLists(sentences: readonly ReadSentence[]): readonly NumberList[] {
  return sentences.flatMap((sentence, index) => {
    const found = openers(sentence);
    return found.flatMap((opener, order) => listsAt(sentence, sentences[index - 1], opener, found[order + 1]));
  });
}

/** The figures of a list when its parts do not add up to any number that it may divide. */
export interface BrokenList {
  readonly total: number;
  readonly sum: number;
}

function sumOf(tokens: readonly NumberToken[]): number {
  return Number(tokens.reduce((sum, { number }) => sum + number.value, 0).toPrecision(12));
}

/**
 * Judges a list: undefined when it adds up, or need not. More than the whole is always wrong, less only where
 * the list is closed: a last part 其他, or three parts or more that make up most of the whole.
 */
export function judgeList({ parts, totals, closed, complete, including, channels }: NumberList): BrokenList | undefined {
  const sum = sumOf(parts);
  const total = totals[0]!.number.value;
  const tolerance = Math.max(...[...parts, ...totals].map(({ number }) => (number.step === 1 ? 0 : number.step * (parts.length / 2)))) + 1e-9;
  const wholes = totals.map(({ number }) => number.value);
  // 收到92件、上年结转2件，其中…: the parts may divide the sum of what stands before them.
  const sums = [...wholes, sumOf(totals), sumOf(totals.slice(0, 2))];
  const fits = (value: number): boolean => sums.some((whole) => Math.abs(whole - value) <= tolerance);
  // The list may end before the last number of the sentence.
  if (parts.some((_, index) => index > 0 && fits(sumOf(parts.slice(0, index + 1))))) return undefined;
  const greatest = Math.max(...sums);
  // Two parts that overlap (自然人80件，网上80件) exceed the whole rightly.
  const slightly = !channels && sum < greatest * SLIGHTLY;
  if (sum > greatest + tolerance)
    return complete || parts.length > 2 || slightly || parts.some(({ number }) => number.value > greatest) ? { total, sum } : undefined;
  // 公开信息420条，其中解读8条、…: what makes up little of the whole is a choice of examples.
  const most = including ? parts.length > 3 && sum > total * NEARLY : parts.length > 2 && sum > total * MOST;
  return closed && sum < total - tolerance && (complete || most) ? { total, sum } : undefined;
}
