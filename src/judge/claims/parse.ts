/** From tokens to phrases: a sentence is cut at its marks, at 其中, and wherever a second figure begins. */
import { COUNT_UNITS } from './number.js';
import { type Figure, has, type Kind, type Lexed, type Opening, type Phrase, type Sentence, type Token, type Word } from './tree.js';

const OPENINGS = { ',': 'comma', ';': 'semicolon', ':': 'colon', '(': 'open', ')': 'close' } as const;

/** Words that name what a figure counts. */
export const NAMES: ReadonlySet<Kind> = new Set<Kind>(
  (
    'receive new raise handle done answer carry unfinished left outcome cells grant applicant dispute result decided document verb decision fees' as const
  ).split(' ') as Kind[],
);
/** Words that can stand in a list of names: 予以公开、部分公开分别为45件、14件. */
const LISTABLE: ReadonlySet<Kind> = new Set<Kind>([
  'outcome',
  'cells',
  'grant',
  'applicant',
  'dispute',
  'result',
  'verb',
  'document',
  'decision',
  'new',
  'receive',
  'done',
  'answer',
  'carry',
  'channel',
  'rate',
  'past',
  'future',
]);
/** What may stand right behind a figure and is counted by it. */
const NOUNS: ReadonlySet<Kind> = new Set<Kind>(['request', 'application', 'object', 'quantity']);

/** Whether a token is a figure that counts something or is a share. */
export function isFigure(token: Token | undefined): token is Figure {
  return (
    token?.type === 'number' && (COUNT_UNITS.has(token.number.unit) || token.number.unit === '元' || token.number.unit === '%' || token.number.unit === '')
  );
}

const NO_AMOUNT = /^$|[%‰年月日时分秒号倍天周岁位届级类]|百分点|工作日/;

/** Whether a number counts something. */
export function counts(figure: Figure | undefined): figure is Figure {
  return figure !== undefined && !NO_AMOUNT.test(figure.number.unit);
}

/** Whether a token is a word. */
export function isWord(token: Token | undefined): token is Word {
  return token?.type === 'word';
}

/** A phrase before it knows its words. */
interface Piece {
  readonly opening: Opening;
  readonly depth: number;
  readonly opener?: 'among' | 'including';
  readonly quoted: boolean;
  readonly tokens: readonly Token[];
}

function phraseOf(text: string, { tokens, ...facts }: Piece): Phrase {
  const words = tokens.filter(isWord);
  const figure = tokens.find(isFigure);
  const lead = figure ? words.filter(({ start }) => start < figure.start) : words;
  const last = tokens.at(-1)!;
  return {
    ...facts,
    tokens,
    start: tokens[0]!.start,
    end: last.end,
    words,
    ...(figure ? { figure } : {}),
    lead,
    tail: figure ? words.slice(lead.length) : [],
    within: isWord(last) && last.end - last.start === 1 && /[中里]/.test(text[last.start]!),
  };
}

/** Where the phrase of the first of two figures ends, as an index of `tokens`; `first` is the index of its figure. */
function boundary(text: string, tokens: readonly Token[], first: number): number {
  const between = tokens.slice(first + 1);
  const among = between.findLastIndex((token) => isWord(token) && /^[中里]$/.test(text.slice(token.start, token.end)));
  if (among !== -1) return first + 2 + among;
  const named = tokens.slice(0, first).some((token) => isWord(token) && NAMES.has(token.kind));
  const share = between.findIndex((token) => isWord(token) && (token.kind === 'share' || token.kind === 'compare'));
  if (share !== -1) return first + 1 + share;
  let end = first + 1;
  if (!named) {
    // 109件已办结8件结转: what stands behind a figure names it.
    const tail = between.findLastIndex((token) => isWord(token) && NAMES.has(token.kind));
    return tail === -1 ? end : first + 2 + tail;
  }
  const next = between[0];
  if (isWord(next) && NOUNS.has(next.kind) && between.length > 1) end += 1;
  return end;
}

/** For each token the index of the next mark or figure at or behind it, worked out once from the end. */
function nextStops(tokens: readonly Token[]): readonly boolean[] {
  const follows = new Array<boolean>(tokens.length + 1).fill(false);
  for (let at = tokens.length - 1; at >= 0; at -= 1) follows[at] = tokens[at]!.type === 'mark' ? false : isFigure(tokens[at]) || follows[at + 1]!;
  return follows;
}

