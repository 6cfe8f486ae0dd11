/**
 * Word 2003 XML, which systems still fill in as a template: WordprocessingML in its first form. Names that have changed since are
 * changed, and what has become an element of its own (insertions, deletions) is made one; the rest is the same.
 */
import type { WordParts } from '../../../base/package/word.js';
import { missingDocument } from '../../../base/xml/refusals.js';
import { numberFormatOf } from '../docx/number-code.js';

const OLD = 'http://schemas.microsoft.com/office/word/2003/wordml';
const NEW = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const RENAMED: Readonly<Record<string, string>> = { vmerge: 'vMerge', hmerge: 'hMerge', listPr: 'numPr', ilfo: 'numId' };

/** The parts that a body is read from. What is not well-formed stays so, for the reader to refuse. @throws InputError without a body. */
export function word2003Parts(xml: string): WordParts {
  const attributes = /<w:wordDocument\b([^>]*)>/.exec(xml.slice(0, 65_536))?.[1]?.replaceAll(OLD, NEW) ?? '';
  const body = elementAt(xml, 'w:body');
  if (body === undefined) throw missingDocument();
  const styles = elementAt(xml, 'w:styles');
  const lists = elementAt(xml, 'w:lists');
  return {
    mainName: 'w:wordDocument',
    main: `<w:document${attributes}>${modern(body)}</w:document>`,
    ...(styles === undefined ? {} : { styles: modern(styles).replace('<w:styles', `<w:styles${attributes}`) }),
    ...(lists === undefined ? {} : { numbering: numberingOf(lists).replace('<w:numbering', `<w:numbering${attributes}`) }),
  };
}

function elementAt(xml: string, name: string): string | undefined {
  const start = xml.search(new RegExp(`<${name}[ >]`));
  const end = xml.lastIndexOf(`</${name}>`);
  return start === -1 || end < start ? undefined : xml.slice(start, end + name.length + 3);
}

/** An element of a change for each annotation; those of bookmarks and comments become elements that nobody reads. */
function modern(xml: string): string {
  const open: string[] = [];
  return xml.replace(
    /<(\/?)(w|aml|wx):([\w-]+)((?:\s[^<>]*?)?)(\/?)>/g,
    (tag: string, slash: string, prefix: string, name: string, attributes: string, empty: string) => {
      if (prefix === 'w') return RENAMED[name] === undefined ? tag : `<${slash}w:${RENAMED[name]}${attributes}${empty}>`;
      if (prefix === 'wx') return name === 'sect' || name === 'sub-section' ? '' : tag;
      if (name === 'content') return `<${slash}w:smartTag${empty}>`;
      if (name !== 'annotation') return tag;
      const now = slash === '' ? annotation(attributes) : (open.pop() ?? 'w:annotation');
      if (slash === '' && empty === '') open.push(now);
      return `<${slash}${now}${empty}>`;
    },
  );
}

function annotation(attributes: string): string {
  const type = /\bw:type\s*=\s*["']Word\.([\w.]+)["']/.exec(attributes)?.[1];
  return type === 'Insertion' ? 'w:ins' : type === 'Deletion' ? 'w:del' : 'w:bookmarkStart';
}

/** The numbering part of the lists. */
function numberingOf(lists: string): string {
  return lists
    .replace(/<w:nfc\s+w:val\s*=\s*["'](\d{1,3})["']/g, (_, code: string) => `<w:numFmt w:val="${numberFormatOf(Number(code))}"`)
    .replace(/(<w:suff\s+w:val\s*=\s*["'])(\w+)/g, (_, start: string, value: string) => start + value.toLowerCase())
    .replace(/<(\/?)w:(lists|listDef|list|ilst)(?=[\s/>])/g, (_, slash: string, name: string) => `<${slash}w:${LIST_NAMES[name]!}`)
    .replace(/\bw:listDefId(?=\s*=)/g, 'w:abstractNumId')
    .replace(/\bw:ilfo(?=\s*=)/g, 'w:numId');
}

const LIST_NAMES: Readonly<Record<string, string>> = { lists: 'numbering', listDef: 'abstractNum', list: 'num', ilst: 'abstractNumId' };
