/** The place of a phrase in the report. */
import type { Sentence } from './tree.js';

/** Where a phrase stands. */
export interface Site {
  readonly pointer: string;
  readonly text: string;
  readonly sentence: Sentence;
  /** Index of the sentence over the whole report. */
  readonly index: number;
  /** Index of the phrase in its sentence. */
  readonly at: number;
}
