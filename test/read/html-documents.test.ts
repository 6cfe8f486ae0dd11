import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Edition } from '../../src/form/editions/index.js';
import { parseBytes } from '../../src/read/index.js';
import { findTitle } from '../../src/read/recognise/title.js';
import { formHtml } from '../support/form.js';
import { baseReport } from '../support/reading.js';

const page = (name: string): Promise<Awaited<ReturnType<typeof parseBytes>>> =>
  parseBytes(new Uint8Array(readFileSync(new URL(`../../fixtures/documents/html/${name}`, import.meta.url))), name);

const files: readonly (readonly [string, Edition, string])[] = [
  ['libreoffice-2019.html', '2019', 'LibreOffice, from a .docx'],
  ['libreoffice-2021.html', '2021', 'LibreOffice, from a .docx'],
  ['pandoc-2021.html', '2021', 'pandoc, from a .docx'],
  ['word-2021.htm', '2021', 'the filtered HTML of Word, in gb2312'],
];
for (const [name, edition, origin] of files) {
  test(`reads the page of ${origin}: ${name}`, async () => assert.deepEqual((await page(name)).report, baseReport(edition)));
}

const sites: readonly (readonly [string, Edition, string])[] = [
  ['site-2021.html', '2021', '发布时间：2025-01-20 09:30　来源：县政府办公室　浏览次数：326 次　字体：[大 中 小] 打印'],
  ['site-gbk-2019.html', '2019', '作者：管理员\u00a0\u00a0日期：2021-1-25'],
];
for (const [name, edition, byline] of sites) {
  test(`reads a report out of the site around it: ${name}`, async () => {
    const base = baseReport(edition);
    // The line under the title is the site's, but nothing on the page says so.
    assert.deepEqual((await page(name)).report, { ...base, preface: [byline, ...base.preface] });
  });
}

test('every cell of a page knows the line it stands on', async () => {
  const html = formHtml(baseReport('2021'));
  const { locations } = await parseBytes(new TextEncoder().encode(html));
  const cell = locations.get('/tables/requests/newlyReceived/total');
  assert.equal(cell?.raw, '110');
  const line = html.split('\n')[cell.place.line! - 1]!;
  assert.match(line, /一、本年新收政府信息公开申请数量/);
  assert.equal(line.slice(cell.place.columnNumber! - 1, cell.place.columnNumber! + 6), '<td>110');
});

test('the links above a title are no part of it, a name on a line of its own is', () => {
  const titled = (...lines: readonly string[]): unknown => {
    const title = findTitle(lines);
    return title && [title.text, title.unit, title.from];
  };
  assert.deepEqual(titled('首页', '年度报告', '云岭县财政局2024年政府信息公开工作年度报告'), ['云岭县财政局2024年政府信息公开工作年度报告', '云岭县财政局', 2]);
  assert.deepEqual(titled('年度报告', '云岭县财政局', '2024年政府信息公开工作年度报告'), ['云岭县财政局2024年政府信息公开工作年度报告', '云岭县财政局', 1]);
  assert.deepEqual(titled('云岭县教体系统', '2024年政府信息公开工作年度报告'), ['云岭县教体系统2024年政府信息公开工作年度报告', '云岭县教体系统', 0]);
});
