/** Changing single entries of a zip archive. Every other entry keeps its bytes: contents, order, dates, attributes. */
import { deflateSync } from 'fflate';
import { concat } from './bytes.js';
import { crc32 } from './deflate.js';
import type { ZipArchive, ZipEntry } from './zip.js';

/** What becomes of entries, by name (new ones as they are to be written, known ones in lower case); undefined takes an entry away. */
export type ZipChanges = ReadonlyMap<string, Uint8Array | undefined>;

/** The first day that a zip archive can name, so that the same contents give the same bytes. */
const NO_DATE = 0x0021;
const VERSION = 20;
const UTF8_NAME = 0x0800;
const ZIP64 = 1;

interface Written {
  readonly local: Uint8Array;
  /** The header in the directory, complete but for the offset. */
  readonly header: Uint8Array;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Extra fields without the wide sizes. */
function withoutWideSizes(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== ZIP64) kept.push(extra.subarray(at, next));
    at = next;
  }
  return concat(kept);
}

/** The header of an entry in the directory, for new contents; what it says besides stays. */
function headerFor(old: Uint8Array, content: Uint8Array, packed: Uint8Array, method: number): Uint8Array {
  const header = old.slice();
  const out = viewOf(header);
  out.setUint16(6, VERSION, true);
  // Bit 3 would say that sizes follow the contents.
  out.setUint16(8, out.getUint16(8, true) & ~8, true);
  out.setUint16(10, method, true);
  out.setUint32(16, crc32(content), true);
  out.setUint32(20, packed.length, true);
  out.setUint32(24, content.length, true);
  return header;
}

/** The local header that agrees with one in the directory, and the contents. */
function localFor(header: Uint8Array, packed: Uint8Array): Uint8Array {
  const from = viewOf(header);
  const name = from.getUint16(28, true);
  const local = new Uint8Array(30 + name);
  const out = viewOf(local);
  out.setUint32(0, 0x04034b50, true);
  local.set(header.subarray(6, 28), 4);
  out.setUint16(26, name, true);
  local.set(header.subarray(46, 46 + name), 30);
  return concat([local, packed]);
}

function rewritten(old: Uint8Array, content: Uint8Array, method: number): Written {
  const packed = method === 0 ? content : deflateSync(content, { level: 6 });
  const header = headerFor(old, content, packed, method === 0 ? 0 : 8);
  return { header, local: localFor(header, packed) };
}

/** A directory header for an entry that is new. */
function newHeader(name: string): Uint8Array {
  const encoded = new TextEncoder().encode(name);
  const header = new Uint8Array(46 + encoded.length);
  const out = viewOf(header);
  out.setUint32(0, 0x02014b50, true);
  out.setUint16(4, VERSION, true);
  out.setUint16(8, UTF8_NAME, true);
  out.setUint16(14, NO_DATE, true);
  out.setUint16(28, encoded.length, true);
  header.set(encoded, 46);
  return header;
}

/** The header without its wide sizes, which not every program looks for: nothing here is as large as they were made for. */
function narrow(header: Uint8Array, { size, compressedSize }: ZipEntry): Uint8Array {
  const [name, extra] = [viewOf(header).getUint16(28, true), viewOf(header).getUint16(30, true)];
  const kept = withoutWideSizes(header.subarray(46 + name, 46 + name + extra));
  const out = concat([header.subarray(0, 46 + name), kept, header.subarray(46 + name + extra)]);
  const view = viewOf(out);
  view.setUint32(20, compressedSize, true);
  view.setUint32(24, size, true);
  view.setUint16(30, kept.length, true);
  view.setUint16(34, 0, true);
  return out;
}

/** The header with the offset of the local header. */
function placed(header: Uint8Array, offset: number): Uint8Array {
  const copy = header.slice();
  viewOf(copy).setUint32(42, offset, true);
  return copy;
}

/** The archive with these changes; new entries come last. Without changes it is the archive itself. */
export function rewriteZip(archive: ZipArchive, changes: ZipChanges): Uint8Array {
  if (changes.size === 0) return archive.bytes;
  const { bytes, entries, directory, end } = archive;
  const starts = [...entries.values()].map(({ offset }) => offset).sort((a, b) => a - b);
  const localOf = ({ offset }: ZipEntry): Uint8Array => bytes.subarray(offset, starts.find((start) => start > offset) ?? directory);
  // The directory may name the entries in another order than they stand in.
  const written = new Map<string, Written>();
  for (const [key, entry] of entries) {
    const old = narrow(bytes.subarray(...entry.header), entry);
    if (!changes.has(key)) written.set(key, { local: localOf(entry), header: old });
    else {
      const content = changes.get(key);
      if (content) written.set(key, rewritten(old, content, entry.method));
    }
  }
  for (const [name, content] of changes) if (content && !entries.has(name.toLowerCase())) written.set(name, rewritten(newHeader(name), content, 8));
  const order = [...written.keys()].sort(
    (a, b) => (entries.get(a)?.offset ?? Number.POSITIVE_INFINITY) - (entries.get(b)?.offset ?? Number.POSITIVE_INFINITY) || 0,
  );
  const front = bytes.subarray(0, Math.min(directory, starts[0] ?? directory));
  const offsets = new Map<string, number>();
  let at = front.length;
  for (const key of order) {
    offsets.set(key, at);
    at += written.get(key)!.local.length;
  }
  const headers = [...written].map(([key, { header }]) => placed(header, offsets.get(key)!));
  const record = bytes.slice(end);
  const view = viewOf(record);
  view.setUint32(4, 0, true);
  view.setUint16(8, written.size, true);
  view.setUint16(10, written.size, true);
  view.setUint32(
    12,
    headers.reduce((sum, header) => sum + header.length, 0),
    true,
  );
  view.setUint32(16, at, true);
  return concat([front, ...order.map((key) => written.get(key)!.local), ...headers, record]);
}
