/** Findings that were accepted with a reason: they stay in the data, count for nothing, and are said to be there. */
import { matchesGlob } from '../../base/glob.js';
import type { Diagnostic, FileResult } from '../../judge/diagnostic.js';
import { withDiagnostics } from '../../judge/result.js';
import type { SuppressionEntry } from './suppressions.js';

/** A result after suppression, and what became of the entries. */
export interface Suppressed {
  readonly result: FileResult;
  /** Entries that were held against this report. */
  readonly tried: readonly SuppressionEntry[];
  /** Entries that are of use still: they matched, or the report they may be for could not be checked. */
  readonly alive: readonly SuppressionEntry[];
}

/**
 * Marks the findings that an entry accepts. `path` is the report's path seen from the folder of the suppressions file;
 * `off` tells rules that did not run, whose entries cannot match.
 */
export function applySuppressions(result: FileResult, path: string, entries: readonly SuppressionEntry[], off: (rule: string) => boolean): Suppressed {
  const own = entries.filter(({ file }) => file === undefined || matchesGlob(file, path));
  if (result.status !== 'checked') return { result, tried: [], alive: own };
  const used = new Set<SuppressionEntry>();
  const diagnostics = result.diagnostics.map((diagnostic): Diagnostic => {
    const matching = own.filter(({ fingerprint, rule }) => fingerprint === diagnostic.fingerprint && (rule === undefined || rule === diagnostic.ruleId));
    for (const entry of matching) used.add(entry);
    const [first] = matching;
    if (!first) return diagnostic;
    const { reason, author, until } = first;
    return { ...diagnostic, suppressed: { reason, ...(author === undefined ? {} : { author }), ...(until === undefined ? {} : { until }) } };
  });
  const tried = own.filter(({ rule }) => rule === undefined || !off(rule));
  return { result: used.size === 0 ? result : withDiagnostics(result, diagnostics), tried, alive: [...used] };
}
