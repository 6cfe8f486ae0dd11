/** The list of problems as csv and markdown: exact rows, and hostile text that does nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { loadReporter, type ReportOptions, render } from '../../src/write/result/index.js';
import { catalogue, columnSum, files, missing, run, runOf, uniqueCorrection } from '../support/diagnostics.js';
import { assertGolden } from '../support/golden.js';

const base: ReportOptions = { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, catalogue, toolVersion: '0.1.0' };

async function shown(format: 'csv' | 'markdown', options: Partial<ReportOptions> = {}, of: RunResult = run): Promise<string> {
  return render(await loadReporter(format), of, { ...base, ...options });
}

/** A file with one finding whose every text is the one given, and whose unit and name are too. */
function of(text: string): RunResult {
  const checked = files[0] as Extract<FileResult, { status: 'checked' }>;
  const finding: Diagnostic = { ...missing, ruleId: text, message: text, help: text, basis: text };
  return runOf({ ...checked, unit: text, file: text, diagnostics: [finding] }, { errors: 1 });
}

/** Fields of CSV text as RFC 4180 reads them. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

for (const lang of ['zh', 'en'] as const) {
  test(`csv and markdown in ${lang} are as kept`, async () => {
    assertGolden(await shown('csv', { lang }), `reporters/csv-${lang}.csv`);
    assertGolden(await shown('markdown', { lang }), `reporters/markdown-${lang}.md`);
  });
}

test('csv has a byte order mark, CRLF, ten columns in every line, and a line for every finding and every file that failed', async () => {
  const text = await shown('csv');
  assert.equal(text.charCodeAt(0), 0xfeff);
  assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  const rows = parse(text.slice(1));
  assert.deepEqual(rows[0], ['序号', '单位', '年度', '级别', '位置', '问题', '修改建议', '依据', '规则', '文件']);
  assert.equal(rows.length, 1 + 8 + 2 + 2 + 1);
  assert.deepEqual(
    rows.map((row) => row.length),
    rows.map(() => 10),
  );
  assert.deepEqual(
    rows.slice(1).map(([number]) => number),
    rows.slice(1).map((_, index) => String(index + 1)),
  );
});

test('what to do names the cell that is most likely wrong', async () => {
  const checked = files[1] as Extract<FileResult, { status: 'checked' }>;
  const rows = parse((await shown('csv', {}, runOf({ ...checked, diagnostics: [columnSum], corrections: [uniqueCorrection] }, { errors: 1 }))).slice(1));
  assert.equal(rows[1]?.[6], `最可能写错：（五）不予处理 2.重复申请 × 商业企业：4 应为 2。${columnSum.help}`);
  assert.equal(rows[1]?.[4], '三、收到和处理政府信息公开申请情况 › （七）总计 × 商业企业（第 388 段）');
});

test('suppressed findings are left out, and quiet leaves out what is no error', async () => {
  const checked = files[0] as Extract<FileResult, { status: 'checked' }>;
  const suppressed = { ...checked, diagnostics: checked.diagnostics.map((one) => ({ ...one, suppressed: { reason: '已核实' } })) };
  assert.equal(parse((await shown('csv', {}, runOf(suppressed, {}))).slice(1)).length, 1);
  const quiet = parse((await shown('csv', { quiet: true })).slice(1));
  assert.deepEqual([...new Set(quiet.slice(1).map((row) => row[3]))], ['错误', '未能检查']);
});

test('no text of csv is run as a formula', async () => {
  for (const text of ['=HYPERLINK("http://x.example","点此")', "+1+cmd|' /C calc'!A0", '-2+3', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '"=1"']) {
    const [, row] = parse((await shown('csv', {}, of(text))).slice(1));
    for (const value of row!) assert.ok(!/^[=+\-@\t\r＝＋－＠]/u.test(value), `${JSON.stringify(text)} became ${JSON.stringify(value)}`);
  }
});

test('no text of markdown is a link, a tag or a column', async () => {
  const text = await shown(
    'markdown',
    {},
    of('a|b <script>alert(1)</script> [点此](javascript:alert(1)) ![图](http://x.example/a) https://x.example/ `code` **粗**\n# 标题'),
  );
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  assert.equal(rows.length, 3);
  assert.deepEqual(
    rows.map((row) => row.split(/(?<!\\)\|/).length),
    [9, 9, 9],
  );
  assert.equal(/(?<!\\)[<>[\]`]/.exec(text.replaceAll('&#58;', '')), null);
  assert.ok(!text.includes('://'));
  assert.equal(text.split('\n').filter((line) => line.startsWith('#')).length, 2);
});
