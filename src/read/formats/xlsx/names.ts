/** The names of workbooks that their reader knows (ECMA-376 part 1, 18). */
import { NS, numbered, UNKNOWN, type Vocabulary } from '../../../base/xml/names.js';

/** Namespaces, as codes. */
export const BOOK = { main: 41, relation: 42 } as const;

const NAMESPACES: ReadonlyMap<string, number> = new Map<string, number>([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', BOOK.main],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', BOOK.main],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', BOOK.relation],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', BOOK.relation],
]);

/** Elements. */
export const S = numbered(4000, [
  'workbook',
  'sheets',
  'sheet',
  'worksheet',
  'sheetData',
  'row',
  'c',
  'v',
  'is',
  't',
  'r',
  'mergeCells',
  'mergeCell',
  'sst',
  'si',
]);

const NAMES: ReadonlyMap<string, number> = new Map(Object.entries(S));

/** The vocabulary of the reader. */
export const WORKBOOK: Vocabulary = {
  namespace: (uri) => NAMESPACES.get(uri) ?? NS.other,
  element: (namespace, local) => (namespace === BOOK.main ? (NAMES.get(local) ?? UNKNOWN) : UNKNOWN),
};
