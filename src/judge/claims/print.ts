/** The tree of a text as lines: each sentence, its phrases, and what became of each figure; for developers and reports of faults. */
import type { ComparedClaim } from './compare.js';
import type { Claims } from './index.js';
import type { Read } from './interpret.js';
import { readLists } from './lists.js';
import type { Token } from './tree.js';

function tokenWords(text: string, token: Token): string {
  const said = text.slice(token.start, token.end);
  if (token.type === 'word') return `${said}/${token.kind}${token.of === '' ? '' : `:${token.of}`}`;
  if (token.type === 'number') return `${said}/${token.number.value}${token.number.bound ? ` ${token.number.bound}` : ''}`;
  return token.type === 'gap' ? `${said}/?` : said;
}

function readingWords({ claim, agrees, evaluated }: ComparedClaim): string {
  const ways = claim.readings
    .map((reading) => reading.map(({ pointer, sign }) => `${sign === 1 ? '' : '-'}${pointer.slice('/tables/'.length)}`).join(' + '))
    .join(' | ');
  return `${claim.value} = ${ways}: ${agrees ? `agrees (${agrees.sum})` : `differs (${evaluated.map(({ sum }) => sum).join(', ')})`}`;
}

function phraseLines(
  text: string,
  { phrase, claims, aside }: Read,
  compared: ReadonlyMap<unknown, ComparedClaim>,
  setAside: ReadonlyMap<string, string>,
): readonly string[] {
  const indent = '  '.repeat(phrase.depth + 1);
  const lines = [
    `${indent}${phrase.opener ?? phrase.opening} [${phrase.start}-${phrase.end}] ${phrase.tokens.map((token) => tokenWords(text, token)).join(' ')}`,
  ];
  for (const claim of claims) {
    const one = compared.get(claim);
    lines.push(`${indent}  → ${one ? readingWords(one) : `aside: ${setAside.get(claim.span.join()) ?? ''}`}`);
  }
  if (aside) lines.push(`${indent}  → aside: ${aside.reason}`);
  return lines;
}

/** The lines of the tree. */
export function claimsTree({ sentences, compared, leftAside }: Claims): readonly string[] {
  const byClaim = new Map<unknown, ComparedClaim>(compared.map((one) => [one.claim, one]));
  const lists = readLists(sentences);
  return sentences.flatMap((sentence) => {
    const { pointer, text, start, end, topic, reads } = sentence;
    const asides = new Map(leftAside.filter((one) => one.pointer === pointer).map(({ span, reason }) => [span.join(), reason]));
    const own = lists.filter((list) => list.pointer === pointer && list.span[0] >= start && list.span[1] <= end);
    return [
      `${pointer} [${start}-${end}] ${topic ?? '-'}`,
      ...reads.flatMap((read) => phraseLines(text, read, byClaim, asides)),
      ...own.map(
        ({ parts, totals }) => `  list: ${parts.map(({ number }) => number.value).join(' + ')} of ${totals.map(({ number }) => number.value).join(', ')}`,
      ),
    ];
  });
}
