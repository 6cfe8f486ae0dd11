/** Bytes of RTF to text: the code page of the file, and the character sets of its fonts. */
import { decodeWindows1252 } from '../../../base/text/windows-1252.js';

/** A font of the file. */
export interface Font {
  readonly name: string;
  /** Label of its encoding for TextDecoder, `symbol` for fonts of signs, undefined where the file's code page counts. */
  readonly encoding: string | undefined;
}

const WESTERN = 'windows-1252';

/** Character sets of `\fcharset` ([MS-RTF] “Font Table”). */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [0, WESTERN],
  [2, 'symbol'],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10008, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...Array.from({ length: 9 }, (_, index) => [1250 + index, `windows-${1250 + index}`] as const),
]);

/** The encoding of a character set; undefined for the default one and unknown ones. */
export function encodingOfCharset(charset: number): string | undefined {
  return CHARSETS.get(charset);
}

/** The encoding of a code page; undefined for those that no Chinese office has. */
export function encodingOfCodePage(codePage: number): string | undefined {
  return CODE_PAGES.get(codePage);
}

/** Whether one character can take two bytes. */
export function isWide(encoding: string): boolean {
  return encoding === 'gb18030' || encoding === 'big5' || encoding === 'shift_jis' || encoding === 'euc-kr';
}

const decoders = new Map<string, TextDecoder>();

/** The text of bytes; � stands for what is no character of the encoding. */
export function decodeBytes(bytes: readonly number[], encoding: string): string {
  if (encoding === WESTERN) return decodeWindows1252(bytes);
  let decoder = decoders.get(encoding);
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding)));
  return decoder.decode(Uint8Array.from(bytes));
}

/**
 * The encoding in which bytes are meant. A Chinese file writes bytes of its own code page in fonts that claim to be Western; they
 * count as Western only where they are no text of that page.
 */
export function encodingFor(bytes: readonly number[], font: string | undefined, page: string): string {
  if (font === undefined || font === 'symbol') return page;
  if (font !== WESTERN || !isWide(page)) return font;
  return decodeBytes(bytes, page).includes('\ufffd') ? WESTERN : page;
}
