/** The OpenDocument reader on small flat files, each with one thing in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { readFodt } from '../../src/read/formats/odt/index.js';
import { readReport } from '../../src/read/index.js';

const NAMES = ['office:office', 'text:text', 'table:table', 'style:style', 'draw:drawing'].map((pair) => {
  const [prefix, name] = pair.split(':');
  return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
});

const level = (number: number, format: string, around: string, more = ''): string =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${around} ${more}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number>`;

const STYLES =
  '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="Heir" style:family="text" style:parent-style-name="Gone"/>' +
  `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'style:num-prefix="（" style:num-suffix="）"')}${level(3, '1', 'style:num-suffix="."', 'text:display-levels="2"')}</text:list-style>` +
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>';

function fodt(body: string, styles = ''): string {
  return `<?xml version="1.0"?><office:document ${NAMES.join(' ')}><office:automatic-styles>${STYLES}${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

const p = (content: string): string => `<text:p>${content}</text:p>`;
const cell = (content: string, more = ''): string => `<table:table-cell ${more}>${content === '' ? '' : p(content)}</table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const COVERED = '<table:covered-table-cell/>';

/** What a file shows: paragraphs as text, tables as rows of `text@column×columns×rows`. */
function shown(body: string, styles?: string): readonly unknown[] {
  return readFodt(fodt(body, styles)).blocks.map((block) => {
    if (block.kind !== 'table') return block.text;
    return block.grid.slots.map((_, index) =>
      block.grid.cells
        .filter(({ row: at }) => at === index)
        .map(({ text, column, columnSpan, rowSpan }) => `${text}@${column}${columnSpan * rowSpan === 1 ? '' : `×${columnSpan}×${rowSpan}`}`)
        .join(' '),
    );
  });
}

const item = (content: string, more = ''): string => `<text:list-item ${more}>${content}</text:list-item>`;
const list = (content: string, more = 'text:style-name="L"'): string => `<text:list ${more}>${content}</text:list>`;

const cases: readonly (readonly [name: string, body: string, blocks: readonly unknown[]])[] = [
  ['text in spans and links', p('政<text:span>府<text:a>信</text:a></text:span>息'), ['政府信息']],
  ['white space, and blanks that are written as such', p('a\n  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e'), ['a b  c\td\ne']],
  ['hidden text, by a style or the style it comes from', p('a<text:span text:style-name="Heir">b</text:span>c'), ['ac']],
  [
    'notes, comments and page numbers',
    p(
      'a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note><office:annotation><text:p>c</text:p></office:annotation><text:page-number>1</text:page-number>d',
    ),
    ['ad'],
  ],
  ['only the base of a ruby', p('<text:ruby><text:ruby-base>镇</text:ruby-base><text:ruby-text>zhen</text:ruby-text></text:ruby>'), ['镇']],
  ['a text box behind its paragraph', p('a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>c'), ['ac', 'b']],
  [
    'lists within lists, a second paragraph of an item, a list that goes on and one that does not',
    list(item(p('甲') + list(item(p('乙')), '')) + item(p('丙') + p('丁'))) +
      p('x') +
      list(item(p('戊')), 'text:style-name="L" text:continue-numbering="true"') +
      list(item(p('己'))),
    ['一、甲', '（1）乙', '二、丙', '丁', 'x', '三、戊', '一、己'],
  ],
  [
    'a number that an item sets, and numbers of two levels',
    list(item(p('a'), 'text:start-value="4"') + item(list(item(list(item(p('b')), '')), ''))),
    ['四、a', '1.1.b'],
  ],
  ['bullets', list(item(p('a')), 'text:style-name="B"'), ['a']],
  [
    'cells that others cover',
    `<table:table>${row(cell('a', 'table:number-rows-spanned="2" table:number-columns-spanned="2"'), COVERED, cell('b'))}${row(COVERED, COVERED, cell('c'))}${row(cell('d'), cell('e', 'table:number-columns-spanned="2"'), COVERED)}</table:table>`,
    [['a@0×2×2 b@2', 'c@2', 'd@0 e@1×2×1']],
  ],
  [
    'repeated cells and rows, rows in groups',
    `<table:table><table:table-header-rows>${row(cell('a'), cell('b'))}</table:table-header-rows><table:table-row table:number-rows-repeated="2">${cell('', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`,
    [['a@0 b@1', '@0 @1', '@0 @1']],
  ],
];

describe('what an OpenDocument text shows', () => {
  for (const [name, body, blocks] of cases) test(name, () => assert.deepEqual(shown(body), blocks));

  test('changes are accepted, and said', () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region>' +
      '<text:changed-region text:id="c2"><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>';
    const { blocks, notes } = readFodt(
      fodt(`${changes}${p('a<text:change-start text:change-id="c1"/>新<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>b')}`),
    );
    assert.deepEqual(
      blocks.map((block) => block.kind === 'paragraph' && block.text),
      ['a新b'],
    );
    assert.deepEqual(
      notes.map(({ kind, count, sample }) => [kind, count, sample]),
      [['tracked-changes', 2, '新']],
    );
  });

  test('headings are numbered by the outline where it has numbers', () => {
    const outline = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>';
    const headings = '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="1">乙</text:h>';
    assert.deepEqual(shown(headings, outline), ['1.甲', '2.乙']);
    assert.deepEqual(shown(headings), ['甲', '乙']);
  });

  test('places are ordinals of paragraphs, cells included, and nothing else', () => {
    const { blocks } = readFodt(fodt(`${p('a')}<table:table>${row(cell('b'), cell('c'))}</table:table>${p('d')}`));
    assert.deepEqual(
      blocks.map(({ place }) => place),
      [{ paragraph: 1 }, { paragraph: 2 }, { paragraph: 4 }],
    );
  });
});

describe('what is no report is refused', () => {
  const many = (text: string, times: number): string => text.repeat(times);
  const refused: readonly (readonly [name: string, xml: string, code: string])[] = [
    ['a spreadsheet', fodt('').replaceAll('office:text>', 'office:spreadsheet>'), 'odt-without-text'],
    ['a file that ends early', fodt(p('a')).slice(0, -3), 'malformed-xml'],
    ['an entity', fodt(p('a')).replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), 'document-type'],
    ['sections without end', fodt(many('<text:section>', 1000)), 'too-deep'],
    ['a cell repeated without end', fodt(`<table:table>${row(cell('', 'table:number-columns-repeated="999999999"'))}</table:table>`), 'too-large'],
    [
      'a row repeated without end',
      fodt(`<table:table>${many(`<table:table-row table:number-rows-repeated="999999999">${cell('1')}</table:table-row>`, 90)}</table:table>`),
      'too-large',
    ],
    ['lists without end', fodt(many(list(item(p('a'))), 5000)), 'too-large'],
    ['blanks without end', fodt(p(many('<text:s text:c="999999999"/>', 5000))), 'too-large'],
    ['a million paragraphs', fodt(many('<text:p/>', 1e6)), 'too-large'],
  ];
  for (const [name, xml, code] of refused) {
    test(name, () =>
      assert.throws(
        () => readFodt(xml),
        (error) => error instanceof InputError && error.code === code,
      ),
    );
  }

  test('a ring of styles ends', () => {
    const ring = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="A"/>';
    assert.deepEqual(shown('<text:p text:style-name="A">a</text:p>', ring), ['a']);
  });

  test('a flat file is known by its content', async () => {
    await assert.rejects(readReport(new TextEncoder().encode(fodt(p('a'))), 'x.doc'), (error) => error instanceof InputError && error.code === 'not-a-report');
  });
});
