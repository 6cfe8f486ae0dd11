/** Faults of the input, as opposed to bugs of the program. */
import type { Lang } from './lang.js';

/** One plain sentence in each language. */
export type Sentence = { readonly [lang in Lang]: string };

/**
 * The input cannot be read or is no report. `code` is stable for tools (kebab-case: `encrypted`, `legacy-doc`, `not-a-report` …);
 * `sentence` says what it is and where, `remedy` what to do. Never thrown for a fault of the program itself.
 */
export class InputError extends Error {
  readonly code: string;
  readonly sentence: Sentence;
  readonly remedy: Sentence;

  constructor(code: string, sentence: Sentence, remedy: Sentence) {
    super(sentence.en);
    this.name = 'InputError';
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }
}
