/** Worker threads that read and check files. */
import { Worker } from 'node:worker_threads';
import type { FileInput, Pool } from '../cli/host.js';
import type { LintSettings } from '../cli/settings.js';
import type { Outcome } from '../pipeline.js';

/** What a worker is asked: to check an input by the profile of this number. */
export interface Question {
  readonly input: FileInput;
  readonly profile: number;
}

/** What a worker answers to one input: its outcome, or the bug that stopped it. */
export type Answer = { readonly outcome: Outcome } | { readonly bug: unknown };

interface Task {
  readonly question: Question;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (bug: unknown) => void;
}

/** How many threads to start when so many are asked for: each holds a heap of its own, and more than two a processor only wait for each other. */
export function threadCount(jobs: number, processors: number): number {
  return Math.min(jobs, 2 * processors);
}

/** Room for what a thread makes and drops, in MB: with the default each thread grows by tens of megabytes and is no faster. */
const YOUNG_GENERATION = 12;

/** Starts `jobs` threads that run the script at `file`. Inputs are handed out as threads become free. */
export function startPool(file: string, jobs: number, settings: LintSettings): Pool {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Task>();
  const next = (worker: Worker): void => {
    const task = waiting.shift();
    if (task) {
      running.set(worker, task);
      worker.postMessage(task.question);
    } else idle.push(worker);
  };
  const workers = Array.from({ length: jobs }, () => {
    const worker = new Worker(file, { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
    worker.on('message', (answer: Answer) => {
      const task = running.get(worker);
      running.delete(worker);
      if ('bug' in answer) task?.failed(answer.bug);
      else task?.done(answer.outcome);
      next(worker);
    });
    worker.on('error', (bug) => running.get(worker)?.failed(bug));
    idle.push(worker);
    return worker;
  });
  return {
    check: (input, profile) =>
      new Promise((done, failed) => {
        waiting.push({ question: { input, profile }, done, failed });
        const worker = idle.shift();
        if (worker) next(worker);
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
