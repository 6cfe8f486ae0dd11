/** Sentences put together from parts of those of the fixtures, in any order, with totals behind, before or without, and other figures. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Report } from '../../src/form/model/report.js';
import { rules } from '../../src/judge/rules/index.js';
import { type Chance, pick } from './fuzz.js';
import { baseReport, put } from './reading.js';

const fixture = (path: string): string => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');

/** Every text in some data. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function sources(): readonly string[] {
  const reports = readdirSync(new URL('../../fixtures/reports/', import.meta.url)).map((file) => fixture(`reports/${file}`));
  const paragraphs = ['clean', 'figures'].flatMap((name) => textsIn(JSON.parse(fixture(`paragraphs/${name}.json`))));
  const examples = rules.flatMap(({ examples: { good, bad } }) => [...good, ...bad].flatMap(({ set }) => textsIn(set)));
  return [...reports, ...paragraphs, ...examples].flatMap((text) => text.split('\n')).filter((line) => /[\u4e00-\u9fff]{4}/.test(line));
}

/** The parts between marks, without them; those with a figure are worth as much as all others. */
function partsOf(texts: readonly string[]): { readonly plain: readonly string[]; readonly figures: readonly string[] } {
  const parts = [...new Set(texts.flatMap((text) => text.split(/[，。、；：:,;]/)).filter((part) => part.length > 1 && part.length < 60))];
  return { plain: parts.filter((part) => !/\d/.test(part)), figures: parts.filter((part) => /\d/.test(part)) };
}

const MARKS = ['，', '，', '、', '、', '；', '。', '：', '（', '）', '；其中', '，其中：', '，共计', '', '\u3000', '“', '”'];
const UNITS = ['件', '条', '份', '次', '篇', '项', '%', '万元', '个', '件次', '起'];
const TOTALS = ['共', '合计', '总计', '总数', '全年共', '累计', '以上共', '均', '分别'];

/** Makes sentences without end. */
export function recombine(random: Chance): () => string {
  const { plain, figures } = partsOf(sources());
  const figure = (): string =>
    pick(['0', '1', String(random(20)), String(random(2000)), `${random(100)}.${random(100)}`, '1,024', '１２', '三', '十余'], random);
  const total = (): string => `${pick(TOTALS, random)}${figure()}${pick(UNITS, random)}`;
  const part = (): string => {
    const text = pick(random(3) === 0 ? plain : figures, random);
    return random(3) === 0 ? text.replace(/\d+(?:\.\d+)?/g, figure) : text;
  };
  return () => {
    const parts = Array.from({ length: 1 + random(9) }, part);
    const place = random(4);
    const all = place === 0 ? [total(), ...parts] : place === 1 ? [...parts, total()] : place === 2 ? parts.toSpliced(random(parts.length), 0, total()) : parts;
    return `${all.map((one, index) => (index === 0 ? '' : pick(MARKS, random)) + one).join('')}${pick(['。', '。', '；', ''], random)}`;
  };
}

/** A report that says these sentences, a paragraph each, all over its sections. */
export function reportSaying(sentences: readonly string[]): Report {
  const base = baseReport();
  const sections = base.sections.length;
  return sentences.reduce<Report>((report, sentence, index) => put(report, `/sections/${index % sections}/paragraphs/-`, sentence), {
    ...base,
    sections: base.sections.map((section) => ({ ...section, paragraphs: [...section.paragraphs] })),
  });
}
