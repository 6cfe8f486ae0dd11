/** Repairs: what is made, what is left, and that nothing else changes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { type Judged, judgeReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { parseBytes } from '../../src/read/index.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';
import { fixDocument } from '../../src/write/back/index.js';
import { packedEntries, partsOf, partText } from '../support/docx-compare.js';
import { p, pack, r, word } from '../support/docx-parts.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { FAULTS, spoiled } from '../support/spoil.js';
import { cellALine, cellTexts, printedRows, sheetRows, tabbedCells, tabRows, wholeText } from '../support/text-layouts.js';
import { writtenText } from '../support/written.js';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url)));
const FIXTURES = ['docx/libreoffice-2021.docx', 'docx/pandoc-2021.docx'];

standInFolder();

interface Linted {
  readonly files: readonly [{ readonly diagnostics: readonly { readonly ruleId: string; readonly pointer: string }[] }];
}

async function findings(file: string): Promise<readonly string[]> {
  const { stdout } = await runCli(['lint', file, '-f', 'json']);
  return (JSON.parse(stdout) as Linted).files[0].diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`);
}

/** A main part with every change rejected. */
function rejected(xml: string): string {
  return xml
    .replace(/<w:ins [^>]*author="gov-report"[^>]*>.*?<\/w:ins>/gs, '')
    .replace(/<w:del [^>]*author="gov-report"[^>]*>(.*?)<\/w:del>/gs, '$1')
    .replace(/w:delText/g, 'w:t');
}

for (const name of FIXTURES) {
  test(`${name}: one wrong cell and ten tidiness faults, then fix --unsafe, then clean`, async () => {
    const before = spoiled(fixture(name), FAULTS);
    write({ 'a.docx': before });
    const faults = await findings('a.docx');
    assert.ok(faults.length >= 10, faults.join('\n'));
    const run = await runCli(['fix', 'a.docx', '-o', 'b.docx', '--unsafe']);
    assert.deepEqual([run.exitCode, run.stdout], [0, '']);
    assert.match(run.stderr, /^已改 \d+ 处：b\.docx\n改动都是修订，请在 Word 中逐处接受或者拒绝后再用。\n$/);
    assert.deepEqual(await findings('b.docx'), []);
    const after = new Uint8Array(readFileSync('b.docx'));
    // What was spoiled is again what it was, but for the title and the figures' own words.
    assert.deepEqual((await parseBytes(after)).report, (await parseBytes(fixture(name))).report);
    const [old, now] = [packedEntries(before), packedEntries(after)];
    assert.deepEqual([...now.keys()], [...old.keys()]);
    for (const [part, bytes] of old) if (part !== 'word/document.xml') assert.deepEqual(Buffer.from(now.get(part)!), Buffer.from(bytes), part);
    const xml = partText(after, 'word/document.xml');
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="gov-report">/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length >= 12, `${ids.length}`);
    const undone = pack({ ...Object.fromEntries(partsOf(after)), 'word/document.xml': rejected(xml) });
    assert.deepEqual(
      readDocx(undone).blocks.map((block) => ('text' in block ? block.text : block.grid.cells.map(({ text }) => text))),
      readDocx(before).blocks.map((block) => ('text' in block ? block.text : block.grid.cells.map(({ text }) => text))),
      'all changes rejected give the document as it was',
    );
    // A second run has nothing to do, and gives the same bytes.
    await runCli(['fix', 'b.docx', '-o', 'c.docx', '--unsafe']);
    assert.deepEqual(readFileSync('c.docx'), readFileSync('b.docx'));
  });
}

