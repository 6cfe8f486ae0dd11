/** The figures that the running text repeats from the tables: read, compared, and counted. */
import type { ClaimCounts } from '../diagnostic.js';
import type { AsideReason, Claim, ClaimSource } from './claim.js';
import { type CellValue, type ClaimsCompared, compareClaims } from './compare.js';
import { type ClaimsRead, readClaims } from './read.js';

export type { ClaimReading } from './cells.js';
export type { AsideReason, Claim, ClaimSource, LeftAside } from './claim.js';
export { type CellValue, type ComparedClaim, type Evaluated, fits } from './compare.js';
export type { ReadSentence } from './read.js';

/** The claims of a report with what became of them. */
export interface Claims extends ClaimsCompared {
  readonly sentences: ClaimsRead['sentences'];
}

/** Reads the claims of a text and compares them with the tables. */
export function judgeClaims(source: ClaimSource, value: CellValue): Claims {
  const { claims, leftAside, sentences } = readClaims(source);
  const result = compareClaims(claims, value);
  return { compared: result.compared, leftAside: [...leftAside, ...result.leftAside], sentences };
}

/** Counts claims for the report of a run; `compares` tells which of them the rules of the run hold against the tables. */
export function countClaims({ compared, leftAside }: Claims, compares: (claim: Claim) => boolean): ClaimCounts {
  const reasons: { [reason in AsideReason]?: number } = {};
  for (const { reason } of leftAside) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const count = compared.filter(({ claim }) => compares(claim)).length;
  return { read: count + leftAside.length, compared: count, aside: reasons };
}
