/** `lint` of several reports: what only all of them together can tell. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checked, RunResult } from '../../src/judge/diagnostic.js';
import { standInFolder, write } from '../support/folder.js';
import { baseReport, put } from '../support/reading.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const base = baseReport();
const NEW_TOTAL = '/tables/requests/newlyReceived/total';

/** The same report of another unit, and of another year. */
function of(unit: string, year = 2024): typeof base {
  return { ...base, unit, year, title: `${unit}${year}年政府信息公开工作年度报告` };
}

async function found(...more: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const { stdout } = await runCli(['lint', 'reports', '-f', 'json', '--rule', 'rollup/alike:off', ...more]);
  const { files } = JSON.parse(stdout) as RunResult;
  return Object.fromEntries(
    files.flatMap((result) => {
      const own = (result as Checked).diagnostics.filter(({ ruleId }) => ruleId.startsWith('rollup/'));
      return own.length === 0 ? [] : [[result.file, own.map(({ severity, pointer, message }) => `${severity} ${pointer} ${message}`)]];
    }),
  );
}

test('two reports of one unit with other figures: both are told, with the cell that differs', async () => {
  write({ 'reports/a.json': base, 'reports/b.json': put(base, NEW_TOTAL, 112), 'reports/c.json': of('云岭县水务局') });
  assert.deepEqual(await found(), {
    'reports/a.json': [
      'warning /unit 与reports/b.json是同一单位同一年度的报告，但有 1 格不同：“一、本年新收政府信息公开申请数量 × 总计”本份为 110，对方为 112',
    ],
    'reports/b.json': [
      'warning /unit 与reports/a.json是同一单位同一年度的报告，但有 1 格不同：“一、本年新收政府信息公开申请数量 × 总计”本份为 112，对方为 110',
    ],
  });
});

test('the same report in two formats is one report, and that is only said', async () => {
  write({ 'a.json': base });
  await runCli(['convert', 'a.json', '--to', 'md', '-o', 'b.md']);
  const { stdout } = await runCli(['lint', 'a.json', 'b.md', '-f', 'json']);
  const { files } = JSON.parse(stdout) as RunResult;
  for (const file of files as readonly Checked[]) {
    const own = file.diagnostics.filter(({ ruleId }) => ruleId === 'rollup/duplicate-unit');
    assert.deepEqual(
      own.map(({ severity }) => severity),
      ['info'],
    );
    assert.match(own[0]!.message, /^与[ab]\.(?:json|md)是同一份报告：单位、年度和各表的数都相同/);
    assert.equal(file.verdict, 'pass');
  }
});

test('a blank cell is not 0: the two reports differ', async () => {
  write({ 'reports/a.json': put(base, '/tables/requests/carriedForward/legalService', null), 'reports/b.json': base });
  const told = await found('--lang', 'en');
  assert.match(told['reports/a.json']![0]!, /is blank here and 0 there/);
});

test('a report of another year among four is a warning, among two and a half only said, with no majority nothing', async () => {
  const units = ['教育局', '水务局', '财政局', '民政局'].map((name) => `云岭县${name}`);
  write(Object.fromEntries(units.map((unit, index) => [`reports/${index}.json`, of(unit, index === 0 ? 2023 : 2024)])));
  assert.deepEqual(await found(), { 'reports/0.json': ['warning /year 这是2023年度的报告，而同批 4 份报告中有 3 份是2024年度的'] });
  assert.deepEqual(await found('--year', '2024'), {});
  write({ 'reports/4.json': of('云岭县审计局', 2023) });
  const told = await found();
  assert.deepEqual(Object.keys(told), ['reports/0.json', 'reports/4.json']);
  assert.match(told['reports/0.json']![0]!, /^info /);
  write({ 'reports/5.json': of('云岭县统计局', 2023) });
  assert.deepEqual(await found(), {});
});

test('one report alone, and rules that are off, tell nothing; suppressions and severities hold', async () => {
  write({ 'reports/a.json': base });
  assert.deepEqual(await found(), {});
  write({ 'reports/b.json': put(base, NEW_TOTAL, 112) });
  assert.deepEqual(await found('--rule', 'rollup/duplicate-unit:off', '--rule', 'rollup/mixed-years:off'), {});
  assert.match((await found('--rule', 'rollup/duplicate-unit:error'))['reports/a.json']![0]!, /^error /);
  const { stdout } = await runCli(['lint', 'reports', '-f', 'json']);
  const [first] = (JSON.parse(stdout) as RunResult).files as readonly [Checked];
  const { fingerprint } = first.diagnostics.find(({ ruleId }) => ruleId === 'rollup/duplicate-unit')!;
  write({ 'gov-report.suppressions.json': { suppressions: [{ file: 'reports/a.json', fingerprint, reason: '经核实' }] } });
  const again = JSON.parse((await runCli(['lint', 'reports', '-f', 'json'])).stdout) as RunResult;
  assert.equal(again.summary.suppressed, 1);
  assert.deepEqual(
    again.files.map(({ verdict }) => verdict),
    ['pass', 'fail'],
  );
});
