/** What the executable needs, in one module. */

export { main } from '../cli/main.js';
export { commands } from '../cli/program.js';
export { runExecutable } from './dropped.js';
export { nodeHost } from './host.js';
export { partsIn } from './parts.js';

/** Starts what a thread of the pool does. */
export async function work(): Promise<void> {
  await import('./worker.js');
}
