import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from '../../src/base/errors.js';
import type { Block, Grid } from '../../src/read/document.js';
import { readHtmlFragment } from '../../src/read/formats/html/blocks.js';
import { readHtml } from '../../src/read/formats/html/index.js';
import { long } from '../support/long.js';

/** Blocks as short texts: a paragraph is its text, a table its rows with × where no cell is. */
function short(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => (block.kind === 'table' ? rows(block.grid) : block.text));
}

function rows(grid: Grid): readonly string[] {
  return grid.slots.map((row) => row.map((cell) => (cell ? cell.text.replace(/\n/g, '/') : '×')).join('|'));
}

const body = (html: string): readonly unknown[] => short(readHtml(html).blocks);

test('paragraphs end at block elements and line breaks; white space collapses; source lines of Chinese text join without a blank', () => {
  assert.deepEqual(
    body('<p>一、<b>总体</b>\n  情况</p>　　二〇二四年<br>&nbsp;&nbsp;A\n  b&amp;&#x4E2D;<div>丙<div>丁</div>戊</div><span style="display:block">己</span>庚'),
    ['一、总体情况', '二〇二四年', 'A b&中', '丙', '丁', '戊', '己', '庚'],
  );
});

test('every paragraph knows its line, its column, and where its further lines start', () => {
  const [first, second] = readHtml('<html>\n<body>\n<p>甲乙\n丙丁 <i>x</i></p>\n\n<p>\n  戊</p></body></html>').blocks;
  assert.deepEqual(first, {
    kind: 'paragraph',
    text: '甲乙丙丁 x',
    place: { line: 3, columnNumber: 4 },
    lines: [
      { start: 0, place: { line: 3, columnNumber: 4 } },
      { start: 2, place: { line: 4 } },
    ],
  });
  assert.deepEqual(second, { kind: 'paragraph', text: '戊', place: { line: 7 } });
});

test('what is not seen is left out; hidden text and deletions are noted with where they stood', () => {
  const page = readHtml(
    '<style>p{}</style><script>var 甲</script><p>甲</p><div style="DISPLAY : none !important">藏<b>起</b></div>\n<p aria-hidden="true">隐</p><p hidden></p>' +
      '<noscript>请启用</noscript><template>模板</template><p>乙<del>删</del><ruby>丙<rp>(</rp><rt>bing</rt><rp>)</rp></ruby><!-- 注释 --></p><select><option>一<option selected>二</select>' +
      '<input value="12"><input type="hidden" value="13"><textarea>\n三\n四</textarea>',
  );
  assert.deepEqual(
    short(page.blocks),
    ['甲', '乙丙', '二 12三', '四'].map((text) => text.replace(' ', '')),
  );
  assert.deepEqual(page.notes, [
    { kind: 'hidden-text', count: 2, place: { line: 1, columnNumber: 49 }, sample: '藏起', block: 1 },
    { kind: 'tracked-changes', count: 1, place: { line: 2, columnNumber: 93 }, sample: '删', block: 1 },
  ]);
});

test('images are noted where they stand, icons are not', () => {
  const page = readHtml('<p>甲</p><img src="a.png" alt="表三"><img width="16" src="i.png"><p>乙<img src="b.png"></p>');
  assert.deepEqual(page.notes, [{ kind: 'image', count: 2, place: { line: 1, columnNumber: 9 }, sample: '表三', block: 1 }]);
});

test('tables: spans, head and foot in the order they are shown, spans that end with their group, implied end tags', () => {
  assert.deepEqual(
    body(
      '<table><caption>题</caption><tfoot><tr><td>9<td>8<td>7</tfoot><thead><tr><th rowspan=5>项<th colspan=2>甲</thead><tbody><tr><td rowspan=0>1<td>2<td>3<tr><td>4<td>5</table>',
    ),
    ['题', ['项|甲|甲', '1|2|3', '1|4|5', '9|8|7']],
  );
});

test('cells: paragraphs joined by line ends, blank cells blank, figures in boxes and form fields read', () => {
  assert.deepEqual(body('<table><tr><td><p>商业</p><p>企业</p><td>&nbsp;<td> 1 2 <td><table><tr><td>3</table><td><input value=4></table>'), [
    ['商业/企业||1 2|3|4'],
  ]);
});

test('a stray end tag in a cell does not end the table', () => {
  assert.deepEqual(
    body('<div><table><tr><td>1</div></p></span><td>2<tr><td>3<td>4</table></div>'),
    [['1|2', '3|4']].map((table) => [table[0], ...table.slice(1)]),
  );
});

test('a table inside a table of figures stands after it', () => {
  assert.deepEqual(body('<table><tr><td>1<td>2<td>注<table><tr><td>a<td>b</table></table>'), [['1|2|注'], ['a|b']]);
});

