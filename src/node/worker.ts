/** One thread of the pool: reads and checks the files it is told. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkInput, lintOptions } from '../cli/check.js';
import type { FileInput } from '../cli/host.js';
import type { LintSettings } from '../cli/settings.js';
import type { Answer } from './pool.js';
import { readWhole } from './read.js';

const settings = workerData as LintSettings;
const options = lintOptions(settings);

parentPort?.on('message', async ({ name, path }: FileInput) => {
  let answer: Answer;
  try {
    answer = { result: await checkInput(name, async () => readWhole(path), options) };
  } catch (bug) {
    answer = { bug };
  }
  parentPort?.postMessage(answer);
});
