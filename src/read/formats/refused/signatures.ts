/** Files that their first bytes give away: pictures, archives, PDF, documents older than compound files. */
import type { Sample } from '../sample.js';

type Signature = readonly [offset: number, bytes: string];

const IMAGES: readonly Signature[] = [
  [0, '\x89PNG\r\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [0, 'II*\0'],
  [0, 'MM\0*'],
  [8, 'WEBPVP8'],
  [4, 'ftypheic'],
  [4, 'ftypavif'],
];

const ARCHIVES: readonly Signature[] = [
  [0, '\x1f\x8b'],
  [0, '7z\xbc\xaf\x27\x1c'],
  [0, 'Rar!\x1a\x07'],
  [0, '\xfd7zXZ\0'],
  [0, 'BZh'],
  [257, 'ustar'],
];

const WORD_2: readonly Signature[] = [
  [0, '\xdb\xa5'],
  [0, '1\xbe\0\0'],
];
const WORKS_3: readonly Signature[] = [[0, '\x01\xfe']];

const hasOne = (head: string, signatures: readonly Signature[]): boolean => signatures.some(([offset, bytes]) => head.startsWith(bytes, offset));

/** Whether it is a picture. */
export function isImage({ head, bytes }: Sample): boolean {
  return hasOne(head, IMAGES) || isBitmap(bytes);
}

/** Whether it is an archive other than a zip. */
export function isArchive({ head }: Sample): boolean {
  return hasOne(head, ARCHIVES);
}

/** Whether it is a document of Word 2 or older, or of Windows Write, which look alike. */
export function isWord2({ head }: Sample): boolean {
  return hasOne(head, WORD_2);
}

/** Whether it is a document of Works 3 or older. */
export function isWorks({ head }: Sample): boolean {
  return hasOne(head, WORKS_3);
}

/** Whether it is a PDF; some programs put a line of their own before the header. */
export function isPdf({ head }: Sample): boolean {
  return /%PDF-[12]\.\d/.test(head);
}

/** `BM`, and the size of the file where a bitmap states it: two letters alone may open a text. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 26 && bytes[0] === 0x42 && bytes[1] === 0x4d && new DataView(bytes.buffer, bytes.byteOffset, 26).getUint32(2, true) === bytes.length;
}
