/** Checking many inputs: in this thread or in workers, the results always in the order of the inputs. */
import type { FileResult } from '../diagnostic.js';
import { checkInput, lintOptions } from './check.js';
import type { Host, Input } from './host.js';
import type { Item } from './inputs.js';
import type { LintSettings } from './settings.js';

/** Inputs handed out per worker before the oldest result is there; bounds what is held in memory. */
const AHEAD = 8;

async function* inOrder(items: readonly Item[], check: (input: Input) => Promise<FileResult>, ahead: number): AsyncGenerator<FileResult> {
  const running: Promise<FileResult>[] = [];
  let next = 0;
  for (let index = 0; index < items.length; index += 1) {
    for (; next < items.length && next < index + ahead; next += 1) {
      const item = items[next]!;
      const result = 'failed' in item ? Promise.resolve(item.failed) : check(item.input);
      // A bug is thrown when its turn comes; until then it is not unhandled.
      result.catch(() => undefined);
      running.push(result);
    }
    yield await running.shift()!;
  }
}

/** The results of all items, in their order. Errors: bugs of the program only. */
export async function* checkAll(host: Host, items: readonly Item[], settings: LintSettings, jobs: number): AsyncGenerator<FileResult> {
  const options = lintOptions(settings);
  const checkHere = ({ name, path }: Input): Promise<FileResult> =>
    checkInput(name, async () => (path === undefined ? host.readStdin() : host.files.read(path)), options);
  const pool = jobs > 1 ? await host.startPool?.(Math.min(jobs, items.length), settings) : undefined;
  if (!pool) {
    yield* inOrder(items, checkHere, 1);
    return;
  }
  try {
    // Standard input belongs to this thread.
    yield* inOrder(items, ({ name, path }) => (path === undefined ? checkHere({ name, path }) : pool.check({ name, path })), jobs * AHEAD);
  } finally {
    await pool.close();
  }
}
