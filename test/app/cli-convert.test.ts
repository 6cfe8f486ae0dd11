/** `convert` and `template` on the command line: targets, files, terminals, what is said of losses. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseBytes } from '../../src/read/index.js';
import { targetNames } from '../../src/write/report/index.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const clean = { exitCode: 0, stdout: '', stderr: '' };
const bytesOf = (printed: string): Uint8Array => Buffer.from(printed, 'latin1');

test('every target goes to a file or to standard output, the same bytes', async () => {
  write({ 'report.json': baseReport() });
  for (const target of targetNames) {
    assert.deepEqual(await runCli(['convert', 'report.json', '--to', target, '-o', `out.${target}`]), clean, target);
    const { exitCode, stdout, stderr } = await runCli(['convert', 'report.json', '--to', target]);
    assert.deepEqual([exitCode, stderr], [0, ''], target);
    const binary = target === 'docx' || target === 'xlsx';
    assert.deepEqual(new Uint8Array(readFileSync(`out.${target}`)), new Uint8Array(binary ? bytesOf(stdout) : Buffer.from(stdout)), target);
  }
  assert.deepEqual(readdirSync('.').sort(), [...targetNames.map((target) => `out.${target}`), 'report.json'].sort(), 'no temporary file is left');
});

test('the extension of -o names the target, unless --to does', async () => {
  write({ 'report.json': baseReport() });
  for (const target of targetNames) {
    await runCli(['convert', 'report.json', '--to', target, '-o', 'by-option', '--overwrite']);
    assert.deepEqual(await runCli(['convert', 'report.json', '-o', `A.B.${target.toUpperCase()}`]), clean);
    assert.deepEqual(readFileSync(`A.B.${target.toUpperCase()}`), readFileSync('by-option'), target);
  }
  await runCli(['convert', 'report.json', '-o', 'report']);
  assert.deepEqual(JSON.parse(readFileSync('report', 'utf8')), baseReport());
  const { exitCode, stderr } = await runCli(['convert', 'report.json', '-o', 'report.pdf', '--lang', 'en']);
  assert.equal(
    stderr.split('\n')[0],
    'error: the extension of report.pdf names no format; say it with --to: json, ndjson, csv, xlsx, md, html, txt, docx, parquet',
  );
  assert.deepEqual([exitCode, existsSync('report.pdf')], [2, false]);
  await runCli(['convert', 'report.json', '--to', 'md', '-o', 'report.docx']);
  assert.match(readFileSync('report.docx', 'utf8'), /^# 云岭县人民政府/);
});

test('names of columns and sheets are in the language asked for', async () => {
  write({ 'report.json': baseReport() });
  assert.match((await runCli(['convert', 'report.json', '--to', 'csv', '--lang', 'en'])).stdout, /^\ufeffunit,year,/);
  assert.match((await runCli(['convert', 'report.json', '--to', 'csv'])).stdout, /^\ufeff单位,年度,/);
});

test('packages do not go to a terminal', async () => {
  write({ 'report.json': baseReport() });
  for (const argv of [['convert', 'report.json', '--to', 'docx'], ['convert', 'report.json', '--to', 'xlsx'], ['template']]) {
    const zh = await runCli(argv, { stdoutTTY: true });
    assert.deepEqual([zh.exitCode, zh.stdout], [2, '']);
    assert.match(zh.stderr, /^错误：结果不是文字，不能显示在终端上；请用 -o 写明文件名\n/);
    assert.match((await runCli([...argv, '--lang', 'en'], { stdoutTTY: true })).stderr, /^error: the result is no text .*; name a file with -o\n/);
  }
  assert.equal((await runCli(['convert', 'report.json', '--to', 'md'], { stdoutTTY: true })).exitCode, 0);
});

test('locations only go with JSON', async () => {
  write({ 'report.json': baseReport() });
  const { exitCode, stdout, stderr } = await runCli(['convert', 'report.json', '--to', 'html', '--locations']);
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.match(stderr, /--locations 只能与 --to json 或 ndjson 一起使用/);
});

test('an input is never replaced, nor a file when reading fails', async () => {
  write({ 'report.json': baseReport(), 'bad.docx': 'no report', 'kept.docx': 'kept' });
  const before = readFileSync('report.json');
  const { exitCode, stderr } = await runCli(['convert', 'report.json', '--to', 'docx', '-o', './report.json']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /输出文件就是输入文件/);
  assert.deepEqual(readFileSync('report.json'), before);
  assert.equal((await runCli(['convert', 'bad.docx', '--to', 'docx', '-o', 'kept.docx'])).exitCode, 2);
  assert.equal(readFileSync('kept.docx', 'utf8'), 'kept');
});

test('what could not be converted is said on standard error', async () => {
  const report = baseReport();
  const row = '| 五、其他情形 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |';
  write({ 'report.json': report });
  const { stdout } = await runCli(['convert', 'report.json', '--to', 'md']);
  const lines = stdout.split('\n');
  const last = lines.findIndex((line) => line.startsWith('| 四、结转下年度继续办理'));
  writeFileSync('odd.md', [...lines.slice(0, last + 1), row, ...lines.slice(last + 1)].join('\n'));
  const zh = await runCli(['convert', 'odd.md', '--to', 'csv', '-o', 'odd.csv']);
  assert.equal(zh.exitCode, 0);
  assert.match(zh.stderr, /提示：有 1 行不属于规定格式，没有转换：“五、其他情形”。/);
  const en = await runCli(['convert', 'odd.md', '--to', 'csv', '-o', 'odd.csv', '--lang', 'en']);
  const pointer = '/tables/requests/carriedForward/total';
  write({ 'lost.json': { ...put(report, pointer, null), locations: { [pointer]: { raw: '8 2 | 1', place: {}, lost: true } } } });
  assert.deepEqual(await runCli(['convert', 'lost.json', '-o', 'lost.docx']), {
    ...clean,
    stderr: '提示：有 1 个单元格的内容因原文件的版面已经无法辨认，没有转换。\n',
  });
  assert.match(en.stderr, /note: 1 row is not part of the form; not converted: “五、其他情形”\./);
});

test('template: the blank form for a year and a unit, with a prompt wherever words are owed', async () => {
  assert.deepEqual(await runCli(['template', '--year', '2025', '--unit', '云岭县水务局', '-o', 'blank.docx']), clean);
  const { report, tables } = await parseBytes(readFileSync('blank.docx'));
  assert.equal(report.title, '云岭县水务局2025年政府信息公开工作年度报告');
  assert.deepEqual([report.edition, report.unit, report.year, report.sections.length], ['2021', '云岭县水务局', 2025, 6]);
  for (const facts of Object.values(tables)) assert.deepEqual([facts.editions.includes('2021'), facts.missingRows, facts.missingColumns], [true, [], []]);
  assert.deepEqual(
    report.sections.map(({ paragraphs }) => paragraphs.filter((text) => text.startsWith('〔此处写明')).length),
    [6, 0, 0, 0, 2, 1],
  );
  const older = await runCli(['template', '--year', '2020']);
  assert.equal((await parseBytes(bytesOf(older.stdout))).report.edition, '2019');
  const nameless = await parseBytes(bytesOf((await runCli(['template', '--edition', '2019'])).stdout));
  assert.equal(nameless.report.title, '〔单位名称〕20XX年政府信息公开工作年度报告');
  assert.equal(nameless.tables.requests?.spec.edition, '2019');
});

test('template: an edition that the year does not use is refused', async () => {
  const { exitCode, stderr } = await runCli(['template', '--year', '2025', '--edition', '2019', '-o', 'blank.docx']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /2025 年度的报告应使用 2021 年格式/);
  assert.deepEqual(readdirSync('.'), []);
});

test('every prompt of the blank form that is left standing is found, and nothing else is wrong with its words', async () => {
  await runCli(['template', '--year', '2025', '--unit', '云岭县人民政府', '-o', 'blank.docx']);
  const { stdout } = await runCli(['lint', 'blank.docx', '-f', 'json']);
  const [file] = (JSON.parse(stdout) as { files: { diagnostics: { ruleId: string; pointer: string; message: string }[] }[] }).files;
  const { report } = await parseBytes(readFileSync('blank.docx'));
  const prompts = [
    ...report.preface.flatMap((text, index) => (text.startsWith('〔此处') ? [`/preface/${index}`] : [])),
    ...report.sections.flatMap(({ paragraphs }, section) =>
      paragraphs.flatMap((text, index) => (/〔此处|月 日/.test(text) ? [`/sections/${section}/paragraphs/${index}`] : [])),
    ),
  ];
  assert.equal(prompts.length, 11);
  const placeholders = file!.diagnostics.filter(({ ruleId }) => ruleId === 'text/placeholder');
  const found = placeholders.map(({ pointer }) => pointer);
  for (const { message } of placeholders.slice(0, -1)) assert.match(message, /^“〔此处写明.*〕”是模板的提示，应换成实际内容或者删去$/);
  assert.deepEqual(found, prompts);
  assert.deepEqual([...new Set(file!.diagnostics.map(({ ruleId }) => ruleId))].sort(), ['cells/blank', 'text/placeholder']);
});

test('a clean report is as clean as a Word document', async () => {
  write({ 'report.json': baseReport() });
  await runCli(['convert', 'report.json', '-o', 'report.docx']);
  const { exitCode, stdout } = await runCli(['lint', 'report.docx', '-f', 'compact']);
  assert.deepEqual([exitCode, stdout], [0, '通过：没有发现问题\n']);
});
