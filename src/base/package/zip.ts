/** Bounded access to a zip archive: its directory without inflating anything, and one entry at a time within a budget. */
import { InputError } from '../errors.js';
import { crc32, inflate } from './deflate.js';

/** One entry of the archive's directory. Sizes in bytes. */
export interface ZipEntry {
  /** As written in the archive, with forward slashes. */
  readonly name: string;
  readonly encrypted: boolean;
  /** Compression method: 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of the entry's local header. */
  readonly offset: number;
  /** Where its header in the directory starts and ends. */
  readonly header: readonly [start: number, end: number];
}

/** An archive whose directory has been read. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** Entries by name in lower case: names of package parts are compared without regard to case (ECMA-376 part 2, 6.2.2). */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Offset of the directory, and of the (last) record that ends the archive. */
  readonly directory: number;
  readonly end: number;
}

/** How many bytes may still be inflated; shared by all entries read on behalf of one document. */
export interface InflationBudget {
  left: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_END_64 = 0x06064b50;
const DIRECTORY_END_64_LOCATOR = 0x07064b50;
const UNKNOWN_32 = 0xffffffff;

/** Whether the bytes begin like a zip archive, be it whole, empty or cut off. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6) || (bytes[2] === 7 && bytes[3] === 8))
  );
}

/**
 * Reads the directory of an archive.
 * @throws InputError `damaged-archive` when it is cut off or its directory contradicts itself.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw damaged('文件末尾缺失，多半是下载或复制没有完成', 'its end is missing, most likely the download or copy was not finished');
  const { count, start, stop } = end;
  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > stop || view.getUint32(at, true) !== DIRECTORY_HEADER) throw contradiction();
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > stop) throw contradiction();
    const name = nameOf(bytes.subarray(at + 46, nameEnd), view.getUint16(at + 8, true));
    const sizes = wideSizes(view, nameEnd, extraEnd, view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true));
    const key = name.toLowerCase();
    // Two entries of one name: which one counts differs from program to program, so nobody can tell what a person saw.
    if (entries.has(key)) throw contradiction();
    const after = extraEnd + view.getUint16(at + 32, true);
    entries.set(key, {
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizes,
      header: [at, after],
    });
    at = after;
  }
  return { bytes, entries, directory: start, end: end.at };
}

/** Bit 11 of an entry's flags: its name is UTF-8. */
const UTF_8_NAME = 0x800;

/** The name of an entry. Chinese Windows writes names in GB18030 and says nothing; other programs write UTF-8, often without saying so. */
function nameOf(bytes: Uint8Array, flags: number): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: (flags & UTF_8_NAME) === 0 }).decode(bytes);
  } catch {
    name = new TextDecoder('gb18030').decode(bytes);
  }
  return name.replaceAll('\\', '/');
}

/**
 * The content of an entry, inflated step by step within the budget, its length and checksum proved.
 * @throws InputError `damaged-archive`, `encrypted`, `unsupported-compression`, or `too-large` past the budget.
 */
export function readEntry(archive: ZipArchive, entry: ZipEntry, budget: InflationBudget): Uint8Array {
  if (entry.encrypted) throw encrypted(entry.name);
  if (entry.size > budget.left) throw tooLarge(entry.name);
  budget.left -= entry.size;
  const packed = packedBytes(archive, entry);
  const content = entry.method === 0 ? packed : inflated(packed, entry);
  // A flipped bit may turn one figure into another and leave the rest readable: without this proof it would pass for the truth.
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damagedEntry(entry.name);
  return content;
}

/** Whether the header in front of an entry says the same as the directory. Programs that trust the one and the other see different files. */
export function headersAgree({ bytes }: ZipArchive, entry: ZipEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, header } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return false;
  const length = view.getUint16(offset + 26, true);
  if (view.getUint16(offset + 8, true) !== entry.method || length !== view.getUint16(header[0] + 28, true)) return false;
  for (let at = 0; at < length; at += 1) if (bytes[offset + 30 + at] !== bytes[header[0] + 46 + at]) return false;
  // Sizes and checksum may follow the content, or stand in a wider field.
  if ((view.getUint16(offset + 6, true) & 8) !== 0) return true;
  const [crc, packed, size] = [view.getUint32(offset + 14, true), view.getUint32(offset + 18, true), view.getUint32(offset + 22, true)];
  return crc === entry.crc && (packed === entry.compressedSize || packed === UNKNOWN_32) && (size === entry.size || size === UNKNOWN_32);
}

