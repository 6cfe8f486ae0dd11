/** What all reports of a run together tell of each: which copy from one another, which are of one unit, which are of another year. */
import { type Alike, findAlike } from './alike.js';
import { findDuplicates, type Others } from './duplicates.js';
import type { RunFact } from './facts.js';
import { alikeReport } from './sentences.js';
import { type UsualYear, usualYear } from './usual-year.js';

/** What is told of one report. */
export interface RunFindings {
  /** Its sections that are alike with other units'. */
  readonly alike?: readonly Alike[];
  /** The other reports of the same unit and year. */
  readonly others?: Others;
  /** The year that most reports of the run are of. */
  readonly usualYear?: UsualYear;
}

/** Holds the reports of a run against each other, in their order; `bound` is the share of a section from which on it is alike, undefined when nobody asks. */
export function findInRun(facts: readonly RunFact[], bound: number | undefined): readonly RunFindings[] {
  const named = facts.flatMap(({ file, unit, sections }) => (unit === null ? [] : [alikeReport(file, unit, sections)]));
  const alike = bound === undefined ? undefined : findAlike(named, bound);
  const duplicates = findDuplicates(facts);
  const year = usualYear(facts);
  return facts.map((fact) => {
    const [copied, others] = [alike?.get(fact.file), duplicates.get(fact)];
    return { ...(copied ? { alike: copied } : {}), ...(others ? { others } : {}), ...(year ? { usualYear: year } : {}) };
  });
}
