/** Worker threads that read and check files beside the main one. */
import { Worker } from 'node:worker_threads';
import type { FileInput, Pool } from '../cli/host.js';
import type { LintSettings } from '../cli/settings.js';
import type { Outcome } from '../outcome.js';

/** What a worker is asked: to check an input by the profile of this number. */
export interface Question {
  readonly input: FileInput;
  readonly profile: number;
}

/** What a worker answers to one input: its outcome, or the bug that stopped it. Answers come in the order of the questions. */
export type Answer = { readonly outcome: Outcome } | { readonly bug: unknown };

interface Task {
  readonly done: (outcome: Outcome) => void;
  readonly failed: (bug: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it has been asked and has not answered, oldest first. */
  readonly tasks: Task[];
}

/**
 * How many threads check when so many are asked for, the main one among them: each holds a heap of its own, and more than two a
 * processor only wait for each other.
 */
export function threadCount(jobs: number, processors: number): number {
  return Math.min(jobs, 2 * processors);
}

/** Room for what a thread makes and drops, in MB: with the default each thread grows by tens of megabytes and is no faster. */
const YOUNG_GENERATION = 12;

/** Starts so many threads that run the script at `file`. An input goes to the thread that has the fewest before it. */
export function startPool(file: string, count: number, settings: LintSettings): Pool {
  let dead: { readonly bug: unknown } | undefined;
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(file, { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
    const tasks: Task[] = [];
    worker.on('message', (answer: Answer) => {
      const task = tasks.shift();
      if ('bug' in answer) task?.failed(answer.bug);
      else task?.done(answer.outcome);
    });
    worker.on('error', (bug) => {
      dead = { bug };
      for (const task of tasks.splice(0)) task.failed(bug);
    });
    return { worker, tasks };
  });
  return {
    threads: count,
    check: (input, profile) =>
      new Promise((done, failed) => {
        if (dead) return failed(dead.bug);
        const { worker, tasks } = threads.reduce((least, thread) => (thread.tasks.length < least.tasks.length ? thread : least));
        tasks.push({ done, failed });
        worker.postMessage({ input, profile } satisfies Question);
      }),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
