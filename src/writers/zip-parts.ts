/** Packages of named parts: .docx and .xlsx files. */
import { strToU8, zipSync } from 'fflate';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One XML part: its name in the package, its content type, and its text without declaration. */
export interface XmlPart {
  readonly name: string;
  readonly type: string;
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

/** Zips the parts with the list of their types in front; the same parts give the same bytes. */
export function zipParts(parts: readonly XmlPart[]): Uint8Array {
  const overrides = parts.filter(({ name }) => !name.endsWith('.rels')).map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const types: XmlPart = {
    name: '[Content_Types].xml',
    type: '',
    xml:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  };
  return zipSync(Object.fromEntries([types, ...parts].map(({ name, xml }) => [name, strToU8(DECLARATION + xml)])), { level: 6, mtime: noDate() });
}
