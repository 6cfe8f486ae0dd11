/** Inflation and checksums by zlib: a tenth of the time of `src/source/deflate.ts`, in whose place the command is built with it. */
import zlib from 'node:zlib';
import { crc32 as portable } from '../../base/package/deflate.js';

/** The content of a raw deflate stream of at most `size` bytes. Throws when it is damaged, cut off or goes on past `size`. */
export function inflate(packed: Uint8Array, size: number): Uint8Array {
  return zlib.inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.min(Math.max(size, 1024), 1 << 20) });
}

/** CRC-32 of zip; zlib has it from Node 20.15 and 22.2 on. */
export const crc32: (bytes: Uint8Array) => number = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32 ?? portable;
