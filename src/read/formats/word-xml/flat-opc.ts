/** A Word package in one XML file, as Word saves a “Word XML document”: its parts as they would stand in the archive. */
import type { WordParts } from '../../../base/package/word.js';
import { NS, numbered, UNKNOWN, type Vocabulary } from '../../../base/xml/names.js';
import { missingDocument } from '../../../base/xml/refusals.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';

const PACKAGE = 31;
const P = numbered(3000, ['part', 'xmlData']);
const NAMES: ReadonlyMap<string, number> = new Map(Object.entries(P));

const VOCABULARY: Vocabulary = {
  namespace: (uri) => (uri === 'http://schemas.microsoft.com/office/2006/xmlPackage' ? PACKAGE : NS.other),
  element: (namespace, local) => (namespace === PACKAGE ? (NAMES.get(local) ?? UNKNOWN) : UNKNOWN),
};

/** The parts that a body is read from. @throws InputError when it is not well-formed or has no main part. */
export function flatParts(xml: string): WordParts {
  const s = scan(xml, 'pkg:package', VOCABULARY);
  const parts: { readonly name: string; readonly type: string; readonly xml: string }[] = [];
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    const name = attribute(s, PACKAGE, 'name') ?? '';
    const type = attribute(s, PACKAGE, 'contentType') ?? '';
    if (id !== P.part || !/wordprocessingml|ms-word/.test(type)) {
      skip(s);
      continue;
    }
    for (let data = child(s); data !== 0; data = child(s)) {
      if (data === P.xmlData) parts.push(...contents(s).map((content) => ({ name, type, xml: content })));
      else skip(s);
    }
  }
  finish(s);
  const ofType = (pattern: RegExp): string | undefined => parts.find(({ type }) => pattern.test(type))?.xml;
  const main = parts.find(({ type }) =>
    /(?:document|template)\.(?:macroEnabled(?:Template)?\.)?main\+xml$|ms-word\.\w+\.macroEnabled\w*\.main\+xml$/.test(type),
  );
  if (!main) throw missingDocument();
  const styles = ofType(/\.styles\+xml$/);
  const numbering = ofType(/\.numbering\+xml$/);
  return { mainName: main.name, main: main.xml, ...(styles === undefined ? {} : { styles }), ...(numbering === undefined ? {} : { numbering }) };
}

/** The elements in the element entered last as texts of their own: prefixes that stand further out are declared again. */
function contents(s: Scanner): readonly string[] {
  const found: string[] = [];
  for (let id = child(s); id !== 0; id = child(s)) {
    const start = s.tag;
    const tag = s.xml.slice(start, s.pos);
    const name = /^<[^\s/>]+/.exec(tag)![0];
    let declared = '';
    const seen = new Set<string>(['xml']);
    for (let scope: Scanner['scope'] | undefined = s.scope; scope; scope = scope.outer) {
      for (const [prefix, uri] of scope.prefixes) {
        const attributeName = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
        if (seen.has(prefix) || uri === '' || tag.includes(`${attributeName}=`)) continue;
        declared += ` ${attributeName}="${uri.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"`;
        seen.add(prefix);
      }
    }
    skip(s);
    found.push(name + declared + s.xml.slice(start + name.length, s.pos));
  }
  return found;
}
