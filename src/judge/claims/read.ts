/** Reading the statements of a report's text: one fold over every sentence. */
import { leadingNumber } from '../../base/text/normalise.js';
import type { SectionKey } from '../../form/editions/index.js';
import type { LifeRow } from './cells.js';
import type { AsideReason, Claim, ClaimSource, LeftAside } from './claim.js';
import { beginContext, type Context, nextSentence, type Topic } from './context.js';
import { isStrangeApplication } from './doubt.js';
import { interpret, type Read } from './interpret.js';
import { lex, wholeLexicon } from './lex.js';
import type { Meaning } from './lexicon.js';
import { parse } from './parse.js';
import type { Patterns } from './pattern.js';
import { direction } from './requests.js';
import { carryScope, scopeDoubt, unitOf } from './scope.js';
import { has, type Kind, type Phrase, type Sentence, type Word } from './tree.js';

/** A sentence after reading, for the rules that look at more than single figures. */
export interface ReadSentence extends Sentence {
  readonly pointer: string;
  /** The whole paragraph, which the offsets count from. */
  readonly text: string;
  readonly section: SectionKey | undefined;
  readonly reads: readonly Read[];
  /** The topic at its end, and whether the cases spoken of are about disclosure. */
  readonly topic: Topic;
  readonly disclosure: boolean;
  /** Why its figures are not those of the tables, if they are not. */
  readonly doubt: AsideReason | undefined;
}

/** All that was read. */
export interface ClaimsRead {
  readonly claims: readonly Claim[];
  readonly leftAside: readonly LeftAside[];
  readonly sentences: readonly ReadSentence[];
}

/** Sections whose sentences may speak of the year's figures without naming their matter. */
const OPEN_SECTIONS: ReadonlySet<SectionKey | undefined> = new Set<SectionKey | undefined>(['overview', 'requests', 'disputes']);
const OTHER_MATTERS: readonly Kind[] = ['foreign', 'proactive', 'decision', 'dispute', 'document'];

/**
 * Whether a sentence speaks of requests, if only at its end (收到110件，均为政府信息公开申请) or by naming three outcomes
 * of the form, and of nothing else.
 */
function laterTopic(words: readonly Word[]): boolean {
  return (has(words, 'request') || listsOutcomes(words)) && !has(words, ...OTHER_MATTERS);
}

/** What tells another matter than requests, so that a sentence of unnamed matter is not presumed to speak of them. */
const STRANGE: readonly Kind[] = [...OTHER_MATTERS, 'publish', 'cause', 'agency', 'fees', 'result', 'decided', 'authority', 'assist'];
/** As much of a sentence that names no matter may be unknown. */
const MOST_UNKNOWN = 4;

/**
 * Whether a sentence that names no matter speaks of requests: what a report on disclosure calls 申请, 不予公开, 结转 and 自然人 are those of
 * disclosure, unless another matter is named; 办结109件 alone where nothing unknown stands beside it.
 */
function presumesRequests(text: string, { phrases, tokens }: Sentence, words: readonly Word[], year: number | undefined): boolean {
  if (words.some(({ kind, of }) => STRANGE.includes(kind) && of !== 'pending') || tokens.some((_, at) => isStrangeApplication(text, tokens, at))) return false;
  if (has(words, 'application', 'outcome', 'cells') || phrases.some((phrase) => direction(text, phrase, year))) return true;
  const unknown = tokens.reduce((sum, { type, start, end }) => (type === 'gap' ? sum + end - start : sum), 0);
  return unknown <= MOST_UNKNOWN && has(words, 'receive', 'new', 'done', 'answer', 'applicant');
}

function listsOutcomes(words: readonly Word[]): boolean {
  return words.filter(({ kind }) => kind === 'outcome').length >= 3;
}

/** Whether a sentence of a paragraph on requests is about them again, whatever was named in between: 上年结转19件，办结325件. */
function returnsToRequests(words: readonly Word[]): boolean {
  return has(words, 'carry', 'outcome') && !has(words, ...OTHER_MATTERS);
}

/** Whether a sentence says of all its cases that they are about disclosure: 行政复议3件、行政诉讼2件，均因政府信息公开引起. */
function allAboutDisclosure({ phrases }: Sentence): boolean {
  return phrases.some(({ words }) => has(words, 'all') && has(words, 'request', 'disclosure') && !has(words, 'not', 'none'));
}

/** Whether a sentence says of its cases that they are not about disclosure: 均未因政府信息公开引起. */
function ofOtherCauses({ phrases }: Sentence): boolean {
  return phrases.some(
    ({ words, figure }) => !figure && has(words, 'not') && has(words, 'disclosure', 'request') && has(words, 'occur') && !has(words, 'dispute'),
  );
}

