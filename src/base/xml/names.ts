/** The element names that the reader knows, as small numbers: comparing numbers is what makes a switch over them fast. */

/** Namespaces that matter; a prefix is never trusted, only what it is bound to. */
export const NS = {
  none: 0,
  other: 1,
  word: 2,
  word14: 3,
  compatibility: 4,
  math: 5,
  drawing: 6,
  vml: 7,
  package: 8,
  xml: 9,
  symbols: 10,
  chart: 11,
  diagram: 12,
} as const;

/** Code of a namespace: one of `NS`, or of another vocabulary. */
export type NamespaceCode = number;

const NAMESPACES: ReadonlyMap<string, NamespaceCode> = new Map([
  ['', NS.none],
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', NS.word],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', NS.word],
  ['http://schemas.microsoft.com/office/word/2010/wordml', NS.word14],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', NS.compatibility],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', NS.math],
  ['http://purl.oclc.org/ooxml/officeDocument/math', NS.math],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', NS.drawing],
  ['http://purl.oclc.org/ooxml/drawingml/main', NS.drawing],
  ['urn:schemas-microsoft-com:vml', NS.vml],
  ['http://schemas.openxmlformats.org/package/2006/relationships', NS.package],
  ['http://schemas.openxmlformats.org/package/2006/content-types', NS.package],
  ['http://www.w3.org/XML/1998/namespace', NS.xml],
  ['http://schemas.microsoft.com/office/word/2015/wordml/symex', NS.symbols],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', NS.chart],
  ['http://purl.oclc.org/ooxml/drawingml/chart', NS.chart],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', NS.diagram],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', NS.diagram],
]);

/** The code of a namespace name; `NS.other` for those that say nothing to us. */
export function namespaceCode(uri: string): NamespaceCode {
  return NAMESPACES.get(uri) ?? NS.other;
}

/** An element that the reader has no name for. Never 0, which stands for the end of an element. */
export const UNKNOWN = 1;

/** Elements of one namespace, numbered from `first`. */
export function numbered<const Names extends readonly string[]>(first: number, names: Names): { readonly [Name in Names[number]]: number } {
  return Object.fromEntries(names.map((name, index) => [name, first + index])) as { readonly [Name in Names[number]]: number };
}

/** WordprocessingML, transitional and strict. */
export const W = numbered(2, [
  'document',
  'body',
  'p',
  'pPr',
  'r',
  'rPr',
  't',
  'tab',
  'ptab',
  'br',
  'cr',
  'noBreakHyphen',
  'sym',
  'ruby',
  'rubyBase',
  'tbl',
  'tr',
  'trPr',
  'tc',
  'tcPr',
  'gridSpan',
  'vMerge',
  'hMerge',
  'gridBefore',
  'cellDel',
  'cellIns',
  'cellMerge',
  'hidden',
  'sdt',
  'sdtContent',
  'customXml',
  'smartTag',
  'hyperlink',
  'dir',
  'bdo',
  'fldSimple',
  'fldChar',
  'instrText',
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'delText',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblGridChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'sectPr',
  'tblPr',
  'tblGrid',
  'tblPrEx',
  'drawing',
  'pict',
  'object',
  'txbxContent',
  'commentReference',
  'altChunk',
  'subDoc',
  'pStyle',
  'rStyle',
  'numPr',
  'numId',
  'ilvl',
  'vanish',
  'rFonts',
  'framePr',
  'style',
  'styles',
  'basedOn',
  'docDefaults',
  'rPrDefault',
  'numbering',
  'abstractNum',
  'num',
  'abstractNumId',
  'lvlOverride',
  'startOverride',
  'lvl',
  'start',
  'numFmt',
  'lvlText',
  'suff',
  'isLgl',
  'lvlRestart',
  'numStyleLink',
  'lvlPicBulletId',
]);

/**
 * Markup compatibility, mathematics, pictures, package parts. `processed` is an unknown element whose content counts as if it stood alone;
 * `foreign` is one of a vocabulary that nobody here knows: what it shows cannot be told.
 */
export const X = numbered(1000, [
  'AlternateContent',
  'Choice',
  'Fallback',
  'processed',
  'oMath',
  'oMathPara',
  'mathText',
  'blip',
  'imagedata',
  'drawnText',
  'textPath',
  'chart',
  'diagram',
  'symEx',
  'conflictIns',
  'conflictDel',
  'foreign',
  'Relationship',
  'Default',
  'Override',
]);

const OTHERS: ReadonlyMap<string, number> = new Map([
  [`${NS.compatibility}:AlternateContent`, X.AlternateContent],
  [`${NS.compatibility}:Choice`, X.Choice],
  [`${NS.compatibility}:Fallback`, X.Fallback],
  [`${NS.math}:oMath`, X.oMath],
  [`${NS.math}:oMathPara`, X.oMathPara],
  [`${NS.math}:t`, X.mathText],
  [`${NS.drawing}:blip`, X.blip],
  [`${NS.vml}:imagedata`, X.imagedata],
  [`${NS.drawing}:t`, X.drawnText],
  [`${NS.vml}:textpath`, X.textPath],
  [`${NS.chart}:chart`, X.chart],
  [`${NS.diagram}:relIds`, X.diagram],
  [`${NS.symbols}:symEx`, X.symEx],
  [`${NS.word14}:conflictIns`, X.conflictIns],
  [`${NS.word14}:conflictDel`, X.conflictDel],
  [`${NS.package}:Relationship`, X.Relationship],
  [`${NS.package}:Default`, X.Default],
  [`${NS.package}:Override`, X.Override],
]);

/** The names that a reader knows. Codes of namespaces other than those of `NS` lie above them. */
export interface Vocabulary {
  readonly namespace: (uri: string) => NamespaceCode;
  /** Never 0, which stands for the end of an element; `UNKNOWN` for what the reader has no name for. */
  readonly element: (namespace: NamespaceCode, local: string) => number;
}

const WORD_IDS: ReadonlyMap<string, number> = new Map(Object.entries(W));

/** The number of an element by its namespace and local name. */
export function elementId(namespace: NamespaceCode, local: string): number {
  if (namespace === NS.word) return WORD_IDS.get(local) ?? UNKNOWN;
  return OTHERS.get(`${namespace}:${local}`) ?? (namespace === NS.other ? X.foreign : UNKNOWN);
}

/** The names of Word documents. */
export const WORD: Vocabulary = { namespace: namespaceCode, element: elementId };
