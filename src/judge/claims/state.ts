/** What a paragraph has said so far, carried from word to word. */
import type { SectionKey } from '../../form/editions/index.js';
import type { Claim, ClaimReading, ClaimSource, LeftAside } from './claim.js';
import type { Topic } from './doubt.js';
import type { NamedDocuments } from './resolve-disclosure.js';
import { type DisputeState, nameGroups } from './resolve-disputes.js';
import { follow, type Scope, type UnitKind } from './scope.js';
import { type Token, unread } from './tokens.js';

/** Where the walk stands and what it has found. */
export interface Walk {
  readonly source: ClaimSource;
  readonly kind: UnitKind;
  readonly claims: Claim[];
  readonly leftAside: LeftAside[];
  /** The paragraph. */
  pointer: string;
  text: string;
  section: SectionKey | undefined;
  /** Index of the sentence over the whole report. */
  sentence: number;
  topic: Topic;
  /** The numbered paragraph, or the section, is about requests. */
  requests: boolean;
  scope: Scope;
  disputes: DisputeState;
  /** The cases spoken of are about disclosure: said in the sentence or flowing on from the one before. */
  disclosure: boolean;
  documents: NamedDocuments;
  /** Rows of table 三 that the last whole figure may be; applicants after it divide it. */
  rows: readonly ClaimReading[] | undefined;
  /** In a list after 其中. */
  among: boolean;
  /** A colon opened that list. */
  listed: boolean;
  /** A word of comparison stands in the clause. */
  comparing: boolean;
  /** The last word for a group of table 四. */
  dispute: Token | undefined;
}

/** A walk before its first paragraph. */
export function startWalk(source: ClaimSource, kind: UnitKind): Walk {
  return {
    source,
    kind,
    claims: [],
    leftAside: [],
    pointer: '',
    text: '',
    section: undefined,
    sentence: 0,
    topic: undefined,
    requests: false,
    scope: {},
    disputes: { last: [], all: [] },
    disclosure: false,
    documents: undefined,
    rows: undefined,
    among: false,
    listed: false,
    comparing: false,
    dispute: undefined,
  };
}

/** 与2023年持平, 同上年相比: the year is only compared with. */
const COMPARED = /^度?(?:全年)?(?:收到|受理|新收)?(?:的)?(?:数量|总量|申请量|情况)?(?:基本|大体|大致)?(?:持平|相比|相当|相同|一致)/;

/** Takes in one token. */
export function advance(walk: Walk, token: Token, tokens: readonly Token[]): void {
  const past = token.type === 'year' || (token.type === 'word' && token.word.kind === 'last-year');
  const compared = walk.comparing || (past && COMPARED.test(walk.text.slice(token.end, token.end + 12)));
  walk.scope = follow(walk.scope, token, walk.kind, walk.source.year, compared);
  if (token.type === 'mark') {
    walk.comparing = false;
    // 其中自然人9件；全年办理13件: a list on one breath ends there. One that a colon opens goes on.
    if (token.mark === ';' && !walk.listed) walk.among = false;
    // 办理55件，其中新收51件；自然人50件: the part that came last is not what applicants divide.
    if (token.mark === ';' && !/^\s*其中/.test(walk.text.slice(token.end, token.end + 4))) walk.rows = undefined;
  }
  if (token.type !== 'word') return;
  const { word } = token;
  switch (word.kind) {
    case 'request':
      walk.topic = 'request';
      walk.disclosure = true;
      return;
    case 'disclosure-matter':
      walk.disclosure = true;
      return;
    case 'proactive':
    case 'foreign':
      walk.topic = word.kind;
      return;
    case 'decision':
      walk.topic = 'foreign';
      return;
    case 'document':
      walk.documents = word.row ?? walk.documents;
      return;
    case 'comparison':
    case 'year-on-year':
      walk.comparing = true;
      return;
    case 'among':
      walk.among = true;
      walk.listed = /^\s?[:：]/.test(walk.text.slice(token.end, token.end + 2));
      return;
    case 'dispute': {
      walk.topic = 'dispute';
      const { dispute } = walk;
      const between = dispute ? tokens.filter((other) => other.start >= dispute.end && other.end <= token.start) : [];
      const joined =
        dispute &&
        between.every((other) => other.type === 'word' && (other.word.kind === 'and' || other.word.kind === 'filler')) &&
        unread(walk.text, dispute.end, token.start, between) === '';
      walk.disputes = nameGroups(walk.disputes, joined ? [...new Set([...walk.disputes.last, ...word.groups])] : word.groups);
      walk.dispute = token;
    }
  }
}
