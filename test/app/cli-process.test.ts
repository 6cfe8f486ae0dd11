/** The shipped command as a process of its own: exit codes, pipes, workers, names that are not UTF-8, interruption. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Script } from 'node:vm';
import { threadCount } from '../../src/app/node/pool.js';
import type { RunResult } from '../../src/judge/diagnostic.js';
import { type Built, buildCommand } from '../support/built.js';
import { baseReport, previousReport, put } from '../support/reading.js';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-process-'));
const clean = JSON.stringify(baseReport());
const wrong = JSON.stringify(put(baseReport(), '/tables/requests/newlyReceived/total', 9999));
const unix = { skip: process.platform === 'win32' && 'needs a Unix shell' };
let built: Built;

/** Every seventh file of the folder is no report, under the name of one: in a folder only such a file is a failure. */
const isBroken = (index: number): boolean => index % 7 === 0 && index % 3 !== 0;
const nameOf = (index: number): string => `${index}.${isBroken(index) ? 'docx' : 'json'}`;

before(async () => {
  built = await buildCommand();
  mkdirSync(join(folder, 'all'));
  for (let index = 1; index <= 40; index += 1) writeFileSync(join(folder, 'all', nameOf(index)), index % 3 === 0 ? wrong : isBroken(index) ? '{' : clean);
  writeFileSync(join(folder, 'clean.json'), clean);
  writeFileSync(join(folder, 'wrong.json'), wrong);
});

after(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

function run(argv: readonly string[], input = ''): { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [built.bin, ...argv], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { exitCode: status, stdout, stderr };
}

function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
}

test('exit code 0, 1, 2 and 3', () => {
  assert.equal(run(['lint', 'clean.json']).exitCode, 0);
  assert.equal(run(['lint', 'wrong.json']).exitCode, 1);
  const bad = run(['lint', 'clean.json', 'missing.docx']);
  assert.equal(bad.exitCode, 2);
  assert.equal(bad.stderr, '');
  assert.match(bad.stdout, /missing\.docx[\s\S]*找不到文件[\s\S]*共2份报告：未能检查1份、通过1份/);
  rmSync(join(built.folder, 'schemas'));
  const bug = run(['schema', 'report-2021']);
  assert.equal(bug.exitCode, 3);
  assert.match(bug.stderr, /^程序出现缺陷[\s\S]*\ngov-report \d+\.\d+\.\d+\nnode v\d+[\s\S]*\n {4}at /);
});

test('what the build has compiled is taken where it fits, and missed nowhere', () => {
  const cache = join(built.folder, 'dist', 'cli', 'command.cache');
  const source = readFileSync(join(built.folder, 'dist', 'cli', 'command.js'), 'latin1');
  assert.doesNotMatch(source, /[^\0-\x7f]/, 'one byte a character');
  const cachedData = readFileSync(cache);
  assert.equal(new Script(source, { cachedData }).cachedDataRejected, false);
  const taken = run(['lint', 'wrong.json']);
  writeFileSync(cache, cachedData.subarray(0, 5000));
  assert.deepEqual(run(['lint', 'wrong.json']), taken);
  rmSync(cache);
  assert.deepEqual(run(['lint', 'wrong.json']), taken);
  writeFileSync(cache, cachedData);
});

test('several jobs give the very output of one', () => {
  const one = run(['lint', 'all', 'missing', '-', '--jobs', '1'], clean);
  assert.equal(one.exitCode, 2);
  assert.match(one.stdout, /all\/40\.json/);
  assert.deepEqual(run(['lint', 'all', 'missing', '-', '--jobs', '3'], clean), one);
  const data = run(['lint', 'all', '-f', 'json', '--jobs', '2']);
  assert.deepEqual(
    (JSON.parse(data.stdout) as RunResult).files.map(({ file }) => file),
    Array.from({ length: 40 }, (_, index) => `all/${nameOf(index + 1)}`),
  );
});

test('no more threads are started than two a processor', () => {
  assert.deepEqual(
    [1, 3, 4, 600].map((jobs) => threadCount(jobs, 2)),
    [1, 3, 4, 4],
  );
  assert.equal(run(['lint', 'all', '--jobs', '999999999', '-f', 'compact']).exitCode, 2);
});

