/** What a foreign program does: plain Ajv 2020, our schema files, and nothing of ours but the public export. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { addGovReportVocabulary, govReportVocabulary, type SumParams } from '../../src/index.js';

const json = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

for (const edition of ['2019', '2021']) {
  test(`${edition}: a foreign program finds the wrong total with plain Ajv and the public export`, () => {
    for (const ajv of [addGovReportVocabulary(new Ajv2020({ allErrors: true })), new Ajv2020({ allErrors: true, keywords: govReportVocabulary })]) {
      const validate = ajv.compile(json(`schemas/report-${edition}.json`));
      const report = json(`fixtures/base/${edition}.json`);
      assert.equal(validate(report), true, ajv.errorsText(validate.errors));
      report.tables.disputes.reconsideration.total += 1;
      assert.equal(validate(report), false);
      assert.equal(validate.errors?.length, 1);
      const [error] = validate.errors ?? [];
      assert.ok(error);
      const { rule, left, right, terms } = error.params as SumParams;
      assert.equal(error.instancePath, '/tables/disputes/reconsideration/total');
      assert.equal(rule, 'arithmetic/disputes-total');
      assert.equal(right, left + 1);
      assert.deepEqual(
        terms.map(({ pointer, side }) => `${side} ${pointer.split('/').at(-1)}`),
        ['left upheld', 'left corrected', 'left other', 'left pending', 'right total'],
      );
    }
  });
}
