/** How wide a text is in columns of a terminal or of a file aligned by blanks. */
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Display width in columns: wide and full-width characters take two, marks that stand on their neighbour and
 * invisible characters none. Characters of ambiguous width (“ ” — …) count one, as aligning tools count them.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Display column at which each UTF-16 unit of a text starts, and, as the last entry, where the text ends. */
export function displayColumns(text: string): readonly number[] {
  const columns: number[] = [];
  let column = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) columns.push(column);
    column += characterWidth(character);
  }
  columns.push(column);
  return columns;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code >= 0x20 && code < 0x7f) return 1;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code < 0x302a) || (code > 0xff00 && code <= 0xff60)) return 2;
  if (code < 0x20 || code === 0x7f || /[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  return eastAsianWidth(code);
}
