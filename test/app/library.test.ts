/** The library as a tool maker uses it: what the README shows runs, and every function does what the command does. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bundleLibrary } from '../../scripts/bundle.js';
import * as library from '../../src/index.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';
import { FAULTS, spoiled } from '../support/spoil.js';
import { packageParts } from '../support/workbook.js';

const { aggregate, annotate, convert, fix, format, InputError, lint, parse, parseBaseline, parseConfig, parseSuppressions, summarize } = library;

standInFolder();

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url)));
const faulty = (): Uint8Array => spoiled(fixture('docx/libreoffice-2021.docx'), FAULTS);
const wrong = put(put(baseReport(), '/title', '云岭县人民政府2024年度政府信息公开工作年度报告'), '/tables/requests/newlyReceived/total', 9999);

type Checked = Extract<library.FileResult, { readonly status: 'checked' }>;

async function checked(...[input, request]: Parameters<typeof lint>): Promise<Checked> {
  const result = await lint(input, request);
  assert.equal(result.status, 'checked');
  return result as Checked;
}

for (const readme of ['README.md', 'README.zh-CN.md']) {
  test(`${readme}: the code it shows runs`, async () => {
    const examples = [...readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8').matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);
    assert.equal(examples.length, 2);
    await bundleLibrary(resolve('library'));
    const county = await convert(baseReport(), { to: 'docx' });
    write({
      'package.json': { type: 'module' },
      'report.docx': faulty(),
      'east.docx': faulty(),
      'west.docx': county,
      'county.docx': county,
      'gov-report.config.json': { unitClass: 'government' },
    });
    for (const [index, code] of examples.entries()) {
      const file = resolve(`example-${index}.mjs`);
      writeFileSync(file, code.replace("from 'gov-report'", "from './library/index.js'"));
      await import(pathToFileURL(file).href);
    }
    const [workbook] = [...examples[1]!.matchAll(/writeFile\('([^']+)'/g)].map(([, name]) => name!);
    for (const [, name] of examples[1]!.matchAll(/writeFile\('([^']+)'/g)) assert.ok(existsSync(name!), name);
    assert.ok(packageParts(readFileSync(workbook!))['xl/worksheets/sheet2.xml']!.includes('east.docx'));
    for (const [, names] of readFileSync(new URL(`../../${readme}`, import.meta.url), 'utf8').matchAll(/^\| ((?:`\w+`[,、 ]*)+) \|/gm)) {
      for (const [, name] of names!.matchAll(/`(\w+)`/g)) assert.ok(name! in library, name);
    }
  });
}

test('a configuration file is a part of a request; what is stated beside it goes first', async () => {
  const { request, suppressions } = await parseConfig(
    JSON.stringify({ rules: { 'structure/title': 'error', 'arithmetic/requests-row-total': 'off' }, unit: '云岭县', suppressions: 'accepted.json' }),
  );
  assert.deepEqual(request, { severities: { 'structure/title': 'error', 'arithmetic/requests-row-total': 'off' }, unit: '云岭县' });
  assert.equal(suppressions, 'accepted.json');
  const { diagnostics } = await checked(wrong, request);
  assert.deepEqual(
    diagnostics.filter(({ ruleId }) => ruleId === 'structure/title').map(({ severity }) => severity),
    ['error'],
  );
  assert.ok(diagnostics.every(({ ruleId }) => ruleId !== 'arithmetic/requests-row-total'));
  await assert.rejects(parseConfig('{\n"rules": {"structure/titel": "off"}\n}', 'a.json'), (error) => {
    assert.ok(error instanceof InputError);
    assert.match(error.sentence.zh, /第 2 行.*structure\/titel/);
    return true;
  });
});

test('accepted findings are marked and count for nothing; a baseline leaves only what is new', async () => {
  const before = await checked(wrong, { file: 'a.json' });
  const { fingerprint } = before.diagnostics.find(({ ruleId }) => ruleId === 'structure/title')!;
  const suppressions = await parseSuppressions(JSON.stringify({ suppressions: [{ fingerprint, reason: '发文用此标题', file: 'a.*' }] }));
  const after = await checked(wrong, { file: 'a.json', suppressions });
  assert.deepEqual(
    after.diagnostics.filter(({ suppressed }) => suppressed).map(({ ruleId, suppressed }) => [ruleId, suppressed?.reason]),
    [['structure/title', '发文用此标题']],
  );
  assert.equal(summarize([after]).summary.suppressed, 1);
  assert.equal(summarize([await lint(wrong, { file: 'b.json', suppressions })]).summary.suppressed, 0, 'the pattern is for another file');

  for (const baseline of [await parseBaseline(summarize([before])), await parseBaseline(await format(summarize([before]), 'json'))]) {
    const same = await checked(wrong, { file: 'a.json', baseline });
    assert.deepEqual([same.diagnostics, same.known], [[], before.diagnostics.length]);
    const more = await checked(put(wrong, '/tables/disputes/reconsideration/total', 999), { file: 'a.json', baseline });
    assert.deepEqual([...new Set(more.diagnostics.map(({ ruleId }) => ruleId))], ['arithmetic/disputes-total']);
  }
  await assert.rejects(parseBaseline('[]'), InputError);
  await assert.rejects(parseSuppressions('{"suppressions":[{}]}'), InputError);
});

test('bytes that are given are not changed, whatever they are a view of', async () => {
  const before = faulty();
  const pool = Buffer.alloc(before.length + 64, 7);
  pool.set(before, 32);
  const view = pool.subarray(32, 32 + before.length);
  const whole = Buffer.from(pool);
  for (const act of [lint, convert, annotate, fix]) await act(view);
  assert.deepEqual(pool, whole);
});

test('annotate and fix do what the commands do', async () => {
  const document = faulty();
  write({ 'a.docx': document });
  await runCli(['annotate', 'a.docx', '-o', 'b.docx']);
  const annotated = await annotate(document, { file: 'a.docx' });
  assert.deepEqual(Buffer.from(annotated.bytes), readFileSync('b.docx'));
  assert.ok(annotated.comments > 8);
  assert.equal(annotated.result.file, 'a.docx');
  const all = annotated.result.diagnostics.map(({ fingerprint }) => ({ fingerprint, reason: '已核实' }));
  const suppressions = await parseSuppressions(JSON.stringify({ suppressions: all }));
  assert.equal((await annotate(document, { suppressions })).comments, 0);

  await runCli(['fix', 'a.docx', '-o', 'c.docx', '--unsafe']);
  const fixed = await fix(document, { unsafe: true });
  assert.deepEqual(Buffer.from(fixed.bytes), readFileSync('c.docx'));
  assert.deepEqual((await checked(fixed.bytes)).diagnostics, []);
  assert.ok((await fix(document)).repairs.length < fixed.repairs.length, 'figures are corrected only on request');
  await assert.rejects(annotate(fixture('2019/zhangjiapo-2020.txt')), InputError);
  await assert.rejects(fix(JSON.stringify(baseReport())), InputError);
});

test('a report is held against the sum of the units below', async () => {
  const units = aggregate([{ file: 'a.json', reading: await parse(baseReport()) }]);
  assert.deepEqual((await checked(baseReport(), { units })).diagnostics, []);
  const { diagnostics } = await checked(wrong, { units });
  const found = diagnostics.find(({ ruleId }) => ruleId === 'rollup/sum');
  assert.deepEqual([found?.pointer, found?.actual], ['/tables/requests/newlyReceived/total', 9999]);
  const sums = library.sumReading(units.editions[0]!, units.year);
  assert.equal(sums.report.title, '云岭县2024年政府信息公开工作年度报告汇总（1个单位）');
  assert.deepEqual(
    (await convert(sums, { to: 'md' })).split('\n').filter((line) => line.startsWith('## ')),
    ['## 二、主动公开政府信息情况', '## 三、收到和处理政府信息公开申请情况', '## 四、政府信息公开行政复议、行政诉讼情况'],
  );
  assert.deepEqual((await parse(await convert(sums, { to: 'docx' }))).report.tables, baseReport().tables);
});

test('a file may come as an ArrayBuffer or a Blob', async () => {
  const bytes = fixture('docx/libreoffice-2021.docx');
  const expected = await lint(bytes);
  assert.deepEqual(await lint(bytes.slice().buffer), expected);
  assert.deepEqual(await lint(new Blob([bytes.slice()])), expected);
  assert.deepEqual(await lint(new File([bytes.slice()], 'a.docx')), expected);
  assert.equal((await annotate(bytes.slice().buffer)).comments, (await annotate(bytes)).comments);
});

test('a page needs nothing of the browser that only safe addresses have', async () => {
  const run = summarize([await lint(baseReport())]);
  const page = await format(run, 'html');
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true, writable: true });
  try {
    assert.equal(await format(run, 'html'), page);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true, writable: true });
  }
  assert.match(page, /script-src 'sha256-[\w+/]{43}='/);
});

test('what cannot be asked is one error that names the key', async () => {
  const report = baseReport();
  const run = summarize([]);
  const cases: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['to', () => convert(report, { to: 'pdf' } as never)],
    ['lang', () => lint(report, { lang: 'fr' } as never)],
    ['langs', () => lint(report, { langs: 'zh' } as never)],
    ['toString', () => lint(report, { toString: 'zh' } as never)],
    ['baseline', () => lint(report, { baseline: { files: [] } } as never)],
    ['suppressions', () => lint(report, { suppressions: {} } as never)],
    ['previous', () => lint(report, { previous: report } as never)],
    ['units', () => lint(report, { units: [] } as never)],
    ['year', () => lint(report, { year: 'x' } as never)],
    ['edition', () => lint(report, { edition: '1999' } as never)],
    ['deadline', () => lint(report, { deadline: '3-31' })],
    ['severities.no/rule', () => lint(report, { severities: { 'no/rule': 'off' } } as never)],
    ['severities.structure/title', () => lint(report, { severities: { 'structure/title': 'fatal' } } as never)],
    ['fillZeros', () => fix('x', { fillZeros: true } as never)],
    ['edition', () => library.template({ edition: 2021 } as never)],
    ['name', () => format(run, 'pdf' as never)],
    ['color', () => format(run, 'pretty', { color: 'red' } as never)],
    ['request', () => lint(report, [] as never)],
    ['input', () => parse(7 as never)],
    ['input', () => lint(null as never)],
  ];
  for (const [key, ask] of cases) {
    await assert.rejects(
      ask(),
      (error) => error instanceof library.RequestError && error instanceof InputError && error.key === key && error.sentence.zh.includes(`“${key}”`),
      key,
    );
  }
  assert.equal((await lint(report, { year: undefined } as never)).status, 'checked');
});
