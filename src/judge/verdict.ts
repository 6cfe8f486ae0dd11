/** How a report came out, in a word. */
import type { Checks, Diagnostic, Verdict } from './diagnostic.js';

/** By the findings that count and by what there was to check: a form without a single figure has proved nothing. */
export function verdictOf(
  diagnostics: readonly Pick<Diagnostic, 'severity' | 'suppressed'>[],
  { cells }: Pick<Checks, 'cells'>,
): Exclude<Verdict, 'unchecked'> {
  const open = diagnostics.filter(({ suppressed }) => !suppressed);
  if (open.some(({ severity }) => severity === 'error')) return 'fail';
  return cells.figures === 0 || open.some(({ severity }) => severity === 'warning') ? 'review' : 'pass';
}