test('a repair that would bring up something else is left, the others are made, in few trials', async () => {
  const before = spoiled(fixture(FIXTURES[0]!), FAULTS);
  const options = { lang: 'zh', rules: selectRules(rules, {}), ruleOptions: {} } as const;
  let judged = 0;
  const judge = (reading: Reading): Judged => {
    judged += 1;
    return judgeReading(reading, 'a.docx', options);
  };
  const plain = await fixDocument(before, 'a.docx', judge, { unsafe: true, fillZero: false });
  assert.deepEqual([judged, plain.skipped], [2, []]);
  judged = 0;
  const text = (await parseBytes(before)).report.sections[0]!.paragraphs[2]!;
  const at = text.indexOf('110件');
  const bad = { on: '/sections/0/paragraphs/2', span: [at, at + 3], text: '111', ruleId: 'text/punctuation', fingerprint: '0' } as const;
  const spoiling = (reading: Reading): Judged => {
    const { result, repairs, formatting } = judge(reading);
    return { result, formatting, repairs: [...repairs.slice(0, 3), bad, ...repairs.slice(3)] };
  };
  const fixed = await fixDocument(before, 'a.docx', spoiling, { unsafe: true, fillZero: false });
  assert.deepEqual(
    fixed.skipped.map(({ repair, reason }) => [repair.on, reason]),
    [[bad.on, 'doubtful']],
  );
  assert.deepEqual(Buffer.from(fixed.bytes), Buffer.from(plain.bytes));
  assert.ok(judged <= 2 + 2 * Math.ceil(Math.log2(plain.repairs.length + 1)), `${judged} trials for ${plain.repairs.length} repairs`);
});

test('tabs and breaks around a figure stay, the figure is repaired', async () => {
  const spoilt = spoiled(fixture(FIXTURES[0]!), { '/tables/disclosure/penalties/decisions': '４３１' });
  const main = partText(spoilt, 'word/document.xml').replace(/(<w:t[^>]*>４３１<\/w:t>)/, '<w:tab/>$1<w:br/>');
  write({ 'a.docx': pack({ ...Object.fromEntries(partsOf(spoilt)), 'word/document.xml': main }) });
  assert.deepEqual(await findings('a.docx'), ['cells/digit-format /tables/disclosure/penalties/decisions']);
  await runCli(['fix', 'a.docx', '-o', 'b.docx']);
  assert.deepEqual(await findings('b.docx'), []);
  const xml = partText(new Uint8Array(readFileSync('b.docx')), 'word/document.xml');
  const marks = [...xml.matchAll(/<w:tab\/>|<w:br\/>|<w:(?:delText|t)(?: [^>]*)?>(?:４３１|431)</g)].map(([mark]) => mark.replace(/ [^>]*/, ''));
  assert.deepEqual(marks, ['<w:tab/>', '<w:delText>４３１<', '<w:t>431<', '<w:br/>']);
});

test('without --unsafe the wrong figure stays; without --fill-zero blanks stay', async () => {
  write({
    'a.docx': spoiled(fixture(FIXTURES[0]!), { ...FAULTS, '/tables/requests/carriedOver/legalService': '', '/tables/disputes/reconsideration/other': '' }),
  });
  await runCli(['fix', 'a.docx', '-o', 'b.docx']);
  const { tables } = (await parseBytes(new Uint8Array(readFileSync('b.docx')))).report;
  const cell = (table: unknown, ...path: readonly string[]): unknown => path.reduce((node, key) => (node as Record<string, unknown>)[key], table);
  assert.equal(cell(tables, 'requests', 'outcomes', 'partiallyGranted', 'naturalPerson'), 21);
  assert.equal(cell(tables, 'requests', 'carriedOver', 'legalService'), null);
  assert.equal(cell(tables, 'disclosure', 'penalties', 'decisions'), 431);
});

test('--fill-zero writes 0 where every sum allows it, and says where it does not', async () => {
  const base = baseReport('2021');
  const { legalService } = (base.tables.requests as unknown as { carriedOver: { legalService: number } }).carriedOver;
  assert.equal(legalService, 0);
  write({
    'a.docx': spoiled(fixture(FIXTURES[0]!), {
      '/tables/requests/carriedOver/legalService': '',
      '/tables/requests/outcomes/partiallyGranted/naturalPerson': '',
    }),
  });
  const run = await runCli(['fix', 'a.docx', '-o', 'b.docx', '--fill-zero']);
  assert.match(run.stderr, /^已改 1 处：b\.docx\n.*\n未改：（二）部分公开 × 自然人：填 0 会使勾稽关系不成立，请填实际数\n$/);
  assert.deepEqual(await findings('b.docx'), ['cells/blank /tables/requests/outcomes/partiallyGranted/naturalPerson']);
});

