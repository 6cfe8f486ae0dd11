/** SARIF through the validator of the format's makers. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadReporter, render } from '../../src/write/result/index.js';
import { catalogue, run } from '../support/diagnostics.js';

const VALIDATOR = '@microsoft/sarif-multitool@5.7.0';

interface Verdict {
  readonly runs: readonly { readonly results?: readonly { readonly ruleId: string; readonly level?: string }[] }[];
}

function verdicts(folder: string, log: string): readonly string[] {
  const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
  writeFileSync(input, log);
  const done = spawnSync('npx', ['--yes', VALIDATOR, 'validate', input, '-o', output, '--log', 'ForceOverwrite'], {
    encoding: 'utf8',
  });
  assert.equal(done.error, undefined);
  const verdict = JSON.parse(readFileSync(output, 'utf8')) as Verdict;
  return (verdict.runs[0]?.results ?? []).map(({ ruleId, level }) => `${level ?? 'warning'} ${ruleId}`);
}

test('the official validator has nothing to say but that the tool names no home page', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  try {
    const log = render(await loadReporter('sarif'), run, { lang: 'zh', color: 0, width: 80, catalogue, toolVersion: '0.1.0' });
    assert.deepEqual(verdicts(folder, log), ['warning SARIF2005']);
    assert.deepEqual(verdicts(folder, log.replace('"startLine":14', '"startLine":0')), [
      'error JSON1008',
      'error SARIF1007',
      'warning SARIF2005',
      'warning SARIF2017',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
