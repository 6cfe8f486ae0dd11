/** What is said of a counted figure without a number of its own: 复议1件，结果维持; 3件，均为自然人申请; 2件（均属于过程性信息）. */
import { type CellPointer, cellPointer } from '../../form/editions/index.js';
import { type Claim, inColumns } from './claim.js';
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type WordToken } from './frame.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';
import type { Word } from './vocabulary.js';

/** A row, a result or a kind of applicant that is named of a figure and has nothing, or too little, in the table. */
export interface UnnumberedStatement {
  readonly pointer: string;
  readonly span: readonly [number, number];
  readonly cells: readonly CellPointer[];
  /** What the cells add up to. */
  readonly count: number;
  /** The figure it is said of. */
  readonly of: number;
}

/** Words that may stand in a clause that says nothing but how cases ended. */
const PLAIN: readonly Word['kind'][] = ['filler', 'all', 'result', 'dispute', 'decided-part', 'period', 'application', 'applicant', 'request'];
/** Words that turn a clause into something else than a plain statement. */
const OTHERWISE: readonly Word['kind'][] = [
  ...(['not', 'none', 'compound', 'rate', 'share', 'except', 'remaining', 'foreign', 'proactive', 'dispute', 'result'] as const),
  ...(['unknown-result', 'carried-out', 'unfinished', 'among', 'including', 'open-list', 'about', 'document'] as const),
];
const EVENTS = /^(?:receive|receive-new|handle|done|answer)(?: (?:receive|receive-new|handle|done|answer))*$/;
/** As much may stand between known words of a plain clause: 系复议后起诉, 法院判决结果维持. */
const SLACK = 4;
/** And in one that says how a request was answered. */
const ANSWER_SLACK = 16;

/** Words of a list of the ways in which requests came. */
const DIVIDES: readonly Word['kind'][] = ['among', 'channel', 'filler', 'application', 'request', 'and'];

/** What follows a figure: a bracket, or the clauses up to the next figure. */
interface Piece {
  readonly words: readonly WordToken[];
  readonly start: number;
  readonly end: number;
  readonly bracket: boolean;
}

/** As far behind a figure as its bracket or 均 is looked for. */
const NEAR = 40;

function markFrom(tokens: readonly Token[], from: number, mark: ')'): number {
  const found = tokens.slice(from, from + NEAR).findIndex((token) => token.type === 'mark' && token.mark === mark);
  return found === -1 ? -1 : from + found;
}

function allFrom(tokens: readonly Token[], from: number): number {
  const found = tokens.slice(from, from + NEAR).findIndex((token) => isWord(token) && token.word.kind === 'all');
  return found === -1 ? -1 : from + found;
}

function piecesAfter({ tokens, end }: ReadSentence, index: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const counted = tokens[index]!;
  let at = index + 1;
  const next = tokens[at];
  if (next?.type === 'mark' && next.mark === '(') {
    if (next.start !== counted.end) return [];
    const close = markFrom(tokens, at + 1, ')');
    const inside = tokens.slice(at + 1, Math.max(at + 1, close));
    if (close === -1 || !inside.every((token) => isWord(token) || (token.type === 'mark' && token.mark === ','))) return [];
    pieces.push({ words: inside.filter(isWord), start: next.end, end: tokens[close]!.start, bracket: true });
    at = close + 1;
  }
  // 全部13件均已办结，申请人均为自然人
  while (at < tokens.length && isWord(tokens[at]!)) at += 1;
  // 收到3件，其中网上2件、信函1件，均为自然人申请: what divides the figure stands between.
  const opening = tokens[at + 1];
  if (opening && isWord(opening) && opening.word.kind === 'among') {
    const all = allFrom(tokens, at + 1);
    const between = tokens.slice(at, Math.max(at, all));
    if (
      all === -1 ||
      !between.every((token) => (token.type === 'mark' ? token.mark === ',' : token.type === 'number' || (isWord(token) && DIVIDES.includes(token.word.kind))))
    )
      return pieces;
    at = all - 1;
  }
  while (at < tokens.length) {
    const comma = tokens[at]!;
    if (comma.type !== 'mark' || comma.mark !== ',') break;
    let last = at + 1;
    while (last < tokens.length && isWord(tokens[last]!)) last += 1;
    const stop: Token | undefined = tokens[last];
    // A number, a date or a colon behind the words makes them the beginning of another statement.
    if (stop && (stop.type !== 'mark' || stop.mark === ':' || stop.mark === '(')) break;
    pieces.push({ words: tokens.slice(at + 1, last).filter(isWord), start: comma.end, end: stop?.start ?? end, bracket: false });
    at = last;
  }
  return pieces;
}

