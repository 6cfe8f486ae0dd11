/** What is said not to be: 未收到…申请, 未发生…复议、诉讼, 零申请, 无结转, 行政复议为零, 没有不予公开的. */
import { cellPointer, type TableKey } from '../../form/editions/index.js';
import { applicantColumns, type ClaimReading, cases, GROUPS, inColumns, plus, rowTotal } from './cells.js';
import type { AsideReason, Claim, LeftAside } from './claim.js';
import { type Context, groupsNamed } from './context.js';
import { resultsNamed } from './disputes.js';
import { direction, outcomeWays } from './requests.js';
import { namesOtherOrgan, scopeDoubt } from './scope.js';
import type { Site } from './site.js';
import { has, type Kind, of, type Phrase, type Token, type Word } from './tree.js';

/** What denials of a phrase say. */
export interface Denied {
  readonly claims: readonly Claim[];
  readonly aside?: LeftAside;
}

/** Words that may stand beside what is denied without limiting it. */
const PLAIN: ReadonlySet<Kind> = new Set<Kind>([
  ...([
    'filler',
    'occur',
    'and',
    'open',
    'object',
    'quantity',
    'request',
    'application',
    'disclosure',
    'own',
    'people',
    'receive',
    'new',
    'raise',
    'total',
  ] as const),
  ...([
    'year',
    'all',
    'every',
    'area',
    'handle',
    'dispute',
    'result',
    'outcome',
    'cells',
    'applicant',
    'carry',
    'future',
    'past',
    'unfinished',
    'none',
    'zero',
    'decide',
    'answer',
    'grant',
    'about',
  ] as const),
]);
/** What may stand beside decisions or fees that were not. */
const DECIDES: ReadonlySet<Kind> = new Set<Kind>('decide filler and occur receive object quantity total year own open'.split(' ') as Kind[]);
/** Causes of a dispute that say no more than that it is about disclosure, and links between words. */
const LINKS = /不履行|义务|过程中|工作|方面|而|所|其|处|等|原因|涉|类|一|过|起|例|件|宗|进行|受到|上级|我|的|再|有/g;

type Object = { readonly table: TableKey; readonly readings: readonly ClaimReading[] } | { readonly aside: AsideReason };

/** What stands in the tokens that nobody understood. */
function unread(text: string, tokens: readonly Token[]): string {
  return tokens
    .filter(({ type }) => type === 'gap')
    .map(({ start, end }) => text.slice(start, end))
    .join('')
    .replace(LINKS, '')
    .replace(/\s/g, '');
}

/** Denied cases. */
function deniedCases(words: readonly Word[], rest: string, context: Context): Object {
  const close = has(words, 'disclosure', 'request');
  const results = resultsNamed(words);
  if (!results || results.includes('upheld')) return { aside: 'ambiguous' };
  if (has(words, 'cause', 'part', 'foreign', 'publish') && !close) return { aside: 'foreign' };
  if (!close && !context.disclosure && context.section !== 'disputes') return { aside: 'foreign' };
  if (has(words, 'compound', 'late', 'channel', 'part', 'authority')) return { aside: 'subset' };
  if (rest !== '') return { aside: 'unread' };
  const named = groupsNamed(words);
  const all = named.length > 0 ? named : context.cases.ever.length > 0 ? context.cases.ever : GROUPS;
  // 复议8件、诉讼5件，无败诉: only an action can be lost.
  const lost = of(words, 'result').length > 0 && of(words, 'result').every(({ of: which }) => which === 'lost');
  const groups = lost ? all.filter((group) => group !== 'reconsideration') : all;
  return { table: 'disputes', readings: [cases(groups, results.length > 0 ? results : ['total'])] };
}

/** Denied requests, or outcomes of them. */
function deniedRequests(text: string, phrase: Phrase, { words, tokens }: Denial, rest: string, context: Context): Object | undefined {
  const way = direction(text, { ...phrase, words, tokens }, context.year);
  const outcomes = of(words, 'outcome', 'cells');
  const about = has(words, 'request') || ((context.topic === 'request' || context.disclosure) && has(words, 'application'));
  const ours = context.topic === 'request' || has(words, 'request');
  const carried = way !== undefined && has(words, 'carry', 'future', 'past');
  if (!carried && !(outcomes.length > 0 && ours) && !about && !(has(words, 'applicant') && has(words, 'raise', 'receive') && ours)) return undefined;
  if (has(words, 'channel')) return { aside: 'subset' };
  if (has(words, 'foreign', 'proactive', 'publish')) return { aside: 'foreign' };
  if (rest !== '' || !words.every(({ kind }) => PLAIN.has(kind))) return { aside: 'unread' };
  const columns = [...new Set(of(words, 'applicant').flatMap(({ of: which }) => applicantColumns(which)))];
  // 公民、法人…: all kinds of applicants are none in particular.
  const narrow = columns.length > 0 && columns.length < 6 ? columns : ['total'];
  const row: ClaimReading = carried ? [rowTotal(way === 'out' ? 'carriedForward' : 'carriedOver')] : [rowTotal('newlyReceived')];
  if (carried && way === 'open') return { table: 'requests', readings: [[rowTotal('carriedOver')], [rowTotal('carriedForward')]] };
  if (!carried && outcomes.length > 0) return { table: 'requests', readings: outcomes.flatMap(outcomeWays).map((cells) => inColumns(cells.map(plus), narrow)) };
  return { table: 'requests', readings: [inColumns(row, narrow)] };
}

