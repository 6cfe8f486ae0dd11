/** The configuration file: which one is valid, what goes first, and how a wrong one is told. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import { mergeProfile, parseConfig } from '../../src/app/config/config.js';
import { InputError } from '../../src/base/errors.js';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put, without } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const report = baseReport();
const doubled = put(report, '/title', '云岭县人民政府2024年度政府信息公开工作年度报告');

type Checked = Extract<FileResult, { status: 'checked' }>;

async function run(argv: readonly string[], stdin = ''): Promise<{ readonly exitCode: number; readonly files: readonly Checked[] }> {
  const { exitCode, stdout } = await runCli(['lint', ...argv, '-f', 'json', '--rule', 'rollup/duplicate-unit:off'], { stdin });
  return { exitCode, files: (JSON.parse(stdout) as RunResult).files as readonly Checked[] };
}

const found = ({ file, diagnostics }: Checked): readonly string[] => [file, ...diagnostics.map(({ ruleId, severity }) => `${ruleId}:${severity}`)];

test('the nearest configuration upward is valid, alone, for each file by itself; it is no report', async () => {
  write({
    'gov-report.config.json': { rules: { 'structure/title': 'error' } },
    'a.json': doubled,
    'sub/b.json': doubled,
    'sub/deep/gov-report.config.json': { rules: { 'structure/title': 'info' } },
    'sub/deep/er/c.json': doubled,
    'off/gov-report.config.json': { rules: { 'structure/title': 'off' } },
    'off/d.json': doubled,
  });
  const { exitCode, files } = await run(['.']);
  assert.equal(exitCode, 1);
  assert.deepEqual(files.map(found), [
    ['a.json', 'structure/title:error'],
    ['off/d.json'],
    ['sub/b.json', 'structure/title:error'],
    ['sub/deep/er/c.json', 'structure/title:info'],
  ]);
  assert.deepEqual((await run(['**/*.json'])).files.map(found), files.map(found), 'globs leave it out too');
  const stdin = await run(['-', '--stdin-filename', 'x.json'], JSON.stringify(doubled));
  assert.deepEqual(stdin.files.map(found), [['x.json', 'structure/title:error']], 'standard input goes by the working folder');
});

test('--config names one for all files, --no-config leaves all aside', async () => {
  write({ 'gov-report.config.json': { rules: { 'structure/title': 'error' } }, 'own.json': { rules: { 'structure/title': 'off' } }, 'a/a.json': doubled });
  assert.deepEqual((await run(['a', '--config', 'own.json'])).files.map(found), [['a/a.json']]);
  assert.deepEqual((await run(['a', '--no-config'])).files.map(found), [['a/a.json', 'structure/title:warning']]);
  assert.deepEqual((await run(['.', '--config', 'own.json'])).files.map(found), [['a/a.json']], 'the file named is no report');
});

test('the command line goes first, rule by rule and fact by fact', async () => {
  write({
    'gov-report.config.json': { rules: { 'structure/title': 'error', 'cells/blank': 'off' }, year: 2020, unit: '云岭县' },
    'a.json': put(doubled, '/tables/requests/outcomes/granted/enterprise', null),
  });
  const { files } = await run(['a.json', '--rule', 'structure/title:info', '--year', '2024']);
  assert.equal(files[0]?.edition, '2021');
  assert.ok(found(files[0]!).includes('structure/title:info'));
  assert.ok(!files[0]!.diagnostics.some(({ ruleId }) => ruleId === 'cells/blank'));
  assert.equal((await run(['a.json'])).files[0]?.edition, '2019', 'without the option the year of the configuration counts');
  assert.deepEqual(
    mergeProfile(
      { $schema: 'x', rules: { a: 'off', b: 'error' }, year: 2020, unit: '甲', suppressions: 'x' },
      { severities: { b: 'info' }, ruleOptions: { year: 2024 } },
    ),
    { severities: { a: 'off', b: 'info' }, ruleOptions: { year: 2024, unit: '甲' } },
  );
});

