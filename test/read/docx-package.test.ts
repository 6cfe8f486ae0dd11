import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWordPackage, readDocx } from '../../src/read/formats/docx/index.js';
import { openZip, type ZipKind, zipKindOf } from '../../src/read/formats/zip/kind.js';
import { contentTypes, documentXml, NAMESPACES, p, pack, relationships, val, word, wordWithMain } from '../support/docx-parts.js';
import { assertRefused, shape } from '../support/docx-read.js';
import { rawZip } from '../support/zip-raw.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const main = documentXml(p('甲'));

test('the main part is found by its relationship, wherever it lies', () => {
  const at = (path: string, target: string, type = WORD): Uint8Array =>
    pack({ '[Content_Types].xml': contentTypes(type, `/${path}`), '_rels/.rels': relationships({ officeDocument: target }), [path]: main });
  for (const bytes of [
    at('word/document2.xml', 'word/document2.xml'),
    at('main.xml', '/main.xml'),
    at('Word/Document.xml', './word/../WORD/document.xml'),
    at('文书/正文.xml', encodeURI('文书/正文.xml')),
    at('word/document.xml', 'word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    at('word/document.xml', 'word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
    at('word\\document.xml', 'word/document.xml'),
  ]) {
    assert.deepEqual(shape(readDocx(bytes)), ['甲']);
    assert.equal(zipKindOf(openZip(bytes)), 'docx');
  }
});

test('strict relationships, numbering and styles beside a moved main part', () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const bytes = pack({
    '[Content_Types].xml': contentTypes(WORD, '/a/b/main.xml'),
    '_rels/.rels': relationships({ officeDocument: 'a/b/main.xml' }, strict),
    'a/b/_rels/main.xml.rels': relationships({ numbering: '../lists.xml', styles: '/s.xml' }, strict),
    'a/b/main.xml': documentXml(p('甲', val('pStyle', 'H'))),
    'a/lists.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    's.xml': `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
  });
  assert.deepEqual(shape(readDocx(bytes)), ['一、甲']);
  assert.equal(openWordPackage(bytes).mainName, 'a/b/main.xml');
});

