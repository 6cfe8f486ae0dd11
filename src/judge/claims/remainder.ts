/** What 其余 and 其他 count in a list: what the parts named before them leave of the whole. */
import type { CellPointer } from '../../form/editions/index.js';
import { type ClaimReading, cases, inColumns, outcomeCells, plus, rowTotal } from './cells.js';
import type { Claim } from './claim.js';
import { counts } from './parse.js';
import { isPercent } from './percent.js';
import { outcomeWays } from './requests.js';
import type { Site } from './site.js';
import { has, type Phrase } from './tree.js';

const DISPUTES = /^\/tables\/disputes\/(.+)\/(upheld|corrected|other|pending)$/;
const WHOLES: readonly ClaimReading[] = [[rowTotal('outcomes/total')], [rowTotal('newlyReceived')], [rowTotal('newlyReceived'), rowTotal('carriedOver')]];
const OTHER: readonly ClaimReading[] = outcomeWays({ type: 'word', kind: 'outcome', of: '其他处理', start: 0, end: 0 }).map((cells) => cells.map(plus));

/** How a statement divides the whole: by outcome, by applicant, by result; undefined when it divides none. */
function division({ table, readings: [first] }: Claim): 'outcome' | 'applicant' | 'result' | undefined {
  const cells = first!.map(({ pointer }) => pointer as string);
  if (table === 'disputes') return cells.every((cell) => DISPUTES.test(cell)) ? 'result' : undefined;
  if (table !== 'requests' || first!.some(({ sign }) => sign === -1)) return undefined;
  if (cells.every((cell) => !cell.endsWith('/total'))) return 'applicant';
  return cells.every((cell) => /\/outcomes\/(?!total\/)/.test(cell)) ? 'outcome' : undefined;
}

/** The parts of the list that a phrase ends, and its whole where the list says which; undefined when one of them was not understood. */
function listBefore({ sentence, at }: Site, said: readonly Claim[]): { readonly parts: readonly Claim[]; readonly whole?: Claim } | undefined {
  const parts: Claim[] = [];
  const claimOf = (phrase: Phrase): Claim | undefined => said.find(({ figure }) => figure === phrase.figure?.number);
  const { depth } = sentence.phrases[at]!;
  let opened = sentence.phrases[at]!.opener === 'among';
  for (let index = at - 1; index >= 0; index -= 1) {
    const phrase = sentence.phrases[index]!;
    if (!counts(phrase.figure) || isPercent(phrase.figure) || (phrase.depth > depth && !opened)) continue;
    const claim = claimOf(phrase);
    if (opened || phrase.depth < depth) return claim || parts.length > 0 ? { parts, ...(claim ? { whole: claim } : {}) } : undefined;
    if (!claim) return undefined;
    if (division(claim) !== division(parts[0] ?? claim) || division(claim) === undefined) return parts.length > 0 ? { parts, whole: claim } : undefined;
    parts.push(claim);
    opened = phrase.opener === 'among';
  }
  return parts.length > 0 ? { parts } : undefined;
}

function less(whole: ClaimReading, cells: readonly CellPointer[]): ClaimReading {
  return [...whole, ...cells.map((pointer) => ({ pointer, sign: -1 as const }))];
}

/** The readings of what a list leaves, or nothing where the parts before it are not all understood. */
export function remainder(site: Site, said: readonly Claim[]): { readonly table: Claim['table']; readonly readings: readonly ClaimReading[] } | undefined {
  const list = listBefore(site, said);
  const [first] = list?.parts ?? [];
  if (!list || !first) return undefined;
  const cellsOf = (which: number): readonly CellPointer[] => [
    ...new Set(list.parts.flatMap(({ readings }) => readings.at(which)!.map(({ pointer }) => pointer))),
  ];
  const wholes = list.whole?.readings ?? WHOLES;
  // What more parts follow is 其他 as the form has it, not all that is left.
  const next = site.sentence.phrases[site.at + 1];
  const last = !(next?.figure && next.opening !== 'semicolon' && has(next.words, 'result', 'outcome', 'cells', 'unfinished'));
  switch (division(first)) {
    case 'result': {
      const groups = [...new Set(cellsOf(0).map((cell) => DISPUTES.exec(cell)![1] as Parameters<typeof cases>[0][number]))];
      return { table: 'disputes', readings: [...(last ? [less(cases(groups, ['total']), cellsOf(0))] : []), cases(groups, ['other'])] };
    }
    case 'outcome': {
      const parts = cellsOf(0);
      const own = list.whole && division(list.whole) === 'outcome';
      // 逾期不补正2件，其他4件: what is left of their group.
      const groups = [...outcomeCells().values()].flat().filter((way) => way.length > parts.length && parts.every((cell) => way.includes(cell)));
      const rest = [...wholes, ...(own ? [] : [...WHOLES, ...groups.map((way) => way.map(plus))])].map((whole) => less(whole, parts));
      return { table: 'requests', readings: own ? rest : [...rest, ...OTHER] };
    }
    default: {
      const rows = [0, -1].map((which) => [...new Set(cellsOf(which).map((cell) => cell.replace(/[^/]*$/, 'total') as CellPointer))].map(plus));
      const other = inColumns(rows[0]!, ['otherOrganization']);
      return { table: 'requests', readings: [less(rows[0]!, cellsOf(0)), less(rows[1]!, cellsOf(-1)), other] };
    }
  }
}

/** Whether a phrase names what is left and nothing else. */
export function isRemainder({ words, lead, tail }: Phrase): boolean {
  return (
    (has(lead, 'rest') || tail[0]?.kind === 'rest') &&
    !has(words, 'left', 'carry', 'unfinished', 'future', 'channel', 'compare', 'change', 'publish', 'foreign', 'about', 'part', 'past', 'proactive')
  );
}
