/** Standard output as the process really has it: pipes that fill up or close, and a full disk. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../support/write-much.ts', import.meta.url));
const argv = ['--import', 'tsx', script];

test('a slow reader of a pipe gets every byte in order', async () => {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  let read = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    read += chunk;
    if (read.length < 1_000_000) await new Promise((done) => setTimeout(done, 1));
  }
  assert.deepEqual(
    read.split('\n').slice(0, -1),
    Array.from({ length: 300 }, (_, index) => `${index}:${'宿'.repeat(5_000)}`),
  );
});

test('a reader that goes away is no fault', async () => {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  let said = '';
  for await (const chunk of child.stderr.setEncoding('utf8')) said += chunk;
  assert.equal(said, 'done\n');
});

test('a full disk is said', { skip: !existsSync('/dev/full') }, () => {
  const { stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' });
  assert.equal(stderr, 'InputError no-space\n');
});
