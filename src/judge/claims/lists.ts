/** Lists that divide a number: 共34条，其中A 11条、B 11条、C 12条. */
import { EVENTS, handedIn, isView, type Opener, openers, WHOLE } from './openers.js';
import { counts } from './parse.js';
import { isPercent } from './percent.js';
import type { ReadSentence } from './read.js';
import { type Figure, has, type Phrase, type Word } from './tree.js';

/** A number and its parts, as the text gives them. */
export interface NumberList {
  readonly pointer: string;
  /** From the word that opens the list to the last part. */
  readonly span: readonly [number, number];
  readonly unit: string;
  readonly parts: readonly Figure[];
  /** Numbers before the list in the same unit: the nearest first. */
  readonly totals: readonly Figure[];
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
  /** The figure that 包括 follows at once: no part is more than it. */
  readonly owner?: Figure;
}

/** Where a new statement begins after a semicolon. */
const NEW_START = /^\s*(?:共|另|此外|同时|并|还|全年|开展|举办|组织|召开)/;
/** Brackets within brackets beyond this are no list that anybody can follow. */
const DEEPEST = 3;
/** How many sentences back the number of requests may stand that a list of their ways divides. */
const SENTENCES = 6;
/** As many figures before such a list may be its whole. */
const MOST_TOTALS = 16;
/** A share of the whole that parts meant to be all of it reach even with a mistake in them. */
const MOST = 2 / 3;
/** As much of the whole as a list that 包括 opens does not leave out by choice. */
const NEARLY = 0.9;
/** Two parts that overlap seldom exceed the whole by so little; two that are all of it miss it by as little. */
const SLIGHTLY = 1.05;
const BARELY = 0.99;
/** Whoever is no person is an organization: 其中个人2件、企业1件. */
const APPLICANTS = /(?:个人|公民|自然人)[^,，、;；]{0,8}\d[^;；。]*(?:企业|法人|单位|组织)[^,，、;；]{0,8}\d/;
/** 按申请渠道分 */
const ASKED = /(?:申请|提交|受理|接收)(?:的)?(?:渠道|方式|途径|形式)/;
const REMAINDER = /其他|其它|其余|剩余|余下/;

/** Whether as many brackets close as open. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text) open += sign === '（' || sign === '(' ? 1 : sign === '）' || sign === ')' ? -1 : 0;
  return open === 0;
}

/** Units that count the same things. */
const ALIKE: { readonly [unit: string]: string } = { 名: '人', 份: '件', 宗: '件', 起: '件', 例: '件', 单: '件', 件次: '件' };

/** The unit of a number; 14名 divide into 9人 and 5人, 8宗 into 5件 and 3件. */
function unitOf({ number: { unit } }: Figure): string {
  return ALIKE[unit] ?? unit;
}

/** What a part divides by; parts of different kinds overlap. */
function dimension(words: readonly Word[], topic: ReadSentence['topic']): string | undefined {
  if (has(words, 'applicant')) return 'applicant';
  if (has(words, 'outcome', 'cells', 'result') || (has(words, 'carry') && !has(words, 'past')) || (topic !== 'proactive' && has(words, 'grant')))
    return 'outcome';
  return has(words, 'channel') ? 'channel' : undefined;
}

/** The parts that follow an opener, and where the list was cut off. */
interface Followed {
  readonly parts: readonly Phrase[];
  readonly end: number;
  readonly cut: boolean;
}

/** Whether a semicolon before a phrase ends the list of `parts`: what follows divides by something else, or is a statement of its own. */
function endsAt(sentence: ReadSentence, parts: readonly Phrase[], next: Phrase): 'ends' | 'cut' | undefined {
  const { topic, text } = sentence;
  const words = parts.flatMap((part) => part.words);
  const [own, other] = [dimension(words, topic), dimension(next.words, topic)];
  const past = has(next.words, 'past') && has(next.words, 'carry');
  // 其中上年结转1件；办结21件, 其中网上2件、信函1件；已办结3件
  const event = has(next.words, ...EVENTS) && !has(words, ...EVENTS) && !has(next.words, 'rest');
  if (past || (event && (has(words, 'carry') || own !== undefined)) || (other !== undefined && other !== own && next.opening === 'semicolon')) return 'ends';
  if (next.opening !== 'semicolon') return undefined;
  return NEW_START.test(text.slice(next.start, next.start + 6)) || (counts(next.figure) && next.figure.number.unit !== parts[0]!.figure!.number.unit)
    ? 'cut'
    : undefined;
}

