/** From phrases to statements: a fold over the sentences of a text, phrase by phrase. */
import type { TableKey } from '../../form/editions/index.js';
import { type ClaimReading, rowTotal } from './cells.js';
import type { AsideReason, Claim, LeftAside } from './claim.js';
import { type Context, enter, NO_CASES } from './context.js';
import { readDenial } from './denial.js';
import { resolveDisclosure } from './disclosure.js';
import { resolveDisputes } from './disputes.js';
import { disclosureDoubt, disputeDoubt, obscure, requestDoubt } from './doubt.js';
import { COUNT_UNITS, type WrittenNumber } from './number.js';
import { NAMES } from './parse.js';
import { isRemainder, remainder } from './remainder.js';
import { areNested, direction, type Resolved, resolveRequests } from './requests.js';
import { namesOtherOrgan, type Scope, scopeDoubt, scopeOf } from './scope.js';
import type { Site } from './site.js';
import { has, type Kind, of, type Phrase, type Sentence, type Word } from './tree.js';

/** What became of a phrase. */
export interface Read {
  readonly phrase: Phrase;
  readonly claims: readonly Claim[];
  readonly aside?: LeftAside;
}

/** A phrase read, and the context behind it. */
interface Step {
  readonly read: Read;
  readonly context: Context;
}

/** As many statements back a total may sum up. */
const REMEMBERED = 12;
const VERBS: readonly Kind[] = ['receive', 'new', 'raise', 'handle', 'done', 'answer'];
/** What may stand beside 公开 that is an outcome: 公开45件. */
const BESIDE_GRANT: ReadonlySet<Kind> = new Set<Kind>([
  'grant',
  'among',
  'including',
  'filler',
  'request',
  'application',
  'total',
  'quantity',
  'decide',
  'and',
  'all',
  'open',
  'applicant',
  'outcome',
  'people',
  'occur',
  'respectively',
]);

/** The words of a phrase that name its figure. */
function namesOf(phrase: Phrase, { outcomes }: Sentence, { said, among, topic }: Context): readonly Word[] {
  // 答复109件，其中公开45件
  const divides = among && topic === 'request' && /receive|new|done|answer|handle/.test(said.at(-1)?.named ?? '');
  const grants = (outcomes || divides) && phrase.words.every(({ kind }) => BESIDE_GRANT.has(kind));
  const names = phrase.words.filter(({ kind }) => NAMES.has(kind) && (kind !== 'grant' || grants));
  // Unfinished cases are pending.
  return topic === 'dispute' ? names.map((word) => (word.kind === 'unfinished' ? { ...word, kind: 'result', of: 'pending' } : word)) : names;
}

/** The table that names speak of. */
function tableOf(names: readonly Word[], context: Context): TableKey {
  const cases = context.topic === 'dispute' || (context.cases.last.length > 0 && !has(names, ...VERBS, 'carry'));
  if (has(names, 'dispute') || (has(names, 'result', 'decided') && cases && !has(names, 'outcome', 'cells'))) return 'disputes';
  return has(names, 'document', 'verb', 'decision', 'fees') && !has(names, 'outcome', 'cells', 'applicant') ? 'disclosure' : 'requests';
}

/** A government, or the office that counts its requests. */
const OFFICE = /政府(?:办公[室厅])?$/;
/** 加上2023年结转的1件 */
const ADDS = /^(?:另?[外有]?加上?|连同)/;

/** A figure with the words that name it. */
interface Named {
  readonly phrase: Phrase;
  readonly names: readonly Word[];
  readonly table: TableKey;
  readonly span: readonly [number, number];
}

/** What may stand beside a figure whose names stand before its phrase. */
const BARE: ReadonlySet<Kind> = new Set<Kind>(['total', 'quantity', 'filler', 'year', 'until', 'decide', 'all', 'object', 'open', 'application']);
const ANNOUNCES: readonly Kind[] = ['outcome', 'cells', 'applicant', 'dispute', 'result', 'decision'];

