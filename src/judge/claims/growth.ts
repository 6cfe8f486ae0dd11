/** Growth that the text states: against last year's report, and against the change that it states itself. */
import type { Claim } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { counts } from './parse.js';
import { type IsTold, isPercent, prints, rounded, total, type WrongShare } from './percent.js';
import type { ReadSentence } from './read.js';
import { type Figure, has, type Kind, type Phrase, type Word } from './tree.js';

/** Words of a phrase that says no more than a change. */
const CHANGE: ReadonlySet<Kind> = new Set<Kind>([
  'change',
  'compare',
  'past',
  'filler',
  'quantity',
  'year',
  'and',
  'reach',
  'same',
  'receive',
  'new',
  'total',
  'object',
  'application',
]);
/** As many phrases may stand between a figure and its change. */
const NEAR = 5;

/** What a phrase says in a comparison. */
type Slot = 'was' | 'by' | 'growth' | 'now' | 'link' | undefined;

/** Whether a phrase says nothing but a change, from where it compares on. */
function plain({ tokens }: Phrase, text: string): boolean {
  const from = tokens.findLastIndex((token) => token.type === 'word' && (token.kind === 'compare' || /^[从由]$/.test(text.slice(token.start, token.end))));
  return tokens.slice(Math.max(0, from)).every((token) => {
    if (token.type === 'word') return CHANGE.has(token.kind) || token.kind === 'occur';
    return token.type !== 'title' && (token.type !== 'gap' || /^[\s度了我局]*$/.test(text.slice(token.start, token.end)));
  });
}

function slotOf(phrase: Phrase, text: string, before: Phrase | undefined): Slot {
  const { words, figure, lead } = phrase;
  if (!figure) return plain(phrase, text) && has(words, 'compare', 'past') ? 'link' : undefined;
  const behind = lead.at(-1);
  const change = lead.findLast(({ kind }) => kind === 'change' || kind === 'reach');
  if (change?.kind === 'reach') return plain(phrase, text) ? 'now' : undefined;
  if (change && plain(phrase, text) && (behind === change || behind?.kind === 'filler' || behind?.kind === 'quantity'))
    return isPercent(figure) ? 'growth' : counts(figure) ? 'by' : undefined;
  if (!counts(figure)) return undefined;
  const from = words.some(({ kind, start, end }) => (kind === 'filler' || kind === 'occur' ? /^[从由]$/.test(text.slice(start, end)) : false));
  // 增长25%（2023年88件）
  const dated = phrase.tokens[0]!.type === 'year' && before !== undefined && has(before.words, 'change');
  return (has(words, 'compare', 'past') || from || dated) && plain(phrase, text) ? 'was' : undefined;
}

/** A figure with its change, as a sentence states them. */
interface Comparison {
  readonly now: Figure;
  readonly was?: Figure;
  readonly by?: { readonly figure: Figure; readonly phrase: Phrase };
  readonly growth?: { readonly figure: Figure; readonly phrase: Phrase };
  /** Where the comparison begins. */
  readonly start: number;
}

/** The sign of the change that a phrase states: -1 for less. */
function sign({ lead }: Phrase): 1 | -1 {
  return lead.findLast(({ kind }) => kind === 'change')?.of === 'down' ? -1 : 1;
}

function startOf(phrase: Phrase): number {
  return phrase.words.find(({ kind }: Word) => kind === 'compare' || kind === 'past' || kind === 'change')?.start ?? phrase.start;
}

/** The comparison that begins at a phrase, if one does. */
function comparisonAt({ phrases, text }: ReadSentence, slots: readonly Slot[], at: number): Comparison | undefined {
  const begins = has(phrases[at]!.words, 'compare') || slots[at - 1] === undefined;
  if (slots[at] === undefined || !begins) return undefined;
  let found: Omit<Comparison, 'now' | 'start'> & { now?: Figure } = {};
  let compares = false;
  for (let index = at; index < Math.min(phrases.length, at + NEAR); index += 1) {
    const phrase = phrases[index]!;
    const slot = slots[index];
    if (!slot || (index > at && (phrase.opening === 'semicolon' || (slot !== 'growth' && has(phrase.words, 'compare') && found.by)))) break;
    compares ||= has(phrase.words, 'compare', 'past', 'reach');
    if (slot === 'was' && !found.was) found = { ...found, was: phrase.figure! };
    if (slot === 'now') found = { ...found, now: phrase.figure! };
    if (slot === 'by' && !found.by) found = { ...found, by: { figure: phrase.figure!, phrase } };
    if (slot === 'growth' && !found.growth) found = { ...found, growth: { figure: phrase.figure!, phrase } };
  }
  // 2023年88件，2024年110件，增长25%
  if (found.growth && !found.was && !found.by) {
    const [earlier, later] = phrases
      .slice(0, at)
      .filter((phrase) => counts(phrase.figure))
      .slice(-2);
    const years = [earlier, later].map((phrase) => phrase?.tokens.find((token) => token.type === 'year')?.year);
    if (later === phrases[at - 1] && years[0] !== undefined && years[1] === years[0] + 1)
      return { ...found, was: earlier!.figure!, now: later!.figure!, start: startOf(phrases[at]!) };
  }
  if (!compares) return undefined;
  const { depth, opening } = phrases[at]!;
  const before =
    opening === 'semicolon' || opening === 'start'
      ? undefined
      : phrases.slice(Math.max(0, at - NEAR), at).findLast((phrase) => phrase.depth <= depth && counts(phrase.figure));
  const close = before && !phrases.slice(phrases.indexOf(before) + 1, at).some((phrase) => phrase.depth <= depth && phrase.opening !== 'close');
  const now = found.now ?? (close ? before.figure : undefined);
  return now && text ? { ...found, now, start: startOf(phrases[at]!) } : undefined;
}

