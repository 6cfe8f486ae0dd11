import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, type Edition, editionSpec, type TableSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { readText } from '../../src/read/formats/text/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { allCells, type Figure, reportOf, tally } from '../support/compare.js';
import {
  alignedByBlanks,
  type CellText,
  cellALine,
  cellTexts,
  type PrintedRow,
  printedRows,
  readingOrder,
  sheetRows,
  tabbedCells,
  tabRows,
  wholeText,
} from '../support/text-layouts.js';

const distinct: Figure = (index) => ((index * 37) % 1009) + (index % 11 === 0 ? 1000000 : 0);
const gappy: Figure = (index) => (index % 5 === 2 ? null : (index * 13) % 97);
const editions: readonly Edition[] = ['2019', '2021'];

function read(text: string): Reading {
  return recognise(readText(text));
}

function labelColumns(table: TableSpec): number {
  return Math.max(...table.blocks.flatMap((block) => block.rows.map((row) => (row.label === '' ? 0 : (row.groups?.length ?? 0) + 1))));
}

type Layout = (rows: readonly PrintedRow[], table: TableSpec) => string;

const whole: Readonly<Record<string, Layout>> = {
  'a cell a line, blanks kept': (rows) => cellALine(rows),
  'a cell behind a tab': (rows) => tabbedCells(rows),
  'rows of tabs from a browser': (rows) => tabRows(rows),
  'rows of tabs from a spreadsheet': (rows, table) => sheetRows(rows, labelColumns(table)),
};
const filledOnly: Readonly<Record<string, Layout>> = {
  'a cell a line, blanks gone': (rows) => cellALine(rows, false),
  'reading order, labels before values': (rows) => readingOrder(rows, 8, 99),
  'reading order, values inside labels': (rows) => readingOrder(rows, 6, 1),
  'reading order, whole labels': (rows) => readingOrder(rows, 40, 1),
  'reading order, four characters a line': (rows) => readingOrder(rows, 4, 99),
  'aligned by blanks, long labels': (rows) => alignedByBlanks(rows, 40, 10),
  'aligned by blanks, broken labels': (rows) => alignedByBlanks(rows, 9, 11),
};

function layOut(report: Report, layout: Layout, text: CellText = cellTexts(report)): string {
  return wholeText(report, (table) => layout(printedRows(table, text), table));
}

for (const edition of editions) {
  for (const [name, layout] of Object.entries({ ...whole, ...filledOnly })) {
    test(`${edition}: every figure is read from ${name}`, () => {
      const report = reportOf(edition, distinct);
      assert.deepEqual(tally(report, read(layOut(report, layout))), { right: allCells(edition), lost: 0, wrong: [] });
    });
  }
  for (const [name, layout] of Object.entries(whole)) {
    test(`${edition}: blank cells keep their columns in ${name}`, () => {
      const report = reportOf(edition, gappy);
      assert.deepEqual(tally(report, read(layOut(report, layout))), { right: allCells(edition), lost: 0, wrong: [] });
    });
  }
  for (const [name, layout] of Object.entries(filledOnly)) {
    test(`${edition}: no figure is put into a wrong column when blanks are gone from ${name}`, () => {
      const report = reportOf(edition, gappy);
      const { wrong, lost } = tally(report, read(layOut(report, layout)));
      assert.deepEqual(wrong, []);
      assert.ok(lost > 0);
    });
  }
}

const raw = (report: Report): string => layOut(report, (rows) => readingOrder(rows, 8, 99));
const lines = (report: Report): string => layOut(report, (rows) => cellALine(rows));

function edited(text: string, ...changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce((result, [from, to]) => {
    const next = result.replace(from, to);
    assert.notEqual(next, result, `nothing to change: ${String(from)}`);
    return next;
  }, text);
}

