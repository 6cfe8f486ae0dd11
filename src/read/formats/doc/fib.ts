/** The file information block, with which the stream WordDocument begins ([MS-DOC] 2.5): where everything else stands. */
import { u8, u16, u32 } from '../../../base/package/little-endian.js';

/** Structures in the table stream, by the number of their pair of offset and length ([MS-DOC] 2.5.6). */
export const PAIR = {
  styles: 1,
  sections: 6,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  anchors: 40,
  drawings: 50,
  boxes: 56,
  lists: 73,
  overrides: 74,
} as const;

/** From a character of the text on to another, which no longer belongs to it. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What the block says. */
export interface Fib {
  /** Name of the stream that holds the tables. */
  readonly tableStream: '0table' | '1table';
  /** Where the main text stands, and that of all text boxes. */
  readonly main: Extent;
  readonly boxes: Extent;
  /** Where a structure stands in the table stream. */
  readonly find: (pair: number) => { readonly offset: number; readonly length: number };
}

/** The kinds of Word documents that are told apart before one is read. */
export type WordKind = 'doc' | 'doc-95' | 'doc-encrypted' | 'none';

const WORD_97 = 0xa5ec;
/** Word 6 and 95, the latter two of the Far East. */
const OLDER: readonly number[] = [0xa5dc, 0xa697, 0xa699];
/** The version that Word 97 wrote; documents with an older number have another structure. */
const FIRST_VERSION = 0xc0;

/** What the stream WordDocument is. */
export function wordKind(main: DataView): WordKind {
  const identity = u16(main, 0);
  if (OLDER.includes(identity) || (identity === WORD_97 && u16(main, 2) < FIRST_VERSION)) return 'doc-95';
  if (identity !== WORD_97) return 'none';
  return (u16(main, 10) & 0x100) !== 0 ? 'doc-encrypted' : 'doc';
}

/** Reads the block. Its parts say how long they are, so newer versions with longer ones are read too. */
export function readFib(main: DataView): Fib {
  const counts = 34 + u16(main, 32) * 2 + 2;
  const pairs = counts + u16(main, counts - 2) * 4 + 2;
  const count = (index: number): number => Math.min(u32(main, counts + index * 4), main.byteLength);
  const text = count(3);
  // Footnotes, headers, comments and endnotes stand before the text of the boxes.
  const boxes = text + count(4) + count(5) + count(7) + count(8);
  const known = u16(main, pairs - 2);
  return {
    tableStream: (u8(main, 11) & 2) === 0 ? '0table' : '1table',
    main: { from: 0, to: text },
    boxes: { from: boxes, to: boxes + count(9) },
    find: (pair) => (pair < known ? { offset: u32(main, pairs + pair * 8), length: u32(main, pairs + pair * 8 + 4) } : { offset: 0, length: 0 }),
  };
}
