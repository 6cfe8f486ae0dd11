/** Sentences whose authors had not seen the lexicon: nothing is said of a right one, and the wrong figure is found, unless marked as missed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSpokenOf, pairs, saidOf } from '../support/pairs.js';

for (const kind of new Set(pairs.map((pair) => pair.kind))) {
  test(`pairs of kind ${kind}`, () => {
    for (const pair of pairs.filter((one) => one.kind === kind)) {
      if (pair.right !== undefined) assert.equal(isSpokenOf(pair, pair.right), false, pair.right);
      if (pair.wrong !== undefined) assert.equal(saidOf(pair, pair.wrong).length > 0, pair.missed !== true, pair.wrong);
    }
  });
}

test('the misses are few and marked', () => {
  const wrong = pairs.filter((pair) => pair.wrong !== undefined);
  assert.ok(wrong.length >= 350);
  assert.ok(wrong.filter(({ missed }) => missed).length <= wrong.length / 10);
});
