/** Rules as people see them: pieces in one line put together, level and upright ones apart. */
import type { Rule } from './page.js';

/** A level or upright rule: where it lies, and from where to where it runs. */
export interface Straight {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rules of a page. */
export interface StraightRules {
  readonly level: readonly Straight[];
  readonly upright: readonly Straight[];
}

/** Pieces at most so far beside each other are in one line; gaps up to the second are those of dashes and of borders drawn cell by cell. */
const ONE_LINE = 0.8;
const GAP = 3.5;
/** Shorter ones are strokes of something else. */
const SHORTEST = 6;

function joined(rules: readonly Straight[]): readonly Straight[] {
  const lines: Straight[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const last = lines.at(-1);
    if (last && rule.at - last[0]!.at <= ONE_LINE) last.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => {
    const found: { at: number; from: number; to: number }[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = found.at(-1);
      if (last && rule.from - last.to <= GAP) last.to = Math.max(last.to, rule.to);
      else found.push({ ...rule });
    }
    return found.filter(({ from, to }) => to - from >= SHORTEST);
  });
}

/** Level and upright rules; slanted ones are none. */
export function straighten(rules: readonly Rule[]): StraightRules {
  const level: Straight[] = [];
  const upright: Straight[] = [];
  for (const { x0, y0, x1, y1 } of rules) {
    if (Math.abs(y1 - y0) <= 1 && Math.abs(x1 - x0) > Math.abs(y1 - y0)) level.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else if (Math.abs(x1 - x0) <= 1) upright.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
  return { level: joined(level), upright: joined(upright) };
}