/** Follows a list; undefined where it cannot be followed: a list inside it, too many brackets. */
function follow(sentence: ReadSentence, { first, depth }: Opener, next: Opener | undefined): Followed | undefined {
  const { phrases } = sentence;
  const parts: Phrase[] = [];
  for (let index = first; index < phrases.length; index += 1) {
    const phrase = phrases[index]!;
    if (phrase.depth < depth || (index > first && phrase.depth === depth && phrase.opening === 'open'))
      return { parts, end: phrases[index - 1]!.end, cut: false };
    if (phrase.depth > depth + DEEPEST) return undefined;
    if (phrase.depth > depth) continue;
    if (next && index >= next.first && next.depth === depth)
      return parts.length > 1 && endsAt(sentence, parts, phrase) ? { parts, end: phrases[index - 1]!.end, cut: false } : undefined;
    const ends = parts.length > 0 ? endsAt(sentence, parts, phrase) : undefined;
    if (ends && (phrase.opening === 'semicolon' || (parts.length > 1 && counts(phrase.figure))))
      return { parts, end: phrases[index - 1]!.end, cut: ends === 'cut' };
    if (counts(phrase.figure)) parts.push(phrase);
  }
  return { parts, end: sentence.end, cut: false };
}

/** What stands before the sentence of a list. */
interface Earlier {
  /** The sentence whose figures it may divide. */
  readonly previous: ReadSentence | undefined;
  /** All sentences of its paragraph before it, not too far back. */
  readonly paragraph: readonly ReadSentence[];
  /** The parts of earlier lists of its own sentence. */
  readonly divided: ReadonlySet<Figure>;
}

/** The parts by their units when two units take turns: 按件计收1件、100元，按量计收2件、1540元. */
function byUnit(parts: readonly Phrase[]): readonly (readonly Phrase[])[] {
  const [one, other] = [0, 1].map((turn) => parts.filter((_, index) => index % 2 === turn));
  const unit = (list: readonly Phrase[]): string => list[0]!.figure!.number.unit;
  const uniform = (list: readonly Phrase[]): boolean => list.every(({ figure }) => figure!.number.unit === unit(list));
  const turns = parts.length >= 4 && parts.length % 2 === 0 && uniform(one!) && uniform(other!) && unit(one!) !== unit(other!);
  return turns ? [one!, other!] : [parts];
}

function figuresBefore({ phrases }: ReadSentence, before: number, unit: string): readonly Figure[] {
  return phrases.flatMap(({ figure }) => (counts(figure) && figure.end <= before && unitOf(figure) === unit ? [figure] : [])).reverse();
}

/** Whether words of a list say that it leaves parts out: 等, or 主要. */
function isOpen({ text }: ReadSentence, words: readonly Word[], parts: readonly Figure[]): boolean {
  return words.some(
    ({ kind, start, end }) => kind === 'open' && (text.slice(start, end) !== '等' || start >= parts.at(-1)!.end || parts.some((part) => part.end === start)),
  );
}

