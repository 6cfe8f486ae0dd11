/** .doc built by hand: the shapes of other writers than LibreOffice, one construct each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { concat } from '../../src/base/package/bytes.js';
import { readDoc } from '../../src/read/formats/doc/index.js';
import { compoundFile } from '../support/cfb.js';
import { type DocOptions, type DocParagraph, type DocRun, docFile, four, innerRow, p, row, rowOperand, sprm, two, wide } from '../support/doc-file.js';
import { type Shape, shape } from '../support/docx-read.js';

const read = (paragraphs: readonly DocParagraph[], options?: DocOptions): ReturnType<typeof readDoc> => readDoc(docFile(paragraphs, options));
const shapeOf = (paragraphs: readonly DocParagraph[], options?: DocOptions): Shape => shape(read(paragraphs, options));

const HIDDEN = sprm(0x083c, 1);
const DELETED = sprm(0x0800, 1);
const INSERTED = sprm(0x0801, 1);
const SPECIAL = sprm(0x0855, 1);
const control = (code: number, ...sprms: readonly Uint8Array[]): DocRun => ({ text: String.fromCharCode(code), sprms: [SPECIAL, ...sprms] });
const field = (told: string, shown: string): readonly DocRun[] => [control(0x13), { text: told }, control(0x14), { text: shown }, control(0x15)];

test('the tables may stand in either stream, and pieces may take one byte a character', () => {
  for (const table of ['0Table', '1Table'] as const) assert.deepEqual(shapeOf([p('一、总体情况'), p('“5”—6')], { table }), ['一、总体情况', '“5”—6']);
  const text = [p('甲乙'), p('\x935\x94\x976 \x80')];
  assert.deepEqual(shapeOf(text, { pieces: [{ to: 3 }, { to: 11, narrow: true }] }), ['甲乙', '“5”—6 €']);
});

test('pieces have modifiers of their own, in short or in a list', () => {
  const text = [p([{ text: '甲' }, { text: '藏' }, { text: '乙' }])];
  const cut = [{ to: 1 }, { to: 2, modifiers: (1 << 8) | (0x5c << 1) }, { to: 4 }];
  assert.deepEqual(shapeOf(text, { pieces: cut }), ['甲乙']);
  const listed = [{ to: 1 }, { to: 2, modifiers: (1 << 1) | 1 }, { to: 4 }];
  const lists = concat([Uint8Array.of(1), two(3), sprm(0x0800, 0), Uint8Array.of(1), two(3), DELETED, Uint8Array.of(0, 0)]);
  assert.deepEqual(shapeOf(text, { pieces: listed, lists }), ['甲乙']);
});

test('streams of an embedded object are not those of the document', () => {
  const other = docFile([p('别的')]);
  assert.deepEqual(shapeOf([p('正文')], { inner: { WordDocument: other, '1Table': other } }), ['正文']);
});

test('a table as WPS and Word write it: the row stands in the text, wide cells are merges', () => {
  const edges = [0, 1000, 2000, 3000, 4000];
  const blocks = shapeOf(
    [
      p('表'),
      ...row({ cells: ['项目', '申请人', '总计'], edges: [0, 1000, 3000, 4000], flags: [0x60, 0, 0x60] }),
      ...row({ cells: ['', '自然人', '企业', ''], edges: [5, 1010, 2000, 3000, 3990], flags: [0x20, 0, 0, 0x20] }),
      ...row({ cells: ['新收', '4', '3', '7'], edges }),
      p('后'),
    ],
    { table: '0Table' },
  );
  assert.deepEqual(blocks, [
    '表',
    [
      ['项目', '申请人', '申请人', '总计'],
      ['项目', '自然人', '企业', '总计'],
      ['新收', '4', '3', '7'],
    ],
    '后',
  ]);
});

test('cells merged side by side are one, whichever mark begins them; what stands in the rest is hidden text', () => {
  for (const [first, further] of [
    [1, 2],
    [2, 1],
    [3, 2],
  ] as const) {
    const { blocks, notes } = read([
      ...row({ cells: ['甲', '藏', '乙', '丙'], edges: [0, 1, 2, 3, 4].map((x) => x * 900), flags: [first, further, first, further] }),
      ...row({ cells: ['1', '2', '3', '4'], edges: [0, 1, 2, 3, 4].map((x) => x * 900) }),
    ]);
    assert.deepEqual(shape({ format: 'doc', blocks, notes }), [
      [
        ['甲', '甲', '乙', '乙'],
        ['1', '2', '3', '4'],
      ],
    ]);
    assert.deepEqual(
      notes.map(({ kind, sample }) => [kind, sample]),
      [['hidden-text', '藏']],
    );
  }
});

test('a cell goes on from above only where both edges are the same', () => {
  const rows = [
    ...row({ cells: ['甲', '1', '2'], edges: [0, 900, 1800, 2700], flags: [0x60, 0, 0] }),
    ...row({ cells: ['乙', '3'], edges: [0, 1800, 2700], flags: [0x20, 0] }),
  ];
  assert.deepEqual(shapeOf(rows), [
    [
      ['甲', '1', '2'],
      ['乙', '乙', '3'],
    ],
  ]);
});

test('two edges of one row are never taken for one', () => {
  const rows = [...row({ cells: ['甲', '', '1'], edges: [0, 1000, 1010, 2000] }), ...row({ cells: ['乙', '2'], edges: [0, 1000, 2000] })];
  assert.deepEqual(shapeOf(rows), [
    [
      ['甲', '', '1'],
      ['乙', '2', '2'],
    ],
  ]);
});

test('changes kept beside the definition of a row count', () => {
  const edges = [0, 1000, 2000, 3000];
  const changed = (...more: readonly Uint8Array[]): readonly Uint8Array[] => [sprm(0x9602, two(100)), sprm(0xd608, rowOperand(edges)), ...more];
  const below = row({ cells: ['1', '2', '3'], edges });
  const grid = (cells: readonly string[], ...more: readonly Uint8Array[]): unknown => shapeOf([...row({ cells, edges, end: changed(...more) }), ...below])[0];
  assert.deepEqual(grid(['甲', '', '乙'], sprm(0x5624, Uint8Array.of(0, 2))), [
    ['甲', '甲', '乙'],
    ['1', '2', '3'],
  ]);
  assert.deepEqual(grid(['甲', '', '乙'], sprm(0x5624, Uint8Array.of(0, 2)), sprm(0x5625, Uint8Array.of(0, 2))), [
    ['甲', '', '乙'],
    ['1', '2', '3'],
  ]);
  assert.deepEqual(grid(['甲', '乙'], sprm(0x5622, Uint8Array.of(1, 2)), sprm(0x7623, Uint8Array.of(1, 2, ...two(2000)))), [
    ['甲', '乙', '乙'],
    ['1', '2', '3'],
  ]);
  assert.deepEqual(grid(['甲', '乙', '丙', '丁'], sprm(0x7621, Uint8Array.of(3, 1, ...two(500)))), [
    ['甲', '乙', '丙', '丁'],
    ['1', '2', '3', null],
  ]);
  assert.deepEqual(grid(['甲', '乙', '丙'], sprm(0x9601, two(1100))), [
    [null, '甲', '乙', '丙'],
    ['1', '2', '3', null],
  ]);
  const vertical = (flag: number): Uint8Array => sprm(0xd62b, Uint8Array.of(2, 0, flag));
  const rows = [...row({ cells: ['甲', '1', '2'], edges, end: changed(vertical(3)) }), ...row({ cells: ['', '3', '4'], edges, end: changed(vertical(1)) })];
  assert.deepEqual(shapeOf(rows)[0], [
    ['甲', '1', '2'],
    ['甲', '3', '4'],
  ]);
});

test('a row whose cells are more or fewer than its end says is lost, not shifted', () => {
  const { blocks } = read([...row({ cells: ['甲', '1'], edges: [0, 900, 1800, 2700] }), ...row({ cells: ['乙', '2', '3'], edges: [0, 900, 1800, 2700] })]);
  const [table] = blocks;
  assert.ok(table?.kind === 'table');
  assert.deepEqual(
    table.grid.cells.map(({ text, lost }) => [text, lost ?? false]),
    [
      ['甲', true],
      ['1', true],
      ['乙', false],
      ['2', false],
      ['3', false],
    ],
  );
});

test('a table whose last row never ends keeps its text', () => {
  const [first, second] = row({ cells: ['甲', '1'], edges: [0, 900, 1800] });
  assert.deepEqual(shapeOf([...row({ cells: ['子', '2'], edges: [0, 900, 1800] }), first!, second!]), [[['子', '2']], '甲', '1']);
});

test('the definition of a row may stand in the stream Data, which names no other', () => {
  const list = sprm(0xd608, rowOperand([0, 900, 1800]));
  const loop = sprm(0x6646, four(0));
  const data = concat([two(loop.length + list.length), loop, list]);
  assert.deepEqual(shapeOf([...row({ cells: ['甲', '1'], edges: [0], end: [loop] })], { data }), [[['甲', '1']]]);
});

test('a table in a cell follows the table', () => {
  const outer = row({ cells: ['甲', [...innerRow({ cells: ['1', '2'], edges: [0, 400, 800] }), p('后')], '乙'], edges: [0, 900, 1800, 2700] });
  assert.deepEqual(shapeOf(outer), [[['甲', '后', '乙']], [['1', '2']]]);
});

test('rows that are deleted or hidden are gone, and said', () => {
  const edges = [0, 900, 1800];
  const { blocks, notes } = read([
    ...row({ cells: ['甲', '1'], edges }),
    ...row({ cells: ['乙', '2'], edges, mark: [DELETED] }),
    ...row({ cells: ['丙', '3'], edges, mark: [HIDDEN] }),
  ]);
  assert.deepEqual(shape({ format: 'doc', blocks, notes }), [[['甲', '1']]]);
  assert.deepEqual(
    notes.map(({ kind, sample }) => [kind, sample]),
    [
      ['tracked-changes', '乙 2'],
      ['hidden-text', '丙 3'],
    ],
  );
});

test('deleted and hidden text is not there, inserted text is; a change is counted once', () => {
  const { blocks, notes } = read([
    p([{ text: '共' }, { text: '191', sprms: [DELETED] }, { text: '11', sprms: [INSERTED] }, { text: '9', sprms: [INSERTED] }, { text: '条' }]),
    p([{ text: '甲' }, { text: '内部', sprms: [HIDDEN] }]),
    { ...p('一行'), mark: { text: '\r', sprms: [DELETED] } },
    p('到底'),
  ]);
  assert.deepEqual(shape({ format: 'doc', blocks, notes }), ['共119条', '甲', '一行到底']);
  assert.deepEqual(
    notes.map(({ kind, count, sample }) => [kind, count, sample]),
    [
      ['tracked-changes', 3, '191'],
      ['hidden-text', 1, '内部'],
    ],
  );
});

test('fields show their result, also one within another; links in their instruction do not', () => {
  assert.deepEqual(shapeOf([p([{ text: '共' }, ...field(' REF x ', '7'), { text: '件' }])]), ['共7件']);
  const nested = [control(0x13), { text: ' IF ' }, ...field(' PAGE ', '1'), { text: ' = 1 ' }, control(0x14), { text: '是' }, control(0x15)];
  assert.deepEqual(shapeOf([p(nested), p(field(' PAGE ', '3'))]), ['是']);
  assert.deepEqual(shapeOf([p([control(0x13), { text: '断了' }]), p('后')]), ['断了', '后']);
});

test('signs: breaks, hyphens, symbols, the first letter set large', () => {
  const fonts = concat([two(1), two(0), Uint8Array.of(39 + 22), new Uint8Array(39), wide('Wingdings\0\0')]);
  const symbol = { text: '(', sprms: [SPECIAL, sprm(0x6a09, concat([two(0), two(0xf0fc)]))] };
  assert.deepEqual(shapeOf([p([{ text: '甲\t乙\x1e丙\x1f\v丁' }, symbol])], { pairs: { 15: fonts } }), ['甲\t乙-丙\n丁✓']);
  assert.deepEqual(shapeOf([p([{ text: '\xfc', sprms: [sprm(0x4a4f, two(0))] }])], { pairs: { 15: fonts } }), ['✓']);
  assert.deepEqual(shapeOf([p('我', sprm(0x442c, two(0x11))), p('局严格落实')]), ['我局严格落实']);
});

test('a page break ends a paragraph only where a section ends', () => {
  const sections = concat([four(0), four(6), four(9), new Uint8Array(24)]);
  const text: readonly DocParagraph[] = [p('甲\f乙'), { runs: [{ text: '丙' }], mark: { text: '\f' } }, p('丁')];
  assert.deepEqual(shapeOf(text, { pairs: { 6: sections } }), ['甲\n乙', '丙', '丁']);
});

/** A level of a list: its start, the number of its format, the text of its number with digits for levels. */
const level = (start: number, format: number, text: string, follow = 2): Uint8Array =>
  concat([four(start), Uint8Array.of(format, 0), new Uint8Array(9), Uint8Array.of(follow), new Uint8Array(12), two(text.length), wide(text)]);
