/** The words around a stretch of running text, for showing it to people. */

/** What stands before and after a stretch, at most a short phrase each; `…` marks where the paragraph goes on. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const REACH = 30;

const isTrailing = (text: string, index: number): boolean => /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1));

/** The surroundings of the stretch from `start` to `end` (UTF-16 offsets, end exclusive); no surrogate pair is cut. */
export function surroundings(text: string, [start, end]: readonly [number, number]): Surroundings {
  let from = Math.max(0, start - REACH);
  let to = Math.min(text.length, end + REACH);
  if (isTrailing(text, from)) from += 1;
  if (isTrailing(text, to)) to -= 1;
  return { before: (from > 0 ? '…' : '') + text.slice(from, start), after: text.slice(end, to) + (to < text.length ? '…' : '') };
}
