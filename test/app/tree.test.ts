/** Folders in, folders out: `annotate`, `fix` and `convert` with `-o DIR/`, and many reports as one data set. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import type { Report } from '../../src/form/model/report.js';
import { isAnnotated } from '../../src/write/back/index.js';
import { reportDocx } from '../../src/write/report/docx.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const CELL = '/tables/requests/newlyReceived/total';
const named = (unit: string): Report => ({ ...baseReport(), unit, title: `${unit}2024年政府信息公开工作年度报告` });
const clean = reportDocx(readingOf(named('云岭县人民政府')));
const wrong = reportDocx(readingOf(put(named('云岭县教育局'), CELL, 9999)));
const blank = reportDocx(readingOf(put(named('云岭县青石镇人民政府'), CELL, null)));

/** The files below a folder, in order. */
function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function county(): void {
  write({
    '年报/县政府.docx': clean,
    '年报/部门/教育局.docx': wrong,
    '年报/镇/青石镇.docx': blank,
    '年报/镇/坏.docx': 'no package',
    '年报/说明.txt': '请于1月31日前报送。',
  });
}

test('annotate mirrors the tree; a bad file and a note cost nothing; a second run renews its own copies', async () => {
  county();
  const { exitCode, stdout, stderr } = await runCli(['annotate', '年报', '-o', '批注/']);
  assert.deepEqual([exitCode, stdout], [2, '']);
  assert.deepEqual(below('批注'), ['县政府.docx', '部门/教育局.docx', '镇/青石镇.docx']);
  assert.ok(isAnnotated(readFileSync('批注/部门/教育局.docx')));
  assert.match(stderr, /^已写入 0 条批注：批注\/县政府\.docx\n/);
  assert.match(stderr, /\n未能处理：年报\/镇\/坏\.docx：.+\n/);
  assert.match(stderr, /\n提示：有 1 个文件已略过：年报\/说明\.txt\n共写成 3 个文件，在 批注\/ 中；另有 1 个未能处理，见上。\n$/);
  const before = readFileSync('批注/部门/教育局.docx');
  const again = await runCli(['annotate', '年报', '-o', '批注']);
  // A copy without a comment is none that annotate knows as its own.
  assert.match(again.stderr, /未能处理：年报\/县政府\.docx：批注\/县政府\.docx：已有这个文件，没有覆盖。/);
  assert.match(again.stderr, /已写入 \d+ 条批注：批注\/部门\/教育局\.docx/);
  assert.deepEqual(readFileSync('批注/部门/教育局.docx'), before);
});

test('fix and convert: nothing that is there is replaced, the others are written; English', async () => {
  county();
  write({ '改/镇/青石镇.docx': 'of the user' });
  const fixed = await runCli(['fix', '年报/', '-o', '改', '--lang', 'en']);
  assert.equal(fixed.exitCode, 2);
  assert.equal(readFileSync('改/镇/青石镇.docx', 'utf8'), 'of the user');
  assert.match(fixed.stderr, /not done: 年报\/镇\/青石镇\.docx: 改\/镇\/青石镇\.docx: This file exists and was not replaced\./);
  assert.match(fixed.stderr, /files written to 改: 2; not done, see above: 2\n$/);
  assert.equal((await runCli(['fix', '年报/', '-o', '改', '--overwrite'])).exitCode, 2, 'one file is bad');
  assert.match((await runCli(['fix', '年报', '--dry-run'])).stderr, /可改 1 处：年报\/镇\/青石镇\.docx\n/);
  const converted = await runCli(['convert', '年报/镇', '年报/部门', '--to', 'json', '-o', '数据/']);
  assert.equal(converted.exitCode, 2);
  assert.deepEqual(below('数据'), ['部门/教育局.json', '镇/青石镇.json'], 'of two folders each keeps its name');
  assert.equal((JSON.parse(readFileSync('数据/部门/教育局.json', 'utf8')) as Report).unit, '云岭县教育局');
  const glob = await runCli(['convert', '年报/*/*局.docx', '-o', '甲/', '--to', 'md']);
  assert.deepEqual([glob.exitCode, below('甲')], [0, ['部门/教育局.md']]);
});

test('the output folder within the inputs is none of them; two inputs of one name both get a file; an archive is a folder', async () => {
  write({ '甲.docx': clean, '甲.json': named('云岭县水务局') });
  assert.equal((await runCli(['convert', '.', '--to', 'txt', '-o', '文本/'])).exitCode, 0);
  assert.deepEqual(below('文本'), ['甲.json.txt', '甲.txt']);
  assert.equal((await runCli(['convert', '.', '--to', 'txt', '-o', '文本/'])).exitCode, 0);
  assert.deepEqual(below('文本'), ['甲.json.txt', '甲.txt']);
  write({ '包.zip': zipSync({ '镇/乙.docx': clean, '../../外.docx': clean }) });
  assert.equal((await runCli(['convert', '包.zip', '--to', 'txt', '-o', '深/解/'])).exitCode, 0);
  assert.deepEqual(below('深'), ['解/镇/乙.txt'], 'no name leads out of the folder');
  assert.equal(existsSync('外.txt'), false);
});

test('several inputs need a folder; the output folder is not the input', async () => {
  county();
  for (const argv of [
    ['annotate', '年报', '-o', '批注.docx'],
    ['fix', '年报', '-o', '批注.docx'],
    ['convert', '年报', '-o', '批注.docx'],
  ]) {
    const { exitCode, stderr } = await runCli(argv);
    assert.equal(exitCode, 2);
    assert.match(stderr, /有多个输入，请用 -o 写明一个输出文件夹，名称以 \/ 结尾，如 批注\/\n/);
  }
  assert.match((await runCli(['fix', '年报', '-o', '年报/'])).stderr, /输入都在输出文件夹 年报\/ 里/);
  assert.match((await runCli(['fix', '-', '-o', '年报/', '--lang', 'en'])).stderr, /standard input cannot be written into a folder/);
  assert.equal((await runCli(['convert', '无*.docx', '--to', 'csv', '-o', 'x.csv'])).exitCode, 2);
  assert.equal(existsSync('x.csv'), false);
});

test('many reports are one data set, in each of its formats', async () => {
  county();
  const { exitCode, stdout, stderr } = await runCli(['convert', '年报', '--to', 'ndjson']);
  assert.equal(exitCode, 2);
  const units = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Report).unit);
  assert.deepEqual(units, ['云岭县人民政府', '云岭县教育局', '云岭县青石镇人民政府']);
  assert.match(
    stderr,
    /^未能处理：年报\/镇\/坏\.docx：[^\n]+\n提示：有 1 个文件已略过：年报\/说明\.txt\n已把 3 份报告写入 <标准输出>；另有 1 个文件未能处理，见上。\n$/,
  );
  await runCli(['convert', '年报/部门', '年报/县政府.docx', '-o', '全.csv']);
  const lines = readFileSync('全.csv', 'utf8').split('\r\n');
  const one = (await runCli(['convert', '年报/县政府.docx', '--to', 'csv'])).stdout.split('\r\n');
  assert.equal(lines.length, 2 * one.length - 2, 'one header, one end');
  assert.deepEqual(lines.slice(one.length - 1), one.slice(1));
  assert.equal((await runCli(['convert', '年报/部门', '年报/县政府.docx', '-o', '全.xlsx'])).exitCode, 0);
  const rows = sheetRows(packageParts(readFileSync('全.xlsx'))['xl/worksheets/sheet1.xml']!);
  assert.equal(rows.length, lines.length - 1);
  assert.deepEqual(rows[1]!.slice(0, 3), ['云岭县教育局', 2024, '2021']);
});
