/** Lists that divide a number: 共34条，其中A 11条、B 11条、C 12条. */
import { has, isWord, type NumberToken, type WordToken } from './frame.js';
import { counts, EVENTS, HANDED_IN, isView, type Opener, openers, WHOLE } from './list-openers.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';

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
  /** Its parts are the ways in which requests came, and each came one way. */
  readonly asked: boolean;
  /** Brackets hold it: it ends where they do. */
  readonly bounded: boolean;
}

/** Where a new statement begins after a semicolon. */
const NEW_START = /^\s*(?:共|另|此外|同时|并|还|全年|开展|举办|组织|召开)/;
/** Brackets within brackets beyond this are no list that anybody can follow. */
const DEEPEST = 3;
/** How many sentences back the number of requests may stand that a list of their ways divides. */
const SENTENCES = 6;
/** As many figures before such a list may be its whole. */
const MOST_TOTALS = 16;
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
/** 按申请渠道分 */
const ASKED = /(?:申请|提交|受理|接收)(?:的)?(?:渠道|方式|途径|形式)/;
const REMAINDER = /其他|其它|其余|剩余|余下/;

/** The unit of a number; 14名 divide into 9人 and 5人. */
function unitOf({ number }: NumberToken): string {
  return number.unit === '名' ? '人' : number.unit;
}

/** What the words before a part divide by; parts of different kinds overlap. */
function dimension(words: readonly WordToken[], topic: ReadSentence['topic']): string | undefined {
  if (has(words, 'applicant')) return 'applicant';
  // 通过公众号公开210条 is no answer to a request.
  if (has(words, 'outcome', 'carried-out', 'result', 'unknown-result') || (topic !== 'proactive' && has(words, 'open-outcome'))) return 'outcome';
  return has(words, 'channel') ? 'channel' : undefined;
}

/** Whether a semicolon ends the part carried in, and with it the list: 收到21件，其中上年结转1件；办结21件. */
function endsCarried(listed: readonly Token[], next: readonly WordToken[]): boolean {
  const words = listed.filter(isWord);
  return has(words, 'carried-in') && !has(words, ...EVENTS) && has(next, ...EVENTS);
}

/** Whether what follows the last part tells what became of them all: 其中网上2件、信函1件，已办结3件. */
function endsList(listed: readonly Token[], last: NumberToken): boolean {
  const words = listed.filter(isWord);
  return (
    has(
      words.filter(({ start }) => start >= last.end),
      'done',
      'answer',
    ) &&
    !has(
      words.filter(({ end }) => end <= last.start),
      ...EVENTS,
    )
  );
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
        const divides = dimension(next, sentence.topic);
        // 其中个人2件、企业1件；予以公开2件: another way of dividing is another list.
        if (
          has(next, 'carried-in') ||
          endsCarried(tokens.slice(first, index), next) ||
          (divides !== undefined && divides !== dimension(dividing, sentence.topic))
        )
          return { parts, end: token.start, cut: false };
        if (NEW_START.test(text.slice(token.end, token.end + 6)) || (after && after.number.unit !== parts[0]!.number.unit))
          return { parts, end: token.start, cut: true };
      }
      continue;
    }
    // A list inside the list: its parts cannot be told from those of the outer one.
    if (next && token.start >= next.start && depth === 0) return undefined;
    if (depth === 0 && counts(token)) {
      if (parts.length > 1 && endsList(tokens.slice(first, index), parts.at(-1)!)) return { parts, end: parts.at(-1)!.end, cut: false };
      parts.push(token);
    }
    if (
      isWord(token) &&
      dimension([token], sentence.topic) !== undefined &&
      !dividing.some((word) => dimension([word], sentence.topic) === dimension([token], sentence.topic))
    )
      dividing.push(token);
  }
  return { parts, end, cut: false };
}

