/** What is said of all of something without a number of its own: 所有申请均已办结, 均获维持, 3件，均为自然人申请, 复议1件，结果维持. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { applicantColumns, type DisputeGroup, type DisputeResult, GROUPS, inColumns, plus, rowTotal } from './cells.js';
import type { Claim } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { groupsNamed, groupsOf } from './context.js';
import { resultsNamed } from './disputes.js';
import { EVENTS } from './openers.js';
import type { ReadSentence } from './read.js';
import { isPending, outcomeWays } from './requests.js';
import { has, type Kind, type Phrase, type Word } from './tree.js';

/** A statement about all that the tables contradict. */
export interface BrokenStatement {
  readonly kind: 'completed' | 'answered' | 'upheld' | 'named';
  readonly pointer: string;
  readonly span: readonly [number, number];
  /** Cells that are not 0 though they must be; of `named`, cells that hold too little. */
  readonly cells: readonly CellPointer[];
  readonly count: number;
  /** The figure it is said of. */
  readonly of: number;
}

const OUT = rowTotal('carriedForward').pointer;
const DONE = rowTotal('outcomes/total').pointer;

/** A phrase that says something of all, in its sentence. */
interface Totality {
  readonly sentence: ReadSentence;
  readonly by: Word;
  /** Words of the sentence before it, and of its own phrase behind it. */
  readonly before: readonly Word[];
  readonly after: readonly Word[];
  /** Figures compared before it in the sentence. */
  readonly figures: readonly Claim[];
  /** What the paragraph says anywhere of what is left. */
  readonly left: ReadonlySet<'out' | 'pending'>;
}

/** What must be 0 for a statement to be true. */
interface Denied {
  readonly kind: 'completed' | 'answered' | 'upheld';
  readonly to: Word;
  readonly cells: readonly CellPointer[];
}

/** 所有申请均已办结, 收到110件，均已答复: nothing may be carried forward. */
function aboutRequests({ sentence, before, after, figures, left }: Totality, done: number | null | undefined): Denied | undefined {
  const completed = after.find(({ kind }) => kind === 'done');
  const to = completed ?? after.find(({ kind }) => kind === 'answer');
  if (!to || left.has('out')) return undefined;
  const counted = figures.at(-1);
  if (counted?.table === 'requests') {
    // Said of those completed or carried in, or of a number that is that of the completed anyway.
    // 新收31件，上年结转1件，均已办结 is said of both.
    const counts = (claim: Claim | undefined, row: string): boolean =>
      claim?.readings.flat().some(({ pointer }) => pointer.startsWith(`/tables/requests/${row}/`)) === true;
    const both = counts(counted, 'carriedOver') && !has(before, 'among', 'including') && counts(figures.at(-2), 'newlyReceived');
    if ((!counts(counted, 'newlyReceived') && !both) || counted.value === done) return undefined;
  } else {
    const matter = (words: readonly Word[]): boolean => has(words, 'request') || (sentence.topic === 'request' && has(words, 'application'));
    if (!matter(before) || (!has(before, 'every') && !matter(before.slice(-3)))) return undefined;
  }
  return { kind: completed ? 'completed' : 'answered', to, cells: [OUT] };
}

/** The groups that the totals said last count: 复议4件、诉讼5件 both, 诉讼5件，其中直接起诉2件 the latter. */
function groupsCounted(figures: readonly Claim[]): readonly DisputeGroup[] {
  const groups: DisputeGroup[] = [];
  for (const { readings, table } of figures.toReversed()) {
    const cells = table === 'disputes' ? readings[0]!.map(({ pointer }) => pointer as string) : [];
    const named = GROUPS.filter((group) => cells.includes(`/tables/disputes/${group}/total`));
    if (named.length === 0 || named.some((group) => groups.includes(group))) break;
    groups.push(...named);
  }
  return groups;
}

/** Whether cases that words of a sentence name are those about disclosure brought against the unit. */
export function areOurs({ section, reads, disclosure }: ReadSentence, words: readonly Word[]): boolean {
  if (section === 'disputes' || has(words, 'disclosure', 'request')) return true;
  return disclosure && reads.every(({ aside }) => aside?.reason !== 'agency' && aside?.reason !== 'foreign');
}

