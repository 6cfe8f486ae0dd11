/**
 * How the time for long texts grows with their length: one character or phrase of the genre over and over, in 1, 2 and 4 times the length.
 * A doubling may cost twice as much; more than `MOST` says that something looks at the whole text from every place in it.
 * Time is that of the processor, the least of several runs: a busy machine makes it no longer.
 */
import { readFileSync } from 'node:fs';
import type { Reading } from '../src/form/model/reading.js';
import type { Report } from '../src/form/model/report.js';
import { createContext } from '../src/judge/context.js';
import { judge } from '../src/judge/engine.js';
import { rules } from '../src/judge/rules/index.js';
import { readReport } from '../src/read/index.js';

/** The dearest doubling that passes. */
export const MOST = 2.6;

/** What is repeated. */
const PHRASES = [
  ...['A', 'a.', 'x@', '1', '1、', '1,', '一', '，', '。', '；', '：', '、', '…', '(', '《', '“', '/', '&', '[', '的', '是', '县', '　', '-'],
  ...['2024年', '12件', '其中3件、', '收到12件，', '未收到申请，', '行政复议', '自然人3件', '至1月1日'],
];
/** Characters of a paragraph at the first size; the longest that is read has five times as many. */
const LENGTH = 4500;
const PARAGRAPHS = 4;
const RUNS = 3;
/** Seconds below which a ratio says nothing. */
const LEAST = 0.04;

/** What is measured: reading a text, a page and data; every rule but those on claims; the claims of the text. */
export const STEPS = ['text', 'html', 'json', 'rules', 'claims'] as const;

/** What took how long at the three sizes; `ratio` is the dearer of the two doublings, undefined where both are too short to tell. */
export interface Growth {
  readonly phrase: string;
  readonly step: (typeof STEPS)[number];
  readonly seconds: readonly number[];
  readonly ratio: number | undefined;
}

const base = JSON.parse(readFileSync(new URL('../fixtures/base/2021.json', import.meta.url), 'utf8')) as Report;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function seconds(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

/** The reading of a report whose overview consists of the paragraphs. */
async function readingOf(paragraphs: readonly string[]): Promise<Reading> {
  const [overview, ...others] = base.sections;
  const report = { ...base, sections: [{ ...overview, paragraphs }, ...others] };
  return (await readReport(bytes(JSON.stringify(report)))).reading;
}

/** The steps on a text of a phrase, each as a function to be measured. */
async function stepsOf(phrase: string, times: number): Promise<Readonly<Record<Growth['step'], () => unknown>>> {
  const text = `甲${phrase.repeat(Math.ceil((LENGTH * times) / phrase.length))}乙`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => text);
  const [title, ...headings] = ['云岭县2024年政府信息公开工作年度报告', '一、总体情况', '二、主动公开政府信息情况'];
  const lines = [title, headings[0], ...paragraphs, headings[1]];
  const escaped = lines.map((line = '') => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const reading = await readingOf(paragraphs);
  return {
    text: () => readReport(bytes(lines.join('\n')), 'a.txt'),
    html: () => readReport(bytes(`<p>${escaped.join('</p><p>')}</p>`), 'a.html'),
    json: () => readingOf(paragraphs),
    rules: () => {
      for (const rule of rules.filter(({ id }) => !/^consistency\//.test(id))) judge(createContext(reading), [{ rule }], 'zh');
    },
    claims: () => createContext(reading).claims,
  };
}

/** Measures every phrase. */
export async function* growths(): AsyncIterable<Growth> {
  for (const phrase of PHRASES) {
    const sizes = [await stepsOf(phrase, 1), await stepsOf(phrase, 2), await stepsOf(phrase, 4)];
    for (const step of STEPS) {
      const times: number[] = [];
      for (const steps of sizes) times.push(await seconds(steps[step]));
      const [one, two, four] = times as [number, number, number];
      const ratio = four < LEAST ? undefined : Math.max(two < LEAST ? 1 : two / Math.max(one, LEAST / 4), four / Math.max(two, LEAST / 2));
      yield { phrase, step, seconds: times, ratio };
    }
  }
}