/** The names of a figure that has none of its own: 予以公开的申请，2024年有45件; 复议案件稳中有降。全年共8件. */
function announced({ sentence, at }: Site, { words, tokens }: Phrase, { subject }: Context): readonly Word[] {
  const told = has(words, 'total', 'quantity', 'decide');
  if (!told || !words.every(({ kind }) => BARE.has(kind)) || tokens.some(({ type }) => type === 'gap')) return [];
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    const before = sentence.phrases[index]!;
    if ((before.figure && before.figure.number.unit !== '%') || has(before.words, 'foreign', 'publish', 'proactive', 'among')) return [];
    const names = of(before.words, ...ANNOUNCES);
    if (names.length > 0) return names;
  }
  return at === 0 || sentence.phrases.slice(0, at).every((phrase) => phrase.tokens.every(({ type }) => type === 'year')) ? subject : [];
}

/** Finds the words that name a figure; undefined when it counts nothing of the tables. */
function name(site: Site, phrase: Phrase, context: Context): Named | undefined {
  const { figure, words, lead } = phrase;
  const { unit } = figure!.number;
  const own = namesOf(phrase, site.sentence, context);
  const names = [...own, ...(own.every(({ kind }) => kind === 'left') ? announced(site, phrase, context) : [])];
  if ((unit === '元') !== has(names, 'fees')) return undefined;
  if (unit === '' && !has(lead, ...VERBS, 'quantity', 'total', 'carry', 'outcome', 'dispute')) return undefined;
  if (unit !== '元' && unit !== '' && !COUNT_UNITS.has(unit)) return undefined;
  const counted = has(words, 'application') && (has(words, 'total', 'quantity') || (phrase.within && site.at === 0));
  const requests = has(words, 'request') || (context.topic === 'request' && counted);
  if (names.length === 0 && !requests) return undefined;
  const table = tableOf(names, context);
  names.push(...(table === 'disclosure' ? verbBefore(site, phrase, names) : table === 'requests' ? reasonBefore(site, names) : []));
  if (table === 'disclosure' && !namesDocument(names, context)) return undefined;
  if (
    table === 'requests' &&
    names.length > 0 &&
    names.every(({ kind }) => VERBS.includes(kind) || kind === 'left') &&
    context.topic === undefined &&
    !requests
  )
    return undefined;
  if (table === 'disputes' && !has(names, 'dispute') && context.cases.last.length === 0) return undefined;
  // 结转2件 is told with its year.
  const years = phrase.tokens.filter((token) => token.type === 'year' && (token.year === (context.year ?? 0) - 1 || token.year === (context.year ?? 0) + 1));
  const carried = has(names, 'carry', 'handle', 'unfinished', 'left') ? [...of(words, 'past', 'future'), ...years] : [];
  const told = [...names, ...of(words, 'request'), ...carried];
  const span: readonly [number, number] = [Math.min(figure!.start, ...told.map(({ start }) => start)), Math.max(figure!.end, ...told.map(({ end }) => end))];
  return { phrase, names, table, span };
}

/** The reason that a clause before gives for an outcome: 为保护第三方合法权益，决定不予公开5件. */
function reasonBefore({ sentence, at }: Site, names: readonly Word[]): readonly Word[] {
  const before = sentence.phrases[at - 1];
  if (!before || before.figure || !has(names, 'outcome') || has(names, 'cells') || sentence.phrases[at]!.opening !== 'comma') return [];
  const rows = of(before.words, 'cells', 'outcome');
  return rows.length === 1 && areNested([...rows, ...of(names, 'outcome')]) ? rows : [];
}

/** The verb of the phrase before, which governs the documents joined to its own: 制发规章2部、规范性文件50件. */
function verbBefore({ sentence, at }: Site, { opening }: Phrase, names: readonly Word[]): readonly Word[] {
  const before = sentence.phrases[at - 1];
  if (opening !== 'joined' || !before?.figure || has(names, 'verb', 'decision', 'fees')) return [];
  return of(before.words, 'verb').slice(-1);
}

/** 文件 alone names nothing of table 二: 废止文件0件 does after 规范性文件, 印发文件36份 does not. */
function namesDocument(names: readonly Word[], { documents }: Context): boolean {
  if (has(names, 'decision', 'fees')) return true;
  if (names.some(({ kind, of: which }) => kind === 'document' && which !== 'any')) return true;
  return (
    documents !== undefined && has(names, 'verb') && !(has(names, 'document') && names.some(({ kind, of: which }) => kind === 'verb' && which === 'issued'))
  );
}