/** 行政复议8件，均获维持: nothing may have been corrected, ended otherwise or be pending. */
function aboutDisputes({ sentence, before, after, figures, left }: Totality): Denied | undefined {
  const decided = after.find(({ kind }) => kind === 'decided' || kind === 'done');
  const to = after.find(({ kind, of }) => kind === 'result' && (of === 'upheld' || of === 'won')) ?? decided;
  const named = groupsNamed(before);
  // 行政复议结果全部为维持: no figure is said, the cases are named.
  if (!to || named.length === 0 || (figures.length > 0 && figures.at(-1)?.table !== 'disputes') || !areOurs(sentence, before)) return undefined;
  const ended = to !== decided && (has([...before, ...after], 'decided') || left.has('pending'));
  const results: DisputeResult[] = to === decided ? [] : ['corrected'];
  // 胜诉 leaves room for cases that were withdrawn, 维持 does not.
  if (to.of === 'upheld' && sentence.text.slice(to.start, to.end).includes('维持')) results.push('other');
  if (!ended) results.push('pending');
  const groups = figures.length > 0 ? groupsCounted(figures) : named;
  return { kind: 'upheld', to, cells: groups.flatMap((group) => results.map((result) => cellPointer('disputes', '', `${group}/${result}`))) };
}

/** What paragraphs say of what is left over: carried out, pending. */
function leftIn(sentences: readonly ReadSentence[]): ReadonlyMap<string, ReadonlySet<'out' | 'pending'>> {
  const left = new Map<string, Set<'out' | 'pending'>>();
  for (const { pointer, phrases } of sentences) {
    const said = left.get(pointer) ?? left.set(pointer, new Set()).get(pointer)!;
    for (const { words } of phrases) {
      if ((has(words, 'carry') && !has(words, 'past')) || has(words, 'unfinished', 'future')) said.add('out');
      if (isPending(words)) said.add('pending').add('out');
    }
  }
  return left;
}

/** 全部申请均由自然人提出, without a figure: what was received must be theirs. */
function* byApplicants({ sentence, by, before, after, figures }: Totality, value: CellValue): Iterable<BrokenStatement> {
  const words = after.filter(({ kind }) => kind === 'applicant');
  if (figures.length > 0 || words.length !== 1 || sentence.topic !== 'request' || !has([...before, ...after], 'request', 'application', 'people')) return;
  const cells = inColumns([rowTotal('newlyReceived')], applicantColumns(words[0]!.of)).map(({ pointer }) => pointer);
  const [count, of] = [sumOf(cells, value), sumOf([rowTotal('newlyReceived').pointer], value)];
  if (count === undefined || of === undefined || count >= of) return;
  yield { kind: 'named', pointer: sentence.pointer, span: [by.start, words[0]!.end], cells, count, of };
}

function* brokenIn(
  sentence: ReadSentence,
  compared: ReadonlyMap<Claim, ComparedClaim>,
  value: CellValue,
  left: ReadonlySet<'out' | 'pending'>,
): Iterable<BrokenStatement> {
  const figures: Claim[] = [];
  const before: Word[] = [];
  // What is said of all of another's figures is not said of ours.
  if (sentence.reads.some(({ aside }) => aside?.reason === 'area' || aside?.reason === 'other-unit' || aside?.reason === 'agency')) return;
  for (const { phrase, claims } of sentence.reads) {
    const by = phrase.words.find(({ kind }) => kind === 'all');
    const after = by ? phrase.words.filter(({ start }) => start >= by.end) : [];
    const ahead = by ? [...before, ...phrase.words.filter(({ end }) => end <= by.start)] : [];
    before.push(...phrase.words);
    if (by && !phrase.figure && !has(after, 'not', 'none', 'unfinished', 'compound', 'except', 'late') && !has(ahead, 'except', 'rest', 'foreign')) {
      const totality: Totality = { sentence, by, before: ahead, after, figures, left };
      yield* byApplicants(totality, value);
      const denied = aboutDisputes(totality) ?? aboutRequests(totality, value(DONE));
      const cells = denied?.cells.filter((cell) => (value(cell) ?? 0) > 0) ?? [];
      const count = cells.reduce((sum, cell) => sum + value(cell)!, 0);
      // A figure that the tables contradict was spoken of already.
      const last = figures.at(-1);
      // What is said behind is said of what is counted behind.
      if (denied?.kind === 'upheld') figures.length = 0;
      if (denied && cells.length > 0 && (!last || compared.get(last)!.agrees))
        yield { kind: denied.kind, pointer: sentence.pointer, span: [by.start, denied.to.end], cells, count, of: last?.value ?? 0 };
    }
    figures.push(...claims.filter((claim) => compared.has(claim)));
  }
}

