/**
 * Ten right and ten wrong texts for each rule: what the rule must leave alone and what it must find. Those of `probes.json` are by the
 * author of the rules, those of `probes-second.json` by somebody who had not read them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SectionKey } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { dutiesOf, type ProfileFile } from '../../src/judge/profiles/duties.js';
import { NATIONAL } from '../../src/judge/profiles/index.js';
import { rules } from '../../src/judge/rules/index.js';
import { reportOf } from '../support/judge-text.js';
import { baseReport, previousReport, put, readingOf } from '../support/reading.js';

interface Parts {
  /** Figures by pointer instead of a text: of this year's base report, of last year's, and how cells are printed. */
  readonly set?: Readonly<Record<string, number | null>>;
  readonly previous?: Readonly<Record<string, number | null>>;
  readonly raw?: Readonly<Record<string, string>>;
  readonly year?: number;
  readonly unit?: string;
  /** Section 五 of last year's report. */
  readonly previousProblems?: readonly string[];
  readonly preface?: readonly string[];
  readonly closing?: readonly string[];
}

/** A paragraph of the overview, several, or the paragraphs of the parts that are named. */
type Probe = string | readonly string[] | (Parts & { readonly [section in SectionKey]?: readonly string[] });

const HEADINGS: readonly (readonly [SectionKey, string])[] = [
  ['overview', '一、总体情况'],
  ['requests', '三、收到和处理政府信息公开申请情况'],
  ['problems', '五、存在的主要问题及改进情况'],
  ['other', '六、其他需要报告的事项'],
];

type Probes = {
  readonly [rule: string]: {
    readonly options?: Omit<ProfileFile, 'name'>;
    readonly right: readonly Probe[];
    readonly wrong: readonly Probe[];
    readonly missed?: readonly Probe[];
  };
};

const probesIn = (name: string): Probes => JSON.parse(readFileSync(new URL(`../../fixtures/paragraphs/${name}.json`, import.meta.url), 'utf8')) as Probes;

function partsOf(probe: Probe): Exclude<Probe, string | readonly string[]> {
  if (typeof probe === 'string') return { overview: [probe] };
  return 'length' in probe ? { overview: probe as readonly string[] } : (probe as Exclude<Probe, string | readonly string[]>);
}

function said(rule: string, probe: Probe, profile: Omit<ProfileFile, 'name'>): readonly string[] {
  const parts = partsOf(probe);
  const { unit = '云岭县水务局', year = 2024, preface = [], closing = [] } = parts;
  if (parts.set) {
    const base = baseReport('2021');
    const now = withFigures({ ...base, ...(parts.unit === undefined ? {} : { unit: parts.unit }) }, parts.set);
    return messages(rule, readingOf(now, parts.raw), profile, parts.previous && readingOf(withFigures(previousReport('2021'), parts.previous)));
  }
  const sections = HEADINGS.flatMap(([key, heading]) => (parts[key] ? [{ key, heading, paragraphs: parts[key] }] : []));
  const report = { ...reportOf({ unit, year, preface, closing }), sections };
  const before = parts.previousProblems && {
    ...reportOf({ unit, year: year - 1 }),
    sections: [{ key: 'problems' as const, heading: '五、存在的主要问题及改进情况', paragraphs: parts.previousProblems }],
  };
  return messages(rule, readingOf(report), profile, before && readingOf(before));
}

const withFigures = (report: Report, figures: Readonly<Record<string, number | null>>): Report =>
  Object.entries(figures).reduce((changed, [pointer, value]) => put(changed, pointer, value), report);

function messages(rule: string, reading: Reading, profile: Omit<ProfileFile, 'name'>, before: Reading | undefined): readonly string[] {
  const chosen = rules.filter(({ id }) => id === rule);
  assert.equal(chosen.length, 1, rule);
  const duties = dutiesOf([NATIONAL, { name: '某市要求', ...profile }]);
  const { diagnostics } = judge(
    createContext(reading, { duties }, before),
    chosen.map((one) => ({ rule: one })),
    'zh',
  );
  return diagnostics.map(({ message }) => message);
}

const all = ['probes', 'probes-second'].flatMap((file) => Object.entries(probesIn(file)).map(([rule, probe]) => ({ file, rule, ...probe })));

for (const { file, rule, options = {}, right, wrong, missed = [] } of all) {
  test(`${file}, ${rule}: right texts are left alone, wrong ones found`, () => {
    assert.ok(right.length >= 10 && wrong.length + missed.length >= 10);
    for (const probe of right) assert.deepEqual(said(rule, probe, options), [], JSON.stringify(probe));
    for (const probe of wrong) assert.notDeepEqual(said(rule, probe, options), [], JSON.stringify(probe));
    for (const probe of missed) assert.deepEqual(said(rule, probe, options), [], `found now: ${JSON.stringify(probe)}`);
  });
}
