import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { p, r, tbl, tc, tr, val, word } from '../support/docx-parts.js';
import { gridOf, shape, shapeOf, slots } from '../support/docx-read.js';

const span = (text: string, columns: number, more = ''): string => tc(text, val('gridSpan', columns) + more);
const start = (text: string, more = ''): string => tc(text, val('vMerge', 'restart') + more);
const goOn = (text = '', more = ''): string => tc(text, val('vMerge') + more);

test('spans over columns and rows cover their slots', () => {
  const grid = gridOf(tbl(['甲', span('乙', 2)], [start('丙'), '1', '2'], [goOn(), '3', '4'], [tc('', val('vMerge', 'continue')), '5', '6']));
  assert.deepEqual(slots(grid), [
    ['甲', '乙', '乙'],
    ['丙', '1', '2'],
    ['丙', '3', '4'],
    ['丙', '5', '6'],
  ]);
  assert.deepEqual(
    grid.cells.map(({ text, row, column, rowSpan, columnSpan }) => [text, row, column, rowSpan, columnSpan]),
    [
      ['甲', 0, 0, 1, 1],
      ['乙', 0, 1, 1, 2],
      ['丙', 1, 0, 3, 1],
      ['1', 1, 1, 1, 1],
      ['2', 1, 2, 1, 1],
      ['3', 2, 1, 1, 1],
      ['4', 2, 2, 1, 1],
      ['5', 3, 1, 1, 1],
      ['6', 3, 2, 1, 1],
    ],
  );
});

test('a cell merged both ways covers a block', () => {
  const grid = gridOf(tbl([span('甲', 2, val('vMerge', 'restart')), '1'], [span('', 2, val('vMerge')), '2']));
  assert.deepEqual(slots(grid), [
    ['甲', '甲', '1'],
    ['甲', '甲', '2'],
  ]);
  assert.deepEqual(grid.cells[0], { ...grid.cells[0]!, rowSpan: 2, columnSpan: 2 });
});

test('a merge in one column ends where another begins', () => {
  assert.deepEqual(slots(gridOf(tbl([start('甲'), '1'], [goOn(), '2'], [start('乙'), '3'], [goOn(), '4'], ['丙', '5'], [start('丁'), '6']))), [
    ['甲', '1'],
    ['甲', '2'],
    ['乙', '3'],
    ['乙', '4'],
    ['丙', '5'],
    ['丁', '6'],
  ]);
});

test('a continuation with nothing above to continue is a cell of its own', () => {
  assert.deepEqual(slots(gridOf(tbl([goOn('甲'), '1'], [goOn(), '2']))), [
    ['甲', '1'],
    ['甲', '2'],
  ]);
  assert.deepEqual(slots(gridOf(tbl(['甲', '1'], [goOn('乙'), '2'], [goOn(), '3']))), [
    ['甲', '1'],
    ['乙', '2'],
    ['乙', '3'],
  ]);
});

test('text in the rest of a merged cell is not shown, and noted', () => {
  const document = readDocx(word(tbl([start('甲'), '1'], [goOn('藏'), '2'])));
  assert.deepEqual(shape(document), [
    [
      ['甲', '1'],
      ['甲', '2'],
    ],
  ]);
  assert.deepEqual(
    document.notes.map(({ kind, count, sample, place }) => [kind, count, sample, place.paragraph]),
    [['hidden-text', 1, '藏', 3]],
  );
});

test('unequal spans under a merge keep every figure in its column', () => {
  const wider = gridOf(tbl([start('甲'), '1', '2', '3'], [goOn('', val('gridSpan', 2)), '4', '5'], ['乙', '6', '7', '8']));
  assert.deepEqual(slots(wider), [
    ['甲', '1', '2', '3'],
    ['甲', '甲', '4', '5'],
    ['乙', '6', '7', '8'],
  ]);
  const narrower = gridOf(tbl([span('甲', 2, val('vMerge', 'restart')), '1'], [goOn(), '2', '3'], [goOn(), goOn(), '4']));
  assert.deepEqual(slots(narrower), [
    ['甲', '甲', '1'],
    ['甲', '2', '3'],
    ['甲', '', '4'],
  ]);
  const split = gridOf(tbl([span('甲', 2, val('vMerge', 'restart')), '1'], [goOn(), goOn(), '2']));
  assert.deepEqual(slots(split), [
    ['甲', '甲', '1'],
    ['甲', '甲', '2'],
  ]);
  const shifted = gridOf(tbl(['1', start('甲'), '2'], [goOn('乙', val('gridSpan', 2)), '3']));
  assert.deepEqual(slots(shifted), [
    ['1', '甲', '2'],
    ['乙', '乙', '3'],
  ]);
});

test('columns left out before and after a row shift nothing', () => {
  const row = tr(['1', '2'], val('gridBefore', 1) + val('gridAfter', 1));
  assert.deepEqual(slots(gridOf(tbl(['甲', '乙', '丙', '丁'], row))), [
    ['甲', '乙', '丙', '丁'],
    [null, '1', '2', null],
  ]);
  assert.deepEqual(slots(gridOf(tbl([start('甲'), '1', '2'], tr([tc('3', val('vMerge'))], val('gridBefore', 1))))), [
    ['甲', '1', '2'],
    [null, '3', null],
  ]);
});

