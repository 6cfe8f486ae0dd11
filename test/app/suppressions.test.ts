/** Findings that were accepted with a reason. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { folderOf, matchesGlob, pathFrom } from '../../src/base/glob.js';
import type { Diagnostic, FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { loadReporter, render } from '../../src/write/result/index.js';
import { catalogue } from '../support/diagnostics.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, previousReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const report = baseReport();
const doubled = put(report, '/title', '云岭县人民政府2024年度政府信息公开工作年度报告');
const wrong = put(doubled, '/tables/requests/newlyReceived/total', 9999);

type Checked = Extract<FileResult, { status: 'checked' }>;

async function run(
  argv: readonly string[],
): Promise<{ readonly exitCode: number; readonly run: RunResult; readonly files: readonly Checked[]; readonly stderr: string }> {
  const { exitCode, stdout, stderr } = await runCli(['lint', ...argv, '-f', 'json']);
  const result = JSON.parse(stdout) as RunResult;
  return { exitCode, run: result, files: result.files as readonly Checked[], stderr };
}

async function fingerprints(file: string): Promise<ReadonlyMap<string, string>> {
  const { files } = await run([file, '--no-config']);
  return new Map(files[0]!.diagnostics.map(({ ruleId, fingerprint }) => [ruleId, fingerprint]));
}

const suppressed = (files: readonly Checked[]): readonly string[] =>
  files.flatMap(({ file, diagnostics }) => diagnostics.flatMap((diagnostic) => (diagnostic.suppressed ? [`${file} ${diagnostic.ruleId}`] : [])));

test('a suppressed finding stays in the data with its reason, counts for nothing and is counted as such', async () => {
  write({ 'a.json': wrong });
  const known = await fingerprints('a.json');
  const before = await run(['a.json']);
  assert.equal(before.exitCode, 1);
  const errors = before.files[0]!.diagnostics.filter(({ severity }) => severity === 'error');
  write({
    'gov-report.suppressions.json': {
      suppressions: [...new Set(errors.map(({ fingerprint }) => fingerprint))].map((fingerprint) => ({
        fingerprint,
        reason: '已向统计部门核实',
        author: '张三',
        until: '2026年3月底',
      })),
    },
  });
  const after = await run(['a.json']);
  assert.equal(after.exitCode, 0);
  assert.equal(after.stderr, '');
  assert.deepEqual(after.run.summary, { ...before.run.summary, errors: 0, suppressed: errors.length, verdicts: { pass: 0, review: 1, fail: 0, unchecked: 0 } });
  assert.equal(after.files[0]!.diagnostics.length, before.files[0]!.diagnostics.length);
  assert.deepEqual(after.files[0]!.diagnostics.find(({ severity }) => severity === 'error')?.suppressed, {
    reason: '已向统计部门核实',
    author: '张三',
    until: '2026年3月底',
  });
  assert.ok(before.files[0]!.corrections.length > 0);
  assert.deepEqual(after.files[0]!.corrections, [], 'nothing is proposed for what is accepted');
  assert.equal(known.size > 1, true);
});

test('people see the rest and how many there are', async () => {
  write({ 'a.json': doubled });
  const known = await fingerprints('a.json');
  write({ 's.json': { suppressions: [{ fingerprint: known.get('structure/title'), reason: '标题按上级要求' }] } });
  const show = async (format: string, argv: readonly string[] = []): Promise<string> =>
    (await runCli(['lint', 'a.json', '--suppressions', 's.json', '-f', format, ...argv])).stdout;
  assert.match(await show('pretty'), /✓ 通过：没有发现问题，已豁免1处\n[\s\S]*\n通过：没有发现问题，已豁免1处\n$/);
  assert.match(await show('pretty', ['--lang', 'en']), /✓ Pass: nothing found, 1 suppressed\n[\s\S]*\nPass: nothing found, 1 suppressed\n$/);
  for (const format of ['pretty', 'compact', 'github', 'junit']) assert.doesNotMatch(await show(format), /structure\/title/, format);
  const sarif = JSON.parse(await show('sarif')) as { readonly runs: readonly [{ readonly results: readonly { readonly suppressions: unknown }[] }] };
  assert.deepEqual(
    sarif.runs[0].results.map(({ suppressions }) => suppressions),
    [[{ kind: 'external', status: 'accepted', justification: '标题按上级要求' }]],
  );
  assert.equal((await runCli(['lint', 'a.json', '--suppressions', 's.json', '--max-warnings', '0'])).exitCode, 0);
  assert.equal((await runCli(['lint', 'a.json', '--max-warnings', '0'])).exitCode, 1);
});

test('pretty shows fingerprints when asked', async () => {
  write({ 'a.json': doubled });
  const known = await fingerprints('a.json');
  assert.ok((await runCli(['lint', 'a.json', '--fingerprints'])).stdout.includes(`structure/title ${known.get('structure/title')}\n`));
  assert.ok(!(await runCli(['lint', 'a.json'])).stdout.includes(known.get('structure/title')!));
});

test('the file is the one of the option, else of the configuration, else the nearest; it is no report', async () => {
  write({ 'a/b/a.json': doubled });
  const fingerprint = (await fingerprints('a/b/a.json')).get('structure/title');
  const entries = (reason: string): object => ({ suppressions: [{ fingerprint, reason }] });
  const reason = async (argv: readonly string[] = []): Promise<string | undefined> => {
    const { files } = await run(['.', ...argv]);
    assert.deepEqual(
      files.map(({ file }) => file),
      ['a/b/a.json'],
    );
    return files[0]!.diagnostics[0]!.suppressed?.reason;
  };
  assert.equal(await reason(), undefined);
  write({ 'gov-report.suppressions.json': entries('顶层') });
  assert.equal(await reason(), '顶层');
  write({ 'a/gov-report.suppressions.json': entries('最近') });
  assert.equal(await reason(), '最近');
  write({ 'gov-report.config.json': { suppressions: 'a/豁免.json' }, 'a/豁免.json': entries('配置指定') });
  assert.equal(await reason(), '配置指定');
  write({ 'own.json': entries('选项指定') });
  assert.equal(await reason(['--suppressions', 'own.json']), '选项指定');
  const { files } = await run(['a/b', '--no-config']);
  assert.equal(files[0]!.diagnostics[0]!.suppressed, undefined);
});

test('an entry may be for some files and for one rule', async () => {
  write({ 'x/a.json': doubled, 'x/y/a.json': doubled, 'b.json': doubled });
  const fingerprint = (await fingerprints('b.json')).get('structure/title');
  const matched = async (entry: object): Promise<readonly string[]> => {
    write({ 'gov-report.suppressions.json': { suppressions: [{ fingerprint, reason: '核实', ...entry }] } });
    return suppressed((await run(['.'])).files).map((line) => line.split(' ')[0]!);
  };
  assert.deepEqual(await matched({}), ['b.json', 'x/a.json', 'x/y/a.json']);
  assert.deepEqual(await matched({ file: 'x/*' }), ['x/a.json']);
  assert.deepEqual(await matched({ file: 'x/**' }), ['x/a.json', 'x/y/a.json']);
  assert.deepEqual(await matched({ file: 'a.json' }), ['x/a.json', 'x/y/a.json']);
  assert.deepEqual(await matched({ file: 'x\\y\\a.json' }), ['x/y/a.json']);
  assert.deepEqual(await matched({ rule: 'structure/title' }), ['b.json', 'x/a.json', 'x/y/a.json']);
  assert.deepEqual(await matched({ rule: 'cells/blank' }), []);
});

test('entries that match nothing are named with their line, unless nobody looked', async () => {
  write({ 'a.json': report, 'b.json': doubled, 'broken.json': '{' });
  const fingerprint = (await fingerprints('b.json')).get('structure/title');
  const dead = '0123456789abcdef';
  const lines = (...entries: readonly object[]): string => `{ "suppressions": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n] }`;
  write({
    'gov-report.suppressions.json': lines(
      { fingerprint, reason: '有效' },
      { fingerprint: dead, reason: '已经改正' },
      { fingerprint: dead, reason: '别的文件', file: 'c.json' },
      { fingerprint: dead, reason: '规则关闭', rule: 'cells/blank' },
      { fingerprint, reason: '只用于 a', file: 'a.json' },
    ),
  });
  const stale = async (argv: readonly string[]): Promise<readonly string[]> => (await run(argv)).stderr.split('\n').filter((line) => line.includes('豁免'));
  // The entries of lines 2 and 3 may be for any file of the folder: only a run over all of it can know.
  assert.deepEqual(await stale(['a.json']), [`警告：gov-report.suppressions.json 第 6 行的豁免没有对应的问题，可以删去：${fingerprint}（只用于 a）`]);
  assert.deepEqual(await stale(['b.json']), []);
  rmSync('broken.json');
  assert.deepEqual(await stale(['.', '--rule', 'cells/blank:off']), [
    '警告：gov-report.suppressions.json 第 3 行的豁免没有对应的问题，可以删去：0123456789abcdef（已经改正）',
    `警告：gov-report.suppressions.json 第 6 行的豁免没有对应的问题，可以删去：${fingerprint}（只用于 a）`,
  ]);
  assert.equal((await stale(['.'])).length, 3, 'that of the rule that ran, too');
  assert.equal((await runCli(['lint', '.', '--quiet'])).stderr, '');
  assert.match((await runCli(['lint', '.', '--lang', 'en'])).stderr, /^warning: the suppression on line 3 of gov-report\.suppressions\.json matches nothing/);
});

const malformed: readonly (readonly [string, string, string])[] = [
  ['{ "suppressions": [\n{ "fingerprint": "0123456789abcdef" } ] }', '第 2 行 /suppressions/0 缺少“reason”', 'line 2: /suppressions/0 lacks “reason”'],
  [
    '{ "suppressions": [\n{ "fingerprint": "0123456789abcdef",\n"reason": "  " } ] }',
    '第 3 行 /suppressions/0/reason 应为非空白的文字',
    'line 3: /suppressions/0/reason must be a text that is not blank',
  ],
  [
    '{ "suppressions": [{ "fingerprint": "XYZ", "reason": "x" }] }',
    '第 1 行 /suppressions/0/fingerprint 应为 16 位的指纹',
    'line 1: /suppressions/0/fingerprint must be a fingerprint',
  ],
  [
    '{ "suppressions": [{ "fingerprint": "0123456789abcdef", "reason": "x", "files": "a" }] }',
    '第 1 行 /suppressions/0 中有不认识的键“files”',
    'line 1: /suppressions/0 has the unknown key “files”',
  ],
  ['{}', '第 1 行 最外层缺少“suppressions”', 'line 1: the top level lacks “suppressions”'],
];

test('a malformed file is one sentence with its line and exit code 2', async () => {
  for (const [text, zh, en] of malformed) {
    write({ 'a.json': report, 'gov-report.suppressions.json': text.replaceAll('\n', '\r\n') });
    const chinese = await runCli(['lint', 'a.json']);
    assert.equal(chinese.exitCode, 2);
    assert.equal(chinese.stdout, '');
    assert.ok(chinese.stderr.startsWith(`错误：gov-report.suppressions.json：${zh}`), chinese.stderr);
    const english = await runCli(['lint', 'a.json', '--lang', 'en']);
    assert.ok(english.stderr.startsWith(`error: gov-report.suppressions.json: ${en}`), english.stderr);
  }
  write({ 'sub/a.json': report, 'sub/gov-report.config.json': { suppressions: '没有.json' } });
  const { exitCode, stderr } = await runCli(['lint', 'sub/a.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /^错误：sub\/没有\.json：找不到文件/);
});

test('a file named on the command line is found from the working folder, and its patterns from its own', async () => {
  write({ 'towns/a.json': wrong, 'other/a.json': wrong });
  const known = await fingerprints('towns/a.json');
  const entries = [...known.values()].map((fingerprint) => ({ fingerprint, reason: '核实', file: '../towns/*.json' }));
  write({ 'kept/s.json': { suppressions: entries } });
  const { files, stderr } = await run(['towns/a.json', 'other/a.json', '--suppressions', 'kept/s.json']);
  assert.deepEqual([...new Set(suppressed(files).map((line) => line.split(' ')[0]))], ['towns/a.json']);
  assert.equal(stderr, '');
  const folder = await run(['kept', 'towns', '--suppressions', 'kept/s.json']);
  assert.deepEqual(
    folder.run.files.map(({ file }) => file),
    ['kept', 'towns/a.json'],
  );
  assert.equal((await runCli(['lint', 'towns/a.json', '--suppressions', 'kept/s.json', '-f', 'json:kept/s.json'])).exitCode, 2);
});

test('neither file is written over', async () => {
  write({ 'a.json': report, 'gov-report.suppressions.json': { suppressions: [] }, 'gov-report.config.json': {} });
  for (const name of ['gov-report.suppressions.json', 'gov-report.config.json']) {
    const before = readFileSync(name, 'utf8');
    assert.equal((await runCli(['lint', 'a.json', '-f', `json:${name}`])).exitCode, 2);
    assert.equal(readFileSync(name, 'utf8'), before);
  }
});

test('what a run with suppressions, baseline and last year’s report prints is what our schemas say', async () => {
  write({ 'a.json': doubled, 'b.json': wrong, 'old.json': previousReport() });
  await runCli(['lint', 'a.json', '-f', 'json:known.json']);
  const [error] = (await run(['b.json'])).files[0]!.diagnostics.filter(({ severity }) => severity === 'error');
  const entries = { suppressions: [{ fingerprint: error!.fingerprint, reason: '核实', author: '张三', until: '年底', rule: error!.ruleId, file: '*.json' }] };
  write({ 's.json': entries });
  const { run: result } = await run(['a.json', 'b.json', '--suppressions', 's.json', '--baseline', 'known.json', '--previous', 'old.json']);
  // b.json is of the same unit and year: its title was known too.
  assert.deepEqual([result.summary.suppressed, result.summary.known], [1, 2]);
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const valid = (name: string, value: unknown): boolean => {
    const validate = ajv.compile(JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), 'utf8')) as object);
    return validate(value) || assert.fail(JSON.stringify(validate.errors));
  };
  assert.ok(valid('diagnostics', result));
  assert.ok(valid('suppressions', entries));
});

test('paths of Windows are matched like any other', () => {
  assert.equal(folderOf('C:\\年报\\gov-report.suppressions.json'), 'C:/年报');
  assert.equal(pathFrom('C:/年报', 'C:\\年报\\乡镇\\甲.docx'), '乡镇/甲.docx');
  assert.equal(pathFrom('C:\\年报\\', 'D:\\甲.docx'), 'D:/甲.docx');
  assert.equal(pathFrom('/a', '/ab/c'), '../ab/c');
  assert.equal(pathFrom('/a/b', '/c.docx'), '../../c.docx');
  assert.equal(pathFrom('/a', '<stdin>'), '<stdin>');
  assert.equal(pathFrom('', '/c.docx'), 'c.docx');
  assert.ok(matchesGlob('乡镇\\*.docx', '乡镇/甲.docx'));
  assert.ok(matchesGlob('**/甲.docx', '甲.docx'));
  assert.ok(matchesGlob('**/甲.docx', 'a/b/甲.docx'));
  assert.ok(!matchesGlob('乡镇/*.docx', '乡镇/下/甲.docx'));
  assert.ok(matchesGlob('甲?(1).docx', 'x/甲乙(1).docx'));
  assert.ok(!matchesGlob('a.docx', 'abdocx'));
  assert.ok(matchesGlob('./a/b[1].docx', 'a/b[1].docx'));
});

test('no reporter for people speaks of a suppressed finding', async () => {
  const accepted = { reason: '核实' };
  write({ 'a.json': wrong });
  const { run: result } = await run(['a.json']);
  const files = result.files.map((file) =>
    file.status === 'checked' ? { ...file, diagnostics: file.diagnostics.map((one): Diagnostic => ({ ...one, suppressed: accepted })) } : file,
  );
  const options = { lang: 'zh', color: 0, width: 80, catalogue, toolVersion: '0' } as const;
  for (const format of ['pretty', 'compact', 'github', 'junit'] as const) {
    const text = render(await loadReporter(format), { ...result, files }, options);
    assert.doesNotMatch(text, /requests-row-total|requests-balance/, format);
  }
});