const list = (id: number): Uint8Array => concat([four(id), new Uint8Array(22), Uint8Array.of(0, 0)]);
const override = (id: number, levels = 0): Uint8Array => concat([four(id), new Uint8Array(8), Uint8Array.of(levels, 0, 0, 0)]);
const LEVELS = concat([level(1, 39, '\0、'), level(1, 37, '（\x01）'), level(1, 18, '\x02'), ...Array.from({ length: 6 }, () => level(1, 0, '\x03.'))]);

test('automatic numbers: levels, formats, a start of its own, a list that a style brings', () => {
  const overrides = concat([four(2), override(7), override(7, 1), four(-1), four(-1), four(5), four(0x10)]);
  const numbered = (text: string, own: number, depth: number): DocParagraph => p(text, sprm(0x460b, two(own)), sprm(0x260a, depth));
  const blocks = shapeOf(
    [
      numbered('总体情况', 1, 0),
      numbered('主动公开', 1, 1),
      numbered('依申请公开', 1, 1),
      numbered('受理', 1, 2),
      numbered('表', 1, 0),
      numbered('另起', 2, 0),
      numbered('再续', 2, 0),
      p('无号', sprm(0x460b, two(0))),
    ],
    { pairs: { 73: concat([two(1), list(7)]), 74: overrides }, behind: LEVELS },
  );
  assert.deepEqual(blocks, ['一、总体情况', '（一）主动公开', '（二）依申请公开', '①受理', '二、表', '五、另起', '六、再续', '无号']);
});

