import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Edition, editions, relationsOf } from '../../src/form/editions/index.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import type { Example, Rule } from '../../src/judge/rule.js';
import { rules } from '../../src/judge/rules/index.js';
import { baseReport, examplePrevious, exampleReading, exampleRollUp, previousReport, put, readingOf } from '../support/reading.js';

const LANGS = ['zh', 'en'] as const;

function findings(rule: Rule, example: Example): readonly string[] {
  const context = createContext(exampleReading(example), example.options, examplePrevious(example), exampleRollUp(example), example.run);
  const [zh, en] = LANGS.map((lang) => judge(context, [{ rule }], lang).diagnostics);
  for (const { message } of [...zh!, ...en!]) assert.doesNotMatch(message, /[{}]|undefined|NaN|\[object/);
  for (const { message } of en!) assert.ok(message.length > 0);
  return zh!.map(({ pointer }) => pointer);
}

for (const rule of rules) {
  test(`${rule.id}: every example alone`, () => {
    assert.ok(rule.examples.good.length > 0 && rule.examples.bad.length > 0);
    for (const example of rule.examples.good) assert.deepEqual(findings(rule, example), [], example.name);
    for (const example of rule.examples.bad) assert.deepEqual(findings(rule, example), example.expect, example.name);
  });

  test(`${rule.id}: the same texts in both languages`, () => {
    const shape = (lang: 'zh' | 'en'): unknown =>
      Object.fromEntries(
        Object.entries(rule.message[lang]).map(([name, text]) => [name, [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()]),
      );
    assert.deepEqual(shape('en'), shape('zh'));
    assert.ok(Object.keys(rule.message.zh).length > 0);
    for (const lang of LANGS) for (const part of Object.values(rule.docs[lang])) assert.ok(part.length > 0);
    assert.match(rule.basis.document, /《.+》/);
    assert.match(rule.id, /^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/);
    assert.ok(rule.examples.bad.every(({ expect }) => expect.length > 0));
  });
}

test('the rules are listed once each and yield only to rules that exist', () => {
  const ids = rules.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const rule of rules) for (const id of rule.yieldsTo ?? []) assert.ok(ids.includes(id), `${rule.id} yields to ${id}`);
});

for (const edition of ['2019', '2021'] as const satisfies readonly Edition[]) {
  test(`the clean ${edition} report gives no finding under all rules together`, () => {
    const context = createContext(readingOf(baseReport(edition)), {}, readingOf(previousReport(edition)));
    const { diagnostics, checks } = judge(
      context,
      rules.map((rule) => ({ rule })),
      'zh',
    );
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      [],
    );
    assert.equal(checks.relationsSkipped, 0);
    assert.equal(checks.relations, edition === '2021' ? 25 + 7 + 7 + 3 + 2 : 23 + 7 + 7 + 3);
  });
}

for (const { edition, tables } of editions) {
  for (const relation of tables.flatMap(relationsOf).filter(({ comparison }) => comparison === '=')) {
    const total = relation.right.at(-1)!.pointer;
    test(`${edition} ${relation.rule} at ${total}: holds in the base report, total + 1 breaks it`, () => {
      const rule = rules.find(({ id }) => id === relation.rule)!;
      const base = baseReport(edition);
      const context = createContext(readingOf(base));
      assert.deepEqual(judge(context, [{ rule }], 'zh').diagnostics, []);
      const value = context.value(total) as number;
      const broken = createContext(readingOf(put(base, total, value + 1)));
      const own = judge(broken, [{ rule }], 'zh').diagnostics;
      assert.deepEqual(
        own.map(({ pointer, actual, expected }) => [pointer, actual, expected]),
        [[total, value + 1, value]],
      );
      assert.deepEqual(
        own[0]!.related.map(({ pointer }) => pointer),
        [...relation.left, ...relation.right].map(({ pointer }) => pointer),
      );
      // The same cell takes part in sums of other rules: those, and no others, must speak too.
      const others = tables.flatMap(relationsOf).filter(({ left, right }) => [...left, ...right].some(({ pointer }) => pointer === total));
      const all = judge(
        broken,
        rules.filter(({ id }) => id.startsWith('arithmetic/')).map((each) => ({ rule: each })),
        'zh',
      ).diagnostics;
      assert.deepEqual(
        all.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`).sort(),
        others
          .filter(({ comparison }) => comparison === '=')
          .map(({ rule: id, right }) => `${id} ${right.at(-1)!.pointer}`)
          .sort(),
      );
    });
  }
}
