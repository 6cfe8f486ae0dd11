import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Host, Input, Pool } from '../../src/app/cli/host.js';
import { checkAll, type Job } from '../../src/app/cli/run.js';
import type { LintSettings } from '../../src/app/cli/settings.js';
import { startPool } from '../../src/app/node/pool.js';
import type { Outcome } from '../../src/app/outcome.js';
import { InputError } from '../../src/base/errors.js';
import { uncheckedResult } from '../../src/judge/judge.js';

const settings: LintSettings = { lang: 'en', profiles: [{ severities: {}, ruleOptions: {} }], views: false };
const sample = readFileSync(new URL('../../fixtures/documents/2019/zhangjiapo-2020.txt', import.meta.url));
const jobs = (count: number): readonly Job[] =>
  Array.from({ length: count }, (_, number) => ({ input: { path: `/${number}`, name: `${number}` }, profile: 0 }));
const failure = ({ name }: Input): Outcome => ({
  result: uncheckedResult(name, new InputError('empty', { zh: '空', en: 'Empty.' }, { zh: '换', en: 'Another.' }), 'en'),
});

/** A host whose reads are noted, with a pool of this kind. */
function hostWith(read: string[], pool: Pool): Host {
  const files = {
    read: (path: string) => {
      read.push(path);
      return sample;
    },
  };
  return { files, startPool: async () => pool } as unknown as Host;
}

async function namesOf(outcomes: AsyncIterable<Outcome>): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { result } of outcomes) names.push(result.file);
  return names;
}

test('this thread checks beside the others, and results keep their order', async () => {
  const here: string[] = [];
  const there: string[] = [];
  let open = 0;
  let most = 0;
  const pool: Pool = {
    threads: 2,
    check: async (input) => {
      there.push(input.path);
      open += 1;
      most = Math.max(most, open);
      await new Promise((go) => setTimeout(go, 1));
      open -= 1;
      return failure(input);
    },
    close: async () => undefined,
  };
  const items = jobs(60);
  assert.deepEqual(
    await namesOf(checkAll(hostWith(here, pool), items, settings, 3)),
    items.map((_, number) => `${number}`),
  );
  assert.ok(here.length > 1 && there.length > 1, `${here.length} here, ${there.length} there`);
  assert.deepEqual(
    [...here, ...there].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
    items.map((_, number) => `/${number}`),
  );
  // Three for each thread: the one at work and two before it.
  assert.equal(most, 6);
});

test('while another thread is busy this one goes on, as far as results may wait', async () => {
  const here: string[] = [];
  const asked: (() => void)[] = [];
  const pool: Pool = { threads: 1, check: (input) => new Promise((done) => asked.push(() => done(failure(input)))), close: async () => undefined };
  const items: readonly Job[] = jobs(40);
  const names = namesOf(checkAll(hostWith(here, pool), items, settings, 2));
  while (here.length < 14) await new Promise((go) => setImmediate(go));
  for (let turn = 0; turn < 10; turn += 1) await new Promise((go) => setImmediate(go));
  // The first is out and sixteen more are handed out: 1, 2 and 3 wait there, all others are checked here.
  assert.deepEqual([asked.length, here.length], [3, 14]);
  const pump = setInterval(() => {
    for (const answer of asked.splice(0)) answer();
  }, 1);
  assert.equal((await names).length, 40);
  clearInterval(pump);
});

test('what a thread that has ended was asked, and would be asked, is handed back, so that no run waits for it', async () => {
  const pool = startPool({ script: '/no/such/script.js', eval: false }, 1, settings);
  const input = { path: '/a.docx', name: 'a.docx' };
  assert.equal(await pool.check(input, 0), undefined);
  assert.equal(await pool.check(input, 0), undefined);
  await pool.close();
  const here: string[] = [];
  const gone: Pool = { threads: 1, check: async () => undefined, close: async () => undefined };
  assert.deepEqual(await namesOf(checkAll(hostWith(here, gone), jobs(5), settings, 2)), ['0', '1', '2', '3', '4']);
  assert.equal(here.length, 5);
});

test('a thread that has used up its memory: the file it was at is told, the others are handed back', async () => {
  // As Node ends such a thread, without the gigabytes.
  const script = `const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }); });`;
  const file = join(mkdtempSync(join(tmpdir(), 'gov-report-')), 'greedy.cjs');
  writeFileSync(file, script);
  const pool = startPool({ script: file, eval: false }, 1, settings);
  const [first, second] = await Promise.all(['a.docx', 'b.docx'].map((name) => pool.check({ path: `/${name}`, name }, 0)));
  assert.deepEqual([first?.result.file, first?.result.status, second], ['a.docx', 'crashed', undefined]);
  await pool.close();
  rmSync(dirname(file), { recursive: true });
});
