/** Checking many inputs: in this thread and in others beside it, the results always in the order of the inputs. */
import type { Unchecked } from '../../judge/diagnostic.js';
import type { Outcome } from '../outcome.js';
import { createCheck } from './check.js';
import type { Host, Input } from './host.js';
import type { LintSettings } from './settings.js';

/** An input with the number of its profile, or the result of one that could not even be found. */
export type Job = { readonly input: Input; readonly profile: number } | { readonly failed: Unchecked; readonly stack?: string };

type CheckInput = (input: Input, profile: number) => Promise<Outcome>;

/** Inputs handed out per thread before the oldest result is there; bounds what is held in memory. */
const AHEAD = 8;

/** Inputs that another thread is given at once: it goes on while this one is at a check and cannot take its answer. */
const AT_ONCE = 3;

async function* inOrder(items: readonly Job[], check: CheckInput, ahead: number): AsyncGenerator<Outcome> {
  const running: Promise<Outcome>[] = [];
  let next = 0;
  for (let index = 0; index < items.length; index += 1) {
    for (; next < items.length && next < index + ahead; next += 1) {
      const item = items[next]!;
      running.push(
        'failed' in item
          ? Promise.resolve({ result: item.failed, ...(item.stack === undefined ? {} : { stack: item.stack }) })
          : check(item.input, item.profile),
      );
    }
    yield await running.shift()!;
  }
}

/** One check out of several that take an input each: whichever is free first has the next. */
function shared(checks: readonly CheckInput[]): CheckInput {
  const free = [...checks];
  const waiting: ((check: CheckInput) => void)[] = [];
  return async (input, profile) => {
    const check = free.shift() ?? (await new Promise<CheckInput>((go) => waiting.push(go)));
    try {
      return await check(input, profile);
    } finally {
      const go = waiting.shift();
      if (go) go(check);
      else free.push(check);
    }
  };
}

/** The results of all items, in their order. Nothing is thrown for any one of them. */
export async function* checkAll(host: Host, items: readonly Job[], settings: LintSettings, jobs: number): AsyncGenerator<Outcome> {
  const check = createCheck(settings);
  const checkHere = async ({ name, path }: Input, profile: number): Promise<Outcome> => {
    // Nothing below waits for the system: without a pause Ctrl-C and the answers of other threads would be heard only at the end of the run.
    await new Promise((go) => setImmediate(go));
    return check(name, async () => (path === undefined ? host.readStdin() : host.files.read(path)), profile);
  };
  const pool = Math.min(jobs, items.length) > 1 ? await host.startPool?.(Math.min(jobs, items.length), settings) : undefined;
  if (!pool) {
    yield* inOrder(items, checkHere, 1);
    return;
  }
  try {
    // Standard input belongs to this thread.
    const checkThere = async ({ name, path }: Input, profile: number): Promise<Outcome> =>
      (path === undefined ? undefined : await pool.check({ name, path }, profile)) ?? checkHere({ name, path }, profile);
    const there = Array.from({ length: pool.threads * AT_ONCE }, () => checkThere);
    yield* inOrder(items, shared([checkHere, ...there]), (pool.threads + 1) * AHEAD);
  } finally {
    await pool.close();
  }
}
