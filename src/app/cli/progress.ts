/** One line on the terminal that says how far the run is. */
import type { Host } from './host.js';
import type { Texts } from './texts.js';

/** A progress line; does nothing when standard error is no terminal. */
export interface Progress {
  show(done: number): void;
  /** The same items, counted as they come. */
  watch<T>(items: AsyncIterable<T>): AsyncGenerator<T>;
  /** Takes the line away, so that something else can be written there. */
  clear(): void;
}

async function* unwatched<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  yield* items;
}

const SILENT: Progress = { show: () => undefined, watch: unwatched, clear: () => undefined };

/** Milliseconds between two states of the line. */
const PACE = 100;

/** A progress line for a run of `all` files. */
export function createProgress({ stderr }: Host, texts: Texts, all: number): Progress {
  if (all < 2 || !stderr.isTTY) return SILENT;
  let shown = false;
  let last = 0;
  const show = (done: number): void => {
    const now = Date.now();
    if (now - last < PACE) return;
    last = now;
    shown = true;
    stderr.write(`\r\x1b[K${texts.progress(done, all)}`);
  };
  return {
    show,
    async *watch(items) {
      let done = 0;
      for await (const item of items) {
        yield item;
        done += 1;
        show(done);
      }
    },
    clear() {
      if (shown) stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
