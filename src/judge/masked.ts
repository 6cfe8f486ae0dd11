/** Personal data that a rule found, made unreadable wherever results are printed; the report itself stays as it is. */
import { valueAt } from '../form/model/pointer.js';
import type { Report } from '../form/model/report.js';

/** Words of a node of the report that must not be printed: UTF-16 offsets, end exclusive. */
export interface Secret {
  readonly pointer: string;
  readonly span: readonly [number, number];
}

/** The words with all but the first three and the last four letters and digits as stars; of short ones only the first and the last stay. Their length stays. */
export function mask(words: string): string {
  const characters = [...words.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
  const [before, after] = characters.length < 11 ? [1, 1] : [3, 4];
  const hidden = new Set(characters.slice(before, characters.length - after));
  return [...words].length === words.length
    ? Array.from(words, (character, index) => (hidden.has(index) ? '*' : character)).join('')
    : '*'.repeat(words.length);
}

/** The report with these words masked. */
export function withoutSecrets(report: Report, secrets: readonly Secret[]): Report {
  if (secrets.length === 0) return report;
  const copy = structuredClone(report);
  for (const { pointer, span } of secrets) {
    const text = valueAt(copy, pointer);
    if (typeof text !== 'string') continue;
    const slash = pointer.lastIndexOf('/');
    const parent = valueAt(copy, pointer.slice(0, slash)) as Record<string, unknown>;
    parent[pointer.slice(slash + 1)] = text.slice(0, span[0]) + mask(text.slice(...span)) + text.slice(span[1]);
  }
  return copy;
}
