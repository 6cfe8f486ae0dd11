/** The RTF reader on small files, each with one thing in it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { readRtf } from '../../src/read/formats/rtf/index.js';
import { long } from '../support/long.js';

const FONTS = "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\ftech\\fcharset2 Symbol;}}";

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function rtf(body: string, head = '\\ansi\\ansicpg936\\deff0'): Uint8Array {
  return latin1(`{\\rtf1${head}${FONTS}${body}}`);
}

/** What a file shows: paragraphs as text, tables as rows of `text@column×columns×rows`. */
function shown(body: string, head?: string): readonly unknown[] {
  return readRtf(rtf(body, head)).blocks.map((block) => {
    if (block.kind !== 'table') return block.text;
    const { cells } = block.grid;
    const rows = 1 + Math.max(...cells.map(({ row }) => row));
    return Array.from({ length: rows }, (_, index) =>
      cells
        .filter(({ row }) => row === index)
        .map(({ text, column, columnSpan, rowSpan }) => `${text}@${column}${columnSpan * rowSpan === 1 ? '' : `×${columnSpan}×${rowSpan}`}`)
        .join(' '),
    );
  });
}

function refusedWith(bytes: Uint8Array): string {
  try {
    readRtf(bytes);
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    return error.code;
  }
  return 'read';
}

describe('text', () => {
  const cases: readonly (readonly [name: string, body: string, text: string, head?: string])[] = [
    ['bytes in the code page of a Chinese font', "\\f1\\'d5\\'fe\\'b8\\'ae\\par", '政府'],
    ['bytes as they are', '\\f1\xd5\xfe\xb8\xae\\par', '政府'],
    ['a second byte that looks like a letter, and one that looks like a brace', "\\f1\\'81n\\'81\\{\\par", '乶亄'],
    ['Chinese bytes in a Western font of a Chinese file', "\\f0\\'d5\\'fe\\par", '政'],
    ['what is no Chinese in a Western font', "\\f0 a\\'b7b\\par", 'a·b'],
    ['Western quotation marks, which Windows-1252 has and Latin-1 has not', "\\f0\\'93a\\'94\\'97\\par", '“a”—', '\\ansi\\ansicpg1252\\deff0'],
    ['Chinese text of Word, whose font is named behind \\dbch', "\\loch\\af0\\hich\\af0\\dbch\\af1\\'d5\\'fe\\par", '政', '\\ansi\\ansicpg1252\\deff0'],
    ['Unicode with what stands beside it', "\\uc1\\u25919?\\u24220\\'3f{\\uc2\\u25919\\'d5\\'fe}x\\uc0\\u24220 y\\par", '政府政x府y'],
    ['Unicode above 32767, and a pair of units', '\\u-29761?\\u-10176?\\u-8960?\\par', '\u8bbf𠄀'],
    ['control words that are characters', '\\ldblquote a\\rdblquote\\emdash\\~b\\_c\\-d\\par', '“a”—\u00a0b-cd'],
    ['escaped braces', '\\{a\\}\\\\\\par', '{a}\\'],
    ['a tab and a line break', 'a\\tab b\\line c\\par', 'a\tb\nc'],
    ['line ends of the file', 'a\r\nb\\\r\n', 'ab'],
    ['a sign of a symbol font', "{\\f2\\'b3}{\\f2\\u-3917 ?}\\par", '≥≥'],
    ['what follows the last \\par', 'a', 'a'],
    ['two codings of one text', "{\\upr{\\'d5\\'fe}{\\*\\ud{\\u25919?}}}\\par", '政'],
    ['groups that nobody sees', 'a{\\*\\unknown b{c}}{\\info{\\title d}}{\\header e\\par}{\\footnote f}{\\*\\bkmkstart g}h\\par', 'ah'],
    ['binary data with a brace in it', 'a{\\pict\\bin3 }}}}b\\par', 'ab'],
    ['a field', 'a{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt 12}}b\\par', 'a12b'],
    ['a field that draws', 'a{\\field{\\*\\fldinst { EQ \\\\o(\\\\s\\\\up 10(zhen),\\u38215?)}}{\\fldrslt {}}}\\par', 'a镇'],
    ['an object, by its picture of itself', 'a{\\object\\objemb{\\*\\objdata 01}{\\result b}}c\\par', 'abc'],
    ['hidden and deleted text', 'a{\\v b}{\\deleted c}{\\revised d}\\v0 e\\par', 'ade'],
    ['a paragraph whose mark is deleted', 'a{\\deleted\\par}b\\par', 'ab'],
  ];
  for (const [name, body, text, head] of cases) {
    test(name, () => assert.deepEqual(shown(body, head), [text]));
  }

  test('what is hidden, changed or a picture is noted; the second copy of a picture is not', () => {
    const { notes } = readRtf(rtf('a{\\v b}{\\deleted c}\\par{\\*\\shppict{\\pict ff}}{\\nonshppict{\\pict ff}}{\\*\\annotation x}d\\par'));
    assert.deepEqual(
      notes.map(({ kind, count, sample, place }) => [kind, count, sample, place.paragraph]),
      [
        ['tracked-changes', 1, 'c', 1],
        ['comments', 1, undefined, 2],
        ['hidden-text', 1, 'b', 1],
        ['image', 1, undefined, 2],
      ],
    );
  });

  test('places are ordinals of paragraphs, cells included, and nothing else', () => {
    const blocks = readRtf(rtf('a\\par\\trowd\\cellx100\\cellx200\\intbl b\\cell c\\cell\\row\\pard d\\par')).blocks;
    assert.deepEqual(
      blocks.map(({ place }) => place),
      [{ paragraph: 1 }, { paragraph: 2 }, { paragraph: 4 }],
    );
  });

  test('the text of a box follows the paragraph that it is anchored in', () => {
    assert.deepEqual(shown('a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard b\\par c\\par}}{\\shprslt b}}d\\par e\\par'), ['ad', 'b', 'c', 'e']);
  });
});