test('a style hides text and numbers paragraphs, also through the one it is based on', () => {
  const style = (base: number, marks: readonly Uint8Array[], letters: readonly Uint8Array[]): Uint8Array => {
    const both = [concat([two(0), ...marks]), concat(letters)].map((part) => concat([two(part.length), part, new Uint8Array(part.length % 2)]));
    const body = concat([two(0), two((base << 4) | 1), two(2), two(0), two(0), two(0), two(0), ...both]);
    return concat([two(body.length), body]);
  };
  const sheet = concat([
    two(4),
    two(3),
    two(10),
    style(0xfff, [], []),
    style(0xfff, [sprm(0x460b, two(1)), sprm(0x260a, 1)], [HIDDEN]),
    style(1, [], [sprm(0x083c, 0)]),
  ]);
  const { blocks, notes } = read(
    [
      { ...p('藏'), style: 1 },
      { ...p('现'), style: 2 },
    ],
    { pairs: { 1: sheet, 73: concat([two(1), list(7)]), 74: concat([four(1), override(7), four(-1)]) }, behind: LEVELS },
  );
  assert.deepEqual(shape({ format: 'doc', blocks, notes }), ['（一）现']);
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ['hidden-text'],
  );
});

/** Records of shapes: a group of all, in it a picture and a group of two boxes. */
function drawings(): Uint8Array {
  const record = (version: number, type: number, body: Uint8Array): Uint8Array => concat([two(version), two(type), four(body.length), body]);
  const one = (id: number, ...more: readonly Uint8Array[]): Uint8Array => record(15, 0xf004, concat([record(2, 0xf00a, concat([four(id), four(0)])), ...more]));
  const picture = record((1 << 4) | 3, 0xf00b, concat([two(0x4104), four(1)]));
  const title = wide('云岭县\0');
  const words = record((1 << 4) | 3, 0xf00b, concat([two(0x80c0), four(title.length), title]));
  const group = record(15, 0xf003, concat([one(20), one(21), one(22)]));
  const drawing = record(15, 0xf002, record(15, 0xf003, concat([one(1), one(10, picture, words), group, one(30)])));
  return concat([record(15, 0xf000, new Uint8Array(4)), Uint8Array.of(0), drawing]);
}