test('tables that lay the page out are passed through, the report inside them is kept', () => {
  const report = '<p>一、总体情况</p><table><tr><td>规章<td>0<td>1<td>2</table><p>完</p>';
  const table = ['规章|0|1|2'];
  assert.deepEqual(body(`<table><tr><td>导航<td>${report}</table>`), ['导航', '一、总体情况', table, '完']);
  assert.deepEqual(body(`<table><tr><td>${report}</table>`), ['一、总体情况', table, '完']);
  assert.deepEqual(body(`<table><tr><td>${'正文。'.repeat(200)}<br>第二段</td><td>导航</table>`), ['正文。'.repeat(200), '第二段', '导航']);
  assert.deepEqual(body('<table role="presentation"><tr><td>甲<td>乙</table>'), ['甲', '乙']);
  // A long remark makes no frame of a table of figures.
  assert.deepEqual(body(`<table><tr><td>1<td>2<tr><td>${'备注。'.repeat(200)}<td>3</table>`), [['1|2', `${'备注。'.repeat(200)}|3`]]);
});

test('automatic numbers of lists are restored where they are numbers', () => {
  assert.deepEqual(
    body(
      '<ol start=3><li>甲<li><p>乙</p><p>丙</p><li value=9>丁<ol style="list-style-type: cjk-ideographic"><li>戊</ol></ol>' +
        '<ol style="list-style:trad-chinese-informal inside" start=11 reversed><li><h2>己</h2><li>庚</ol><ul><li>辛</ul><ol type=a><li>壬</ol><ol start=10 style="list-style-type:cjk-decimal"><li>癸</ol>',
    ),
    ['3. 甲', '4. 乙', '丙', '9. 丁', '一、戊', '十一、己', '十、庚', '辛', '壬', '一〇、癸'],
  );
  assert.deepEqual(readHtml('<ol><li>甲</ol>').blocks, [{ kind: 'paragraph', text: '1. 甲', numberLength: 3, place: { line: 1, columnNumber: 9 } }]);
});

test('preformatted text is read as a text file, on the lines where it stands', () => {
  const page = readHtml('<body>\n<pre>\n一、总体情况\n规章\t0\t<b>1</b>\n</pre></body>');
  assert.deepEqual(
    page.blocks.map((block) => [block.kind, block.place, block.kind === 'line' ? block.segments.map((segment) => segment.text) : []]),
    [
      ['line', { line: 3 }, ['一、总体情况']],
      ['line', { line: 4 }, ['规章', '0', '1']],
    ],
  );
});

test('a fragment in another text keeps the lines of that text', () => {
  const blocks = readHtmlFragment('<table>\n<tr>\n<td>1</td><td>2</td></tr></table>', 40);
  const table = blocks[0];
  assert.ok(table?.kind === 'table');
  assert.deepEqual(
    table.grid.cells.map((cell) => [cell.text, cell.place]),
    [
      ['1', { line: 42, columnNumber: 1 }],
      ['2', { line: 42, columnNumber: 11 }],
    ],
  );
});

test('embedded files do not count as text, and make columns unknown', () => {
  assert.deepEqual(readHtml(`<img src="data:image/png;base64,${'A'.repeat(4_000_000)}"><p>甲</p>`).blocks, [
    { kind: 'paragraph', text: '甲', place: { line: 1 } },
  ]);
});

const hostile: readonly (readonly [string, () => string])[] = [
  ['100,000 nested elements', () => '<div>'.repeat(100_000)],
  ['100,000 nested tables', () => '<table><tr><td>'.repeat(100_000)],
  ['a span of 65535 by 1000', () => `<table>${'<tr><td rowspan=65535 colspan=1000>1<td>2'.repeat(2000)}</table>`],
  ['one wide row above many', () => `<table><tr>${'<td>1'.repeat(20_000)}${'<tr><td>1'.repeat(20_000)}</table>`],
  ['a million cells', () => `<table>${`<tr>${'<td>1'.repeat(1000)}`.repeat(1000)}</table>`],
  ['one tag with 500,000 attributes', () => `<a ${Array.from({ length: 500_000 }, (_, i) => `a${i}`).join(' ')}>`],
  ['end tags with attributes', () => `</a ${Array.from({ length: 8000 }, (_, i) => `a${i}`).join(' ')}>`.repeat(80)],
  ['text pushed out of tables', () => `<table>${'x<b></b>'.repeat(100_000)}`],
  ['a hundred million characters', () => '<p>x</p>'.repeat(12_500_000)],
];
for (const [name, page] of hostile) {
  test(`refuses ${name}`, () => {
    const source = page();
    assert.throws(
      () => readHtml(source),
      (error) => error instanceof InputError && error.code === 'too-large',
    );
  });
}

test('takes a page at the limits', long, () => {
  for (const [page, blocks] of [
    [`<!--${'-'.repeat(2_900_000)}-->x`, 1],
    ['<p>一'.repeat(140_000), 140_000],
    [`${'<table><tr><td>'.repeat(80)}${'<p>x'.repeat(100_000)}`, 100_000],
  ] as const) {
    assert.equal(readHtml(page).blocks.length, blocks);
  }
});

test('a page without text says so', () => {
  assert.throws(
    () => readHtml('<html><head><title>报告</title></head><frameset><frame src="a.html"></frameset></html>'),
    (error) => error instanceof InputError && error.code === 'no-text',
  );
});