describe('numbers', () => {
  const LISTS =
    "{\\*\\listtable{\\list{\\listlevel\\levelnfc37\\levelfollow0\\levelstartat1{\\leveltext\\'02\\'00\\u12289 ?;}{\\levelnumbers\\'01;}}" +
    "{\\listlevel\\levelnfc0\\levelfollow2\\levelstartat1{\\leveltext\\'04\\u65288 ?\\'01\\u65289 ?.;}{\\levelnumbers\\'02;}}\\listid7}}" +
    '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat4}\\ls2}}';

  test('are counted from the tables of lists', () => {
    const items = '\\pard\\ls1 甲\\par\\ls1\\ilvl1 乙\\par\\pard 丙\\par\\pard\\ls1 丁\\par\\pard\\ls2 戊\\par';
    const escaped = items.replace(/[\u4e00-\u9fff]/g, (character) => `\\u${character.charCodeAt(0)}?`);
    assert.deepEqual(shown(LISTS + escaped), ['一、甲', '（1）.乙', '丙', '二、丁', '四、戊']);
  });

  test('are those that the program printed, where it did; a bullet is none', () => {
    const printed = `{\\listtext\\pard\\plain\\u20061 ?\\u12289 ?\\tab}\\ls1 a\\par{\\listtext\\f2\\'b7\\tab}\\ls1 b\\par{\\pntext 3\\tab}c\\par d\\par`;
    assert.deepEqual(shown(LISTS + printed), ['九、a', 'b', '3 c', '一、d']);
  });

  test('do not count as text of the file', () => {
    const [block] = readRtf(rtf('{\\listtext 1.\\tab}a\\par')).blocks;
    assert.equal(block?.kind === 'paragraph' && block.numberLength, 2);
  });
});

