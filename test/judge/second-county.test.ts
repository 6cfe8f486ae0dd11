/** Sixty clean reports of one county, by somebody who had not read the rules: nothing is said, and copies are found as such. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../src/index.js';
import { findAlike } from '../../src/judge/run/alike.js';
import { alikeReport } from '../../src/judge/run/sentences.js';
import { secondCounty } from '../support/second-county.js';

test('sixty clean reports of one county: no error, no warning, no hint', async () => {
  for (const report of secondCounty(60, 0)) {
    const result = await lint({ ...report });
    assert.ok(result.status === 'checked');
    assert.deepEqual(
      result.diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`),
      [],
      report.unit,
    );
  }
});

for (const copying of [6, 0]) {
  test(`of sixty units ${copying} copy from one another in part: those and no other`, () => {
    const units = secondCounty(60, copying);
    const found = findAlike(
      units.map((report) => alikeReport(report.unit, report.unit, report.sections)),
      0.3,
    );
    const expected = units.filter((_, index) => index % 9 === 4 && Math.floor(index / 9) < copying).map(({ unit }) => unit);
    assert.equal(expected.length, copying);
    assert.deepEqual([...found.keys()], expected);
  });
}
