// Runs the tests on every core, compiled once, and fails when none ran.
// Usage: node scripts/test.mjs [folder or file …] [--all] [options of node --test]
//   without a name: all of test/ but the tests that need other programs (test/tools)
//   --all: also the long ones (support/long.ts): hostile files, whole sweeps, more random cases
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { compileTests } from './compile-tests.mjs';

const words = process.argv.slice(2);
const all = words.includes('--all');
const options = words.filter((word) => word.startsWith('-') && word !== '--all');
const named = words.filter((word) => !word.startsWith('-'));
/** About how many files share a process: few enough that every core has work to the end. */
const TOGETHER = 10;
const targets = named.length > 0 ? named : ['test'];
const isTest = (name) => name.endsWith('.test.ts');
const files = targets.flatMap((target) =>
  statSync(target).isDirectory()
    ? readdirSync(target, { recursive: true })
        .filter((name) => isTest(name) && !/^tools[\\/]/.test(name))
        .sort()
        .map((name) => join(target, name))
    : [target],
);

if (files.length === 0) {
  console.error(`no test file in ${targets.join(', ')}`);
  process.exit(1);
}

/**
 * Files run together in a process as far as they may: to start one and to warm it up costs more than most files take.
 * What sets something up for itself, or looks at the memory, keeps a process of its own; so do files that somebody names.
 */
function grouped() {
  if (named.some(isTest)) return files.map((file) => [file]);
  const kindOf = (file) => {
    const text = readFileSync(file, 'utf8');
    if (/^(?:before|after)(?:Each)?\(|process\.(?:chdir|memoryUsage)/m.test(text)) return 'own';
    return text.includes('standInFolder()') ? 'standing' : 'plain';
  };
  const of = (kind) => files.filter((file) => kindOf(file) === kind);
  const dealt = (all) => {
    const hands = Array.from({ length: Math.ceil(all.length / TOGETHER) }, () => []);
    all.forEach((file, index) => void hands[index % hands.length].push(file));
    return hands;
  };
  return [...dealt(of('plain')), ...dealt(of('standing')), ...of('own').map((file) => [file])];
}

const compiled = await compileTests(grouped());
// No test looks at the clock: what hangs is ended here.
const timeout = (90 * 60 + Number(process.env.GOV_REPORT_FUZZ_SECONDS ?? 0)) * 1000;
const child = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    '--test-reporter=spec',
    // The runner itself would leave a core idle, of two that is half.
    `--test-concurrency=${availableParallelism()}`,
    `--test-timeout=${timeout}`,
    ...options,
    ...compiled.files,
  ],
  { stdio: ['inherit', 'pipe', 'inherit'], env: { ...process.env, ...(all ? { GOV_REPORT_TEST: 'all' } : {}) } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
let output = '';
child.stdout.setEncoding('utf8').on('data', (chunk) => {
  process.stdout.write(chunk);
  output += chunk;
});
child.on('close', (code) => {
  compiled.remove();
  const count = (name) => Number(output.match(new RegExp(`^ℹ ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const [ran, passed, failed, skipped] = ['tests', 'pass', 'fail', 'skipped'].map(count);
  console.log(`${ran} tests ran in ${files.length} ${files.length === 1 ? 'file' : 'files'} of ${targets.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped${all ? '' : ' (npm run test:all runs the long ones)'}`);
  process.exitCode = code === 0 && passed === 0 ? 1 : (code ?? 1);
});
