/** Zip archives written field by field, so that a test can make any of them lie. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/base/package/deflate.js';

/** One entry; what is absent is computed from `content`. */
export interface RawEntry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  /** Compressed bytes, when they are not those of `content`. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
}

/** The archive; `wide` writes its end record in the zip64 form, sizes included. */
export function rawZip(entries: readonly RawEntry[], wide = false): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : (entry.content ?? new Uint8Array());
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(content) : content);
    const name = Buffer.from(entry.name);
    const size = entry.size ?? content.length;
    const crc = entry.crc ?? crc32(content);
    const extra = wide ? Buffer.concat([words(2, 1, 24), quad(size), quad(packed.length), quad(offset)]) : Buffer.alloc(0);
    const fields = Buffer.concat([
      words(2, 20, entry.flags ?? 0x800, method, 0, 0),
      words(4, crc, wide ? 0xffffffff : packed.length, wide ? 0xffffffff : size),
    ]);
    const local = Buffer.concat([words(4, 0x04034b50), fields, words(2, name.length, 0), name, packed]);
    directory.push(
      Buffer.concat([
        words(4, 0x02014b50),
        words(2, 20),
        fields,
        words(2, name.length, extra.length, 0, 0, 0),
        words(4, 0, wide ? 0xffffffff : offset),
        name,
        extra,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = entries.length;
  const wideEnd = Buffer.concat([
    words(4, 0x06064b50),
    quad(44),
    words(2, 45, 45),
    words(4, 0, 0),
    quad(count),
    quad(count),
    quad(central.length),
    quad(offset),
    words(4, 0x07064b50, 0),
    quad(offset + central.length),
    words(4, 1),
  ]);
  const end = Buffer.concat([
    words(4, 0x06054b50),
    words(2, 0, 0, wide ? 0xffff : count, wide ? 0xffff : count),
    words(4, wide ? 0xffffffff : central.length, wide ? 0xffffffff : offset),
    words(2, 0),
  ]);
  return new Uint8Array(Buffer.concat([...locals, central, ...(wide ? [wideEnd] : []), end]));
}

function words(bytes: 2 | 4, ...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(bytes * values.length);
  for (const [index, value] of values.entries()) buffer.writeUIntLE(value, index * bytes, bytes);
  return buffer;
}

function quad(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}