test('cells merged the old way, with hMerge', () => {
  const left = tc('甲', val('hMerge', 'restart'));
  const grid = gridOf(tbl([left, tc('', val('hMerge')), '1'], ['2', '3', '4']));
  assert.deepEqual(slots(grid), [
    ['甲', '甲', '1'],
    ['2', '3', '4'],
  ]);
  assert.equal(grid.cells[0]!.columnSpan, 2);
  const both = gridOf(
    tbl(
      [tc('甲', val('hMerge', 'restart') + val('vMerge', 'restart')), tc('', val('hMerge') + val('vMerge', 'restart')), '1'],
      [tc('', val('hMerge', 'restart') + val('vMerge')), tc('', val('hMerge') + val('vMerge')), '2'],
    ),
  );
  assert.deepEqual(slots(both), [
    ['甲', '甲', '1'],
    ['甲', '甲', '2'],
  ]);
  assert.deepEqual([both.cells[0]!.rowSpan, both.cells[0]!.columnSpan], [2, 2]);
});

test('rows of different lengths make a rectangle', () => {
  assert.deepEqual(slots(gridOf(tbl(['甲'], ['1', '2', '3'], ['4', '5']))), [
    ['甲', null, null],
    ['1', '2', '3'],
    ['4', '5', null],
  ]);
});

test('content controls around rows, cells and texts', () => {
  const sdt = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const body = tbl(['甲', '乙'], sdt(tr(['1', sdt(tc('2'))]) + tr([`<w:customXml w:element="x">${tc('3')}</w:customXml>`, tc(sdt(p(sdt(r('4')))))])));
  assert.deepEqual(shapeOf(body), [
    [
      ['甲', '乙'],
      ['1', '2'],
      ['3', '4'],
    ],
  ]);
});

test('several paragraphs of a cell are lines, empty ones are none', () => {
  assert.deepEqual(shapeOf(tbl([tc(p('商业') + p() + p('企业')), '1'])), [[['商业\n企业', '1']]]);
});

test('deleted, inserted and hidden rows', () => {
  const body = tbl(
    ['甲', '乙'],
    tr(['1', '2'], '<w:del w:id="1" w:author="a"/>'),
    tr(['3', '4'], '<w:ins w:id="2" w:author="a"/>'),
    tr(['5', '6'], val('hidden')),
    tr(['7', '8'], val('hidden', 'off')),
  );
  const document = readDocx(word(body));
  assert.deepEqual(shape(document), [
    [
      ['甲', '乙'],
      ['3', '4'],
      ['7', '8'],
    ],
  ]);
  assert.deepEqual(
    document.notes.map(({ kind, count, sample }) => [kind, count, sample]),
    [
      ['tracked-changes', 2, '1 2'],
      ['hidden-text', 1, '5 6'],
    ],
  );
  assert.deepEqual(shapeOf(p('前') + tbl(tr(['1', '2'], '<w:del w:id="1"/>')) + p('后')), ['前', '后']);
});

test('a merge goes on past a deleted row', () => {
  assert.deepEqual(shapeOf(tbl([start('甲'), '1'], tr([goOn(), '2'], '<w:del w:id="1"/>'), [goOn(), '3'])), [
    [
      ['甲', '1'],
      ['甲', '3'],
    ],
  ]);
});

test('deleted and merged cells read as accepted', () => {
  assert.deepEqual(shapeOf(tbl(['1', tc('2', '<w:cellDel w:id="1"/>'), '3'], ['4', '5', '6'])), [
    [
      ['1', '3', null],
      ['4', '5', '6'],
    ],
  ]);
  assert.deepEqual(shapeOf(tbl([tc('甲', '<w:cellMerge w:id="1" w:vMerge="rest"/>'), '1'], [tc('', '<w:cellMerge w:id="2" w:vMerge="cont"/>'), '2'])), [
    [
      ['甲', '1'],
      ['甲', '2'],
    ],
  ]);
});

test('a nested table follows the table it stands in; its text is not part of the cell', () => {
  const inner = tbl(['1', '2']);
  const body = tbl(['甲', tc(p('前') + inner + p('后'))], ['乙', tc(tbl(['3', tc(inner + p())]) + p())]);
  assert.deepEqual(shapeOf(body + p('尾')), [
    [
      ['甲', '前\n后'],
      ['乙', ''],
    ],
    [['1', '2']],
    [['3', '']],
    [['1', '2']],
    '尾',
  ]);
});

test('a frame around the report is no table: its contents are blocks', () => {
  const report = p('标题') + tbl(['甲', '1']) + p('正文');
  const expected = ['标题', [['甲', '1']], '正文'];
  assert.deepEqual(shapeOf(tbl([tc(report)])), expected);
  assert.deepEqual(shapeOf(tbl([tc(p('标题'))], [tc(tbl(['甲', '1']) + p())], [tc(p('正文'))])), expected);
  assert.deepEqual(shapeOf(tbl([tc(tbl([tc(report)]) + p())])), expected);
  assert.deepEqual(shapeOf(tbl(['', tc(report), ''], ['', '', ''])), expected);
});

test('a table with blank cells is a table all the same', () => {
  assert.deepEqual(shapeOf(tbl(['', '1'], ['', ''])), [
    [
      ['', '1'],
      ['', ''],
    ],
  ]);
});

test('automatic numbers in the rest of a merged cell are not counted', () => {
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const number = p('', `<w:numPr>${val('ilvl', 0)}${val('numId', 1)}</w:numPr>`);
  assert.deepEqual(shapeOf(tbl([start(number), '甲'], [goOn(number), '乙'], [tc(number), '丙']), { numbering }), [
    [
      ['1', '甲'],
      ['1', '乙'],
      ['2', '丙'],
    ],
  ]);
});

test('fields that are left open in a cell end with it', () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  assert.deepEqual(shapeOf(tbl([tc(p(begin + r('1'))), '2'])), [[['1', '2']]]);
});