/** Whether a later part of the sentence divides cases of all causes: 行政诉讼21件，其中政府信息公开类5件. */
function dividedByCause({ sentence }: Site, { words, start }: Phrase): boolean {
  return sentence.causes > start && !has(words, 'request', 'disclosure');
}

/** The readings of a figure, or why it is not compared. */
function understand(site: Site, { phrase, names, table, span }: Named, context: Context): Resolved {
  const { text } = site;
  const { words, figure } = phrase;
  const aside = (reason: AsideReason): Resolved => ({ aside: reason });
  const whose = scopeDoubt(context.scope);
  if (phrase.quoted) return aside('foreign');
  // 47所高校收到218件: theirs, not the unit's.
  if (phrase.tokens.some((token) => token.type === 'number' && /^[所家]$/.test(token.number.unit) && token.end <= span[0])) return aside('area');
  if (whose && whose !== 'area') return aside(whose);
  const doubt =
    table === 'requests'
      ? requestDoubt(text, phrase, names, context, site.sentence.attributes)
      : table === 'disputes'
        ? disputeDoubt(text, phrase, context, dividedByCause(site, phrase))
        : disclosureDoubt(text, phrase, names, context);
  if (doubt === 'foreign' || doubt === 'agency') return aside(doubt);
  if (has(words, 'compare', 'change', 'reach') || (has(words, 'past') && table !== 'requests')) return aside('comparison');
  if (figure!.number.bound && figure!.number.bound !== 'near') return aside('approximate');
  if (!has(words, 'own', 'area', 'units', 'level') && namesOtherOrgan(text.slice(subjectStart(phrase, site), span[0]), context.unit.name))
    return aside('other-unit');
  if (doubt) return aside(doubt);
  if (obscure(text, phrase, [...names, ...of(words, 'request', 'application')], OFFICE.test(context.unit.name ?? '') && context.unit.kind !== 'town'))
    return aside('unread');
  if (table === 'disputes') return resolveDisputes(phrase, names, context);
  if (table === 'disclosure' && site.sentence.phrases[site.at + 1]?.opening === 'open' && has(site.sentence.phrases[site.at + 1]!.words, 'amended'))
    return aside('ambiguous');
  return table === 'requests' ? alone(site, resolveRequests(text, phrase, names, context)) : resolveDisclosure(phrase, names, context);
}

/** 收到5件申请，加上结转的1件: those carried in are added to this very figure, so that it holds none of them. */
function alone({ text, sentence, at }: Site, resolved: Resolved): Resolved {
  const next = sentence.phrases[at + 1];
  if (!('readings' in resolved) || !next || !ADDS.test(text.slice(next.start, next.start + 4)) || !has(next.words, 'carry', 'past')) return resolved;
  const single = resolved.readings.filter((reading) => reading.length === 1);
  return single.length > 0 ? { ...resolved, readings: single } : resolved;
}

function subjectStart(phrase: Phrase, { sentence, at }: Site): number {
  const before = sentence.phrases[at - 1];
  return before && !before.figure && phrase.opening === 'colon' ? before.start : phrase.start;
}

/** Whether a figure may be a part of what its words name. */
function mayBePart({ text, sentence, at }: Site, { phrase, names, table }: Named, context: Context): boolean {
  if (table === 'requests' && names.every(({ kind }) => VERBS.includes(kind))) {
    // 110件中102件已办结 is said of those received.
    const within = sentence.phrases[at - 1]?.within && sentence.phrases[at - 1]!.figure;
    if (sentence.withdrawn || (within && (!has(names, 'done', 'answer') || context.names.has('carriedOver')))) return true;
    // 其中1件由我镇答复, 其中有效申请105件: a list may divide by anything; 办结数 counts all those done, 新收 those new unless it divides those done.
    const whole = names[0] !== undefined && /(?:数|量)$/.test(text.slice(names[0].start, names[0].end));
    // 其中，答复98件，结转8件: all are either answered or carried out.
    if (context.names.has('carriedForward') && names.length > 0 && names.every(({ kind }) => kind === 'done' || kind === 'answer')) return false;
    const ofDone = /done|answer/.test(context.said.at(-1)?.named ?? '');
    return context.among && (!has(names, 'new') || ofDone) && !has(phrase.words, 'quantity') && !whole;
  }
  // 办理行政许可1300件 may count what was asked for, not what was decided.
  return table === 'disclosure' && has(names, 'decision') && has(phrase.lead, 'receive', 'handle', 'done', 'answer') && !sentence.decides;
}

