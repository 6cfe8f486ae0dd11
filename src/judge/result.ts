/** Putting fewer, or marked, findings into a result. */
import type { Checked, Diagnostic } from './diagnostic.js';

/** The result with these findings. A likely correction stays only while a finding it explains is still spoken of; changes of one set stay together. */
export function withDiagnostics<T extends Checked>(result: T, diagnostics: readonly Diagnostic[]): T {
  const open = new Set(diagnostics.flatMap(({ suppressed, fingerprint }) => (suppressed ? [] : [fingerprint])));
  const sets = new Set(result.corrections.flatMap(({ explains, set }) => (explains.some((fingerprint) => open.has(fingerprint)) ? [set] : [])));
  return { ...result, diagnostics, corrections: result.corrections.filter(({ set }) => sets.has(set)) };
}
