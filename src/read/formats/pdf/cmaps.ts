/** The tables that say which character a code of a Chinese font means when the font is not in the file. */

/** What pdf.js is told about them: here the folder of its package; a bundle carries them itself (`scripts/pdfjs.ts`). */
export function binaryData(): { readonly cMapUrl: string } {
  const entry = import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  return { cMapUrl: decodeURIComponent(new URL('../../cmaps/', entry).pathname) };
}
