/** Percentages that the text computes from its own numbers or from the tables. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { applicantColumns, type ClaimReading, cases, inColumns, plus, rowTotal } from './cells.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { groupsNamed } from './context.js';
import { resultsNamed } from './disputes.js';
import { growths, ownGrowths } from './growth.js';
import { judgeList, type NumberList, readLists } from './lists.js';
import { EVENTS } from './openers.js';
import { counts } from './parse.js';
import { type IsTold, isPercent, prints, rounded, total, type WrongShare } from './percent.js';
import type { ReadSentence } from './read.js';
import { outcomeWays } from './requests.js';
import { areOurs } from './totality.js';
import { type Figure, has, type Kind, of, type Phrase, type Word } from './tree.js';

const NEW = rowTotal('newlyReceived');
const IN = rowTotal('carriedOver');
const DONE = rowTotal('outcomes/total');
const WHOLES: readonly ClaimReading[] = [[NEW, IN], [NEW], [DONE]];

/** Words that may stand between a part and its percentage. */
const BASE: ReadonlySet<Kind> = new Set<Kind>([
  ...([
    'share',
    'total',
    'filler',
    'every',
    'all',
    'request',
    'application',
    'quantity',
    'respectively',
    'and',
    'receive',
    'new',
    'handle',
    'done',
    'answer',
    'object',
    'year',
  ] as const),
]);
const OTHER: readonly Kind[] = [
  'compare',
  'change',
  'cumulative',
  'area',
  'units',
  'foreign',
  'proactive',
  'open',
  'rest',
  'late',
  'about',
  'compound',
  'reach',
];

/** A percentage with the figure before it that it may be a share of. */
interface Share {
  readonly sentence: ReadSentence;
  readonly phrase: Phrase;
  readonly figure: Figure;
  /** The part, when its number stands before it. */
  readonly part: Phrase | undefined;
}

/** The percentages of a sentence. */
function sharesIn(sentence: ReadSentence): readonly Share[] {
  const { phrases } = sentence;
  return phrases.flatMap((phrase, at): readonly Share[] => {
    if (!isPercent(phrase.figure)) return [];
    const before = phrases[at - 1];
    const close = before && phrase.opening !== 'semicolon' && phrase.opening !== 'colon' && phrase.opening !== 'close' && counts(before.figure);
    return [{ sentence, phrase, figure: phrase.figure, part: close ? before : undefined }];
  });
}

/** Whether something unknown stands in a phrase. */
function hasGap({ tokens }: Phrase): boolean {
  return tokens.some(({ type }) => type === 'gap' || type === 'title');
}

/** The wholes of table 三 that the words of a share name: 占办结数的, 占新收申请的. */
function namedWholes(words: readonly Word[]): readonly ClaimReading[] {
  if (has(words, 'done', 'answer')) return [[DONE]];
  return has(words, 'new') ? [[NEW]] : has(words, 'receive') ? [[NEW], [NEW, IN]] : WHOLES;
}

/** A way to compute a percentage. */
interface Way {
  readonly part: number;
  readonly whole: number;
  readonly cells: readonly CellPointer[];
}

/** The finding when none of the ways gives what is printed; nothing when a whole is blank. */
function* unlessPrinted({ sentence, phrase, figure }: Share, kind: 'share' | 'rate', ways: readonly (Way | undefined)[], start: number): Iterable<WrongShare> {
  const known = ways.filter((way): way is Way => way !== undefined && way.whole > 0);
  const [first] = known;
  if (!first || ways.includes(undefined) || known.some(({ part, whole }) => prints(figure, (part / whole) * 100))) return;
  const { part, whole, cells } = first;
  const span: readonly [number, number] = [start, Math.max(figure.end, phrase.figure!.end)];
  yield { kind, pointer: sentence.pointer, span, printed: figure.number.value, part, whole, expected: rounded((part / whole) * 100, figure), cells };
}

/** Ways to divide `part` by the wholes, with their cells; undefined where one is blank. */
function overWholes(part: number, wholes: readonly ClaimReading[], value: CellValue): readonly (Way | undefined)[] {
  return wholes.map((reading) => {
    const whole = total(reading, value);
    return whole === undefined ? undefined : { part, whole, cells: reading.map(({ pointer }) => pointer) };
  });
}

