import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { cellSpec } from '../../src/form/model/names.js';
import type { Report } from '../../src/form/model/report.js';
import { readJson } from '../../src/read/formats/json/index.js';
import { parseBytes } from '../../src/read/index.js';
import { reportJson } from '../../src/write/report/json.js';
import { baseReport, put, without } from '../support/reading.js';

const base = baseReport('2021');
const text = (report: unknown): string => JSON.stringify(report, null, 2);

function refused(json: string): { readonly code: string; readonly zh: string; readonly en: string } {
  try {
    readJson(json);
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return { code: error.code, ...error.sentence };
  }
  throw new assert.AssertionError({ message: 'accepted, though it must not be' });
}

for (const edition of ['2019', '2021'] as const) {
  test(`reads the ${edition} edition whole`, () => {
    const report = baseReport(edition);
    const reading = readJson(text(report));
    assert.deepEqual(reading.report, report);
    assert.equal(reading.format, 'json');
    assert.deepEqual(
      Object.values(reading.tables).map((facts) => [facts.spec.edition, facts.missingRows, facts.missingColumns, facts.extraRows]),
      [edition, edition, reading.tables.disputes?.spec.edition].map((own) => [own, [], [], []]),
    );
    assert.deepEqual(
      reading.headings.map(({ number, match }) => number + match),
      ['一、exact', '二、exact', '三、exact', '四、exact', '五、exact', '六、exact'],
    );
  });
}

test('every value knows its line and column', () => {
  const json =
    '\ufeff{"schemaVersion": 1,\r\n  "edition": "2021", "preface": [], "sections": [], "closing": [],\r\n  "tables": {"disclosure": {"fees":\n {"amount": 3.50}, "licensing": {"decisions": null}}}}';
  const { locations } = readJson(json);
  assert.deepEqual(locations.get('/tables/disclosure/fees/amount'), { raw: '3.5', place: { line: 4, columnNumber: 13 } });
  assert.deepEqual(locations.get('/tables/disclosure/licensing/decisions'), { raw: '', place: { line: 4, columnNumber: 47 } });
  assert.deepEqual(locations.get('/tables/disclosure/fees'), { raw: '', place: { line: 3, columnNumber: 29 } });
});

test('texts of the original document are kept where they say what the value says', () => {
  const report = put(
    put(put(base, '/tables/requests/newlyReceived/total', 110), '/tables/requests/carriedOver/total', null),
    '/tables/requests/carriedOver/naturalPerson',
    null,
  );
  const located = (raw: string, more = {}): unknown => ({ raw, place: { line: 900 }, ...more });
  const { locations } = readJson(
    text({
      ...report,
      locations: {
        '/tables/requests/newlyReceived/total': located('１１０ 件'),
        '/tables/requests/newlyReceived/naturalPerson': located('999999'),
        '/tables/requests/carriedOver/total': located('/'),
        '/tables/requests/carriedOver/naturalPerson': located('7'),
        '/tables/requests/carriedForward/total': located('', { lost: true }),
        '/sections/0/heading': located('一、总体情况', { numberLength: 2 }),
      },
    }),
  );
  const raw = (pointer: string): unknown => locations.get(pointer)?.raw;
  assert.equal(raw('/tables/requests/newlyReceived/total'), '１１０ 件');
  assert.equal(
    raw('/tables/requests/newlyReceived/naturalPerson'),
    String(base.tables.requests && (base.tables.requests['newlyReceived'] as Record<string, number>)['naturalPerson']),
  );
  assert.equal(raw('/tables/requests/carriedOver/total'), '/');
  assert.equal(raw('/tables/requests/carriedOver/naturalPerson'), '');
  assert.equal(locations.get('/tables/requests/carriedForward/total')?.lost, undefined);
  assert.equal(locations.get('/sections/0/heading')?.numberLength, 2);
  assert.notEqual(locations.get('/sections/0/heading')?.place.line, 900);
});

