/** Reading last year's reports: one file, or every report in a folder, each once. */
import type { FileResult } from '../../judge/diagnostic.js';
import { type PreviousReport, type PreviousSource, remembered } from '../../judge/previous.js';
import { parseBytes } from '../../read/index.js';
import { previousWords } from '../../write/result/previous.js';
import { type UncheckedOutcome, uncheckedOutcome } from '../outcome.js';
import type { Session } from './session.js';

/** Last year's reports, and what is to be said of them. */
export interface Previous {
  readonly source: PreviousSource;
  /** Files that were read. */
  readonly files: readonly string[];
  /** Files that could not be read, each with its absolute path where it has one. */
  readonly failed: readonly ({ readonly path?: string } & UncheckedOutcome)[];
  /** Reports that nothing can be looked up by: they tell no unit or no year. */
  readonly nameless: readonly string[];
  /** See `Listing.skipped`. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** Reads what `--previous` names. A file that cannot be read, or that brings out a bug, is a result, never an error of the run. */
export async function loadPrevious({ host, lang }: Session, path: string, except: readonly string[]): Promise<Previous> {
  const { inputs, faults, skipped } = await host.files.list(path, except);
  const failed: ({ readonly path?: string } & UncheckedOutcome)[] = [];
  const reports: PreviousReport[] = [];
  const fail = (name: string, fault: unknown, at?: string): void => {
    failed.push({ ...(at === undefined ? {} : { path: at }), ...uncheckedOutcome(name, fault, lang) });
  };
  for (const { name, fault } of faults) fail(name, fault);
  for (const { name, path: at } of inputs) {
    try {
      reports.push(remembered(name, await parseBytes(host.files.read(at), name)));
    } catch (fault) {
      fail(name, fault, at);
    }
  }
  const [first, second] = inputs;
  const isFile = !first || (!second && host.files.same(first.path, path));
  const [report] = reports;
  const source: PreviousSource = isFile ? { kind: 'file', file: first?.name ?? path, ...(report ? { report } : {}) } : { kind: 'folder', reports };
  const nameless = isFile ? [] : reports.filter(({ reading: { report: r } }) => r.unit === undefined || r.year === undefined).map(({ file }) => file);
  return { source, files: inputs.map((input) => input.path), failed, nameless, skipped };
}

/** Reports that are named one by one in the notes; the rest are counted. */
const NAMED = 10;

/** Gathers what is to be said of reports that were not compared with last year's. */
export function createPreviousNotes({ lang, texts }: Session): {
  add(result: FileResult): void;
  /** The notes; `shown` tells that people see each report's own line anyway. */
  lines(previous: Previous, shown: boolean): readonly string[];
} {
  const named: string[] = [];
  let more = 0;
  return {
    add(result) {
      if (result.status !== 'checked' || !result.checks.previous || result.checks.previous.status === 'compared') return;
      if (named.length < NAMED) named.push(texts.note(`${result.file}${lang === 'zh' ? '：' : ': '}${previousWords(result.checks.previous, lang)}`));
      else more += 1;
    },
    lines: ({ nameless }, shown) => [
      ...(shown ? [] : named),
      ...(shown || more === 0 ? [] : [texts.note(texts.notCompared(more))]),
      ...(nameless.length === 0 ? [] : [texts.note(texts.nameless(nameless.length, nameless.slice(0, NAMED).join(texts.or)))]),
    ],
  };
}
