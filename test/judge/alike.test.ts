/** Units that copy from one another are found, and only those; what everybody writes is nobody's copy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAlike } from '../../src/judge/alike/index.js';
import { alikeReport } from '../../src/judge/alike/sentences.js';
import { county } from '../support/county.js';

const BOUND = 0.3;

function alikeIn(units: ReturnType<typeof county>): ReadonlyMap<string, readonly { readonly unit: string; readonly section: string }[]> {
  return findAlike(
    units.map((report) => alikeReport(`${report.unit}.docx`, report)!),
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
    units.map((report) => alikeReport(`${report.unit}.docx`, report)!),
    BOUND,
  ).get(`${units[0]!.unit}.docx`)![0]!;
  assert.ok(alike.pairs.every(({ own, other }) => own !== '' && other !== ''));
  assert.notEqual(alike.pairs[0]!.own, alike.pairs[0]!.other);
});

test('fewer than ten units: nobody can tell what everybody writes', () => {
  assert.equal(alikeIn(county({ units: 9, copying: 2 })).size, 0);
});
