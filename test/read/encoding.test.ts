import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { decodeText } from '../../src/read/formats/encoding.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';

const sample = '张家坡镇2020年政府信息公开工作年度报告\r\n一、总体情况\n本年新收 12 件，㐂𠀀。\n';
const utf8 = new TextEncoder().encode(sample);

function wide(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

function codeOf(bytes: Uint8Array): { readonly code: string; readonly zh: string } {
  try {
    decodeText(bytes);
  } catch (error) {
    assert.ok(error instanceof InputError);
    assert.notEqual(error.remedy.zh, '');
    return { code: error.code, zh: error.sentence.zh };
  }
  throw new assert.AssertionError({ message: 'decoded, though it must not' });
}

const cases: readonly (readonly [string, Uint8Array, string])[] = [
  ['UTF-8', utf8, 'utf-8'],
  ['UTF-8 with BOM', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
  ['UTF-16 LE with BOM', wide(sample, false, true), 'utf-16le'],
  ['UTF-16 BE with BOM', wide(sample, true, true), 'utf-16be'],
  ['UTF-16 LE without BOM', wide(sample, false, false), 'utf-16le'],
  ['UTF-16 BE without BOM', wide(sample, true, false), 'utf-16be'],
  ['GB18030 with four-byte characters', toGb18030(sample), 'gb18030'],
];
for (const [name, bytes, encoding] of cases) {
  test(`reads ${name}`, () => assert.deepEqual(decodeText(bytes), { text: sample, encoding }));
}

test('a page that declares gb2312 is read as GB18030, and one that declares it wrongly by its content', () => {
  const page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>镕</body></html>';
  assert.deepEqual(decodeText(toGb18030(page)), { text: page, encoding: 'gb18030' });
  assert.deepEqual(decodeText(new TextEncoder().encode(page)), { text: page, encoding: 'utf-8' });
  const claimsUtf8 = page.replace('gb2312', 'utf-8');
  assert.equal(decodeText(toGb18030(claimsUtf8)).encoding, 'gb18030');
});

test('a page that declares Big5 is read as Big5', () => {
  const head = new TextEncoder().encode('<meta charset="big5"><p>');
  assert.deepEqual(decodeText(Uint8Array.from([...head, 0xa4, 0xa4, 0xa4, 0xe5])), { text: '<meta charset="big5"><p>中文', encoding: 'big5' });
});

test('a damaged UTF-8 text is refused with the place of the damage, never read as another encoding', () => {
  const damaged = Uint8Array.from(utf8);
  damaged[4] = 0xff;
  assert.deepEqual(codeOf(damaged), { code: 'encoding', zh: '文件的文字编码已损坏：第 5 个字节起不是有效的 UTF-8。' });
  assert.equal(codeOf(utf8.subarray(0, utf8.length - 3)).code, 'encoding');
});

test('a damaged GB18030 text is refused', () => {
  const bytes = toGb18030('中文中文中文');
  bytes[6] = 0xff;
  assert.deepEqual(codeOf(bytes), { code: 'encoding', zh: '文件的文字编码已损坏：第 7 个字节起不是有效的 GB18030。' });
});

test('binary data is no text', () => {
  assert.equal(codeOf(Uint8Array.from({ length: 600 }, (_, i) => (i * 37) & 255)).code, 'binary');
  assert.equal(codeOf(Uint8Array.from([...utf8, 0, 0, 0])).code, 'binary');
  assert.equal(codeOf(Uint8Array.from({ length: 400 }, (_, i) => (i % 3 === 0 ? 1 : 65))).code, 'binary');
  assert.equal(codeOf(Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).code, 'binary');
});

test('an empty text is a text', () => assert.deepEqual(decodeText(new Uint8Array()), { text: '', encoding: 'utf-8' }));
