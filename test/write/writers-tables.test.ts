/** The figures as tidy rows and as a workbook, and how the form is laid out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { plainNumber } from '../../src/base/text/plain-number.js';
import { cellsOf, editions, tableSpec } from '../../src/form/editions/index.js';
import { layoutTable, slotsOf } from '../../src/write/report/layout.js';
import { tidyRows } from '../../src/write/report/tidy.js';
import { wrapCell } from '../../src/write/report/wrap-cell.js';
import { baseReport, put, readingOf, without } from '../support/reading.js';
import { written, writtenText } from '../support/written.js';

test('a layout covers its rectangle once, with every cell of the form in it', () => {
  for (const { tables } of editions) {
    for (const spec of tables) {
      const layout = layoutTable(spec);
      const area = layout.rows.flat().reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0);
      assert.equal(area, layout.width * layout.rows.length);
      assert.ok(slotsOf(layout).every((line) => line.length === layout.width && line.every((cell) => cell !== undefined)));
      assert.deepEqual(
        layout.rows.flat().flatMap(({ pointer }) => pointer ?? []),
        cellsOf(spec).map(({ pointer }) => pointer),
      );
    }
  }
});

test('table three of the 2021 form: 25 rows of 7 figures, three label columns, three header rows', () => {
  const layout = layoutTable(tableSpec('2021', 'requests'));
  assert.deepEqual([layout.width, layout.labelWidth, layout.headerRows, layout.rows.length], [10, 3, 3, 28]);
  const named = (text: string): unknown => {
    const { kind, row, column, rowSpan, columnSpan } = layout.rows.flat().find((cell) => cell.text === text)!;
    return [kind, row, column, rowSpan, columnSpan];
  };
  assert.deepEqual(named('申请人情况'), ['banner', 0, 3, 1, 7]);
  assert.deepEqual(named('法人或其他组织'), ['column-group', 1, 4, 1, 5]);
  assert.deepEqual(named('自然人'), ['column', 1, 3, 2, 1]);
  assert.deepEqual(named('三、本年度办理结果'), ['row-group', 5, 0, 22, 1]);
  assert.deepEqual(named('（三）不予公开'), ['row-group', 7, 1, 8, 1]);
  assert.deepEqual(named('（一）予以公开'), ['row', 5, 1, 1, 2]);
  assert.deepEqual(named('3.其他'), ['row', 25, 2, 1, 1]);
  const [corner] = layout.rows[0]!;
  assert.deepEqual([corner?.kind, corner?.rowSpan, corner?.columnSpan], ['corner', 3, 3]);
});

test('rows and columns that a table does not have are not laid out', () => {
  const layout = layoutTable(tableSpec('2021', 'disclosure'), {
    rows: ['penalties', 'coercion', 'fees'],
    columns: [{ block: 0, column: 'repealed' }],
  });
  assert.deepEqual(
    layout.rows.map((row) => row.map(({ text, columnSpan }) => `${text}/${columnSpan}`)),
    [
      ['第二十条第（一）项/3'],
      ['信息内容/1', '本年制发件数/1', '现行有效件数/1'],
      ['规章/1', '/1', '/1'],
      ['行政规范性文件/1', '/1', '/1'],
      ['第二十条第（五）项/3'],
      ['信息内容/1', '本年处理决定数量/2'],
      ['行政许可/1', '/2'],
    ],
  );
});

test('csv: byte order mark, CRLF, official names, one line a cell', async () => {
  const report = put(put(baseReport('2021'), '/tables/disclosure/regulations/issued', null), '/unit', '云岭县，“水务局”');
  const reading = readingOf(report, { '/tables/disclosure/regulations/issued': '本单位,未制作规章' });
  const csv = await writtenText(reading, 'csv');
  const lines = csv.split('\r\n');
  assert.equal(lines[0], '\ufeff单位,年度,格式版本,表,行,列,数值,原文,指针');
  assert.equal(lines[1], '云岭县，“水务局”,2024,2021,主动公开政府信息情况,规章,本年制发件数,,"本单位,未制作规章",/tables/disclosure/regulations/issued');
  assert.equal(lines.length, 1 + 10 + 25 * 7 + 15 + 1);
  assert.equal(lines.at(-1), '');
  assert.ok(lines.includes('云岭县，“水务局”,2024,2021,主动公开政府信息情况,行政事业性收费,本年收费金额,318.46,318.46,/tables/disclosure/fees/amount'));
  const english = (await writtenText(reading, 'csv', 'en')).split('\r\n');
  assert.equal(english[0], '\ufeffunit,year,edition,table,row,column,value,raw,pointer');
  assert.ok(
    english.some((line) => line.includes(',Requests received and handled,3(1) granted,natural persons,41,41,/tables/requests/outcomes/granted/naturalPerson')),
  );
});

test('a report without unit, year or some rows gives rows without them', () => {
  let report = without(baseReport('2021'), '/tables/requests/outcomes/denied');
  report = without(without(report, '/unit'), '/year');
  const rows = tidyRows(readingOf(report), 'zh');
  assert.deepEqual([rows[0]!.unit, rows[0]!.year], [null, null]);
  assert.equal(rows.length, 10 + 17 * 7 + 15);
  assert.ok(rows.every(({ pointer }) => !pointer.includes('/denied/')));
});

test('a table of the other form says which form it follows', () => {
  const report = { ...baseReport('2021'), tables: { ...baseReport('2021').tables, disclosure: baseReport('2019').tables.disclosure! } };
  const editionsOf = new Map(tidyRows(readingOf(report), 'zh').map(({ table, edition }) => [table, edition]));
  assert.deepEqual([...editionsOf.values()], ['2019', '2021', '2021']);
});

test('xlsx: a sheet a table and the tidy one; numbers are numbers, blanks blank', async () => {
  const report = put(put(baseReport('2021'), '/tables/requests/newlyReceived/total', null), '/tables/requests/newlyReceived/naturalPerson', 18708325);
  const bytes = await written(readingOf(report, { '/tables/requests/newlyReceived/naturalPerson': '18,708,325（含重复）' }), 'xlsx');
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  assert.deepEqual(
    [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name),
    ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况', '明细'],
  );
  const sheet = parts['xl/worksheets/sheet2.xml']!;
  assert.match(sheet, /<c r="D4" s="\d+"><v>18708325<\/v><\/c>/);
  assert.match(sheet, /<c r="J4" s="\d+"\/>/);
  for (const range of ['A1:C3', 'D1:J1', 'E2:I2', 'A6:A27', 'B8:B15', 'A28:C28']) assert.ok(sheet.includes(`<mergeCell ref="${range}"/>`), range);
  const english = unzipSync(await written(readingOf(report), 'xlsx', 'en'));
  assert.match(strFromU8(english['xl/workbook.xml']!), /<sheet name="Administrative reconsideration " |<sheet name="cells"/);
  assert.deepEqual(await written(readingOf(report), 'xlsx'), await written(readingOf(report), 'xlsx'));
});

test('numbers are written in plain digits', () => {
  assert.deepEqual([0, -3, 318.46, 0.1, Number.MAX_SAFE_INTEGER, 1e-7, 1e21, 0.1 + 0.2].map(plainNumber), [
    '0',
    '-3',
    '318.46',
    '0.1',
    '9007199254740991',
    '0.0000001',
    '1000000000000000000000',
    '0.30000000000000004',
  ]);
});

test('a cell breaks only where joining gives the same text again', () => {
  assert.deepEqual(wrapCell('1.申请人无正当理由逾期不补正', 10), ['1.申请人无', '正当理由逾', '期不补正']);
  assert.deepEqual(wrapCell('18708325', 4), ['18708325']);
  assert.deepEqual(wrapCell('（区分处理的，只计这一情形）', 8), ['（区分处', '理的，只', '计这一情', '形）']);
  assert.deepEqual(wrapCell('已有 5 件', 4), ['已', '有 5 件']);
  assert.deepEqual(wrapCell('', 8), ['']);
});