/** What stands before the sentence of a list. */
interface Earlier {
  /** The sentence whose figures it may divide. */
  readonly previous: ReadSentence | undefined;
  /** All sentences of its paragraph before it, not too far back. */
  readonly paragraph: readonly ReadSentence[];
}

/** The parts by their units when two units take turns: 按件计收1件、100元，按量计收2件、1540元. */
function byUnit(parts: readonly NumberToken[]): readonly (readonly NumberToken[])[] {
  const [one, other] = [0, 1].map((turn) => parts.filter((_, index) => index % 2 === turn));
  const uniform = (list: readonly NumberToken[]): boolean => list.every(({ number }) => number.unit === list[0]!.number.unit);
  const turns = parts.length >= 4 && parts.length % 2 === 0 && uniform(one!) && uniform(other!) && one![0]!.number.unit !== other![0]!.number.unit;
  return turns ? [one!, other!] : [parts];
}

function listsAt(sentence: ReadSentence, earlier: Earlier, opener: Opener, next: Opener | undefined): readonly NumberList[] {
  const followed = partsFrom(sentence, opener, next);
  if (!followed || followed.parts.length < 2) return [];
  return byUnit(followed.parts).flatMap((parts) => listOf(sentence, earlier, opener, { ...followed, parts }) ?? []);
}

function listOf(
  sentence: ReadSentence,
  { previous, paragraph }: Earlier,
  opener: Opener,
  followed: { readonly parts: readonly NumberToken[]; readonly end: number; readonly cut: boolean },
): NumberList | undefined {
  const { tokens, text } = sentence;
  let { parts } = followed;
  const unit = unitOf(parts[0]!);
  const earlier = (list: readonly Token[], before: number): readonly NumberToken[] =>
    list
      .filter(counts)
      .filter((token) => token.end <= before && unitOf(token) === unit)
      .reverse();
  const own = earlier(tokens, opener.start);
  // 网上申请55件、现场申请3件。办理结果为：… The sentence before divides by something else.
  const whole = previous?.pointer === sentence.pointer && !(opener.outcomes && has(previous.words, 'channel') && !has(previous.words, ...WHOLE));
  let totals = own.length > 0 ? own.slice(0, opener.only ? 1 : own.length) : whole ? earlier(previous.tokens, Number.POSITIVE_INFINITY) : [];
  // A、B，共5件: the last number sums up.
  const last = parts.at(-1)!;
  const item = (part: NumberToken, index: number): readonly WordToken[] =>
    tokens.filter((token) => token.start >= (parts[index - 1]?.end ?? opener.start) && token.end <= part.start).filter(isWord);
  const name = unread(text, parts.at(-2)!.end, last.start, tokens);
  if (name === '' && has(item(last, parts.length - 1), 'total') && !has(item(last, parts.length - 1), 'request', 'outcome', 'applicant'))
    [parts, totals] = [parts.slice(0, -1), totals.length > 0 && !opener.summed ? totals : [last]];
  else if (opener.summed) return undefined;
  if (parts.length < 2 || totals.length === 0) return undefined;
  const region = tokens.filter((token) => token.start >= opener.start && token.end <= followed.end);
  const words = region.filter(isWord);
  if (parts.some((part) => unitOf(part) !== unit || part.number.about) || totals[0]!.number.about) return undefined;
  if (has(words, 'comparison', 'change', 'year-on-year', 'except', 'cumulative')) return undefined;
  // 各3件, 每月2期 is no part; 各社区公开栏公开43条 is.
  if (words.some(({ word, start, end }) => word.kind === 'each' && (text[start] === '每' || parts.some((part) => part.start >= end && part.start - end <= 1))))
    return undefined;
  const dimensions = new Set(parts.map((part, index) => dimension(item(part, index), sentence.topic)).filter((kind) => kind !== undefined));
  if (dimensions.size > 1 || (opener.outcomes && !parts.every((part, index) => dimension(item(part, index), sentence.topic) === 'outcome'))) return undefined;
  // 收到110件，从办理结果看，…: outcomes divide those completed, which need not stand there.
  if (text[opener.start] === '，' && opener.viewed && dimensions.has('outcome')) return undefined;
  const open = words.some(
    (word) =>
      word.word.kind === 'open-list' &&
      (text.slice(word.start, word.end) !== '等' || word.start >= parts.at(-1)!.end || parts.some((part) => part.end === word.start)),
  );
  const named = ASKED.test(text.slice(Math.max(sentence.start, opener.start - 20), opener.start));
  const handedIn = (part: NumberToken, index: number): boolean => HANDED_IN.test(text.slice(parts[index - 1]?.end ?? opener.start, part.end));
  const asked = dimensions.has('channel') && (named || parts.every(handedIn));
  if (asked && own.length === 0) totals = paragraph.toReversed().flatMap((other) => earlier(other.tokens, Number.POSITIVE_INFINITY));
  if (asked) totals = totals.slice(0, MOST_TOTALS);
  const columns = words.flatMap(({ word }) => (word.kind === 'applicant' ? word.columns : []));
  const complete =
    opener.complete ||
    asked ||
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
    channels: dimensions.has('channel') && !asked,
    asked,
    bounded: text[opener.start] === '（' || text[opener.start] === '(',
  };
}

