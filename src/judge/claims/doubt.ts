/** What in the words around a number keeps it from being compared with a table. */
import type { AsideReason } from './claim.js';
import { type Frame, has, type WordToken } from './frame.js';
import { ORGAN_NAME, type UnitKind } from './scope.js';
import { unread } from './tokens.js';

/** What the paragraph has spoken of last. */
export type Topic = 'request' | 'dispute' | 'proactive' | 'foreign' | undefined;

/** What was said before the clause. */
export interface Background {
  readonly topic: Topic;
  /** A way in which requests came was named since the last number. */
  readonly channel: boolean;
  /** The numbered paragraph is about requests: the outcomes of the form are those of requests there, whatever was named last. */
  readonly requests: boolean;
  /** The sentence, the sentences before it or the section speak of disclosure. */
  readonly disclosure: boolean;
  readonly kind: UnitKind;
}

/** 印发文件74件，其中主动公开31件、不予公开34件: how documents may be published, not how requests ended. */
const ATTRIBUTES = /(?:发文|公文|文件|印发|制文)[^；;]{0,60}主动公开[类型的为有]{0,3}\s?\d[\d,]*\s?[件份个篇][^；;。]{0,40}$/;
const ELSEWHERE = /(?:转|移交|转交|转送|分送)[^，。；,;]{0,12}(?:部门|单位|机关|科室|股室|政府|镇|街道|局)/;

function aroundOf(frame: Frame): readonly WordToken[] {
  return [...frame.before, ...frame.after];
}

/** Why a number that names figures of table 三 is not one of them; scope and time apart. */
export function requestDoubt(frame: Frame, words: readonly WordToken[], { topic, channel, requests }: Background): AsideReason | undefined {
  const around = aroundOf(frame);
  if (!has(around, 'request') && topic !== 'request' && !(requests && has(words, 'outcome'))) return 'foreign';
  if (has(around, 'foreign', 'proactive', 'decision')) return 'foreign';
  if (has(frame.words, 'proactive') && ATTRIBUTES.test(frame.text.slice(Math.max(0, frame.number.start - 150), frame.number.start))) return 'foreign';
  if (has(frame.before, 'assist')) return 'subset';
  // 其余转下一年度办理: what goes on is the rest.
  if (has(around, 'remaining') && !has(words, 'carried-out')) return 'subset';
  if (has(around, 'about', 'restriction', 'except', 'other-cause')) return 'subset';
  if (channel && !has(around, 'total')) return 'subset';
  // 转相关部门办理60件: some were handled elsewhere.
  if (has(words, 'handle', 'done', 'answer') && ELSEWHERE.test(frame.text.slice(frame.start, frame.number.start))) return 'subset';
  if (has(frame.before, 'not', 'none') && frame.number.number.value !== 0) return 'ambiguous';
  const bare = words.length === 0;
  if (
    bare &&
    (has(around, 'unfinished', 'compound', 'rate', 'share', 'publication', 'open-outcome') ||
      unread(frame.text, frame.start, frame.number.start, frame.tokens) !== '')
  )
    return 'unread';
  return undefined;
}

/** The same for table 四. Cases must be about disclosure, and brought against the unit. */
export function disputeDoubt(frame: Frame, _words: readonly WordToken[], { disclosure }: Background): AsideReason | undefined {
  const around = aroundOf(frame);
  if (has(around, 'authority')) return 'agency';
  const close = has(frame.before, 'request', 'disclosure-matter');
  const verb = frame.before.find(({ word }) => word.kind === 'receive' || word.kind === 'receive-new' || word.kind === 'handle' || word.kind === 'done');
  if (verb && frame.text.slice(verb.start, verb.end).includes('受理')) return 'agency';
  if (verb && (verb.word.kind === 'handle' || verb.word.kind === 'done') && !close) return 'agency';
  // 行政诉讼21件，其中政府信息公开类5件: the whole is of all causes.
  const later = frame.words.filter(({ start }) => start > frame.number.end);
  const divided = !close && later.some(({ word }, index) => word.kind === 'among' && has(later.slice(index), 'request', 'disclosure-matter'));
  if (has(around, 'other-cause') || (!close && !disclosure) || divided || /无关/.test(frame.text)) return 'foreign';
  return has(around, 'restriction', 'remaining', 'except', 'decided-part') ? 'subset' : undefined;
}

/** The same for table 二. */
export function disclosureDoubt(frame: Frame, words: readonly WordToken[], { kind }: Background): AsideReason | undefined {
  const around = aroundOf(frame);
  if (has(around, 'foreign', 'request')) return 'foreign';
  if (has(around, 'about', 'restriction', 'remaining', 'except', 'channel')) return 'subset';
  const own = unread(frame.text, frame.start, Math.min(...words.map(({ start }) => start)), frame.tokens);
  // Of all in a region only its own government makes 规章.
  const alone = kind === 'government' && words.some(({ word }) => word.kind === 'document' && word.row === 'regulations') && /政府$/.test(own);
  const subject = alone ? '' : kind === 'government' ? own : own.replace(ORGAN_NAME, '');
  // Which part of a government made a document is not what table 二 divides by; other words before 行政处罚 name a field.
  if (subject !== '' && (kind === 'government' || has(words, 'decision'))) return 'subset';
  const remark = /^[^。；;，,]{0,8}/.exec(frame.text.slice(frame.number.end))![0];
  // 修改 may or may not have been counted as 制发.
  return has(words, 'document-verb') && /修改|修订/.test(frame.text.slice(frame.start, frame.number.end) + remark) ? 'ambiguous' : undefined;
}
