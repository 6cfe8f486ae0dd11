/** Reading the workbooks that the tests make, part by part. */
import { openZip, readEntry } from '../../src/base/package/zip.js';

/** The parts of a package by name, as text; sizes and checksums are verified. */
export function packageParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  const archive = openZip(bytes);
  const budget = { left: 1 << 28 };
  return Object.fromEntries([...archive.entries.values()].map((entry) => [entry.name, new TextDecoder().decode(readEntry(archive, entry, budget))]));
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&([^;]+);/g, (whole, name: string) => signs[name] ?? whole).replace(/_x005F_/g, '_');
}

/** The rows of a sheet with what stands in each cell: a text, a number, or null; cells that are not there are left out. */
export function sheetRows(xml: string): readonly (readonly (string | number | null)[])[] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row!.matchAll(/<c r="[A-Z]+\d+" s="\d+"(?: t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is><\/c>|><v>([^<]*)<\/v><\/c>|\/>)/g)].map(
      ([, text, number]) => (text !== undefined ? unescaped(text) : number !== undefined ? Number(number) : null),
    ),
  );
}
