/** The two ways to inflate, portable and native, are the same to whoever reads an archive. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import * as native from '../../src/app/node/deflate.js';
import * as portable from '../../src/base/package/deflate.js';

const text = Buffer.from('政府信息公开工作年度报告'.repeat(5000));
const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * index * 31 + (index >> 3)) & 255));

for (const [name, { inflate, crc32 }] of Object.entries({ portable, native })) {
  test(`${name}: gives back what was deflated`, () => {
    for (const content of [Buffer.alloc(0), Buffer.from('0'), text, noise]) {
      for (const level of [0, 1, 9]) assert.deepEqual(Buffer.from(inflate(deflateRawSync(content, { level }), content.length)), content);
    }
  });

  test(`${name}: a stream that goes on past its size, is cut off or damaged is refused`, () => {
    const packed = deflateRawSync(text);
    assert.throws(() => inflate(packed, text.length - 1));
    assert.throws(() => inflate(deflateRawSync(Buffer.alloc(50_000_000)), 10));
    assert.throws(() => inflate(packed.subarray(0, packed.length >> 1), text.length));
    assert.throws(() => inflate(Buffer.from([0xff, 0xff, 0xff, 0xff]), 10));
  });

  test(`${name}: knows the checksum of zip`, () => {
    assert.equal(crc32(Buffer.from('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array()), 0);
    assert.equal(crc32(text), native.crc32(text));
  });
}