/** What a figure of a table is a share of. */
function wholesOf({ claim, agrees }: ComparedClaim, words: readonly Word[]): readonly ClaimReading[] {
  if (claim.table === 'requests') return namedWholes(words);
  const groups = agrees!.reading.map(({ pointer }) => pointer.replace(/\/[^/]*$/, ''));
  const totals = [...new Set(groups)].map((group) => plus(`${group}/total` as CellPointer));
  return [totals, totals.flatMap((term) => [term, { pointer: term.pointer.replace(/total$/, 'pending') as CellPointer, sign: -1 as const }])];
}

/** 54条，占比67.5%: a part of a list against what the list divides, or a figure of a table against all there. */
function* numbered(share: Share, part: Phrase, source: Sources): Iterable<WrongShare> {
  const { sentence, phrase, figure } = share;
  const { pointer } = sentence;
  const own = part.figure!;
  const bracket = phrase.opening === 'open' && phrase.words.length === 0;
  if ((!has(phrase.words, 'share') && !bracket) || has(phrase.words, ...OTHER) || hasGap(phrase) || !phrase.words.every(({ kind }) => BASE.has(kind))) return;
  const list = source.lists.find((one) => one.pointer === pointer && one.parts.includes(own));
  // A list that does not add up is spoken of as such; its shares cannot all come out.
  if (list) {
    yield* listed(share, own, list, source);
    return;
  }
  const at = sentence.phrases.indexOf(part);
  const claim = sentence.reads[at]?.claims.map((one) => source.compared.get(one)).find((one) => one?.agrees);
  const base = has(phrase.words, ...EVENTS) || has(phrase.words, 'request', 'application');
  if (claim && claim.claim.doubt !== 'subset' && (claim.claim.table !== 'disputes' || has(part.words, 'result'))) {
    if (claim.claim.table !== 'disclosure')
      yield* unlessPrinted(share, 'rate', overWholes(own.number.value, wholesOf(claim, phrase.words), source.value), own.start);
    return;
  }
  const whole = part.opener === 'among' ? sentence.phrases.slice(0, at).findLast(({ figure: one }) => counts(one)) : undefined;
  if (whole?.figure?.number.unit === own.number.unit && !claim && !base) {
    if (!own.number.bound && !whole.figure.number.bound && whole.figure.number.value > 0 && !source.isTold(pointer, whole.figure))
      yield* unlessPrinted(share, 'share', [{ part: own.number.value, whole: whole.figure.number.value, cells: [] }], own.start);
    return;
  }
  const asked = base || (has(part.words, 'channel') && has(phrase.words, 'share'));
  if (
    asked &&
    (sentence.topic === 'request' || (base && has(phrase.words, 'request', 'application'))) &&
    !sentence.reads[at]?.claims.length &&
    !own.number.bound &&
    (has(phrase.words, 'new', 'receive', 'done') || !has(part.words, ...OTHER))
  )
    yield* unlessPrinted(share, 'rate', overWholes(own.number.value, namedWholes(phrase.words), source.value), own.start);
  void figure;
}

/** A share of what a list of the text divides. */
function* listed(share: Share, own: Figure, list: NumberList, { isTold }: Sources): Iterable<WrongShare> {
  const { pointer } = share.sentence;
  if (own.number.step !== 1 || judgeList(list) || isTold(pointer, own) || list.totals.some((figure) => isTold(pointer, figure))) return;
  const wholes = list.totals.map(({ number }) => number.value).filter((whole) => whole > 0);
  const part = own.number.value;
  const sum = list.parts.reduce((all, { number }) => all + number.value, 0);
  if (wholes.length === 0) return;
  const off = (whole: number): number => Math.abs((part / whole) * 100 - share.figure.number.value);
  const likeliest = wholes.length > 2 ? wholes.reduce((best, other) => (off(other) < off(best) ? other : best)) : wholes[0]!;
  const ways = [likeliest, ...wholes, sum, wholes.reduce((a, b) => a + b, 0)].map((whole) => ({ part, whole, cells: [] }));
  yield* unlessPrinted(share, 'share', ways, own.start);
}