test('missing rows, columns and tables are facts, not faults', () => {
  let report = without(base, '/tables/requests/outcomes/granted');
  report = without(report, '/tables/disputes');
  const { tables } = readJson(text(report));
  assert.deepEqual(tables.requests?.missingRows, ['outcomes/granted']);
  assert.equal(tables.disputes, undefined);
});

test('a table of the other edition, or of both, is accepted', () => {
  const older = { ...base, tables: { ...base.tables, requests: baseReport('2019').tables.requests } } as Report;
  assert.deepEqual(readJson(text(older)).tables.requests?.editions, ['2019']);
  const outcomes = (report: Report): Record<string, object> => report.tables.requests?.['outcomes'] as unknown as Record<string, object>;
  const mixed = put(base, '/tables/requests/outcomes/other', { ...outcomes(base)['other'], ...outcomes(baseReport('2019'))['other'] });
  assert.deepEqual(readJson(text(mixed)).tables.requests?.editions, ['2021', '2019']);
});

test('a cell left out of a row is a fault, because a blank is written null', () => {
  assert.deepEqual(
    refused(text(without(base, '/tables/requests/outcomes/granted/total'))).zh.replace(/\d+/g, '#'),
    '不是规范的年度报告数据，有 # 处不符：第 # 行 /tables/requests/outcomes/granted 缺少“total”，空白应写 null。',
  );
});

const shapes: readonly (readonly [string, string, string])[] = [
  [
    'an unknown key of a row',
    text(put(base, '/tables/requests/newlyReceived/natural', 1)),
    '/tables/requests/newlyReceived 中有不认识的键“natural”，可用的是“naturalPerson”、“enterprise”、“researchInstitution”、“socialOrganization”、“legalService”、“otherOrganization”、“total”',
  ],
  ['an unknown key of the report', text({ ...base, Year: 2024 }), '最外层中有不认识的键“Year”'],
  [
    'a figure as a text',
    text(put(base, '/tables/requests/newlyReceived/total', '110')),
    '/tables/requests/newlyReceived/total 应为数或 null（空白），却是 "110"',
  ],
  ['a wrong version', text({ ...base, schemaVersion: 2 }), '/schemaVersion 应为 1，却是 2'],
  ['an unknown edition', text({ ...base, edition: '2020' }), '/edition 应为 "2019"、"2021"，却是 "2020"'],
  ['no sections', text(without(base, '/sections')), '最外层缺少“sections”'],
  ['a year as a text', text({ ...base, year: '2024' }), '/year 应为整数，却是 "2024"'],
  ['a doubled key', text(base).replace('"year": 2024,', '"year": 2024, "year": 2023,'), '最外层中的键“year”重复'],
  ['a key that would reach the prototype', text(base).replace('"year"', '"__proto__": {"edition": "2019"}, "year"'), '最外层中有不认识的键“__proto__”'],
];
for (const [name, json, fault] of shapes) {
  test(`refuses ${name}, and says where`, () => {
    const { code, zh } = refused(json);
    assert.equal(code, 'json-shape');
    assert.match(zh, /^不是规范的年度报告数据，有 1 处不符：第 \d+ 行 /);
    assert.equal(zh.replace(/^.*?行 /, '').replace(/。$/, ''), fault);
  });
}

test('tells the first five faults in the order of the file, and how many there are', () => {
  const json = text({ ...base, preface: [1, 2, 3, 4, 5, 6, 7] });
  assert.equal(
    refused(json).en,
    `This is no canonical report; 7 values do not fit: ${[1, 2, 3, 4, 5].map((n) => `line ${n + 7}: /preface/${n - 1} must be a string, not ${n}`).join('; ')}; ….`,
  );
});