/** Words that may stand in a clause that says nothing but how cases ended or who asked. */
const PLAIN: ReadonlySet<Kind> = new Set<Kind>([
  'filler',
  'all',
  'result',
  'dispute',
  'decided',
  'until',
  'application',
  'applicant',
  'request',
  'object',
  'quantity',
  'raise',
  'people',
  'occur',
  'total',
  'and',
  'disclosure',
]);
/** Words that turn a clause into something else than a plain statement. */
const OTHERWISE: readonly Kind[] = [
  ...([
    'not',
    'none',
    'compound',
    'rate',
    'share',
    'except',
    'rest',
    'foreign',
    'proactive',
    'dispute',
    'result',
    'carry',
    'unfinished',
    'among',
    'including',
    'open',
    'about',
    'document',
    'late',
    'part',
    'respectively',
  ] as const),
];
const VERBAL = new RegExp(`^(?:${EVENTS.join('|')})(?: (?:${EVENTS.join('|')}))*$|^$`);
/** As much may stand between known words of a plain clause: 系复议后起诉, 法院判决结果维持; and in one that says how a request was answered. */
const SLACK = 4;
const ANSWER_SLACK = 16;
/** Phrases of a list of the ways in which requests came. */
const DIVIDES: ReadonlySet<Kind> = new Set<Kind>(['among', 'channel', 'filler', 'application', 'request', 'and', 'raise', 'receive', 'object']);

/** The phrases behind a figure that say something of the whole of it. */
function piecesAfter({ phrases }: ReadSentence, index: number): readonly Phrase[] {
  const { depth } = phrases[index]!;
  const pieces: Phrase[] = [];
  let at = index + 1;
  while (phrases[at] && phrases[at]!.depth > depth) {
    if (phrases[at]!.figure) return [];
    pieces.push(phrases[at]!);
    at += 1;
  }
  // 收到3件，其中网上2件、信函1件，均为自然人申请: what divides the figure stands between.
  if (phrases[at]?.opener === 'among') {
    let all = at;
    while (phrases[all]?.figure && phrases[all]!.words.every(({ kind }) => DIVIDES.has(kind))) all += 1;
    if (!phrases[all] || phrases[all]!.opening !== 'comma' || !has(phrases[all]!.words, 'all')) return pieces;
    at = all;
  }
  for (; at < phrases.length; at += 1) {
    const phrase = phrases[at]!;
    if ((phrase.opening !== 'comma' && phrase.opening !== 'close') || phrase.depth !== depth || phrase.figure || phrases[at + 1]?.opening === 'colon') break;
    if (phrase.tokens.some(({ type }) => type === 'year' || type === 'month')) break;
    pieces.push(phrase);
  }
  return pieces;
}

/** The cells that a word names, of which something must be in the table; several ways where the editions divide otherwise. */
function cellsNamed(claim: Claim, reading: readonly CellPointer[], word: Word): readonly (readonly CellPointer[])[] {
  if (claim.table === 'requests') {
    if (word.kind === 'outcome' || word.kind === 'cells') return outcomeWays(word);
    const whole = reading.every((cell) => cell.endsWith('/total'));
    if (word.kind !== 'applicant' || !whole || !VERBAL.test(claim.named)) return [];
    return [inColumns(reading.map(plus), applicantColumns(word.of)).map(({ pointer }) => pointer)];
  }
  const groups = [...new Set(reading.map((cell) => /^\/tables\/disputes\/(.+)\/total$/.exec(cell)?.[1]))];
  if (claim.table !== 'disputes' || groups.includes(undefined)) return [];
  if (word.kind === 'result') {
    const [result] = resultsNamed([word]) ?? [];
    return result ? [groups.map((group) => cellPointer('disputes', '', `${group}/${result}`))] : [];
  }
  const [named, ...more] = word.kind === 'dispute' ? groupsOf(word) : [];
  return named?.startsWith('litigation/') && more.length === 0 && groups.length > 1 && groups.includes(named)
    ? [[cellPointer('disputes', '', `${named}/total`)]]
    : [];
}

