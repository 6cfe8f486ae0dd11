import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { documentXml, p, r, tbl, tc, wordWithMain } from '../support/docx-parts.js';
import { shape } from '../support/docx-read.js';

const SYMBOLS = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"';
const LATER = 'xmlns:x="http://schemas.microsoft.com/office/word/2099/wordml/later"';

function read(body: string): ReturnType<typeof readDocx> {
  return readDocx(wordWithMain(documentXml(body).replace('<w:document ', `<w:document ${SYMBOLS} ${LATER} xmlns:z="urn:example:nobody" `)));
}

const shapeOf = (body: string): ReturnType<typeof shape> => shape(read(body));
const unread = (body: string): unknown =>
  read(body)
    .notes.filter(({ kind }) => kind === 'unread')
    .map(({ count, place, sample }) => [place.paragraph, count, sample ?? '']);
const alternatives = (choice: string, fallback = ''): string =>
  `<mc:AlternateContent><mc:Choice Requires="${choice.includes('symEx') ? 'w16se' : 'x'}">${choice}</mc:Choice>${fallback === '' ? '' : `<mc:Fallback>${fallback}</mc:Fallback>`}</mc:AlternateContent>`;
const symEx = (char: string): string => `<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="${char}"/>`;

test('an extended symbol is its character, in an alternative and alone', () => {
  const body = p(`<w:r>${alternatives(symEx('2460'), '<w:t>?</w:t>')}</w:r>${r('更新')}<w:r>${symEx('1F600')}</w:r>`);
  assert.deepEqual(shapeOf(body), ['①更新😀']);
  assert.deepEqual(unread(body), []);
});

test('an alternative with an element that nobody knows leaves the word to the next one', () => {
  const known = '<w:t>8</w:t>';
  assert.deepEqual(shapeOf(p(`${r('12')}<w:r>${alternatives('<x:glyph x:char="38"/>', known)}</w:r>`)), ['128']);
  assert.deepEqual(shapeOf(p(alternatives('<w:r><x:glyph/></w:r>', r('八')))), ['八']);
  assert.deepEqual(shapeOf(alternatives('<w:p><w:r><w:rPr><x:light/></w:rPr><w:t>甲</w:t></w:r></w:p>', p('乙'))), ['甲']);
  const two = `<mc:AlternateContent><mc:Choice Requires="x"><x:glyph/></mc:Choice><mc:Choice Requires="w14"><w:t>丙</w:t></mc:Choice><mc:Fallback><w:t>丁</w:t></mc:Fallback></mc:AlternateContent>`;
  assert.deepEqual(shapeOf(p(`<w:r>${two}</w:r>`)), ['丙']);
});

test('what no alternative tells is noted where it stands', () => {
  const body = p('甲') + p(`<w:r>${alternatives('<x:glyph>8</x:glyph>')}</w:r>`) + p(`<w:r><x:glyph x:char="38"/></w:r>`);
  assert.deepEqual(shapeOf(body), ['甲']);
  assert.deepEqual(unread(body), [
    [2, 1, '8'],
    [3, 1, ''],
  ]);
});

test('text in an element that nobody knows is noted in runs, paragraphs, bodies and tables', () => {
  const strange = `<z:wrap>${r('乙')}</z:wrap>`;
  const table = `<w:tbl><z:row><w:tr>${tc('丙')}</w:tr></z:row><w:tr>${tc('一')}${tc('二')}<z:cell>${tc('丁')}</z:cell></w:tr></w:tbl>`;
  assert.deepEqual(unread(p(`<w:r><z:wrap>甲</z:wrap></w:r>${strange}`) + strange + table), [
    [1, 4, '甲'],
    [3, 1, '丁'],
  ]);
  assert.deepEqual(unread(p(`${r('甲')}<z:mark/><w:proofErr w:type="spellStart"/>`)), []);
});

test('changes of a conflict between two authors are changes', () => {
  const body = p(
    `${r('甲')}<w14:conflictIns w:id="1" w:author="a">${r('乙')}</w14:conflictIns><w14:conflictDel w:id="2" w:author="a">${r('丙')}</w14:conflictDel>`,
  );
  assert.deepEqual(shapeOf(body), ['甲乙']);
  assert.deepEqual(
    read(body).notes.map(({ kind, count }) => [kind, count]),
    [['tracked-changes', 2]],
  );
});

test('a cell with something unread, or with nothing but a picture, is neither blank nor known', () => {
  const picture = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>';
  const document = read(tbl(['甲', '乙', '丙', '丁'], [tc(p(`${r('12')}<w:r><x:glyph/></w:r>`)), tc(p(picture)), tc(p(`${r('3')}${picture}`)), tc('')]));
  const table = document.blocks.find((block) => block.kind === 'table');
  assert.deepEqual(
    table?.grid.cells.slice(4).map(({ text, lost }) => [text, lost === true]),
    [
      ['12', true],
      ['', true],
      ['3', false],
      ['', false],
    ],
  );
});

test('a framed first letter belongs to the paragraph behind it', () => {
  const frame = (kind: string): string => `<w:framePr w:dropCap="${kind}" w:lines="2" w:wrap="around"/>`;
  assert.deepEqual(shapeOf(p('2', frame('drop')) + p('024年，') + p('2', frame('margin')) + p('023年') + p('框', frame('none')) + p('外')), [
    '2024年，',
    '2023年',
    '框',
    '外',
  ]);
  assert.deepEqual(shapeOf(p('2', frame('drop')) + tbl(['甲', '乙'])), ['2', [['甲', '乙']]]);
});

test('text typed in a symbol font is what the font shows', () => {
  const typed = (font: string, text: string): string => r(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
  assert.deepEqual(shapeOf(p(typed('Wingdings', '\uf0fcü') + typed('Symbol', 'a\uf0b3 3') + typed('宋体', 'ü') + typed('Wingdings', '完成'))), ['✓✓α≥ 3ü完成']);
});

test('words drawn along a line are read, words in other drawings noted', () => {
  const art = '<w:r><w:pict><v:shape><v:textpath on="t" string="2024年年度报告"/></v:shape></w:pict></w:r>';
  const canvas = '<w:r><w:drawing><z:canvas><a:t>流程</a:t></z:canvas></w:drawing></w:r>';
  assert.deepEqual(shapeOf(p(art + r('正文'))), ['正文', '2024年年度报告']);
  assert.deepEqual(unread(p(art + canvas)), [[1, 1, '流程']]);
});

test('a chart or diagram is a picture', () => {
  const chart = '<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId5"/></w:drawing>';
  assert.deepEqual(
    read(p(`<w:r>${chart}</w:r>`)).notes.map(({ kind, count }) => [kind, count]),
    [['image', 1]],
  );
});
