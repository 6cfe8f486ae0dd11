/** A bug of ours in one file: that file's result, every other one judged, every output whole, exit code 3. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { startPool } from '../../src/app/node/pool.js';
import { lint } from '../../src/index.js';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { rules } from '../../src/judge/rules/index.js';
import { breakTitleRule } from '../support/broken-rule.js';
import { standInFolder, write } from '../support/folder.js';
import { cases } from '../support/long.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const BAD = '坏县人民政府';
let mend = (): unknown => undefined;
afterEach(() => mend());

const reportOf = (unit: string): unknown => ({ ...baseReport(), unit, title: `${unit}2024年政府信息公开工作年度报告` });

/** So many reports, of which the one in the middle brings the bug out. */
function reports(count: number): void {
  for (let index = 0; index < count; index += 1)
    write({ [`年报/${String(index).padStart(3, '0')}.json`]: reportOf(index === count / 2 ? BAD : `第${index}县人民政府`) });
}

/** Reports of the run; one in the middle brings the bug out. */
const COUNT = cases(300, 40);
const MIDDLE = String(COUNT / 2).padStart(3, '0');

test(`${COUNT} reports of which one throws: every other judged, every format whole, exit code 3`, async () => {
  reports(COUNT);
  mend = breakTitleRule(BAD);
  const files = ['json', 'ndjson', 'sarif', 'github', 'junit', 'html', 'markdown', 'csv', 'xlsx', 'compact'];
  const { exitCode, stdout, stderr } = await runCli(['lint', '年报', ...files.flatMap((format) => ['-f', `${format}:out.${format}`]), '-f', 'pretty']);
  assert.equal(exitCode, 3);
  const text = (format: string): string => readFileSync(`out.${format}`, 'utf8');
  const run = JSON.parse(text('json')) as RunResult;
  assert.equal(run.files.length, COUNT);
  assert.equal(run.files.filter(({ status }) => status === 'checked').length, COUNT - 1);
  assert.deepEqual([run.summary.files, run.summary.checked, run.summary.failed, run.summary.crashed], [COUNT, COUNT - 1, 0, 1]);
  const crashed = run.files.find(({ status }) => status !== 'checked')!;
  assert.deepEqual(crashed.status === 'crashed' && [crashed.file, crashed.error.code, crashed.error.message], [
    `年报/${MIDDLE}.json`,
    'internal-error',
    '检查规则 structure/title 时程序出错：TypeError: injected',
  ]);
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL('../../schemas/diagnostics.json', import.meta.url), 'utf8')),
  );
  assert.equal(validate(run), true, JSON.stringify(validate.errors));
  assert.equal(text('ndjson').trimEnd().split('\n').length, COUNT + 1);
  const sarif = JSON.parse(text('sarif')) as {
    readonly runs: readonly { readonly invocations: readonly Record<string, unknown>[]; readonly artifacts: readonly unknown[] }[];
  };
  const [invocation] = sarif.runs[0]!.invocations;
  assert.deepEqual([invocation!['executionSuccessful'], invocation!['exitCode'], sarif.runs[0]!.artifacts.length], [false, 3, COUNT]);
  assert.match(text('html'), /<\/body>\n<\/html>\n$/);
  assert.match(text('junit'), /<error type="program\/internal-error"[\s\S]*<\/testsuites>\n$/);
  for (const format of ['compact', 'csv', 'github', 'markdown', 'html']) assert.match(text(format), /检查规则 structure\/title 时程序出错/, format);
  for (const out of files) assert.ok(existsSync(`out.${out}`), out);
  assert.match(stdout, new RegExp(`年报/${String(COUNT - 1).padStart(3, '0')}\\.json`));
  // The stack is for standard error alone.
  assert.match(stderr, new RegExp(`1 个文件没有检查：年报/${MIDDLE}\\.json[\\s\\S]*TypeError: injected\\n {4}at `));
  for (const format of ['json', 'ndjson', 'sarif', 'html', 'csv']) assert.doesNotMatch(text(format), /\.ts:\d/, format);
});

test('a bug is that file’s result in another thread and in the library, too', async () => {
  write({ 'a.json': reportOf(BAD), 'b.json': reportOf('好县人民政府') });
  const [here, root] = [process.cwd(), fileURLToPath(new URL('../../', import.meta.url))];
  // A thread takes the loader of the tests from the working folder.
  process.chdir(root);
  const pool = startPool({ script: fileURLToPath(new URL('../support/broken-worker.mjs', import.meta.url)), eval: false }, 1, {
    lang: 'en',
    profiles: [{ severities: {}, ruleOptions: {} }],
  });
  const [bad, good] = await Promise.all(['a.json', 'b.json'].map((name) => pool.check({ path: join(here, name), name }, 0)));
  await pool.close();
  process.chdir(here);
  const expected: FileResult['status'][] = ['crashed', 'checked'];
  assert.deepEqual([bad!.result.status, good!.result.status], expected);
  assert.match(bad!.stack ?? '', /TypeError: injected/);
  mend = breakTitleRule(BAD);
  const result = await lint(JSON.stringify(reportOf(BAD)), { file: 'a.json', lang: 'en' });
  assert.deepEqual(result.status === 'crashed' && result.error.message, 'The program broke down at rule structure/title: TypeError: injected');
});

test('a bug in an output is told in its place, and the output goes on', async () => {
  write({ 'a.json': reportOf('好县人民政府'), 'b.json': reportOf('坏县人民政府'), 'c.json': reportOf('远县人民政府') });
  const catalogue = rules as unknown as { id: string }[];
  // The page looks a rule up by its id only for findings: b has one, which breaks it down.
  write({ 'b.json': put(reportOf(BAD), '/title', '坏县人民政府2024年度政府信息公开工作年度报告') });
  const [title] = catalogue.filter(({ id }) => id === 'structure/title') as unknown as [{ docs: object }];
  const { docs } = title;
  const broken = {
    zh: {
      fix: '改',
      get title(): string {
        throw new TypeError('injected');
      },
    },
  };
  Object.assign(title, { docs: broken });
  mend = () => Object.assign(title, { docs });
  const { exitCode, stdout } = await runCli(['lint', 'a.json', 'b.json', 'c.json', '-f', 'github']);
  assert.equal(exitCode, 3);
  assert.match(stdout, /::error file=b\.json,title=未能检查::程序出错：TypeError: injected/);
  assert.match(stdout, /::notice title=gov-report::.*\n$/);
});

test('sentences and references that broke the program down', async () => {
  const sentence = '从申请方式看，线上512件、线下201件，共713件。';
  const said = await lint(JSON.stringify(put(baseReport(), '/sections/0/paragraphs/1', sentence)));
  assert.notEqual(said.status, 'failed');
  for (const digits of ['9'.repeat(309), `x${'f'.repeat(300)}`, `${'0'.repeat(400)}65`]) {
    const page = await lint(`<html><body><p>${'政府信息公开'.repeat(9)}&#${digits};</p></body></html>`);
    assert.notEqual(page.status, 'crashed', digits.slice(0, 9));
  }
});
