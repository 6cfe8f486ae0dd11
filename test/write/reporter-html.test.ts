/** The page of `lint -f html` as text: its policy, nothing of a report that acts, marks in their places, size. The browser is asked in test/tools. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'cheerio';
import { lintFile } from '../../src/app/outcome.js';
import type { Diagnostic, FileResult, RunResult } from '../../src/judge/diagnostic.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { addToSummary, emptySummary, loadReporter, type ReportOptions, render, showsDocuments } from '../../src/write/result/index.js';
import type { DocumentView } from '../../src/write/view/view.js';
import { catalogue, files, missing, rowSum, run, runOf, uniqueCorrection, words } from '../support/diagnostics.js';
import { word } from '../support/docx-parts.js';
import { manyResults } from '../support/many-results.js';

type Checked = Extract<FileResult, { readonly status: 'checked' }>;

const base: ReportOptions = { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, catalogue, toolVersion: '0.1.0' };

async function shown(of: RunResult, options: Partial<ReportOptions> = {}): Promise<string> {
  return render(await loadReporter('html'), of, { ...base, ...options });
}

/** The page of one report with its document. */
async function shownWith(result: FileResult, view: DocumentView, options: Partial<ReportOptions> = {}): Promise<ReturnType<typeof load>> {
  const stream = (await loadReporter('html'))({ ...base, ...options });
  return load([stream.start(), stream.file(result, view), stream.end(addToSummary(emptySummary, result))].join(''));
}

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));
const all = { lang: 'zh', rules: selectRules(rules, {}) } as const;
const checked = files[0] as Checked;

test('the policy allows the style sheet and the script of the page by their hashes, and nothing else', async () => {
  for (const of of [runOf(files[1]!, {}), run]) {
    const page = await shown(of);
    const $ = load(page);
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    assert.equal(page.match(/<script/g)?.length, 1);
    assert.equal(page.match(/<style/g)?.length, 1);
    assert.equal(
      $('meta[http-equiv="Content-Security-Policy"]').attr('content'),
      `default-src 'none'; style-src ${hash($('style').text())}; script-src ${hash($('script').text())}; base-uri 'none'; form-action 'none'`,
    );
    assert.equal($('[style], [src], link, iframe, object, embed, img, base').length, 0);
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<style'));
  }
});

const HOSTILE =
  '"\'><script>alert(1)</script></template></style><img src=x onerror=alert(1)><a href="javascript:alert(1)">点</a>&lt;b&gt; =HYPERLINK("x")\u202e';

test('no text of a report becomes markup, wherever it stands', async () => {
  const place = { ...words.place, section: HOSTILE, quote: HOSTILE, context: { before: HOSTILE, after: HOSTILE } };
  const finding: Diagnostic = { ...words, ruleId: HOSTILE, message: HOSTILE, help: HOSTILE, basis: HOSTILE, place };
  const result: FileResult = { ...checked, file: HOSTILE, unit: HOSTILE, diagnostics: [finding, { ...finding, pointer: '/title', place: {} }] };
  const failed: FileResult = { file: HOSTILE, status: 'failed', verdict: 'unchecked', error: { code: 'x', message: HOSTILE, help: HOSTILE } };
  const view: DocumentView = [
    { kind: 'title', runs: [{ text: HOSTILE }], anchors: [{ pointer: '/title', start: 0 }] },
    { kind: 'paragraph', runs: [{ text: HOSTILE, styles: ['strong'] }], anchors: [{ pointer: words.pointer, start: 0 }] },
    { kind: 'table', headerRows: 0, rows: [[{ label: true, rowSpan: 1, columnSpan: 2, runs: [{ text: HOSTILE }], anchors: [] }]] },
  ];
  const stream = (await loadReporter('html'))(base);
  const many = [stream.file(result, view), stream.file(failed), stream.file(result), stream.end(emptySummary)].join('');
  for (const $ of [await shownWith(result, view), load(many)]) {
    const contents = $('template')
      .toArray()
      .map((template) => load($(template).html() ?? ''));
    for (const $$ of [$, ...contents]) {
      assert.equal($$('img, [onerror], [src], [style]').length, 0);
      assert.deepEqual(
        $$('a')
          .toArray()
          .map((link) => $$(link).attr('href') ?? '')
          .filter((href) => !href.startsWith('#')),
        [],
      );
    }
    assert.equal($('script').length, 1);
    assert.equal($('script').text().includes('alert'), false);
    assert.ok(!$.html().includes('\u202e'));
  }
  const $ = await shownWith(result, view);
  assert.equal($('.document h3').clone().children('a').remove().end().text(), HOSTILE.replace('\u202e', '<U+202E>'));
  assert.equal($('.document strong').text(), HOSTILE.replace('\u202e', '<U+202E>'));
});

