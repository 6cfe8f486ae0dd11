/** From what was found to what counts: accepted findings and those of the baseline are set apart. */
import { folderOf, pathFrom, slashed } from '../../base/glob.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { applySuppressions } from '../config/suppress.js';
import type { SuppressionEntry } from '../config/suppressions.js';
import { type Configuration, readNamed, type SuppressionsFile } from './configuration.js';
import type { Job } from './run.js';
import type { Session } from './session.js';

/** Settles the results of a run one by one, and knows at its end which suppressions matched nothing. */
export interface Settler {
  settle(result: FileResult, job: Job): FileResult;
  /** One line for each entry of a suppressions file that matched nothing. */
  stale(): readonly string[];
  /** The entries of the suppressions file at this path that matched nothing. */
  staleEntries(path: string): readonly SuppressionEntry[];
}

/** Whether paths of the command line cover a folder, so that all that lies in it was checked. */
export function covering({ host }: Session, paths: readonly string[]): (folder: string) => boolean {
  const tops = paths.flatMap((path) => (path === '-' ? [] : [`${slashed(host.files.beside('', path).path).replace(/\/$/, '')}/`]));
  return (folder) => tops.some((top) => `${folder}/`.startsWith(top));
}

/** A pattern that stands for one file. */
const ONE_FILE = /^[^*?[\]{}]+$/;

/**
 * Prepares settling; `baseline` is the path of an earlier result, `covers` tells whether the run looked at all that lies in a folder: an entry that
 * may be for any file of it is superfluous only then. Errors: InputError for a baseline that cannot be read or is none.
 */
export async function createSettler(
  session: Session,
  configuration: Configuration,
  baseline: string | undefined,
  covers: (folder: string) => boolean = () => false,
): Promise<Settler> {
  const tried = new Map<SuppressionEntry, SuppressionsFile>();
  const alive = new Set<SuppressionEntry>();
  const known = baseline === undefined ? undefined : await loadBaseline(session, baseline);
  const suppress = (result: FileResult, job: Job): FileResult => {
    const file = 'input' in job ? configuration.suppressionsOf(job.input) : undefined;
    if (!file || !('input' in job)) return result;
    const { severities } = configuration.profiles[job.profile]!;
    const path = pathFrom(folderOf(file.path), job.input.path ?? job.input.name);
    // Without last year's report nothing is known of what was accepted in comparing with it.
    const compared = result.status === 'checked' && result.checks.previous?.status === 'compared';
    const isSilent = (rule: string): boolean => severities[rule] === 'off' || (rule.startsWith('history/') && !compared);
    const suppressed = applySuppressions(result, path, file.entries, isSilent);
    for (const entry of suppressed.tried) tried.set(entry, file);
    for (const entry of suppressed.alive) alive.add(entry);
    return suppressed.result;
  };
  const stale = (): readonly (readonly [SuppressionEntry, SuppressionsFile])[] =>
    [...tried].filter(([entry, { path }]) => !alive.has(entry) && (ONE_FILE.test(entry.file ?? '*') || covers(folderOf(path))));
  return {
    settle: (result, job) => {
      const settled = suppress(result, job);
      return known ? known(settled) : settled;
    },
    stale: () => stale().map(([{ line, fingerprint, reason }, { name }]) => session.texts.stale(name, line, fingerprint, reason)),
    staleEntries: (of) => stale().flatMap(([entry, { path }]) => (path === of ? [entry] : [])),
  };
}

/** Loads an earlier result, and gives what leaves out of a result the findings it has. Errors: InputError. */
export async function loadBaseline(session: Session, path: string): Promise<(result: FileResult) => FileResult> {
  const { applyBaseline, parseBaseline } = await import('../config/baseline.js');
  const baseline = parseBaseline(await readNamed(session, { path, name: path }), path);
  return (result) => applyBaseline(result, baseline);
}
