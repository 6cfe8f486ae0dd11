/** Parting running text into sentences. */

/** A sentence without its closing mark; `start` is its offset in the text (UTF-16). */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** The sentences of a text, parted at 。；！？ (full and half width) and line breaks; empty ones are left out. */
export function sentences(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^。；;！!？?\n]+/g)].map((match) => ({ text: match[0], start: match.index }));
}