test('boxes and drawn words stand where they are anchored, boxes of a group too, and those without an anchor at the end', () => {
  const places = [four(1), four(2), four(99)];
  const shapes = [10, 20].map((id) => concat([four(id), new Uint8Array(22)]));
  const box = (id: number): Uint8Array => concat([new Uint8Array(14), four(id), four(0)]);
  const { blocks, notes } = read([p([{ text: '甲' }, control(8), control(8), { text: '乙' }]), p('后')], {
    pairs: {
      40: concat([...places, ...shapes]),
      50: drawings(),
      56: concat([four(0), four(3), four(6), four(9), box(21), box(22), box(30)]),
    },
    boxes: [p('框一'), p('框二'), p('别处')],
  });
  assert.deepEqual(shape({ format: 'doc', blocks, notes }), ['甲乙', '云岭县', '框一', '框二', '后', '别处']);
  assert.deepEqual(
    notes.map(({ kind, place }) => [kind, place.paragraph]),
    [['image', 1]],
  );
  assert.deepEqual(
    blocks.map(({ place }) => place.paragraph),
    [1, 1, 2, 3, 4, 5],
  );
});

test('comments are counted, and pictures in a line that are pictures', () => {
  const rule = concat([four(68), two(68), two(0x64), new Uint8Array(60)]);
  const { notes } = read([p([control(5), control(1, sprm(0x6a03, four(0))), control(1, sprm(0x0806, 1)), control(1, sprm(0x6a03, four(4000)))])], {
    data: rule,
  });
  assert.deepEqual(
    notes.map(({ kind, count }) => [kind, count]),
    [
      ['comments', 1],
      ['image', 1],
    ],
  );
});

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error.code;
  }
  return 'read';
};

test('what is cut, empty or far too large is refused', () => {
  const whole = docFile([p('甲'.repeat(3000)), ...row({ cells: ['1'], edges: [0, 900] })]);
  assert.equal(
    codeOf(() => readDoc(whole.subarray(0, 5000))),
    'truncated',
  );
  assert.equal(
    codeOf(() => read([p('甲')], { change: (main) => new DataView(main.buffer).setUint32(64 + 12, 900, true) })),
    'truncated',
  );
  assert.equal(
    codeOf(() => readDoc(compoundFile({ WordDocument: new Uint8Array(2000) }))),
    'missing-document',
  );
  const long = docFile([p('甲')], { change: (main) => new DataView(main.buffer).setUint32(64 + 12, 5_000_000, true) });
  assert.ok(['truncated', 'too-large'].includes(codeOf(() => readDoc(long))));
  assert.deepEqual(read([p('')]).blocks, []);
});