/** The figures that a list may divide, nearest first, and its parts without the last when that one sums them up. */
function wholesOf(
  sentence: ReadSentence,
  { previous, paragraph, divided }: Earlier,
  opener: Opener,
  parts: readonly Phrase[],
  asked: boolean,
): { readonly totals: readonly Figure[]; readonly parts: readonly Phrase[] } | undefined {
  const unit = unitOf(parts[0]!.figure!);
  // What an earlier list of the sentence divides into is no whole, but for the last of it.
  const own = figuresBefore(sentence, opener.start, unit).filter((figure, index) => index === 0 || !divided.has(figure));
  // 网上申请55件、现场申请3件。办理结果为：… The sentence before divides by something else.
  const otherwise =
    opener.outcomes && previous?.phrases.some(({ words }) => has(words, 'channel')) && !previous.phrases.some(({ words }) => has(words, ...WHOLE));
  const whole = previous?.pointer === sentence.pointer && !otherwise;
  let totals = own.length > 0 ? own.slice(0, opener.only ? 1 : own.length) : whole ? figuresBefore(previous, Number.POSITIVE_INFINITY, unit) : [];
  // A、B，共5件: the last number sums up.
  const last = parts.at(-1)!;
  const sums =
    has(last.lead, 'total') && !has(last.words, 'request', 'outcome', 'cells', 'applicant', 'channel') && !last.tokens.some(({ type }) => type === 'gap');
  if (!sums && opener.summed) return undefined;
  if (asked && own.length === 0) totals = paragraph.toReversed().flatMap((other) => figuresBefore(other, Number.POSITIVE_INFINITY, unit));
  if (sums && parts.length > 2) return { parts: parts.slice(0, -1), totals: totals.length > 0 && !opener.summed ? totals : [last.figure!] };
  return { parts, totals: asked ? totals.slice(0, MOST_TOTALS) : totals };
}

/** Whether every part has a share of its own and the shares make up all: 300条（25%）、900条（75%）. */
function addUpToAll({ phrases }: ReadSentence, { first }: Opener, parts: readonly Figure[]): boolean {
  const shares = phrases.slice(first).filter(({ figure }, index) => isPercent(figure) && parts.includes(phrases[first + index - 1]?.figure as Figure));
  const sum = shares.reduce((all, { figure }) => all + figure!.number.value, 0);
  return shares.length === parts.length && Math.abs(sum - 100) < 1;
}

function listOf(sentence: ReadSentence, earlier: Earlier, opener: Opener, followed: Followed): NumberList | undefined {
  const { text, pointer, topic } = sentence;
  const dimensions = new Set(followed.parts.map(({ words }) => dimension(words, topic)).filter((kind) => kind !== undefined));
  const named = ASKED.test(text.slice(Math.max(sentence.start, opener.start - 20), opener.start));
  const asked =
    dimensions.has('channel') &&
    topic !== 'proactive' &&
    (named || (topic === 'request' && followed.parts.every((part) => handedIn(part) || (dimensions.size === 1 && has(part.lead, 'rest')))));
  const wholes = wholesOf(sentence, earlier, opener, followed.parts, asked);
  if (!wholes || wholes.parts.length < 2 || wholes.totals.length === 0) return undefined;
  const { parts, totals } = wholes;
  const unit = unitOf(parts[0]!.figure!);
  const figures = parts.map(({ figure }) => figure!);
  const words = sentence.phrases.filter(({ start, end }) => start >= opener.start && end <= followed.end).flatMap((phrase) => phrase.words);
  if (figures.some((figure) => unitOf(figure) !== unit || figure.number.bound) || totals[0]!.number.bound) return undefined;
  // 除甲1件外，其余2件 names all there are.
  const remainder = REMAINDER.test(text.slice(figures.at(-2)!.end, figures.at(-1)!.end));
  if (has(words, 'compare', 'change', 'cumulative', 'reach') || (has(words, 'except') && !remainder)) return undefined;
  // 各3件, 每月2期 is no part; 各社区公开栏公开43条 is.
  if (words.some(({ kind, start, end }) => kind === 'each' && (text[start] === '每' || figures.some((part) => part.start >= end && part.start - end <= 1))))
    return undefined;
  if (dimensions.size > 1 || (opener.outcomes && !parts.every((part) => dimension(part.words, topic) === 'outcome'))) return undefined;
  // 收到110件，从办理结果看，…: outcomes divide those completed, which need not stand there.
  if (opener.by === 'view' && text[opener.start] === '，' && dimensions.has('outcome')) return undefined;
  const columns = words.filter(({ kind }) => kind === 'applicant').map(({ of }) => of);
  const complete =
    opener.by === 'respectively' ||
    opener.summed === true ||
    asked ||
    APPLICANTS.test(text.slice(opener.start, figures.at(-1)!.end)) ||
    remainder ||
    addUpToAll(sentence, opener, figures) ||
    (columns.includes('naturalPerson') && (columns.includes('enterprise') || columns.includes('legal')));
  return {
    pointer,
    span: [opener.start, figures.at(-1)!.end],
    unit,
    parts: figures,
    totals,
    closed: !isOpen(sentence, words, figures) && (!followed.cut || complete),
    complete,
    including: opener.by === 'including',
    channels: dimensions.has('channel') && !asked,
    asked,
    bounded: opener.by === 'bracket',
    ...(opener.by === 'including' && totals[0] === sentence.phrases[opener.first - 1]?.figure ? { owner: totals[0]! } : {}),
  };
}

