/** A form that does not exist yet: one file and one line, and every part of the program knows it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Report } from '../../src/form/model/report.js';
import { printJson } from '../../src/form/schema/schema.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put, without } from '../support/reading.js';
import { type Program, withThirdEdition } from '../support/third-edition.js';

standInFolder();

let program: Program;
let remove: () => void;
before(async () => {
  ({ program, remove } = await withThirdEdition());
});
after(() => remove());

/** The base report as one of 2028 in the new form: the column renamed, the row added up. */
function report2028(): Report {
  const old = baseReport('2021');
  const moved = JSON.parse(JSON.stringify(old).replace(/20(23|24|25)(?=\D)/g, (_, year: string) => `20${Number(year) + 4}`)) as Report;
  let report = put(put(moved, '/edition', '2027'), '/year', 2028);
  for (const row of ['regulations', 'normativeDocuments']) {
    const pointer = `/tables/disclosure/${row}`;
    const cells = (report.tables.disclosure as unknown as Record<string, Record<string, number>>)[row]!;
    report = put(without(report, `${pointer}/inForce`), `${pointer}/valid`, cells['inForce']!);
  }
  const { granted, partiallyGranted } = (report.tables.requests as unknown as { outcomes: Record<string, Record<string, number>> }).outcomes;
  const shown = Object.fromEntries(Object.keys(granted!).map((column) => [column, granted![column]! + partiallyGranted![column]!]));
  return put(report, '/tables/requests/outcomes/shown', shown);
}

type Found = readonly (readonly [rule: string, pointer: string])[];

async function errorsOf(input: unknown): Promise<Found> {
  const result = await program.library.lint(JSON.stringify(input));
  assert.equal(result.status, 'checked');
  return result.status === 'checked'
    ? result.diagnostics.filter(({ severity }) => severity === 'error').map(({ ruleId, pointer }) => [ruleId, pointer] as const)
    : [];
}

test('the form of a year is the last that has come', () => {
  const { editionForYear, editions } = program.library;
  assert.deepEqual(
    editions.map(({ edition }) => edition as string),
    ['2019', '2021', '2027'],
  );
  assert.deepEqual(
    [2008, 2019, 2020, 2021, 2026, 2027, 2028, 2040].map((year) => editionForYear(year) as string),
    ['2019', '2019', '2019', '2021', '2021', '2027', '2027', '2027'],
  );
});

test('a report of 2028 is judged by it: its sums, its rows, its columns', async () => {
  const report = report2028();
  assert.deepEqual(await errorsOf(report), []);
  assert.deepEqual(await errorsOf(put(report, '/tables/requests/outcomes/shown/enterprise', 999)), [
    ['arithmetic/requests-outcome-total', '/tables/requests/outcomes/shown/enterprise'],
    ['arithmetic/requests-row-total', '/tables/requests/outcomes/shown/total'],
  ]);
  const { exitCode, stdout } = await program.runCli(['lint', '-', '-f', 'json', '--edition', '2027'], { stdin: JSON.stringify(report) });
  assert.equal(exitCode, 0);
  assert.equal(JSON.parse(stdout).files[0].edition, '2027');
});

test('the form of 2021 is superseded in 2028, and a mixture of the two is one', async () => {
  const old = put(put(report2028(), '/tables', baseReport('2021').tables), '/year', 2028);
  assert.deepEqual(
    (await errorsOf(old)).filter(([rule]) => rule.startsWith('edition/')),
    [['edition/superseded-table', '/tables/disclosure']],
  );
  const mixed = put(report2028(), '/tables/disclosure/procurement', { items: 3, amount: 12 });
  assert.deepEqual(
    (await errorsOf(mixed)).filter(([rule]) => rule.startsWith('edition/')),
    [['edition/mixed-tables', '/tables/disclosure']],
  );
});

test('it is converted into every format that is read, and read back', async () => {
  const report = report2028();
  for (const to of ['docx', 'html', 'md', 'txt', 'json'] as const) {
    const written = await program.library.convert(JSON.stringify(report), { to });
    assert.deepEqual((await program.library.parse(written)).report, report, to);
  }
});

test('its blank form has its row and its column', async () => {
  const { report, tables } = await program.library.parse(await program.library.template({ edition: '2027' as never, year: 2028 }));
  assert.equal(report.edition, '2027');
  assert.deepEqual(tables.requests?.missingRows, []);
  assert.ok(tables.requests?.spec.blocks[0]?.rows.some(({ key }) => key === 'outcomes/shown'));
  assert.deepEqual(tables.disclosure?.missingColumns, []);
});

test('its tables are added up, apart from those of other forms', async () => {
  const old = put(report2028(), '/tables', baseReport('2021').tables);
  write({ 'a.json': report2028(), 'b.json': put(report2028(), '/unit', '鹿鸣县人民政府'), 'c.json': put(old, '/unit', '松涛县人民政府') });
  const { stdout, exitCode } = await program.runCli(['aggregate', 'a.json', 'b.json', 'c.json', '--to', 'json']);
  assert.equal(exitCode, 0, stdout);
  const sums = JSON.parse(stdout) as { readonly editions: readonly { readonly edition: string }[] };
  assert.deepEqual(
    sums.editions.map(({ edition }) => edition),
    ['2021', '2027'],
  );
});

test('its schema says what is complete, and carries its sums', async () => {
  const schema = program.schemas['report-2027'] as { readonly sums: readonly { readonly rule: string }[] };
  const before = program.schemas['report-2021'] as typeof schema;
  const applicants = 7;
  // The new sum for every applicant, and the row total of the new row; those of documents in force are of 2021 alone.
  assert.equal(schema.sums.length, before.sums.length + applicants + 1 - 2);
  const { stdout } = await program.runCli(['schema', 'report-2027'], {
    host: { packageFolder: () => ['report-2027.json'], packageFile: () => printJson(schema as never) },
  });
  assert.match(stdout, /继续有效件数/);
});
