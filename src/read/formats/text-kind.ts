/** What a text is, told by how it begins. */

/** Longest head that is looked at. */
const HEAD = 65_536;

/** The beginning of a text behind white space and marks; empty when there is nothing else. */
export function beginning(text: string): string {
  // \u200b and the like stand at the head of texts copied from the web; a second byte order mark after some conversions.
  const start = text.search(/[^\s\u200b-\u200f\u2060\ufeff]/);
  return start === -1 ? '' : text.slice(start, start + HEAD);
}

const HTML_ROOT = /^(?:html|head|body|meta|title|base|link|style|script|frameset)$/;
const HTML_PART = /^(?:table|div|p|h[1-6]|center|font|span|section|article|main|header|nav|b|strong|ul|ol|pre|form|a|img|blockquote)$/;

/** Kinds of text that start with an element. */
export type Markup = 'html' | 'flat-opc' | 'word-2003' | 'flat-odt' | 'uof' | 'xml';

/** The kind of a text by the element it starts with; undefined for every other text. */
export function markupOf(text: string): Markup | undefined {
  const head = beginning(text);
  const root = head.startsWith('<') ? rootElement(head) : undefined;
  if (root?.doctype === 'html') return 'html';
  if (root?.name === undefined) return undefined;
  const known = xmlKind(root.name);
  if (known) return known;
  if (HTML_ROOT.test(root.name) || (HTML_PART.test(root.name) && isHtmlThroughout(text))) return 'html';
  return root.declared ? 'xml' : undefined;
}

/** Whether a text goes on as JSON does behind its first brace or bracket: 【 and [bookmark: …] open texts too. */
export function isJson(text: string): boolean {
  return /^\{\s*["}]|^\[\s*[[{\]"]/.test(beginning(text));
}

/** Whether a text starts with the header of a message of several parts. */
export function isMime(text: string): boolean {
  const head = beginning(text).replace(/\r/g, '');
  return /^(?:From:[^\n]*\n(?:[^\n]+\n)*?)?MIME-Version:/i.test(head) || /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart\//i.test(head);
}

interface Root {
  readonly name?: string;
  readonly doctype?: string;
  /** Whether an XML declaration or another document type stands before it. */
  readonly declared: boolean;
}

/** The first element of a text that starts with `<`, behind declarations, comments and processing instructions; undefined when other text comes first. */
function rootElement(head: string): Root | undefined {
  let at = 0;
  let declared = false;
  for (;;) {
    at += /^\s*/.exec(head.slice(at))![0].length;
    const rest = head.slice(at, at + 200);
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : /^<!doctype/i.test(rest) ? '>' : undefined;
    if (close === undefined) {
      const name = /^<([a-z][\w.:-]*)/i.exec(rest)?.[1]?.toLowerCase();
      return name === undefined ? undefined : { name, declared };
    }
    if (close === '>') {
      const doctype = /^<!doctype\s+([\w:.-]+)/i.exec(rest)?.[1]?.toLowerCase();
      if (doctype === 'html') return { doctype, declared };
    }
    declared ||= close !== '-->';
    const end = head.indexOf(close, at + 2);
    if (end === -1) return undefined;
    at = end + close.length;
  }
}

function xmlKind(name: string): Markup | undefined {
  if (name === 'w:worddocument') return 'word-2003';
  if (name === 'pkg:package') return 'flat-opc';
  if (name === 'office:document') return 'flat-odt';
  return name.startsWith('uof:') || name === 'uof' ? 'uof' : undefined;
}

/** A piece of HTML without `<html>`, as opposed to Markdown that opens with an element: it also ends with a tag, and no line is Markdown's. */
function isHtmlThroughout(text: string): boolean {
  return /<\/?[a-z][^<>]*>\s*$/i.test(text.slice(-2000)) && !/^(?:#{1,6}\s|[ \t]*\|.*\|[ \t]*$|\+-{3})/m.test(text);
}
