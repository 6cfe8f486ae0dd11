/** How far pdf.js may go with one file. Its bundled form counts (`scripts/pdfjs.ts`); the package as it is, which source that is run uncompiled uses, does not. */
import { refusal } from '../refused/refusals.js';
import { MOST_MARKS } from './bounds.js';

/** The counters in the bundled pdf.js: what is left of each, and what it met. */
export interface Guard {
  bytes: number;
  steps: number;
  operators: number;
  marks: number;
  /** When it must have ended, as `Date.now()` counts. */
  until: number;
  tripped: boolean;
  damaged: boolean;
}

/** Bytes that a file may inflate to: a report of thirty pages with its fonts inflates to fifteen million. */
const MOST_BYTES = 100_000_000;
/** Tokens, and operators of pages: a page that a browser prints has two thousand. */
const MOST_STEPS = 20_000_000;
const MOST_OPERATORS = 200_000;
const LONGEST = 15_000;

/** Sets the counters for one file. */
export function setGuard(guard: Guard | undefined): void {
  if (guard)
    Object.assign(guard, {
      bytes: MOST_BYTES,
      steps: MOST_STEPS,
      operators: MOST_OPERATORS,
      marks: MOST_MARKS,
      until: Date.now() + LONGEST,
      tripped: false,
      damaged: false,
    });
}

/** Refuses a file that went beyond its bounds, or whose compressed parts are damaged. Errors: InputError `too-large`, `pdf-damaged`. */
export function checkGuard(guard: Guard | undefined): void {
  if (guard?.tripped) throw refusal('too-large');
  if (guard?.damaged) throw refusal('pdf-damaged');
}
