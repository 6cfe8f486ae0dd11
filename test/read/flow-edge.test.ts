/** Figures that the edge of a page cut short are lost; figures that a clerk got wrong are read as they stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, type Edition, editionSpec, relationsOf } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { cellTexts, printedRows, readingOrder, tabRows, wholeText } from '../support/text-layouts.js';

const editions: readonly Edition[] = ['2019', '2021'];

function read(report: Report, raw: Readonly<Record<string, string>>, layout: typeof tabRows = (rows) => readingOrder(rows, 8, 99)): Reading {
  return recognise(readText(wholeText(report, (table) => layout(printedRows(table, cellTexts(report, raw))))));
}

function errors(reading: Reading): readonly string[] {
  const { diagnostics } = lintReading(reading, 'x.txt', { rules: selectRules(rules, {}), lang: 'zh' });
  return diagnostics.filter(({ ruleId, severity }) => severity === 'error' || ruleId.startsWith('arithmetic/')).map(({ ruleId }) => ruleId);
}

/** The last column of table 三 and the last cell of table 四. */
function lastTotals(edition: Edition): readonly string[] {
  return editionSpec(edition).tables.flatMap((table) =>
    cellsOf(table)
      .filter(({ block, column }) => table.key !== 'disclosure' && column === block.columns.at(-1))
      .map(({ pointer }) => pointer),
  );
}

function texts(report: Report, cut: (text: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(lastTotals(report.edition).map((pointer) => [pointer, cut(String(valueAt(report, pointer)))]));
}

/** What became of the last column: pointer → figure, or `lost`. */
function outcome(reading: Reading, pointers: readonly string[]): readonly unknown[] {
  return pointers.map((pointer) => (reading.locations.get(pointer)?.lost ? 'lost' : valueAt(reading.report, pointer)));
}

const sum = (report: Report, pointer: string): string => String(valueAt(report, pointer));

for (const edition of editions) {
  const report = consistentReport(edition, seeded(7), 2_000_000);
  const totals = lastTotals(edition);

  test(`${edition}: totals cut at one and the same place are lost, whole ones are read`, () => {
    const raw = texts(report, (text) => text.slice(0, 5));
    const expected = totals.map((pointer) => (sum(report, pointer).length > 5 ? 'lost' : valueAt(report, pointer)));
    assert.ok(expected.filter((one) => one === 'lost').length > 15);
    const reading = read(report, raw);
    assert.deepEqual(outcome(reading, totals), expected);
    assert.deepEqual(errors(reading), []);
  });

  test(`${edition}: right-aligned totals that all lost their last digit are lost, those of one digit too`, () => {
    const small = consistentReport(edition, seeded(3), 40);
    const reading = read(
      small,
      texts(small, (text) => text.slice(0, -1)),
    );
    const requests = totals.filter((pointer) => pointer.startsWith('/tables/requests/'));
    assert.deepEqual(outcome(reading, requests), new Array(requests.length).fill('lost'));
  });

  test(`${edition}: beside cut totals a wrong total as long is lost too, and one too short to reach the edge is not`, () => {
    const requests = totals.filter((pointer) => pointer.startsWith('/tables/requests/'));
    const [cut, wrong, short] = requests.filter((pointer) => sum(report, pointer).length === 7);
    const whole = requests.find((pointer) => sum(report, pointer).length <= 6);
    const raw = { ...texts(report, (text) => text.slice(0, 6)), [wrong!]: '987654', [short!]: '98' };
    assert.deepEqual(outcome(read(report, raw), [cut!, wrong!, short!, whole!]), ['lost', 'lost', 98, valueAt(report, whole!)]);
  });

  test(`${edition}: a clerk's wrong total is read as it stands, be it the beginning of the right one`, () => {
    const granted = '/tables/requests/outcomes/granted/total';
    for (const largest of [60, 2_000_000]) {
      const own = consistentReport(edition, seeded(11), largest);
      const wrong = sum(own, granted).slice(0, -1);
      assert.ok(wrong.length >= 1);
      const reading = read(own, { [granted]: wrong });
      assert.equal(valueAt(reading.report, granted), Number(wrong));
      assert.ok(errors(reading).includes('arithmetic/requests-row-total'));
    }
  });

  test(`${edition}: cells between tabs are never cut by an edge`, () => {
    const raw = texts(report, (text) => text.slice(0, 5));
    assert.deepEqual(
      outcome(read(report, raw, tabRows), totals),
      totals.map((pointer) => Number(raw[pointer])),
    );
  });

  test(`${edition}: the form has the sums that tell`, () => {
    for (const pointer of totals) {
      const [own] = editionSpec(edition).tables.flatMap((table) =>
        relationsOf(table).filter(({ comparison, right }) => comparison === '=' && right.length === 1 && right[0]!.pointer === pointer),
      );
      assert.ok(own, pointer);
    }
  });
}
