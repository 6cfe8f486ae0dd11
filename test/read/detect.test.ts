import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { formatOf, readSource } from '../../src/read/formats/read.js';
import { newSample } from '../../src/read/formats/sample.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';
import { compoundFile, emptyStreams } from '../support/cfb.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The kind of a file, or the code of its refusal; every refusal has a sentence and a remedy in both languages. */
async function kindOf(content: Uint8Array, name?: string): Promise<string> {
  try {
    const format = await formatOf(newSample(content, name));
    if ('refuse' in format) throw await format.refuse();
    return format.name;
  } catch (error) {
    assert.ok(error instanceof InputError, String(error));
    for (const text of [error.sentence, error.remedy]) {
      assert.match(text.zh, /。$/);
      assert.match(text.en, /\.$/);
    }
    return error.code;
  }
}

/** A compound file with a stream WordDocument that begins so: identity, version, and the byte that holds the flag of encryption. */
const wordFile = (identity: number, version: number, flags = 0): Uint8Array =>
  compoundFile({ WordDocument: Uint8Array.from([identity & 255, identity >> 8, version, 0, 0, 0, 0, 0, 0, 0, 0, flags, ...new Array(500).fill(0)]) });

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['an empty file', new Uint8Array(), 'empty'],
  ['white space', bytes('\ufeff \r\n\t\u3000\u200b'), 'blank'],
  ['a zip archive that is cut off', latin1('PK\x03\x04...'), 'damaged-archive'],
  ['Word 97', wordFile(0xa5ec, 0xc1), 'doc'],
  ['Word 97 with a password', wordFile(0xa5ec, 0xc1, 1), 'encrypted'],
  ['Word 95', wordFile(0xa5dc, 0x65), 'legacy-doc'],
  ['Word 6 of the Far East', wordFile(0xa699, 0x65), 'legacy-doc'],
  ['Word 2', latin1('\xdb\xa5\x2d\0\0\0\0\0'), 'legacy-doc'],
  ['an encrypted .docx', emptyStreams('EncryptedPackage', 'EncryptionInfo', '\x06DataSpaces'), 'encrypted'],
  ['Excel 97', emptyStreams('Workbook'), 'legacy-xls'],
  ['Excel 97 with a document of Word in it', compoundFile({ Workbook: new Uint8Array(512) }, { WordDocument: new Uint8Array(512) }), 'legacy-xls'],
  ['PowerPoint 97', emptyStreams('PowerPoint Document', 'Current User'), 'legacy-ppt'],
  ['an Outlook message', emptyStreams('__nameid_version1.0', '__properties_version1.0'), 'outlook-message'],
  ['Works', emptyStreams('CONTENTS', 'MatOST'), 'legacy-works'],
  ['Works 3', latin1('\x01\xfe\x32\0\0\0\0\0'), 'legacy-works'],
  ['another compound file', emptyStreams('Something'), 'ole'],
  ['a truncated compound file', emptyStreams('Workbook').subarray(0, 600), 'ole'],
  ['PDF', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Encrypted true/EncryptMetadata 1>>'), 'pdf'],
  ['PDF behind a line', latin1('@PJL\r\n%PDF-1.4\n'), 'pdf'],
  ['RTF', latin1('{\\rtf1\\ansi'), 'rtf'],
  ['PNG', latin1('\x89PNG\r\n\x1a\n'), 'image'],
  ['JPEG', latin1('\xff\xd8\xff\xe0'), 'image'],
  ['TIFF', latin1('II*\0'), 'image'],
  ['WebP', latin1('RIFF\0\0\0\0WEBPVP8 '), 'image'],
  ['a bitmap', latin1(`BM\x40\0\0\0${'\0'.repeat(58)}`), 'image'],
  ['gzip', latin1('\x1f\x8b\x08'), 'archive'],
  ['7z', latin1('7z\xbc\xaf\x27\x1c'), 'archive'],
  ['RAR', latin1('Rar!\x1a\x07\x01'), 'archive'],
  ['tar', latin1(`${'\0'.repeat(257)}ustar`), 'archive'],
  ['Word 2003 XML', bytes('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x">'), 'word-2003'],
  ['Flat OPC', bytes('<?xml version="1.0"?><pkg:package xmlns:pkg="x">'), 'flat-opc'],
  ['flat ODT', bytes('<?xml version="1.0"?>\n<office:document xmlns:office="x">'), 'fodt'],
  ['UOF', bytes('<?xml version="1.0"?><uof:UOF xmlns:uof="x">'), 'uof'],
  ['other XML', bytes('<?xml version="1.0"?><!-- x --><rss/>'), 'xml'],
  ['MHTML by Word', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'), 'mht'],
  [
    'MHTML by Chrome',
    bytes(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/\r\nSubject: =?utf-8?Q?x?=\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n',
    ),
    'mht',
  ],
  ['a page', bytes('\ufeff\r\n<!DOCTYPE html>\n<html>'), 'html'],
  ['an XHTML page', bytes('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">\n<html>'), 'html'],
  ['a page saved by a browser', bytes('<!-- saved from url=(0020)http://x/ -->\n<HTML>'), 'html'],
  ['a page in GB18030', toGb18030('<html><meta charset=gbk>中'), 'html'],
  ['a piece of a page', bytes('<div class="x"><p>一、总体情况</p>\n</div>\n'), 'html'],
  ['Markdown that opens with an element', bytes('<h1 align="center">报告</h1>\n\n## 一、总体情况\n\n<table><tr><td>1</td></tr></table>\n'), 'text'],
  ['Markdown that opens with a comment', bytes('<!-- 草稿 -->\n\n# 报告\n'), 'text'],
  ['JSON', bytes('\ufeff\n{ "schemaVersion": 1 }'), 'json'],
  ['an array', bytes('[\n {"a": 1}]'), 'json'],
  ['LaTeX', bytes('% 年报\n\\documentclass{ctexart}\n\\begin{document}\n'), 'latex'],
  ['CSV of a spreadsheet', bytes(`2024年政府信息公开工作年度报告,,\n一、总体情况,,\n${'"甲,""乙""\n丙",1,2\r\n'.repeat(8)}`), 'csv'],
  ['a text with a comma in every line', bytes(`${'我局严格落实条例要求,依法公开.\n'.repeat(8)}一、总体情况\n共1,008件,办结9件,\n`), 'text'],
  ['a text with a comma in every one of its few lines', bytes('我局,\n本年,\n'), 'text'],
  ['a text that speaks of LaTeX', bytes('公式用 \\frac{1}{2} 表示,见 \\begin{document}。'), 'text'],
  ['a text that opens with a bracket', bytes('[bookmark: _GoBack]我镇'), 'text'],
  ['a text that opens with a brace', bytes('{报告}'), 'text'],
  ['a text that opens with BM', bytes('BM 单位 2024 年政府信息公开工作年度报告'), 'text'],
  ['a text with a less-than sign', bytes('<30 日内答复'), 'text'],
  ['a text', bytes('2024年政府信息公开工作年度报告'), 'text'],
];
for (const [name, content, kind] of cases) test(`knows ${name}`, async () => assert.equal(await kindOf(content), kind));

test('the name only chooses between words: a wrong name changes nothing', async () => {
  assert.equal(await kindOf(wordFile(0xa5ec, 0xc1), '报告.WPS'), 'doc');
  assert.equal(await kindOf(emptyStreams('Workbook'), '报告.docx'), 'legacy-xls');
  assert.equal(await kindOf(bytes('<!doctype html>'), '报告.doc'), 'html');
  const ragged = '一、总体情况\n我局严格落实要求\n规章,0,0,0\n行政许可,12\n行政处罚,3\n行政强制,0\n';
  assert.deepEqual([await kindOf(bytes(ragged)), await kindOf(bytes(ragged), '报告.csv')], ['text', 'csv']);
  assert.equal(await kindOf(bytes('一、总体情况\n我局严格落实要求,依法公开。\n二、主动公开政府信息情况\n规章\t0\t0\n'), '报告.CSV'), 'text');
  const fragment = '\\section{总体情况}\n我局严格落实要求。';
  assert.deepEqual(
    [await kindOf(bytes(fragment)), await kindOf(bytes(fragment), '报告.tex'), await kindOf(bytes('一、总体情况'), '报告.tex')],
    ['text', 'latex', 'text'],
  );
});

test('a compound file that points in circles ends', async () => {
  const loop = emptyStreams('a', 'b', 'c', 'd', 'e');
  const view = new DataView(loop.buffer);
  // The directory goes on in itself, and its second entry has itself to the right.
  view.setUint32(512 + 4, 1, true);
  view.setUint32(512 * 2 + 128 + 72, 1, true);
  assert.equal(await kindOf(loop), 'ole');
});

test('hostile texts are told to their end', async () => {
  for (const [content, kind] of [
    [`<p>${'\n'.repeat(2_000_000)}</p>`, 'html'],
    ['<!--'.repeat(500_000), 'too-large'],
    [`<div>${'<'.repeat(3_000_000)}`, 'too-large'],
    [`A: b\n${' c\n'.repeat(500_000)}`, 'too-large'],
    ['/E'.repeat(2_000_000), 'too-large'],
  ] as const) {
    assert.equal(await kindOf(bytes(content)), kind);
    assert.equal(await kindOf(bytes(`%PDF-1.4\n${content}`)), 'pdf');
  }
});

test('the limits of documents hold for data and for cells too', async () => {
  const report = (paragraphs: readonly string[], raw = '3'): string =>
    JSON.stringify({
      schemaVersion: 1,
      edition: '2021',
      preface: [],
      sections: [{ key: 'overview', heading: '一、总体情况', paragraphs }],
      tables: {},
      closing: [],
      locations: { '/sections/0/paragraphs/0': { raw, place: {} } },
    });
  const cells = (text: string): string =>
    `<html><h1>云岭县2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><table><tr><td>${text}</td><td>1</td></tr></table>`;
  for (const content of [
    report(['X'.repeat(25_000)]),
    report(Array.from({ length: 9000 }, () => '一')),
    report(Array.from({ length: 20 }, () => '一'.repeat(19_000))),
    cells('一'.repeat(25_000)),
    cells(`<p>${Array.from({ length: 20 }, () => '一'.repeat(19_000)).join('</p><p>')}</p>`),
  ]) {
    await assert.rejects(readSource(bytes(content)), (error) => error instanceof InputError && error.code === 'too-large');
  }
  assert.equal((await readSource(bytes(report(['X'.repeat(19_000)])))).kind, 'reading');
});

test('a text beyond any report is refused before anyone reads it through', async () => {
  for (const content of [
    '一\n'.repeat(9000),
    '一'.repeat(25_000),
    `<html>${'<p>一'.repeat(9000)}`,
    `<html><p>${'一'.repeat(25_000)}`,
    '一'.repeat(500_000),
    `{"edition":${' '.repeat(3_000_000)}`,
  ]) {
    await assert.rejects(readSource(bytes(content)), (error) => error instanceof InputError && error.code === 'too-large');
  }
  assert.equal((await readSource(bytes('一二三\n'.repeat(5000)))).kind, 'document');
});
