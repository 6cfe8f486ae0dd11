/** From the paths of the command line to the list of things to check. */
import { InputError } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import type { FileResult, Skipped, Unchecked } from '../../judge/diagnostic.js';
import { uncheckedResult } from '../../judge/judge.js';
import type { Input } from './host.js';
import type { Session } from './session.js';

/** A thing to check, or the result of one that cannot even be found. */
export type Item = { readonly input: Input } | { readonly failed: Unchecked };

/** Everything the command line names, each file once, in the order named. */
export interface Inputs {
  readonly items: readonly Item[];
  /** Files that were left aside. */
  readonly skipped: readonly Skipped[];
}

function failure(name: string, fault: unknown, lang: Lang): Item {
  if (!(fault instanceof InputError)) throw fault;
  return { failed: uncheckedResult(name, fault, lang) };
}

/** Finds the inputs; folders and globs leave out the files in `except`. */
export async function findInputs(session: Session, paths: readonly string[], stdinName: string, except: readonly string[]): Promise<Inputs> {
  const items: Item[] = [];
  const skipped: Skipped[] = [];
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
    skipped.push(...listing.skipped);
  }
  return { items, skipped };
}

/** The one input that a path of the command line is; `-` is standard input. */
export function inputNamed(path: string, { host, texts }: Session): Input {
  return path === '-' ? { path: undefined, name: texts.stdin } : { path: host.files.beside('', path).path, name: path };
}

/** The inputs that were found. */
export function namedInputs({ items }: Pick<Inputs, 'items'>): readonly Input[] {
  return items.flatMap((item) => ('input' in item ? [item.input] : []));
}

/** What an input says that is something else than a report. */
const NO_REPORT = new Set(['not-a-report', 'result-json', 'no-text', 'csv', 'empty', 'blank', 'xml', 'latex', 'image']);

/** Whether a file that a folder holds is to be left aside after all: it can be read, and is no report. */
export function isAside({ tentative }: Input, result: FileResult): boolean {
  return tentative === true && result.status === 'failed' && NO_REPORT.has(result.error.code);
}