const SUMS_UP: ReadonlySet<Kind> = new Set<Kind>(['total', 'quantity', 'filler', 'and', 'all', 'object', 'application']);

/** What a figure sums up that no word but 合计 names: 新收98件，上年结转6件，合计104件; 复议8件、诉讼5件，共13件. */
function grandTotal({ words, figure, tokens }: Phrase, { said }: Context): Claim | undefined {
  if (!has(words, 'total', 'quantity') || !words.every(({ kind }) => SUMS_UP.has(kind)) || tokens.some(({ type }) => type === 'gap') || figure!.number.bound)
    return undefined;
  const last = said.at(-1);
  const isRow = (claim: Claim | undefined, row: 'newlyReceived' | 'carriedOver'): boolean =>
    claim?.readings[0]?.length === 1 && claim.readings.some((reading) => reading.length === 1 && reading[0]!.pointer === rowTotal(row).pointer);
  const other = last && said.findLast((claim) => claim !== last && claim.table === last.table && !claim.negative);
  if (!last || !other || last.negative) return undefined;
  const both =
    (isRow(last, 'carriedOver') && said.some((claim) => isRow(claim, 'newlyReceived'))) ||
    (isRow(last, 'newlyReceived') && said.some((claim) => isRow(claim, 'carriedOver')));
  if (last.table === 'requests') return both ? { ...last, readings: [[rowTotal('newlyReceived'), rowTotal('carriedOver')]], named: 'total' } : undefined;
  const totals = said.filter(
    (claim) => claim.table === 'disputes' && claim.readings.length === 1 && claim.readings[0]!.every(({ pointer }) => pointer.endsWith('/total')),
  );
  return totals.length > 1 && totals.includes(last) ? { ...last, readings: [totals.flatMap(({ readings }) => readings[0]!)], named: 'total' } : undefined;
}

/** A phrase without the cause that stands behind its figure: 1件因收件较晚. */
function withoutCause(phrase: Phrase, text: string): Phrase {
  const cause = phrase.tail.find(({ start, end }) => /^[因由]/.test(text.slice(start, end)) && start > phrase.figure!.end - 1);
  if (!cause || !/^因/.test(text.slice(cause.start, cause.end)) || has(phrase.tail, 'cells', 'outcome')) return phrase;
  const [words, tail] = [phrase.words, phrase.tail].map((list) => list.filter(({ start }) => start < cause.start));
  return { ...phrase, words: words!, tail: tail!, tokens: phrase.tokens.filter(({ start }) => start < cause.start) };
}

/** The phrase with the clause behind it that says, without a figure, where it went: 尚有4件正在办理，结转下年度. */
function withPredicate(written: Phrase, { sentence, at, text }: Site): Phrase {
  const phrase = withoutCause(written, text);
  if ((!has(phrase.words, 'rest', 'left') && phrase === written) || has(phrase.words, 'carry', 'outcome', 'result', 'applicant')) return phrase;
  const next = sentence.phrases[at + 1];
  if (!next || next.figure || next.opening !== 'comma' || !has(next.words, 'carry', 'future', 'unfinished')) return phrase;
  return {
    ...phrase,
    end: next.end,
    tokens: [...phrase.tokens, ...next.tokens],
    words: [...phrase.words, ...next.words],
    tail: [...phrase.tail, ...next.words],
  };
}

/** What the last place that is not 0 is worth: 约380 is meant to the ten. */
function roughly({ value, step }: WrittenNumber): number {
  let place = step;
  while (value >= place * 10 && Math.round(value / step) % ((place * 10) / step) === 0) place *= 10;
  return Math.max(place, 1.5 * step);
}