test('several jobs know last year’s reports and the configuration of each folder', () => {
  for (const [name, unit] of [
    ['甲', '云岭县人民政府'],
    ['乙', '清河县人民政府'],
  ] as const) {
    mkdirSync(join(folder, 'two', name), { recursive: true });
    const carried = put(baseReport(), '/tables/requests/carriedOver/total', 8);
    for (let index = 0; index < 6; index += 1) writeFileSync(join(folder, 'two', name, `${index}.json`), JSON.stringify(put(carried, '/unit', unit)));
    mkdirSync(join(folder, 'before'), { recursive: true });
    writeFileSync(join(folder, 'before', `${name}.json`), JSON.stringify(put(previousReport(), '/unit', unit)));
  }
  writeFileSync(
    join(folder, 'two/乙/gov-report.config.json'),
    JSON.stringify({ rules: { 'history/carry-over': 'off', 'arithmetic/requests-balance': 'info' } }),
  );
  const one = run(['lint', 'two', '--previous', 'before', '-f', 'json', '--jobs', '1']);
  const { files } = JSON.parse(one.stdout) as RunResult;
  assert.deepEqual(
    files.map(
      (file) =>
        file.status === 'checked' && [
          file.file.slice(0, 5),
          file.checks.previous?.files[0],
          file.diagnostics.filter(({ ruleId }) => ruleId === 'history/carry-over').length,
        ],
    ),
    [...Array(6).fill(['two/乙', 'before/乙.json', 0]), ...Array(6).fill(['two/甲', 'before/甲.json', 1])],
  );
  assert.deepEqual(run(['lint', 'two', '--previous', 'before', '-f', 'json', '--jobs', '3']), one);
});

test('a glob finds its files', () => {
  const { exitCode, stdout } = run(['lint', 'a*/[1-3].json', '-f', 'json']);
  assert.equal(exitCode, 1);
  assert.deepEqual(
    (JSON.parse(stdout) as RunResult).files.map(({ file }) => file),
    ['all/1.json', 'all/2.json', 'all/3.json'],
  );
});

test('a full disk is one sentence and exit code 2', { skip: !existsSync('/dev/full') && 'needs /dev/full' }, () => {
  for (const argv of [['lint', 'clean.json'], ['lint', 'all', '-f', 'json'], ['rules'], ['--help'], ['convert', 'clean.json', '--to', 'xlsx']]) {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [built.bin, ...argv], { cwd: folder, stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, '错误：磁盘空间已满，无法写入。请清理磁盘后再试，原有文件没有改动。\n'], argv.join(' '));
  }
});

test('standard input may be a pipe', () => {
  const { exitCode, stdout } = run(['lint', '-', '-f', 'compact', '--stdin-filename', '邮件.json'], wrong);
  assert.equal(exitCode, 1);
  assert.match(stdout, /^邮件\.json/m);
});

