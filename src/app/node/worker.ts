/** One thread of the pool: reads and checks the files it is told, one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { createCheck } from '../cli/check.js';
import type { LintSettings } from '../cli/settings.js';
import type { Answer, Question } from './pool.js';
import { readWhole } from './read.js';

const check = createCheck(workerData as LintSettings);

async function answerTo({ input: { name, path }, profile }: Question): Promise<Answer> {
  try {
    return { outcome: await check(name, async () => readWhole(path), profile) };
  } catch (bug) {
    return { bug };
  }
}

let last = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(question)));
});