for (const edition of editions) {
  const report = reportOf(edition, distinct);
  const complete = { right: allCells(edition), lost: 0, wrong: [] };

  for (const number of ['- 4 -', '— 5 —', '－6－', '第 7 页 共 9 页', '\n- 4 -\n\f']) {
    test(`${edition}: the page number ${JSON.stringify(number)} between and within rows is no figure`, () => {
      const text = edited(raw(report), ['\n7.属于行政执', `\n${number}\n7.属于行政执`], ['\n确认或重新出具已', `\n${number}\n确认或重新出具已`]);
      assert.deepEqual(tally(report, read(text)), complete);
    });
  }

  test(`${edition}: bare page numbers before page breaks are no figures`, () => {
    const text = edited(
      raw(report),
      ['\n二、主动公开', '\n1\n\f二、主动公开'],
      ['\n7.属于行政执', '\n2\n\f7.属于行政执'],
      ['\n四、结转下年度', '\n3\n\f四、结转下年度'],
    );
    assert.deepEqual(tally(report, read(text)), complete);
  });

  test(`${edition}: a header repeated on the next page, the right or a wrong one, is no row`, () => {
    const right = '\f自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n';
    const wrong = '\f信息内容 上一年项目数量 本年增/减 处理决定数量\n';
    for (const header of [right, wrong]) {
      assert.deepEqual(tally(report, read(edited(raw(report), ['\n7.属于行政执', `\n${header}7.属于行政执`]))), complete);
    }
  });

  test(`${edition}: labels written one character a line`, () => {
    const vertical = (label: string): string => [...label].join('\n');
    const text = edited(
      layOut(report, (rows) => readingOrder(rows, 40, 99)),
      [/三、本\n年度办\n理结果/, vertical('三、本年度办理结果')],
      [/（四）\n无法提\n供/, vertical('（四）无法提供')],
      ['1.信访举报投诉类申请', vertical('1.信访举报投诉类申请')],
    );
    assert.deepEqual(tally(report, read(text)), complete);
  });

  test(`${edition}: damaged, shortened and differently worded labels`, () => {
    const text = edited(
      layOut(report, (rows) => readingOrder(rows, 40, 99)),
      ['2.其他法律行政法规禁止公开', '2.其他法律行政止公开'],
      ['1.本机关不掌握相关政府信息', '1、本单位不掌握相关政府信息'],
      ['3.危及“三安全一稳定”', '３．危及"三安全一稳定"'],
      ['一、本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数量（件）'],
      ...(edition === '2021'
        ? ([
            [/1\.申请人无正当理由.*/, '1.逾期不补正'],
            [/2\.申请人逾期未按.*/, '2.逾期不缴费'],
          ] as const)
        : []),
    );
    assert.deepEqual(tally(report, read(text)), complete);
  });

  test(`${edition}: carriage returns, a byte order mark, full-width and trailing blanks`, () => {
    for (const text of [raw(report), lines(report), layOut(report, (rows) => tabRows(rows)), layOut(report, (rows) => tabbedCells(rows))]) {
      assert.deepEqual(tally(report, read(`\ufeff${text.split('\n').join('  \r\n')}\r\n`)), complete);
    }
    assert.deepEqual(tally(report, read(raw(report).replace(/ /g, '\u3000'))), complete);
  });

  test(`${edition}: the fifteen numbers of table 四 in one line, in wrapped lines, one a line`, () => {
    const cells = cellsOf(editionSpec(edition).tables.at(-1)!).map(({ pointer }) => String(valueAt(report, pointer)));
    for (const numbers of [cells.join('\n'), cells.join('  '), cells.join('\t')]) {
      assert.deepEqual(tally(report, read(edited(raw(report), [cells.join(' '), numbers]))), complete);
    }
  });

  test(`${edition}: a missing row is missing, and every other row keeps its figures`, () => {
    for (const text of [raw(report), lines(report), layOut(report, (rows) => tabRows(rows))]) {
      const from = text.indexOf('6.属于四类过程');
      const reading = read(text.slice(0, from) + text.slice(text.indexOf('7.属于行政执')));
      assert.deepEqual(reading.tables.requests?.missingRows, ['outcomes/denied/deliberativeProcess']);
      const { lost, wrong } = tally(report, reading);
      assert.equal(lost, 0);
      assert.deepEqual(
        wrong.map((one) => one.split(':')[0]!.split('/')[5]),
        new Array(7).fill('deliberativeProcess'),
      );
    }
  });

  test(`${edition}: a row that is not in the form is told and shifts nothing`, () => {
    for (const [text, row] of [
      [raw(report), '9.涉及商业秘密\n81 82 83 84 85 86 87\n'],
      [layOut(report, (rows) => tabRows(rows)), '9.涉及商业秘密\t81\t82\t83\t84\t85\t86\t87\n'],
    ] as const) {
      const reading = read(edited(text, [/(（四）\n?无法提)/, `${row}$1`]));
      assert.deepEqual(tally(report, reading), complete);
      assert.deepEqual(
        reading.tables.requests?.extraRows.map(({ label }) => label),
        ['9.涉及商业秘密'],
      );
    }
  });
}

