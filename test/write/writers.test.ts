/** Model → each format that can be read → the same model. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { cellsOf, type Edition, editions } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report, TableData } from '../../src/form/model/report.js';
import { parseBytes } from '../../src/read/index.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { cases, long } from '../support/long.js';
import { fc } from '../support/properties.js';
import { baseReport, previousReport, put, readingOf, without } from '../support/reading.js';
import { again, blanked, readable } from '../support/written.js';

const other = { '2019': '2021', '2021': '2019' } as const;

/** Variants of a clean report; none of them may come back as anything else. */
function variants(edition: Edition): Readonly<Record<string, Reading>> {
  const base = baseReport(edition);
  const requests = base.tables.requests as { readonly outcomes: Record<string, TableData> };
  const foreign = baseReport(other[edition]).tables;
  const withTables = (tables: Report['tables']): Reading => readingOf({ ...base, tables });
  const set = (...changes: readonly (readonly [string, unknown])[]): Reading =>
    readingOf(changes.reduce((report, [at, value]) => put(report, at, value), base));
  const leave = (...pointers: readonly string[]): Reading => readingOf(pointers.reduce((report, at) => without(report, at), base));
  return {
    'the clean report': readingOf(base),
    'last year’s report': readingOf(previousReport(edition)),
    'all cells blank': withTables(Object.fromEntries(Object.entries(base.tables).map(([key, table]) => [key, blanked(table)]))),
    'a blank row': set(['/tables/requests/outcomes/granted', blanked(requests.outcomes['granted']!)]),
    'blank cells among figures': set(
      ['/tables/requests/newlyReceived/total', null],
      ['/tables/disputes/litigation/direct/pending', null],
      ['/tables/disclosure/penalties/decisions', null],
    ),
    'big figures': set(['/tables/requests/newlyReceived/total', Number.MAX_SAFE_INTEGER], ['/tables/disclosure/licensing/decisions', 18708325]),
    decimals: set(edition === '2021' ? ['/tables/disclosure/fees/amount', 0.1 + 0.2] : ['/tables/disclosure/procurement/amount', 1234567.89]),
    'a missing row': leave('/tables/requests/outcomes/denied/stateSecret'),
    'missing rows of several kinds': leave('/tables/requests/outcomes/denied', '/tables/disclosure/penalties', '/tables/requests/carriedForward'),
    'a missing block': leave(edition === '2021' ? '/tables/disclosure/fees' : '/tables/disclosure/procurement'),
    'a missing table': leave('/tables/disputes'),
    'no tables': withTables({}),
    'a missing section, its table there': leave('/sections/2'),
    'the last section missing': leave('/sections/5'),
    'sections in another order': set(['/sections/4', base.sections[5]], ['/sections/5', base.sections[4]]),
    'table two of the other form': withTables({ ...base.tables, disclosure: foreign.disclosure! }),
    'table three of the other form': withTables({ ...base.tables, requests: foreign.requests! }),
    'no preface, no closing': readingOf({ ...base, preface: [], closing: [] }),
    'text below a heading that has a table': set(['/sections/2/paragraphs', ['2024年收到申请的情况如下。', '申请人对办理结果均无异议。']]),
    'sub-headings on lines of their own': set(['/sections/0/paragraphs', ['（一）主动公开', '全年公开信息1462条。', '（二）依申请公开', '办结109件。']]),
  };
}

for (const { edition } of editions) {
  for (const [name, reading] of Object.entries(variants(edition))) {
    test(`${edition}, ${name}: the same report from every format`, async () => {
      for (const target of readable) {
        const { report, tables } = await again(reading, target);
        assert.deepEqual(report, reading.report, target);
        for (const key of ['disclosure', 'requests', 'disputes'] as const) {
          assert.deepEqual(tables[key]?.missingRows, reading.tables[key]?.missingRows, `${target}: ${key}`);
          assert.deepEqual(tables[key]?.extraRows, reading.tables[key]?.extraRows, `${target}: ${key}`);
        }
      }
    });
  }

  test(`${edition}: random reports come back from every format`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(1, 9, 60, 5000, 40_000_000), fc.double({ min: 0, max: 1, noNaN: true }), async (seed, largest, share) => {
        const random = seeded(seed);
        const full = consistentReport(edition, random, largest);
        // Some cells blank, wherever they are.
        const pointers = Object.values(editions.find((spec) => spec.edition === edition)!.tables).flatMap((table) =>
          cellsOf(table).map((cell) => cell.pointer),
        );
        const report = pointers.filter(() => random() < share * share).reduce((holed, pointer) => put(holed, pointer, null), full);
        for (const target of readable) assert.deepEqual((await again(readingOf(report), target)).report, report, target);
      }),
      { numRuns: cases(12, 2) },
    );
  });
}

test('what stands in a cell beside its figure is kept, and what the layout lost is neither blank nor a figure', async () => {
  const raw = {
    '/tables/requests/newlyReceived/naturalPerson': '100（其中网络申请90件）',
    '/tables/requests/newlyReceived/total': '1 1 0',
    '/tables/requests/outcomes/granted/total': '４５',
    '/tables/requests/outcomes/granted/enterprise': '/',
    '/tables/disclosure/regulations/issued': '本单位未制作规章',
    '/tables/requests/carriedForward/total': '8 2 | 1',
  };
  let report = baseReport('2021');
  for (const pointer of ['/tables/requests/outcomes/granted/enterprise', '/tables/disclosure/regulations/issued', '/tables/requests/carriedForward/total'])
    report = put(report, pointer, null);
  const reading = readingOf(report, raw, [], ['/tables/requests/carriedForward/total']);
  for (const target of ['docx', 'html', 'md', 'txt'] as const) {
    const back = await again(reading, target);
    assert.deepEqual(back.report, report, target);
    const texts = Object.fromEntries(Object.keys(raw).map((pointer) => [pointer, back.locations.get(pointer)?.raw]));
    assert.deepEqual(texts, { ...raw, '/tables/requests/carriedForward/total': '？' }, target);
  }
});

test('a text that contradicts the figure of the model does not replace it', async () => {
  const reading = readingOf(baseReport(), { '/tables/requests/newlyReceived/total': '111' });
  for (const target of ['docx', 'html', 'md', 'txt'] as const) assert.deepEqual((await again(reading, target)).report, baseReport(), target);
});

const documents = new URL('../../fixtures/documents/', import.meta.url);
const fixtures = readdirSync(documents, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:docx|html?|txt|md)$/.test(name));

test('every document of the fixtures reads the same from every format', long, async () => {
  let reports = 0;
  for (const name of fixtures) {
    const reading = await parseBytes(readFileSync(new URL(name.replaceAll('\\', '/'), documents)), name).catch((error: unknown) => {
      // Some fixtures are constructs of Word, not reports.
      assert.ok(error instanceof InputError && error.code === 'not-a-report', `${name}: ${error}`);
    });
    if (!reading) continue;
    reports += 1;
    for (const target of readable) assert.deepEqual((await again(reading, target)).report, reading.report, `${name}, ${target}`);
  }
  assert.ok(reports >= 15, `${reports} reports`);
});
