/**
 * Pairs of sentences by authors who had not seen the lexicon: a right one and the same with one figure wrong, by kind, with the figures of three
 * reports (a, b, c) or of the last author's own tables. What is not found is marked `missed`, so that the figure moves knowingly.
 */
import { readFileSync } from 'node:fs';
import type { Report } from '../../src/form/model/report.js';
import { createContext } from '../../src/judge/context.js';
import type { Diagnostic } from '../../src/judge/diagnostic.js';
import { judge } from '../../src/judge/engine.js';
import { rules } from '../../src/judge/rules/index.js';
import { baseReport, put, readingOf } from './reading.js';

/** One pair; a figure of something else (`foreign`) has no wrong sentence, a denial may have no right one. */
export interface SentencePair {
  readonly kind: string;
  readonly report: string;
  /** Where the sentence stands; the overview when it does not say. */
  readonly section?: string;
  readonly right?: string;
  readonly wrong?: string;
  readonly missed?: true;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** All pairs. */
export const pairs = read('../../fixtures/paragraphs/pairs.json') as readonly SentencePair[];

/** A town without requests and cases. */
function town(): Report {
  const base = baseReport('2021');
  const cells = (node: unknown, pointer: string): readonly string[] =>
    typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([key, child]) => cells(child, `${pointer}/${key}`)) : [pointer];
  const set = Object.fromEntries(cells(base.tables, '/tables').map((pointer) => [pointer, 0]));
  const all = {
    ...set,
    '/unit': '云岭县石桥镇人民政府',
    '/title': '云岭县石桥镇人民政府2024年政府信息公开工作年度报告',
    '/tables/disclosure/normativeDocuments/inForce': 3,
    '/tables/disclosure/licensing/decisions': 214,
    '/tables/disclosure/penalties/decisions': 36,
    '/tables/disclosure/coercion/decisions': 2,
  };
  return Object.entries(all).reduce((report, [pointer, value]) => put(report, pointer, value), base);
}

const reports: { readonly [name: string]: Report } = {
  ...(read('../../fixtures/paragraphs/pair-tables.json') as { readonly [name: string]: Report }),
  a: baseReport('2021'),
  b: read('../../fixtures/documents/2021/suqian-2024.json') as Report,
  c: town(),
};
const own = rules.filter(({ id }) => id.startsWith('consistency/')).map((rule) => ({ rule }));

/** What the rules on the text say of a sentence that stands alone in its section. */
export function saidOf({ report, section = 'overview' }: SentencePair, text: string): readonly Diagnostic[] {
  const place = `/sections/${reports[report]!.sections.findIndex(({ key }) => key === section)}/paragraphs`;
  const changed = put(reports[report]!, place, [text]);
  return judge(createContext(readingOf(changed)), own, 'zh').diagnostics.filter(({ pointer }) => pointer.startsWith(`${place}/`));
}

/** Whether something is said that a person must weigh. */
export function isSpokenOf(pair: SentencePair, text: string): boolean {
  return saidOf(pair, text).some(({ severity }) => severity !== 'info');
}