test('every key changes what is found', async () => {
  const regulations = put(put(report, '/tables/disclosure/regulations/inForce', 3), '/unit', '云岭市人民政府');
  const cases: readonly (readonly [object, object, readonly string[], readonly string[]])[] = [
    [{ edition: '2019' }, report, [], ['edition/superseded-table:error']],
    [{ year: 2025 }, report, [], ['identity/year:error']],
    [{ ruleMakingPower: false }, regulations, [], ['identity/rule-making-power:warning']],
    [{ deadline: '01-15' }, report, [], ['identity/year:warning']],
    [{ unitClass: 'department' }, put(report, '/closing/1', '2025年2月20日'), [], ['identity/year:warning']],
    [
      { unit: '云岭县水务局' },
      put(report, '/sections/0/paragraphs/5', '（五）监督保障。明确专人负责，全年组织业务培训两次。'),
      ['structure/overview-topics:warning'],
      [],
    ],
  ];
  for (const [config, content, without_, with_] of cases) {
    write({ 'gov-report.config.json': config, 'a.json': content });
    const rules = [...without_, ...with_].map((finding) => finding.split(':')[0]);
    const of = async (argv: readonly string[]): Promise<readonly string[]> =>
      found((await run(['a.json', ...argv])).files[0]!).filter((finding) => rules.includes(finding.split(':')[0]!));
    assert.deepEqual(await of(['--no-config']), without_, JSON.stringify(config));
    const now = await of([]);
    assert.deepEqual([...new Set(now)], with_, JSON.stringify(config));
  }
});

test('byte order marks, line ends of Windows and other encodings are read', async () => {
  const text = '{\n  "rules": {\n    "structure/title": "error"\n  },\n  "unit": "云岭县人民政府"\n}\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  write({ 'a.json': doubled });
  for (const content of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), `\ufeff${text.replaceAll('\n', '\r\n')}`, utf16]) {
    write({ 'gov-report.config.json': content });
    assert.deepEqual((await run(['a.json'])).files.map(found), [['a.json', 'structure/title:error']]);
  }
});

const wrong: readonly (readonly [name: string, text: string, zh: string, en: string])[] = [
  ['no JSON', '{\r\n  "year": 2024,\r\n  rules: {}\r\n}', '不是有效的 JSON：第 3 行第 3 列', 'This is no valid JSON: at line 3, column 3'],
  ['empty', '  \n', '文件是空的', 'the file is empty'],
  ['two', '{}\n{}', '只能有一个 JSON 对象', 'there must be a single JSON object'],
  ['no object', '[]', '第 1 行 最外层应为对象，却是 []', 'line 1: the top level must be an object, not []'],
  [
    'unknown key',
    '{\n  "rulez": {}\n}',
    '第 2 行 最外层中有不认识的键“rulez”，可用的是“extends”、“rules”、“edition”',
    'line 2: the top level has the unknown key “rulez”; known are “extends”, “rules”, “edition”',
  ],
  [
    'unknown rule',
    '{\n  "rules": {\n    "cells/blnk": "off"\n  }\n}',
    '第 3 行 /rules 中有不认识的键“cells/blnk”，可用的是“cells/blank”',
    'line 3: /rules has the unknown key “cells/blnk”; known are “cells/blank”',
  ],
  [
    'severity',
    '{ "rules": {\n "cells/blank": "fatal" } }',
    '第 2 行 /rules/cells~1blank 应为 "off"、"info"、"warning"、"error"，却是 "fatal"',
    'line 2: /rules/cells~1blank must be "off", "info", "warning", "error", not "fatal"',
  ],
  ['type', '{\n"year": "2024" }', '第 2 行 /year 应为整数，却是 "2024"', 'line 2: /year must be a whole number, not "2024"'],
  ['too small', '{\n"year": 1999 }', '第 2 行 /year 应为不小于 2019 的数，却是 1999', 'line 2: /year must be a number of at least 2019, not 1999'],
  [
    'deadline',
    '{ "deadline": "3-31" }',
    '第 1 行 /deadline 应为月-日（如 "01-31"），却是 "3-31"',
    'line 1: /deadline must be month and day (such as "01-31"), not "3-31"',
  ],
  ['blank', '{ "unit": " " }', '第 1 行 /unit 应为非空白的文字，却是 " "', 'line 1: /unit must be a text that is not blank, not " "'],
  ['twice', '{ "year": 2024,\n"year": 2025 }', '第 2 行 最外层中的键“year”重复', 'line 2: the key “year” stands twice at the top level'],
];