/** The lists of a text with the number each may divide. */
export function readLists(sentences: readonly ReadSentence[]): readonly NumberList[] {
  return sentences.flatMap((sentence, index) => {
    const found = openers(sentence);
    if (found.length === 0) return [];
    // 从申请人看，…。从办理结果看，…: both divide what stands before them.
    let before = index - 1;
    while (before > 0 && isView(sentence) && isView(sentences[before]!)) before -= 1;
    const paragraph = sentences.slice(Math.max(0, index - SENTENCES), index).filter(({ pointer }) => pointer === sentence.pointer);
    return found.flatMap((opener, order) => listsAt(sentence, { previous: sentences[before], paragraph }, opener, found[order + 1]));
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
export function judgeList({ parts, totals, closed, complete, including, channels, asked, bounded }: NumberList): BrokenList | undefined {
  const sum = sumOf(parts);
  // Of many figures before it the one that the parts come closest to is meant.
  const nearest = [...totals].sort((one, other) => Math.abs(one.number.value - sum) - Math.abs(other.number.value - sum));
  const total = (totals.length > 2 ? nearest : totals)[0]!.number.value;
  const tolerance = Math.max(...[...parts, ...totals].map(({ number }) => (number.step === 1 ? 0 : number.step * (parts.length / 2)))) + 1e-9;
  const wholes = totals.map(({ number }) => number.value);
  // 收到92件、上年结转2件，其中…: the parts may divide the sum of what stands before them.
  const sums = asked
    ? wholes.flatMap((whole, index) => [whole, ...wholes.slice(index + 1).map((other) => whole + other)])
    : [...wholes, sumOf(totals), sumOf(totals.slice(0, 2))];
  const fits = (value: number): boolean => sums.some((whole) => Math.abs(whole - value) <= tolerance);
  // The list may end before the last number of the sentence.
  if (!bounded && parts.some((_, index) => index > 0 && fits(sumOf(parts.slice(0, index + 1))))) return undefined;
  if (asked && sum !== total && !fits(sum)) return { total, sum };
  const greatest = Math.max(...sums);
  // Two parts that overlap (自然人80件，网上80件) exceed the whole rightly.
  const slightly = !channels && sum < greatest * SLIGHTLY;
  if (sum > greatest + tolerance)
    return complete || parts.length > 2 || slightly || parts.some(({ number }) => number.value > greatest) ? { total, sum } : undefined;
  // 公开信息420条，其中解读8条、…: what makes up little of the whole is a choice of examples.
  const most = including ? parts.length > 3 && sum > total * NEARLY : parts.length > 2 && sum > total * MOST;
  return closed && sum < total - tolerance && (complete || most) ? { total, sum } : undefined;
}
