/** Texts as the real converters wrote them: LibreOffice, pandoc, antiword, pdftotext. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Edition } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { allCells, reportOf, tally } from '../support/compare.js';

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url), 'utf8');
}

function read(name: string): Reading {
  return recognise(readText(fixture(`text/${name}`)));
}

const suqian = JSON.parse(fixture('2021/suqian-2023.json')) as Report;

for (const format of ['libreoffice.txt', 'pandoc.md', 'gfm.md', 'grid.md']) {
  test(`宿迁2023 as ${format} has the figures and the words of the report`, () => {
    const reading = read(`suqian-2023.${format}`);
    assert.deepEqual(tally(suqian, reading), { right: allCells('2021'), lost: 0, wrong: [] });
    assert.deepEqual(reading.report.sections, suqian.sections);
    assert.deepEqual([reading.report.title, reading.report.preface], [suqian.title, suqian.preface]);
  });
}

test('宿迁2023 as antiword left it: table 三 is missing, tables 二 and 四 are whole', () => {
  const reading = read('suqian-2023.antiword.txt');
  assert.equal(reading.report.tables.requests, undefined);
  assert.deepEqual(reading.report.tables.disclosure, suqian.tables.disclosure);
  assert.deepEqual(reading.report.tables.disputes, suqian.tables.disputes);
});

for (const edition of ['2019', '2021'] as const satisfies readonly Edition[]) {
  const report = reportOf(edition, (index) => ((index * 37) % 1009) + (index % 11 === 0 ? 1000000 : 0));
  for (const mode of ['layout', 'raw']) {
    test(`the form of ${edition} by pdftotext -${mode}, labels wrapped around their figures`, () => {
      assert.deepEqual(tally(report, read(`form-${edition}.pdftotext-${mode}.txt`)), { right: allCells(edition), lost: 0, wrong: [] });
    });
    test(`tables of ${edition} cut at the page edge, numbers broken over lines, -${mode}: what is left is right`, () => {
      const { right, lost, wrong } = tally(report, read(`cut-${edition}.pdftotext-${mode}.txt`));
      // Columns beyond the edge are not in the text at all.
      assert.deepEqual(
        wrong.filter((one) => !one.includes(': undefined for ')),
        [],
      );
      assert.ok(right >= 100);
      assert.ok(lost > 0);
    });
  }
}
