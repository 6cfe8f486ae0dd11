/** What the types of the library allow and refuse: a line marked as an error that is none does not compile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LintRequest, lint, parse, type Report } from '../../src/index.js';
import { baseReport } from '../support/reading.js';

test('a figure is reached by the names of the form', async () => {
  const { report } = await parse(JSON.stringify(baseReport()));
  const total: number | null | undefined = report.tables.requests?.newlyReceived?.total;
  assert.equal(total, 110);
  assert.equal(report.tables.disclosure?.regulations?.inForce, baseReport().tables.disclosure?.regulations?.inForce);
  assert.equal(report.tables.disputes?.reconsideration?.upheld, baseReport().tables.disputes?.reconsideration?.upheld);
  const misspelt = (each: Report): unknown => [
    // @ts-expect-error no form has such a row
    each.tables.requests?.newlyRecieved,
    // @ts-expect-error a row of applicants is no figure
    each.tables.requests?.newlyReceived?.total?.sum,
    // @ts-expect-error there are three tables
    each.tables.fees,
  ];
  assert.deepEqual(misspelt(report), [undefined, undefined, undefined]);
});

test('a rule is named by an id that there is', async () => {
  const request: LintRequest = { severities: { 'cells/blank': 'off', 'structure/title': 'error' } };
  assert.equal((await lint(baseReport(), request)).status, 'checked');
  // @ts-expect-error no rule has this id
  const wrong: LintRequest = { severities: { 'cells/blanks': 'off' } };
  await assert.rejects(lint(baseReport(), wrong), { name: 'RequestError' });
});
