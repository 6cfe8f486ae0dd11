/** Word documents for measuring: variants of a fixture, each with figures of its own, so that nothing can be remembered. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The document that variants are made from: a real report of 2020, written by LibreOffice, 185 kB of document.xml. */
export const SAMPLE = fileURLToPath(new URL('../fixtures/documents/2019/zhangjiapo-2020.docx', import.meta.url));

/** The same report as LibreOffice saves it as .doc. */
export const DOC_SAMPLE = fileURLToPath(new URL('../fixtures/documents/doc/zhangjiapo-2020.doc', import.meta.url));

const MAIN = 'word/document.xml';

/** Makes variant `number` of the sample: every figure that is a text of its own is multiplied, which keeps the sums true. */
export function variantMaker(): (number: number) => Uint8Array {
  const { [MAIN]: main, ...parts } = unzipSync(readFileSync(SAMPLE));
  const pieces = strFromU8(main!).split(/(?<=<w:t(?: [^>]*)?>)(\d{1,3})(?=<\/w:t>)/);
  return (number) => {
    const text = pieces.map((piece, index) => (index % 2 === 0 ? piece : String(Number(piece) * (number + 1)))).join('');
    return zipSync({ ...parts, [MAIN]: strToU8(text) }, { level: 6 });
  };
}

/** Makes variant `number` of the .doc: the name of the township, which stands in every part of the text, is another of the same length. */
export function docVariantMaker(): (number: number) => Uint8Array {
  const bytes = readFileSync(DOC_SAMPLE);
  const name = Buffer.from('张家坡', 'utf16le');
  const places: number[] = [];
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) places.push(at);
  return (number) => {
    const variant = Uint8Array.from(bytes);
    // Two Chinese characters tell a hundred million documents apart.
    for (const at of places) new DataView(variant.buffer).setUint32(at, ((0x4e00 + (number % 0x1000)) << 16) | (0x4e00 + Math.floor(number / 0x1000)), true);
    return variant;
  };
}