/** The comparisons of a sentence. */
function comparisons(sentence: ReadSentence): readonly Comparison[] {
  const slots = sentence.phrases.map((phrase, at) => slotOf(phrase, sentence.text, sentence.phrases[at - 1]));
  return slots.flatMap((_, at) => comparisonAt(sentence, slots, at) ?? []);
}

/** 收到151件，较2023年的138件增加13件，增长9.4%: a figure, its change and the growth, held against each other. */
export function* ownGrowths(sentence: ReadSentence, isTold: IsTold): Iterable<WrongShare> {
  const { pointer } = sentence;
  if (!sentence.phrases.some(({ words }) => has(words, 'compare', 'past', 'reach', 'change'))) return;
  for (const { now, was, by, growth, start } of comparisons(sentence)) {
    const figures = [now, ...(was ? [was] : []), ...(by ? [by.figure] : [])];
    if (
      (!was && !by) ||
      figures.some(({ number }) => number.bound || number.step !== now.number.step || number.unit !== now.number.unit) ||
      isTold(pointer, now)
    )
      continue;
    const value = now.number.value;
    const before = was?.number.value ?? value - sign(by!.phrase) * by!.figure.number.value;
    const facts = { pointer, part: value, whole: before, cells: [] };
    if (by) {
      const down = sign(by.phrase);
      const difference = (value - before) * down;
      if (Math.abs(difference - by.figure.number.value) > (now.number.step === 1 ? 1e-9 : 1.5 * now.number.step)) {
        yield { ...facts, kind: 'change', span: [start, by.figure.end], printed: by.figure.number.value * down, expected: difference * down };
        continue;
      }
    }
    if (!growth || before <= 0) continue;
    const down = sign(growth.phrase);
    const actual = ((value - before) / before) * 100 * down;
    const from = by?.figure.start ?? start;
    // Numbers of thousands are rounded, and so is what follows from them.
    const slack = now.number.step === 1 ? 0 : (150 * now.number.step) / before;
    if (!prints(growth.figure, actual) && Math.abs(actual - growth.figure.number.value) > slack)
      yield {
        ...facts,
        kind: 'growth',
        span: [from, growth.figure.end],
        printed: growth.figure.number.value * down,
        expected: rounded(actual * down, growth.figure),
      };
  }
}

/** 较上年增长12.5%: a figure that agrees with this year's table against last year's. */
export function* growths(sentence: ReadSentence, compared: ReadonlyMap<unknown, ComparedClaim>, earlier: CellValue): Iterable<WrongShare> {
  const { pointer } = sentence;
  for (const { now, was, by, growth, start } of comparisons(sentence)) {
    const claim = sentence.reads
      .flatMap(({ phrase, claims }) => (phrase.figure === now ? claims : []))
      .map((one: Claim) => compared.get(one))
      .find((one) => one?.agrees);
    const before = claim && total(claim.agrees!.reading, earlier);
    const stated = by ?? growth;
    if (before === undefined || !claim || claim.claim.negative || !stated) continue;
    const { sum, reading } = claim.agrees!;
    const facts = { pointer, part: sum, whole: before, cells: reading.map((term) => term.pointer) };
    const difference = sum - before;
    if (was && was.number.value !== before && !was.number.bound) {
      // The number given for last year is not that of last year's report.
      yield { ...facts, kind: 'change', span: [start, (by?.figure ?? was).end], printed: sum - was.number.value, expected: difference };
      continue;
    }
    if (by && by.figure.number.unit === now.number.unit && !by.figure.number.bound && Math.abs(difference * sign(by.phrase) - by.figure.number.value) > 1e-9) {
      yield { ...facts, kind: 'change', span: [start, by.figure.end], printed: by.figure.number.value * sign(by.phrase), expected: difference };
      continue;
    }
    if (!growth || before === 0) continue;
    const down = sign(growth.phrase);
    const actual = (difference / before) * 100 * down;
    if (!prints(growth.figure, actual))
      yield {
        ...facts,
        kind: 'growth',
        span: [start, growth.figure.end],
        printed: growth.figure.number.value * down,
        expected: rounded(actual * down, growth.figure),
      };
  }
}
