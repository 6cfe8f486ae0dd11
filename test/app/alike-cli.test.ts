/** `lint` holds the units of a run against each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunResult } from '../../src/judge/diagnostic.js';
import { county } from '../support/county.js';
import { standInFolder, write } from '../support/folder.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

const units = county({ units: 12, copying: 2 });

async function alike(...more: readonly string[]): Promise<readonly (readonly [file: string, message: string])[]> {
  write(Object.fromEntries(units.map((report, index) => [`reports/${String(index).padStart(2, '0')}.json`, report])));
  const { stdout } = await runCli(['lint', 'reports', '-f', 'json', ...more]);
  const { files } = JSON.parse(stdout) as RunResult;
  return files.flatMap((result) =>
    result.status === 'checked'
      ? result.diagnostics.filter(({ ruleId }) => ruleId === 'rollup/alike').map(({ message }) => [result.file, message] as const)
      : [],
  );
}

test('the two that copy are reported, each with the other’s name, file and sentence', async () => {
  const found = await alike();
  assert.deepEqual([...new Set(found.map(([file]) => file))], ['reports/00.json', 'reports/01.json']);
  for (const [file, message] of found) {
    const other = file === 'reports/00.json' ? 1 : 0;
    assert.ok(message.includes(units[other]!.unit) && message.includes(`reports/0${other}.json`), message);
  }
});

test('with the rule off nothing is compared', async () => {
  assert.deepEqual(await alike('--rule', 'rollup/alike:off'), []);
});
