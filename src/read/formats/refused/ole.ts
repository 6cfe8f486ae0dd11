/** What an OLE compound file is ([MS-CFB]): the container of Office before 2007, and of encrypted packages since. */

/** The kinds that are told apart. */
export type OleKind = 'doc' | 'doc-encrypted' | 'works' | 'xls' | 'ppt' | 'msg' | 'visio' | 'encrypted-package' | 'other';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
const FREE = 0xfffffffa;
/** Streams shorter than this live in the mini stream. */
const MINI = 4096;
/** Directory sectors looked at; every stream that tells the kind stands in the first few. */
const MOST_SECTORS = 256;

/** Whether the bytes start as an OLE compound file does. */
export function isOle(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Tells the kind by the names of the streams; a .wps of WPS Office is a .doc inside. A damaged directory is `other`. */
export function oleKind(bytes: Uint8Array): OleKind {
  const entries = directory(bytes);
  const has = (...names: readonly string[]): boolean => names.some((name) => entries.has(name));
  if (has('EncryptedPackage', 'EncryptionInfo', 'DRMEncryptedDataSpace')) return 'encrypted-package';
  if (has('WordDocument')) {
    return isEncryptedWord(bytes, entries.get('WordDocument')!) ? 'doc-encrypted' : 'doc';
  }
  if (has('Workbook', 'Book')) return 'xls';
  if (has('PowerPoint Document', 'PP40')) return 'ppt';
  if (has('__properties_version1.0', '__nameid_version1.0')) return 'msg';
  if (has('VisioDocument')) return 'visio';
  if (has('MatOST')) return 'works';
  return 'other';
}

interface Entry {
  /** Offset of its first byte in the file; undefined for streams in the mini stream. */
  readonly offset: number | undefined;
}

function directory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  if (bytes.length < HEADER) return entries;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return entries;
  const size = 2 ** shift;
  // The header takes the place of the first sector.
  const offsetOf = (sector: number): number => (sector + 1) * size;
  const next = (sector: number): number => {
    const perTable = size / 4;
    const index = Math.floor(sector / perTable);
    // The first 109 sectors of the allocation table are listed in the header; no directory starts behind the 7 MB they cover, or it is left alone.
    const table = index < 109 ? view.getUint32(76 + index * 4, true) : FREE;
    const at = offsetOf(table) + (sector % perTable) * 4;
    return table < FREE && at + 4 <= bytes.length ? view.getUint32(at, true) : FREE;
  };
  let sector = view.getUint32(48, true);
  for (let step = 0; step < MOST_SECTORS && sector < FREE; step += 1) {
    for (let at = offsetOf(sector); at < offsetOf(sector) + size && at + ENTRY <= bytes.length; at += ENTRY) {
      const length = view.getUint16(at + 64, true);
      const kind = bytes[at + 66];
      if ((kind !== 1 && kind !== 2) || length < 2 || length > 64) continue;
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2));
      const long = view.getUint32(at + 120, true) >= MINI;
      entries.set(name, { offset: long ? offsetOf(view.getUint32(at + 116, true)) : undefined });
    }
    sector = next(sector);
  }
  return entries;
}

/** The flag fEncrypted of the file information block ([MS-DOC] 2.5.2). */
function isEncryptedWord(bytes: Uint8Array, { offset }: Entry): boolean {
  return offset !== undefined && offset + 12 <= bytes.length && (bytes[offset + 11]! & 1) === 1;
}
