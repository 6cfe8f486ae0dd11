/** Shapes of a .doc: which of them are pictures, and which group each stands in ([MS-ODRAW] 2.2). */
import { partOf, u8, u16, u32 } from '../../../base/package/little-endian.js';

/** The shapes. */
export interface Drawings {
  /** The shape that is anchored for a shape: the outermost group it stands in, or itself. */
  readonly anchored: (shape: number) => number;
  /** Anchored shapes that hold a picture. */
  readonly pictures: ReadonlySet<number>;
  /** Words drawn along a line, by anchored shape: a title set as WordArt is one. */
  readonly words: ReadonlyMap<number, readonly string[]>;
}

const GROUP_CONTAINER = 0xf003;
const SHAPE = 0xf00a;
const OPTIONS = 0xf00b;
const STORED_PICTURE = 0xf007;
const FIRST_PICTURE = 0xf01a;
const LAST_PICTURE = 0xf029;
/** The option that names the picture of a shape. */
const PICTURE_OPTION = 0x104;
/** The option that holds drawn words. */
const WORDS_OPTION = 0xc0;
const MOST_WORDS = 1024;
const HEAD = 8;

interface OfficeRecord {
  readonly type: number;
  /** Count of entries, for those that have any. */
  readonly instance: number;
  readonly body: DataView;
  /** How many groups it stands in, itself included. */
  readonly groups: number;
}

/** Visits records one after another, and those within them. */
function eachRecord(bytes: DataView, visit: (record: OfficeRecord) => void): void {
  /** Where the groups end that are open. */
  const ends: number[] = [];
  for (let at = 0; at + HEAD <= bytes.byteLength; ) {
    while (ends.length > 0 && at >= ends.at(-1)!) ends.pop();
    const head = u16(bytes, at);
    const type = u16(bytes, at + 2);
    const length = u32(bytes, at + 4);
    if (type === GROUP_CONTAINER) ends.push(at + HEAD + length);
    visit({ type, instance: head >> 4, body: partOf(bytes, at + HEAD, length), groups: ends.length });
    at += HEAD + ((head & 15) === 15 ? 0 : length);
  }
}

/** What a shape shows beside the texts of boxes. */
export interface ShapeOptions {
  readonly picture: boolean;
  readonly words: string;
}

/** What the options of a shape say; those that need more room have it behind all, in their order. */
function readOptions({ instance, body }: OfficeRecord): ShapeOptions {
  let picture = false;
  let words = '';
  let room = instance * 6;
  for (let index = 0; index < instance && index * 6 < body.byteLength; index += 1) {
    const option = u16(body, index * 6);
    const value = u32(body, index * 6 + 2);
    if ((option & 0x3fff) === PICTURE_OPTION && value !== 0) picture = true;
    if ((option & 0x8000) === 0) continue;
    if ((option & 0x3fff) === WORDS_OPTION) {
      for (let at = 0; at + 2 <= Math.min(value, MOST_WORDS * 2) && u16(body, room + at) !== 0; at += 2) words += String.fromCharCode(u16(body, room + at));
    }
    room += value;
  }
  return { picture, words: words.replace(/[\r\n]+/g, ' ').trim() };
}

/** Reads the drawings: behind what all have in common stands one for the text and one for the headers, each behind a byte that tells which. */
export function readDrawings(bytes: DataView): Drawings {
  const tops = new Map<number, number>();
  const pictures = new Set<number>();
  const words = new Map<number, string[]>();
  let at = HEAD + u32(bytes, 4);
  while (at + 1 + HEAD <= bytes.byteLength) {
    const length = HEAD + u32(bytes, at + 5);
    const isMain = u8(bytes, at) === 0;
    if (isMain) readDrawing(partOf(bytes, at + 1, length), { tops, pictures, words });
    at += 1 + length;
  }
  return { anchored: (shape) => tops.get(shape) ?? shape, pictures, words };
}

interface Found {
  readonly tops: Map<number, number>;
  readonly pictures: Set<number>;
  readonly words: Map<number, string[]>;
}

function readDrawing(bytes: DataView, { tops, pictures, words }: Found): void {
  let top = 0;
  let inner = false;
  eachRecord(bytes, (record) => {
    // All shapes of a drawing stand in one group; the first shape of a group within it is the group itself.
    if (record.groups < 2) inner = false;
    if (record.type === GROUP_CONTAINER && record.groups === 2) inner = false;
    else if (record.type === SHAPE) {
      const shape = u32(record.body, 0);
      if (!inner) top = shape;
      inner = record.groups > 1;
      tops.set(shape, top);
    } else if (record.type === OPTIONS) {
      const options = readOptions(record);
      if (options.picture) pictures.add(top);
      if (options.words !== '') words.set(top, [...(words.get(top) ?? []), options.words]);
    }
  });
}

/** What stands in a line of text, at a place in the stream Data: a picture or drawn words; rules and empty frames are neither. */
export function readInlineShape(data: DataView, at: number): ShapeOptions {
  const length = u32(data, at);
  const head = u16(data, at + 4);
  const kind = u16(data, at + 6);
  // Nothing can be told of a picture whose bytes are gone, and old metafiles are no records.
  if (length < head || head === 0 || (kind !== 0x64 && kind !== 0x66)) return { picture: true, words: '' };
  const from = at + head + (kind === 0x66 ? 1 + u8(data, at + head) : 0);
  let picture = false;
  let words = '';
  eachRecord(partOf(data, from, at + length - from), (record) => {
    const options = record.type === OPTIONS ? readOptions(record) : undefined;
    picture ||= options?.picture === true || record.type === STORED_PICTURE || (record.type >= FIRST_PICTURE && record.type <= LAST_PICTURE);
    words += options?.words ?? '';
  });
  return { picture, words };
}
