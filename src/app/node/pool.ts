/** Worker threads that read and check files beside the main one. */
import { Worker } from 'node:worker_threads';
import type { FileInput, Pool } from '../cli/host.js';
import type { LintSettings } from '../cli/settings.js';
import { type Outcome, uncheckedOutcome } from '../outcome.js';
import type { Parts } from './parts.js';

/** What a worker is asked: to check an input by the profile of this number. */
export interface Question {
  readonly input: FileInput;
  readonly profile: number;
}

interface Task {
  readonly input: FileInput;
  readonly done: (outcome: Outcome | undefined) => void;
}

interface Thread {
  readonly worker: Worker;
  /** What it has been asked and has not answered, oldest first. */
  readonly tasks: Task[];
  ended: boolean;
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

/** What Node calls the end of a thread that has used up its memory. */
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

/**
 * Starts so many threads that run a script, which answers each question with its outcome, in their order. An input goes to the
 * thread that has the fewest before it. When a thread ends, the input that took its memory is the one it was at; none is to blame for another end.
 */
export function startPool({ script, eval: isText }: Parts['thread'], count: number, settings: LintSettings): Pool {
  const threads = Array.from({ length: count }, (): Thread => {
    const worker = new Worker(script, { eval: isText, workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } });
    const tasks: Task[] = [];
    const thread: Thread = { worker, tasks, ended: false };
    worker.on('message', (outcome: Outcome) => tasks.shift()?.done(outcome));
    worker.on('error', (bug: NodeJS.ErrnoException) => {
      thread.ended = true;
      const atWork = bug.code === OUT_OF_MEMORY ? tasks.shift() : undefined;
      atWork?.done(uncheckedOutcome(atWork.input.name, bug, settings.lang));
      for (const { done } of tasks.splice(0)) done(undefined);
    });
    return thread;
  });
  return {
    threads: count,
    check: (input, profile) =>
      new Promise((done) => {
        const alive = threads.filter(({ ended }) => !ended);
        if (alive.length === 0) return done(undefined);
        const { worker, tasks } = alive.reduce((least, thread) => (thread.tasks.length < least.tasks.length ? thread : least));
        tasks.push({ input, done });
        worker.postMessage({ input, profile } satisfies Question);
      }),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
