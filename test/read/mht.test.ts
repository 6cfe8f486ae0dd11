/** Web archives: the page in them, read as the page itself is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { readMht } from '../../src/read/formats/mht/index.js';
import { parseBytes } from '../../src/read/index.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';

const page = readFileSync(new URL('../../fixtures/documents/html/site-2021.html', import.meta.url));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Bytes as quoted-printable, in lines of at most 76 characters. */
function quoted(bytes: Uint8Array): string {
  const signs = Array.from(bytes, (byte) =>
    (byte > 32 && byte < 127 && byte !== 61) || byte === 32
      ? String.fromCharCode(byte)
      : byte === 10
        ? '\r\n'
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = 0;
  return signs
    .map((sign) => {
      line = sign === '\r\n' ? 0 : line + sign.length;
      if (line < 74) return sign;
      line = sign.length;
      return `=\r\n${sign}`;
    })
    .join('');
}

const part = (head: string, content: string): string => `--=_b\r\n${head}\r\n\r\n${content}\r\n`;
const archive = (parts: string, type = 'multipart/related; type="text/html";\r\n\tboundary="=_b"'): Uint8Array =>
  latin1(`MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\nThis is a message.\r\n${parts}--=_b--\r\n`);
const PICTURE = part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64', base64(page.subarray(0, 400)));

describe('the page of an archive', async () => {
  const { report } = await parseBytes(page);
  const text = new TextDecoder().decode(page);
  const cases: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    [
      'quoted-printable, as Word and Chrome write it',
      archive(PICTURE + part('Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable', quoted(page))),
    ],
    ['base64, in GBK', archive(part('Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64', base64(toGb18030(text))))],
    [
      'UTF-16, which Word calls unicode',
      archive(
        part(
          'Content-Type: text/html; charset="unicode"\r\nContent-Transfer-Encoding: base64',
          base64(new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)),
        ),
      ),
    ],
    ['bytes as they are, with a wrong character set', archive(part('Content-Type: text/html; charset="iso-2022-kr"', String.fromCharCode(...page)))],
    [
      'the one that the archive names',
      archive(
        part('Content-Type: text/html\r\nContent-ID: <frame>', '<p>x</p>') +
          part('Content-Type: text/html; charset=utf-8\r\nContent-ID: <root>\r\nContent-Transfer-Encoding: base64', base64(page)),
        'multipart/related; start="<root>"; boundary="=_b"',
      ),
    ],
    [
      'in a message within the message',
      archive(
        `--=_b\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page)}\r\n--in--\r\n`,
      ),
    ],
    [
      'the only content',
      latin1(
        `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page)}`,
      ),
    ],
  ];
  for (const [name, bytes] of cases) {
    test(name, async () => {
      const reading = await parseBytes(bytes, '年报.doc');
      assert.equal(reading.format, 'mht');
      assert.deepEqual(reading.report, report);
    });
  }
});

test('places are ordinals of paragraphs and cells', () => {
  const { blocks } = readMht(archive(part('Content-Type: text/html', '<p>a<br>b</p><table><tr><td>1</td><td>2</td></tr></table><p>c</p>')));
  assert.deepEqual(
    blocks.map((block) => (block.kind === 'table' ? block.grid.cells.map(({ place }) => place) : block.place)),
    [{ paragraph: 1 }, { paragraph: 2 }, [{ paragraph: 3 }, { paragraph: 4 }], { paragraph: 5 }],
  );
});

test('an archive without a page is refused', () => {
  const refused: readonly Uint8Array[] = [
    archive(PICTURE),
    archive(''),
    latin1('MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx'),
    latin1(`MIME-Version: 1.0\r\n${'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(20_000)}`),
    archive(part('X: y', 'z').repeat(20_000)),
    archive(part('', '').repeat(100_000)),
    utf8(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=""\r\n\r\n${'--'.repeat(1e6)}`),
  ];
  for (const bytes of refused)
    assert.throws(
      () => readMht(bytes),
      (error) => error instanceof InputError && error.code === 'mhtml',
    );
});