test('--fill-zero leaves a form that nobody has filled in as it is, and says so in one line', async () => {
  await runCli(['template', '--year', '2024', '--unit', '云岭县水务局', '-o', 'blank.docx']);
  const run = await runCli(['fix', 'blank.docx', '-o', 'b.docx', '--fill-zero']);
  assert.equal(run.stderr, '已改 0 处：b.docx\n未改：各表：表格还没有填写，没有补 0；请先填写，再补没有发生的项目\n');
  assert.deepEqual(readFileSync('b.docx'), readFileSync('blank.docx'));
  assert.match(
    (await runCli(['fix', 'blank.docx', '-o', 'c.docx', '--fill-zero', '--lang', 'en'])).stderr,
    /^not repaired: all tables: the tables are not filled in yet/m,
  );
});

test('words in somebody’s pending insertion are left, and said', async () => {
  const report = ['云岭县人民政府2024年政府信息公开工作年度报告', '一、总体情况', '二、主动公开政府信息情况'];
  write({ 'a.docx': word(report.map((text) => p(text)).join('') + p(`${r('工作平稳')}<w:ins w:id="3" w:author="甲">${r(',有序推进')}</w:ins>`)) });
  const run = await runCli(['fix', 'a.docx', '-o', 'b.docx']);
  assert.equal(run.stderr, '已改 0 处：b.docx\n未改：text/punctuation：这些字在没有接受的修订中，请先处理修订\n');
  assert.deepEqual(readFileSync('b.docx'), readFileSync('a.docx'));
});

