/** Differences as data. */
import type { NamedComparison } from './words.js';

/** `{ schemaVersion, a, b, differences, cells, sentences, notCompared }`. */
export function jsonComparison({ a, b, differences, cells, sentences, notCompared }: NamedComparison): string {
  return `${JSON.stringify({ schemaVersion: 1, a, b, differences, cells, sentences, notCompared }, undefined, 2)}\n`;
}
