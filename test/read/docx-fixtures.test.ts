/** The .docx fixtures: those built part by part are what their builders say, those of real programs read as the page they were made from. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { Edition } from '../../src/form/editions/index.js';
import type { Report } from '../../src/form/model/report.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { BUILT } from '../support/docx-fixtures.js';
import { type Shape, shape } from '../support/docx-read.js';
import { formHtml } from '../support/form.js';
import { htmlGrids, squeezed } from '../support/html-grid.js';

const folder = new URL('../../fixtures/documents/docx/', import.meta.url);

test('the built fixtures are what their builders make', () => {
  for (const [name, build] of Object.entries(BUILT)) {
    const url = new URL(name, folder);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(url, build());
    }
    // Compressors differ from version to version; what they hold must not.
    assert.deepEqual(shape(readDocx(readFileSync(url))), shape(readDocx(build())), name);
  }
});

test('a report with many constructs reads as a person reads it', () => {
  const { blocks, notes } = readDocx(BUILT['built-report.docx']!());
  assert.deepEqual(shape({ format: 'docx', blocks, notes }), REPORT);
  assert.deepEqual(
    notes.map(({ kind, count, sample }) => [kind, count, sample]),
    [
      ['tracked-changes', 2, '119'],
      ['hidden-text', 1, '（内部口径）'],
    ],
  );
});

test('LibreOffice rewrites that report and it reads the same', () => {
  assert.deepEqual(shape(readDocx(readFileSync(new URL('libreoffice-report.docx', folder)))), REPORT);
});

for (const program of ['libreoffice', 'pandoc']) {
  for (const edition of ['2019', '2021'] as const) {
    test(`the form of ${edition} as ${program} writes it has the grids and text of the page it was made from`, () => {
      const document = readDocx(readFileSync(new URL(`${program}-${edition}.docx`, folder)));
      const html = formHtml(base(edition));
      const grids = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
      assert.equal(grids.length, 3);
      assert.deepEqual(
        grids.map((grid) => squeezed(grid.slots.map((line) => line.map((cell) => cell?.text ?? null)))),
        htmlGrids(html).map(squeezed),
      );
      const page = load(html);
      const text = page('h1, h2, body > p')
        .toArray()
        .map((element) => page(element).text());
      assert.deepEqual(
        document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.text !== 'report' ? [block.text] : [])),
        text,
      );
      assert.deepEqual(document.notes, []);
    });
  }
}

test('the tables of pandoc’s Markdown, with its ordered list', () => {
  assert.deepEqual(shape(readDocx(readFileSync(new URL('pandoc-markdown.docx', folder)))), [
    '张家坡镇2020年政府信息公开工作年度报告',
    '一、总体情况',
    '1.主动公开',
    '2.依申请公开',
    [
      ['项目', '数量'],
      ['规章', '0'],
      ['行政规范性文件', '5'],
    ],
    '脚注不是正文。',
  ]);
});

const REPORT: Shape = [
  '云岭县人民政府2024年政府信息公开',
  '工作年度报告',
  '一、总体情况',
  '（一）主动公开',
  '全年公开政府信息119条。',
  '（二）依申请公开',
  '共收到7件。',
  '二、收到和处理政府信息公开申请情况',
  [
    ['项目', '申请人情况', '申请人情况', '总计'],
    ['项目', '自然人', '商业企业', '总计'],
    ['1.本年新收', '4', '3', '7'],
    ['2.上年结转', '0', '0', '0'],
  ],
  '附：',
  '联系电话：0000-1234567',
  '云岭县人民政府',
];

function base(edition: Edition): Report {
  return JSON.parse(readFileSync(new URL(`../../fixtures/base/${edition}.json`, import.meta.url), 'utf8')) as Report;
}
