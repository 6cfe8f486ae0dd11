/** Finding the six section headings among the paragraphs of a document. */
import { headingText, matchTitle } from '../../base/text/heading.js';
import { foldCore, foldLabel, leadingNumber, likeness } from '../../base/text/normalise.js';
import { editions, type SectionKey, type SectionSpec, type TableKey } from '../../form/editions/index.js';
import type { HeadingFact } from '../../form/model/reading.js';

/** The sections, the same in every edition. */
export const sectionSpecs: readonly SectionSpec[] = editions.at(-1)!.sections;

/** What the finder needs to know of a block: its text, or the statutory tables it holds. */
export type SectionInput = { readonly text: string } | { readonly tables: ReadonlySet<TableKey> };

/** A heading found: the block it is (or opens), the section it names, and how sure that is. */
export interface HeadingReading {
  readonly block: number;
  readonly key: SectionKey;
  readonly number: string;
  readonly text: string;
  readonly match: HeadingFact['match'];
  /** Characters of the block's text that are the heading; more text follows when it is shorter than the text. */
  readonly length: number;
}

const LONGEST_HEADING = 48;
const ORDINALS = '一二三四五六七八九十';

interface Head {
  readonly number: string;
  readonly text: string;
  readonly length: number;
}

/** What of a paragraph may be a heading: all of it when short; when it is numbered, also its start up to a colon, full stop or blank. */
function headsOf(paragraph: string): readonly Head[] {
  const number = leadingNumber(paragraph);
  const whole = paragraph.trimEnd();
  const heads: Head[] =
    whole.length <= LONGEST_HEADING ? [{ number: number.trim(), text: headingText(whole.slice(number.length)), length: paragraph.length }] : [];
  const stop = number === '' ? -1 : whole.slice(number.length).search(/[：:。\s\u3000]/);
  if (stop > 0 && stop <= LONGEST_HEADING)
    heads.push({ number: number.trim(), text: headingText(whole.slice(number.length, number.length + stop)), length: number.length + stop + 1 });
  return heads.filter((head) => head.text !== '');
}

function titleScore(text: string, section: SectionSpec): { readonly score: number; readonly match: HeadingFact['match'] } {
  const match = matchTitle(text, section);
  if (match !== 'similar') return { score: match === 'exact' ? 1 : 0.9, match };
  const core = foldCore(text);
  const title = foldLabel(section.title);
  const aliases = section.aliases.map(foldLabel);
  if (core.length < 4 || core.length > title.length + 14) return { score: 0, match: 'similar' };
  const close = Math.max(
    likeness(core, title, 0.7),
    ...aliases.filter((alias) => alias.length >= 5).map((alias) => likeness(core, alias, 0.7)),
    core.includes(title) && title.length >= 5 ? 0.85 : 0,
  );
  return { score: close >= 0.7 ? close * 0.9 : 0, match: 'similar' };
}

function numberScore(number: string, index: number): number {
  if (number === '') return 0;
  if (/[（(〔【）)〕】]/.test(number)) return -0.35;
  if (/^第?[一二三四五六七八九十]/.test(number)) return number.replace('第', '').startsWith(ORDINALS[index]!) ? 0.25 : 0.02;
  return -0.15;
}

interface Scored extends HeadingReading {
  readonly score: number;
}

/** How far ahead a section's own table may stand. */
const TABLE_WITHIN = 12;

/** Finds the headings; at most one per section, in document order. */
export function findHeadings(blocks: readonly SectionInput[]): readonly HeadingReading[] {
  const scored: Scored[] = [];
  blocks.forEach((block, index) => {
    if (!('text' in block)) return;
    const heads = headsOf(block.text);
    sectionSpecs.forEach((section, order) => {
      const [best] = heads
        .map((head) => ({ head, ...titleScore(head.text, section) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      if (best) scored.push({ block: index, key: section.key, ...best.head, match: best.match, score: best.score + numberScore(best.head.number, order) });
    });
  });
  const isCandidate = new Set(scored.filter(({ score }) => score >= 0.9).map(({ block }) => block));
  const withContext = scored.map((candidate) => {
    const { table } = sectionSpecs.find(({ key }) => key === candidate.key)!;
    let score = candidate.score;
    for (let next = candidate.block + 1; next < blocks.length && next <= candidate.block + TABLE_WITHIN; next += 1) {
      const block = blocks[next]!;
      if ('tables' in block) {
        if (table && block.tables.has(table)) score += 0.4;
        break;
      }
      if (isCandidate.has(next)) break;
    }
    // A list of contents is followed by its next line; a heading by its text or table.
    if (!isCandidate.has(candidate.block + 1)) score += 0.1;
    return { ...candidate, score };
  });
  return choose(withContext.filter(({ score, match }) => score >= (match === 'similar' ? 0.8 : 0.7)));
}

/** The best choice of one paragraph per section in their order; sections left over may then stand out of order when their title is printed exactly. */
function choose(candidates: readonly Scored[]): readonly HeadingReading[] {
  const order = (key: SectionKey): number => sectionSpecs.findIndex((section) => section.key === key);
  const sorted = [...candidates].sort((a, b) => a.block - b.block || order(a.key) - order(b.key));
  const best: { score: number; previous: number }[] = [];
  sorted.forEach((candidate, i) => {
    let from = { score: 0, previous: -1 };
    for (let j = 0; j < i; j += 1) {
      const earlier = sorted[j]!;
      if (earlier.block < candidate.block && order(earlier.key) < order(candidate.key) && best[j]!.score > from.score)
        from = { score: best[j]!.score, previous: j };
    }
    best.push({ score: from.score + candidate.score, previous: from.previous });
  });
  let at = -1;
  best.forEach(({ score }, index) => {
    if (at === -1 || score >= best[at]!.score) at = index;
  });
  const chosen: Scored[] = [];
  for (; at !== -1; at = best[at]!.previous) chosen.push(sorted[at]!);
  for (const section of sectionSpecs) {
    if (chosen.some(({ key }) => key === section.key)) continue;
    const left = sorted.filter(
      ({ key, match, block, score }) => key === section.key && match === 'exact' && score >= 1.1 && !chosen.some((taken) => taken.block === block),
    );
    const strongest = left.reduce<Scored | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    if (strongest) chosen.push(strongest);
  }
  return chosen.sort((a, b) => a.block - b.block).map(({ score: _score, ...heading }) => heading);
}