function packedBytes(archive: ZipArchive, entry: ZipEntry): Uint8Array {
  const { bytes } = archive;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) throw damagedEntry(entry.name);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.compressedSize > bytes.length) throw damagedEntry(entry.name);
  return bytes.subarray(start, start + entry.compressedSize);
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw unsupported(entry);
  try {
    return inflate(packed, entry.size);
  } catch {
    throw damagedEntry(entry.name);
  }
}

interface DirectoryEnd {
  readonly at: number;
  readonly count: number;
  readonly start: number;
  readonly stop: number;
}

function findEnd(view: DataView): DirectoryEnd | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const wide = wideEnd(view, at);
    const count = wide?.count ?? view.getUint16(at + 10, true);
    const start = wide?.start ?? view.getUint32(at + 16, true);
    const stop = start + (wide?.size ?? view.getUint32(at + 12, true));
    if (stop <= at) return { at, count, start, stop };
  }
  return undefined;
}

/** The zip64 form of the end record, which some .NET programs write even for small packages. */
function wideEnd(view: DataView, end: number): { readonly count: number; readonly start: number; readonly size: number } | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== DIRECTORY_END_64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at + 56 <= locator) || view.getUint32(at, true) !== DIRECTORY_END_64) return undefined;
  return { count: Number(view.getBigUint64(at + 32, true)), size: Number(view.getBigUint64(at + 40, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function wideSizes(
  view: DataView,
  from: number,
  to: number,
  size: number,
  compressedSize: number,
  offset: number,
): Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'> {
  const values = [size, compressedSize, offset];
  for (let at = from; values.includes(UNKNOWN_32) && at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const [index, value] of values.entries()) {
      if (value !== UNKNOWN_32 || field + 8 > to) continue;
      values[index] = Number(view.getBigUint64(field, true));
      field += 8;
    }
    break;
  }
  return { size: values[0]!, compressedSize: values[1]!, offset: values[2]! };
}

function damaged(zh: string, en: string): InputError {
  return new InputError(
    'damaged-archive',
    { zh: `文件已损坏：${zh}。`, en: `The file is damaged: ${en}.` },
    { zh: '请重新取得这份文件，或用 Word、WPS 打开并另存为 .docx 后再试。', en: 'Obtain the file again, or open it in Word or WPS and save it as .docx.' },
  );
}

function contradiction(): InputError {
  return damaged('压缩包的目录前后矛盾', 'the directory of its archive contradicts itself');
}

function damagedEntry(name: string): InputError {
  return damaged(`其中的 ${shown(name)} 无法还原或校验不符`, `${shown(name)} in it cannot be restored or fails its checksum`);
}

function encrypted(name: string): InputError {
  return new InputError(
    'encrypted',
    { zh: `文件已加密：其中的 ${shown(name)} 需要密码。`, en: `The file is encrypted: ${shown(name)} in it needs a password.` },
    { zh: '请先解除密码，再保存为 .docx。', en: 'Remove the password and save it as .docx again.' },
  );
}

function unsupported(entry: ZipEntry): InputError {
  return new InputError(
    'unsupported-compression',
    {
      zh: `其中的 ${shown(entry.name)} 使用了 Word 不用的压缩方式（${entry.method}）。`,
      en: `${shown(entry.name)} in it is packed by a method that Word does not use (${entry.method}).`,
    },
    { zh: '请用 Word 或 WPS 打开后另存为 .docx。', en: 'Open it in Word or WPS and save it as .docx.' },
  );
}

function tooLarge(name: string): InputError {
  return new InputError(
    'too-large',
    {
      zh: `其中的 ${shown(name)} 解压后过大，不像一份年度报告，已停止读取。`,
      en: `${shown(name)} in it inflates far beyond the size of any yearly report; reading was stopped.`,
    },
    {
      zh: '请确认文件来源可靠；如确为报告，请用 Word 打开，删去多余内容后另存。',
      en: 'Make sure the file comes from a source you trust; if it is a report, open it in Word, remove what does not belong there and save it.',
    },
  );
}

/** A name from the archive as it may stand in a sentence. */
function shown(name: string): string {
  const plain = name.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
