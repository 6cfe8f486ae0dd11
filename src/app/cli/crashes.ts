/** Bugs of this program that single files brought out: said on standard error once each, after everything else. */
import { version } from '../../base/version.js';
import type { FileResult } from '../../judge/diagnostic.js';
import type { Host } from './host.js';
import type { Session } from './session.js';

/** What to report to the maintainer, below a sentence that says so. */
export function bugReport(sentence: string, stack: string, { platform }: Host): string {
  return `${sentence}\n\ngov-report ${version}\n${platform}\n${stack}\n`;
}

/** Stacks that are printed, and files that are named beside each; the rest are counted. */
const MOST = 5;

/** Gathers the bugs of a run. */
export interface Crashes {
  add(result: FileResult, stack: string): void;
  /** Says what was gathered, and resolves to whether there was anything. */
  say(): Promise<boolean>;
}

/** Prepares gathering; the same bug of many files is one. */
export function createCrashes({ host, texts }: Session): Crashes {
  const byStack = new Map<string, { readonly files: string[]; count: number }>();
  let unsaid = 0;
  return {
    add({ file }, stack) {
      const known = byStack.get(stack);
      if (!known && byStack.size === MOST) unsaid += 1;
      else if (!known) byStack.set(stack, { files: [file], count: 1 });
      else {
        known.count += 1;
        if (known.files.length < MOST) known.files.push(file);
      }
    },
    async say() {
      for (const [stack, { files, count }] of byStack) await host.stderr.write(bugReport(texts.crashed(count, files.join(texts.or)), stack, host));
      if (unsaid > 0) await host.stderr.write(`${texts.note(texts.moreCrashed(unsaid))}\n`);
      return byStack.size > 0;
    },
  };
}
