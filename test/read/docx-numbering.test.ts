import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { formatNumber } from '../../src/read/formats/docx/number-format.js';
import { p, r, tbl, tc, val, word } from '../support/docx-parts.js';
import { shapeOf } from '../support/docx-read.js';

interface LevelInput {
  readonly format?: string;
  readonly text: string;
  readonly more?: string;
}

const level = ({ format = 'decimal', text, more = '' }: LevelInput, index: number): string =>
  `<w:lvl w:ilvl="${index}">${val('start', 1)}${val('numFmt', format)}${more}${val('lvlText', text)}</w:lvl>`;
const abstract = (id: number, levels: readonly LevelInput[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = ''): string => `<w:num w:numId="${id}">${val('abstractNumId', abstractId)}${more}</w:num>`;
const numPr = (numId: number | string, ilvl?: number): string => `<w:numPr>${ilvl === undefined ? '' : val('ilvl', ilvl)}${val('numId', numId)}</w:numPr>`;
const item = (text: string, numId: number, ilvl = 0): string => p(text, numPr(numId, ilvl));

const OUTLINE: readonly LevelInput[] = [
  { format: 'chineseCounting', text: '%1、', more: val('suff', 'nothing') },
  { format: 'chineseCounting', text: '（%2）' },
  { text: '%3.' },
];

test('the numbers of headings and sub-headings are restored, and deeper levels start anew', () => {
  const numbering = abstract(0, OUTLINE) + num(1, 0);
  const body =
    item('总体情况', 1) +
    item('主动公开', 1, 1) +
    item('依申请公开', 1, 1) +
    item('新收', 1, 2) +
    item('办结', 1, 2) +
    item('主动公开政府信息情况', 1) +
    item('规章', 1, 1) +
    item('件', 1, 2);
  assert.deepEqual(shapeOf(body, { numbering }), [
    '一、总体情况',
    '（一）主动公开',
    '（二）依申请公开',
    '1.新收',
    '2.办结',
    '二、主动公开政府信息情况',
    '（一）规章',
    '1.件',
  ]);
});

test('numberLength tells what is not in the text of the file', () => {
  const { blocks } = readDocx(word(item('总体情况', 1) + p('正文'), { numbering: abstract(0, OUTLINE) + num(1, 0) }));
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'paragraph' ? block.numberLength : null)),
    [2, undefined],
  );
});

test('what separates number and text: nothing, a blank, and a blank for a tab only where both would run together', () => {
  const numbering =
    abstract(0, [{ text: '%1', more: val('suff', 'space') }]) +
    num(1, 0) +
    abstract(1, [{ text: '%1' }]) +
    num(2, 1) +
    abstract(2, [{ text: '%1.' }]) +
    num(3, 2) +
    abstract(3, [{ text: '第%1项', more: val('suff', 'nothing') }]) +
    num(4, 3);
  assert.deepEqual(shapeOf(item('甲', 1) + item('2020年', 2) + item('乙', 3) + item('丙', 4), { numbering }), ['1 甲', '1 2020年', '1.乙', '第1项丙']);
});

test('lists of one definition count on; an own start begins anew once', () => {
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0) + num(2, 0) + num(3, 0, restart);
  assert.deepEqual(shapeOf(item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('戊', 1), { numbering }), [
    '1.甲',
    '2.乙',
    '5.丙',
    '6.丁',
    '7.戊',
  ]);
});

test('an overridden level replaces the one of the definition', () => {
  const override = `<w:lvlOverride w:ilvl="0">${level({ format: 'upperRoman', text: '%1)' }, 0)}</w:lvlOverride>`;
  assert.deepEqual(shapeOf(item('甲', 2) + item('乙', 2), { numbering: abstract(0, [{ text: '%1.' }]) + num(2, 0, override) }), ['I)甲', 'II)乙']);
});

test('several levels in one number, legal numbering, levels that do not restart', () => {
  const numbering =
    abstract(0, [
      { format: 'chineseCounting', text: '第%1章', more: val('suff', 'space') },
      { text: '%1.%2', more: val('isLgl') },
      { text: '%2-%3', more: val('lvlRestart', 0) },
    ]) + num(1, 0);
  const body = item('甲', 1) + item('乙', 1, 1) + item('丙', 1, 2) + item('丁', 1) + item('戊', 1, 1) + item('己', 1, 2);
  assert.deepEqual(shapeOf(body, { numbering }), ['第一章 甲', '1.1 乙', '1-1 丙', '第二章 丁', '2.1 戊', '1-2 己']);
});

