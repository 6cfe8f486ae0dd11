/** What the program saw in a file, step by step: for developers, and for reports of faults. A step is one entry of the list. */
import type { Inspect } from './step.js';

/** The steps by name, in the order in which a file goes through them. */
export const steps = {
  blocks: async (...input) => (await import('./blocks.js')).inspectBlocks(...input),
  fill: async (...input) => (await import('./fill.js')).inspectFill(...input),
  claims: async (...input) => (await import('./claims.js')).inspectClaims(...input),
} as const satisfies Readonly<Record<string, Inspect>>;

/** Name of a step. */
export type StepName = keyof typeof steps;