/** The readings that the words of a share name without a number: 予以公开占41.3%, 自然人占九成. */
function partsNamed(words: readonly Word[]): readonly ClaimReading[] {
  const outcomes = of(words, 'outcome', 'cells').map(outcomeWays);
  const columns = [...new Set(of(words, 'applicant').flatMap(({ of: which }) => applicantColumns(which)))];
  if (outcomes.length > 0 && columns.length === 0)
    return outcomes
      .reduce<readonly (readonly CellPointer[])[]>((sums, way) => sums.flatMap((sum) => way.map((cells) => [...new Set([...sum, ...cells])])), [[]])
      .map((cells) => cells.map(plus));
  return columns.length > 0 && columns.length < 6 && outcomes.length === 0 ? [inColumns([NEW], columns), inColumns([NEW, IN], columns)] : [];
}

const NAMED: ReadonlySet<Kind> = new Set<Kind>([...BASE, 'outcome', 'cells', 'applicant', 'among', 'people', 'raise', 'occur', 'grant']);

/** 予以公开占41.3%, 办结率98%: the tables' figures against each other. */
function* unnumbered(share: Share, source: Sources): Iterable<WrongShare> {
  const { sentence, phrase, figure } = share;
  const { words, lead } = phrase;
  const { value } = source;
  const rate = words.find(({ kind }) => kind === 'rate');
  if (rate) {
    if (rate.of === 'other' || has(words, 'and', 'area', 'units', ...OTHER) || hasGapBehind(phrase, rate)) return;
    const ways =
      rate.of === 'corrected' || rate.of === 'upheld'
        ? caseRates(sentence, phrase, rate, value)
        : sentence.topic === 'request' && !(figure.number.value === 100 && ofAnswered(sentence))
          ? [[NEW, IN], [NEW], ...(source.carries ? [[DONE]] : [])].flatMap((whole) => overTables([DONE], whole, value))
          : [];
    yield* unlessPrinted(share, 'rate', ways, rate.start);
    return;
  }
  // 七成多的申请由自然人提出, 自然人与法人分别占八成和二成: what names a part needs no 占.
  const parted = has(words, 'outcome', 'cells', 'applicant');
  const stated = has(words, 'share') || parted;
  if (sentence.topic !== 'request' || !stated || has(words, ...OTHER, 'channel') || hasGap(phrase) || !words.every(({ kind }) => NAMED.has(kind))) return;
  // 申请人主要为自然人，占90.9%: the phrase before names the part.
  const before = sentence.phrases[sentence.phrases.indexOf(phrase) - 1];
  const joined = phrase.opening === 'comma' && before && !before.figure ? [...before.words, ...words] : words;
  const named = parted ? (has(lead, 'outcome', 'cells', 'applicant') ? lead : words) : joined;
  const parts = partsNamed(named);
  const told = lead.findIndex(({ kind }) => kind === 'share');
  const behind = told >= 0 ? lead.slice(told + 1) : [...(before?.within ? before.words : []), ...words];
  const wholes = has(named, 'applicant') ? [[NEW], [NEW, IN]] : [[DONE], ...WHOLES.slice(0, 2)];
  const over = has(behind, 'done', 'answer', 'receive', 'new') ? namedWholes(behind) : wholes;
  const first = Math.min(...of(named, 'outcome', 'cells', 'applicant').map(({ start }) => start));
  yield* unlessPrinted(
    share,
    'rate',
    parts.flatMap((part) => over.flatMap((whole) => overTables(part, whole, value))),
    first,
  );
}

/** 答复109件，答复率100%: only those answered are spoken of. */
function ofAnswered({ reads, phrases }: ReadSentence): boolean {
  return (
    reads.some(({ claims }) => claims.some(({ named }) => /done|answer/.test(named))) && !phrases.some(({ words }) => has(words, 'receive', 'new', 'handle'))
  );
}

function hasGapBehind({ tokens, figure }: Phrase, rate: Word): boolean {
  return tokens.some(({ type, start, end }) => type === 'gap' && start >= rate.end && end <= figure!.start);
}

