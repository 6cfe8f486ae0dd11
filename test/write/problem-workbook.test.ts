/** The list of problems as a workbook: the rows of csv, how the sheets are set, hostile texts, the same bytes each time, bounded memory. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Diagnostic, FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { addToSummary, emptySummary, loadReporter, type ReportOptions, render } from '../../src/write/result/index.js';
import { xlsxOf } from '../../src/write/result/xlsx.js';
import { catalogue, files, missing, run, runOf } from '../support/diagnostics.js';
import { standInFolder, write } from '../support/folder.js';
import { long } from '../support/long.js';
import { manyResults } from '../support/many-results.js';
import { runCli } from '../support/run-cli.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const base: ReportOptions = { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, catalogue, toolVersion: '0.1.0' };

async function book(options: Partial<ReportOptions> = {}, of: RunResult = run): Promise<Uint8Array> {
  return render(await loadReporter('xlsx'), of, { ...base, ...options });
}

const sheet = (bytes: Uint8Array, number: 1 | 2): string => packageParts(bytes)[`xl/worksheets/sheet${number}.xml`]!;

/** Rows of csv text as RFC 4180 reads them. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

for (const lang of ['zh', 'en'] as const) {
  for (const quiet of [false, true]) {
    test(`${lang}${quiet ? ', quiet' : ''}: the first sheet has the rows of csv`, async () => {
      const rows = sheetRows(sheet(await book({ lang, quiet }), 1)).map((row) => row.map((value) => String(value ?? '')));
      const expected = csvRows(render(await loadReporter('csv'), run, { ...base, lang, quiet }));
      // Only in csv an apostrophe keeps a text from being a formula.
      assert.deepEqual(
        rows,
        expected.map((row) => row.map((field) => field.replace(/^'(?=[=+\-@])/, ''))),
      );
      assert.ok(rows.length > 5);
    });
  }
}

test('the second sheet has the verdict of every report, and what was checked', async () => {
  assert.deepEqual(sheetRows(sheet(await book({}, { ...run, files: manyResults(7, 4) }), 2)), [
    ['序号', '单位', '年度', '结论', '错误', '警告', '提示', '已豁免', '已核对的勾稽关系', '未能核对的勾稽关系', '期限', '签收', '文件'],
    ...manyResults(7, 4).map((result, index) => {
      if (result.status !== 'checked') return [index + 1, null, null, '未能检查', null, null, null, null, null, null, null, null, result.file];
      const count = (severity: string): number => result.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
      const verdict = errors > 0 ? '不通过' : warnings > 0 ? '须核实' : '通过';
      return [index + 1, result.unit, 2024, verdict, errors, warnings, infos, 0, 43, 1, null, null, result.file];
    }),
  ]);
});

test('heads stay in sight, can be filtered and are printed on every page, which lies and is as wide as the table', async () => {
  const parts = packageParts(await book());
  const workbook = parts['xl/workbook.xml']!;
  assert.deepEqual(
    [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name),
    ['问题清单', '各单位结论', '问题频次'],
  );
  assert.deepEqual(
    [...workbook.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="(\d)">([^<]+)</g)].map(([, id, range]) => [id, range]),
    [
      ['0', "'问题清单'!$1:$1"],
      ['1', "'各单位结论'!$1:$1"],
      ['2', "'问题频次'!$1:$1"],
    ],
  );
  for (const [number, filter] of [
    [1, 'A1:J14'],
    [2, `A1:M${1 + files.length}`],
  ] as const) {
    const xml = parts[`xl/worksheets/sheet${number}.xml`]!;
    assert.ok(xml.includes('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'));
    assert.ok(xml.includes(`<autoFilter ref="${filter}"/>`), filter);
    assert.ok(xml.includes('<pageSetUpPr fitToPage="1"/>'));
    assert.ok(xml.includes('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'));
    assert.ok(xml.includes('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>'));
    assert.doesNotMatch(xml, /customHeight/, 'rows follow their text when it is edited');
  }
});

test('a severity has a colour of its own, and long texts are wrapped', async () => {
  const parts = packageParts(await book());
  const styles = parts['xl/styles.xml']!;
  const formats = [...styles.match(/<cellXfs.*<\/cellXfs>/s)![0].matchAll(/<xf ([^>]*)\/?>(<alignment [^>]*>)?/g)];
  const fills = [...styles.matchAll(/<fill>.*?<\/fill>/g)].map(([fill]) => /fgColor rgb="FF(\w{6})"/.exec(fill)?.[1]);
  const cells = [...parts['xl/worksheets/sheet1.xml']!.matchAll(/<c r="([A-Z])\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g)];
  const fillOf = (style: string): string | undefined => fills[Number(/fillId="(\d+)"/.exec(formats[Number(style)]![1]!)![1])];
  const colours = new Map(cells.filter(([, column]) => column === 'D').map(([, , style, text]) => [text, fillOf(style!)]));
  assert.deepEqual(Object.fromEntries(colours), { 级别: undefined, 错误: 'FBD5DA', 警告: 'FFF0C7', 提示: 'EAF2FB', 未能检查: 'E4E7EB' });
  for (const [, column, style] of cells) assert.match(formats[Number(style)]![2]!, /wrapText="1"/, column);
});

test('hostile texts are texts: no formula, no link, no control character, and they stay so when edited', async () => {
  const texts = ['=HYPERLINK("http://x.example","点此")', "+1+cmd|' /C calc'!A0", '-2+3', '@SUM(1)', '＝1+1', '<f>1</f>', ']]>&<!--', '_x0041_'];
  const acting = ['\u0000\u0001\u001b[31m红', '\ud800半', '\ufffe'];
  for (const text of [...texts, ...acting]) {
    const checked = files[0] as Extract<FileResult, { status: 'checked' }>;
    const finding: Diagnostic = { ...missing, ruleId: text, message: text, help: text, basis: text };
    const parts = packageParts(await book({}, runOf({ ...checked, unit: text, file: text, diagnostics: [finding] }, { errors: 1 })));
    for (const [name, xml] of Object.entries(parts)) {
      assert.doesNotMatch(xml, /<f[ >]|<hyperlink|vbaProject|externalLink|<connection/, name);
      assert.doesNotMatch(xml, /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/u, name);
    }
    const [, row] = sheetRows(parts['xl/worksheets/sheet1.xml']!);
    if (texts.includes(text)) assert.deepEqual([row![1], row![5], row![9]], [text, text, text]);
    const formats = [...parts['xl/styles.xml']!.match(/<cellXfs.*<\/cellXfs>/s)![0].matchAll(/<xf [^>]*>/g)];
    for (const [, style] of parts['xl/worksheets/sheet1.xml']!.matchAll(/ s="(\d+)" t="inlineStr"/g))
      assert.match(formats[Number(style)]![0], /quotePrefix="1"/);
  }
});

test('a text longer than a cell can hold is cut, and says so', async () => {
  const checked = files[0] as Extract<FileResult, { status: 'checked' }>;
  const long = '长'.repeat(40_000);
  const [, row] = sheetRows(sheet(await book({}, runOf({ ...checked, diagnostics: [{ ...missing, message: long }] }, { errors: 1 })), 1));
  assert.equal(row![5], `${'长'.repeat(32_766)}…`);
});

test('a full sheet says how many rows it has no room for', () => {
  const results = manyResults(4, 3);
  const summary = results.reduce(addToSummary, emptySummary);
  const rows = sheetRows(sheet(render(xlsxOf(8), { schemaVersion: 2, files: results, summary }, base), 1));
  assert.equal(rows.length, 8);
  assert.deepEqual(
    rows.slice(1, 7).map(([number]) => number),
    [1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(rows[7], ['工作表已满，另有 6 行没有列出；请分批检查，或者改用 csv 格式。']);
});

test('the same run gives the same bytes, whenever and in whatever zone', async () => {
  const before = process.env['TZ'];
  const first = await book();
  process.env['TZ'] = 'America/New_York';
  assert.deepEqual(await book(), first);
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

test('findings of thousands of reports are not kept: bytes come as the run goes, and are those of the whole', long, async () => {
  const stream = (await loadReporter('xlsx'))(base);
  const results = manyResults(1_500, 9);
  const sizes = [stream.start(), ...results.map((result) => stream.file(result))].map(({ length }) => length);
  const half = sizes.slice(0, 750).reduce((sum, size) => sum + size, 0);
  const end = stream.end(results.reduce(addToSummary, emptySummary)).length;
  const all = sizes.reduce((sum, size) => sum + size, 0) + end;
  assert.ok(half > all * 0.3, `${half} of ${all} bytes after half of the reports`);
  const rows = sheetRows(sheet(await book({}, { ...run, files: results }), 1));
  assert.equal(rows.length, 1 + results.reduce((sum, result) => sum + (result.status !== 'checked' ? 1 : result.diagnostics.length), 0));
  assert.deepEqual(
    rows.slice(1).map(([number]) => number),
    rows.slice(1).map((_, index) => index + 1),
  );
});

test('lint writes the workbook beside what people read, whole or not at all, and never to a terminal', async () => {
  write({ 'a.txt': '云岭县2024年政府信息公开工作年度报告\n一、总体情况\n没有。\n', 'b.txt': '不是报告' });
  const { exitCode, stdout } = await runCli(['lint', 'a.txt', 'b.txt', '-f', 'pretty', '-f', 'xlsx:out.xlsx']);
  assert.equal(exitCode, 2);
  assert.match(stdout, /共2份报告：不通过1份、未能检查1份/);
  const rows = sheetRows(sheet(readFileSync('out.xlsx'), 2));
  assert.deepEqual(
    rows.slice(1).map((row) => [row[0], row[3], row.at(-1)]),
    [
      [1, '不通过', 'a.txt'],
      [2, '未能检查', 'b.txt'],
    ],
  );
  write({ 'out.xlsx': 'old' });
  await runCli(['lint', 'a.txt', '-f', 'xlsx:out.xlsx']);
  assert.equal(readFileSync('out.xlsx').subarray(0, 2).toString(), 'PK', 'a file that is named is replaced');
  const refused = await runCli(['lint', 'a.txt', '-f', 'xlsx:a.txt']);
  assert.equal(refused.exitCode, 2);
  assert.match(readFileSync('a.txt', 'utf8'), /^云岭县/);

  const terminal = await runCli(['lint', 'a.txt', '-f', 'xlsx'], { stdoutTTY: true });
  assert.deepEqual([terminal.exitCode, terminal.stdout], [2, '']);
  assert.match(terminal.stderr, /^错误：xlsx 的结果不是文字，不能显示在终端上；请写成“xlsx:文件名”\n/);
  const english = await runCli(['lint', 'a.txt', '-f', 'xlsx', '--lang', 'en'], { stdoutTTY: true });
  assert.match(english.stderr, /^error: the output of xlsx is no text and cannot be shown on a terminal; name a file: "xlsx:file"\n/);
  const piped = await runCli(['lint', 'a.txt', '-f', 'xlsx']);
  assert.deepEqual(sheetRows(sheet(Buffer.from(piped.stdout, 'latin1'), 2)).length, 2);
});
