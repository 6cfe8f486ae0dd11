/** Reading what is claimed not to exist: 未收到…申请, 未发生…复议、诉讼, 零申请, 无结转, 无纠错、败诉. */
import { cellPointer } from '../../form/editions/index.js';
import { type AsideReason, type ClaimReading, plus } from './claim.js';
import { has, type WordToken } from './frame.js';
import { namesOtherOrgan, scopeDoubt } from './scope.js';
import type { Walk } from './state.js';
import { type LexedSentence, unread } from './tokens.js';
import type { DisputeGroup, Word } from './vocabulary.js';

const GROUPS: readonly DisputeGroup[] = ['reconsideration', 'litigation/direct', 'litigation/afterReconsideration'];
const CLOSING: readonly Word['kind'][] = [
  'filler',
  'occur',
  'and',
  'open-list',
  'disclosure-matter',
  'request',
  'application',
  'own',
  'foreign',
  'dispute',
  'result',
  'receive',
  'handle',
];
const CAUSES: readonly Word['kind'][] = [
  'filler',
  'occur',
  'and',
  'disclosure-matter',
  'request',
  'application',
  'own',
  'own-region',
  'foreign',
  'open-list',
  'receive',
  'receive-new',
  'about',
];
/** Causes of a dispute that say no more than that it is about disclosure. */
const CAUSE = /不履行|义务|过程中|方面|而|所|其|处|等|原因|涉|类/g;

/** The words that are denied: up to the next mark, number or negation. */
function denied(sentence: LexedSentence, index: number): { readonly words: readonly WordToken[]; readonly end: number } | undefined {
  const words: WordToken[] = [];
  for (const token of sentence.tokens.slice(index + 1)) {
    if (token.type === 'number') return undefined;
    if (token.type === 'mark' || (token.type === 'word' && (token.word.kind === 'not' || token.word.kind === 'none'))) return { words, end: token.start };
    if (token.type === 'word') words.push(token);
  }
  return { words, end: sentence.end };
}

type Object =
  | { readonly table: 'requests' | 'disputes'; readonly readings: readonly ClaimReading[]; readonly from: WordToken; readonly to: WordToken }
  | { readonly aside: AsideReason; readonly to: WordToken };

function disputesDenied(walk: Walk, text: string, start: number, end: number, words: readonly WordToken[]): Object | undefined {
  const named = words.filter(({ word }) => word.kind === 'dispute');
  const corrected = words.find(({ word }) => word.kind === 'result' && word.result === 'corrected');
  if (named.length === 0 && !corrected) return undefined;
  const last = words.findLast(({ word }) => word.kind === 'dispute' || word.kind === 'result')!;
  const first = named[0] ?? corrected!;
  if (words.some(({ word }) => word.kind === 'unknown-result' || (word.kind === 'result' && word.result !== 'corrected')))
    return { aside: 'ambiguous', to: last };
  if (has(words, 'other-cause', 'restriction') && !has(words, 'disclosure-matter', 'request')) return { aside: 'foreign', to: last };
  if (!walk.disclosure && !has(words, 'disclosure-matter', 'request')) return { aside: 'foreign', to: last };
  // 无因答复不当引起的复议 leaves other disputes open.
  if (words.some((word) => word.start < first.start && !CAUSES.includes(word.word.kind))) return { aside: 'subset', to: last };
  const cause = unread(text, start, first.start, words).replace(CAUSE, '');
  const rest = words.filter((word) => word.start > first.start && !CLOSING.includes(word.word.kind));
  if (cause !== '' || rest.length > 0 || unread(text, first.end, end, words).replace(CAUSE, '') !== '') return { aside: 'unread', to: last };
  const groups =
    named.length > 0
      ? [...new Set(named.flatMap(({ word }) => (word.kind === 'dispute' ? word.groups : [])))]
      : walk.disputes.all.length > 0
        ? walk.disputes.all
        : GROUPS;
  const result = corrected ? 'corrected' : 'total';
  return { table: 'disputes', readings: [groups.map((group) => plus(cellPointer('disputes', '', `${group}/${result}`)))], from: first, to: last };
}

