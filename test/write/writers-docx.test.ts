/** The Word document: the official page, the form's merged cells, a package that any program takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { cellsOf, type Edition, editions } from '../../src/form/editions/index.js';
import { blankReading } from '../../src/form/model/blank.js';
import type { Reading } from '../../src/form/model/reading.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { reportDocx } from '../../src/write/report/docx.js';
import { layoutTable, slotsOf } from '../../src/write/report/layout.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { slots } from '../support/docx-read.js';
import { htmlGrids, squeezed } from '../support/html-grid.js';
import { baseReport, put, readingOf } from '../support/reading.js';

const base = (edition: Edition = '2021'): Reading => readingOf(baseReport(edition));

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

const xml = (part: string): ReturnType<typeof load> => load(part, { xml: { decodeEntities: false } });

for (const { edition } of editions) {
  test(`${edition}: every cell stands where the form has it, merged as in the form; mammoth reads the same`, async () => {
    const figure = (pointer: string, index: number): number => 1000 + index + (pointer.includes('/requests/') ? 300 : 0);
    let report = baseReport(edition);
    const tables = editions.find((spec) => spec.edition === edition)!.tables;
    for (const table of tables) {
      for (const [index, { pointer }] of cellsOf(table).entries()) report = put(report, pointer, figure(pointer, index));
    }
    const bytes = reportDocx(readingOf(report));
    const read = readDocx(bytes).blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
    assert.equal(read.length, 3);
    tables.forEach((table, at) => {
      const cells = cellsOf(table).map(({ pointer }) => pointer);
      const printed = slotsOf(layoutTable(table)).map((line) =>
        line.map(({ text, pointer }) => (pointer === undefined ? text : String(figure(pointer, cells.indexOf(pointer))))),
      );
      assert.deepEqual(slots(read[at]!), printed);
      const spans = layoutTable(table).rows.flatMap((row) => row.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]));
      assert.deepEqual(
        read[at]!.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
        spans,
      );
    });
    const theirs = htmlGrids((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value);
    assert.deepEqual(
      theirs.map(squeezed),
      read.map((grid) => squeezed(slots(grid))),
    );
  });
}

test('the page is that of an official document', () => {
  const parts = partsOf(reportDocx(base()));
  const document = xml(parts['word/document.xml']!);
  // GB/T 9704, 5.2.1, in twentieths of a point: A4; 37, 35, 28 and 26 mm.
  assert.deepEqual(document('w\\:pgSz').attr(), { 'w:w': '11906', 'w:h': '16838' });
  const { 'w:top': top, 'w:bottom': bottom, 'w:left': left, 'w:right': right } = document('w\\:pgMar').attr()!;
  const millimetres = [top, bottom, left, right].map((length) => Math.round((Number(length) / 1440) * 25.4 * 10) / 10);
  assert.deepEqual(millimetres, [37, 35, 28, 26]);
  const styles = xml(parts['word/styles.xml']!);
  const style = (id: string): string => styles(`w\\:style[w\\:styleId="${id}"]`).html()!;
  assert.match(styles('w\\:docDefaults').html()!, /w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>/);
  assert.match(style('Normal'), /<w:spacing w:line="560" w:lineRule="exact"\/>/);
  assert.match(style('BodyText'), /<w:ind w:firstLineChars="200" w:firstLine="640"\/>/);
  assert.match(style('Title'), /<w:jc w:val="center"\/>.*w:eastAsia="方正小标宋简体".*<w:sz w:val="44"\/>/);
  assert.match(style('Heading1'), /<w:name w:val="heading 1"\/>.*<w:outlineLvl w:val="0"\/>.*w:eastAsia="黑体"/);
  assert.match(style('Heading2'), /<w:name w:val="heading 2"\/>.*<w:outlineLvl w:val="1"\/>.*w:eastAsia="楷体_GB2312"/);
  assert.match(parts['word/settings.xml']!, /<w:evenAndOddHeaders\/>/);
  const footers = ['default', 'even'].map((type) => {
    const id = document(`w\\:footerReference[w\\:type="${type}"]`).attr('r:id')!;
    const target = xml(parts['word/_rels/document.xml.rels']!)(`Relationship[Id="${id}"]`).attr('Target')!;
    const footer = xml(parts[`word/${target}`]!);
    return [footer('w\\:jc').attr('w:val'), footer('w\\:p').text(), footer('w\\:fldSimple').attr('w:instr')];
  });
  assert.deepEqual(footers, [
    ['right', '— 1 —', ' PAGE '],
    ['left', '— 1 —', ' PAGE '],
  ]);
});

test('every paragraph has the style of what it is', () => {
  const report = put(baseReport(), '/sections/0/paragraphs', ['（一）主动公开', '全年公开1462条。', '（二）依申请公开。全年办结109件。']);
  const document = xml(partsOf(reportDocx(readingOf(report)))['word/document.xml']!);
  const styles = document('w\\:body > w\\:p')
    .toArray()
    .map((paragraph) => [document(paragraph).find('w\\:pStyle').attr('w:val'), document(paragraph).text().slice(0, 8)]);
  assert.deepEqual(styles, [
    ['Title', '云岭县人民政府2'],
    ['BodyText', '本报告根据《中华'],
    ['BodyText', '报告中所列数据的'],
    ['Heading1', '一、总体情况'],
    ['Heading2', '（一）主动公开'],
    ['BodyText', '全年公开1462'],
    ['BodyText', '（二）依申请公开'],
    ['Heading1', '二、主动公开政府'],
    ['Heading1', '三、收到和处理政'],
    ['Heading1', '四、政府信息公开'],
    ['Heading1', '五、存在的主要问'],
    ['BodyText', '存在的主要问题：'],
    ['BodyText', '改进情况：下一步'],
    ['Heading1', '六、其他需要报告'],
    ['BodyText', '本年度没有收取政'],
    ['Signature', '云岭县人民政府'],
    ['Signature', '2025年1月2'],
  ]);
  const runIn = document('w\\:rStyle[w\\:val="RunInHeading"]').closest('w\\:r').text();
  assert.equal(runIn, '（二）依申请公开。');
});

test('the package is whole: every target is there, every style defined, every paragraph id its own', () => {
  for (const reading of [base('2019'), base('2021'), blankReading({ edition: '2021' }), readingOf(consistentReport('2021', seeded(7), 5_000_000))]) {
    const parts = partsOf(reportDocx(reading));
    const types = xml(parts['[Content_Types].xml']!);
    const typed = types('Override')
      .toArray()
      .map((element) => types(element).attr('PartName')!.slice(1));
    assert.deepEqual(
      typed.sort(),
      Object.keys(parts)
        .filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'))
        .sort(),
    );
    const targets = xml(parts['word/_rels/document.xml.rels']!)('Relationship')
      .toArray()
      .map((element) => `word/${xml(parts['word/_rels/document.xml.rels']!)(element).attr('Target')}`);
    assert.ok(targets.length === 5 && targets.every((target) => target in parts));
    const used = new Set(
      Object.values(parts).flatMap((part) => [...part.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"/g)].map(([, id]) => id!)),
    );
    const defined = new Set([...parts['word/styles.xml']!.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id!));
    assert.deepEqual(
      [...used].filter((id) => !defined.has(id)),
      [],
    );
    const ids = Object.values(parts).flatMap((part) => [...part.matchAll(/w14:paraId="([^"]+)"/g)].map(([, id]) => id!));
    const paragraphs = Object.values(parts).reduce((count, part) => count + (part.match(/<w:p[ >]/g)?.length ?? 0), 0);
    assert.equal(ids.length, paragraphs);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => /^[0-7][0-9A-F]{7}$/.test(id)));
    assert.equal(xml(parts['docProps/core.xml']!)('dc\\:title').text(), reading.report.title);
  }
});

test('no column is narrower than its longest figure, and a table is as wide as the text', () => {
  for (const largest of [9, 3000, 40_000_000]) {
    const reading = readingOf(consistentReport('2021', seeded(11), largest));
    const document = xml(partsOf(reportDocx(reading))['word/document.xml']!);
    for (const table of document('w\\:tbl').toArray()) {
      const widths = document(table)
        .find('w\\:gridCol')
        .toArray()
        .map((column) => Number(document(column).attr('w:w')));
      assert.equal(
        widths.reduce((sum, width) => sum + width, 0),
        8844,
      );
      for (const cell of document(table).find('w\\:tc').toArray()) {
        const text = document(cell).text();
        if (!/^\d+$/.test(text)) continue;
        const size = Number(document(cell).find('w\\:sz').attr('w:val') ?? (widths.length > 6 ? 21 : 24));
        const width = Number(document(cell).find('w\\:tcW').attr('w:w'));
        // A digit of Times is half as wide as it is high; the cell keeps 50 on either side.
        assert.ok(text.length * size * 5 <= width - 100, `${text} in ${width}`);
      }
    }
  }
});

test('the same report gives the same bytes, wherever and whenever', () => {
  const zone = process.env['TZ'];
  const made = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'].map((name) => {
    process.env['TZ'] = name;
    return reportDocx(base());
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  assert.deepEqual(made[1], made[0]);
  assert.deepEqual(made[2], made[0]);
});