/** Whether a phrase says something of the whole figure, and nothing else. */
function isPlain(text: string, { words, tokens, depth }: Phrase, claim: Claim, own: number): boolean {
  if (depth === own && claim.value !== 1 && !has(words, 'all')) return false;
  const slack = tokens.filter(({ type }) => type === 'gap').reduce((sum, { start, end }) => sum + end - start, 0);
  if (words.every(({ kind, start, end }) => PLAIN.has(kind) || /^(?:复议机|申请人$)/.test(text.slice(start, end)))) return slack <= SLACK;
  return (
    claim.table === 'requests' &&
    !has(words, ...OTHERWISE) &&
    words.filter(({ kind }) => kind === 'outcome' || kind === 'cells').length === 1 &&
    slack <= ANSWER_SLACK
  );
}

function sumOf(cells: readonly CellPointer[], value: CellValue): number | undefined {
  let sum = 0;
  for (const cell of cells) {
    const count = value(cell);
    if (typeof count !== 'number') return undefined;
    sum += count;
  }
  return sum;
}

function* namedBy(pointer: string, piece: Phrase, { claim, agrees }: ComparedClaim, value: CellValue): Iterable<BrokenStatement> {
  const reading = agrees!.reading.map((term) => term.pointer);
  const everything = claim.value === 1 || has(piece.words, 'all');
  for (const word of piece.words) {
    const ways = cellsNamed(claim, reading, word).map((cells) => ({ cells, sum: sumOf(cells, value) }));
    const known = ways.filter((way): way is { cells: readonly CellPointer[]; sum: number } => way.sum !== undefined);
    const least = everything && (word.kind === 'applicant' || (has(piece.words, 'all') && !has(piece.words, 'decided', 'until'))) ? claim.value : 1;
    const [first] = known;
    if (!first || known.length < ways.filter(({ cells }) => cells.some((cell) => value(cell) !== undefined)).length) continue;
    if (known.some(({ sum }) => sum >= least)) continue;
    yield { kind: 'named', pointer, span: [word.start, word.end], cells: first.cells, count: first.sum, of: claim.value };
  }
}

/** What a sentence says of figures that agree with the tables, and the tables deny. */
function* namedIn(sentence: ReadSentence, compared: ReadonlyMap<Claim, ComparedClaim>, value: CellValue): Iterable<BrokenStatement> {
  for (const [index, { phrase, claims }] of sentence.reads.entries()) {
    for (const claim of claims) {
      const one = compared.get(claim);
      if (!one?.agrees || claim.negative || claim.value === 0 || claim.doubt === 'subset' || claim.table === 'disclosure') continue;
      for (const piece of piecesAfter(sentence, index))
        if (isPlain(sentence.text, piece, claim, phrase.depth)) yield* namedBy(sentence.pointer, piece, one, value);
    }
  }
}

/** What the text says of all of something, or of a figure without a number, and the tables deny. */
export function brokenStatements(sentences: readonly ReadSentence[], compared: readonly ComparedClaim[], value: CellValue): readonly BrokenStatement[] {
  const byClaim = new Map(compared.map((one) => [one.claim, one]));
  const left = leftIn(sentences);
  const open = sentences.filter(({ doubt }) => doubt === undefined);
  const all = open.flatMap((sentence) => [...brokenIn(sentence, byClaim, value, left.get(sentence.pointer)!)]);
  const named = sentences.flatMap((sentence) => [...namedIn(sentence, byClaim, value)]);
  // 均获维持 is told once.
  return [
    ...all,
    ...named.filter(({ pointer, span }) => !all.some((other) => other.pointer === pointer && other.span[0] <= span[0] && other.span[1] >= span[1])),
  ];
}
