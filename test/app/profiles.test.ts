/** Profiles: shipped ones fit their schema, a configuration extends them, later ones win, mistakes are told with their line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseProfile } from '../../src/app/config/profiles.js';
import { lint, parseConfig } from '../../src/index.js';
import { dutiesOf, rulesAsked } from '../../src/judge/profiles/duties.js';
import { builtIn } from '../../src/judge/profiles/generated/built-in.js';
import { rules } from '../../src/judge/rules/index.js';
import { baseReport } from '../support/reading.js';

const IDS = rules.map(({ id }) => id);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

for (const name of ['default', 'gbt-9704', 'local-example']) {
  test(`the shipped profile ${name} fits its schema`, () => {
    const text = readFileSync(new URL(`../../profiles/${name}.json`, import.meta.url));
    assert.deepEqual(parseProfile(text, name, IDS), builtIn[name]);
  });
}

for (const lang of ['', '.en']) {
  test(`every example of docs/profiles${lang}.md is a profile or a configuration`, async () => {
    const page = readFileSync(new URL(`../../docs/profiles${lang}.md`, import.meta.url), 'utf8');
    const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json!);
    assert.equal(blocks.length, 3);
    for (const json of blocks.filter((block) => !block.includes('"extends"'))) assert.equal(typeof parseProfile(bytes(json), 'page', IDS).name, 'string');
    const [config] = blocks.filter((block) => block.includes('"extends"'));
    const named = /"(\.\/[^"]+)"/.exec(config!)![1]!;
    const { request } = await parseConfig(config!, 'config', { [named]: '{ "name": "x" }' });
    assert.equal(request.unitClass, 'department');
  });
}

test('a configuration extends a profile: what it asks is said with its name and basis', async () => {
  const profile = JSON.stringify({
    name: '某市要求',
    basis: '某市通知',
    topics: [{ name: '解读率', phrases: ['解读率'] }],
    rules: { 'structure/required-topic': 'error' },
  });
  const { request } = await parseConfig('{ "extends": ["./a.json"] }', 'config', { './a.json': profile });
  const result = await lint(baseReport('2021'), request);
  assert.ok(result.status === 'checked');
  assert.deepEqual(
    result.diagnostics.map(({ ruleId, severity, basis, message }) => [ruleId, severity, basis, message]),
    [['structure/required-topic', 'error', '某市通知', '报告没有写到“解读率”，“某市要求”要求写明']],
  );
});

test('the configuration goes before the profile, a later profile before an earlier one', async () => {
  const profiles = { './a.json': '{ "name": "甲", "rules": { "cells/blank": "off" } }', './b.json': '{ "name": "乙", "rules": { "cells/blank": "error" } }' };
  const read = async (text: string) => (await parseConfig(text, 'config', profiles)).request.severities;
  assert.deepEqual(await read('{ "extends": ["./a.json", "./b.json"] }'), { 'cells/blank': 'error' });
  assert.deepEqual(await read('{ "extends": ["./b.json"], "rules": { "cells/blank": "info" } }'), { 'cells/blank': 'info' });
  const lengths = dutiesOf([
    {
      name: '甲',
      lengths: [
        { section: 'overview', atMost: 10 },
        { section: 'other', atLeast: 2 },
      ],
    },
    { name: '乙', lengths: [{ section: 'overview', atMost: 20 }], contact: true },
    { name: '丙', contact: false },
  ]);
  assert.deepEqual(
    lengths.lengths.map(({ section, atMost, profile }) => [section, atMost, profile]),
    [
      ['other', undefined, '甲'],
      ['overview', 20, '乙'],
    ],
  );
  assert.equal(lengths.contact, undefined);
});

test('mistakes are told: an unknown name, a key, a day, a rule', async () => {
  await assert.rejects(parseConfig('{ "extends": ["gbt9704"] }', 'c.json'), /no shipped profile “gbt9704”/);
  const fault = (text: string): string => {
    try {
      parseProfile(bytes(text), 'p.json', IDS);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.match(fault('{ "name": "甲",\n "lenghts": [] }'), /line 2/);
  assert.match(fault('{ "name": "甲", "submitBy": { "department": "1-15" } }'), /month and day/);
  assert.match(fault('{ "name": "甲", "rules": { "cells/blanc": "off" } }'), /cells\/blank/);
  assert.match(fault('{ "lengths": [] }'), /name/);
});

test('every rule that a shipped profile asks for is in the catalogue', () => {
  for (const profile of Object.values(builtIn)) for (const id of Object.keys(profile.rules ?? {})) assert.ok(IDS.includes(id), id);
  assert.ok(rulesAsked(builtIn['local-example']!).includes('structure/length'));
});
