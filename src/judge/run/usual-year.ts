/** The year that a run is about. */
import type { RunFact } from './facts.js';

/** The year of more than half of the reports that tell theirs. */
export interface UsualYear {
  readonly year: number;
  /** Reports of it, and reports that tell their year at all. */
  readonly count: number;
  readonly total: number;
}

/** The year of more than half of the reports; undefined when there is none: nobody can say then which reports are the strangers. */
export function usualYear(facts: readonly Pick<RunFact, 'year'>[]): UsualYear | undefined {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { year } of facts) {
    if (year === null) continue;
    total += 1;
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].filter(([, count]) => count * 2 > total);
  return most && { year: most[0], count: most[1], total };
}
