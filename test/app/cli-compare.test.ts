/** `gov-report compare` from the command line. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadWriter } from '../../src/write/report/index.js';
import { standInFolder } from '../support/folder.js';
import { baseReport, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const base = baseReport('2021');

async function files(): Promise<void> {
  writeFileSync('报送稿.docx', (await loadWriter('docx'))(readingOf(base), { lang: 'zh', locations: false }));
  const published = structuredClone(base) as Omit<typeof base, 'tables'> & { tables: { requests: { newlyReceived: Record<string, number> } } };
  published.tables.requests.newlyReceived['total'] = 101;
  writeFileSync('公布稿.html', (await loadWriter('html'))(readingOf(published), { lang: 'zh', locations: false }));
}

test('two formats of one report: the cell that differs, with both values; exit 1', async () => {
  await files();
  const { exitCode, stdout } = await runCli(['compare', '报送稿.docx', '公布稿.html']);
  assert.equal(exitCode, 1);
  assert.equal(
    stdout,
    '--- 报送稿.docx\n+++ 公布稿.html\n\n“三、收到和处理政府信息公开申请情况”表 一、本年新收政府信息公开申请数量 × 总计\n  - 110\n  + 101\n\n' +
      stdout.slice(stdout.indexOf('不一致：1 处差异')),
  );
  assert.match(stdout, /不一致：1 处差异（已比较 200 格、\d+ 句）。\n$/);
  const same = await runCli(['compare', '报送稿.docx', '报送稿.docx', '--lang', 'en']);
  assert.equal(same.exitCode, 0);
  assert.match(same.stdout, /Alike: 200 cells and \d+ sentences compared, no difference\.\n$/);
});

test('json and html, to a file', async () => {
  await files();
  assert.equal((await runCli(['compare', '报送稿.docx', '公布稿.html', '-f', 'json', '-o', 'd.json'])).exitCode, 1);
  const data = JSON.parse(readFileSync('d.json', 'utf8')) as { readonly differences: readonly unknown[]; readonly a: string };
  assert.equal(data.differences.length, 1);
  assert.equal(data.a, '报送稿.docx');
  const { stdout } = await runCli(['compare', '报送稿.docx', '公布稿.html', '-f', 'html']);
  assert.match(stdout, /<td>1<del>1<\/del>0<\/td><td>10?<ins>/);
});

test('what is no version of the same report is refused with the reason; exit 2', async () => {
  await files();
  writeFileSync('别家.json', JSON.stringify({ ...base, unit: '青岚市教育局' }));
  const other = await runCli(['compare', '报送稿.docx', '别家.json']);
  assert.equal(other.exitCode, 2);
  assert.match(other.stderr, /单位不同（云岭县人民政府、青岚市教育局）/);
  writeFileSync('前年.json', JSON.stringify({ ...base, year: 2022 }));
  const year = await runCli(['compare', '报送稿.docx', '前年.json']);
  assert.equal(year.exitCode, 2);
  assert.match(year.stderr, /年度不同（2024、2022）.*lint --previous/);
  assert.equal((await runCli(['compare', '-', '-'])).exitCode, 2);
});
