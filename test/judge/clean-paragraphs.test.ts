/** Paragraphs without a fault, of many kinds of units and in many styles: no rule may say a word about them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../src/judge/rules/index.js';
import { judgeWords } from '../support/judge-text.js';

interface Clean {
  readonly unit: string;
  readonly paragraphs: readonly string[];
}

const clean = JSON.parse(readFileSync(new URL('../../fixtures/paragraphs/clean.json', import.meta.url), 'utf8')) as readonly Clean[];

for (const { unit, paragraphs } of clean) {
  test(`${unit}: nothing is said about clean paragraphs`, () => {
    const said = judgeWords({ unit, overview: paragraphs }, rules).map(({ ruleId, place, message }) => `${ruleId} ${place.quote ?? ''}: ${message}`);
    assert.deepEqual(said, []);
  });
}

test('there are clean paragraphs to judge', () => assert.ok(clean.flatMap(({ paragraphs }) => paragraphs).length >= 75));
