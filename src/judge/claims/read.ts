/** Reading the claims of a report's text: one walk over every sentence, with what the paragraph said before. */
import { leadingNumber } from '../../base/text/normalise.js';
import type { SectionKey } from '../../form/editions/index.js';
import type { AsideReason, Claim, ClaimSource, LeftAside } from './claim.js';
import type { Topic } from './doubt.js';
import { has, isWord, type WordedSentence, type WordToken } from './frame.js';
import { readNegation } from './read-negation.js';
import { readNumber } from './read-number.js';
import { carryScope, scopeDoubt, unitKind } from './scope.js';
import { settle } from './settle.js';
import { advance, startWalk } from './state.js';
import { lex } from './tokens.js';
import type { Word } from './vocabulary.js';

/** As many words may stand between them. */
const CLOSE = 6;
/** What may stand between 均 and 政府信息公开: 因, 为, 涉及, 由. */
const LINKS: readonly Word['kind'][] = ['filler', 'occur', 'about', 'own'];

/** A sentence after reading, for the rules that look at more than single figures. */
export interface ReadSentence extends WordedSentence {
  readonly pointer: string;
  /** The whole paragraph, which the offsets count from. */
  readonly text: string;
  readonly section: SectionKey | undefined;
  /** The topic at its end. */
  readonly topic: Topic;
  /** Why its figures are not those of the tables, if they are not. */
  readonly doubt: AsideReason | undefined;
}

/** All that was read. */
export interface ClaimsRead {
  readonly claims: readonly Claim[];
  readonly leftAside: readonly LeftAside[];
  readonly sentences: readonly ReadSentence[];
}

/**
 * Whether a sentence speaks of requests, if only at its end (收到110件，均为政府信息公开申请) or by naming three outcomes
 * of the form, and of nothing else.
 */
function laterTopic(words: readonly WordToken[]): boolean {
  return (
    (has(words, 'request') || words.filter(({ word }) => word.kind === 'outcome').length >= 3) &&
    !has(words, 'foreign', 'proactive', 'decision', 'dispute', 'document')
  );
}

/** Whether a sentence of a paragraph on requests is about them again, whatever was named in between: 上年结转19件，办结325件. */
function returnsToRequests(words: readonly WordToken[]): boolean {
  return has(words, 'carried-in', 'carried-out') && !has(words, 'foreign', 'proactive', 'decision', 'dispute', 'document');
}

/** Whether a sentence says of all its cases that they are about disclosure: 行政复议3件、行政诉讼2件，均因政府信息公开引起. */
function allAboutDisclosure(words: readonly WordToken[]): boolean {
  return words.some(({ word }, all) => {
    if (word.kind !== 'all') return false;
    const rest = words.slice(all + 1, all + 1 + CLOSE);
    const matter = rest.findIndex((one) => one.word.kind === 'request' || one.word.kind === 'disclosure-matter');
    return matter !== -1 && rest.slice(0, matter).every((one) => LINKS.includes(one.word.kind));
  });
}

/** Whether cases named among the problems are those of the report: 答复不够规范，行政复议纠错9件. */
function speaksOfAnswers(words: readonly WordToken[]): boolean {
  return has(words, 'answer', 'compound') || words.some(({ word }) => word.kind === 'result' && word.result === 'corrected');
}

/** Reads a report's running text. Pure; never throws. */
export function readClaims(source: ClaimSource): ClaimsRead {
  const walk = startWalk(source, unitKind(source.unit));
  const sentences: ReadSentence[] = [];
  let section: number | undefined;
  // The topic of the numbered paragraph （二）依申请公开, for the unnumbered ones that follow it.
  let blockTopic: Topic;
  for (const { pointer, text, section: index } of source.paragraphs) {
    const key = index === undefined ? undefined : source.sections[index];
    const base = key === 'requests' ? 'request' : key === 'disputes' ? 'dispute' : undefined;
    if (index !== section) blockTopic = base;
    section = index;
    const lead = leadingNumber(text) !== '';
    if (lead) blockTopic = base;
    Object.assign(walk, {
      pointer,
      text,
      section: key,
      topic: blockTopic,
      requests: blockTopic === 'request',
      scope: {},
      disputes: { last: [], all: [] },
      rows: undefined,
      dispute: undefined,
    });
    lex(text).forEach((lexed, order) => {
      const tokens = settle(text, lexed.tokens, source.year);
      const { start, end } = lexed;
      const words = tokens.filter(isWord);
      const sentence = { start, end, tokens, words };
      const divides = /^[\s“"(（]*其中/.test(text.slice(start, start + 6));
      walk.scope = order === 0 ? {} : carryScope(walk.scope, divides);
      // 从申请人看，自然人980件: a new sentence may divide any of the figures before it.
      if (!divides) walk.rows = undefined;
      if ((walk.topic === undefined && laterTopic(words)) || (walk.requests && returnsToRequests(words))) walk.topic = 'request';
      walk.disclosure =
        walk.topic === 'request' ||
        walk.topic === 'dispute' ||
        allAboutDisclosure(words) ||
        (key === 'problems' && (speaksOfAnswers(words) || text.includes('答复')));
      walk.among = false;
      walk.documents = undefined;
      walk.comparing = false;
      tokens.forEach((token, at) => {
        if (token.type === 'number') readNumber(walk, sentence, at);
        else if (token.type === 'word' && (token.word.kind === 'not' || token.word.kind === 'none')) readNegation(walk, sentence, at);
        advance(walk, token, tokens);
      });
      if (order === 0 && lead) {
        blockTopic = walk.topic ?? base;
        walk.requests = blockTopic === 'request';
      }
      sentences.push({ start, end, tokens, words, pointer, text, section: key, topic: walk.topic, doubt: scopeDoubt(walk.scope) });
      walk.sentence += 1;
    });
  }
  return { claims: walk.claims, leftAside: walk.leftAside, sentences };
}
