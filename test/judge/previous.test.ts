/** Last year's report: found by unit and year, compared or said not to be. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nodeFiles } from '../../src/app/node/files.js';
import type { Report } from '../../src/form/model/report.js';
import { lint } from '../../src/index.js';
import type { FileResult, PreviousCheck, RunResult } from '../../src/judge/diagnostic.js';
import { compareUnits, foldUnit } from '../../src/judge/organs/same-name.js';
import { createFinder, type PreviousReport, remembered } from '../../src/judge/previous.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, previousReport, put, readingOf, without } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const documents = fileURLToPath(new URL('../../fixtures/documents/2021/', import.meta.url));
const now = baseReport();
const before = previousReport();

type Checked = Extract<FileResult, { status: 'checked' }>;

async function run(argv: readonly string[]): Promise<{ readonly exitCode: number; readonly files: readonly FileResult[]; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await runCli(['lint', ...argv, '-f', 'json']);
  return { exitCode, files: (JSON.parse(stdout) as RunResult).files, stderr };
}

const checkOf = (result: FileResult | undefined): PreviousCheck | undefined => (result as Checked).checks.previous;
const findings = (result: FileResult | undefined): readonly string[] => (result as Checked).diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`);

test('two following years of a city are clean, from Word and from data, and a case count of another scope is no fault', async () => {
  for (const previous of ['suqian-2023.docx', 'suqian-2023.json', '']) {
    const names = ['suqian-2024.docx', 'suqian-2024.json', 'suqian-2024-filed.json'];
    const copies = names.map((name) => documents + name);
    // In the folder last year's report is there twice, so it is asked for in one of our own.
    if (previous === '') write({ 'earlier/a.docx': readFileSync(`${documents}suqian-2023.docx`) });
    const { exitCode, files } = await run([
      ...copies,
      ...['--rule', 'rollup/duplicate-unit:off', '--previous'],
      previous === '' ? 'earlier' : documents + previous,
    ]);
    assert.equal(exitCode, 0);
    for (const result of files) {
      assert.deepEqual(findings(result), [], result.file);
      assert.equal(checkOf(result)?.status, 'compared');
      assert.ok((result as Checked).checks.claims.compared >= 8, 'the figures of the text were compared');
    }
  }
  const report = JSON.parse(readFileSync(`${documents}suqian-2024.json`, 'utf8')) as Report;
  write({
    'a.json': put(
      put(put(report, '/tables/requests/carriedOver/naturalPerson', 117), '/tables/requests/carriedOver/enterprise', 4),
      '/tables/disclosure/normativeDocuments/inForce',
      421,
    ),
  });
  const [wrong] = (await run(['a.json', '--previous', `${documents}suqian-2023.docx`])).files;
  assert.deepEqual(
    findings(wrong).filter((finding) => finding.startsWith('history/')),
    [
      'history/in-force /tables/disclosure/normativeDocuments/inForce',
      'history/carry-over /tables/requests/carriedOver/naturalPerson',
      'history/carry-over /tables/requests/carriedOver/enterprise',
    ],
  );
});

test('without --previous nothing is said of last year', async () => {
  write({ 'a.json': now });
  assert.equal(checkOf((await run(['a.json'])).files[0]), undefined);
  assert.doesNotMatch((await runCli(['lint', 'a.json'])).stdout, /去年/);
});

test('a file of the wrong year or of another unit is said, not compared', async () => {
  const wrong = put(put(now, '/tables/requests/carriedOver/naturalPerson', 0), '/tables/requests/carriedOver/total', 1);
  write({ 'a.json': wrong, 'year.json': put(before, '/year', 2022), 'unit.json': put(before, '/unit', '清河县人民政府'), 'right.json': before });
  const right = await run(['a.json', '--previous', 'right.json']);
  assert.equal(right.stderr, '');
  assert.ok(findings(right.files[0]).includes('history/carry-over /tables/requests/carriedOver/naturalPerson'));
  for (const [file, status, words] of [
    ['year.json', 'wrong-year', '所给的报告不是上一年度的，未与去年核对：year.json。'],
    ['unit.json', 'other-unit', '所给的报告是其他单位的，未与去年核对：unit.json。'],
  ] as const) {
    const { files, stderr } = await run(['a.json', '--previous', file]);
    assert.deepEqual(checkOf(files[0]), { status, files: [file] });
    assert.deepEqual(
      findings(files[0]).filter((finding) => finding.startsWith('history/')),
      [],
    );
    assert.equal(stderr, `提示：a.json：${words}\n`);
    const pretty = await runCli(['lint', 'a.json', '--previous', file]);
    assert.ok(pretty.stdout.includes(words));
    assert.equal(pretty.stderr, '', 'people see it in the report itself');
  }
  const english = await runCli(['lint', 'a.json', '--previous', 'right.json', '--lang', 'en']);
  assert.match(english.stdout, /Compared with last year’s report: right\.json\./);
});

test('what cannot be read is a failure of its own, and the report is checked all the same', async () => {
  write({ 'a.json': now, 'b.docx': 'x', 'c/b.docx': 'x', 'c/d.json': before });
  for (const [previous, name, status] of [
    ['b.docx', 'b.docx', 'unreadable'],
    ['missing.docx', 'missing.docx', 'unreadable'],
    ['c', 'c/b.docx', 'compared'],
  ] as const) {
    const { exitCode, files } = await run(['a.json', '--previous', previous]);
    assert.equal(exitCode, 2, previous);
    assert.deepEqual(
      files.map((file) => [file.file, file.status]),
      [
        [name, 'failed'],
        ['a.json', 'checked'],
      ],
    );
    assert.equal(checkOf(files[1])?.status, status);
  }
  const both = await run(['a.json', 'b.docx', '--previous', 'b.docx']);
  assert.deepEqual(
    both.files.map(({ file }) => file),
    ['a.json', 'b.docx'],
    'a file that is checked too fails once',
  );
});

test('in a folder the report is found by unit and year, also under a variant of its name', async () => {
  const named = (report: Report, unit: string, year: number): Report => put(put(report, '/unit', unit), '/year', year);
  write({
    '2024/甲.json': named(now, '云岭县', 2024),
    '2024/乙.json': named(now, '清河县人民政府', 2024),
    '2024/丙.json': named(now, '平安街道办事处', 2024),
    '2024/丁.json': named(now, '石桥镇政府', 2024),
    '2024/戊.json': named(now, '水务局', 2024),
    'old/1.json': named(before, '云岭县人民政府', 2023),
    'old/2.json': named(before, '云岭县人民政府', 2022),
    'old/3.json': named(before, '平安街道', 2023),
    'old/sub/4.json': named(before, '石桥镇人民政府', 2023),
    'old/sub/5.json': named(before, '云岭县石桥镇人民政府', 2023),
    'old/6.json': named(before, '云岭县水务局', 2023),
    'old/7.json': named(before, '清河县水务局', 2023),
    'old/8.json': without(before, '/unit'),
  });
  const { exitCode, files, stderr } = await run(['2024', '--previous', 'old', '--rule', 'identity/unit:off']);
  assert.deepEqual(Object.fromEntries(files.map((file) => [file.file, checkOf(file)])), {
    '2024/丁.json': { status: 'compared', files: ['old/sub/4.json'] },
    '2024/丙.json': { status: 'compared', files: ['old/3.json'] },
    '2024/乙.json': { status: 'not-found', files: [] },
    '2024/戊.json': { status: 'ambiguous', files: ['old/6.json', 'old/7.json'] },
    '2024/甲.json': { status: 'compared', files: ['old/1.json'] },
  });
  assert.notEqual(exitCode, 2);
  assert.deepEqual(stderr.trimEnd().split('\n'), [
    '提示：2024/乙.json：没有找到该单位去年的报告，未与去年核对。',
    '提示：2024/戊.json：该单位去年的报告不止一份，未与去年核对：old/6.json、old/7.json。',
    '提示：去年的报告中有 1 份认不出单位或年度，无法查找：old/8.json。',
  ]);
  assert.equal((await runCli(['lint', '2024', '--previous', 'old', '-f', 'json', '--quiet'])).stderr, '');
});

test('short names from the configuration and --unit help to find it', async () => {
  const own = put(now, '/unit', '县水务局');
  write({ 'a/a.json': own, 'old/a.json': put(before, '/unit', '云岭县水务和水利局') });
  const status = async (argv: readonly string[]): Promise<string | undefined> =>
    checkOf((await run(['a/a.json', '--previous', 'old', ...argv])).files[0])?.status;
  assert.equal(await status([]), 'not-found');
  assert.equal(await status(['--unit', '云岭县水务和水利局']), 'compared');
  write({ 'a/gov-report.config.json': { abbreviations: ['云岭县水务和水利局'] } });
  assert.equal(await status([]), 'compared');
});

test('many reports without a match are named up to ten and then counted', async () => {
  for (let index = 10; index < 23; index += 1) write({ [`all/${index}.json`]: now });
  write({ 'old/a.json': put(before, '/unit', '清河县') });
  const { stderr } = await run(['all', '--previous', 'old']);
  const lines = stderr.trimEnd().split('\n');
  assert.equal(lines.length, 11);
  assert.equal(lines[10], '提示：另有 3 个文件未与去年的报告核对，原因见 -f json 输出的 checks.previous。');
});

test('each file of the folder is read once, in order', async () => {
  write({ 'a.json': now, 'b.json': now, 'old/2.json': before, 'old/10.json': put(before, '/unit', '清河县') });
  const read: string[] = [];
  const files = {
    ...nodeFiles,
    read: (path: string) => {
      read.push(path.split(/[\\/]/).slice(-1)[0]!);
      return nodeFiles.read(path);
    },
  };
  await runCli(['lint', 'a.json', 'b.json', '--previous', 'old'], { host: { files } });
  assert.deepEqual(read, ['2.json', '10.json', 'a.json', 'b.json']);
});

test('an output never goes over last year’s report', async () => {
  write({ 'a.json': now, 'old.json': before });
  const { exitCode, stderr } = await runCli(['lint', 'a.json', '--previous', 'old.json', '-f', 'json:old.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /old\.json/);
  assert.deepEqual(JSON.parse(readFileSync('old.json', 'utf8')), before);
});

test('the library says too whether it compared', async () => {
  const wrong = put(put(now, '/tables/requests/carriedOver/naturalPerson', 0), '/tables/requests/carriedOver/total', 1);
  const compared = await lint(wrong, { previous: readingOf(before) });
  assert.equal(checkOf(compared)?.status, 'compared');
  assert.ok(findings(compared).includes('history/carry-over /tables/requests/carriedOver/naturalPerson'));
  assert.equal(checkOf(await lint(wrong, { previous: readingOf(put(before, '/year', 2020)) }))?.status, 'wrong-year');
});

test('names of units are folded, and a place in front is no difference', () => {
  const same = (a: string, b: string): string => compareUnits(foldUnit(a), foldUnit(b));
  assert.equal(same('宿迁市人民政府', '宿迁市'), 'same');
  assert.equal(same('宿迁市 政府', '宿迁市人民政府'), 'same');
  assert.equal(same('城南街道办事处', '城南街道'), 'same');
  assert.equal(same('关于石桥镇', '石桥镇人民政府'), 'same');
  assert.equal(same('江苏省宿迁市人民政府', '宿迁市人民政府'), 'qualified');
  assert.equal(same('水务局', '云岭县水务局'), 'qualified');
  assert.equal(same('宿迁市人民政府', '宿迁市人民政府办公室'), 'different');
  assert.equal(same('水务局', '清河街道水务局'), 'different');
  assert.equal(same('宿迁市', '泰州市'), 'different');
});

test('without a year nothing is found in a folder, but a file that was named is compared', () => {
  const report: PreviousReport = remembered('a.json', readingOf(before));
  const wanted = { names: ['云岭县'], year: undefined };
  assert.deepEqual(createFinder({ kind: 'folder', reports: [report] })(wanted).check, { status: 'not-found', files: [] });
  assert.equal(createFinder({ kind: 'file', file: 'a.json', report })({ ...wanted, names: [] }).check.status, 'compared');
});
