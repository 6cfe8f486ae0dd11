/** One thread of the pool: reads and checks the files it is told, one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCheck } from '../cli/check.js';
import type { LintSettings } from '../cli/settings.js';
import type { Question } from './pool.js';
import { readWhole } from './read.js';

const check = createCheck(workerData as LintSettings);

let last = Promise.resolve();
parentPort?.on('message', ({ input: { name, path }, profile }: Question) => {
  last = last.then(async () => parentPort?.postMessage(await check(name, async () => readWhole(path), profile)));
});
