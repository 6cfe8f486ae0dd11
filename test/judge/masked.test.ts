/** Personal data that is found is masked wherever results are printed, and nowhere in what is handed back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFile } from '../../src/app/outcome.js';
import { convert, format, formatNames, lint, summarize } from '../../src/index.js';
import { mask } from '../../src/judge/masked.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { loadReporter } from '../../src/write/result/index.js';
import { baseReport, put } from '../support/reading.js';

const NUMBERS = ['13812345678', '11010519491231002X', '123456789@qq.com'];
const sentence = `（二）依申请公开。申请人李某（${NUMBERS[0]}，身份证号${NUMBERS[1]}，${NUMBERS[2]}）的申请已答复,另行说明。`;
const report = put(baseReport(), '/sections/0/paragraphs/2', sentence);

test('numbers keep their ends and their length', () => {
  assert.deepEqual(NUMBERS.map(mask), ['138****5678', '110***********002X', '123******@*q.com']);
  assert.deepEqual([mask('12345'), mask(''), mask('138 1234 5678')], ['1***5', '', '138 **** 5678']);
});

test('no format prints what was found, beside other findings of the paragraph either', async () => {
  const result = await lint(report);
  const found = result.status === 'checked' ? result.diagnostics : [];
  assert.deepEqual(
    found.filter(({ ruleId }) => ruleId === 'text/personal-data').map(({ message }) => message),
    ['有手机号码“138****5678”', '有身份证号码“110***********002X”', '“123******@*q.com”像是私人邮箱，宜换成工作邮箱'],
  );
  assert.ok(found.some(({ ruleId }) => ruleId === 'text/punctuation'));
  for (const name of formatNames) {
    const printed = await format(summarize([result]), name, { fingerprints: true });
    const text = typeof printed === 'string' ? printed : Buffer.from(printed).toString('latin1');
    for (const number of NUMBERS) assert.ok(!text.includes(number), `${name}: ${number}`);
  }
  assert.ok((await convert(report, { to: 'txt' })).includes(NUMBERS[0]!), 'the report itself is as it was');
});

test('the document on the page is masked, too', async () => {
  const read = async (): Promise<Uint8Array> => new TextEncoder().encode(JSON.stringify(report));
  const { result, view } = await lintFile(read, 'a.json', { lang: 'zh', rules: selectRules(rules, {}) }, true);
  const stream = (await loadReporter('html'))({ lang: 'zh', color: 0, width: 80, catalogue: rules, toolVersion: '0' });
  const page = `${stream.start()}${stream.file(result, view)}${stream.end(summarize([result]).summary)}`;
  assert.ok(page.includes('138****5678'));
  for (const number of NUMBERS) assert.ok(!page.includes(number), number);
});
