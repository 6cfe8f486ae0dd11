/** Hostile texts do nothing in what is written, and stand in it as they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import type { Reading } from '../../src/form/model/reading.js';
import { cases } from '../support/long.js';
import { fc } from '../support/properties.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { again, written, writtenText } from '../support/written.js';

const markup = [
  '<script>alert(1)</script> & &lt;b&gt; &amp; &#60;',
  '<img src=x onerror=alert(1)>',
  ']]> <!-- --> <?x?>',
  '</p></main><style>*{display:none}</style>',
];
const links = ['[点击](javascript:alert(1))', 'javascript:alert(1)', 'http://www.example.gov.cn/a_b_c/x.html?c=d&e=f#g', '<http://example.com>'];
const formulas = ['=HYPERLINK("http://example.com","点击")', "+1+cmd|' /C calc'!A0", '@SUM(1,1)', '-1+2', '＝1+1'];
const signs = [
  '**a** _b_ `c` ~~d~~ $e$ ^f^ {.g} h_i_j a__b__c',
  '- 一项',
  '1. 第一',
  '(1) 第二',
  '> 引用',
  '# 井号 #',
  '--- ... "x" \'y\'',
  ':::提示',
  '```',
  '~~~',
  '===',
  '| a | b |',
];
const bidi = ['\u202eabc\u202c 双向\u2066文字\u2069'];
const all = [...markup, ...links, ...formulas, ...signs, ...bidi];

const hostile = (paragraphs: readonly string[]): Reading => readingOf(put(baseReport(), '/sections/4/paragraphs', paragraphs));

test('every hostile text comes back from docx, html, md and json as it was', async () => {
  for (const target of ['docx', 'html', 'md', 'json'] as const)
    assert.deepEqual((await again(hostile(all), target)).report.sections[4]!.paragraphs, all, target);
});

test('words behind an escaped tag or behind the start of a wiki table come back from md', async () => {
  const texts = ['<a >公开', '{|公开', '<br>a'];
  assert.deepEqual((await again(hostile(texts), 'md')).report.sections[4]!.paragraphs, texts);
});

test('any mixture of signs comes back from docx, html and md', async () => {
  const sign = fc.constantFrom(
    ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    ...'公开2024aB。，“”',
    '<b>',
    '&lt;',
    '**',
    '__',
    '~~',
    '](',
    '<br>',
    '{.a}',
    '![x](y)',
    ' ',
  );
  const text = fc.array(sign, { minLength: 3, maxLength: 16 }).map((signs) => signs.join('').replace(/ +/g, ' ').trim());
  // A line of bars or dashes alone is no paragraph in any reading.
  const worded = text.filter((words) => /[公开a]/.test(words) && !/^\|.*\|$/.test(words));
  await fc.assert(
    fc.asyncProperty(fc.array(worded, { minLength: 10, maxLength: 10 }), async (paragraphs) => {
      const texts = ['存在的主要问题如下。', ...paragraphs];
      for (const target of ['docx', 'html', 'md'] as const)
        assert.deepEqual((await again(hostile(texts), target)).report.sections[4]!.paragraphs, texts, target);
    }),
    { numRuns: cases(15, 3) },
  );
});

test('plain text has no escapes: what is no Markdown comes back from it as it was', async () => {
  const plain = [...markup, ...links.slice(1), ...formulas, ...bidi];
  assert.deepEqual((await again(hostile(plain), 'txt')).report.sections[4]!.paragraphs, plain);
});

test('control characters are left out, line breaks part paragraphs', async () => {
  const reading = hostile(['a\u0000\u0001b\u001b[31m红\u007f', '前\r\n后', '左\u2028右', '\ud800半个']);
  for (const target of ['docx', 'html', 'md', 'txt'] as const)
    assert.deepEqual((await again(reading, target)).report.sections[4]!.paragraphs, ['ab[31m红', '前', '后', '左', '右', '\ufffd半个'], target);
});

test('a page has no element but its own, no script, and loads nothing', async () => {
  const names = async (reading: Reading): Promise<ReadonlySet<string>> => {
    const $ = load(await writtenText(reading, 'html'));
    for (const element of $('*').toArray()) {
      const attributes = Object.keys((element as unknown as { readonly attribs: object }).attribs);
      assert.deepEqual(
        attributes.filter((name) => /^on|^src$|^href$|^action$|^srcset$/i.test(name)),
        [],
      );
    }
    return new Set(
      $('*')
        .toArray()
        .map((element) => (element as unknown as { readonly name: string }).name),
    );
  };
  const raw = { '/tables/requests/newlyReceived/total': '<script>alert(1)</script>' };
  const bad = readingOf(
    put(put(put(baseReport(), '/sections/4/paragraphs', all), '/title', '<script>1</script>年度报告"\'>'), '/tables/requests/newlyReceived/total', null),
    raw,
  );
  assert.deepEqual(await names(bad), await names(readingOf(baseReport())));
  const html = await writtenText(bad, 'html');
  assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  assert.doesNotMatch(html, /<script|url\(|@import/i);
  assert.match(html, /<td>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/td>/);
});

const cells = {
  '/tables/requests/newlyReceived/naturalPerson': '=HYPERLINK("http://example.com","点击")',
  '/tables/requests/newlyReceived/enterprise': "+1+cmd|' /C calc'!A0",
  '/tables/requests/newlyReceived/researchInstitution': '@SUM(1,1)',
  '/tables/requests/newlyReceived/socialOrganization': '-',
  '/tables/requests/newlyReceived/legalService': '\t=1',
  '/tables/requests/newlyReceived/otherOrganization': '-3',
  '/tables/requests/newlyReceived/total': '_x0041_"\n<&>',
};
const attacked = (): Reading => {
  let report = put(baseReport(), '/unit', '=1+1');
  for (const pointer of Object.keys(cells)) report = put(report, pointer, null);
  return readingOf(report, cells);
};

test('no text of a csv file is a formula; a negative number is one', async () => {
  const csv = await writtenText(attacked(), 'csv');
  const lines = csv.split('\r\n').filter((line) => line.includes('/tables/requests/newlyReceived/'));
  const prefix = "'=1+1,2024,2021,收到和处理政府信息公开申请情况,一、本年新收政府信息公开申请数量";
  assert.deepEqual(lines, [
    `${prefix},自然人,,"'=HYPERLINK(""http://example.com"",""点击"")",/tables/requests/newlyReceived/naturalPerson`,
    `${prefix},商业企业,,'+1+cmd|' /C calc'!A0,/tables/requests/newlyReceived/enterprise`,
    `${prefix},科研机构,,"'@SUM(1,1)",/tables/requests/newlyReceived/researchInstitution`,
    `${prefix},社会公益组织,,'-,/tables/requests/newlyReceived/socialOrganization`,
    `${prefix},法律服务机构,,'\t=1,/tables/requests/newlyReceived/legalService`,
    `${prefix},法人或其他组织 其他,,-3,/tables/requests/newlyReceived/otherOrganization`,
    `${prefix},总计,,"_x0041_""\n<&>",/tables/requests/newlyReceived/total`,
  ]);
});

test('a workbook has no formula, link or macro, and every text keeps being one when it is edited', async () => {
  const parts = Object.entries(unzipSync(await written(attacked(), 'xlsx'))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  for (const [name, xml] of parts) assert.doesNotMatch(xml, /<f[ >]|<hyperlink|vbaProject|externalLink|<connection/, name);
  const styles = parts.find(([name]) => name === 'xl/styles.xml')![1];
  const formats = [.../<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)![1]!.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf.includes('quotePrefix="1"'));
  const texts = parts.flatMap(([, xml]) => [...xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr">/g)].map(([, style]) => formats[Number(style)]));
  assert.ok(texts.length > 1000);
  assert.ok(texts.every((quoted) => quoted === true));
  const sheet = parts.find(([name]) => name === 'xl/worksheets/sheet4.xml')![1];
  assert.ok(sheet.includes('<t xml:space="preserve">_x005F_x0041_&quot;\n&lt;&amp;&gt;</t>'));
});
