/** What the executable needs, in one module. */

export { main } from '../cli/main.js';
export { nodeHost } from './host.js';

/** Starts what a thread of the pool does. */
export async function work(): Promise<void> {
  await import('./worker.js');
}