for (const [name, text, zh, en] of wrong) {
  test(`a wrong configuration is one sentence with its line and exit code 2: ${name}`, async () => {
    write({ 'sub/gov-report.config.json': text, 'sub/a.json': report, 'b.json': report });
    const chinese = await runCli(['lint', 'b.json', 'sub/a.json']);
    assert.equal(chinese.exitCode, 2);
    assert.equal(chinese.stdout, '');
    assert.ok(chinese.stderr.startsWith(`错误：sub/gov-report.config.json：${zh}`), chinese.stderr);
    assert.match(chinese.stderr, /。请按 gov-report schema config 给出的结构改正。\n$/);
    assert.equal(chinese.stderr.split('\n').length, 2);
    const english = await runCli(['lint', 'sub/a.json', '--lang', 'en']);
    assert.ok(english.stderr.startsWith(`error: sub/gov-report.config.json: ${en}`), english.stderr);
    assert.equal((await runCli(['lint', 'sub/a.json', '--no-config'])).exitCode, 0);
  });
}

test('a configuration that is not there is said', async () => {
  write({ 'a.json': report });
  const { exitCode, stderr } = await runCli(['lint', 'a.json', '--config', '没有.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /^错误：没有\.json：找不到文件/);
});

test('a configuration that is a link to nowhere, or names a folder, is said', { skip: process.platform === 'win32' && 'needs links' }, async () => {
  write({ 'a.json': report, 'sub/b.json': report });
  symlinkSync('nowhere', 'gov-report.config.json');
  const link = await runCli(['lint', 'sub/b.json']);
  assert.deepEqual([link.exitCode, link.stderr], [2, '错误：gov-report.config.json：找不到文件。请检查路径和文件名是否写对。\n']);
  rmSync('gov-report.config.json');
  mkdirSync('gov-report.config.json');
  assert.equal((await runCli(['lint', 'sub/b.json'])).exitCode, 0, 'a folder of that name is no configuration');
  write({ 'c.json': { suppressions: '.' } });
  assert.match((await runCli(['lint', 'a.json', '--config', 'c.json'])).stderr, /^错误：\.：这是文件夹，不是文件。/);
});

test('where the rules of a sum are off, no correction of it is offered', async () => {
  write({ 'a.json': put(report, '/tables/requests/outcomes/notProcessed/duplicates/enterprise', 4) });
  const corrections = async (...argv: readonly string[]): Promise<readonly unknown[]> => {
    const { stdout } = await runCli(['lint', 'a.json', '-f', 'json', ...argv]);
    return (JSON.parse(stdout) as { readonly files: readonly { readonly corrections: readonly unknown[] }[] }).files[0]!.corrections;
  };
  assert.equal((await corrections()).length, 1);
  assert.deepEqual(await corrections('--rule', 'arithmetic/requests-row-total:off', '--rule', 'arithmetic/requests-outcome-total:off'), []);
});

test('several faults are told at once, the first three', () => {
  const text = '{ "year": 1,\n"unit": "",\n"edition": "2020",\n"deadline": "x" }';
  assert.throws(
    () => parseConfig(new TextEncoder().encode(text), 'c.json', []),
    (error) =>
      error instanceof InputError && error.code === 'bad-settings' && /^c\.json：第 1 行 .*；第 2 行 .*；第 3 行 .*；另有 1 处。$/.test(error.sentence.zh),
  );
});

test('a report of no unit is still checked under a configuration', async () => {
  write({ 'gov-report.config.json': { unit: '云岭县人民政府' }, 'a.json': without(report, '/unit') });
  assert.notEqual((await run(['a.json'])).exitCode, 2);
});
