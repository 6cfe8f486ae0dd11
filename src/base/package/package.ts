/** Packages of named XML parts: .docx and .xlsx files. The same parts give the same bytes. */
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the list of types says of a part: its name in the package and its content type. */
export interface PartName {
  readonly name: string;
  readonly type: string;
}

/** One XML part with its text, without declaration. */
export interface XmlPart extends PartName {
  readonly xml: string;
}

/** A relationship from one part to another. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The `_rels` part of a part; ids are rId1, rId2 … in the order given. The empty name is the package itself. */
export function relationsPart(of: string, relations: readonly Relation[]): XmlPart {
  const slash = of.lastIndexOf('/') + 1;
  const items = relations.map(({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`);
  return {
    name: `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`,
    type: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`,
  };
}

/** The first date a zip can hold, in the local time that it is stored in: the same bytes whenever and wherever they are made. */
function noDate(): Date {
  return new Date(1980, 0, 1);
}

/** The list of types, which stands before all other parts. */
function typesPart(parts: readonly PartName[]): XmlPart {
  const overrides = parts.filter(({ name }) => !name.endsWith('.rels')).map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return {
    name: '[Content_Types].xml',
    type: '',
    xml:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  };
}

/** Zips the parts, with the list of their types in front. */
export function zipParts(parts: readonly XmlPart[]): Uint8Array {
  return zipSync(Object.fromEntries([typesPart(parts), ...parts].map(({ name, xml }) => [name, strToU8(DECLARATION + xml)])), { level: 6, mtime: noDate() });
}

/** One part in the making; texts follow one another without anything between them. */
export interface PartStream {
  write(xml: string): void;
  end(): void;
}

/** A package in the making. */
export interface PackageStream {
  /** The parts that were announced, in their order; each must be ended before the package. */
  readonly parts: readonly PartStream[];
  end(): void;
}

/** Characters of a part that are gathered before they are compressed. */
const PIECE = 32 * 1024;

/**
 * Zips parts whose text is not there at once. `parts` are written at the start; of the announced ones the first goes out as it grows,
 * the others are held compressed until their turn comes. `write` takes the bytes of the package.
 */
export function packageStream(parts: readonly XmlPart[], announced: readonly PartName[], write: (bytes: Uint8Array) => void): PackageStream {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const open = (name: string): PartStream => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = noDate();
    zip.add(entry);
    let pending = DECLARATION;
    return {
      write(xml) {
        pending += xml;
        if (pending.length < PIECE) return;
        entry.push(strToU8(pending));
        pending = '';
      },
      end: () => entry.push(strToU8(pending), true),
    };
  };
  for (const { name, xml } of [typesPart([...parts, ...announced]), ...parts]) {
    const part = open(name);
    part.write(xml);
    part.end();
  }
  return { parts: announced.map(({ name }) => open(name)), end: () => zip.end() };
}