/** One sum of cells over another; undefined where one is blank, nothing where the table has no such row. */
function overTables(part: ClaimReading, whole: ClaimReading, value: CellValue): readonly (Way | undefined)[] {
  if (part.some(({ pointer }) => value(pointer) === undefined)) return [];
  const [top, bottom] = [total(part, value), total(whole, value)];
  return [top === undefined || bottom === undefined ? undefined : { part: top, whole: bottom, cells: [...part, ...whole].map(({ pointer }) => pointer) }];
}

/** 纠错率, 维持率: results of the cases named in the sentence, over all of them or those that have ended. */
function caseRates(sentence: ReadSentence, phrase: Phrase, rate: Word, value: CellValue): readonly (Way | undefined)[] {
  const words = sentence.phrases.slice(0, sentence.phrases.indexOf(phrase) + 1).flatMap((one) => one.words);
  const groups = [groupsNamed(phrase.words), groupsNamed(words)].find((named) => named.length > 0) ?? [];
  if (groups.length === 0 || !areOurs(sentence, words) || resultsNamed(words) === undefined) return [];
  const part = cases(groups, [rate.of as 'corrected' | 'upheld']);
  const whole = cases(groups, ['total']);
  const ended = [...whole, ...groups.map((group) => ({ pointer: cellPointer('disputes', '', `${group}/pending`), sign: -1 as const }))];
  return [...overTables(part, whole, value), ...overTables(part, ended, value)];
}

interface Sources {
  readonly lists: readonly NumberList[];
  readonly compared: ReadonlyMap<unknown, ComparedClaim>;
  readonly isTold: IsTold;
  readonly value: CellValue;
  /** The paragraph itself says that some went on into the next year: its rates may be of those that were due. */
  readonly carries: boolean;
}

/** What the percentages are held against. */
export interface ShareSource {
  readonly sentences: readonly ReadSentence[];
  readonly compared: readonly ComparedClaim[];
  readonly value: CellValue;
  /** Last year's tables. */
  readonly earlier?: CellValue;
}

/** The percentages (and changes against last year) that do not come out, in order of the text. */
export function wrongShares({ sentences, compared, value, earlier }: ShareSource): readonly WrongShare[] {
  const percent = sentences.filter(({ phrases }) => phrases.some(({ figure }) => isPercent(figure)));
  const lists = percent.length > 0 ? readLists(sentences) : [];
  const carries = new Set(
    sentences.filter(({ phrases }) => phrases.some(({ words }) => has(words, 'carry') && !has(words, 'past'))).map(({ pointer }) => pointer),
  );
  // What is computed from a figure that the tables contradict cannot come out either.
  const contradicted = compared.filter(({ agrees }) => !agrees).map(({ claim }) => claim);
  const isTold = (pointer: string, { start, end }: Figure): boolean =>
    contradicted.some((claim) => claim.pointer === pointer && start < claim.span[1] && end > claim.span[0]);
  const byClaim = new Map<unknown, ComparedClaim>(compared.map((one) => [one.claim, one]));
  const against = earlier ? sentences.flatMap((sentence) => [...growths(sentence, byClaim, earlier)]) : [];
  const own = sentences
    .flatMap((sentence) => [...ownGrowths(sentence, isTold)])
    .filter(({ pointer, span }) => !against.some((other) => other.pointer === pointer && other.span[0] < span[1] && other.span[1] > span[0]));
  const shares = percent.flatMap((sentence) => {
    // The figures of an area are the table's where others beside them agree with it.
    const proven = sentence.doubt === 'area' && compared.some(({ claim, agrees }) => claim.pointer === sentence.pointer && claim.doubt === 'area' && agrees);
    const source: Sources = { lists, compared: byClaim, isTold, value, carries: carries.has(sentence.pointer) };
    return sharesIn(sentence).flatMap((share) => {
      if (share.part) {
        const found = [...numbered(share, share.part, source)];
        if (found.length > 0 || !has(share.phrase.words, 'rate', 'outcome', 'applicant')) return found;
      }
      return sentence.doubt === undefined || proven ? [...unnumbered(share, source)] : [];
    });
  });
  return [...shares, ...own, ...against];
}
