/** One line on the terminal that says how far the run is. */
import type { Host } from './host.js';
import type { Texts } from './texts.js';

/** A progress line; does nothing when standard error is no terminal. */
export interface Progress {
  show(done: number): void;
  /** Takes the line away, so that something else can be written there. */
  clear(): void;
}

const SILENT: Progress = { show: () => undefined, clear: () => undefined };

/** Milliseconds between two states of the line. */
const PACE = 100;

/** A progress line for a run of `all` files. */
export function createProgress({ stderr }: Host, texts: Texts, all: number): Progress {
  if (all < 2 || !stderr.isTTY) return SILENT;
  let shown = false;
  let last = 0;
  return {
    show(done) {
      const now = Date.now();
      if (now - last < PACE) return;
      last = now;
      shown = true;
      stderr.write(`\r\x1b[K${texts.progress(done, all)}`);
    },
    clear() {
      if (shown) stderr.write('\r\x1b[K');
      shown = false;
    },
  };
}
