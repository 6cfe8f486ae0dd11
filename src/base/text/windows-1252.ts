/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; the TextDecoder of Node 20 gives the control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252: every byte is a character. */
export function decodeWindows1252(bytes: Iterable<number>): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80]! : String.fromCharCode(byte);
  return text;
}