test('a package that lost its relationships, or its content types, is still read', () => {
  assert.deepEqual(shape(readDocx(pack({ '[Content_Types].xml': contentTypes(), 'word/document.xml': main }))), ['甲']);
  assert.deepEqual(shape(readDocx(pack({ '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }), 'word/document.xml': main }))), ['甲']);
});

test('a package without its document, or with something else in its place', () => {
  assertRefused(pack({ '[Content_Types].xml': contentTypes(), '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }) }), 'missing-document');
  assertRefused(wordWithMain(`<w:document ${NAMESPACES}/>`), 'missing-document');
  assertRefused(wordWithMain('<html><body/></html>'), 'missing-document');
  assertRefused(wordWithMain(main.replace('/2006/main', '/2006/mine')), 'missing-document');
});

test('stored entries, zip64 records, a comment behind the end', () => {
  const files = [
    { name: '[Content_Types].xml', content: contentTypes() },
    { name: '_rels/.rels', content: relationships({ officeDocument: 'word/document.xml' }) },
    { name: 'word/document.xml', content: main },
  ];
  assert.deepEqual(shape(readDocx(rawZip(files))), ['甲']);
  assert.deepEqual(shape(readDocx(rawZip(files, true))), ['甲']);
  assert.deepEqual(shape(readDocx(rawZip(files.map((file) => ({ ...file, method: 0 }))))), ['甲']);
  const commented = new Uint8Array([...rawZip(files), 0x61, 0x62, 0x63]);
  assert.deepEqual(shape(readDocx(commented)), ['甲']);
  const view = new Uint8Array(commented.length + 7);
  view.set(commented, 7);
  assert.deepEqual(shape(readDocx(view.subarray(7))), ['甲']);
});

test('a zip that is no Word document says what it is', () => {
  const office = (type: string, part: string): Uint8Array =>
    pack({ '[Content_Types].xml': contentTypes(type, `/${part}`), '_rels/.rels': relationships({ officeDocument: part }), [part]: '<x/>' });
  const mimetype = (type: string): Uint8Array =>
    rawZip([
      { name: 'mimetype', content: type, method: 0 },
      { name: 'content.xml', content: '<x/>' },
    ]);
  const cases: readonly (readonly [Uint8Array, ZipKind, RegExp])[] = [
    [office('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xl/workbook.xml'), 'xlsx', /Excel/],
    [office('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'ppt/presentation.xml'), 'pptx', /PowerPoint/],
    [office('application/vnd.ms-visio.drawing.main+xml', 'visio/document.xml'), 'visio', /Visio/],
    [mimetype('application/vnd.oasis.opendocument.text'), 'odt', /OpenDocument 文字文档/],
    [mimetype('application/vnd.oasis.opendocument.spreadsheet'), 'ods', /电子表格/],
    [mimetype('application/vnd.oasis.opendocument.presentation'), 'odp', /演示文稿/],
    [mimetype('application/epub+zip'), 'epub', /EPUB/],
    [pack({ 'OFD.xml': '<x/>', 'Doc_0/Document.xml': '<x/>' }), 'ofd', /OFD/],
    [pack({ '_meta/meta.xml': '<x/>', 'content.xml': '<x/>' }), 'uof', /标文通/],
    [pack({ 'Index/Document.iwa': 'x' }), 'iwork', /iWork/],
    [pack({ 'FixedDocSeq.fdseq': 'x' }), 'xps', /XPS/],
    [pack({ 'META-INF/MANIFEST.MF': 'x', 'a.class': 'x' }), 'jar', /Java/],
    [pack({ 'AndroidManifest.xml': 'x', 'META-INF/MANIFEST.MF': 'x' }), 'apk', /安卓/],
    [pack({ '年报/2024.docx': 'x' }), 'files', /装有文件的压缩包/],
    [pack({ a: 'x' }), 'zip', /一般的压缩包/],
    [rawZip([]), 'empty', /空的压缩包/],
  ];
  for (const [bytes, kind, sentence] of cases) {
    assert.equal(zipKindOf(openZip(bytes)), kind);
    assertRefused(bytes, 'not-docx', sentence);
  }
});

test('encrypted and oddly compressed entries', () => {
  const types = { name: '[Content_Types].xml', content: contentTypes() };
  const rels = { name: '_rels/.rels', content: relationships({ officeDocument: 'word/document.xml' }) };
  assertRefused(rawZip([types, rels, { name: 'word/document.xml', content: main, flags: 1 }]), 'encrypted', /密码/);
  assertRefused(rawZip([{ ...types, flags: 1 }, rels, { name: 'word/document.xml', content: main, flags: 1 }]), 'encrypted');
  assertRefused(rawZip([types, rels, { name: 'word/document.xml', content: main, method: 9, packed: new Uint8Array(9) }]), 'unsupported-compression');
});

test('an archive cut off anywhere is refused as damaged', () => {
  const whole = word(p('甲'));
  for (let length = 4; length < whole.length; length += 7) assertRefused(whole.subarray(0, length), 'damaged-archive');
  assertRefused(new Uint8Array(), 'damaged-archive');
});

test('contents that do not match their checksum or size are refused: one figure may have turned into another', () => {
  const around = [
    { name: '[Content_Types].xml', content: contentTypes() },
    { name: '_rels/.rels', content: relationships({ officeDocument: 'word/document.xml' }) },
  ];
  const changed = { name: 'word/document.xml', content: main.replace('甲', '乙'), method: 0 };
  const good = rawZip([...around, { ...changed, content: main }]);
  assert.deepEqual(shape(readDocx(good)), ['甲']);
  assertRefused(rawZip([...around, { ...changed, crc: 1 }]), 'damaged-archive', /word\/document\.xml/);
  assertRefused(rawZip([...around, { name: 'word/document.xml', content: main, size: 10 }]), 'damaged-archive');
  assertRefused(rawZip([...around, { name: 'word/document.xml', content: main, size: 100_000 }]), 'damaged-archive');
  assertRefused(rawZip([...around, { name: 'word/document.xml', content: main, packed: new Uint8Array([1, 2, 3]) }]), 'damaged-archive');
  assertRefused(rawZip([...around, changed, { ...changed, name: 'WORD/document.xml' }]), 'damaged-archive');
});

test('XML that is not well-formed is refused with the place', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['</w:p>', ''],
    ['</w:p>', '</w:r>'],
    ['<w:p>', '<w:p a>'],
    ['<w:p>', '<w:p a=b>'],
    ['<w:p>', '<w:p a="b"c="d">'],
    ['<w:p>', '<w:p a="<">'],
    ['<w:p>', '<zz:p>'],
    ['<w:p>', '<w:p></w:p ><w:p'],
    ['</w:document>', ''],
    ['</w:document>', '</w:document><w:p/>'],
    ['</w:document>', '</w:document>x'],
    ['<w:body>', '<w:body><!-- '],
    ['<w:body>', '<w:body><'],
    ['甲', '&nbsp;'],
    ['甲', '&'],
    ['甲', '&#xD800;'],
    ['甲', '&#0;'],
    ['甲', '<![CDATA[甲'],
    ['<w:document', 'x<w:document'],
  ];
  for (const [from, to] of broken) {
    const xml = main.replace(from, to);
    assert.notEqual(xml, main);
    assertRefused(wordWithMain(xml), 'malformed-xml', /word\/document\.xml/);
  }
  assertRefused(wordWithMain(''), 'malformed-xml');
  assertRefused(wordWithMain(new Uint8Array([0x3c, 0x61, 0xff, 0xfe])), 'malformed-xml');
  assertRefused(wordWithMain(main.replace('UTF-8', 'x-no-such')), 'malformed-xml');
  assertRefused(word(p('甲'), { numbering: '<w:num>' }), 'malformed-xml', /numbering/);
  assertRefused(word(p('甲'), { styles: '<w:vanish>' }), 'malformed-xml', /styles/);
});

test('comments, processing instructions and blanks around the root element are allowed', () => {
  const xml = `${main.replace('<w:document', '<!-- 甲 > --><?pi <w:p> ?><w:document')}\n<!-- 乙 -->\n<?pi?> \n`;
  assert.deepEqual(shape(readDocx(wordWithMain(xml))), ['甲']);
  assert.deepEqual(shape(readDocx(wordWithMain(main.replace('<w:p>', "<w:p\n w:a = 'x > y' >").replace('</w:p>', '</w:p\n>')))), ['甲']);
});

test('a document type or entity declaration is refused, never expanded', () => {
  const laughs = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
  assertRefused(wordWithMain(main.replace('<w:document', `${laughs}<w:document`).replace('甲', '&b;')), 'document-type', /恶意/);
  assertRefused(wordWithMain(main.replace('<w:document', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document')), 'document-type');
  assertRefused(pack({ '[Content_Types].xml': `<!DOCTYPE x>${contentTypes().replace(/^<\?.*?\?>/, '')}`, 'word/document.xml': main }), 'document-type');
});
