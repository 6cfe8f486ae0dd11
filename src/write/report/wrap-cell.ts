/** Breaking the text of a cell into lines so that whoever joins them again gets the same text. */
import { displayWidth } from '../../base/text/width.js';

const WIDE = /[\u2e80-\uffef]/;
/** Marks that do not open a line, and marks that do not end one. */
const CLOSING = /[，。、；：！？）》〉”’」』】〕.,;:!?)%\]}]/u;
const OPENING = /[（《〈“‘「『【〔([{]/u;

/** The pieces of a text between which a line may end: words, and single Chinese characters with their punctuation. */
function units(text: string): readonly string[] {
  const found: string[] = [];
  for (const character of text) {
    const last = found.at(-1);
    const before = last?.at(-1) ?? '';
    const together =
      last !== undefined &&
      // A blank belongs to what stands before it, unless it can be restored: between two words.
      (/\s/.test(character) || /\s$/.test(last) || (!WIDE.test(before) && !WIDE.test(character)) || CLOSING.test(character) || OPENING.test(before));
    if (together) found[found.length - 1] += character;
    else found.push(character);
  }
  return found;
}

/** Lines of at most `width` columns; wider only where a word is. Line breaks of the text are kept; an empty text is one empty line. */
export function wrapCell(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    for (const unit of units(paragraph.trim().replace(/[ \t]+/g, ' '))) {
      const last = lines.at(-1);
      if (last !== undefined && displayWidth(last + unit) <= width) lines[lines.length - 1] = last + unit;
      else lines.push(unit);
    }
    return lines.length === 0 ? [''] : lines;
  });
}