test('words are marked where they stand, each number leads to its finding and back', async () => {
  const text = '一年来我街道坚持公开，我街道还';
  const at = (start: number): Diagnostic => ({ ...words, place: { ...words.place, span: [start, start + 3] } });
  const result: FileResult = { ...checked, diagnostics: [at(3), at(11), { ...words, severity: 'error', place: { quote: '街道坚持', span: [4, 8] } }] };
  const runs = [{ text: text.slice(0, 5) }, { text: text.slice(5), styles: ['strong'] as const }];
  const $ = await shownWith(result, [{ kind: 'paragraph', runs, anchors: [{ pointer: words.pointer, start: 0 }] }]);
  const marks = $('.document mark')
    .toArray()
    .map((mark) => [$(mark).attr('class'), $(mark).text()]);
  assert.deepEqual(marks, [
    ['warning', '我'],
    ['error', '街道'],
    ['error', '坚持'],
    ['warning', '我街道'],
  ]);
  assert.equal($('.document p').clone().find('a').remove().end().text(), text);
  for (const number of [1, 2, 3]) {
    assert.equal($(`.document a#u1m${number}`).attr('href'), `#u1f${number}`);
    assert.equal($(`li#u1f${number} .where a`).attr('href'), `#u1m${number}`);
  }
});

test('cells are marked, the cells of a sum known, and the likely figure stands in the wrong cell', async () => {
  const cell = (pointer: string, text: string) => ({ label: false, rowSpan: 1, columnSpan: 1, runs: [{ text }], anchors: [{ pointer, start: 0 }] });
  const view: DocumentView = [
    { kind: 'table', pointer: '/tables/requests', headerRows: 0, rows: [rowSum.related.map(({ pointer, value }) => cell(pointer, String(value)))] },
  ];
  const finding = { ...rowSum, fingerprint: uniqueCorrection.explains[0]! };
  const whole: Diagnostic = { ...missing, pointer: '/tables/requests' };
  const row: Diagnostic = { ...missing, severity: 'warning', pointer: '/tables/requests/outcomes/notProcessed/duplicates' };
  const $ = await shownWith({ ...checked, diagnostics: [finding, whole, row, missing], corrections: [uniqueCorrection] }, view);
  assert.equal($('.document td.error').text(), '201');
  assert.equal($('.document td.suspect').text(), '4应为 2');
  assert.deepEqual(($('li#u1f1').attr('data-cells') ?? '').split(' ').length, 7);
  assert.equal($('.document .table-notes a').attr('href'), '#u1f2', 'a finding about the table stands above it');
  assert.equal($('.document td.marked').length, 7, 'a finding about a row colours all of it');
  assert.equal($('.document a[href="#u1f3"]').length, 1, 'and is numbered once');
  assert.equal($('li#u1f4 .where a').length, 0, 'a finding about the whole report has no place');
  assert.equal($('li#u1f1 table.sum td.suspect').text(), '+ 4');
  assert.equal($('.corrections').nextAll('ol').find('li').length, 4, 'what is most likely wrong stands above the list');
});

test('a Word document is shown as we read it, set as mammoth renders it, whatever it hides or numbers by itself', async () => {
  const view = async (name: string): Promise<DocumentView> => (await lintFile(async () => fixture(name), name, all, true)).view!;
  const texts = (of: DocumentView): readonly string[] => of.flatMap((block) => (block.kind === 'table' ? [] : [block.runs.map(({ text }) => text).join('')]));
  const report = await view('docx/built-report.docx');
  assert.deepEqual(texts(report).slice(0, 5), [
    '云岭县人民政府2024年政府信息公开',
    '工作年度报告',
    '一、总体情况',
    '（一）主动公开',
    '全年公开政府信息119条。',
  ]);
  assert.deepEqual(
    report.slice(0, 3).map(({ kind }) => kind),
    ['title', 'title', 'heading'],
  );
  const body =
    '<w:p><w:r><w:t>全年新收申请</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>7 件</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>';
  const bold = body.replace(/<w:r><w:rPr><w:vanish\/>.*?<\/w:r>/, '');
  const runs = async (xml: string): Promise<unknown> => {
    const bytes = word(`${xml}<w:p><w:r><w:t>云岭县人民政府2024年政府信息公开工作年度报告</w:t></w:r></w:p><w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>`);
    const { view: own } = await lintFile(async () => bytes, 'a.docx', all, true);
    return own?.flatMap((block) => (block.kind === 'table' ? [] : [block.runs]))[0];
  };
  assert.deepEqual(await runs(bold), [{ text: '全年新收申请' }, { text: '7 件', styles: ['strong'] }]);
  assert.deepEqual(await runs(body), [{ text: '全年新收申请7 件' }], 'a paragraph that mammoth reads otherwise keeps our text');
});

