/** Units that copy from one another are found, and only those; what everybody writes is nobody's copy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../src/judge/rules/index.js';
import { findAlike } from '../../src/judge/run/alike.js';
import { type RunFact, runFactOf } from '../../src/judge/run/facts.js';
import { judgeRun } from '../../src/judge/run/index.js';
import { alikeReport } from '../../src/judge/run/sentences.js';
import { county } from '../support/county.js';
import { readingOf } from '../support/reading.js';

const BOUND = 0.3;

function alikeIn(units: ReturnType<typeof county>): ReadonlyMap<string, readonly { readonly unit: string; readonly section: string }[]> {
  return findAlike(
    units.map((report) => alikeReport(`${report.unit}.docx`, report.unit, report.sections)),
    BOUND,
  );
}

test('of 60 units six copy from one another in parts, names and figures changed: those six and no other', () => {
  const found = alikeIn(county({ units: 60, copying: 6 }));
  assert.deepEqual(
    [...found.keys()],
    county({ units: 60, copying: 6 })
      .slice(0, 6)
      .map(({ unit }) => `${unit}.docx`),
  );
  for (const alike of found.values()) for (const { section } of alike) assert.ok(section === 'overview' || section === 'problems');
});

test('60 units that share their template only: nothing is found', () => {
  assert.equal(alikeIn(county({ units: 60, copying: 0 })).size, 0);
});

test('the pair is named and the sentences of both are quoted', () => {
  const units = county({ units: 12, copying: 2 });
  const found = alikeIn(units);
  const [first] = found.get(`${units[0]!.unit}.docx`)!;
  assert.equal(first!.unit, units[1]!.unit);
  const alike = findAlike(
    units.map((report) => alikeReport(`${report.unit}.docx`, report.unit, report.sections)),
    BOUND,
  ).get(`${units[0]!.unit}.docx`)![0]!;
  assert.ok(alike.pairs.every(({ own, other }) => own !== '' && other !== ''));
  assert.notEqual(alike.pairs[0]!.own, alike.pairs[0]!.other);
});

test('fewer than ten units: nobody can tell what everybody writes', () => {
  assert.equal(alikeIn(county({ units: 9, copying: 2 })).size, 0);
});

test('what a report tells survives being written as JSON: results of earlier runs can be judged together', () => {
  const active = rules.flatMap((rule) => (rule.ofRun ? [{ rule }] : []));
  const reports = county({ units: 12, copying: 2 }).map((report, index) => {
    const reading = readingOf(index === 3 ? { ...report, year: 2023 } : report);
    return { fact: runFactOf(`${index}.docx`, reading, reading.report), rules: active };
  });
  const found = judgeRun(reports, 'zh');
  assert.deepEqual(
    found.map((diagnostics) => [...new Set(diagnostics.map(({ ruleId }) => ruleId))].sort()),
    [['rollup/alike'], ['rollup/alike'], [], ['rollup/mixed-years'], ...Array.from({ length: 8 }, () => [])],
  );
  assert.deepEqual(found[0]![0]!.place, { section: '一、总体情况', sectionKey: 'overview', line: found[0]![0]!.place.line, columnNumber: 1 });
  assert.deepEqual(
    judgeRun(
      JSON.parse(JSON.stringify(reports.map(({ fact }) => fact))).map((fact: RunFact) => ({ fact, rules: active })),
      'zh',
    ),
    found,
  );
});