test('marks for nothing, annotated numbers and thousands separators stay what they are', () => {
  const report = reportOf('2021', (index) => (index % 4 === 1 ? null : index));
  const [disclosure] = editionSpec('2021').tables;
  const cells = cellsOf(disclosure!).map(({ pointer }) => pointer);
  const texts = {
    [cells[0]!]: '22（其中修订16件）',
    [cells[1]!]: '/',
    [cells[4]!]: '18,708,325',
    [cells[5]!]: '不涉及',
    [cells[6]!]: '１２',
    [cells[9]!]: '—',
  };
  for (const layout of [...Object.values(whole), (rows: readonly PrintedRow[]) => readingOrder(rows, 40, 1)]) {
    const reading = read(layOut(report, layout, cellTexts(report, texts)));
    const found = Object.keys(texts).map((pointer) => [reading.locations.get(pointer)?.raw, valueAt(reading.report, pointer)]);
    assert.deepEqual(found, [
      ['22（其中修订16件）', 22],
      ['/', null],
      ['18,708,325', 18708325],
      ['不涉及', null],
      ['１２', 12],
      ['—', null],
    ]);
  }
});

test('a blank form is a form with blanks, not one without tables', () => {
  for (const edition of editions) {
    const report = reportOf(edition, () => null);
    for (const layout of Object.values(whole)) {
      const reading = read(layOut(report, layout));
      assert.deepEqual(tally(report, reading), { right: allCells(edition), lost: 0, wrong: [] });
    }
  }
});

test('lines that nobody wrapped stay apart: their short headings are no measure', () => {
  const report = reportOf('2021', distinct);
  const title = '国家税务总局云岭县税务局2024年政府信息公开工作年度报告';
  const preface = `${'公开'.repeat(90)}。`;
  // No three of them are of about one length; the headings between them are.
  const paragraphs = ['（一）主动公开工作情况', '（二）政府信息管理情况', '（三）监督保障工作情况'].flatMap((heading, index) => [
    heading,
    `${'公开'.repeat(20 + index * 10)}。`,
  ]);
  const [overview, ...others] = report.sections;
  const rest = others.map((section, index) => ({ ...section, paragraphs: section.paragraphs.map((text) => text + '改进'.repeat(10 + index * 5)) }));
  const text = wholeText({ ...report, title, preface: [preface], sections: [{ ...overview!, paragraphs }, ...rest], closing: [] }, (table) =>
    tabRows(printedRows(table, cellTexts(report))),
  );
  const { report: found } = read(text);
  assert.equal(found.title, title);
  assert.deepEqual(found.preface, [preface]);
  assert.deepEqual(found.sections[0]?.paragraphs, paragraphs);
});

test('every value has the line and column it stands at', () => {
  const report = reportOf('2021', distinct);
  const text = raw(report);
  const { locations } = read(text);
  const place = locations.get('/tables/requests/outcomes/granted/enterprise')?.place;
  const line = text.split('\n').findIndex((one) => one.startsWith('888 925'));
  assert.deepEqual(place, { line: line + 1, columnNumber: 5 });
});

test('a line that ends within a date or a figure goes on in the next, in a text with one such line too', () => {
  const report = reportOf('2021', distinct);
  const preface = '根据《中华人民共和国政府信息公开条例》要求，现将工作情况公布如下。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。';
  const cut = preface.lastIndexOf('年12月');
  const text = wholeText({ ...report, preface: [`${preface.slice(0, cut)}\n${preface.slice(cut)}`] }, (table) =>
    tabRows(printedRows(table, cellTexts(report))),
  );
  assert.deepEqual(read(text).report.preface, [preface]);
});
