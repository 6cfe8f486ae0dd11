/** The names of OpenDocument that its reader knows (ODF 1.3, ISO/IEC 26300). */
import { NS, numbered, UNKNOWN, type Vocabulary } from '../../../base/xml/names.js';

const PREFIX = 'urn:oasis:names:tc:opendocument:xmlns:';

/** Namespaces, as codes. */
export const ON = { office: 21, text: 22, table: 23, style: 24, draw: 25, extension: 26 } as const;

const NAMESPACES: ReadonlyMap<string, number> = new Map<string, number>([
  [`${PREFIX}office:1.0`, ON.office],
  [`${PREFIX}text:1.0`, ON.text],
  [`${PREFIX}table:1.0`, ON.table],
  [`${PREFIX}style:1.0`, ON.style],
  [`${PREFIX}drawing:1.0`, ON.draw],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', ON.extension],
  ['http://www.w3.org/XML/1998/namespace', NS.xml],
]);

/** Elements of namespace `text`. */
export const T = numbered(2000, [
  'p',
  'h',
  'list',
  'list-item',
  'list-header',
  'section',
  'span',
  'a',
  's',
  'tab',
  'line-break',
  'soft-page-break',
  'tracked-changes',
  'changed-region',
  'insertion',
  'deletion',
  'change',
  'change-start',
  'change-end',
  'note',
  'ruby',
  'ruby-base',
  'hidden-text',
  'hidden-paragraph',
  'page-number',
  'page-count',
  'index-body',
  'index-title',
  'index-title-template',
  'numbered-paragraph',
  'list-style',
  'list-level-style-number',
  'list-level-style-bullet',
  'list-level-style-image',
  'outline-style',
  'outline-level-style',
  'sequence-decls',
  'user-field-decls',
  'variable-decls',
  'number',
]);

/** Elements of the other namespaces. */
export const E = numbered(2100, [
  'document-content',
  'document-styles',
  'document',
  'body',
  'text',
  'styles',
  'automatic-styles',
  'annotation',
  'annotation-end',
  'forms',
  'table',
  'table-row',
  'table-header-rows',
  'table-rows',
  'table-row-group',
  'table-cell',
  'covered-table-cell',
  'style',
  'text-properties',
  'paragraph-properties',
  'list-level-properties',
  'list-level-label-alignment',
  'image',
  'text-box',
  'frame',
  'object',
]);

const ELEMENTS: ReadonlyMap<string, number> = new Map<string, number>([
  ...Object.entries(T).map(([name, id]) => [`${ON.text}:${name}`, id] as const),
  ...(['document-content', 'document-styles', 'document', 'body', 'text', 'styles', 'automatic-styles', 'annotation', 'annotation-end', 'forms'] as const).map(
    (name) => [`${ON.office}:${name}`, E[name]] as const,
  ),
  ...(['table', 'table-row', 'table-header-rows', 'table-rows', 'table-row-group', 'table-cell', 'covered-table-cell'] as const).map(
    (name) => [`${ON.table}:${name}`, E[name]] as const,
  ),
  ...(['style', 'text-properties', 'paragraph-properties', 'list-level-properties', 'list-level-label-alignment'] as const).map(
    (name) => [`${ON.style}:${name}`, E[name]] as const,
  ),
  ...(['image', 'text-box', 'frame', 'object'] as const).map((name) => [`${ON.draw}:${name}`, E[name]] as const),
]);

/** The vocabulary of the reader. */
export const OPEN_DOCUMENT: Vocabulary = {
  namespace: (uri) => NAMESPACES.get(uri) ?? NS.other,
  element: (namespace, local) => ELEMENTS.get(`${namespace}:${local}`) ?? UNKNOWN,
};
