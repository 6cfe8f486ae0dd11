/** Ten right and ten wrong texts for each rule, written before the rule: what the rule must leave alone and what it must find. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SectionKey } from '../../src/form/editions/index.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { dutiesOf, type ProfileFile } from '../../src/judge/profiles/duties.js';
import { NATIONAL } from '../../src/judge/profiles/index.js';
import { rules } from '../../src/judge/rules/index.js';
import { reportOf } from '../support/judge-text.js';
import { readingOf } from '../support/reading.js';

interface Parts {
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

const probes = JSON.parse(readFileSync(new URL('../../fixtures/paragraphs/probes.json', import.meta.url), 'utf8')) as {
  readonly [rule: string]: {
    readonly options?: Omit<ProfileFile, 'name'>;
    readonly right: readonly Probe[];
    readonly wrong: readonly Probe[];
    readonly missed?: readonly Probe[];
  };
};

function partsOf(probe: Probe): Exclude<Probe, string | readonly string[]> {
  if (typeof probe === 'string') return { overview: [probe] };
  return 'length' in probe ? { overview: probe as readonly string[] } : (probe as Exclude<Probe, string | readonly string[]>);
}

function said(rule: string, probe: Probe, profile: Omit<ProfileFile, 'name'>): readonly string[] {
  const parts = partsOf(probe);
  const { unit = '云岭县水务局', year = 2024, preface = [], closing = [] } = parts;
  const sections = HEADINGS.flatMap(([key, heading]) => (parts[key] ? [{ key, heading, paragraphs: parts[key] }] : []));
  const report = { ...reportOf({ unit, year, preface, closing }), sections };
  const before = parts.previousProblems && {
    ...reportOf({ unit, year: year - 1 }),
    sections: [{ key: 'problems' as const, heading: '五、存在的主要问题及改进情况', paragraphs: parts.previousProblems }],
  };
  const chosen = rules.filter(({ id }) => id === rule);
  assert.equal(chosen.length, 1, rule);
  const { diagnostics } = judge(
    createContext(readingOf(report), { duties: dutiesOf([NATIONAL, { name: '某市要求', ...profile }]) }, before && readingOf(before)),
    chosen.map((one) => ({ rule: one })),
    'zh',
  );
  return diagnostics.map(({ message }) => message);
}

for (const [rule, { options = {}, right, wrong, missed = [] }] of Object.entries(probes)) {
  test(`${rule}: right texts are left alone, wrong ones found`, () => {
    assert.ok(right.length >= 10 && wrong.length + missed.length >= 10);
    for (const probe of right) assert.deepEqual(said(rule, probe, options), [], JSON.stringify(probe));
    for (const probe of wrong) assert.notDeepEqual(said(rule, probe, options), [], JSON.stringify(probe));
    for (const probe of missed) assert.deepEqual(said(rule, probe, options), [], `found now: ${JSON.stringify(probe)}`);
  });
}
