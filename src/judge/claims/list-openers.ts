/** Where lists of numbers begin: 其中, 分别为, a colon, a bracket, 从申请方式看. */
import { has, isWord, type NumberToken } from './frame.js';
import type { ReadSentence } from './read.js';
import type { Token } from './tokens.js';
import type { Word } from './vocabulary.js';

const OF_REQUESTS: readonly Word['kind'][] = ['request', 'application', 'receive', 'receive-new', 'done', 'answer'];
/** What becomes of requests. */
export const EVENTS: readonly Word['kind'][] = ['receive', 'receive-new', 'handle', 'done', 'answer'];
/** Words of a sentence that states a whole of requests, which outcomes divide. */
export const WHOLE: readonly Word['kind'][] = [...OF_REQUESTS, 'handle', 'carried-in', 'carried-out', 'total'];
/** What may stand between a number and its bracket. */
const AFTER_COUNT: readonly Word['kind'][] = ['filler', 'all', 'done', 'answer', 'application', 'request'];
/** 办理情况为：, 答复结果如下：. */
const RESULTS = /(?:办理|答复|处理)(?:的)?(?:情况|结果)(?:为|是|如下)?\s?$/;
/** 按渠道分：, 从办理结果看：. */
const VIEWED = /(?:按|从)[^,，。;；:：]{1,14}(?:分|划分|看|统计)\s?$/;
/** 从办理结果看, 按渠道分 at the beginning of a sentence. */
const VIEW = /^[\s“"(（]*(?:按|从)[^,，。;；:：]{1,14}[,，:：]/;
/** A part of the requests by the way they came: each came one way. */
export const HANDED_IN: RegExp =
  /(?:信函|来信|邮寄|邮政|当面|现场|窗口|传真|互联网|网络|网上|网站|线上|在线|平台|邮件|邮箱)(?:方式|渠道|形式|途径)?(?:提交|递交|提出|接收|收到)?[的了]?(?:申请|依申请公开)?[为有]?\s?\d[\d,]*\s?[件份宗]$/;
const NO_AMOUNT = /^$|[%‰年月日时分秒号倍天周岁位届级类]|百分点|工作日/;

/** Whether a token is a number that counts something. */
export function counts(token: Token): token is NumberToken {
  return token.type === 'number' && !NO_AMOUNT.test(token.number.unit);
}

/** What opens a list. */
export interface Opener {
  /** 从申请方式看 opens it. */
  readonly viewed?: true;
  /** Its last number is what the others add up to. */
  readonly summed?: true;
  /** A number and what became of it stand before its bracket: that number alone is the whole. */
  readonly only?: true;
  /** Index of the first token of the list. */
  readonly first: number;
  /** Only outcomes may follow. */
  readonly outcomes?: true;
  readonly start: number;
  readonly including: boolean;
  readonly complete: boolean;
}

/** Whether a sentence begins with 从…看 or 按…分. */
export function isView({ text, start }: ReadSentence): boolean {
  return VIEW.test(text.slice(start, start + 16));
}

/** Whether nothing but what became of a number stands between it and the bracket at `index`: 5件已答复（. */
function closesCount(tokens: readonly Token[], index: number): boolean {
  const number = tokens.slice(0, index).findLastIndex((token) => !isWord(token));
  const between = tokens.slice(number + 1, index);
  return (
    number !== -1 &&
    counts(tokens[number]!) &&
    between.length > 0 &&
    between.every((token, at) => isWord(token) && AFTER_COUNT.includes(token.word.kind) && token.start - tokens[number + at]!.end <= 1) &&
    tokens[index]!.start === between.at(-1)!.end
  );
}

/** Whether a mark opens a list: 34条：, 34条（, 按渠道分：, 办结的38件中，. */
function opens({ tokens, text, start }: ReadSentence, token: Extract<Token, { type: 'mark' }>, index: number): boolean {
  const previous = tokens[index - 1];
  const counted = previous !== undefined && counts(previous);
  const viewed = (): boolean => VIEWED.test(text.slice(Math.max(start, token.start - 20), token.start));
  if (token.mark === ':' ? counted || viewed() : token.mark === ',' && viewed()) return true;
  if (token.mark === '(') return (counted && previous.end === token.start) || closesCount(tokens, index);
  if ((token.mark !== ',' && token.mark !== ':') || text[token.start - 1] !== '中') return false;
  const before = tokens.slice(0, index);
  const clause = before.slice(before.findLastIndex(({ type }) => type === 'mark') + 1);
  return clause.some((one) => counts(one) || (isWord(one) && OF_REQUESTS.includes(one.word.kind)));
}

/** A sentence that is a list from its beginning: 网上提交133件，当面提交11件; A 12条，B 33条，C 18条，合计63条. */
function wholeSentence({ tokens, text, start, topic }: ReadSentence): readonly Opener[] {
  const numbers = tokens.filter(counts);
  if (numbers.length < 2) return [];
  const opener = { first: 0, start, including: false, complete: false };
  if (topic === 'request' && numbers.every((number, index) => HANDED_IN.test(text.slice(numbers[index - 1]?.end ?? start, number.end)))) return [opener];
  const last = numbers.at(-1)!;
  const lead = tokens.filter((token) => token.start >= numbers.at(-2)!.end && token.end <= last.start).filter(isWord);
  const events = has(tokens.filter(isWord), ...EVENTS, 'carried-in', 'carried-out', 'carried', 'outcome', 'document-verb');
  return numbers.length > 3 && has(lead, 'total') && !events ? [{ ...opener, summed: true }] : [];
}

/** The openers of a sentence, in order. */
export function openers(sentence: ReadSentence): readonly Opener[] {
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
        found.push({
          first: index + 1,
          start: token.start,
          including: false,
          complete: false,
          ...(outcomes ? { outcomes } : {}),
          ...(closesCount(tokens, index) ? { only: true } : {}),
          ...(token.mark === ',' && text[token.start - 1] !== '中' ? { viewed: true } : {}),
        });
    }
  });
  return found.length > 0 ? found : wholeSentence(sentence);
}
