/** The desk of the offline page, without a browser: what is checked, given back and refused; what an address says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { createDesk, type DroppedFile } from '../../src/app/page/desk.js';
import { hashOf, settingsOf } from '../../src/app/page/settings.js';
import { pageWords } from '../../src/app/page/words.js';
import { InputError } from '../../src/base/errors.js';
import { lint } from '../../src/index.js';
import { parseBytes } from '../../src/read/index.js';
import { drawn } from '../support/drawn.js';
import { pdfOf } from '../support/fixed-layout.js';
import { baseReport, put } from '../support/reading.js';

const fixture = (name: string): DroppedFile => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url))) });
const told: string[] = [];
const progress = (done: number, total: number, name: string): void => {
  told.push(`${done}/${total} ${name}`);
};

test('reports are checked in order, and their copies, the list, the page and the zip are given back', async () => {
  const desk = createDesk();
  const word = fixture('2019/zhangjiapo-2020.docx');
  const other = { name: '别处/说明.docx', bytes: new TextEncoder().encode('no report') };
  const text = fixture('2019/zhangjiapo-2020.txt');
  const { page, entries, unreadable } = await desk.check([word, other, text], [], { lang: 'zh' }, progress);
  assert.deepEqual(
    entries.map(({ name, unit, status }) => [name, unit, status]),
    [
      ['2019/zhangjiapo-2020.docx', '张家坡镇', 'checked'],
      ['别处/说明.docx', undefined, 'failed'],
      ['2019/zhangjiapo-2020.txt', '张家坡镇', 'checked'],
    ],
  );
  assert.deepEqual(told, ['0/3 2019/zhangjiapo-2020.docx', '1/3 别处/说明.docx', '2/3 2019/zhangjiapo-2020.txt']);
  assert.deepEqual(unreadable, []);
  assert.match(page, /^<!DOCTYPE html>/);
  assert.ok(page.includes('张家坡镇'));

  const annotated = await desk.annotate(0);
  assert.equal(annotated.name, '2019/zhangjiapo-2020.批注.docx');
  assert.ok(Object.hasOwn(unzipSync(annotated.bytes), 'word/comments.xml'));

  const repaired = await desk.repair(2);
  assert.equal(repaired.file?.name, '2019/zhangjiapo-2020.修改.txt');
  assert.ok(repaired.lines.length > 0);
  for (const { before, after } of repaired.lines) assert.notEqual(before, after);

  const { file, without } = await desk.everything(progress);
  assert.deepEqual(Object.keys(unzipSync(file.bytes)).sort(), ['2019/zhangjiapo-2020.批注.docx', '检查结果.html', '问题清单.xlsx'].sort());
  assert.deepEqual(
    without.map(({ name }) => name),
    ['2019/zhangjiapo-2020.txt'],
  );
  await assert.rejects(desk.annotate(2), InputError);
});

test('what is given back of a PDF is a PDF by its name, too', async () => {
  const desk = createDesk();
  const report = put(baseReport(), '/tables/requests/newlyReceived/total', 9999);
  await desk.check([{ name: '年报.pdf', bytes: pdfOf(drawn(report)) }], [], { lang: 'zh' }, () => undefined);
  const { name, bytes } = await desk.annotate(0);
  assert.deepEqual([name, new TextDecoder('latin1').decode(bytes.subarray(0, 5))], ['年报.批注.pdf', '%PDF-']);
});

test('the findings are those of the library, with the settings and last year’s reports', async () => {
  const desk = createDesk();
  const bytes = fixture('2021/suqian-2024.json');
  const before = fixture('2021/suqian-2023.json');
  const { page, unreadable } = await desk.check(
    [bytes],
    [before, { name: '坏.docx', bytes: new Uint8Array([80, 75]) }],
    { lang: 'en', unitClass: 'government', year: 2024 },
    progress,
  );
  assert.deepEqual(
    unreadable.map(({ name }) => name),
    ['坏.docx'],
  );
  const result = await lint(bytes.bytes, { file: bytes.name, lang: 'en', unitClass: 'government', year: 2024, previous: await parseBytes(before.bytes) });
  assert.equal(result.status, 'checked');
  if (result.status !== 'checked') return;
  assert.equal(result.checks.previous?.status, 'compared');
  assert.ok(page.includes('suqian-2023.json'), 'the page names the report it was compared with');
});

test('two files of one name stay two in the zip', async () => {
  const desk = createDesk();
  const { bytes } = fixture('2019/zhangjiapo-2020.docx');
  await desk.check(
    [
      { name: 'a.docx', bytes },
      { name: 'a.docm', bytes },
    ],
    [],
    { lang: 'en' },
    progress,
  );
  const { file } = await desk.everything(progress);
  assert.deepEqual(Object.keys(unzipSync(file.bytes)), ['a.comments.docx', 'a.comments(2).docx', 'problems.xlsx', 'results.html']);
});

test('the blank form is of the year that is set, else of the newest edition', async () => {
  const desk = createDesk();
  assert.equal((await parseBytes(desk.blank({ lang: 'zh', year: 2020 }).bytes)).report.edition, '2019');
  assert.equal((await parseBytes(desk.blank({ lang: 'zh' }).bytes)).report.edition, '2021');
});

test('an address carries the settings, and what it says wrongly is as if absent', () => {
  for (const settings of [{ lang: 'zh' }, { lang: 'en' }, { lang: 'zh', unitClass: 'township', year: 2024 }] as const) {
    assert.deepEqual(settingsOf(hashOf(settings)), settings);
  }
  assert.equal(hashOf({ lang: 'zh' }), '#');
  assert.deepEqual(settingsOf('#lang=fr&class=village&year=24'), { lang: 'zh' });
});

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(pageWords.en), Object.keys(pageWords.zh));
  for (const said of Object.values(pageWords.en)) {
    if (typeof said === 'string' && said !== pageWords.en.otherLanguage) assert.doesNotMatch(said, /\p{Script=Han}/u);
  }
});
