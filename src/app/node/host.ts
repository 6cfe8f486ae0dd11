/** The machine that the program runs on, as the command line needs it. */
import { availableParallelism } from 'node:os';
import { isatty } from 'node:tty';
import type { Host } from '../cli/host.js';
import { nodeFiles } from './files.js';
import type { Parts } from './parts.js';
import { exactArguments } from './paths.js';
import { readStream } from './read.js';
import { outputOf } from './streams.js';

/**
 * Files for each thread, so that a second one is started for twice as many. Measured with real reports on two processors that had other
 * work as well: with 60 files a second thread costs time, with 80 it makes no difference, with 120 it saves about a tenth.
 */
const WORTH_A_THREAD = 60;

/** The host of this process, with the program's own files. */
export function nodeHost(parts: Parts): Host {
  return {
    argv: exactArguments(process.argv.slice(2)),
    platform: `node ${process.version} ${process.platform} ${process.arch}`,
    env: process.env,
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr, true),
    readStdin: () => readStream(process.stdin),
    stdinIsTerminal: () => isatty(0),
    files: nodeFiles,
    packageFile: parts.text,
    packageFolder: parts.folder,
    defaultJobs: (files) => Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_THREAD))),
    startPool: async (jobs, settings) => {
      const { startPool, threadCount } = await import('./pool.js');
      return startPool(parts.thread, threadCount(jobs, availableParallelism()) - 1, settings);
    },
  };
}
