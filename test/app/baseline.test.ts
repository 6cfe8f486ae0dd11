/** Only what is new since an earlier result. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applyBaseline, parseBaseline } from '../../src/app/config/baseline.js';
import { InputError } from '../../src/base/errors.js';
import type { Report } from '../../src/form/model/report.js';
import { lint, summarize } from '../../src/index.js';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const report = baseReport();
const doubled = put(report, '/title', '云岭县人民政府2024年度政府信息公开工作年度报告');
const wrong = put(doubled, '/tables/requests/newlyReceived/total', 9999);

type Checked = Extract<FileResult, { status: 'checked' }>;

async function run(argv: readonly string[]): Promise<{ readonly exitCode: number; readonly run: RunResult; readonly files: readonly Checked[] }> {
  const { exitCode, stdout } = await runCli(['lint', ...argv, '-f', 'json']);
  const result = JSON.parse(stdout) as RunResult;
  return { exitCode, run: result, files: result.files as readonly Checked[] };
}

const rulesOf = ({ diagnostics }: Checked): readonly string[] => diagnostics.map(({ ruleId }) => ruleId);

test('only what is new is shown and counted, and how much is old is said', async () => {
  write({ 'a.json': doubled });
  assert.equal((await runCli(['lint', 'a.json', '-f', 'json:old.json'])).exitCode, 0);
  const same = await run(['a.json', '--baseline', 'old.json', '--max-warnings', '0']);
  assert.equal(same.exitCode, 0);
  assert.deepEqual(rulesOf(same.files[0]!), []);
  assert.equal(same.files[0]!.known, 1);
  assert.deepEqual(same.run.summary, {
    files: 1,
    checked: 1,
    failed: 0,
    crashed: 0,
    skipped: 0,
    verdicts: { pass: 1, review: 0, fail: 0, unchecked: 0 },
    errors: 0,
    warnings: 0,
    infos: 0,
    suppressed: 0,
    known: 1,
  });
  assert.equal((await run(['a.json', '--max-warnings', '0'])).exitCode, 1);

  write({ 'a.json': wrong });
  const all = await run(['a.json']);
  const fresh = await run(['a.json', '--baseline', 'old.json']);
  assert.equal(fresh.exitCode, 1);
  assert.deepEqual(
    rulesOf(fresh.files[0]!),
    rulesOf(all.files[0]!).filter((id) => id !== 'structure/title'),
  );
  assert.deepEqual(fresh.files[0]!.corrections, all.files[0]!.corrections, 'the new fault is explained');
  assert.equal(fresh.run.summary.known, 1);
});

test('people are told in words', async () => {
  write({ 'a.json': doubled });
  await runCli(['lint', 'a.json', '-f', 'json:old.json']);
  const zh = (await runCli(['lint', 'a.json', '--baseline', 'old.json'])).stdout;
  assert.match(zh, /✓ 通过：没有发现新问题，基准中已有1处\n[\s\S]*\n通过：没有发现新问题，基准中已有1处\n$/);
  const en = (await runCli(['lint', 'a.json', '--baseline', 'old.json', '--lang', 'en'])).stdout;
  assert.match(en, /\nPass: nothing new found, 1 known from the baseline\n$/);
});

test('likely corrections of what is known are not shown again', async () => {
  write({ 'a.json': wrong });
  await runCli(['lint', 'a.json', '-f', 'json:old.json']);
  assert.ok((JSON.parse(readFileSync('old.json', 'utf8')) as RunResult).files.some((file) => file.status === 'checked' && file.corrections.length > 0));
  assert.deepEqual((await run(['a.json', '--baseline', 'old.json'])).files[0]!.corrections, []);
});

async function resultOf(content: Report, file: string): Promise<FileResult> {
  return lint(content, { file });
}

async function known(old: readonly (readonly [string, Report])[], file: string, now: Report): Promise<number | undefined> {
  const results = await Promise.all(old.map(([name, content]) => resultOf(content, name)));
  const baseline = parseBaseline(new TextEncoder().encode(JSON.stringify(summarize(results))), 'old.json');
  return (applyBaseline(await resultOf(now, file), baseline) as Checked).known;
}

test('a report is known by its file, else by its unit and year', async () => {
  const other = put(doubled, '/unit', '清河县人民政府');
  const count = await known([['a.json', doubled]], 'a.json', doubled);
  assert.equal(count, 1);
  assert.equal(await known([['reports/a.json', doubled]], 'reports\\a.json', doubled), 1, 'slashes of Windows');
  assert.equal(await known([['a.json', doubled]], './a.json', doubled), 1);
  assert.equal(await known([['a.json', doubled]], '/else/where/定稿.json', doubled), 1, 'renamed');
  assert.equal(await known([['a.json', doubled]], 'b.json', put(doubled, '/unit', '云岭县')), 1, 'the unit under another form of its name');
  assert.equal(await known([['a.json', other]], 'a.json', doubled), 0, 'another unit under the same name');
  assert.equal(await known([['a.json', put(doubled, '/year', 2023)]], 'a.json', doubled), 0, 'another year under the same name');
  const twice = [
    ['x/a.json', doubled],
    ['y/b.json', doubled],
  ] as const;
  assert.equal(await known(twice, 'z/b.json', doubled), 1, 'of two, the one of that name');
  assert.equal(await known(twice, 'z/c.json', doubled), 0, 'which of two it was cannot be told');
});

test('as many equal findings are known as there were', async () => {
  const base = (await resultOf(doubled, 'a.json')) as Checked;
  const [one] = base.diagnostics;
  const baseline = parseBaseline(new TextEncoder().encode(JSON.stringify(summarize([base]))), 'old.json');
  const now = applyBaseline({ ...base, diagnostics: [one!, one!, one!] }, baseline) as Checked;
  assert.equal(now.diagnostics.length, 2);
  assert.equal(now.known, 1);
});

test('what was only suppressed then is no old finding, and what is suppressed now stays', async () => {
  const base = (await resultOf(doubled, 'a.json')) as Checked;
  const accepted: Checked = { ...base, diagnostics: base.diagnostics.map((one) => ({ ...one, suppressed: { reason: '核实' } })) };
  const then = (result: FileResult): Uint8Array => new TextEncoder().encode(JSON.stringify(summarize([result])));
  assert.equal((applyBaseline(base, parseBaseline(then(accepted), 'x')) as Checked).known, 0);
  const now = applyBaseline(accepted, parseBaseline(then(base), 'x')) as Checked;
  assert.equal(now.known, 0);
  assert.equal(now.diagnostics.length, 1);
});

test('a file that cannot be checked still fails', async () => {
  write({ 'a.json': '{' });
  await runCli(['lint', 'a.json', '-f', 'json:old.json']);
  assert.equal((await run(['a.json', '--baseline', 'old.json'])).exitCode, 2);
});

test('what is no earlier result is one sentence and exit code 2', async () => {
  write({ 'a.json': report, 'list.json': '[1]', 'report.json': report, 'broken.json': '{\n"files": [}', 'empty.json': '' });
  for (const [file, zh, en] of [
    ['missing.json', '找不到文件', 'The file does not exist.'],
    ['list.json', '不是 lint --format json 的输出。请用 gov-report lint', 'this is no output of lint --format json. Make it anew'],
    ['report.json', '不是 lint --format json 的输出', 'this is no output'],
    ['broken.json', '不是有效的 JSON：第 2 行', 'This is no valid JSON: at line 2'],
    ['empty.json', '', ''],
  ] as const) {
    const { exitCode, stdout, stderr } = await runCli(['lint', 'a.json', '--baseline', file]);
    assert.equal(exitCode, 2, file);
    assert.equal(stdout, '');
    assert.ok(stderr.startsWith(`错误：${file}：${zh}`), stderr);
    assert.ok((await runCli(['lint', 'a.json', '--baseline', file, '--lang', 'en'])).stderr.startsWith(`error: ${file}: ${en}`), file);
  }
  assert.throws(() => parseBaseline(new TextEncoder().encode(`${'['.repeat(200_000)}`), 'deep.json'), InputError);
});

test('a baseline in the folder is no report, is read with byte order mark and CRLF, and is not written over', async () => {
  write({ 'all/a.json': doubled });
  await runCli(['lint', 'all', '-f', 'json:all/old.json']);
  const before = readFileSync('all/old.json', 'utf8');
  write({ 'all/old.json': `\ufeff${before.replaceAll('\n', '\r\n')}` });
  const { files } = await run(['all', '--baseline', 'all/old.json']);
  assert.deepEqual(
    files.map(({ file, known: old }) => [file, old]),
    [['all/a.json', 1]],
  );
  assert.equal((await runCli(['lint', 'all', '--baseline', 'all/old.json', '-f', 'json:all/old.json'])).exitCode, 2);
});