/** 予以公开（含部分公开）59件: a bracket between a name and its figure is read as if it were none. */
function inlined(tokens: readonly Token[]): readonly Token[] {
  const marks = tokens.flatMap((token, index) => (token.type === 'mark' ? [index] : []));
  const [dropped, inner] = [new Set<number>(), new Set<number>()];
  marks.forEach((open, order) => {
    const [before = -1, close = tokens.length, after = tokens.length] = [marks[order - 1], marks[order + 1], marks[order + 2]];
    const [first, last] = [tokens[open]!, tokens[close]];
    if (first.type !== 'mark' || first.mark !== '(' || last?.type !== 'mark' || last.mark !== ')') return;
    const [lead, inside, behind] = [tokens.slice(before + 1, open), tokens.slice(open + 1, close), tokens.slice(close + 1, after)];
    const known = inside.every((token) => isWord(token) && token.kind !== 'except' && token.kind !== 'among');
    if (known && !lead.some(isFigure) && lead.some((token) => isWord(token) && NAMES.has(token.kind)) && behind.some(isFigure)) {
      dropped.add(open).add(close);
      for (let index = open + 1; index < close; index += 1) inner.add(index);
    }
  });
  if (dropped.size === 0) return tokens;
  return tokens.flatMap((token, index): readonly Token[] => {
    if (dropped.has(index)) return [];
    if (!isWord(token) || !inner.has(index)) return [token];
    // 维持（驳回诉讼请求）12件: the bracket says the result again.
    return token.kind === 'result' ? [] : [token.kind === 'including' ? { ...token, kind: 'and' } : token];
  });
}

/** The pieces of a sentence. */
function piecesOf(text: string, tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const follows = nextStops(tokens);
  let current: Token[] = [];
  let figure = -1;
  let opening: Opening = 'start';
  let opener: Piece['opener'];
  let [depth, quotes, quoted] = [0, 0, false];
  const cut = (next: Opening): void => {
    if (current.length > 0) pieces.push({ opening, depth, quoted, tokens: current, ...(opener ? { opener } : {}) });
    [current, figure, opening, opener, quoted] = [[], -1, next, undefined, false];
  };
  tokens.forEach((token, at) => {
    if (token.type === 'mark') {
      cut(OPENINGS[token.mark]);
      depth = Math.max(0, depth + (token.mark === '(' ? 1 : token.mark === ')' ? -1 : 0));
      return;
    }
    if (token.type === 'quote') {
      quotes = Math.max(0, quotes + (token.opens ? 1 : -1));
      return;
    }
    if (isWord(token) && (token.kind === 'among' || token.kind === 'including') && !has(current.filter(isWord), 'among', 'including')) {
      if (current.length > 0) cut('joined');
      opener = token.kind;
    } else if (isWord(token) && token.kind === 'and' && figure !== -1 && follows[at + 1]) cut('joined');
    else if (isFigure(token)) {
      if (figure !== -1) {
        const end = boundary(text, current, figure);
        const rest = current.slice(end);
        current = current.slice(0, end);
        cut('joined');
        current = rest;
      }
      figure = current.length;
      quoted = quotes > 0;
    }
    current.push(token);
  });
  cut('start');
  return pieces;
}

/** 维持、纠正、其他: the results that are none of those named, in a list of results. */
function others(lead: readonly Word[], groups: readonly (readonly Word[])[], index: number): Word[] {
  const next = groups[index + 1]?.[0];
  const rest = lead.find((word) => word.kind === 'rest' && (next === undefined || word.end <= next.start));
  return rest && groups.some((group) => has(group, 'result')) ? [{ ...rest, kind: 'result', of: 'other' }] : [];
}

/** The names that stand before 分别为 or 各, as many as there are figures, each with the words that go with all of them. */
function shareOut(lead: readonly Word[], count: number): readonly (readonly Word[])[] | undefined {
  const names = lead.filter(({ kind }) => LISTABLE.has(kind));
  const groups: Word[][] = [];
  // 公民、法人和其他组织分别为100件、10件
  const everyone = lead.find(({ kind, end, start }) => kind === 'people' && end - start > 5);
  if (everyone && count === 2 && !has(lead, 'applicant'))
    return ['naturalPerson', 'legal'].map((of) => [...lead.filter((word) => word !== everyone), { ...everyone, kind: 'applicant', of }]);
  for (const word of lead) {
    if (word.kind === 'and' || groups.length === 0) groups.push([]);
    if (LISTABLE.has(word.kind)) groups.at(-1)!.push(word);
  }
  const listed = groups.map((group, index) => (group.length > 0 ? group : others(lead, groups, index))).filter((group) => group.length > 0);
  if (listed.length < count || count < 2) return undefined;
  const chosen = listed.slice(-count);
  // 行政复议、行政诉讼: what is no name of its own goes with each; of several words in the first group only the last is its name.
  const shared = lead.filter((word) => !names.includes(word) || listed.slice(0, -count).some((group) => group.includes(word)));
  return chosen.map((group, index) => [...shared, ...(index === 0 ? group.slice(-1) : group)]);
}

