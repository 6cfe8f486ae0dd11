import assert from 'node:assert/strict';
import { test } from 'node:test';
import { displayWidth } from '../../src/base/text/width.js';
import type { Block, Table } from '../../src/read/document.js';
import { readText } from '../../src/read/formats/text/index.js';
import { resolveLines } from '../../src/read/recognise/flow.js';

/** A grid as rows of texts; a slot that a span covers repeats its cell in angle brackets. */
function rowsOf(block: Block | undefined): readonly (readonly string[])[] {
  assert.equal(block?.kind, 'table');
  const { grid } = block as Table;
  return grid.slots.map((line, row) => line.map((cell, column) => (cell ? (cell.row === row && cell.column === column ? cell.text : `<${cell.text}>`) : '?')));
}

function tables(text: string): readonly Block[] {
  return readText(text).blocks.filter((block) => block.kind === 'table');
}

function paragraphs(text: string): readonly string[] {
  return resolveLines(readText(text)).map((block) => ('text' in block ? block.text : '[table]'));
}

test('display width counts two for wide characters, none for marks and one for ambiguous ones', () => {
  assert.equal(displayWidth('一、abc（）'), 11);
  assert.equal(displayWidth('“三”'), 4);
  assert.equal(displayWidth('e\u0301\u200b'), 1);
});

test('pipe tables: escapes, emphasis, short rows, an empty header left out', () => {
  const text = '|   |   |\n|---|:-:|\n| **规章** | 3\\|4 |\n| 甲 |\n\n后文';
  assert.deepEqual(rowsOf(tables(text)[0]), [
    ['规章', '3|4'],
    ['甲', ''],
  ]);
  assert.deepEqual((tables(text)[0] as Table).grid.cells[1]!.place, { line: 3, columnNumber: 12 });
});

test('grid tables: spans to the right and down, wrapped cells', () => {
  const text = [
    '+--------+-----------------+',
    '| 甲     | 乙              |',
    '|        +--------+--------+',
    '|        | 一     | 二     |',
    '+========+========+========+',
    '| 行     | 3（其  | 4      |',
    '| 一     | 中1）  |        |',
    '+--------+--------+--------+',
  ].join('\n');
  assert.deepEqual(rowsOf(tables(text)[0]), [
    ['甲', '乙', '<乙>'],
    ['<甲>', '一', '二'],
    ['行一', '3（其中1）', '4'],
  ]);
});

test('simple tables with and without header, multiline tables with wrapped and blank cells', () => {
  assert.deepEqual(rowsOf(tables('  名称     数\n  ------ ----\n  规章      3\n  文件\n\n')[0]), [
    ['名称', '数'],
    ['规章', '3'],
    ['文件', ''],
  ]);
  assert.deepEqual(rowsOf(tables('  ------ ---- ---\n  规章   3    5\n  文件        6\n  ------ ---- ---\n')[0]), [
    ['规章', '3', '5'],
    ['文件', '', '6'],
  ]);
  assert.deepEqual(rowsOf(tables('------------------\n名称     数\n-------- -------\n行政规   3\n范性文件\n\n规章     \n------------------\n')[0]), [
    ['名称', '数'],
    ['行政规范性文件', '3'],
    ['规章', ''],
  ]);
});

test('an HTML table in Markdown is a table with its spans', () => {
  const text = '# 题\n\n<table>\n<tr><td rowspan="2">甲</td><td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n\n后文';
  assert.deepEqual(rowsOf(tables(text)[0]), [
    ['甲', '1'],
    ['<甲>', '2'],
  ]);
});

test('a rule, a list and a dash are no table', () => {
  for (const text of ['前文\n\n---\n\n后文', '- 甲\n- 乙', '甲 - 乙\n-- --', '2024-01-01 -- 2024-12-31\n']) assert.deepEqual(tables(text), []);
});

