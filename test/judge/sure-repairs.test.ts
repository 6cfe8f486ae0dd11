/** A repair beyond doubt has no second reading: what could be meant in two ways is found and left to a person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { rules } from '../../src/judge/rules/index.js';
import { baseReport, put, readingOf } from '../support/reading.js';

function repairs(id: string, change: { readonly raw?: Readonly<Record<string, string>>; readonly title?: string }): readonly (readonly [string, string])[] {
  const report = change.title === undefined ? baseReport() : put(baseReport(), '/title', change.title);
  const found = judge(
    createContext(readingOf(report, change.raw)),
    rules.filter((rule) => rule.id === id).map((rule) => ({ rule })),
    'zh',
  );
  assert.equal(found.diagnostics.length, 1);
  return found.repairs.map(({ on, text }) => [on, text]);
}

test('digits parted by blanks are one number only where a sum holds with it', () => {
  const total = '/tables/requests/newlyReceived/total';
  assert.deepEqual(repairs('cells/digit-format', { raw: { [total]: '1 1 0' } }), [[total, '110']]);
  assert.deepEqual(repairs('cells/digit-format', { raw: { '/tables/disclosure/penalties/decisions': '4 3 1' } }), []);
  assert.deepEqual(repairs('cells/digit-format', { raw: { '/tables/disclosure/penalties/decisions': '４３１' } }), [
    ['/tables/disclosure/penalties/decisions', '431'],
  ]);
});

test('of two 年度 in a title the one behind the year goes, and no other', () => {
  assert.deepEqual(repairs('structure/title', { title: '云岭县人民政府2024年度政府信息公开工作年度报告' }), [['/title', '']]);
  assert.deepEqual(repairs('structure/title', { title: '云岭县人民政府2024年政府信息公开年度工作年度报告' }), []);
});
