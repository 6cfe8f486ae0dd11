/** Numbers in binary files, least byte first. What lies outside of the bytes is 0: a file that was cut short is read as far as it goes. */

/** A view of bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The byte at an offset. */
export function u8(view: DataView, at: number): number {
  return at >= 0 && at < view.byteLength ? view.getUint8(at) : 0;
}

/** Two bytes without a sign. */
export function u16(view: DataView, at: number): number {
  return at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
}

/** Two bytes with a sign. */
export function i16(view: DataView, at: number): number {
  return at >= 0 && at + 2 <= view.byteLength ? view.getInt16(at, true) : 0;
}

/** Four bytes without a sign. */
export function u32(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
}

/** The part of a view from an offset on; shorter where the bytes end. */
export function partOf(view: DataView, at: number, length: number): DataView {
  const from = Math.max(0, Math.min(at, view.byteLength));
  return new DataView(view.buffer, view.byteOffset + from, Math.max(0, Math.min(length, view.byteLength - from)));
}
