/** What the executable needs, in one module. */
export { nodeHost } from '../node/host.js';
export { main } from './main.js';