describe('tables', () => {
  const cases: readonly (readonly [name: string, body: string, blocks: readonly unknown[]])[] = [
    [
      'rows whose edges nearly agree share columns, a wide cell covers several',
      '\\trowd\\trleft-10\\cellx1000\\cellx2000\\cellx3000\\intbl a\\cell b\\cell c\\cell\\row\\trowd\\trleft0\\cellx2012\\cellx2995\\intbl d\\cell e\\cell\\row\\pard f\\par',
      [['a@0 b@1 c@2', 'd@0×2×1 e@2'], 'f'],
    ],
    [
      'cells merged down and across',
      '\\trowd\\clvmgf\\cellx1\\clmgf\\cellx1001\\clmrg\\cellx2001\\intbl a\\cell b\\cell\\cell\\row\\trowd\\clvmrg\\cellx1\\cellx1001\\cellx2001\\intbl\\cell c\\cell d\\cell\\row'.replaceAll(
        'cellx1\\',
        'cellx500\\',
      ),
      [['a@0×1×2 b@1×2×1', 'c@1 d@2']],
    ],
    [
      'a row without a definition has that of the row above',
      '\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row c\\cell d\\cell\\row',
      [['a@0 b@1', 'c@0 d@1']],
    ],
    [
      'a row with a cell more than it defines shows it',
      '\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell c\\cell\\row\\trowd\\cellx100\\cellx200\\intbl d\\cell e\\cell\\row',
      [['a@0 b@1 c@2', 'd@0 e@1']],
    ],
    [
      'paragraphs of a cell, and a row that begins further right',
      '\\trowd\\cellx100\\cellx200\\intbl a\\par b\\cell c\\cell\\row\\trowd\\trleft100\\cellx200\\intbl d\\cell\\row',
      [['a\nb@0 c@1', 'd@1']],
    ],
    [
      'a table in a cell stands behind the table',
      '\\trowd\\cellx100\\cellx200\\pard\\intbl x\\par\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx50\\cellx90\\nestrow}{\\nonesttables\\par}\\pard\\intbl y\\cell z\\cell\\row',
      [['x\ny@0 z@1'], ['1@0 2@1']],
    ],
  ];
  for (const [name, body, blocks] of cases) test(name, () => assert.deepEqual(shown(body), blocks));
});

describe('damage', () => {
  const cases: readonly (readonly [name: string, bytes: () => Uint8Array, code: string])[] = [
    ['a file that ends early', () => rtf('a\\par').subarray(0, -1), 'damaged-rtf'],
    ['one that ends within a picture', () => rtf('a{\\pict ff').subarray(0, -1), 'damaged-rtf'],
    ['one that goes on behind its end', () => latin1('{\\rtf1 a\\par}b\\par'), 'damaged-rtf'],
    ['one with bytes of a mail server behind its end', () => latin1('{\\rtf1 a\\par}\r\n\0 x'), 'read'],
    ['groups without end', () => latin1(`{\\rtf1${'{'.repeat(100_000)}`), 'too-deep'],
    ['tables without end', () => rtf('\\intbl\\itap900 a\\par'), 'too-deep'],
    ['a row of a million cells', () => rtf(`\\trowd${Array.from({ length: 1e6 }, (_, index) => `\\cellx${index}`).join('')}\\intbl a\\cell\\row`), 'too-large'],
    ['rows of two thousand cells', () => rtf(`\\trowd\\cellx9\\intbl${'\\cell'.repeat(2000)}\\row`), 'too-large'],
    ['a million paragraphs', () => rtf('\\par'.repeat(1e6)), 'too-large'],
    ['a million rows', () => rtf(`\\trowd\\cellx9${'\\row'.repeat(1e6)}`), 'too-large'],
    ['twenty million characters', () => rtf('\\u19968?'.repeat(20e6 / 4)), 'too-large'],
    ['three million changes of marks', () => rtf('\\v a\\v0 b'.repeat(1.5e6)), 'too-large'],
    ['a list of a million levels', () => rtf(`{\\*\\listtable{\\list${'{\\listlevel\\levelnfc0}'.repeat(1e6)}\\listid1}}a\\par`), 'read'],
  ];
  for (const [name, bytes, code] of cases)
    test(name, /paragraphs|characters|marks|levels/.test(name) ? long : {}, () => assert.equal(refusedWith(bytes()), code));
});
