/** The list of problems as a workbook, opened by LibreOffice: both sheets say what we wrote, hostile texts included, and every page has its heads. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { rules } from '../../src/judge/rules/index.js';
import { addToSummary, emptySummary, loadReporter, type ReportOptions, render } from '../../src/write/result/index.js';
import { files, missing } from '../support/diagnostics.js';
import { standInFolder } from '../support/folder.js';
import { manyResults } from '../support/many-results.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const options: ReportOptions = { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, catalogue: rules, toolVersion: '0.1.0' };

/** Every cell as text in quotes, each sheet in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';

const HOSTILE = ['=HYPERLINK("http://x.example","点此")', "+1+cmd|' /C calc'!A0", '-2+3', '@SUM(1)', '=1+1', '_x0041_', '<b>&amp;', "'单引号", '2024', '001'];

function run(program: string, argv: readonly string[]): string {
  const done = spawnSync(program, argv, { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26 });
  assert.equal(done.error, undefined);
  assert.equal(done.status, 0, `${program}: ${done.stderr}`);
  return done.stdout;
}

function office(to: string): void {
  run('soffice', [`-env:UserInstallation=${pathToFileURL(resolve('profile')).href}`, '--headless', '--convert-to', to, 'list.xlsx']);
}

/** Results of many reports, and one whose every text is hostile. */
function hostileRun(): RunResult {
  const checked = files[0] as Extract<FileResult, { status: 'checked' }>;
  const attacked = HOSTILE.map((text): FileResult => {
    const diagnostic = { ...missing, ruleId: text, message: text, help: text, basis: text };
    return { ...checked, unit: text, file: text, diagnostics: [diagnostic], corrections: [] };
  });
  const all = [...attacked, ...manyResults(120, 5)];
  return { schemaVersion: 2, files: all, summary: all.reduce(addToSummary, emptySummary) };
}

/** Rows of csv whose every field is in quotes, but for those that are blank. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('LibreOffice sees every cell of both sheets as we wrote it', async () => {
  const bytes = render(await loadReporter('xlsx'), hostileRun(), options);
  writeFileSync('list.xlsx', bytes);
  office(CSV);
  const parts = packageParts(bytes);
  for (const [number, name] of [
    [1, '问题清单'],
    [2, '各单位结论'],
  ] as const) {
    const ours = sheetRows(parts[`xl/worksheets/sheet${number}.xml`]!).map((row) => row.map((value) => String(value ?? '')));
    const theirs = csvRows(readFileSync(`list-${name}.csv`, 'utf8'));
    assert.ok(ours.length > 100);
    assert.deepEqual(theirs, ours, name);
    assert.ok(ours.some((row) => row[1] === HOSTILE[0]));
  }
});

test('on paper every page has the title, the heads and its number, and no column is cut off', async () => {
  writeFileSync('list.xlsx', render(await loadReporter('xlsx'), hostileRun(), options));
  office('pdf');
  const pages = run('pdftotext', ['-layout', 'list.pdf', '-']).split('\f').slice(0, -1);
  const first = pages.findIndex((page) => page.includes('未能核对的'));
  assert.ok(first > 5 && pages.length - first > 2, `${first} of ${pages.length} pages`);
  pages.forEach((page, index) => {
    assert.ok(page.includes(`第 ${index + 1} 页，共 ${pages.length} 页`), `page ${index + 1}`);
    assert.ok(page.includes('政府信息公开工作年度报告问题清单'));
    const heads = page.includes('问题频次')
      ? ['序号', '问题', '级别', '涉及报告数']
      : index < first
        ? ['序号', '单位', '年度', '级别', '位置', '问题', '修改建议', '依据', '规则', '文件']
        : ['序号', '单位', '年度', '结论', '错误', '已豁免', '文件'];
    for (const head of heads) assert.match(page, new RegExp(`(?:^|\\s)${head}(?:\\s|$)`, 'm'), `${head} on page ${index + 1}`);
  });
  const sizes = run('pdfinfo', ['-f', '1', '-l', String(pages.length), 'list.pdf']).match(/size: +([\d.]+) x ([\d.]+)/g)!;
  for (const size of sizes) assert.match(size, /841\.\d+ x 595\.\d+/, 'A4 lying');
});
