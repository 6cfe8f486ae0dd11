import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const report = fileURLToPath(new URL('../../fixtures/documents/2019/zhangjiapo-2020.docx', import.meta.url));

test('blocks: every paragraph, table and cell of a document, with its place', async () => {
  write({ 'a.md': '# 报告\n\n|甲|乙|\n|---|---|\n|1|2|\n' });
  const { stdout, exitCode } = await runCli(['inspect', 'a.md', '--as', 'blocks']);
  assert.equal(exitCode, 0);
  assert.deepEqual(stdout.split('\n'), [
    'format=text',
    '0 line "报告" line=1 columnNumber=3',
    '1 line "" line=2',
    '2 table 2×2 line=3',
    '  [0,0] "甲" line=3 columnNumber=2',
    '  [0,1] "乙" line=3 columnNumber=4',
    '  [1,0] "1" line=5 columnNumber=2',
    '  [1,1] "2" line=5 columnNumber=4',
    '',
  ]);
});

test('fill: every cell of the forms, and whether it is a figure, blank, lost or absent', async () => {
  write({ 'a.json': put(baseReport(), '/tables/requests/newlyReceived/total', null) });
  const { stdout } = await runCli(['inspect', 'a.json']);
  const lines = stdout.split('\n');
  assert.match(lines[0]!, /^format=json edition=2021 year=2024 unit="/);
  assert.equal(lines.filter((line) => line.startsWith('  /tables/')).length, 200);
  assert.deepEqual(
    lines.filter((line) => line.includes(' = blank')).map((line) => line.split(' = ')[0]),
    ['  /tables/requests/newlyReceived/total'],
  );
  const real = (await runCli(['inspect', report, '--lang', 'en'])).stdout.split('\n');
  assert.equal(real.filter((line) => line.startsWith('heading ')).length, 6);
});

test('what is no report is said, but its blocks are shown', async () => {
  write({ 'a.txt': '通知\n' });
  const fill = await runCli(['inspect', 'a.txt']);
  assert.equal(fill.exitCode, 2);
  assert.match(fill.stderr, /a\.txt：这不是政府信息公开工作年度报告/);
  assert.equal((await runCli(['inspect', 'a.txt', '--as', 'blocks'])).stdout, 'format=text\n0 line "通知" line=1\n');
  const wrong = await runCli(['inspect', 'a.txt', '--as', 'words']);
  assert.equal(wrong.exitCode, 2);
});

test('claims: each sentence with what became of its figures', async () => {
  const base = baseReport();
  const sections = base.sections.map((section) => (section.key === 'overview' ? { ...section, paragraphs: ['全年新收政府信息公开申请111件。'] } : section));
  write({ 'a.json': { ...base, sections } });
  const { stdout, exitCode } = await runCli(['inspect', 'a.json', '--as', 'claims']);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^\/sections\/0\/paragraphs\/0 \[0-\d+\]/m);
  assert.match(stdout, /→ 111 = requests\/newlyReceived\/total.*: differs \(110/);
});