/** Reads the figure of a phrase. */
function readFigure(
  site: Site,
  written: Phrase,
  context: Context,
): Pick<Read, 'claims' | 'aside'> & { readonly rows?: readonly ClaimReading[]; readonly whose?: 'other-unit' | 'agency'; readonly strange?: true } {
  const phrase = withPredicate(written, site);
  const { pointer } = site;
  const { number } = phrase.figure!;
  const { unit, value, step } = number;
  const base = { pointer, sentence: site.index, value, step: number.bound ? roughly(number) : step, unit, negative: false, figure: number };
  const left =
    COUNT_UNITS.has(unit) &&
    isRemainder(phrase) &&
    !namesOf(phrase, site.sentence, context).some(({ kind, start }) => !VERBS.includes(kind) && !(start > number.end && has(phrase.tail, 'open')))
      ? remainder(site, context.said)
      : undefined;
  if (left && !number.bound && !scopeDoubt(context.scope)) {
    const [rest] = of(phrase.words, 'rest');
    return { claims: [{ ...base, ...left, span: [Math.min(rest!.start, number.start), Math.max(rest!.end, number.end)], named: 'rest' }] };
  }
  const named = name(site, phrase, context);
  if (!named) {
    const total = COUNT_UNITS.has(unit) ? grandTotal(phrase, context) : undefined;
    return { claims: total ? [{ ...total, ...base, span: [number.start, number.end] }] : [] };
  }
  const { span, table, names } = named;
  const resolved = understand(site, named, context);
  if ('aside' in resolved) {
    const whose = resolved.aside === 'other-unit' || resolved.aside === 'agency' ? resolved.aside : undefined;
    return {
      claims: [],
      aside: { pointer, span, reason: resolved.aside },
      ...(whose ? { whose } : {}),
      ...(table === 'disputes' &&
      (resolved.aside === 'foreign' || (resolved.aside === 'subset' && has(names, 'dispute') && has(phrase.words, 'decision', 'about')))
        ? { strange: true as const }
        : {}),
    };
  }
  const verbal = names.length === 0 || names.every(({ kind }) => VERBS.includes(kind));
  const doubt = scopeDoubt(context.scope) === 'area' ? 'area' : (resolved.doubt ?? (mayBePart(site, named, context) ? 'subset' : undefined));
  const figure = unit === '元' ? { ...base, value: value / 10_000, step: base.step / 10_000, unit: '万元' } : base;
  const kinds = names.map(({ kind }) => kind).join(' ');
  const others = names.length > 0 && names.every(({ kind, of: which }) => kind === 'applicant' && which === 'otherOrganization');
  const claim: Claim = {
    ...figure,
    span,
    table,
    readings: [...resolved.readings, ...((others && remainder(site, context.said)?.readings) || [])],
    named: kinds,
    ...(doubt ? { doubt } : {}),
    ...(context.scope.level ? { level: true } : {}),
  };
  return { claims: [claim], ...(table === 'requests' && verbal ? { rows: resolved.readings } : {}) };
}

/** 上年为88件 says last year's figure and no more: what follows is this year's again. */
function afterwards(before: Scope, { otherYear, ...scope }: Scope, { words }: Phrase): { readonly scope: Scope } {
  const passing = otherYear && !before.otherYear && !has(words, ...VERBS);
  return { scope: otherYear && !passing ? { ...scope, otherYear } : scope };
}

/** Reads one phrase. */
export function interpret(before: Context, phrase: Phrase, site: Site): Step {
  const carries = direction(site.text, phrase, before.year) !== undefined;
  const entered = enter(before, phrase);
  const context: Context = { ...entered, scope: scopeOf(before.scope, site.text, phrase, before.unit, before.year, carries) };
  const denied = readDenial(site, phrase, context);
  if (denied) return { read: { phrase, ...denied }, context: { ...context, said: [...context.said, ...denied.claims] } };
  if (!phrase.figure || phrase.figure.number.unit === '%') return { read: { phrase, claims: [] }, context };
  const { claims, aside, rows, whose, strange } = readFigure(site, phrase, context);
  const after: Context = {
    ...context,
    channel: false,
    said: [...context.said, ...claims].slice(-REMEMBERED),
    ...(rows ? { rows } : {}),
    ...(strange ? { disclosure: false, cases: NO_CASES } : {}),
    ...(whose ? { scope: { ...context.scope, whose } } : afterwards(before.scope, context.scope, phrase)),
  };
  return { read: { phrase, claims, ...(aside ? { aside } : {}) }, context: after };
}
