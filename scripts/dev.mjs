// Runs the examples of one rule whenever a source file changes: npm run dev -- <rule id>
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [id] = process.argv.slice(2);
if (id === undefined || !/^[a-z]+\/[a-z-]+$/.test(id)) {
  console.error('usage: npm run dev -- <group>/<name>');
  process.exit(2);
}
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--watch', '--test', '--test-reporter=spec', `--test-name-pattern=^${id}\\b`, 'test/judge/rules.test.ts'],
  { stdio: ['inherit', 'pipe', 'inherit'] },
);
// The other rules' tests are skipped, and not worth a line each.
createInterface({ input: child.stdout }).on('line', (line) => {
  if (!line.startsWith('﹣')) console.log(line);
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
