/** Differences for a terminal: each with its place, the first report's side behind -, the second's behind +. */
import type { Lang } from '../../base/lang.js';
import { createPaint } from '../result/paint.js';
import { printable } from '../result/printable.js';
import { closingLines, differencePlace, differenceSides, type NamedComparison } from './words.js';

/** The differences as text; `color` is a terminal's level (0 none … 3 all). */
export function prettyComparison(comparison: NamedComparison, lang: Lang, color: 0 | 1 | 2 | 3): string {
  const paint = createPaint(color);
  const blocks = comparison.differences.map((difference) => {
    const { before, after } = differenceSides(difference, lang);
    return [
      paint.strong(differencePlace(difference, lang)),
      ...(before === undefined ? [] : [paint.error(`  - ${printable(before)}`)]),
      ...(after === undefined ? [] : [paint.good(`  + ${printable(after)}`)]),
    ].join('\n');
  });
  const head = `${paint.error(`--- ${printable(comparison.a)}`)}\n${paint.good(`+++ ${printable(comparison.b)}`)}`;
  return `${[head, ...blocks, closingLines(comparison, lang).join('\n')].join('\n\n')}\n`;
}
