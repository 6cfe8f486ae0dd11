/** Where lists of figures begin: 其中, 分别为, a colon, a bracket, 从申请方式看. */
import { counts, isFigure } from './parse.js';
import type { ReadSentence } from './read.js';
import { has, type Kind, type Phrase } from './tree.js';

/** What becomes of requests. */
export const EVENTS: readonly Kind[] = ['receive', 'new', 'raise', 'handle', 'done', 'answer'];
/** Words of a sentence that states a whole of requests, which outcomes divide. */
export const WHOLE: readonly Kind[] = [...EVENTS, 'request', 'application', 'carry', 'total'];
/** What may stand between a number and its bracket. */
const AFTER_COUNT: readonly Kind[] = ['filler', 'all', 'done', 'answer', 'application', 'request', 'object'];
/** 办理情况为：, 答复结果如下：. */
const RESULTS = /(?:办理|答复|处理)(?:的)?(?:情况|结果)(?:为|是|如下)?\s?$/;
/** 按渠道分：, 从办理结果看：. */
const VIEWED = /(?:按|从)[^,，。;；:：]{1,14}(?:分|划分|看|统计)\s?$/;
/** 从办理结果看, 按渠道分 at the beginning of a sentence. */
const VIEW = /^[\s“"(（]*(?:按|从)[^,，。;；:：]{1,14}[,，:：]/;
/** What a part of the requests by the way they came says beside that way. */
const HANDED_IN: ReadonlySet<Kind> = new Set<Kind>(
  'channel filler application request object quantity raise receive among including and disclosure rest people year own area'.split(' ') as Kind[],
);

/** Whether a phrase counts requests by the way they came: each came one way. */
export function handedIn({ words, lead, tail, tokens }: Phrase): boolean {
  const named = has(lead, 'channel') || has(tail, 'channel');
  return named && words.every(({ kind }) => HANDED_IN.has(kind)) && !tokens.some(({ type }) => type === 'gap' || type === 'title');
}

/** What opens a list. */
export interface Opener {
  /** Index of its first phrase, and in how many brackets it stands. */
  readonly first: number;
  readonly depth: number;
  readonly start: number;
  readonly by: 'among' | 'including' | 'respectively' | 'colon' | 'bracket' | 'within' | 'view' | 'whole';
  /** Only outcomes may follow. */
  readonly outcomes?: true;
  /** Its last number is what the others add up to. */
  readonly summed?: true;
  /** A number and what became of it stand before its bracket: that number alone is the whole. */
  readonly only?: true;
}

/** Whether a sentence begins with 从…看 or 按…分. */
export function isView({ text, start }: ReadSentence): boolean {
  return VIEW.test(text.slice(start, start + 16));
}

/** Whether a phrase closes with its figure, or with nothing but what became of it. */
function closesWithCount({ tokens, figure, tail }: Phrase, only: boolean): boolean {
  if (!counts(figure)) return false;
  const rest = tokens.slice(tokens.findIndex(isFigure) + 1);
  return only ? rest.length > 0 && tail.every(({ kind }) => AFTER_COUNT.includes(kind)) && rest.every(({ type }) => type === 'word') : rest.length === 0;
}

/** The opener that a phrase is by its mark: 34条：, 34条（, 按渠道分：, 办结的38件中，. */
function openedByMark({ text }: ReadSentence, phrase: Phrase, before: Phrase, first: number): Opener | undefined {
  const { start, depth, opening } = phrase;
  const base = { first, depth, start: before.end };
  const lead = text.slice(Math.max(0, before.end - 20), before.end);
  if (opening === 'colon' && RESULTS.test(lead)) return { ...base, by: 'colon', outcomes: true };
  if (opening === 'colon' && (closesWithCount(before, false) || VIEWED.test(lead))) return { ...base, by: VIEWED.test(lead) ? 'view' : 'colon' };
  if (opening === 'comma' && VIEWED.test(lead)) return { ...base, by: 'view' };
  if (opening === 'open' && closesWithCount(before, false)) return { ...base, start: start - 1, by: 'bracket' };
  if (opening === 'open' && closesWithCount(before, true)) return { ...base, start: start - 1, by: 'bracket', only: true };
  const inside = (opening === 'comma' || opening === 'colon' || opening === 'joined') && before.within;
  return inside && (counts(before.figure) || has(before.words, ...EVENTS, 'request', 'application')) ? { ...base, by: 'within' } : undefined;
}

/** 办结109件，公开45件、部分公开14件，其余50件: what is left makes a list of what stands before it whole. */
function remainderList({ phrases, text }: ReadSentence): Opener | undefined {
  const counted = phrases.filter(({ figure }) => counts(figure));
  const rest = counted.findIndex(({ words, figure }) =>
    words.some(({ kind, start, end }) => kind === 'rest' && /^(?:其余|余下|剩余)/.test(text.slice(start, end)) && end <= figure!.start),
  );
  // 网上60件、信函40件，其余10件当面提交，共110件 is no list of what stands first.
  if (rest < 2 || has(counted[rest]!.words, 'carry', 'future') || has(counted.at(-1)!.lead, 'total')) return undefined;
  return { first: phrases.indexOf(counted[1]!), depth: counted[1]!.depth, start: counted[0]!.figure!.end, by: 'whole' };
}

/** A sentence that is a list from its beginning: 网上提交133件，当面提交11件; A 12条，B 33条，C 18条，合计63条. */
function wholeSentence({ phrases, start, topic }: ReadSentence): readonly Opener[] {
  const counted = phrases.filter(({ figure }) => counts(figure));
  if (counted.length < 2) return [];
  const opener: Opener = { first: 0, depth: 0, start, by: 'whole' };
  if (topic === 'request' && counted.every(handedIn)) return [opener];
  // 23件申请，信函15件，线上8件
  if (topic === 'request' && counted.length > 2 && !has(counted[0]!.words, 'channel') && counted.slice(1).every(handedIn))
    return [{ ...opener, first: phrases.indexOf(counted[1]!), start: counted[0]!.figure!.end }];
  const last = counted.at(-1)!;
  // 线上90件，线下20件，共110件
  const ways = counted.slice(0, -1).every(({ words }) => has(words, 'channel')) || counted.slice(0, -1).every(({ words }) => has(words, 'applicant'));
  if (counted.length > 2 && ways && has(last.lead, 'total')) return [{ ...opener, summed: true }];
  const events = phrases.some(({ words }) => has(words, ...EVENTS, 'carry', 'outcome', 'verb'));
  return counted.length > 3 && has(last.lead, 'total') && !events ? [{ ...opener, summed: true }] : [];
}

/** The openers of a sentence, in order. */
export function openers(sentence: ReadSentence): readonly Opener[] {
  const { phrases, text } = sentence;
  const found = phrases.flatMap((phrase, first): readonly Opener[] => {
    const { opener, words, depth, start } = phrase;
    if (opener === 'among') return [{ first, depth, start, by: 'among' }];
    if (opener === 'including') {
      const word = words.find(({ kind }) => kind === 'including')!;
      const said = text.slice(word.start, word.end);
      // 含 and 涵盖 promise nothing; （包括 is one opener.
      return /^(?:含|涵盖|内含|另含|含有)/.test(said) ? [] : [{ first, depth, start: word.start, by: said.startsWith('具体') ? 'respectively' : 'including' }];
    }
    const told = words.find(({ kind }) => kind === 'respectively') ?? respectivelyIn(sentence, phrase);
    // 59件办结申请按结果分别为：…: the figure before is the whole.
    if (told) return [{ first: phrase.figure && phrase.figure.end <= told.start ? first + 1 : first, depth, start: told.start, by: 'respectively' }];
    const before = phrases[first - 1];
    const marked = before && openedByMark(sentence, phrase, before, first);
    return marked ? [marked] : [];
  });
  const inner = found.every(({ by }) => by === 'respectively');
  const remainder = inner ? remainderList(sentence) : undefined;
  return remainder ? [remainder] : found.length > 0 ? found : wholeSentence(sentence);
}

/** 分别为 in the tokens of a phrase whose words were shared out. */
function respectivelyIn(_sentence: ReadSentence, { tokens, figure }: Phrase): { readonly start: number } | undefined {
  return tokens.find((token) => token.type === 'word' && token.kind === 'respectively' && token.end <= (figure?.start ?? 0));
}