const syntax: readonly (readonly [string, string])[] = [
  ['{"schemaVersion": 1,\n "year": NaN}', '第 2 行第 10 列的 NaN 不是 JSON 的值，空白应写 null'],
  ['{"a": 1', '第 1 行第 8 列内容突然中断'],
  ['{"a": 1 "b"}', '第 1 行第 9 列应为逗号或 }'],
  ["{'a': 1}", '第 1 行第 2 列应为带双引号的键'],
  ['{"a": 01}', '第 1 行第 7 列应为一个值，却是 01'],
  ['{"a": "x\ny"}', '第 1 行第 9 列的字符串里有未转义的控制字符或换行'],
  ['{"a": "\\x"}', '第 1 行第 8 列的转义写法无效'],
  ['{"a": "x', '第 1 行第 7 列的字符串没有结尾的引号'],
  ['{"a": 12345678901234567890}', '第 1 行第 7 列的数 12345678901234567890 大到无法精确表示'],
  ['{"a": 1e999}', '第 1 行第 7 列的数 1e999 大到无法精确表示'],
  ['[1,]', '第 1 行第 4 列应为一个值，却是 ]'],
];
for (const [json, fault] of syntax) {
  test(`refuses ${JSON.stringify(json)}`, () => assert.deepEqual([refused(json).code, refused(json).zh], ['json-syntax', `不是有效的 JSON：${fault}。`]));
}

test('reads what JSON may write in other ways', () => {
  const { report } = readJson(text(base).replace('"year": 2024', '"year": 2.024e3').replace('"title": "', '"title": "\\u4e2d\\ud840\\udc00\\n\\/'));
  assert.equal(report.year, 2024);
  assert.equal(report.title, `中𠀀\n/${base.title}`);
});

test('one report as NDJSON or as an array of one is read; several are refused', () => {
  const line = JSON.stringify(base);
  assert.deepEqual(readJson(`${line}\n`).report, base);
  assert.deepEqual(readJson(`[${line}]`).report, base);
  assert.deepEqual(
    [refused(`${line}\n${line}\n`).code, refused(`${line}\n${line}\n`).zh],
    ['several-reports', '文件里有 2 份报告（第 2 份始于第 2 行），而一个文件只能放一份。'],
  );
  assert.equal(refused(`[${line},${line}]`).code, 'several-reports');
});

test('other JSON says that it is no report', () => {
  assert.equal(refused('{"name": "x"}').code, 'not-a-report');
  assert.equal(refused('[]').code, 'not-a-report');
  assert.equal(refused('[1, 2]').code, 'not-a-report');
  assert.equal(refused('{"schemaVersion": 1, "files": [], "summary": {}}').code, 'result-json');
  assert.equal(refused('{"file": "a", "status": "checked", "diagnostics": []}').code, 'result-json');
});

const hostile: readonly (readonly [string, string, string])[] = [
  ['a million levels', '['.repeat(1_000_000), 'too-large'],
  ['a million values', `[${'1,'.repeat(1_000_000)}1]`, 'too-large'],
  ['twenty million blanks', `{${' '.repeat(20_000_000)}`, 'json-syntax'],
  ['a text of twenty million letters', `{"a": "${'x'.repeat(20_000_000)}`, 'json-syntax'],
  ['a number of twenty million digits', `{"a": ${'1'.repeat(20_000_000)}`, 'json-syntax'],
  ['a hundred thousand unknown keys', `{"edition": 1, ${Array.from({ length: 100_000 }, (_, i) => `"k${i}": 1`).join()}}`, 'json-shape'],
];
for (const [name, json, code] of hostile) {
  test(`refuses ${name}`, () => {
    assert.equal(refused(json).code, code);
  });
}

for (const name of ['2019/zhangjiapo-2020.docx', 'html/site-gbk-2019.html']) {
  test(`what convert --to json --locations writes of ${name} reads back with the same texts`, async () => {
    const reading = await parseBytes(new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url))));
    const back = readJson(reportJson(reading, { locations: true }));
    assert.deepEqual(back.report, reading.report);
    assert.deepEqual(back.headings, reading.headings);
    assert.deepEqual(back.tables, Object.fromEntries(Object.entries(reading.tables).map(([key, facts]) => [key, { ...facts, extraRows: [], repeated: [] }])));
    const cells = [...reading.locations].filter(([pointer]) => cellSpec(pointer) !== undefined);
    assert.equal(cells.length, 198);
    for (const [pointer, { raw }] of cells) assert.equal(back.locations.get(pointer)?.raw, raw, pointer);
  });
}
