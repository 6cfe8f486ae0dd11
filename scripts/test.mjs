// Runs the tests and fails when none ran: `node --test` without a file list finds no .ts file and passes.
// Usage: node scripts/test.mjs [folder or file = test] [options of node --test]; a folder's tests are those below it, tools apart.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const [target = 'test', ...options] = process.argv.slice(2);
const isTest = (name) => name.endsWith('.test.ts');
const files = isTest(target)
  ? [target]
  : readdirSync(target, { recursive: true })
      .filter((name) => isTest(name) && !/^tools[\\/]/.test(name))
      .sort()
      .map((name) => join(target, name));

if (files.length === 0) {
  console.error(`no test file in ${target}`);
  process.exit(1);
}

// No test looks at the clock: what hangs is ended here.
const timeout = (30 * 60 + Number(process.env.GOV_REPORT_FUZZ_SECONDS ?? 0)) * 1000;
const child = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=spec', `--test-timeout=${timeout}`, ...options, ...files], {
  stdio: ['inherit', 'pipe', 'inherit'],
});
let output = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => {
  process.stdout.write(chunk);
  output += chunk;
});
child.on('close', (code) => {
  const count = (name) => Number(output.match(new RegExp(`^ℹ ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const [ran, passed, failed, skipped] = ['tests', 'pass', 'fail', 'skipped'].map(count);
  console.log(`${ran} tests ran in ${files.length} ${files.length === 1 ? 'file' : 'files'} of ${target}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = code === 0 && passed === 0 ? 1 : (code ?? 1);
});