/** Gives the figures behind 分别为 and 各 the names that stand before it. */
function distribute(phrases: readonly Phrase[]): readonly Phrase[] {
  const result: Phrase[] = [];
  for (let at = 0; at < phrases.length; at += 1) {
    const phrase = phrases[at]!;
    const told = phrase.figure && has(phrase.lead, 'respectively');
    let last = at;
    if (told)
      while (phrases[last + 1]?.figure && phrases[last + 1]!.depth === phrase.depth && !phrases[last + 1]!.words.some(({ kind }) => NAMES.has(kind))) last += 1;
    const behind = phrase.lead.findLast(({ kind }) => kind === 'respectively');
    const own = behind ? phrase.lead.filter(({ end }) => end <= behind.start) : phrase.lead;
    const earlier = phrases[at - 1];
    const lead = own.some(({ kind }) => LISTABLE.has(kind)) ? own : earlier && !earlier.figure ? [...earlier.words, ...own] : own;
    const count = last - at + 1;
    const each = phrase.figure && !told && phrase.lead.at(-1)?.kind === 'each' && phrase.lead.at(-1)!.end === phrase.figure.start;
    const names = told ? shareOut(lead, count) : each ? shareOut(phrase.lead, phrase.lead.filter(({ kind }) => kind === 'and').length + 1) : undefined;
    if (!names) {
      result.push(phrase);
      continue;
    }
    const without = (words: readonly Word[]): readonly Word[] => words.filter(({ kind }) => kind !== 'respectively' && kind !== 'and' && kind !== 'each');
    names.forEach((words, index) => {
      const of = each ? phrase : phrases[at + index]!;
      const named = without(words);
      result.push({ ...of, words: [...named, ...of.tail], lead: named });
    });
    at = each ? at : last;
  }
  return result;
}

/** 自然人（3件）: a bracket that holds nothing but a figure says how many those before it are. */
function adopt(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases.map((phrase, at) => {
    const before = phrases[at - 1];
    if (!phrase.figure || phrase.tokens.length > 1 || phrase.opening !== 'open' || !before) return phrase;
    // 四成的申请（45件）予以公开
    const after = phrases[at + 1];
    const shared = before.figure?.number.unit === '%' && after?.opening === 'close' && !after.figure;
    if (before.figure && !shared) return phrase;
    const words = shared ? [...before.words, ...after.words] : before.words;
    return { ...phrase, words, lead: words };
  });
}

/** Where the last 其中 begins behind which a phrase names disclosure; -1 when there is none. */
function dividedByCause(phrases: readonly Phrase[]): number {
  const about = phrases.findLastIndex(({ words }) => has(words, 'request', 'disclosure'));
  return phrases.slice(0, about + 1).findLast(({ opener }) => opener === 'among')?.start ?? -1;
}

/** A sentence of `text` in phrases. */
export function parse(text: string, { start, end, tokens }: Lexed): Sentence {
  const phrases = adopt(distribute(piecesOf(text, inlined(tokens)).map((piece) => phraseOf(text, piece))));
  const outcomes = phrases.some(({ words }) => has(words, 'outcome'));
  const counted = phrases.filter(({ figure }) => figure);
  const attributes = counted.some(({ words }) => has(words, 'document', 'publish')) && counted.some(({ words }) => has(words, 'proactive'));
  const withdrawn = phrases.some(({ words }) => words.some(({ kind, of }) => kind === 'result' && of === 'unknown'));
  // 办理行政许可5件、行政处罚3件: what table 二 counts, one beside the other.
  const decisions = new Set(counted.flatMap(({ words }) => words.filter(({ kind }) => kind === 'decision').map(({ of }) => of)));
  const decides = decisions.size > 1 || phrases.some(({ words }) => has(words, 'decide'));
  return { start, end, tokens, phrases, outcomes, decides, withdrawn, attributes, causes: dividedByCause(phrases) };
}
