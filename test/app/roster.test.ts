/** `lint --roster`, `--exclude` and `--since`: who has not reported, what is left out, what was mended; in every format. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { workbook } from '../../src/base/package/workbook.js';
import type { Report } from '../../src/form/model/report.js';
import type { Checked, RunResult } from '../../src/judge/diagnostic.js';
import { formatNames } from '../../src/write/result/index.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const CELL = '/tables/requests/newlyReceived/total';
const named = (unit: string): Report => ({ ...baseReport(), unit, title: `${unit}2024年政府信息公开工作年度报告` });
const ROSTER = '单位,期限\n云岭县水务局,1月20日\n云岭县教育局,\n云岭县人社局,\n云岭县人民政府,\n';

function county(): void {
  write({
    '年报/县政府.json': named('云岭县人民政府'),
    '年报/教育局.json': put(named('云岭县教育局'), CELL, 9999),
    '年报/人社局.json': named('云岭县人力资源和社会保障局'),
    '年报/坏.docx': 'no package',
    '名册.csv': ROSTER,
  });
}

async function json(...argv: readonly string[]): Promise<RunResult> {
  return JSON.parse((await runCli(['lint', ...argv, '-f', 'json'])).stdout) as RunResult;
}

test('who has not reported, who is not on the roster, whose unit is unknown; the exit code stays that of the reports', async () => {
  county();
  const { roster } = await json('年报', '--roster', '名册.csv');
  assert.deepEqual(roster, {
    file: '名册.csv',
    units: [
      { unit: '云岭县水务局', deadline: '1月20日', files: [] },
      { unit: '云岭县教育局', files: ['年报/教育局.json'] },
      { unit: '云岭县人社局', files: [] },
      { unit: '云岭县人民政府', files: ['年报/县政府.json'] },
    ],
    missing: ['云岭县水务局', '云岭县人社局'],
    unexpected: [{ file: '年报/人社局.json', unit: '云岭县人力资源和社会保障局', likely: '云岭县人社局' }],
    unnamed: ['年报/坏.docx'],
  });
  const { exitCode, stdout } = await runCli(['lint', '年报/县政府.json', '--roster', '名册.csv']);
  assert.equal(exitCode, 0, 'a report that is missing is no fault of one that is there');
  assert.match(stdout, /\n名册核对\n {2}云岭县水务局：没有报送年度报告（期限 1月20日）\n[\s\S]*\n {2}名册4个单位，已报1个，未报3个；名册以外0个\n/);
});

test('every format says it, in both languages', async () => {
  county();
  for (const [lang, missing, stranger] of [
    ['zh', '没有报送年度报告', '不在名册上'],
    ['en', 'has not reported', 'is not on the roster'],
  ] as const)
    for (const format of formatNames) {
      const file = `结果.${format}`;
      await runCli(['lint', '年报', '--roster', '名册.csv', '--lang', lang, '--overwrite', '-f', `${format}:${file}`]);
      const bytes = readFileSync(file);
      const said = format === 'xlsx' ? Object.values(packageParts(bytes)).join('') : bytes.toString();
      assert.ok(said.includes('云岭县水务局'), format);
      if (format === 'json' || format === 'ndjson') continue;
      assert.ok(said.includes(missing) && said.includes(stranger), `${format} ${lang}`);
    }
});

test('a roster may be GB18030 or a workbook with a title over it and days as numbers', async () => {
  county();
  const gbk = Buffer.from('b5a5cebb0ad4c6c1ebcfd8cbaecef1bed60a', 'hex');
  write({ '名册.txt': new Uint8Array(gbk) });
  assert.deepEqual((await json('年报', '--roster', '名册.txt')).roster?.missing, ['云岭县水务局']);
  const row = (...values: readonly (string | number)[]) => ({ cells: values.map((value) => ({ value, format: 'plain' as const })) });
  const rows = [row('云岭县2024年度报告名册'), row('序号', '报送单位', '报送期限'), row(1, '云岭县水务局', 45677), row(2, '云岭县教育局', '月底')];
  write({ '名册.xlsx': workbook([{ name: '名册', widths: [6, 30, 12], headerRows: 0, rows }]) });
  const { roster } = await json('年报', '--roster', '名册.xlsx');
  assert.deepEqual(
    roster?.units.map(({ unit, deadline }) => [unit, deadline]),
    [
      ['云岭县水务局', '2025-01-20'],
      ['云岭县教育局', '月底'],
    ],
  );
  write({ '空.csv': '单位\n' });
  assert.match((await runCli(['lint', '年报', '--roster', '空.csv'])).stderr, /^错误：空\.csv：名册中没有任何单位。名册为 CSV 或 xlsx/);
});

test('the terminal ends with the verdicts, the worst first, clean units in one line', async () => {
  county();
  const { stdout } = await runCli(['lint', '年报', '--rule', 'rollup/duplicate-unit:off']);
  assert.equal(
    stdout.slice(stdout.indexOf('各报告结论')),
    [
      '各报告结论',
      '  结论      单位                        错误  警告  提示  文件',
      '  不通过    云岭县教育局                   2     1     0  年报/教育局.json',
      '  未能检查                                                年报/坏.docx',
      '  须核实    云岭县人力资源和社会保障局     0     1     0  年报/人社局.json',
      '  通过1份：云岭县人民政府',
      '',
      '共4份报告：不通过1份、未能检查1份、须核实1份、通过1份；有2处错误、2处警告',
      '',
    ].join('\n'),
  );
});

test('the workbook has the verdicts in the order of the roster, and the frequencies', async () => {
  county();
  await runCli(['lint', '年报', '--roster', '名册.csv', '-f', 'xlsx:清单.xlsx']);
  const parts = packageParts(readFileSync('清单.xlsx'));
  const sheet = (number: number) => sheetRows(parts[`xl/worksheets/sheet${number}.xml`]!);
  const verdicts = sheet(2);
  const at = (name: string): number => verdicts[0]!.indexOf(name);
  assert.deepEqual(
    verdicts.slice(1).map((row) => [row[1], row[at('结论')], row[at('期限')], row[at('签收')]]),
    [
      ['云岭县水务局', '未报送', '1月20日', null],
      ['云岭县教育局', '不通过', null, null],
      ['云岭县人社局', '未报送', null, null],
      ['云岭县人民政府', '通过', null, null],
      ['云岭县人力资源和社会保障局（不在名册上）', '须核实', null, null],
      [null, '未能检查', null, null],
    ],
  );
  assert.deepEqual(sheet(3)[1]!.slice(2), ['警告', 2, 2, 'identity/unit']);
});

test('--exclude and ignore leave files and folders out, and say so', async () => {
  county();
  write({ '年报/去年/旧.json': named('云岭县水务局'), '年报/gov-report.config.json': { ignore: ['去年/', '人社局.json'] } });
  const run = await json('年报', '--exclude', '坏.*');
  assert.deepEqual(
    run.files.map(({ file }) => file),
    ['年报/县政府.json', '年报/教育局.json'],
  );
  assert.deepEqual(run.skipped, [
    { file: '年报/人社局.json', reason: 'excluded' },
    { file: '年报/去年/旧.json', reason: 'excluded' },
    { file: '年报/坏.docx', reason: 'excluded' },
  ]);
  assert.equal((await runCli(['lint', '年报', '--exclude', '年报/**'])).exitCode, 2, 'nothing is left');
  assert.deepEqual((await json('年报/去年/旧.json', '--no-config')).files.length, 1);
});

const SENTENCE = '按照 《条例》规定，，及时公开。';

test('the second round: mended, still open though it moved, new; who did not hand in again', async () => {
  const first = put(put(named('云岭县教育局'), CELL, 9999), '/sections/0/paragraphs/-', SENTENCE);
  write({ '一/教育局.json': first, '一/水务局.json': put(named('云岭县水务局'), CELL, 1), '一/财政局.json': named('云岭县财政局') });
  assert.equal((await runCli(['lint', '一', '-f', 'json:一.json'])).exitCode, 1);
  const earlier = (JSON.parse(readFileSync('一.json', 'utf8')) as RunResult).files.find(({ file }) => file.includes('教育局')) as Checked;
  const words = earlier.diagnostics.filter(({ ruleId }) => !ruleId.startsWith('arithmetic/'));
  assert.ok(words.some(({ ruleId }) => ruleId.startsWith('text/')));
  // The sums are mended, a paragraph comes before the sentence, and a placeholder is left in another.
  const paragraphs = [...named('云岭县教育局').sections[0]!.paragraphs];
  const moved = { ...named('云岭县教育局') };
  const second = {
    ...moved,
    sections: moved.sections.map((section, index) =>
      index === 0
        ? { ...section, paragraphs: ['本机关重视政务公开。', ...paragraphs, SENTENCE] }
        : index === 4
          ? { ...section, paragraphs: [...section.paragraphs, '详见×××网站。'] }
          : section,
    ),
  };
  write({ '二/教育局（改）.json': second, '二/财政局.json': named('云岭县财政局'), '二/司法局.json': named('云岭县司法局') });
  const run = await json('二', '--since', '一.json');
  const of = (name: string) => run.files.find(({ file }) => file.includes(name)) as Checked;
  const { since, diagnostics } = of('教育局');
  assert.equal(since?.earlier, '一/教育局.json');
  assert.deepEqual([since?.open, since?.unjudged], [words.length, 0]);
  assert.deepEqual(
    since?.mended.map(({ ruleId }) => ruleId),
    earlier.diagnostics.filter(({ ruleId }) => ruleId.startsWith('arithmetic/')).map(({ ruleId }) => ruleId),
  );
  assert.ok(diagnostics.filter((one) => one.since === 'open').every(({ ruleId }) => words.some((word) => word.ruleId === ruleId)));
  assert.ok(since!.new > 0 && diagnostics.some((one) => one.since === 'new' && one.ruleId === 'text/placeholder'));
  assert.deepEqual([of('财政局').since?.mended, of('财政局').since?.new], [[], 0]);
  assert.equal(of('司法局').since?.earlier, null);
  assert.deepEqual(run.since?.absent, [{ file: '一/水务局.json', unit: '云岭县水务局', findings: 3 }]);
  const { stdout } = await runCli(['lint', '二', '--since', '一.json']);
  assert.match(stdout, /text\/placeholder · 新增\n/);
  assert.match(stdout, /与上次相比：已改2处，仍未改\d+处，新增\d+处。\n {4}已改：/);
  assert.match(stdout, /没有重新报送\n {2}云岭县水务局（一\/水务局\.json）：上次有3处问题，这次没有报来\n与上次相比：/);
  // A rule that is off now has mended nothing.
  const off = await json('二', '--since', '一.json', '--rule', 'arithmetic/requests-row-total:off');
  const ofOff = off.files.find(({ file }) => file.includes('教育局')) as Checked;
  assert.deepEqual([ofOff.since?.mended.length, ofOff.since?.unjudged], [1, 1]);
  for (const lang of ['zh', 'en']) {
    await runCli(['lint', '二', '--since', '一.json', '-f', `xlsx:${lang}.xlsx`, '-f', `html:${lang}.html`, '-f', `csv:${lang}.csv`, '--lang', lang]);
    const sheets = packageParts(readFileSync(`${lang}.xlsx`));
    assert.equal(sheetRows(sheets['xl/worksheets/sheet4.xml']!).length, 3, 'two findings were mended');
    const [word, sentence] = lang === 'zh' ? ['仍未改', '与上次相比：已改2处'] : ['still open', 'Since the earlier run: 2 mended'];
    assert.ok(readFileSync(`${lang}.csv`, 'utf8').includes(word));
    assert.ok(readFileSync(`${lang}.html`, 'utf8').includes(sentence));
  }
  assert.match((await runCli(['lint', '二', '--since', '二/财政局.json'])).stderr, /不是 lint --format json 的输出/);
});

test('of several columns one must be headed as the units', async () => {
  write({ '年报/a.json': baseReport(), '名册.csv': '序号,叫法,期限\n1,云岭县人民政府,1月20日\n' });
  const { stderr, exitCode } = await runCli(['lint', '年报', '--roster', '名册.csv']);
  assert.match(stderr, /^错误：名册\.csv：名册有几列（第 1 行），但没有一列的标题是“单位”。/);
  assert.equal(exitCode, 2);
  write({ '机构.csv': '序号,机构名称\n1,云岭县人民政府\n' });
  assert.deepEqual((await json('年报', '--roster', '机构.csv')).roster?.missing, []);
});

test('a unit that reported in the earlier round has reported', async () => {
  const other = { ...baseReport(), unit: '云岭县水务局', title: '云岭县水务局2024年政府信息公开工作年度报告' };
  write({ '一/a.json': baseReport(), '一/b.json': other, '二/b.json': other, '名册.csv': '单位\n云岭县人民政府\n云岭县水务局\n云岭县人社局\n' });
  await runCli(['lint', '一', '-f', 'json:一.json']);
  const { roster } = await json('二', '--roster', '名册.csv', '--since', '一.json');
  assert.deepEqual(roster?.missing, ['云岭县人社局']);
});
