import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from '../../src/base/sha256.js';

test('digests of every length about a block, and of a long text', () => {
  for (const length of [...Array.from({ length: 140 }, (_, index) => index), 10_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 255);
    assert.equal(Buffer.from(sha256(bytes)).toString('hex'), createHash('sha256').update(bytes).digest('hex'), String(length));
  }
});