/** The lists of a text with the number each may divide. */
export function readLists(sentences: readonly ReadSentence[]): readonly NumberList[] {
  return sentences.flatMap((sentence, index) => {
    const found = openers(sentence);
    // Where a bracket is lost, nobody can tell which parts it held; text/unbalanced-marks speaks.
    if (found.length === 0 || !isBalanced(sentence.text.slice(sentence.start, sentence.end))) return [];
    // 从申请人看，…。从办理结果看，…: both divide what stands before them.
    let before = index - 1;
    while (before > 0 && isView(sentence) && isView(sentences[before]!)) before -= 1;
    const paragraph = sentences.slice(Math.max(0, index - SENTENCES), index).filter(({ pointer }) => pointer === sentence.pointer);
    const divided = new Set<Figure>();
    return found.flatMap((opener, order) => {
      const followed = follow(sentence, opener, found[order + 1]);
      if (!followed || followed.parts.length < 2) return [];
      const earlier = { previous: sentences[before], paragraph, divided: new Set(divided) };
      for (const { figure } of followed.parts) divided.add(figure!);
      return byUnit(followed.parts).flatMap((parts) => listOf(sentence, earlier, opener, { ...followed, parts }) ?? []);
    });
  });
}

/** The sums of the first figures of a list, the first two, …. */
function runningSums(figures: readonly Figure[]): readonly number[] {
  let sum = 0;
  return figures.map(({ number }) => {
    sum = Number((sum + number.value).toPrecision(12));
    return sum;
  });
}

/** The figures of a list when its parts do not add up to any number that it may divide. */
export interface BrokenList {
  readonly total: number;
  readonly sum: number;
}

function sumOf(figures: readonly Figure[]): number {
  return Number(figures.reduce((sum, { number }) => sum + number.value, 0).toPrecision(12));
}

/**
 * Judges a list: undefined when it adds up, or need not. More than the whole is always wrong, less only where
 * the list is closed: a last part 其他, or parts that make up most of the whole.
 */
export function judgeList({ parts, totals, closed, complete, including, channels, asked, bounded, owner }: NumberList): BrokenList | undefined {
  const sum = sumOf(parts);
  if (owner && parts.some(({ number }) => number.value > owner.number.value)) return { total: owner.number.value, sum };
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
  if (!bounded && runningSums(parts).slice(1).some(fits)) return undefined;
  if (asked && sum !== total && !fits(sum)) return { total, sum };
  const greatest = Math.max(...sums);
  // Two parts that overlap (自然人80件，网上80件) exceed the whole rightly.
  const slightly = !channels && sum < greatest * SLIGHTLY;
  if (sum > greatest + tolerance)
    return complete || parts.length > 2 || slightly || parts.some(({ number }) => number.value > greatest) ? { total, sum } : undefined;
  // 公开信息420条，其中解读8条、…: what makes up little of the whole is a choice of examples.
  const most = including ? parts.length > 3 && sum > total * NEARLY : (parts.length > 2 && sum > total * MOST) || (!channels && sum > total * BARELY);
  return closed && sum < total - tolerance && (complete || most) ? { total, sum } : undefined;
}
