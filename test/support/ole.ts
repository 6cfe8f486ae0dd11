/** The smallest OLE compound file that has these streams: header, one allocation sector, one directory sector, one stream. */
export function oleFile(names: readonly string[], content: Uint8Array = new Uint8Array(4096)): Uint8Array {
  const sector = 512;
  const bytes = new Uint8Array(sector * 3 + Math.ceil(names.length / 4 - 1) * sector + content.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  const directories = Math.ceil(names.length / 4);
  for (let i = 0; i < directories; i += 1) view.setUint32(sector + (i + 1) * 4, i + 1 < directories ? i + 2 : 0xfffffffe, true);
  names.forEach((name, index) => {
    const at = sector * 2 + index * 128;
    for (let i = 0; i < name.length; i += 1) view.setUint16(at + i * 2, name.charCodeAt(i), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = 2;
    view.setUint32(at + 116, directories + 1, true);
    view.setUint32(at + 120, content.length, true);
  });
  bytes.set(content, sector * (directories + 2));
  return bytes;
}
