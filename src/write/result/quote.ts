/** Shows the words a finding speaks of in their sentence, with carets below them. */
import { displayWidth } from '../../base/text/width.js';
import type { Place } from '../../judge/diagnostic.js';
import { printable } from './printable.js';
import { clip } from './wrap.js';

/** The sentence and the line of carets, at most `width` columns; none when the finding is not about words. */
export function quoteLines({ quote, context }: Place, width: number): readonly [string, string] | [] {
  if (quote === undefined) return [];
  const words = clip(printable(quote), Math.max(8, Math.floor(width / 2)));
  const before = printable(context?.before ?? '');
  const after = printable(context?.after ?? '');
  const room = Math.max(0, width - displayWidth(words));
  const left = Math.max(Math.floor(room / 2), room - displayWidth(after));
  const head = clip(before, left, 'start');
  const tail = clip(after, room - displayWidth(head));
  return [head + words + tail, ' '.repeat(displayWidth(head)) + '^'.repeat(Math.max(1, displayWidth(words)))];
}
