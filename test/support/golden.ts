/** Comparing a text with the one that is kept in `fixtures/`. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Asserts that `actual` is the text of `fixtures/<name>`; with UPDATE_GOLDEN=1 it is written there instead. */
export function assertGolden(actual: string, name: string): void {
  const url = new URL(`../../fixtures/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(new URL('.', url), { recursive: true });
    writeFileSync(url, actual);
  }
  assert.equal(actual, readFileSync(url, 'utf8'), `differs from fixtures/${name}; UPDATE_GOLDEN=1 accepts it`);
}
