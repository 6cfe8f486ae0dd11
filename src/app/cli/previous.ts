/** Reading last year's reports: one file, or every report in a folder, each once. */
import type { FileResult, Skipped } from '../../judge/diagnostic.js';
import { type PreviousReport, type PreviousSource, remembered } from '../../judge/previous.js';
import { parseBytes } from '../../read/index.js';
import { previousWords } from '../../write/result/previous.js';
import { type UncheckedOutcome, uncheckedOutcome } from '../outcome.js';
import { isAside } from './inputs.js';
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
  /** Files that were left aside. */
  readonly skipped: readonly Skipped[];
}

/** Reads what `--previous` names. A file that cannot be read, or that brings out a bug, is a result, never an error of the run. */
export async function loadPrevious({ host, lang }: Session, path: string, except: readonly string[]): Promise<Previous> {
  const { inputs, faults, skipped: aside } = await host.files.list(path, except);
  const skipped = [...aside];
  const failed: ({ readonly path?: string } & UncheckedOutcome)[] = [];
  const reports: PreviousReport[] = [];
  for (const { name, fault } of faults) failed.push(uncheckedOutcome(name, fault, lang));
  for (const input of inputs) {
    const { name, path: at } = input;
    try {
      reports.push(remembered(name, await parseBytes(await host.files.read(at), name)));
    } catch (fault) {
      const outcome = uncheckedOutcome(name, fault, lang);
      if (isAside(input, outcome.result)) skipped.push({ file: name, reason: 'not-a-report' });
      else failed.push({ path: at, ...outcome });
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
