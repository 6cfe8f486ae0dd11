/** The text of a .doc: pieces of the file in the order of reading ([MS-DOC] 2.4.1, 2.9.38). */
import { partOf, u8, u16, u32 } from '../../../base/package/little-endian.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import { SHORT } from './sprm.js';

/** A piece of the text. */
export interface Piece {
  /** Characters of the text from `from` on, before `to`. */
  readonly from: number;
  readonly to: number;
  /** Offset of its first byte in the stream WordDocument. */
  readonly offset: number;
  /** Bytes that a character takes. */
  readonly width: 1 | 2;
  /** Modifiers that hold for all of it, beside those of its paragraphs and characters. */
  readonly modifiers: DataView | undefined;
}

/** The text with the pieces it was put together from. */
export interface PieceText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const MOST_PIECES = 1 << 17;
/** Characters of main text, notes, headers and boxes together: ten times the longest report with all its tables. */
const MOST_CHARACTERS = 4_000_000;

/** Reads the first `length` characters. @throws InputError `too-large`. */
export function readPieces(main: DataView, clx: DataView, length: number): PieceText {
  if (length > MOST_CHARACTERS) throw tooLarge('文字', 'characters');
  const lists: DataView[] = [];
  let at = 0;
  while (u8(clx, at) === 1) {
    lists.push(partOf(clx, at + 3, u16(clx, at + 1)));
    at += 3 + u16(clx, at + 1);
  }
  // Some programs pad the part before the table of pieces.
  while (at < clx.byteLength && u8(clx, at) !== 2) at += 1;
  const table = partOf(clx, at + 5, u32(clx, at + 1));
  const count = Math.floor((table.byteLength - 4) / 12);
  if (count > MOST_PIECES) throw tooLarge('文字片段', 'pieces of text');
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let end = 0;
  for (let index = 0; index < count && end < length; index += 1) {
    const to = Math.min(length, u32(table, index * 4 + 4));
    const descriptor = (count + 1) * 4 + index * 8;
    const place = u32(table, descriptor + 2);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const offset = (place & 0x3fffffff) >> (width === 1 ? 1 : 0);
    const bytes = partOf(main, offset, Math.max(0, to - end) * width);
    const text = width === 1 ? windowsText(bytes) : wideText(bytes);
    if (text.length > 0) pieces.push({ from: end, to: end + text.length, offset, width, modifiers: modifiersOf(lists, u16(table, descriptor + 6)) });
    texts.push(text);
    end += text.length;
    // The file was cut here: what follows would stand in the wrong place.
    if (end < to) break;
  }
  return { text: texts.join(''), pieces };
}

/** The modifiers of a piece: one in short, or the number of a list. */
function modifiersOf(lists: readonly DataView[], value: number): DataView | undefined {
  if ((value & 1) === 1) return lists[value >> 1];
  const sprm = SHORT.get((value >> 1) & 0x7f);
  return sprm === undefined ? undefined : new DataView(Uint8Array.of(sprm & 0xff, sprm >> 8, value >> 8).buffer);
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function wideText(bytes: DataView): string {
  return utf16.decode(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength & ~1));
}

/** Characters 0x80 to 0x9f of Windows-1252; the decoder of some runtimes takes them for those of Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const STEP = 8192;

function windowsText(bytes: DataView): string {
  const units = new Uint16Array(bytes.byteLength);
  for (let at = 0; at < units.length; at += 1) {
    const unit = bytes.getUint8(at);
    units[at] = unit >= 0x80 && unit < 0xa0 ? WINDOWS.charCodeAt(unit - 0x80) : unit;
  }
  let text = '';
  for (let at = 0; at < units.length; at += STEP) text += String.fromCharCode.apply(null, units.subarray(at, at + STEP) as unknown as number[]);
  return text;
}
