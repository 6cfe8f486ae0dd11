/** What the executable needs, in one module. */
export { nodeHost } from '../node/host.js';
export { main } from './main.js';

/** Starts what a thread of the pool does. */
export async function work(): Promise<void> {
  await import('../node/worker.js');
}
