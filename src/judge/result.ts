/** Putting fewer, or marked, findings into a result. */
import type { Checked, Diagnostic } from './diagnostic.js';
import { verdictOf } from './verdict.js';

/** The result with these findings, and the verdict that follows from them. A likely correction stays only while a finding it explains is still spoken of; changes of one set stay together. */
export function withDiagnostics<T extends Checked>(result: T, diagnostics: readonly Diagnostic[]): T {
  const open = new Set(diagnostics.flatMap(({ suppressed, fingerprint }) => (suppressed ? [] : [fingerprint])));
  const sets = new Set(result.corrections.flatMap(({ explains, set }) => (explains.some((fingerprint) => open.has(fingerprint)) ? [set] : [])));
  return { ...result, verdict: verdictOf(diagnostics, result.checks), diagnostics, corrections: result.corrections.filter(({ set }) => sets.has(set)) };
}
