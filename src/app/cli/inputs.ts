/** From the paths of the command line to the list of things to check. */
import { InputError } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import type { Unchecked } from '../../judge/diagnostic.js';
import { uncheckedResult } from '../../judge/judge.js';
import type { Input } from './host.js';
import type { Session } from './session.js';
import type { Texts } from './texts.js';

/** A thing to check, or the result of one that cannot even be found. */
export type Item = { readonly input: Input } | { readonly failed: Unchecked };

/** Everything the command line names, each file once, in the order named. */
export interface Inputs {
  readonly items: readonly Item[];
  /** Documents that folders hold but that cannot be read: extension → count. */
  readonly skipped: ReadonlyMap<string, number>;
}

function failure(name: string, fault: unknown, lang: Lang): Item {
  if (!(fault instanceof InputError)) throw fault;
  return { failed: uncheckedResult(name, fault, lang) };
}

/** Finds the inputs; folders and globs leave out the files in `except`. */
export async function findInputs(session: Session, paths: readonly string[], stdinName: string, except: readonly string[]): Promise<Inputs> {
  const items: Item[] = [];
  const skipped = new Map<string, number>();
  const known = new Set<string | undefined>();
  const add = (input: Input, real?: string): void => {
    if (known.has(real)) return;
    known.add(real);
    items.push({ input });
  };
  for (const path of paths) {
    if (path === '-') {
      add({ path: undefined, name: stdinName });
      continue;
    }
    const listing = await session.host.files.list(path, except);
    for (const { real, ...input } of listing.inputs) add(input, real);
    for (const { name, fault } of listing.faults) items.push(failure(name, fault, session.lang));
    for (const [extension, count] of listing.skipped) skipped.set(extension, (skipped.get(extension) ?? 0) + count);
  }
  return { items, skipped };
}

/** What to say of the documents that folders, or that of last year's reports, hold but that cannot be read; nothing when there are none. */
export function skippedNotes(skipped: ReadonlyMap<string, number>, texts: Texts, previous = false): readonly string[] {
  const kinds = [...skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([extension, count]) => texts.kindCount(extension, count));
  return kinds.length === 0 ? [] : [texts.skipped(kinds.join(texts.or), previous)];
}
