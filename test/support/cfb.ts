/** The smallest compound files: header, allocation table, directory, streams. All streams stand in sectors of 512 bytes of their own. */

const SECTOR = 512;
const END = 0xfffffffe;
const NONE = 0xffffffff;

/** A compound file with these streams in its root storage, and others in a storage named `Inner`. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>, inner: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const root = Object.entries(streams);
  const deep = Object.entries(inner);
  const all = [...root, ...deep];
  const entries = 1 + all.length + (deep.length > 0 ? 1 : 0);
  const directory = Math.ceil(entries / 4);
  const sizes = all.map(([, { length }]) => Math.ceil(length / SECTOR));
  const used = directory + sizes.reduce((sum, size) => sum + size, 0);
  const tables = Math.ceil((used + 8) / 127);
  const bytes = new Uint8Array(SECTOR * (1 + tables + used));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(48, tables, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let index = 0; index < 109; index += 1) view.setUint32(76 + index * 4, index < tables ? index : NONE, true);
  for (let at = SECTOR; at < SECTOR * (1 + tables); at += 4) view.setUint32(at, NONE, true);
  const link = (from: number, count: number): void => {
    for (let sector = from; sector < from + count; sector += 1) view.setUint32(SECTOR + sector * 4, sector + 1 < from + count ? sector + 1 : END, true);
  };
  link(tables, directory);
  const entryAt = (index: number): number => SECTOR * (1 + tables) + index * 128;
  const entry = (index: number, name: string, kind: number, links: { right?: number; child?: number; start?: number; size?: number }): void => {
    const at = entryAt(index);
    for (let i = 0; i < name.length; i += 1) view.setUint16(at + i * 2, name.charCodeAt(i), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = kind;
    view.setUint32(at + 68, NONE, true);
    view.setUint32(at + 72, links.right ?? NONE, true);
    view.setUint32(at + 76, links.child ?? NONE, true);
    view.setUint32(at + 116, links.start ?? END, true);
    view.setUint32(at + 120, links.size ?? 0, true);
  };
  const storage = all.length + 1;
  entry(0, 'Root Entry', 5, { child: 1 });
  let sector = tables + directory;
  all.forEach(([name, content], index) => {
    const last = index === root.length - 1;
    const right = index === all.length - 1 ? undefined : last ? (deep.length > 0 ? storage : undefined) : index + 2;
    entry(index + 1, name, 2, { ...(right === undefined ? {} : { right }), start: sector, size: content.length });
    link(sector, sizes[index]!);
    bytes.set(content, SECTOR * (1 + sector));
    sector += sizes[index]!;
  });
  if (deep.length > 0) entry(storage, 'Inner', 1, { child: root.length + 1 });
  return bytes;
}

/** A compound file whose streams have these names and nothing but zeros. */
export function emptyStreams(...names: readonly string[]): Uint8Array {
  return compoundFile(Object.fromEntries(names.map((name) => [name, new Uint8Array(SECTOR)])));
}