test('a reader that goes away is no fault', unix, async () => {
  const child = spawn(process.execPath, [built.bin, 'lint', 'all', '-f', 'json', '--jobs', '1'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const { code } = await ended(child);
  assert.equal(stderr, '');
  assert.equal(code, 2, 'the exit code is still that of the run');
});

test('a reader that leaves the pipe of another output: no fault behind the shell, one sentence behind a name', unix, () => {
  const shell = (script: string) =>
    spawnSync('bash', ['--norc', '-c', script, process.execPath, built.bin], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  assert.ok(run(['lint', 'all', '-f', 'sarif']).stdout.length > 80_000, 'more than a pipe holds');
  const substituted = shell('"$0" "$1" lint all -f compact -f sarif:>(head -c 9 >/dev/null); echo "$?"');
  assert.equal(substituted.stderr, '');
  assert.deepEqual(substituted.stdout.trimEnd().split('\n').slice(-2), ['共40份报告：不通过13份、未能检查4份、须核实23份；有26处错误、36处警告', '2']);
  const named = shell('mkfifo pipe.sarif; head -c 9 pipe.sarif >/dev/null & "$0" "$1" lint clean.json all -f sarif:pipe.sarif; echo "$?"');
  assert.equal(named.stdout, '2\n');
  assert.equal(named.stderr, '错误：pipe.sarif：读取管道的程序已经退出，输出没有写完。请让它读到结束，或者改为写入普通文件。\n');
});

test('names that are not UTF-8 are found, read and shown, named or in a folder', {
  skip: process.platform !== 'linux' && 'only Linux keeps such names',
}, () => {
  // 报告 in GBK, as archives made on Chinese Windows leave it.
  const name = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]);
  mkdirSync(join(folder, 'gbk'));
  writeFileSync(Buffer.concat([Buffer.from(join(folder, 'gbk/')), name, Buffer.from('.json')]), clean);
  const inFolder = run(['lint', 'gbk', '-f', 'json']);
  assert.equal(inFolder.exitCode, 0);
  assert.equal((JSON.parse(inFolder.stdout) as RunResult).files[0]?.file, 'gbk/报告.json');
  const named = spawnSync('bash', ['-c', `exec "$0" "$1" lint $'gbk/\\xb1\\xa8\\xb8\\xe6.json' -f sarif`, process.execPath, built.bin], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(named.status, 0, named.stderr);
  assert.match(named.stdout, /gbk\/%E6%8A%A5%E5%91%8A\.json/);
  const missing = spawnSync('bash', ['-c', `exec "$0" "$1" lint $'\\xff\\xfe#.docx'`, process.execPath, built.bin], { cwd: folder, encoding: 'utf8' });
  assert.equal(missing.status, 2);
  assert.match(missing.stdout, /找不到文件/);
});

test('an interrupted run leaves no temporary file behind', unix, async () => {
  const child = spawn(process.execPath, [built.bin, 'lint', '-', 'clean.json', '-f', 'json:out.json'], { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] });
  const temporary = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp') || name.includes('out.json'));
  while (temporary().length === 0) await new Promise((done) => setTimeout(done, 5));
  child.kill('SIGINT');
  const { signal } = await ended(child);
  assert.equal(signal, 'SIGINT');
  assert.deepEqual(temporary(), []);
});

/** A run that waits for a pipe which nobody fills, its output begun. */
async function waiting(...outputs: readonly string[]): Promise<{ readonly child: ChildProcess; readonly temporary: () => readonly string[] }> {
  const inside = join(folder, 'waiting');
  rmSync(inside, { recursive: true, force: true });
  mkdirSync(inside);
  spawnSync('mkfifo', ['pipe.docx', 'pipe.json'], { cwd: inside });
  const child = spawn(process.execPath, [built.bin, 'lint', 'pipe.docx', ...outputs], { cwd: inside, stdio: 'ignore' });
  const temporary = (): readonly string[] => readdirSync(inside).filter((name) => name.endsWith('.tmp'));
  while (temporary().length === 0) await new Promise((done) => setTimeout(done, 5));
  return { child, temporary };
}

test('a run that waits for a pipe ends when it is told to, and leaves nothing', unix, async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, temporary } = await waiting('-f', 'json:out.json');
    await new Promise((done) => setTimeout(done, 200));
    child.kill(signal);
    assert.deepEqual([(await ended(child)).signal, temporary()], [signal, []]);
  }
});

test('a run that waits for the reader of its output ends when it is told to', unix, async () => {
  const { child } = await waiting('-f', 'json:out.json', '-f', 'ndjson:pipe.json');
  await new Promise((done) => setTimeout(done, 200));
  child.kill('SIGTERM');
  assert.equal((await ended(child)).signal, 'SIGTERM');
});

test('what a killed run has left is taken away by the next into that folder, and nothing else', unix, async () => {
  const { child, temporary } = await waiting('-f', 'json:out.json');
  const [left] = temporary();
  child.kill('SIGKILL');
  await ended(child);
  assert.deepEqual(temporary(), [left]);
  const inside = join(folder, 'waiting');
  const of = (host: string, pid: number, tail: string): string => `.gov-report-${host}-${pid}-${tail}.tmp`;
  const own = left!.split('-')[2]!;
  const [running, elsewhere, old, before] = [of(own, process.pid, 'a'), of('elsewhere', 1, 'b'), of('elsewhere', 1, 'c'), '.gov-report-123-abc-1.tmp'];
  for (const name of [running, elsewhere, old, before, 'notes.tmp']) writeFileSync(join(inside, name), '');
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const name of [old, before, 'notes.tmp']) utimesSync(join(inside, name), twoDaysAgo, twoDaysAgo);
  assert.equal(run(['lint', 'clean.json', '-f', 'json:waiting/out.json']).exitCode, 0);
  assert.deepEqual(temporary().toSorted(), [running, elsewhere, 'notes.tmp'].toSorted());
});
