/** A supervisor's week: sixty units in three levels with planted faults, last year's folder, a roster as a workbook, two rounds of handing in. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { test } from 'node:test';
import { workbook } from '../../src/base/package/workbook.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import type { Checked, RunResult } from '../../src/judge/diagnostic.js';
import { parseBytes } from '../../src/read/index.js';
import { reportDocx } from '../../src/write/report/docx.js';
import { county } from '../support/county.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, previousReport, put, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { packageParts, sheetRows } from '../support/workbook.js';

standInFolder();

const CELL = '/tables/requests/newlyReceived/total';
/** The clean report of the invented county under the name of each of its units. */
const named = (unit: string, base = baseReport()): Report & { readonly unit: string } => ({
  ...(JSON.parse(JSON.stringify(base).replaceAll('云岭县人民政府', unit)) as Report),
  unit,
});
const reports = county({ units: 60, copying: 0 }).map(({ unit }, index) => named(index === 0 ? '云岭县人民政府' : unit));
const docx = (report: Report): Uint8Array => reportDocx(readingOf(report));

/** The government itself, its departments, its towns. */
function placeOf({ unit }: { readonly unit: string }, index: number): string {
  return index === 0 ? `${unit}.docx` : unit.endsWith('局') ? `部门/${unit}.docx` : `街镇/${unit}.docx`;
}

/** Faults by the number of the unit. */
const faults: { readonly [index: number]: (report: Report) => Report } = {
  4: (report) => put(report, CELL, (valueAt(report, CELL) as number) + 7),
  9: (report) => put(report, '/sections/0/paragraphs/-', '详见×××网站。'),
  16: (report) => put(report, '/title', `${report.unit}2024年度政府信息公开工作年度报告`),
  25: (report) => put(report, CELL, null),
};
/** Units that did not report, and one that the roster does not know. */
const silent = [7, 30];
const stranger = 59;

function build(): void {
  const first = reports.flatMap((report, index) =>
    silent.includes(index) ? [] : [[`第一次/${placeOf(report, index)}`, docx((faults[index] ?? ((same: Report) => same))(report))] as const],
  );
  write({ ...Object.fromEntries(first), '第一次/街镇/坏.docx': 'no package', '第一次/说明.txt': '请于1月20日前报送。' });
  const rows = [
    ['云岭县2024年度政府信息公开工作年度报告名册'],
    ['序号', '单位', '期限'],
    ...reports.slice(0, stranger).map(({ unit }, index) => [index + 1, unit, 45677]),
  ];
  write({
    '名册.xlsx': workbook([
      {
        name: '名册',
        widths: [8, 36, 14],
        headerRows: 0,
        rows: rows.map((values) => ({ cells: values.map((value) => ({ value, format: 'plain' as const })) })),
      },
    ]),
    '去年/水务局.docx': docx(named(unitOf(2), previousReport())),
  });
}

const unitOf = (index: number): string => reports[index]!.unit;

for (const lang of ['zh', 'en'] as const)
  test(`the week from the command line (${lang})`, async () => {
    build();
    const run = (...argv: readonly string[]) => runCli([...argv, '--lang', lang]);
    const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
    const outputs = ['-f', 'pretty', '-f', 'json:一.json', '-f', 'xlsx:一.xlsx', '-f', 'slips:退改/'];
    const one = await run('lint', '第一次', '--roster', '名册.xlsx', '--previous', '去年', ...outputs);
    assert.equal(one.exitCode, 2, 'one file cannot be read');
    const results = JSON.parse(readFileSync('一.json', 'utf8')) as RunResult;
    assert.deepEqual(results.roster?.missing, silent.map(unitOf));
    assert.deepEqual(
      results.roster?.unexpected.map(({ unit }) => unit),
      [unitOf(stranger)],
    );
    assert.equal(results.files.length, 59);
    const failing = results.files.filter(({ verdict }) => verdict === 'fail').map((file) => (file as Checked).unit);
    assert.deepEqual(failing, [25, 4].map(unitOf));
    const slips = readdirSync('退改');
    const returned = results.files.filter(({ verdict }) => verdict !== 'pass').length;
    assert.equal(slips.length, returned + 1, 'a slip for each that is returned, and the notice');
    const slip = await partsOfDocx(`退改/${unitOf(4)}.docx`);
    assert.ok(slip.includes(unitOf(4)) && slip.includes('2025-01-20'));
    assert.ok(slip.includes(word('须改正的问题', 'What must be mended')));
    const notice = await partsOfDocx(`退改/${word('核对情况通报', 'notice')}.docx`);
    for (const unit of silent.map(unitOf)) assert.ok(notice.includes(unit));
    assert.match(one.stdout, new RegExp(word('各报告结论', 'Verdicts')));
    const sheets = packageParts(readFileSync('一.xlsx'));
    const verdicts = sheetRows(sheets['xl/worksheets/sheet2.xml']!);
    assert.deepEqual(
      verdicts.slice(1, stranger + 1).map((row) => row[1]),
      reports.slice(0, stranger).map(({ unit }) => unit),
    );

    const annotated = await run('annotate', '第一次', '-o', '批注/');
    assert.equal(annotated.exitCode, 2);
    assert.equal(readdirSync('批注/部门').length + readdirSync('批注/街镇').length + 1, 58);
    const again = await run('lint', '第一次', '-f', 'slips:退改/');
    assert.equal(again.exitCode, 2, 'no slip is replaced');

    // The second round: one mends, one does not, one brings a new fault, one does not hand in.
    for (const index of [4, 16, 25])
      write({
        [`第二次/${unitOf(index)}.docx`]: docx(
          index === 4 ? put(reports[4]!, '/sections/0/paragraphs/-', '详见×××网站。') : index === 25 ? faults[25]!(reports[25]!) : reports[16]!,
        ),
      });
    const two = await run(
      'lint',
      '第二次',
      '--since',
      '一.json',
      '--previous',
      '去年',
      '-f',
      'pretty',
      '-f',
      'json:二.json',
      '-f',
      'slips:再退/',
      '-f',
      'xlsx:二.xlsx',
      '-f',
      'html:二.html',
    );
    const second = JSON.parse(readFileSync('二.json', 'utf8')) as RunResult;
    const since = (index: number) => (second.files.find((file) => (file as Checked).unit === unitOf(index)) as Checked).since!;
    assert.ok(since(4).mended.length > 0 && since(4).new > 0);
    assert.ok(since(16).mended.length > 0 && since(25).open > 0 && since(25).mended.length === 0);
    assert.deepEqual(
      second.since?.absent.map(({ file }) => file),
      [`第一次/街镇/${unitOf(9)}.docx`, '第一次/街镇/坏.docx'],
    );
    assert.match(two.stdout, new RegExp(word('与上次相比：已改', 'Since the earlier run: ')));

    renameSync('第一次/街镇/坏.docx', '坏.docx');
    assert.equal((await run('aggregate', '第一次', '--roster', '名册.xlsx', '-o', '汇总.xlsx')).exitCode, 0);
    assert.equal((await run('convert', '第一次', '-o', '全部.parquet')).exitCode, 0);
    assert.equal((await run('convert', '第一次', '-o', '全部.csv')).exitCode, 0);
    assert.equal((await parseBytes(readFileSync(`批注/部门/${unitOf(4)}.docx`))).report.unit, unitOf(4), 'an annotated copy is a report still');
  });

async function partsOfDocx(path: string): Promise<string> {
  return packageParts(readFileSync(path))['word/document.xml']!.replace(/<[^>]+>/g, '');
}
