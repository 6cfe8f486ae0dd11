/** What a text has said so far, as one value that is never changed: each phrase makes the next from it. */
import type { SectionKey } from '../../form/editions/index.js';
import type { ClaimReading, DisputeGroup, LifeRow } from './cells.js';
import { GROUPS } from './cells.js';
import type { Claim } from './claim.js';
import type { Scope, Unit } from './scope.js';
import { has, type Phrase, type Word } from './tree.js';

/** What was spoken of last. */
export type Topic = 'request' | 'dispute' | 'proactive' | 'foreign' | undefined;

/** The cases named so far. */
export interface NamedCases {
  readonly last: readonly DisputeGroup[];
  readonly all: readonly DisputeGroup[];
  /** All groups of the paragraph. */
  readonly ever: readonly DisputeGroup[];
  /** Results were told since the last group was named. */
  readonly told: boolean;
}

/** What is known before a phrase. */
export interface Context {
  readonly unit: Unit;
  readonly year: number | undefined;
  readonly section: SectionKey | undefined;
  readonly topic: Topic;
  /** The numbered paragraph, or the section, is about requests. */
  readonly block: Topic;
  /** The cases spoken of are about disclosure. */
  readonly disclosure: boolean;
  readonly scope: Scope;
  readonly cases: NamedCases;
  /** The sentence spoke of publishing. */
  readonly published: boolean;
  readonly documents: 'regulations' | 'normativeDocuments' | undefined;
  /** Rows of table 三 that the last whole figure may be; applicants after it divide it. */
  readonly rows: readonly ClaimReading[] | undefined;
  /** In a list after 其中. */
  readonly among: boolean;
  /** A colon opened that list: it goes on behind a semicolon. */
  readonly listed: boolean;
  /** A way in which requests came was named since the last figure. */
  readonly channel: boolean;
  /** What the sentence before announced without a figure: 复议案件稳中有降. */
  readonly subject: readonly Word[];
  /** Statements of the sentence so far. */
  readonly said: readonly Claim[];
  /** Rows that the sentence names anywhere. */
  readonly names: ReadonlySet<LifeRow>;
}

/** No cases were named. */
export const NO_CASES: NamedCases = { last: [], all: [], ever: [], told: false };

/** The context at the beginning of a report. */
export function beginContext(unit: Unit, year: number | undefined): Context {
  return {
    unit,
    year,
    section: undefined,
    topic: undefined,
    block: undefined,
    disclosure: false,
    scope: {},
    cases: NO_CASES,
    published: false,
    documents: undefined,
    rows: undefined,
    among: false,
    listed: false,
    channel: false,
    subject: [],
    said: [],
    names: new Set(),
  };
}

/** The groups of table 四 that a word for cases stands for. */
export function groupsOf({ of }: Word): readonly DisputeGroup[] {
  if (of === 'reconsideration') return ['reconsideration'];
  if (of === 'direct') return ['litigation/direct'];
  if (of === 'after') return ['litigation/afterReconsideration'];
  return of === 'all' ? GROUPS : GROUPS.slice(1);
}

/** The groups that a phrase names. */
export function groupsNamed(words: readonly Word[]): readonly DisputeGroup[] {
  return [...new Set(words.filter(({ kind }) => kind === 'dispute').flatMap(groupsOf))];
}

/** The topic after the words of a phrase. */
function topicAfter(topic: Topic, words: readonly Word[]): Topic {
  let next = topic;
  for (const { kind } of words) {
    if (kind === 'request') next = 'request';
    else if (kind === 'proactive' || kind === 'foreign') next = kind;
    else if (kind === 'decision') next = 'foreign';
    else if (kind === 'dispute') next = 'dispute';
  }
  return next;
}

/** The cases after a phrase; 复议8件、诉讼5件 are two groups named one after the other. */
function casesAfter({ last, all, ever, told }: NamedCases, words: readonly Word[], result: boolean): NamedCases {
  const named = groupsNamed(words);
  if (named.length === 0) return { last, all, ever, told: told || result };
  // 行政诉讼5件，其中直接起诉2件: a part of the last group.
  const within = named.every((group) => last.includes(group));
  const either = [...new Set([...ever, ...named])];
  return { last: named, ever: either, all: told && !within ? named : [...new Set([...all, ...named])], told: result };
}

/** What a phrase adds before its own figure is understood. */
export function enter(context: Context, phrase: Phrase): Context {
  const { words, opening, opener } = phrase;
  const document = words.findLast(({ kind, of }) => kind === 'document' && of !== 'any');
  const result = has(words, 'result') && phrase.figure !== undefined;
  return {
    ...context,
    topic: topicAfter(context.topic, words),
    disclosure: context.disclosure || has(words, 'request', 'disclosure'),
    cases: casesAfter(context.cases, words, result),
    published: context.published || has(words, 'publish', 'proactive', 'grant'),
    documents: (document?.of as Context['documents']) ?? context.documents,
    among: opener === 'among' || (context.among && (opening !== 'semicolon' || context.listed)),
    listed: opener !== 'among' && (context.listed || (context.among && opening === 'colon')),
    rows: opening === 'semicolon' && opener !== 'among' ? undefined : context.rows,
    channel: (context.channel && opening !== 'semicolon') || has(words, 'channel'),
  };
}

/** The context for the next sentence of a paragraph. */
export function nextSentence(context: Context, scope: Scope, names: ReadonlySet<LifeRow>, divides: boolean, subject: readonly Word[]): Context {
  return {
    ...context,
    scope,
    names,
    subject,
    said: [],
    among: false,
    listed: false,
    channel: false,
    published: false,
    documents: undefined,
    ...(divides ? {} : { rows: undefined }),
  };
}
