/** The machine that the program runs on, as the command line needs it. */
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../cli/host.js';
import { nodeFiles } from './files.js';
import { exactArguments } from './paths.js';
import { readStream } from './read.js';
import { outputOf } from './streams.js';

/**
 * Files for each thread, so that a second one is started for twice as many. Measured with real reports on two processors that had other
 * work as well: with 60 files a second thread costs time, with 80 it makes no difference, with 120 it saves about a tenth.
 */
const WORTH_A_THREAD = 60;

function packageFile(root: string, name: string): string | undefined {
  try {
    return readFileSync(join(root, name), 'utf8');
  } catch {
    return undefined;
  }
}

/** The host of this process; `packageRoot` is the folder of package.json. */
export function nodeHost(packageRoot: string): Host {
  return {
    argv: exactArguments(process.argv.slice(2)),
    platform: `node ${process.version} ${process.platform} ${process.arch}`,
    env: process.env,
    stdout: outputOf(1, () => process.stdout),
    stderr: outputOf(2, () => process.stderr, true),
    readStdin: () => readStream(process.stdin),
    files: nodeFiles,
    packageFile: (name) => packageFile(packageRoot, name),
    packageFolder: (name) => readdirSync(join(packageRoot, name)).sort(),
    defaultJobs: (files) => Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_THREAD))),
    startPool: async (jobs, settings) => {
      const { startPool, threadCount } = await import('./pool.js');
      return startPool(join(packageRoot, 'bin', 'worker.js'), threadCount(jobs, availableParallelism()) - 1, settings);
    },
  };
}
