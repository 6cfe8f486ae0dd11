/** Judges single paragraphs: each stands in the overview of an otherwise empty report. */
import { editionForYear } from '../../src/form/editions/index.js';
import type { Report } from '../../src/form/model/report.js';
import { createContext } from '../../src/judge/context.js';
import type { Diagnostic } from '../../src/judge/diagnostic.js';
import { judge } from '../../src/judge/engine.js';
import type { Rule, RuleOptions } from '../../src/judge/rule.js';
import { readingOf } from './reading.js';

/** Where the words stand. */
export interface Words {
  readonly unit: string;
  readonly year?: number;
  readonly preface?: readonly string[];
  readonly overview?: readonly string[];
  readonly closing?: readonly string[];
}

/** A report of the unit that holds nothing but the words. */
export function reportOf({ unit, year = 2024, preface = [], overview = [], closing = [] }: Words): Report {
  return {
    schemaVersion: 1,
    edition: editionForYear(year),
    title: `${unit}${year}年政府信息公开工作年度报告`,
    unit,
    year,
    preface,
    sections: [{ key: 'overview', heading: '一、总体情况', paragraphs: overview }],
    tables: {},
    closing,
  };
}

/** What the rules say of the words, and of nothing else in the report. */
export function judgeWords(words: Words, rules: readonly Rule[], options: RuleOptions = {}): readonly Diagnostic[] {
  const context = createContext(readingOf(reportOf(words)), options);
  const { diagnostics } = judge(
    context,
    rules.map((rule) => ({ rule })),
    'zh',
  );
  return diagnostics.filter(({ pointer }) => /^\/(?:preface|sections\/0\/paragraphs|closing)\/\d+$/.test(pointer));
}