function requestsDenied(walk: Walk, text: string, start: number, end: number, words: readonly WordToken[], received: boolean): Object | undefined {
  const carried = words.find(({ word }) => word.kind === 'carried-in' || word.kind === 'carried-out');
  const object = words.find(({ word }) => word.kind === 'request' || word.kind === 'application');
  const to = carried ?? object;
  if (!to || (!carried && object!.word.kind === 'application' && walk.topic !== 'request' && !walk.disclosure)) return undefined;
  // 无逾期答复的申请 denies something else than requests.
  const allowed: readonly Word['kind'][] =
    received || carried
      ? [
          'filler',
          'request',
          'application',
          'disclosure-matter',
          'own',
          'receive',
          'receive-new',
          'handle',
          'and',
          'occur',
          'applicant',
          'open-list',
          'carried-in',
          'carried-out',
        ]
      : ['filler', 'request', 'application', 'own', 'and', 'carried-in', 'carried-out', 'occur'];
  if (has(words, 'channel')) return { aside: 'subset', to };
  if (has(words, 'foreign', 'proactive')) return { aside: 'foreign', to };
  if (!words.every(({ word }) => allowed.includes(word.kind)) || unread(text, start, end, words) !== '') return { aside: 'unread', to };
  const cell = carried ? (carried.word.kind === 'carried-in' ? 'carriedOver' : 'carriedForward') : 'newlyReceived';
  return {
    table: 'requests',
    readings: [[plus(cellPointer('requests', cell, 'total'))]],
    from: words[0]!,
    to: words.findLast(({ word }) => word.kind === 'request' || word.kind === 'application') ?? to,
  };
}

/** Reads the negation at `index` of a sentence: a claim that something is 0, a negation left aside, or nothing. */
export function readNegation(walk: Walk, sentence: LexedSentence, index: number): void {
  const { text } = walk;
  const negation = sentence.tokens[index] as WordToken;
  const found = denied(sentence, index);
  if (!found || found.words.length === 0 || /[如若倘凡]/.test(text[negation.start - 1] ?? '')) return;
  const { words, end } = found;
  const verb = words.find(({ word }) => word.kind !== 'filler');
  const received = verb?.word.kind === 'receive' || verb?.word.kind === 'receive-new';
  // 未 needs a verb that can be denied; 无 and 零 deny what follows.
  if (
    negation.word.kind === 'not' &&
    !received &&
    !has(words.slice(0, 2), 'occur', 'dispute', 'carried-in', 'carried-out', 'carried') &&
    !/没有$/.test(text.slice(0, negation.end))
  )
    return;
  const object = disputesDenied(walk, text, negation.end, end, words) ?? requestsDenied(walk, text, negation.end, end, words, received);
  if (!object) return;
  const { pointer } = walk;
  const span: readonly [number, number] = [negation.start, object.to.end];
  const whose = scopeDoubt(walk.scope);
  const before = sentence.tokens.findLast((token) => token.type === 'mark' && token.end <= negation.start);
  const other = namesOtherOrgan(text.slice(before?.end ?? sentence.start, negation.start), walk.source.unit) ? 'other-unit' : undefined;
  const aside = (whose === 'area' ? undefined : whose) ?? other ?? ('aside' in object ? object.aside : undefined);
  if (aside !== undefined || 'aside' in object) {
    walk.leftAside.push({ pointer, span, reason: aside! });
    return;
  }
  const { table, readings } = object;
  walk.claims.push({
    pointer,
    span,
    sentence: walk.sentence,
    table,
    value: 0,
    step: 1,
    unit: '',
    readings,
    named: '',
    negative: true,
    ...(whose === 'area' ? { doubt: whose } : {}),
    ...(walk.scope.level ? { level: true } : {}),
  });
}
