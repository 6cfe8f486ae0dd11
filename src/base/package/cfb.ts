/**
 * Compound files ([MS-CFB]): the container of Office before 2007, of WPS Writer, and of encrypted packages since.
 * Only streams directly in the root storage are found: embedded objects repeat the names of the document's own streams.
 */

/** An opened compound file. */
export interface CompoundFile {
  /** Names of the streams and storages in the root storage, in lower case: programs disagree about theirs. */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream by its lower-case name, as far as they are there; undefined when there is no such stream. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
const ENTRY = 128;
/** Sector numbers from here on are marks: end of chain, free, part of a table. */
const MARK = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const IN_HEADER = 109;
/** Entries of the directory that are read; a document with fifty embedded objects has a thousand. */
const MOST_ENTRIES = 16_384;
const STORAGE = 1;
const STREAM = 2;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Whether the bytes start as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Opens a compound file; undefined when its header or directory is damaged. A file that was cut short is read as far as it goes. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (bytes.length < HEADER || !isCompoundFile(bytes)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) return undefined;
  const sectors = sectorReader(bytes, view, shift);
  const entries = readDirectory(sectors.stream(view.getUint32(48, true), MOST_ENTRIES * ENTRY));
  const [root] = entries;
  if (!root) return undefined;
  const children = childrenOf(entries, root.child);
  const cutOff = view.getUint32(56, true);
  const mini = (): Uint8Array => sectors.stream(root.start, root.size);
  const miniTable = (): Uint8Array => sectors.stream(view.getUint32(60, true), bytes.length);
  return {
    names: new Set(children.keys()),
    stream: (name) => {
      const entry = children.get(name);
      if (entry?.kind !== STREAM) return undefined;
      return entry.size < cutOff ? miniStream(mini(), miniTable(), miniShift, entry) : sectors.stream(entry.start, entry.size);
    },
  };
}

interface Sectors {
  /** The bytes of the chain that starts at a sector, `size` at most. */
  readonly stream: (start: number, size: number) => Uint8Array;
}

function sectorReader(bytes: Uint8Array, view: DataView, shift: number): Sectors {
  const size = 2 ** shift;
  // The header takes the place of the first sector; the last one may be cut.
  const count = Math.max(0, Math.ceil(bytes.length / size) - 1);
  const offsetOf = (sector: number): number => (sector + 1) * size;
  const wordAt = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : MARK);
  const tables = allocationTables(wordAt, view.getUint32(68, true), { size, count, offsetOf });
  const next = (sector: number): number => {
    const table = tables[Math.floor(sector / (size / 4))];
    return table === undefined ? MARK : wordAt(offsetOf(table) + (sector % (size / 4)) * 4);
  };
  const stream = (start: number, length: number): Uint8Array => {
    const chain: number[] = [];
    for (let sector = start; sector < count && chain.length < count && chain.length * size < length; sector = next(sector)) chain.push(sector);
    return joined(bytes, chain.map(offsetOf), size, length);
  };
  return { stream };
}

/** The sectors of the allocation table: the first are listed in the header, the others in a chain of sectors of their own. */
function allocationTables(
  wordAt: (at: number) => number,
  firstList: number,
  { size, count, offsetOf }: { readonly size: number; readonly count: number; readonly offsetOf: (sector: number) => number },
): readonly number[] {
  const tables: number[] = [];
  for (let index = 0; index < IN_HEADER; index += 1) tables.push(wordAt(76 + index * 4));
  const perList = size / 4 - 1;
  let list = firstList;
  for (let step = 0; list < count && step < count; step += 1) {
    for (let index = 0; index < perList && tables.length <= count; index += 1) tables.push(wordAt(offsetOf(list) + index * 4));
    list = wordAt(offsetOf(list) + perList * 4);
  }
  return tables.map((table) => (table < count ? table : MARK));
}

function miniStream(mini: Uint8Array, table: Uint8Array, shift: number, { start, size: length }: Entry): Uint8Array {
  const size = 2 ** shift;
  const count = Math.min(Math.ceil(mini.length / size), table.length >> 2);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const chain: number[] = [];
  for (let sector = start; sector < count && chain.length < count && chain.length * size < length; sector = view.getUint32(sector * 4, true))
    chain.push(sector);
  return joined(
    mini,
    chain.map((sector) => sector * size),
    size,
    length,
  );
}

/** Blocks of `bytes` put together; sectors that lie one behind the other need no copy. */
function joined(bytes: Uint8Array, offsets: readonly number[], size: number, length: number): Uint8Array {
  const [first = 0] = offsets;
  const there = Math.min(length, offsets.length * size);
  if (offsets.every((offset, index) => offset === first + index * size)) return bytes.subarray(first, first + there);
  const whole = new Uint8Array(there);
  offsets.forEach((offset, index) => {
    whole.set(bytes.subarray(offset, Math.min(offset + size, offset + there - index * size)), index * size);
  });
  return whole;
}

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const units = Array.from({ length: Math.max(0, (length >> 1) - 1) }, (_, index) => view.getUint16(at + index * 2, true));
    entries.push({
      name: String.fromCharCode(...units).toLowerCase(),
      kind: bytes[at + 66]!,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      // The upper half of the size is not written by all programs.
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The entries of one storage, which form a tree; a ring in it ends where it closes. */
function childrenOf(entries: readonly Entry[], top: number): ReadonlyMap<string, Entry> {
  const children = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [top];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = index === NO_ENTRY || seen.has(index) ? undefined : entries[index];
    if (!entry) continue;
    seen.add(index);
    if (entry.kind === STREAM || entry.kind === STORAGE) children.set(entry.name, entry);
    open.push(entry.left, entry.right);
  }
  return children;
}
