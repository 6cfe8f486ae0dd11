/** One thread of the pool: reads and checks the files it is told. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCheck } from '../cli/check.js';
import type { LintSettings } from '../cli/settings.js';
import type { Answer, Question } from './pool.js';
import { readWhole } from './read.js';

const check = createCheck(workerData as LintSettings);

parentPort?.on('message', async ({ input: { name, path }, profile }: Question) => {
  let answer: Answer;
  try {
    answer = { outcome: await check(name, async () => readWhole(path), profile) };
  } catch (bug) {
    answer = { bug };
  }
  parentPort?.postMessage(answer);
});
