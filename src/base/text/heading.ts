/** What the words of a heading say about the section they name. */
import { foldCore, foldLabel } from './normalise.js';

/** How a heading compares with a title: the same words, other known words, or neither. */
export type TitleMatch = 'exact' | 'alias' | 'similar';

/** A heading without blanks and marks at its end. */
export function headingText(text: string): string {
  return text.replace(/[\s\u00a0\u3000：:。.；;，,]+$/u, '');
}

/** Compares a heading, with or without its number, with the title of a section and its other wordings. */
export function matchTitle(heading: string, { title, aliases }: { readonly title: string; readonly aliases: readonly string[] }): TitleMatch {
  const found = [foldCore(heading), foldLabel(heading)];
  if (found.includes(foldLabel(title))) return 'exact';
  return aliases.some((alias) => found.includes(foldLabel(alias))) ? 'alias' : 'similar';
}
