/** Keeps the text of a report from doing anything to a terminal, a log or a page but being read. */

/** What a build server would take for a command to itself: `::set-env …` after blanks, `##[…]` anywhere. */
const COMMAND = /::(?=[a-z])|##(?=\[)/gi;

/** Nothing but characters that are what they look like, as nearly every text. */
const ORDINARY = /^[ -"$-9;-~\u00b7\u2010-\u2027\u2030-\u205e\u2190-\u27bf\u3000-\ud7ff\uff01-\uffef]*$/;

/**
 * A text on one line in which nothing acts: line breaks and tabs become blanks, other control characters show as their pictures (␛),
 * direction marks, invisible characters and lone surrogates as their code (<U+202E>), the signs of commands are parted by a blank.
 */
export function printable(text: string): string {
  if (ORDINARY.test(text)) return text;
  const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
  return line.replace(COMMAND, (sign) => (sign === '::' ? ': :' : '## '));
}
