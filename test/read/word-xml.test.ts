/** Word documents that are one XML file: the same as the .docx with the same parts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { readFlatOpc, readWord2003 } from '../../src/read/formats/word-xml/index.js';
import { parseBytes } from '../../src/read/index.js';
import { partsOf } from '../support/docx-compare.js';

const types: Readonly<Record<string, string>> = { 'word/document.xml': 'document.main', 'word/styles.xml': 'styles', 'word/numbering.xml': 'numbering' };

/** A .docx as Flat OPC; with `far`, the declarations of the main part stand at the root, as after a transformation. */
function flat(bytes: Uint8Array, far = false): string {
  let names = '';
  const parts = [...partsOf(bytes)].flatMap(([name, content]) => {
    if (types[name] === undefined) return [];
    let xml = new TextDecoder().decode(content).replace(/^\ufeff?<\?xml[^>]*\?>\s*/, '');
    if (far && name === 'word/document.xml') {
      const declared = [...xml.slice(0, xml.indexOf('>', xml.indexOf('<w:document'))).matchAll(/ xmlns:\w+="[^"]*"/g)].map(([text]) => text);
      names = declared.join('');
      for (const text of declared) xml = xml.replace(text, '');
    }
    return `<pkg:part pkg:name="/${name}" pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${types[name]}+xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
  });
  const media = '<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>';
  return `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"${names}>${media}${parts.join('')}</pkg:package>`;
}

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/documents/${name}.docx`, import.meta.url));
const withoutOffsets = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'offset' ? undefined : inner)));

for (const name of ['2021/suqian-2024', '2019/zhangjiapo-2020', 'docx/built-report', 'docx/built-nested']) {
  test(`${name} as Flat OPC is read as the .docx is`, () => {
    const { blocks, notes } = readDocx(bytesOf(name));
    for (const far of [false, true]) {
      const read = readFlatOpc(flat(bytesOf(name), far));
      assert.deepEqual(withoutOffsets([read.blocks, read.notes]), withoutOffsets([blocks, notes]));
    }
  });
}

test('a Flat OPC is known by its content, whatever its name', async () => {
  const { report } = await parseBytes(bytesOf('2021/suqian-2024'));
  assert.deepEqual((await parseBytes(new TextEncoder().encode(flat(bytesOf('2021/suqian-2024'))), '年报.doc')).report, report);
});

test('a package without a main part, or cut off, is refused', () => {
  const xml = flat(bytesOf('docx/built-nested'));
  const code = (text: string): string => {
    try {
      readFlatOpc(text);
    } catch (error) {
      return error instanceof InputError ? error.code : String(error);
    }
    return 'read';
  };
  assert.equal(code(xml.replace('document.main', 'glossary')), 'missing-document');
  assert.equal(code(xml.slice(0, -2)), 'malformed-xml');
});

const WORD_2003 = 'http://schemas.microsoft.com/office/word/2003/wordml';

function word2003(body: string): string {
  const list =
    '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef>' +
    '<w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>';
  const styles = '<w:styles><w:style w:type="character" w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  return `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="${WORD_2003}" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">${list}${styles}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
}

test('Word 2003 XML: numbers, hidden text, changes, bookmarks, merged cells', () => {
  const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
  const p = (content: string, properties = ''): string => `<w:p>${properties}${content}</w:p>`;
  const annotated = (type: string, content = ''): string =>
    `<aml:annotation aml:id="0" w:type="Word.${type}">${content === '' ? '' : `<aml:content>${content}</aml:content>`}</aml:annotation>`;
  const cell = (text: string, merge: string): string => `<w:tc><w:tcPr>${merge}</w:tcPr>${p(run(text))}</w:tc>`;
  const listed = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr>';
  const xml = word2003(
    p(run('甲'), listed) +
      `<wx:sub-section>${p(run('乙'), listed)}</wx:sub-section>` +
      p(
        annotated('Bookmark.Start') +
          run('a') +
          run('b', '<w:rPr><w:rStyle w:val="gone"/></w:rPr>') +
          annotated('Insertion', run('c')) +
          annotated('Deletion', '<w:r><w:delText>d</w:delText></w:r>') +
          annotated('Bookmark.End'),
      ) +
      `<w:tbl><w:tr>${cell('1', '<w:vmerge w:val="restart"/>')}${cell('2', '')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('3', '')}</w:tr></w:tbl>`,
  );
  const { blocks, notes } = readWord2003(xml);
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'table' ? block.grid.cells.map(({ text, row, column, rowSpan }) => [text, row, column, rowSpan]) : block.text)),
    [
      '一、甲',
      '二、乙',
      'ac',
      [
        ['1', 0, 0, 2],
        ['2', 0, 1, 1],
        ['3', 1, 1, 1],
      ],
    ],
  );
  assert.deepEqual(
    notes.map(({ kind, count }) => [kind, count]),
    [
      ['tracked-changes', 2],
      ['hidden-text', 1],
    ],
  );
  assert.throws(() => readWord2003(xml.replace('</w:r>', '')), InputError);
  assert.throws(
    () => readWord2003(word2003('').replaceAll('w:body', 'w:other')),
    (error) => error instanceof InputError && error.code === 'missing-document',
  );
});
