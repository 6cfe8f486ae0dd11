/** `init` and `suppress`: a configuration with comments, and suppressions written, kept and pruned. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseConfig } from '../../src/app/config/config.js';
import { starterConfig } from '../../src/app/config/starter.js';
import type { Suppressions } from '../../src/app/config/types.js';
import type { RunResult } from '../../src/judge/diagnostic.js';
import { rules } from '../../src/judge/rules/index.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const doubled = put(baseReport(), '/title', '云岭县人民政府2024年度政府信息公开工作年度报告');
const entries = () => (JSON.parse(readFileSync('gov-report.suppressions.json', 'utf8')) as Suppressions).suppressions;

test('init: valid as it is, and with every key made valid; one that is there stays', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const ids = rules.map(({ id }) => id);
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    assert.deepEqual(parseConfig(bytes(starterConfig(lang)), 'x', ids).value, {});
    const all = starterConfig(lang).replace(/^ {2}\/\/ (?=")/gm, '  ');
    const { value } = parseConfig(bytes(all), 'x', ids);
    assert.equal(Object.keys(value).length, 11, 'every key is in it');
    assert.deepEqual([value.rules, value.year], [{ 'cells/blank': 'off' }, 2024]);
  }
  assert.deepEqual(await runCli(['init']), { exitCode: 0, stdout: '', stderr: '已写成：gov-report.config.json\n' });
  write({ 'a.json': baseReport() });
  assert.equal((await runCli(['lint', 'a.json'])).exitCode, 0);
  assert.equal((await runCli(['init', '--lang', 'en'])).exitCode, 2);
  assert.match(readFileSync('gov-report.config.json', 'utf8'), /gov-report 的配置/);
  write({ 'gov-report.config.json': '{\n  // 说明 "引号"\n  "rules": { "cells/blank": "off" }, /* 两\n行 */ "yaer": 2024\n}' });
  assert.match((await runCli(['lint', 'a.json'])).stderr, /第 4 行/, 'comments do not move the lines');
});

test('suppress writes what was chosen with its reason, keeps what is there, prunes what a whole run proved stale', async () => {
  write({ '年报/a.json': doubled, '年报/b.json': put(doubled, '/unit', '云岭县水务局') });
  const none = await runCli(['suppress', '年报']);
  assert.deepEqual([none.exitCode, existsSync('gov-report.suppressions.json')], [2, false]);
  assert.match(none.stderr, /请写明豁免什么/);
  assert.match((await runCli(['suppress', '年报', '--only', 'structure/title'])).stderr, /豁免须同时写明对象/);
  assert.match((await runCli(['suppress', '年报', '--only', 'structure/titel', '--reason', 'x'])).stderr, /没有规则 structure\/titel/);
  const written = await runCli(['suppress', '年报', '--only', 'structure/title', '--reason', '标题经县政府办同意', '--author', '张三']);
  assert.deepEqual([written.exitCode, written.stderr], [0, 'gov-report.suppressions.json：新增 2 条，删去 0 条。\n']);
  assert.deepEqual(
    entries().map(({ rule, file, reason, author }) => [rule, file, reason, author]),
    ['年报/a.json', '年报/b.json'].map((file) => ['structure/title', file, '标题经县政府办同意', '张三']),
  );
  const run = JSON.parse((await runCli(['lint', '年报', '-f', 'json'])).stdout) as RunResult;
  assert.equal(run.summary.suppressed, 2);
  assert.match((await runCli(['suppress', '年报', '--only', 'structure/title', '--reason', 'x'])).stderr, /新增 0 条，删去 0 条/);
  // One is mended; an entry for any file stays until a run has seen them all.
  const [first] = entries();
  write({
    '年报/a.json': baseReport(),
    'gov-report.suppressions.json': { suppressions: [...entries(), { fingerprint: '0'.repeat(16), reason: '全部', file: '年报/*.json' }] },
  });
  assert.match((await runCli(['suppress', '年报/b.json', '--prune', '--lang', 'en'])).stderr, /entries added: 0, taken out: 0/);
  assert.match((await runCli(['suppress', '年报', '--prune'])).stderr, /新增 0 条，删去 1 条/);
  assert.equal(
    entries().some(({ fingerprint, file }) => fingerprint === first!.fingerprint && file === first!.file),
    false,
  );
  assert.match((await runCli(['suppress', '.', '--prune'])).stderr, /删去 1 条/);
  assert.deepEqual(
    entries().map(({ file }) => file),
    ['年报/b.json'],
  );
});