test('a number that comes with the style, through basedOn and tied levels', () => {
  const styles =
    `<w:style w:type="paragraph" w:styleId="H1"><w:pPr>${numPr(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style><w:style w:type="paragraph" w:styleId="Plain"><w:basedOn w:val="H1"/><w:pPr>${numPr(0)}</w:pPr></w:style>`;
  const numbering =
    abstract(0, [
      { format: 'chineseCounting', text: '%1、', more: val('pStyle', 'H1') },
      { text: '%2.', more: val('pStyle', 'H2') },
    ]) + num(1, 0);
  const styled = (text: string, style: string, more = ''): string => p(text, val('pStyle', style) + more);
  const body =
    styled('甲', 'H1') +
    styled('乙', 'H2') +
    styled('丙', 'H1a') +
    styled('丁', 'Plain') +
    styled('戊', 'H1', numPr(0)) +
    styled('己', 'H1', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') +
    styled('庚', 'H1');
  assert.deepEqual(shapeOf(body, { styles, numbering }), ['一、甲', '1.乙', '二、丙', '丁', '戊', '1.己', '三、庚']);
});

test('a definition that lives in a numbering style', () => {
  const styles = `<w:style w:type="numbering" w:styleId="L"><w:pPr>${numPr(2)}</w:pPr></w:style>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${val('numStyleLink', 'L')}</w:abstractNum>${abstract(1, [{ text: '%1)' }], val('styleLink', 'L'))}${num(1, 0)}${num(2, 1)}`;
  assert.deepEqual(shapeOf(item('甲', 1) + item('乙', 2), { styles, numbering }), ['1)甲', '2)乙']);
});

test('bullets have no number, unknown lists neither', () => {
  const numbering = abstract(0, [{ format: 'bullet', text: '\uf0b7' }]) + num(1, 0);
  assert.deepEqual(shapeOf(item('甲', 1) + item('乙', 9) + item('丙', 1, 5), { numbering }), ['甲', '乙', '丙']);
  assert.deepEqual(shapeOf(item('甲', 1)), ['甲']);
});

test('an empty numbered paragraph shows its number, a deleted or hidden one takes none', () => {
  const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0);
  const gone = (mark: string, run: string): string => p(run, `${numPr(1, 0)}<w:rPr>${mark}</w:rPr>`);
  const deleted = gone('<w:del w:id="1"/>', '<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>');
  const hidden = gone('<w:vanish/>', r('隐', '<w:vanish/>'));
  assert.deepEqual(shapeOf(item('甲', 1) + deleted + hidden + p('', numPr(1, 0)) + item('乙', 1), { numbering }), ['1.甲', '2.', '3.乙']);
});

test('numbers in table cells', () => {
  const numbering = abstract(0, [{ text: '%1.' }]) + num(1, 0);
  assert.deepEqual(shapeOf(tbl([tc(item('属于国家秘密', 1)), '0'], [tc(item('其他法律行政法规禁止公开', 1)), '1']), { numbering }), [
    [
      ['1.属于国家秘密', '0'],
      ['2.其他法律行政法规禁止公开', '1'],
    ],
  ]);
});

test('formats', () => {
  const expected: readonly (readonly [string, number, string])[] = [
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['decimalFullWidth', 12, '１２'],
    ['none', 1, ''],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 9, '⒐'],
    ['ideographEnclosedCircle', 10, '㊉'],
    ['upperLetter', 1, 'A'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 26, 'z'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCounting', 105, '一○五'],
    ['chineseCountingThousand', 10, '十'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseCountingThousand', 10001, '一万零一'],
    ['taiwaneseCounting', 21, '二十一'],
    ['japaneseCounting', 100, '百'],
    ['japaneseCounting', 111, '百十一'],
    ['chineseLegalSimplified', 1, '壹'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['chineseLegalSimplified', 205, '贰佰零伍'],
    ['ideographLegalTraditional', 3, '參'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 10, '癸'],
    ['ideographTraditional', 11, '11'],
    ['ideographZodiac', 1, '子'],
    ['hebrew1', 5, '5'],
    ['constructor', 5, '5'],
    ['upperRoman', 0, '0'],
    ['upperRoman', 1e9, '1000000000'],
    ['chineseCounting', 0, '〇'],
  ];
  assert.deepEqual(
    expected.map(([format, value]) => formatNumber(value, format)),
    expected.map(([, , text]) => text),
  );
});
