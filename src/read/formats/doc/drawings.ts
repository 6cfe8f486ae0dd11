/** Shapes of a .doc: which of them are pictures, and which group each stands in ([MS-ODRAW] 2.2). */
import { partOf, u8, u16, u32 } from '../../../base/package/little-endian.js';

/** The shapes. */
export interface Drawings {
  /** The shape that is anchored for a shape: the outermost group it stands in, or itself. */
  readonly anchored: (shape: number) => number;
  /** Anchored shapes that hold a picture. */
  readonly pictures: ReadonlySet<number>;
}

const GROUP_CONTAINER = 0xf003;
const SHAPE = 0xf00a;
const OPTIONS = 0xf00b;
const STORED_PICTURE = 0xf007;
const FIRST_PICTURE = 0xf01a;
const LAST_PICTURE = 0xf029;
/** The option that names the picture of a shape. */
const PICTURE_OPTION = 0x104;
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

/** Whether the options of a shape name a picture. */
function namesPicture({ type, instance, body }: OfficeRecord): boolean {
  if (type !== OPTIONS) return false;
  for (let index = 0; index < instance && index * 6 < body.byteLength; index += 1) {
    if ((u16(body, index * 6) & 0x3fff) === PICTURE_OPTION && u32(body, index * 6 + 2) !== 0) return true;
  }
  return false;
}

/** Reads the drawings: behind what all have in common stands one for the text and one for the headers, each behind a byte that tells which. */
export function readDrawings(bytes: DataView): Drawings {
  const tops = new Map<number, number>();
  const pictures = new Set<number>();
  let at = HEAD + u32(bytes, 4);
  while (at + 1 + HEAD <= bytes.byteLength) {
    const length = HEAD + u32(bytes, at + 5);
    const isMain = u8(bytes, at) === 0;
    if (isMain) readDrawing(partOf(bytes, at + 1, length), tops, pictures);
    at += 1 + length;
  }
  return { anchored: (shape) => tops.get(shape) ?? shape, pictures };
}

function readDrawing(bytes: DataView, tops: Map<number, number>, pictures: Set<number>): void {
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
    } else if (namesPicture(record)) pictures.add(top);
  });
}

/** Whether a picture in a line of text is one: rules and empty frames are kept alike. */
export function isInlinePicture(data: DataView, at: number): boolean {
  const length = u32(data, at);
  const head = u16(data, at + 4);
  const kind = u16(data, at + 6);
  // Nothing can be told of a picture whose bytes are gone, and old metafiles are no records.
  if (length < head || head === 0 || (kind !== 0x64 && kind !== 0x66)) return true;
  const from = at + head + (kind === 0x66 ? 1 + u8(data, at + head) : 0);
  let found = false;
  eachRecord(partOf(data, from, at + length - from), (record) => {
    found ||= namesPicture(record) || record.type === STORED_PICTURE || (record.type >= FIRST_PICTURE && record.type <= LAST_PICTURE);
  });
  return found;
}
