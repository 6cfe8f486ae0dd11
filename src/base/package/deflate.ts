/** Inflation and checksums wherever JavaScript runs. The command is built with `src/node/deflate.ts` in its place, which is the same in native code. */
import { Inflate } from 'fflate';

/** Deflate reaches 1032:1, so this many compressed bytes at a time keep what one step can produce near 8 MB. */
const STEP = 8192;

/** The content of a raw deflate stream of at most `size` bytes. Throws when it is damaged or goes on past `size`, where it is stopped; one that is cut off throws or comes short. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new RangeError('longer than stated');
    content.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  return content.subarray(0, length);
}

let crcTables: readonly Int32Array[] | undefined;

/** CRC-32 of zip, eight bytes a step: a byte at a time would cost as much as the inflation itself. */
export function crc32(bytes: Uint8Array): number {
  crcTables ??= buildCrcTables();
  const [t0, t1, t2, t3, t4, t5, t6, t7] = crcTables as readonly [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let crc = -1;
  let at = 0;
  for (const stop = bytes.length - 7; at < stop; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t7[crc & 255]! ^
      t6[(crc >>> 8) & 255]! ^
      t5[(crc >>> 16) & 255]! ^
      t4[crc >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ bytes[at]!) & 255]!;
  return ~crc >>> 0;
}

function buildCrcTables(): readonly Int32Array[] {
  const tables = Array.from({ length: 8 }, () => new Int32Array(256));
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    tables[0]![byte] = crc;
  }
  for (let table = 1; table < 8; table += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const previous = tables[table - 1]![byte]!;
      tables[table]![byte] = (previous >>> 8) ^ tables[0]![previous & 255]!;
    }
  }
  return tables;
}