test('a text keeps encoding, byte order mark and line ends', async () => {
  const text = new TextDecoder().decode(fixture('2019/zhangjiapo-2020.txt'));
  const due = text
    .replace('2020年度政府信息公开工作年度', '2020年政府信息公开工作年度')
    .replace('[bookmark: _GoBack]', '')
    .replace('主动公开内容:', '主动公开内容：')
    .replace('经济管理活动,', '经济管理活动，')
    .replace('公开情况:', '公开情况：')
    .replace('引导作用,', '引导作用，');
  assert.notEqual(due, text);
  const wide = (content: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${content}`, 'utf16le'));
  const crlf = (content: string): string => content.replace(/\r?\n/g, '\r\n');
  for (const encode of [
    (content: string) => new TextEncoder().encode(content),
    (content: string) => new TextEncoder().encode(`\ufeff${crlf(content)}`),
    (content: string) => toGb18030(crlf(content)),
    wide,
  ]) {
    write({ 'a.txt': encode(text) });
    const run = await runCli(['fix', 'a.txt', '-o', 'b.txt']);
    assert.equal(run.stderr, '已改 6 处：b.txt\n');
    assert.deepEqual(readFileSync('b.txt'), Buffer.from(encode(due)));
  }
});

const LAYOUTS: Readonly<Record<string, (report: Report) => string | Promise<string>>> = {
  'a cell a line': (report) => wholeText(report, (table) => cellALine(printedRows(table, cellTexts(report)))),
  'a cell a line behind a tab': (report) => wholeText(report, (table) => tabbedCells(printedRows(table, cellTexts(report)))),
  'rows of tabs': (report) => wholeText(report, (table) => tabRows(printedRows(table, cellTexts(report)))),
  'rows of a spreadsheet': (report) =>
    wholeText(report, (table) => {
      const rows = printedRows(table, cellTexts(report));
      return sheetRows(rows, Math.max(...rows.map(({ values }) => values ?? 0)));
    }),
  'ruled text': (report) => writtenText(readingOf(report), 'txt'),
  Markdown: (report) => writtenText(readingOf(report), 'md'),
};

for (const [name, layout] of Object.entries(LAYOUTS)) {
  test(`blank totals and blank cells are filled in a text: ${name}`, async () => {
    const blanks = ['/tables/requests/outcomes/granted/total', '/tables/disputes/reconsideration/total', '/tables/requests/carriedForward/legalService'];
    const whole = baseReport('2021');
    const report = blanks.reduce((model, pointer) => put(model, pointer, null), whole);
    const text = (await layout(report)).replaceAll('\n', '\r\n');
    write({ 'a.txt': toGb18030(text) });
    const before = await findings('a.txt');
    for (const [index, pointer] of blanks.entries()) assert.ok(before.includes(`cells/${index < 2 ? 'blank-total' : 'blank'} ${pointer}`), before.join('\n'));
    const run = await runCli(['fix', 'a.txt', '-o', 'b.txt', '--fill-zero']);
    assert.doesNotMatch(run.stderr, /没有改/);
    assert.deepEqual(
      await findings('b.txt'),
      before.filter((finding) => !blanks.some((pointer) => finding.endsWith(` ${pointer}`))),
    );
    const { report: after } = await parseBytes(new Uint8Array(readFileSync('b.txt')));
    assert.deepEqual(after.tables, whole.tables);
    const lines = (bytes: Uint8Array): readonly string[] => new TextDecoder('gb18030').decode(bytes).split('\r\n');
    const [old, now] = [text.split('\r\n'), lines(new Uint8Array(readFileSync('b.txt')))];
    assert.equal(old.filter((line, index) => line !== now[index]).length, 3, 'lines that changed');
    assert.equal(now.length, old.length);
  });
}

test('--dry-run shows the difference and writes nothing; colours only on a terminal', async () => {
  write({ 'a.txt': fixture('2019/zhangjiapo-2020.txt') });
  const plain = await runCli(['fix', 'a.txt', '-o', 'b.txt', '--dry-run']);
  assert.ok(!existsSync('b.txt'));
  assert.ok(
    plain.stdout.startsWith(
      '--- a.txt\n+++ b.txt\n@@ -1 +1 @@\n-张家坡镇2020年度政府信息公开工作年度\n+张家坡镇2020年政府信息公开工作年度\n@@ -7 +7 @@\n-（一）主动公开内容:\n+（一）主动公开内容：\n',
    ),
    plain.stdout.slice(0, 300),
  );
  assert.equal(plain.stderr, '可改 6 处，没有写文件\n');
  const coloured = await runCli(['fix', 'a.txt', '--dry-run'], { stdoutTTY: true });
  assert.ok(coloured.stdout.includes('\u001b[31m-张家坡镇2020年度'));
});

test('the input is never written to, other kinds are refused', async () => {
  write({ 'a.txt': fixture('2019/zhangjiapo-2020.txt'), 'a.json': fixture('2021/suqian-2023.json') });
  const same = await runCli(['fix', 'a.txt', '-o', 'a.txt']);
  assert.deepEqual([same.exitCode, same.stderr.split('\n')[0]], [2, '错误：a.txt：输出文件就是输入文件，没有写入。请换一个输出文件名。']);
  const none = await runCli(['fix', 'a.txt']);
  assert.deepEqual([none.exitCode, none.stderr.split('\n')[0]], [2, '错误：请用 -o 写明输出文件']);
  const json = await runCli(['fix', 'a.json', '-o', 'b.json']);
  assert.equal(json.exitCode, 2);
  assert.match(json.stderr, /只能修改 Word 文档（\.docx）和文本/);
  assert.ok(!existsSync('b.json'));
  assert.deepEqual(new Uint8Array(readFileSync('a.txt')), fixture('2019/zhangjiapo-2020.txt'));
});

test('changes of others are still reported, our own are not', async () => {
  const report = ['云岭县人民政府2024年政府信息公开工作年度报告', '一、总体情况', '二、主动公开政府信息情况'].map((text) => p(text)).join('');
  const change = (author: string): string =>
    p(`<w:ins w:id="3" w:author="${author}">${r('新字')}</w:ins><w:del w:id="4" w:author="${author}"><w:r><w:delText>旧字</w:delText></w:r></w:del>`);
  assert.equal(readDocx(word(report + change('甲'))).notes[0]?.count, 2);
  assert.deepEqual(readDocx(word(report + change('gov-report'))).notes, []);
});
