/** What other tools call: the script of the action, the hook of pre-commit, the files that the container is built from. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { standInFolder } from '../support/folder.js';
import { runCli } from '../support/run-cli.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = (name: string): string => readFileSync(join(root, name), 'utf8');

standInFolder();

test('the action annotates the files of every line, names with blanks too, and ends as lint does', () => {
  assert.ok(existsSync(join(root, 'dist/cli/command.js')), 'npm run build comes first');
  mkdirSync('年报 2024');
  copyFileSync(join(root, 'fixtures/documents/2019/zhangjiapo-2020.docx'), '年报 2024/张家坡镇.docx');
  const report = JSON.parse(file('fixtures/base/2021.json')) as { tables: { requests: { newlyReceived: { total: number } } } };
  report.tables.requests.newlyReceived.total += 1;
  writeFileSync('错.json', JSON.stringify(report));
  const run = (paths: string, options = ''): ReturnType<typeof spawnSync> =>
    spawnSync('bash', [join(root, 'scripts/action.sh')], {
      encoding: 'utf8',
      env: { ...process.env, GOV_REPORT_PATHS: paths, GOV_REPORT_ARGUMENTS: options, RUNNER_TEMP: process.cwd() },
    });
  const both = run('\n  年报 2024\n错.json  \n');
  assert.equal(both.status, 1);
  assert.match(String(both.stdout), /^::error file=错\.json/m);
  assert.match(String(both.stdout), /^::warning file=年报 2024\/张家坡镇\.docx/m);
  assert.equal((JSON.parse(readFileSync('gov-report.json', 'utf8')) as { files: readonly unknown[] }).files.length, 2);
  assert.equal(run('年报 2024').status, 0);
  assert.equal(run('年报 2024', '--max-warnings=0\n--quiet').status, 1);
  assert.equal(run('').status, 2);
  for (const name of ['GOV_REPORT_PATHS', 'GOV_REPORT_ARGUMENTS', 'scripts/action.sh']) assert.ok(file('action.yml').includes(name), name);
});

test('the hook of pre-commit calls a command that exists, for the files that reports come in', async () => {
  const hooks = file('.pre-commit-hooks.yaml');
  const [, command, ...options] = /^ {2}entry: (.*)$/m.exec(hooks)![1]!.split(' ');
  const { exitCode } = await runCli([command!, ...options, join(root, 'fixtures/documents/2019/zhangjiapo-2020.docx')]);
  assert.equal(exitCode, 0);
  const files = new RegExp(/^ {2}files: (.*)$/m.exec(hooks)![1]!);
  for (const name of ['a.docx', '年报.doc', 'b.wps', 'c.pdf', 'd.ofd', 'e.odt', 'f.rtf', 'g.docm']) assert.match(name, files);
  for (const name of ['README.md', 'a.docx.txt', 'data.json']) assert.doesNotMatch(name, files);
});

test('the container is built by scripts that the package has', () => {
  const steps = file('Dockerfile');
  const { scripts } = JSON.parse(file('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  assert.match(steps, /npm ci .*&& npm pack/);
  assert.ok(scripts['prepare'], 'npm ci builds');
  assert.match(steps, /ENTRYPOINT \["gov-report"\]/);
});
