/** `gov-report lint` in process: which files are found, where outputs go, exit codes, order. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { nodeFiles } from '../../src/app/node/files.js';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { baseReport, previousReport, put } from '../support/reading.js';
import { type CliSetup, runCli } from '../support/run-cli.js';

const start = process.cwd();
const top = mkdtempSync(join(tmpdir(), 'gov-report-lint-'));
let count = 0;

const clean = JSON.stringify(baseReport());
const warned = JSON.stringify(put(baseReport(), '/title', '云岭县人民政府2024年度政府信息公开工作年度报告'));
const wrong = JSON.stringify(put(baseReport(), '/tables/requests/newlyReceived/total', 9999));

/** Every test has an empty folder of its own to stand in. */
beforeEach(() => {
  count += 1;
  mkdirSync(join(top, String(count)));
  process.chdir(join(top, String(count)));
});

after(() => {
  process.chdir(start);
  rmSync(top, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

async function lintJson(
  paths: readonly string[],
  setup: CliSetup = {},
): Promise<{ readonly exitCode: number; readonly files: readonly FileResult[]; readonly run: RunResult; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await runCli(['lint', ...paths, '-f', 'json'], setup);
  const run = JSON.parse(stdout) as RunResult;
  return { exitCode, files: run.files, run, stderr };
}

const names = (files: readonly FileResult[]): readonly string[] => files.map(({ file }) => file);

test('exit code 0: checked and no error; 1: errors; 2: something could not be checked', async () => {
  write({ 'clean.json': clean, 'wrong.json': wrong, 'broken.json': '{' });
  assert.equal((await lintJson(['clean.json'])).exitCode, 0);
  assert.equal((await lintJson(['clean.json', 'wrong.json'])).exitCode, 1);
  const all = await lintJson(['broken.json', 'wrong.json', 'clean.json']);
  assert.equal(all.exitCode, 2);
  assert.deepEqual(
    all.files.map(({ file, status }) => [file, status]),
    [
      ['broken.json', 'failed'],
      ['wrong.json', 'checked'],
      ['clean.json', 'checked'],
    ],
  );
  assert.deepEqual(all.run.summary.failed, 1);
});

test('--max-warnings makes too many warnings an exit code of 1', async () => {
  write({ 'warned.json': warned });
  const plain = await lintJson(['warned.json']);
  assert.equal(plain.exitCode, 0);
  const { warnings } = plain.run.summary;
  assert.ok(warnings > 0);
  assert.equal((await lintJson(['warned.json', '--max-warnings', String(warnings)])).exitCode, 0);
  assert.equal((await lintJson(['warned.json', '--max-warnings', String(warnings - 1)])).exitCode, 1);
});

test('--rule changes a severity and turns a rule off', async () => {
  write({ 'warned.json': warned });
  const raised = await lintJson(['warned.json', '--rule', 'structure/title:error']);
  assert.equal(raised.exitCode, 1);
  assert.deepEqual(
    raised.files.flatMap((file) => (file.status === 'checked' ? file.diagnostics.map(({ ruleId, severity }) => [ruleId, severity]) : [])),
    [['structure/title', 'error']],
  );
  const off = await lintJson(['warned.json', '--rule', 'structure/title:error', '--rule', 'structure/title:off']);
  assert.equal(off.exitCode, 0);
  assert.equal(off.run.summary.warnings, 0);
});

test('--quiet leaves warnings out of what people read, not out of the count', async () => {
  write({ 'warned.json': warned });
  const { exitCode, stdout } = await runCli(['lint', 'warned.json', '--quiet', '--max-warnings', '0']);
  assert.equal(exitCode, 1);
  assert.doesNotMatch(stdout, /structure\/title/);
});

test('--edition, --year and --unit replace what the report says of itself', async () => {
  write({ 'clean.json': clean });
  const [by] = (await lintJson(['clean.json', '--edition', '2019'])).files;
  assert.equal(by?.status === 'checked' && by.edition, '2019');
  const [year] = (await lintJson(['clean.json', '--year', '2020'])).files;
  assert.equal(year?.status === 'checked' && year.edition, '2019');
});

test('a folder gives the files of known kinds at any depth, in a natural order, without what programs leave there', async () => {
  write({
    '年报/第10稿.json': clean,
    '年报/第2稿.JSON': clean,
    '年报/乡镇/甲.json': clean,
    '年报/~$第2稿.docx': 'x',
    '年报/.hidden.json': clean,
    '年报/.git/x.json': clean,
    '年报/node_modules/a/x.json': clean,
    '年报/照片.png': 'x',
    '年报/说明.txt': '请各单位按时报送。',
    '年报/旧.doc': 'x',
    '年报/扫描.pdf': 'x',
    '年报/乡镇/又一份.pdf': 'x',
  });
  const { exitCode, files, run } = await lintJson(['年报/']);
  assert.deepEqual(
    files.map(({ file, status }) => [file, status]),
    [
      ['年报/乡镇/又一份.pdf', 'failed'],
      ['年报/乡镇/甲.json', 'checked'],
      ['年报/扫描.pdf', 'failed'],
      ['年报/旧.doc', 'failed'],
      ['年报/第2稿.JSON', 'checked'],
      ['年报/第10稿.json', 'checked'],
    ],
  );
  // What may be a report and cannot be read is told as if it had been named; what is none is listed.
  assert.equal(exitCode, 2);
  assert.deepEqual(
    run.skipped,
    [
      { file: '年报/照片.png', reason: 'other-kind' },
      { file: '年报/说明.txt', reason: 'not-a-report' },
      { file: '年报/~$第2稿.docx', reason: 'lock-file' },
    ].toSorted((a, b) => run.skipped!.findIndex(({ file }) => file === a.file) - run.skipped!.findIndex(({ file }) => file === b.file)),
  );
  assert.equal(run.summary.skipped, 3);
  for (const [lang, closing] of [
    ['zh', /个文件已略过\n$/],
    ['en', /3 other files left aside\n$/],
  ] as const) {
    const { stdout } = await runCli(['lint', '年报/', '--lang', lang]);
    for (const name of ['照片.png', '说明.txt', '~$第2稿.docx']) assert.ok(stdout.includes(`  年报/${name}`), name);
    assert.match(stdout, closing);
  }
  for (const format of ['ndjson', 'sarif', 'github', 'junit', 'html', 'markdown', 'csv', 'compact']) {
    const { stdout } = await runCli(['lint', '年报/', '-f', format]);
    assert.ok(decodeURIComponent(stdout.replace(/%(?![0-9A-F]{2})/g, '%25')).includes('照片.png'), format);
  }
  // The shell's *.docx names what Word leaves beside an open document.
  const named = await lintJson(['年报/~$第2稿.docx', '年报/第10稿.json']);
  assert.deepEqual([named.exitCode, names(named.files), named.run.skipped], [0, ['年报/第10稿.json'], [{ file: '年报/~$第2稿.docx', reason: 'lock-file' }]]);
});

test('a file that several links lead to is one file, under the first of its names', {
  skip: process.platform === 'win32' && 'links need a right',
}, async () => {
  write({ '年报/2.json': clean, '年报/乡镇/甲.json': clean, '别处/3.json': clean, '底稿.json': clean });
  symlinkSync('2.json', '年报/1.json');
  symlinkSync('乡镇', '年报/旧乡镇');
  symlinkSync('../别处/3.json', '年报/3.json');
  linkSync('底稿.json', '硬链接.json');
  assert.deepEqual(names((await lintJson(['年报'])).files), ['年报/1.json', '年报/3.json', '年报/乡镇/甲.json']);
  assert.deepEqual(names((await lintJson(['年报/2.json', '年报/1.json', '别处', '年报/*.json'])).files), ['年报/2.json', '别处/3.json']);
  assert.deepEqual(names((await lintJson(['底稿.json', '硬链接.json'])).files), ['底稿.json', '硬链接.json'], 'two names of equal standing');
  write({ '去年/甲.json': JSON.stringify(previousReport()) });
  symlinkSync('甲.json', '去年/乙.json');
  const [compared] = (await lintJson(['底稿.json', '--previous', '去年'])).files;
  assert.deepEqual(compared?.status === 'checked' && compared.checks.previous, { status: 'compared', files: ['去年/乙.json'] });
});

test('a CSV is told as such and ends the run with 2', async () => {
  write({ '年报.csv': '一、总体情况,,\n规章,0,0\n行政许可,12,\n' });
  const { exitCode, stdout } = await runCli(['lint', '年报.csv', '-f', 'compact']);
  assert.equal(exitCode, 2);
  assert.match(stdout, /^年报\.csv:1:1: error input\/csv 这是 CSV 文件（用逗号分隔的数据），不是年度报告文档。请提供报告的 Word 文档/);
});

test('a file that is named is always tried, and read by its content', async () => {
  write({ 'report.dat': clean, '旧.doc': 'x' });
  const { files } = await lintJson(['report.dat', '旧.doc']);
  assert.deepEqual(
    files.map(({ status }) => status),
    ['checked', 'failed'],
  );
});

test('each file is checked once, in the order named', async () => {
  write({ 'b.json': clean, 'a.json': clean, 'c/d.json': clean });
  assert.deepEqual(names((await lintJson(['b.json', './a.json', '.', 'c', join(process.cwd(), 'a.json')])).files), ['b.json', 'a.json', 'c/d.json']);
});

test('folders that exist under their very names are no part of a pattern', async () => {
  write({ '年报(2024)/a.json': clean, '年报[终]/{甲}/b.json': clean, '乡镇/年报(2024)/c.json': clean, '年报2024/d.json': clean });
  assert.deepEqual(names((await lintJson(['年报(2024)/*.json'])).files), ['年报(2024)/a.json']);
  assert.deepEqual(names((await lintJson(['年报[终]/{甲}/*.json'])).files), ['年报[终]/{甲}/b.json']);
  assert.deepEqual(names((await lintJson(['*/年报(2024)/*.json'])).files), ['乡镇/年报(2024)/c.json']);
  assert.deepEqual(names((await lintJson(['年报@(2024|2025)/*.json'])).files), ['年报2024/d.json']);
});

test('globs find files, and a path that exists is never a glob', async () => {
  write({ 'x/报告[1].json': clean, 'x/报告1.json': clean, 'x/y/报告2.json': clean, 'x/note.bin': clean, 'x/~$报告1.json': 'x' });
  assert.deepEqual(names((await lintJson(['x/**/*.json'])).files), ['x/y/报告2.json', 'x/报告1.json', 'x/报告[1].json']);
  assert.deepEqual(names((await lintJson(['x/报告[1].json'])).files), ['x/报告[1].json']);
  assert.deepEqual(names((await lintJson(['x/{报告1,note}.*'])).files), ['x/note.bin', 'x/报告1.json']);
});

test('every kind that reports come in is read in a folder', async () => {
  write(
    Object.fromEntries(['docx', 'docm', 'txt', 'md', 'markdown', 'html', 'htm', 'xhtml', 'json', 'doc', 'wps', 'dotx'].map((kind) => [`k/a.${kind}`, clean])),
  );
  const { files } = await lintJson(['k']);
  assert.deepEqual(
    names(files),
    ['doc', 'docm', 'docx', 'dotx', 'htm', 'html', 'json', 'markdown', 'md', 'txt', 'wps', 'xhtml'].map((kind) => `k/a.${kind}`),
  );
});

test('nothing to check is said once', async () => {
  write({ 'gov-report.config.json': '{}' });
  const said = '未能检查：没有可检查的文件\n';
  assert.deepEqual(await runCli(['lint', 'gov-report.config.json']), { exitCode: 2, stdout: said, stderr: '' });
  assert.equal((await runCli(['lint', 'gov-report.config.json', '-f', 'json'])).stderr, said);
});

test('what matches nothing is a sentence and exit code 2', async () => {
  mkdirSync('empty');
  write({ 'docs/a.png': 'x', 'clean.json': clean });
  const cases: readonly (readonly [string, string, string])[] = [
    ['missing.docx', 'not-found', '找不到文件。'],
    ['*.docx', 'nothing-matched', '没有文件与这个通配符匹配。'],
    ['empty', 'nothing-matched', '文件夹中没有可检查的文件。'],
    ['docs', 'nothing-matched', '文件夹中没有可检查的文件。'],
  ];
  for (const [path, code, message] of cases) {
    const { exitCode, files, stderr } = await lintJson([path, 'clean.json']);
    assert.equal(exitCode, 2, path);
    const [first, second] = files;
    assert.equal(first?.status === 'failed' && first.error.code, code);
    assert.equal(first?.status === 'failed' && first.error.message, message);
    assert.equal(second?.status, 'checked', 'the others go on');
    const help = first?.status === 'failed' ? first.error.help : '';
    assert.ok(stderr.startsWith(`${path}：${message}${help}\n`), stderr);
    for (const format of ['pretty', 'compact'])
      assert.ok(!(await runCli(['lint', path, '-f', format])).stderr.includes(message), `${format} has said so itself`);
  }
});

test('an output that lies in the folder is no input, and nothing is left to check is said', async () => {
  write({ 'out/result.json': '{}' });
  const { exitCode, stderr } = await runCli(['lint', 'out', '-f', 'json:out/result.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /文件夹中没有可检查的文件/);
  write({ 'out/a.json': clean });
  assert.equal((await runCli(['lint', 'out', '-f', 'json:out/result.json'])).exitCode, 0);
  assert.deepEqual(names((JSON.parse(readFileSync('out/result.json', 'utf8')) as RunResult).files), ['out/a.json']);
});

test('several outputs in one run, each whole, and what they say is the same', async () => {
  write({ 'wrong.json': wrong });
  const { exitCode, stdout, stderr } = await runCli([
    'lint',
    'wrong.json',
    '-f',
    'pretty',
    '-f',
    'sarif:结果 1.sarif',
    '-f',
    'json:r.json',
    '--format=ndjson:r.ndjson',
  ]);
  assert.equal(exitCode, 1);
  assert.equal(stderr, '');
  assert.match(stdout, /不通过：有2处错误/);
  const run = JSON.parse(readFileSync('r.json', 'utf8')) as RunResult;
  const sarif = JSON.parse(readFileSync('结果 1.sarif', 'utf8')) as { readonly runs: readonly [{ readonly results: readonly unknown[] }] };
  assert.equal(sarif.runs[0].results.length, run.summary.errors + run.summary.warnings + run.summary.infos);
  assert.deepEqual(readdirSync('.').sort(), ['r.json', 'r.ndjson', 'wrong.json', '结果 1.sarif']);
});

test('when nothing goes to standard output, the verdict goes to standard error', async () => {
  write({ 'clean.json': clean });
  assert.deepEqual(await runCli(['lint', 'clean.json', '-f', 'json:r.json']), { exitCode: 0, stdout: '', stderr: '通过：没有发现问题\n' });
});

test('an input is never written over, under whatever name', async () => {
  write({ 'a.json': clean });
  linkSync('a.json', 'hard.json');
  symlinkSync('a.json', 'soft.json');
  for (const output of ['a.json', './a.json', join(process.cwd(), 'a.json'), 'hard.json', 'soft.json']) {
    const { exitCode, stderr } = await runCli(['lint', 'a.json', '-f', `json:${output}`]);
    assert.equal(exitCode, 2, output);
    assert.equal(stderr.split('\n')[0], `错误：${output}：输出文件就是输入文件，没有写入。请换一个输出文件名。`);
    assert.equal(readFileSync('a.json', 'utf8'), clean);
  }
  symlinkSync('.', 'same');
  for (const twice of ['./r.json', 'same/r.json']) {
    const { exitCode, stderr } = await runCli(['lint', 'a.json', '-f', 'json:r.json', '-f', `sarif:${twice}`]);
    assert.equal(exitCode, 2);
    assert.ok(stderr.startsWith(`错误：两项输出写入同一个文件 ${twice}\n`), stderr);
  }
  assert.equal(existsSync('r.json'), false);
});

test('the system is heard between two files: a run of many can be interrupted', async () => {
  const names = ['1.json', '2.json', '3.json'];
  write(Object.fromEntries(names.map((name) => [name, clean])));
  const heard: boolean[] = [];
  const read = (path: string): Promise<Uint8Array> => {
    const at = heard.push(false) - 1;
    setImmediate(() => {
      heard[at] = true;
    });
    if (at === 2) assert.deepEqual(heard, [true, true, false]);
    return nodeFiles.read(path);
  };
  const files = { ...nodeFiles, read };
  assert.equal((await runCli(['lint', ...names], { host: { files } })).exitCode, 0);
  assert.equal(heard.length, 3);
});

test('- as the name of an output is standard output', async () => {
  write({ 'a.json': clean });
  assert.deepEqual(await runCli(['lint', 'a.json', '-f', 'compact:-']), await runCli(['lint', 'a.json', '-f', 'compact']));
  assert.deepEqual(await runCli(['convert', 'a.json', '-o', '-']), await runCli(['convert', 'a.json']));
  assert.deepEqual(readdirSync('.'), ['a.json']);
});

test('a name that leaves no room for another may be an output', async () => {
  const name = `${'关'.repeat(83)}.json`;
  write({ 'a.json': clean });
  assert.equal((await runCli(['lint', 'a.json', '-f', `json:${name}`])).exitCode, 0);
  assert.deepEqual(readdirSync('.').sort(), ['a.json', name].sort());
});

test('a file that may not be written is not replaced', { skip: process.getuid?.() === 0 && 'root may write everything' }, async () => {
  write({ 'a.json': clean, 'kept.json': 'kept' });
  chmodSync('kept.json', 0o444);
  const { exitCode, stderr } = await runCli(['convert', 'a.json', '-o', 'kept.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /^错误：kept\.json：没有权限打开/);
  assert.equal(readFileSync('kept.json', 'utf8'), 'kept');
});

test('an output that cannot be written is said before anything is checked, and leaves nothing behind', async () => {
  write({ 'a.json': clean });
  const { exitCode, stdout, stderr } = await runCli(['lint', 'a.json', '-f', 'pretty', '-f', 'json:r.json', '-f', 'sarif:no/such/folder.sarif']);
  assert.equal(exitCode, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^错误：no\/such\/folder\.sarif：输出文件所在的文件夹不存在，没有写入。请先建立文件夹/);
  assert.deepEqual(readdirSync('.'), ['a.json']);
});

test('a bug names the file, and the output is whole', async () => {
  write({ 'a.json': clean, 'r.json': 'old' });
  const read = (): never => {
    throw new TypeError('unexpected');
  };
  const { exitCode, stderr } = await runCli(['lint', 'a.json', '-f', 'json:r.json'], { host: { files: { ...nodeFiles, read } } });
  assert.equal(exitCode, 3);
  assert.match(stderr, /1 个文件没有检查：a\.json[\s\S]*TypeError: unexpected/);
  assert.deepEqual((JSON.parse(readFileSync('r.json', 'utf8')) as RunResult).summary.crashed, 1);
  assert.deepEqual(readdirSync('.').sort(), ['a.json', 'r.json']);
});

test('standard input has the name it is given', async () => {
  const { files } = await lintJson(['-', '-', '--stdin-filename', '来自邮件.json'], { stdin: clean });
  assert.deepEqual(names(files), ['来自邮件.json']);
  assert.deepEqual(names((await lintJson(['-'], { stdin: clean })).files), ['<标准输入>']);
  assert.deepEqual(names((await lintJson(['-', '--lang', 'en'], { stdin: clean })).files), ['<stdin>']);
});

test('a file larger than 200 MB is refused unread', async () => {
  write({ 'big.docx': '' });
  truncateSync('big.docx', 201 * 1024 * 1024);
  const [result] = (await lintJson(['big.docx'])).files;
  assert.equal(result?.status === 'failed' && result.error.code, 'too-big');
});

test('folders and files that cannot be opened are results of their own', { skip: process.platform === 'win32' && 'no such permissions' }, async () => {
  write({ 'top/closed/a.json': clean, 'top/b.json': clean, 'top/c.json': clean });
  chmodSync('top/closed', 0);
  chmodSync('top/b.json', 0);
  // Root may open everything, so somebody else has to try.
  const root = process.getuid?.() === 0;
  chmodSync(top, 0o755);
  if (root) process.seteuid?.(65534);
  const { exitCode, files } = await lintJson(['top']).finally(() => {
    if (root) process.seteuid?.(0);
    chmodSync('top/closed', 0o755);
  });
  assert.equal(exitCode, 2);
  assert.deepEqual(
    files.map((result) => [result.file, result.status === 'failed' ? result.error.code : 'checked']),
    [
      ['top/b.json', 'no-permission'],
      ['top/c.json', 'checked'],
      ['top/closed', 'no-permission'],
    ],
  );
});

test('a folder that links to itself is walked once', async () => {
  write({ 'top/sub/a.json': clean });
  symlinkSync('..', 'top/sub/loop');
  assert.deepEqual(names((await lintJson(['top'])).files), ['top/sub/a.json']);
});

test('a progress line is for terminals only, and is taken away', async () => {
  for (let index = 0; index < 5; index += 1) write({ [`all/${index}.json`]: clean });
  assert.equal((await runCli(['lint', 'all'])).stderr, '');
  const { stderr } = await runCli(['lint', 'all'], { stderrTTY: true });
  assert.match(stderr, /^\r\x1b\[K正在检查 1\/5/);
  assert.ok(stderr.endsWith('\r\x1b[K'));
  assert.equal((await runCli(['lint', 'all/0.json'], { stderrTTY: true })).stderr, '');
});

test('colours follow the option, then FORCE_COLOR, then NO_COLOR, then the terminal', async () => {
  write({ 'wrong.json': wrong });
  const colored = async (argv: readonly string[], env: Readonly<Record<string, string>>, stdoutTTY: boolean): Promise<boolean> =>
    (await runCli(['lint', 'wrong.json', ...argv], { env, stdoutTTY })).stdout.includes('\x1b[');
  assert.equal(await colored([], {}, false), false);
  assert.equal(await colored([], {}, true), true);
  assert.equal(await colored([], { NO_COLOR: '1' }, true), false);
  assert.equal(await colored([], { NO_COLOR: '' }, true), true);
  assert.equal(await colored([], { TERM: 'dumb' }, true), false);
  assert.equal(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' }, false), true);
  assert.equal(await colored([], { FORCE_COLOR: '0' }, true), false);
  assert.equal(await colored(['--color'], { NO_COLOR: '1', FORCE_COLOR: '0' }, false), true);
  assert.equal(await colored(['--no-color'], { FORCE_COLOR: '1' }, true), false);
  const { stdout } = await runCli(['lint', 'wrong.json', '-f', 'pretty:r.txt', '--color']);
  assert.equal(stdout, '');
  assert.doesNotMatch(readFileSync('r.txt', 'utf8'), /\x1b/);
});
