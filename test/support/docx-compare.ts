/** Comparing Word packages part by part, and main parts but for comment marks and where runs are cut. */
import { openZip, readEntry } from '../../src/base/package/zip.js';

/** The parts of a package by name, inflated. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const archive = openZip(bytes);
  return new Map([...archive.entries.values()].map((entry) => [entry.name, readEntry(archive, entry, { left: 1e8 })]));
}

/** The bytes that an entry takes in the archive, its header included, by name. */
export function packedEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const archive = openZip(bytes);
  const starts = [...archive.entries.values()].map(({ offset }) => offset).sort((a, b) => a - b);
  return new Map(
    [...archive.entries.values()].map(({ name, offset }) => [name, bytes.subarray(offset, starts.find((start) => start > offset) ?? archive.directory)]),
  );
}

/** One part as text. */
export function partText(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(partsOf(bytes).get(name));
}

const MARKS =
  /<(?:\w+:)?commentRange(?:Start|End)(?: xmlns:w="[^"]*")? (?:\w+:)?id="\d+"\/>|<(?:\w+:)?r(?: xmlns:w="[^"]*")?><(?:\w+:)?commentReference(?: xmlns:w="[^"]*")? (?:\w+:)?id="\d+"\/><\/(?:\w+:)?r>/g;

/** A main part without comment marks and with runs of the same formatting joined: equal for two parts that differ in nothing else. */
export function unmarked(xml: string): string {
  let text = xml.replace(MARKS, '').replace(/ xml:space="preserve"/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(
        /(<((?:\w+:)?r)(?: [^>]*)?>)((?:<(?:\w+:)?rPr>(?:(?!<\/(?:\w+:)?rPr>).)*<\/(?:\w+:)?rPr>)?)((?:(?!<\/?\2[ >]).)*)<\/\2>\1\3(?!<(?:\w+:)?rPr[ >/])/gs,
        '$1$3$4',
      )
      .replace(/<\/((?:\w+:)?t)><\1>/g, '');
  }
  return text;
}

/** What the text of `w:t` elements between the two marks of each comment is, by its id. */
export function commented(xml: string): ReadonlyMap<string, string> {
  return new Map(
    [...xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)].map(([mark, id], _index) => {
      const from = xml.indexOf(mark) + mark.length;
      const to = xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`);
      const words = [...xml.slice(from, to).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
      return [id!, words.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')];
    }),
  );
}
