import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { documentXml, p, r, relationships, word, wordWithMain } from '../support/docx-parts.js';

function damages(bytes: Uint8Array): readonly string[] {
  return readDocx(bytes).notes.flatMap(({ kind, damage, sample }) => (kind === 'damaged' ? [`${damage} ${sample}`] : []));
}

const whole = unzipSync(readFileSync(new URL('../../fixtures/documents/docx/libreoffice-2021.docx', import.meta.url)));
const changed = (name: string, content: string | undefined): Uint8Array => {
  const files = { ...whole };
  if (content === undefined) delete files[name];
  else files[name] = strToU8(content);
  return zipSync(files);
};
const main = (body: string): readonly string[] => damages(wordWithMain(documentXml(body)));

test('files of real programs are sound', () => {
  for (const folder of ['docx', '2019', '2021']) {
    const at = new URL(`../../fixtures/documents/${folder}/`, import.meta.url);
    for (const name of readdirSync(at).filter((file) => file.endsWith('.docx'))) assert.deepEqual(damages(readFileSync(new URL(name, at))), [], name);
  }
});

test('a package without its list of types', () => {
  const files = unzipSync(word(p('甲')));
  delete files['[Content_Types].xml'];
  assert.deepEqual(damages(zipSync(files)), ['missing [Content_Types].xml']);
});

test('parts that are not read are no XML', () => {
  assert.deepEqual(damages(changed('word/styles.xml', 'no xml')), ['xml word/styles.xml']);
  assert.deepEqual(damages(changed('word/settings.xml', '<w:settings xmlns:w="a"><w:zoom></w:settings>')), ['xml word/settings.xml']);
  const footer = (xml: string): Uint8Array =>
    word(p('甲'), {
      files: {
        'word/_rels/document.xml.rels': relationships({ footer: 'footer1.xml', image: 'media/a.png' }),
        'word/footer1.xml': xml,
        'word/media/a.png': 'x',
      },
    });
  assert.deepEqual(damages(footer('<a/>')), []);
  assert.deepEqual(damages(footer('')), ['xml word/footer1.xml']);
  assert.deepEqual(damages(footer('<a>&nothing;</a><b/>')), ['xml word/footer1.xml']);
  assert.deepEqual(damages(footer('<a b="1" b="2"/>')), ['xml word/footer1.xml']);
});

test('text that is read rightly though XML forbids it', () => {
  const document = ['xml word/document.xml'];
  assert.deepEqual(main('<w:p w:rsidR="1" w:rsidR="2"><w:r><w:t>甲</w:t></w:r></w:p>'), document);
  assert.deepEqual(main(p('甲\ufffe')), document);
  assert.deepEqual(main(p('甲\u0000')), document);
  assert.deepEqual(main(p('甲]]>')), document);
  assert.deepEqual(main('<!-- a -- b -->'), document);
  assert.deepEqual(main('<!-- a --->'), document);
});

test('what only looks like it is no damage', () => {
  assert.deepEqual(
    main('<!-- a - b --><w:p w:rsidR="1" w:rsidP="2" w:rsidRPr="3" w:rsidRDefault="4"><w:r><w:t><![CDATA[甲]]></w:t></w:r></w:p><!--]]>-->'),
    [],
  );
  assert.deepEqual(main(`<w:p w:a="]]>">${r('甲 - -- 乙')}</w:p>`), []);
});

test('an archive whose two records of a part disagree', () => {
  const bytes = word(p('甲'), { styles: '' });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const name = strToU8('word/styles.xml');
  let at = 0;
  while (view.getUint32(at, true) !== 0x04034b50 || !name.every((unit, index) => bytes[at + 30 + index] === unit)) at += 1;
  const size = bytes.slice();
  size[at + 22]! ^= 1;
  const other = bytes.slice();
  other[at + 35]! ^= 1;
  assert.deepEqual([damages(bytes), damages(size), damages(other)], [[], ['header word/styles.xml'], ['header word/styles.xml']]);
});