test('Markdown signs are taken off, the numbers of the report stay', () => {
  const text = '# 一、总体情况\n\n**2024年**，*全区*共公开`5`条\\*。\n\n- 主动公开\n1. 依申请公开\n\n> 引用[链接](http://a.b/)[]{#_GoBack .anchor}';
  assert.deepEqual(paragraphs(text), ['一、总体情况', '2024年，全区共公开`5`条*。', '主动公开', '1. 依申请公开', '引用链接']);
  assert.equal(resolveLines(readText(text))[0]!.place.columnNumber, 3);
});

test('plain text is not Markdown: its stars, dashes and brackets stay', () => {
  assert.deepEqual(paragraphs('- 甲*乙*\n[bookmark: _GoBack]我镇'), ['- 甲*乙*', '[bookmark: _GoBack]我镇']);
});

test('a line is a paragraph where nothing shows that lines were wrapped', () => {
  assert.deepEqual(paragraphs('一、总体情况：\n2020年，全镇主动公开政府信息119条次，并定期进行更新。\n（一）主动公开内容:\n无\n'), [
    '一、总体情况：',
    '2020年，全镇主动公开政府信息119条次，并定期进行更新。',
    '（一）主动公开内容:',
    '无',
  ]);
});

/** Breaks a paragraph as a page does: full lines, no mark at the head of one, a gap between Chinese and digits. */
function setLines(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replace(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, ' ').match(/ ?[\d.]+|[《（“]*.[，。、；：？！）》”]*/gu) ?? []) {
    if (displayWidth(line + word) > width) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return [...lines, line];
}

const PARAGRAPHS = [
  '清河区人民政府2024年政府信息公开工作年度报告',
  '本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止，如对本报告有疑问，请与区政府办公室联系，地址为清河区人民路1号，邮编223001，电话在工作日可以拨打并留言。',
  '一、总体情况',
  '2024年，本区认真贯彻落实国家和省、市关于政务公开工作的部署要求，坚持以公开为常态、不公开为例外，全年主动公开政府信息1362条，办理依申请公开事项25件。',
];
const WRAPPED = PARAGRAPHS.flatMap((text) => setLines(text, 66));

test('lines that a program wrapped are put together, with the place of each', () => {
  assert.deepEqual(paragraphs(WRAPPED.join('\n')), PARAGRAPHS);
  const [, second] = resolveLines(readText(WRAPPED.join('\n')));
  assert.deepEqual(second?.kind === 'paragraph' ? second.lines : [], [
    { start: 0, place: { line: 2, columnNumber: 1 } },
    ...[3, 4].map((line) => ({ start: PARAGRAPHS[1]!.indexOf(WRAPPED[line - 1]!.replace(/ /g, '').slice(0, 3)), place: { line, columnNumber: 1 } })),
  ]);
});

test('a paragraph goes on over a page break and its page number', () => {
  const broken = [...WRAPPED.slice(0, 2), '', '- 1 -', '\f', ...WRAPPED.slice(2)];
  assert.deepEqual(paragraphs(broken.join('\n')), PARAGRAPHS);
});

test('an indented line begins a paragraph even after a full one', () => {
  const first = `${'全区各部门认真贯彻落实'.repeat(6)}要求。`;
  const second = `${'各镇及时公开群众关心的信息'.repeat(5)}并抓好落实。`;
  // The first ends exactly where its last line is full.
  const wide = displayWidth(first) / 2 + 2;
  const text = [...setLines(first, wide, '    '), ...setLines(second, wide, '    ')];
  assert.deepEqual(paragraphs(text.join('\n')), [first, second]);
});

test('rows of tabs that are no statutory table stay a table', () => {
  const blocks = resolveLines(readText('部门\t件数\n教育局\t3\n\t\n公安局\t\n'));
  assert.deepEqual(rowsOf(blocks[0] as Block), [
    ['部门', '件数'],
    ['教育局', '3'],
  ]);
});