/** Documents that were not made, decisions that were not taken, fees that were not collected. */
function deniedDisclosure(words: readonly Word[], rest: string, context: Context): Object | undefined {
  const decision = words.find(({ kind }) => kind === 'decision' || kind === 'fees');
  if (decision) {
    if (rest !== '' || context.scope.whose || !words.every((word) => word.kind === decision.kind || DECIDES.has(word.kind))) return undefined;
    const decisions = of(words, 'decision').map(({ of: which }) => plus(cellPointer('disclosure', which, 'decisions')));
    return { table: 'disclosure', readings: [decision.kind === 'fees' ? [plus('/tables/disclosure/fees/amount')] : decisions] };
  }
  const verb = words.find(({ kind }) => kind === 'verb');
  const document = words.find(({ kind, of: which }) => kind === 'document' && which !== 'any');
  if (!verb || !document || has(words, 'publish', 'proactive', 'foreign', 'area', 'units') || rest !== '' || context.scope.whose) return undefined;
  const column = verb.of as 'issued' | 'repealed' | 'inForce';
  return { table: 'disclosure', readings: [[plus(cellPointer('disclosure', document.of, column))]] };
}

/** What the words say is not: cases, requests or documents. */
function objectOf(text: string, phrase: Phrase, denial: Denial, rest: string, context: Context): Object | undefined {
  const { words } = denial;
  const caseWords =
    has(words, 'dispute') ||
    (words.some(({ kind, of: which }) => kind === 'result' && (which === 'corrected' || which === 'lost')) &&
      (context.cases.all.length > 0 || context.topic === 'dispute' || context.disclosure));
  if (caseWords) return deniedCases(words, rest, context);
  return deniedRequests(text, phrase, denial, rest, context) ?? deniedDisclosure(words, rest, context);
}

const NEGATIONS: readonly Kind[] = ['not', 'none', 'zero'];
const VERBS_ALONE: ReadonlySet<Kind> = new Set<Kind>(['occur', 'filler', 'quantity', 'receive']);

/** A denial: its word, and the words it denies. */
interface Denial {
  readonly by: Word;
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

/** Whether what stands behind a negation is only its verb, so that what it denies stands before it: 复议未发生, 申请为零. */
function looksBack(said: string, behind: readonly Token[]): boolean {
  return /[为是]/.test(said) || behind.every((token) => token.type === 'word' && VERBS_ALONE.has(token.kind));
}

/** The denials of a phrase without a figure: what stands between two negations belongs to one of them. */
function denialsIn(text: string, { tokens }: Phrase): readonly Denial[] {
  const at = tokens.flatMap((token, index) => (token.type === 'word' && NEGATIONS.includes(token.kind) ? [index] : []));
  return at.map((index, order): Denial => {
    const by = tokens[index] as Word;
    const behind = tokens.slice(index + 1, at[order + 1] ?? tokens.length);
    const back = looksBack(text.slice(by.start, by.end), behind);
    const denied = back ? tokens.slice((at[order - 1] ?? -1) + 1, index) : behind;
    const words = [...denied, ...(back ? behind : [])].filter((token): token is Word => token.type === 'word');
    return { by, words, tokens: denied };
  });
}

/** Whether 未 has a verb that it can deny; 无 and 零 deny what follows. */
function denies(text: string, { by, words }: Denial): boolean {
  if (by.kind !== 'not' || /有$/.test(text.slice(by.start, by.end))) return true;
  const verb = words.find(({ kind }) => kind !== 'filler' && kind !== 'people' && kind !== 'decide');
  const verbs: readonly Kind[] = ['receive', 'new', 'raise', 'occur', 'dispute', 'carry', 'outcome', 'verb', 'result', 'future', 'decision', 'fees'];
  return verb !== undefined && verbs.includes(verb.kind);
}

/** Reads what a phrase without a figure denies; undefined when it denies nothing of the tables. */
export function readDenial(site: Site, phrase: Phrase, context: Context): Denied | undefined {
  const { text, pointer, index } = site;
  if (phrase.figure || !has(phrase.words, ...NEGATIONS) || phrase.quoted) return undefined;
  const whose = scopeDoubt(context.scope);
  const claims: Claim[] = [];
  let aside: LeftAside | undefined;
  for (const denial of denialsIn(text, phrase)) {
    const { by, words, tokens } = denial;
    if (/[如若倘凡]/.test(text[by.start - 1] ?? '') || !denies(text, denial)) continue;
    const object = objectOf(text, phrase, denial, unread(text, tokens), context);
    if (!object) continue;
    const told = words.filter(({ kind }) => kind !== 'filler' && kind !== 'object' && kind !== 'quantity' && kind !== 'and' && kind !== 'open');
    const span: readonly [number, number] = [Math.min(by.start, ...told.map(({ start }) => start)), Math.max(by.end, ...told.map(({ end }) => end))];
    const other = namesOtherOrgan(text.slice(phrase.start, span[0]), context.unit.name) ? 'other-unit' : undefined;
    const reason = (whose === 'area' ? undefined : whose) ?? other ?? ('aside' in object ? object.aside : undefined);
    if (reason !== undefined || 'aside' in object) {
      aside ??= { pointer, span, reason: reason! };
      continue;
    }
    const { table, readings } = object;
    const base = { pointer, span, sentence: index, table, value: 0, step: 1, unit: '', readings, named: '', negative: true };
    claims.push({ ...base, ...(whose === 'area' ? { doubt: whose } : {}), ...(context.scope.level ? { level: true } : {}) });
  }
  return claims.length === 0 && !aside ? undefined : { claims, ...(aside ? { aside } : {}) };
}