/** The cells that a word names, of which something must be in the table; several ways where the editions divide otherwise. */
function cellsNamed(claim: Claim, reading: readonly CellPointer[], word: Word): readonly (readonly CellPointer[])[] {
  if (claim.table === 'requests') {
    if (word.kind === 'outcome') return word.cells;
    const whole = reading.every((cell) => cell.endsWith('/total'));
    if (word.kind !== 'applicant' || !whole || !EVENTS.test(claim.named)) return [];
    return [
      inColumns(
        reading.map((pointer) => ({ pointer, sign: 1 })),
        word.columns,
      ).map(({ pointer }) => pointer),
    ];
  }
  const groups = [...new Set(reading.map((cell) => /^\/tables\/disputes\/(.+)\/total$/.exec(cell)?.[1]))];
  if (claim.table !== 'disputes' || groups.includes(undefined)) return [];
  if (word.kind === 'result') return [groups.map((group) => cellPointer('disputes', '', `${group}/${word.result}`))];
  const [named, ...more] = word.kind === 'dispute' ? word.groups : [];
  return named?.startsWith('litigation/') && more.length === 0 && groups.length > 1 && groups.includes(named)
    ? [[cellPointer('disputes', '', `${named}/total`)]]
    : [];
}

/** Whether a piece says something of the whole figure, and nothing else. */
function isPlain({ text }: ReadSentence, { words, start, end, bracket }: Piece, claim: Claim): boolean {
  if (!bracket && claim.value !== 1 && !has(words, 'all')) return false;
  const slack = unread(text, start, end, words).replace(/[,，]/g, '').length;
  if (words.every(({ word, start: from, end: to }) => PLAIN.includes(word.kind) || /^复议机|^申请人$/.test(text.slice(from, to)))) return slack <= SLACK;
  return claim.table === 'requests' && !has(words, ...OTHERWISE) && words.filter(({ word }) => word.kind === 'outcome').length === 1 && slack <= ANSWER_SLACK;
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

function* brokenBy(sentence: ReadSentence, piece: Piece, claim: Claim, reading: readonly CellPointer[], value: CellValue): Iterable<UnnumberedStatement> {
  for (const { word, start, end } of piece.words) {
    const ways = cellsNamed(claim, reading, word).map((cells) => ({ cells, sum: sumOf(cells, value) }));
    const known = ways.filter((way): way is { cells: readonly CellPointer[]; sum: number } => way.sum !== undefined);
    const least = word.kind === 'applicant' && (claim.value === 1 || has(piece.words, 'all')) ? claim.value : 1;
    const [first] = known;
    if (!first || known.length < ways.filter(({ cells }) => cells.some((cell) => value(cell) !== undefined)).length) continue;
    if (known.some(({ sum }) => sum >= least)) continue;
    yield { pointer: sentence.pointer, span: [start, end], cells: first.cells, count: first.sum, of: claim.value };
  }
}

/** Index of the last number in a span; -1 when there is none. Halving, for sentences may be very long. */
function lastNumber(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < to) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (at >= 0 && tokens[at]!.start >= from && tokens[at]!.type !== 'number') at -= 1;
  return at >= 0 && tokens[at]!.start >= from ? at : -1;
}

/** What sentences say of figures that agree with the tables, and the tables deny. */
export function unnumberedStatements(sentences: readonly ReadSentence[], compared: readonly ComparedClaim[], value: CellValue): readonly UnnumberedStatement[] {
  return compared.flatMap(({ claim, agrees }) => {
    if (!agrees || claim.negative || claim.value === 0 || claim.doubt === 'subset' || claim.table === 'disclosure') return [];
    const sentence = sentences[claim.sentence];
    const index = sentence === undefined ? -1 : lastNumber(sentence.tokens, claim.span);
    if (sentence === undefined || index === -1) return [];
    const reading = agrees.reading.map(({ pointer }) => pointer);
    return piecesAfter(sentence, index).flatMap((piece) => (isPlain(sentence, piece, claim) ? [...brokenBy(sentence, piece, claim, reading, value)] : []));
  });
}