/** Whether cases named among the problems are those of the report: 答复不够规范，行政复议纠错9件. */
function speaksOfAnswers(text: string, words: readonly Word[]): boolean {
  return text.includes('答复') || words.some(({ kind, of }) => kind === 'result' && (of === 'corrected' || of === 'lost'));
}

/** The rows of table 三 that a sentence names apart. */
function rowsNamed(text: string, { phrases }: Sentence, year: number | undefined): ReadonlySet<LifeRow> {
  const rows = new Set<LifeRow>();
  let outcome = false;
  for (const phrase of phrases) {
    const way = direction(text, phrase, year);
    if (way === 'in') rows.add('carriedOver');
    if (way === 'out') rows.add('carriedForward');
    outcome ||= has(phrase.words, 'outcome', 'cells');
  }
  if (outcome) rows.delete('carriedForward');
  return rows;
}

/** The cases or decisions that a sentence without a figure announces. */
function subjectOf(sentence: ReadSentence | undefined): readonly Word[] {
  if (!sentence || sentence.phrases.some(({ figure }) => figure)) return [];
  const first = sentence.phrases.find(({ words }) => has(words, 'dispute', 'decision'));
  return first?.words.filter(({ kind }) => kind === 'dispute' || kind === 'decision') ?? [];
}

/** What is read of a sentence. */
interface SentenceRead {
  readonly sentence: ReadSentence;
  readonly context: Context;
}

interface Paragraph {
  readonly pointer: string;
  readonly text: string;
  readonly section: SectionKey | undefined;
}

function readSentence(before: Context, { pointer, text, section }: Paragraph, parsed: Sentence, index: number): SentenceRead {
  const words = parsed.phrases.flatMap((phrase: Phrase) => phrase.words);
  const about =
    (laterTopic(words) && (before.topic === undefined || listsOutcomes(words))) ||
    (before.block === 'request' && returnsToRequests(words)) ||
    (OPEN_SECTIONS.has(section) &&
      (before.topic === undefined || (before.topic === 'proactive' && has(words, 'application', 'carry'))) &&
      presumesRequests(text, parsed, words, before.year));
  const topic: Topic = about ? 'request' : before.topic;
  const disclosure =
    topic === 'request' ||
    topic === 'dispute' ||
    before.block === 'request' ||
    allAboutDisclosure(parsed) ||
    ((before.topic === undefined || before.topic === 'proactive') && OPEN_SECTIONS.has(section) && !ofOtherCauses(parsed)) ||
    (section === 'problems' && speaksOfAnswers(text, words));
  let context: Context = { ...before, topic, disclosure, section };
  const reads: Read[] = [];
  parsed.phrases.forEach((phrase, at) => {
    const read = interpret(context, phrase, { pointer, text, sentence: parsed, index, at });
    reads.push(read.read);
    context = read.context;
  });
  return {
    sentence: { ...parsed, pointer, text, section, reads, topic: context.topic, disclosure: context.disclosure, doubt: scopeDoubt(context.scope) },
    context,
  };
}

/** A paragraph without a numeral, a share, a denial or a word for all states nothing, unless its number gives those behind it their matter. */
const SIGN = /[\d０-９零〇一二三四五六七八九十百千两半未没无不均全都悉皆所每率]/;

/** Reads a report's running text. Pure; never throws. */
export function readClaims(source: ClaimSource, words: Patterns<Meaning> = wholeLexicon()): ClaimsRead {
  const sentences: ReadSentence[] = [];
  let context = beginContext(unitOf(source.unit), source.year);
  let section: number | undefined;
  for (const { pointer, text, section: index } of source.paragraphs) {
    const key = index === undefined ? undefined : source.sections[index];
    const base: Topic = key === 'requests' ? 'request' : key === 'disputes' ? 'dispute' : undefined;
    const lead = leadingNumber(text) !== '';
    const block: Topic = lead || index !== section ? base : context.block;
    section = index;
    context = { ...beginContext(context.unit, source.year), block, topic: block };
    if (!lead && !SIGN.test(text)) continue;
    lex(text, words).forEach((lexed, order) => {
      const parsed = parse(text, lexed);
      const divides = /^[\s“"(（]*其中/.test(text.slice(parsed.start, parsed.start + 6));
      const scope = order === 0 ? {} : carryScope(context.scope, divides);
      const read = readSentence(
        nextSentence(context, scope, rowsNamed(text, parsed, source.year), divides, order === 0 ? [] : subjectOf(sentences.at(-1))),
        { pointer, text, section: key },
        parsed,
        sentences.length,
      );
      context = read.context;
      // The numbered paragraph （二）依申请公开 gives its topic to the unnumbered ones that follow it.
      if (order === 0 && lead) context = { ...context, block: context.topic ?? base };
      sentences.push(read.sentence);
    });
  }
  const reads = sentences.flatMap((sentence) => sentence.reads);
  return { claims: reads.flatMap(({ claims }) => claims), leftAside: reads.flatMap(({ aside }) => aside ?? []), sentences };
}
