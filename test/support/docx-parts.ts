/** Tiny builders of WordprocessingML and of packages, for tests that state a document construct by construct. */
import { strToU8, zipSync } from 'fflate';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Namespaces that Word declares on every document. */
export const NAMESPACES = [
  `xmlns:w="${TRANSITIONAL}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  `xmlns:r="${OFFICE}"`,
].join(' ');

/** Parts beside the main one, as XML text without their root element's declarations. */
export interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  /** Further files of the package. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A zip archive of these files. */
export function pack(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 | 9 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])), {
    level,
  });
}

/** The content types of a package whose main part has this type. */
export function contentTypes(type = MAIN_TYPE, part = '/word/document.xml'): string {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`;
}

/** A relationships part: target by type name. */
export function relationships(targets: Readonly<Record<string, string>>, base = OFFICE): string {
  const all = Object.entries(targets).map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`);
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

/** The main part with this body. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

/** A Word package with this body. */
export function word(body: string, parts: Parts = {}): Uint8Array {
  return wordWithMain(documentXml(body), parts);
}

/** A Word package with this main part. */
export function wordWithMain(main: string | Uint8Array, parts: Parts = {}): Uint8Array {
  return pack({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships({ styles: 'styles.xml', numbering: 'numbering.xml' }),
    'word/document.xml': main,
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': `<w:styles ${NAMESPACES}>${parts.styles}</w:styles>` }),
    ...(parts.numbering === undefined ? {} : { 'word/numbering.xml': `<w:numbering ${NAMESPACES}>${parts.numbering}</w:numbering>` }),
    ...parts.files,
  });
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; plain text becomes a run. */
export function p(content = '', properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : r(content)}</w:p>`;
}

/** A cell; plain text becomes a paragraph. */
export function tc(content = '', properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

/** A row of cells; plain text becomes a cell. */
export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((cell) => (cell.startsWith('<') ? cell : tc(cell))).join('')}</w:tr>`;
}

/** A table of rows, its grid as wide as its first row. */
export function tbl(...rows: readonly (string | readonly string[])[]): string {
  const all = rows.map((row) => (typeof row === 'string' ? row : tr(row)));
  const spans = [...(all[0] ?? '').matchAll(/<w:tcPr>(?:<w:gridSpan w:val="(\d{1,2})"\/>)?/g)].reduce((sum, [, span]) => sum + Number(span ?? 1), 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1200"/>'.repeat(spans)}</w:tblGrid>${all.join('')}</w:tbl>`;
}

/** `<w:name w:val="value"/>`; without a value, `<w:name/>`. */
export function val(name: string, value?: string | number): string {
  return value === undefined ? `<w:${name}/>` : `<w:${name} w:val="${value}"/>`;
}
