/** Growth that the text states: against last year's report, and against the change that it states itself. */
import type { CellValue, ComparedClaim } from './compare.js';
import { has, isWord, type NumberToken, type WordToken } from './frame.js';
import { type IsTold, isPercent, prints, rounded, total, type WrongShare } from './percent.js';
import type { ReadSentence } from './read.js';
import { type Token, unread } from './tokens.js';

const LESS = /下降|减少|降低|少/;
/** As many words and marks may stand between a figure and its change. */
const NEAR = 40;

/** 较上年增长12.5%: a figure that agrees with this year's table against last year's. */
export function* growths(sentence: ReadSentence, claims: readonly ComparedClaim[], earlier: CellValue): Iterable<WrongShare> {
  const { tokens, text, pointer, start, end } = sentence;
  const own = claims.filter(({ claim, agrees }) => claim.pointer === pointer && claim.span[0] >= start && claim.span[1] <= end && agrees && !claim.negative);
  for (const { claim, agrees } of own) {
    const next = own.find((other) => other.claim.span[0] > claim.span[1])?.claim.span[0] ?? end;
    const after = tokens.filter((token) => token.start >= claim.span[1] && token.end <= next && !(token.type === 'mark' && token.mark === ','));
    const compared = after.findIndex((token) => isWord(token) && (token.word.kind === 'comparison' || token.word.kind === 'year-on-year'));
    const change = after.findIndex((token) => isWord(token) && token.word.kind === 'change');
    const figure = after[change + 1];
    if (compared === -1 || change < compared || change > compared + 4 || figure?.type !== 'number' || figure.number.about) continue;
    // Only a comparison with the year before, said of this very figure.
    if (after.slice(0, change).some((token) => token.type === 'number' || token.type === 'mark' || (token.type === 'year' && after.indexOf(token) < compared)))
      continue;
    if (
      unread(text, claim.span[1], after[change]!.start, tokens).replace(/[,，度]/g, '') !== '' ||
      unread(text, after[change]!.end, figure.start, tokens).replace(/了/g, '') !== ''
    )
      continue;
    const was = total(agrees!.reading, earlier);
    if (was === undefined) continue;
    const down = LESS.test(text.slice(after[change]!.start, after[change]!.end)) ? -1 : 1;
    const percent = figure.number.unit === '%';
    if (percent ? was === 0 : figure.number.unit !== claim.unit) continue;
    const actual = percent ? ((agrees!.sum - was) / was) * 100 * down : (agrees!.sum - was) * down;
    if (percent ? prints(figure, actual) : Math.abs(actual - figure.number.value) < 1e-9) continue;
    const expected = percent ? rounded(actual * down, figure) : actual * down;
    yield {
      kind: percent ? 'growth' : 'change',
      pointer,
      span: [after[compared]!.start, figure.end],
      printed: figure.number.value * down,
      part: agrees!.sum,
      whole: was,
      expected,
      cells: agrees!.reading.map((term) => term.pointer),
    };
  }
}

/** The last number of these that does not stand in brackets: 新收49件（其中5件），较上年. */
function lastCounted(tokens: readonly Token[]): NumberToken | undefined {
  let depth = 0;
  for (const token of [...tokens].reverse()) {
    if (token.type === 'mark' && token.mark === ')') depth += 1;
    if (token.type === 'mark' && token.mark === '(') depth -= 1;
    if (token.type === 'number' && depth === 0) return token;
  }
  return undefined;
}

/** Where the number and a bracket right behind it end. */
function closedAt(tokens: readonly Token[], number: NumberToken): number {
  const open = tokens.find(({ start }) => start === number.end);
  if (open?.type !== 'mark' || open.mark !== '(') return number.end;
  return tokens.findLast((token) => token.type === 'mark' && token.mark === ')')?.end ?? number.end;
}

/** 收到151件，较2023年的138件增加13件，增长9.4%: a figure, its change and the growth, held against each other. */
export function* ownGrowths(sentence: ReadSentence, isTold: IsTold): Iterable<WrongShare> {
  const { tokens, text, pointer } = sentence;
  for (const [index, token] of tokens.entries()) {
    if (!isWord(token) || (token.word.kind !== 'comparison' && token.word.kind !== 'year-on-year')) continue;
    const earlier = tokens.slice(Math.max(0, index - NEAR), index);
    const now = lastCounted(earlier);
    const clause = tokens.slice(index + 1, index + 1 + NEAR);
    const change = clause.findIndex((other) => isWord(other) && other.word.kind === 'change');
    const by = clause[change + 1];
    if (
      !now ||
      change === -1 ||
      by?.type !== 'number' ||
      by.number.unit !== now.number.unit ||
      now.number.step !== 1 ||
      by.number.step !== 1 ||
      isTold(pointer, now)
    )
      continue;
    const between = clause.slice(0, change).filter((other): other is NumberToken => other.type === 'number');
    const [was] = between;
    if (between.length > 1 || [now, by, ...between].some(({ number }) => number.about || number.unit !== now.number.unit)) continue;
    const closed = closedAt(earlier, now);
    const told = unread(text, closed, by.start, [...earlier, token, ...clause]).replace(/[,，度了]/g, '');
    if (told !== '' || earlier.some((other) => other.start >= closed && other.type === 'mark' && other.mark !== ',')) continue;
    const down = LESS.test(text.slice(clause[change]!.start, clause[change]!.end)) ? -1 : 1;
    const before = was?.number.value ?? now.number.value - down * by.number.value;
    const facts = { pointer, part: now.number.value, whole: before, cells: [] };
    const difference = (now.number.value - before) * down;
    if (difference !== by.number.value) {
      yield { ...facts, kind: 'change', span: [token.start, by.end], printed: by.number.value * down, expected: difference * down };
      continue;
    }
    const percent = clause.slice(change + 2).find((other) => !(other.type === 'mark' && other.mark === ',') && !isWord(other));
    if (!percent || !isPercent(percent) || before <= 0) continue;
    const behind = clause.filter((other) => isWord(other) && other.start >= by.end && other.end <= percent.start) as readonly WordToken[];
    if (
      !behind.every(({ word }) => word.kind === 'change' || word.kind === 'filler' || word.kind === 'year-on-year') ||
      !has(behind, 'change') ||
      unread(text, by.end, percent.start, clause).replace(/[,，了率幅度]/g, '') !== ''
    )
      continue;
    const actual = (by.number.value / before) * 100;
    if (!prints(percent, actual))
      yield { ...facts, kind: 'growth', span: [by.start, percent.end], printed: percent.number.value * down, expected: rounded(actual * down, percent) };
  }
}