test('every finding in a real report is marked at its words or cell', async () => {
  for (const name of ['2019/zhangjiapo-2020.docx', '2019/zhangjiapo-2020.txt']) {
    const { result, view } = await lintFile(async () => fixture(name), name, all, true);
    assert.ok(result.status === 'checked' && result.diagnostics.length > 4, name);
    const $ = await shownWith(result, view!, { catalogue: rules });
    for (const [index, { pointer, place, severity }] of result.diagnostics.entries()) {
      const link = $(`.document a#u1m${index + 1}`);
      assert.equal(link.length, 1, `${name} ${pointer}`);
      if (place.quote === undefined) continue;
      const mark = link.prevAll('mark').first();
      assert.ok(mark.hasClass(severity) && place.quote.endsWith(mark.text()), `${name} ${place.quote} ${mark.text()}`);
    }
  }
});

test('three hundred reports stay below 3 MB, and their documents are not in the page', async () => {
  const results = manyResults(300, 9);
  const page = await shown({ schemaVersion: 2, files: results, summary: results.reduce(addToSummary, emptySummary) }, { catalogue: rules });
  const size = Buffer.byteLength(page);
  assert.ok(size < 3_000_000, `${size} bytes`);
  const $ = load(page);
  assert.equal($('template[id^=t]').length, 300);
  assert.equal($('#units tbody tr').length, 300);
  assert.equal($('#matrix tbody tr').length, 300);
  assert.equal($('noscript').length, 1);
  assert.deepEqual([showsDocuments('html', 1), showsDocuments('html', 300), showsDocuments('json', 1)], [true, false, false]);
});

test('the overview counts units, findings and faults', async () => {
  const $ = load(await shown(run));
  const cards = $('.cards dd')
    .toArray()
    .map((card) => Number($(card).text()));
  assert.deepEqual(cards, [5, 3, 1, 0, 1, 8, 2, 2]);
  const row = (number: number): readonly string[] =>
    $(`#units tr[data-unit=${number}]`)
      .children()
      .toArray()
      .map((cell) => $(cell).text());
  assert.deepEqual(row(2), ['云溪市水务局', '2024', '不通过', '4', '0', '2', '0', '中文 文件#1.docx']);
  assert.deepEqual(row(4).slice(1, 7), ['', '未能检查', '', '', '', '']);
  const heads = $('#matrix thead th')
    .toArray()
    .map((head) => $(head).attr('data-rule'));
  const line = $('#matrix tr[data-unit=2] td')
    .toArray()
    .map((cell) => $(cell).text());
  assert.equal(line[heads.indexOf('text/punctuation')], '2');
  assert.equal(line[heads.indexOf('identity/unit-kind')], '');
  assert.equal($('.faults li').first().find('button').attr('data-rule'), 'arithmetic/requests-row-total');
});

test('the overview names in English what it counts, one or many', async () => {
  const $ = load(await shown(run, { lang: 'en' }));
  const texts = (selector: string): readonly string[] =>
    $(selector)
      .toArray()
      .map((element) => $(element).text());
  assert.deepEqual(texts('.cards dt'), ['Reports', 'fail', 'not checked', 'review', 'pass', 'errors', 'warnings', 'infos']);
  for (const words of texts('.faults li > span:last-child')) assert.match(words, /^(?:1 report|\d+ reports), (?:1 finding|\d+ findings)$/);
});

test('quiet leaves out what is no error; an empty run has a page too', async () => {
  const $ = load(await shown(run, { quiet: true }));
  assert.equal($('template .warning, #matrix .info').length, 0);
  const empty = load(await shown({ schemaVersion: 2, files: [], summary: emptySummary }));
  assert.match(empty('main').text(), /没有可检查的文件/);
});

test('in English no word of the page is Chinese', async () => {
  const results = [
    { ...checked, unit: 'U', file: 'f', diagnostics: [], corrections: [] },
    { ...checked, unit: 'V', file: 'g', diagnostics: [], corrections: [] },
  ];
  for (const of of [runOf(results[0]!, {}), { schemaVersion: 2, files: results, summary: results.reduce(addToSummary, emptySummary) } as const]) {
    const $ = load(await shown(of, { lang: 'en' }));
    $('style, script').remove();
    assert.doesNotMatch($.html(), /\p{Script=Han}/u);
    assert.equal($('html').attr('lang'), 'en');
  }
});
