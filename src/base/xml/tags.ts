/** Small work on the text of XML parts that are known to be well-formed: finding tags, escaping, encoding. */
import { InputError } from '../errors.js';

/** A tag as it stands in the text. */
export interface Tag {
  /** Offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Name without prefix. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** Its text between name and closing bracket. */
  readonly attributes: string;
}

const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)(?:[^\s/>:]+:)?([^\s/>:]+)((?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** The tags from `from` on, in order; comments, CDATA sections and processing instructions are passed over. */
export function* tags(xml: string, from = 0): Generator<Tag> {
  const pattern = new RegExp(MARKUP);
  pattern.lastIndex = from;
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const [text, closes, name, attributes, empty] = match;
    if (name === undefined) continue;
    yield { start: match.index, end: match.index + text.length, name, kind: closes ? 'close' : empty ? 'empty' : 'open', attributes: attributes ?? '' };
  }
}

/** The offset behind the element whose start tag this is. */
export function elementEnd(xml: string, tag: Tag): number {
  if (tag.kind === 'empty') return tag.end;
  let depth = 0;
  for (const next of tags(xml, tag.start)) {
    if (next.kind === 'open') depth += 1;
    else if (next.kind === 'close') depth -= 1;
    if (depth === 0) return next.end;
  }
  return xml.length;
}

/** The name, prefix included, of the element that a text begins with. */
export function tagName(xml: string): string {
  return /^<([^\s/>]+)/.exec(xml)![1]!;
}

/** The value of an attribute by its local name; references are left as they are. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag.attributes);
  return match?.[1] ?? match?.[2];
}

/** The root element of a part. */
export function rootTag(xml: string): Tag {
  for (const tag of tags(xml)) return tag;
  throw new Error('a part without an element');
}

/** The prefix, with its colon, of the root element itself; empty when it has none. */
export function rootPrefix(xml: string): string {
  const root = rootTag(xml);
  return /^<([^\s/>:]+:)/.exec(xml.slice(root.start, root.end))?.[1] ?? '';
}

/** Text as character data. What XML cannot say at all is left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** The part with something in front of the end of its root element. */
export function appendToRoot(xml: string, content: string): string {
  const root = rootTag(xml);
  if (root.kind !== 'empty') {
    const end = xml.lastIndexOf('</');
    return xml.slice(0, end) + content + xml.slice(end);
  }
  const open = xml.slice(root.start, root.end).replace(/\s*\/>$/, '>');
  const name = tagName(open);
  return `${xml.slice(0, root.start)}${open}${content}</${name}>${xml.slice(root.end)}`;
}

/** A change of a text: what stands between the offsets is replaced. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with changes that do not overlap; those at one place come in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) throw new Error(`changes overlap at ${edit.start}`);
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/**
 * The text of a changed part in the encoding of the part as it was.
 * @throws InputError `part-encoding` when that encoding cannot be written.
 */
export function encodePart(text: string, before: Uint8Array, name: string): Uint8Array {
  const [first, second] = before;
  const wide =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0) ? 'little' : (first === 0xfe && second === 0xff) || first === 0 ? 'big' : '';
  if (wide !== '') {
    const marked = first !== 0x3c && first !== 0;
    const out = new Uint8Array(2 * (text.length + (marked ? 1 : 0)));
    const view = new DataView(out.buffer);
    if (marked) view.setUint16(0, 0xfeff, wide === 'little');
    for (let index = 0; index < text.length; index += 1) view.setUint16(2 * (index + (marked ? 1 : 0)), text.charCodeAt(index), wide === 'little');
    return out;
  }
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(text)?.[1];
  if (declared !== undefined && first === 0x3c && !/^(?:utf-?8|us-ascii)$/i.test(declared)) {
    throw new InputError(
      'part-encoding',
      { zh: `其中的 ${name} 使用 ${declared} 编码，不能原样写回。`, en: `${name} in it is encoded as ${declared}, which cannot be written back.` },
      { zh: '请用 Word 或 WPS 打开后另存为 .docx。', en: 'Open it in Word or WPS and save it as .docx.' },
    );
  }
  const encoded = new TextEncoder().encode(text);
  if (first !== 0xef || second !== 0xbb) return encoded;
  const out = new Uint8Array(encoded.length + 3);
  out.set([0xef, 0xbb, 0xbf]);
  out.set(encoded, 3);
  return out;
}
