/** How many columns of a terminal (or of a page set in a fixed-width font) a text takes. */
import { eastAsianWidth } from 'get-east-asian-width';

const WEIGHTLESS = /^[\p{M}\p{Cc}\p{Cf}]$/u;

/** Width of one character in columns: 2 for Chinese and full-width ones, 0 for combining, control and format characters, else 1. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (WEIGHTLESS.test(character)) return 0;
  return eastAsianWidth(code);
}

/** Width of a text in columns; characters whose width is ambiguous (“ … ×) count as narrow, as terminals draw them. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
