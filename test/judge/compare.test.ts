import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/form/model/report.js';
import { compareReadings } from '../../src/judge/compare.js';
import { parseBytes } from '../../src/read/index.js';
import { loadWriter, type TargetName } from '../../src/write/report/index.js';
import { baseReport, readingOf } from '../support/reading.js';

const base = baseReport('2021');

/** The base report with its paragraphs of section 一 replaced. */
function withOverview(...paragraphs: readonly string[]): Report {
  return { ...base, sections: base.sections.map((section) => (section.key === 'overview' ? { ...section, paragraphs } : section)) };
}

test('a report is like itself in every format that holds all of it', async () => {
  const reading = readingOf(base);
  for (const format of ['docx', 'html', 'md', 'txt', 'json'] as const satisfies readonly TargetName[]) {
    const written = (await loadWriter(format))(reading, { lang: 'zh', locations: false });
    const read = await parseBytes(typeof written === 'string' ? new TextEncoder().encode(written) : written);
    const { differences, notCompared, cells, sentences } = compareReadings(reading, read);
    assert.deepEqual(differences, [], format);
    assert.deepEqual(notCompared, []);
    assert.equal(cells, 200);
    assert.ok(sentences > 0);
  }
});

test('cells differ by what they say: a number, blank, gone', () => {
  const changed = structuredClone(base) as Omit<Report, 'tables'> & { tables: { requests: { newlyReceived: Record<string, number | null> } } };
  changed.tables.requests.newlyReceived['total'] = 111;
  changed.tables.requests.newlyReceived['enterprise'] = null;
  assert.deepEqual(compareReadings(readingOf(base), readingOf(changed)).differences, [
    { kind: 'cell', table: 'requests', pointer: '/tables/requests/newlyReceived/enterprise', before: 7, after: 'blank' },
    { kind: 'cell', table: 'requests', pointer: '/tables/requests/newlyReceived/total', before: 110, after: 111 },
  ]);
});

test('a table that one of the two lacks is not compared, and that is said', () => {
  const { disputes: _disputes, ...tables } = base.tables;
  const { differences, notCompared } = compareReadings(readingOf(base), readingOf({ ...base, tables }));
  assert.deepEqual(differences, []);
  assert.deepEqual(notCompared, ['disputes']);
});

test('sentences that came, went and changed; lines and widths say nothing', () => {
  const a = readingOf(withOverview('全年公开信息100条。开展培训2次。', '没有其他事项。'));
  const b = readingOf(withOverview('全年公开信息', '120条。没有其他事项。新设专栏三个。'));
  assert.deepEqual(compareReadings(a, b).differences, [
    { kind: 'sentence', part: 'overview', before: '全年公开信息100条', after: '全年公开信息120条' },
    { kind: 'sentence', part: 'overview', before: '开展培训2次' },
    { kind: 'sentence', part: 'overview', after: '新设专栏三个' },
  ]);
  const wrapped = readingOf(withOverview('全年公开信息１００条。开 展培训', '2次。没有其他事项。'));
  assert.deepEqual(compareReadings(a, wrapped).differences, []);
});

test('headings and the title are compared as they are printed', () => {
  const changed: Report = {
    ...base,
    title: `${base.title}（修订）`,
    sections: base.sections.map((section) => (section.key === 'problems' ? { ...section, heading: '五、存在问题及改进措施' } : section)),
  };
  const { differences } = compareReadings(readingOf(base), readingOf(changed));
  assert.deepEqual(
    differences.map(({ kind }) => kind),
    ['fact', 'heading'],
  );
});

test('two wholly different long texts are compared within bounds', () => {
  const text = (seed: string): string[] => Array.from({ length: 3_000 }, (_, index) => `${seed}第${index}项工作。`);
  const { differences } = compareReadings(readingOf(withOverview(...text('甲'))), readingOf(withOverview(...text('乙'))));
  assert.equal(differences.length, 3_000);
});
