/** An earlier result to compare with: only what is new since then is shown and counted. */
import type { Diagnostic, FileResult } from '../../judge/diagnostic.js';
import { withDiagnostics } from '../../judge/result.js';
import { type EarlierRun, findEarlier } from './earlier.js';

export { type EarlierRun as Baseline, parseEarlier as parseBaseline } from './earlier.js';

/** Leaves out what the earlier run found too; as many of equal findings as there were. `known` of the result counts them. */
export function applyBaseline(result: FileResult, baseline: EarlierRun): FileResult {
  if (result.status !== 'checked') return result;
  const left = new Map<string, number>();
  for (const { fingerprint } of findEarlier(baseline, result)?.findings ?? []) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  const isNew = ({ fingerprint, suppressed }: Diagnostic): boolean => {
    const count = suppressed ? 0 : (left.get(fingerprint) ?? 0);
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  };
  const diagnostics = result.diagnostics.filter(isNew);
  const known = result.diagnostics.length - diagnostics.length;
  return { ...(known === 0 ? result : withDiagnostics(result, diagnostics)), known };
}
