/** What a file is, told by its content alone: names lie (a .doc renamed to .docx, a page saved as .doc). */
import { decodeText } from './encoding.js';
import { foreignText } from './foreign-text.js';
import { isOle, type OleKind, oleKind } from './ole.js';
import { type RefusalCode, refusal } from './refusals.js';

/** A file that can be read, and how far it is read already. */
export type Detected = { readonly kind: 'zip' } | DetectedText;
type DetectedText =
  | { readonly kind: 'html'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** Largest text file in bytes that is decoded: pages with images saved into them are the largest. */
const LARGEST_FILE = 48_000_000;
/** Longest JSON in characters; a report with its locations has two hundred thousand. */
const LONGEST_JSON = 3_000_000;
/** Longest text in characters and in lines; the longest reports seen have a fifth of either. */
const LONGEST_TEXT = 400_000;
const MOST_LINES = 8_000;

const signatures: readonly (readonly [offset: number, bytes: string, code: RefusalCode])[] = [
  [0, '{\\rtf', 'rtf'],
  [0, '\x89PNG\r\n', 'image'],
  [0, '\xff\xd8\xff', 'image'],
  [0, 'GIF8', 'image'],
  [0, 'II*\0', 'image'],
  [0, 'MM\0*', 'image'],
  [8, 'WEBPVP8', 'image'],
  [4, 'ftypheic', 'image'],
  [4, 'ftypavif', 'image'],
  [0, '\x1f\x8b', 'archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'archive'],
  [0, 'Rar!\x1a\x07', 'archive'],
  [0, '\xfd7zXZ\0', 'archive'],
  [0, 'BZh', 'archive'],
  [257, 'ustar', 'archive'],
];

/**
 * Tells what a file is; a text comes decoded. `name` only chooses between words for what the content leaves open.
 * @throws InputError naming what it is when it cannot be read, with what to do.
 */
export function detect(bytes: Uint8Array, name = ''): Detected {
  if (bytes.length === 0) throw refusal('empty');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(latin1(bytes, 0, 4))) return { kind: 'zip' };
  const head = latin1(bytes, 0, 1024);
  if (isOle(bytes)) throw refusal(oleCodes[oleKind(bytes)] ?? (/\.wps$/i.test(name) ? 'legacy-wps' : 'legacy-doc'));
  // Some programs put a line of their own before the header.
  if (/%PDF-[12]\.\d/.test(head)) throw refusal(isEncryptedPdf(bytes) ? 'pdf-encrypted' : 'pdf');
  for (const [offset, signature, code] of signatures) if (head.startsWith(signature, offset)) throw refusal(code);
  if (isBitmap(bytes)) throw refusal('image');
  if (bytes.length > LARGEST_FILE) throw refusal('too-large');
  const detected = textKind(decodeText(bytes).text);
  if (detected.kind === 'json' && detected.text.length > LONGEST_JSON) throw refusal('too-large');
  if (detected.kind === 'text' && (detected.text.length > LONGEST_TEXT || hasMoreLines(detected.text, MOST_LINES))) throw refusal('too-large');
  const foreign = detected.kind === 'text' ? foreignText(detected.text, name) : undefined;
  if (foreign) throw refusal(foreign);
  return detected;
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (let at = text.search(/[\n\r\f\v]/); at !== -1 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x0a && code <= 0x0d) lines += 1;
    if (lines > most) return true;
  }
  return false;
}

const oleCodes: { readonly [kind in OleKind]: RefusalCode | undefined } = {
  doc: undefined,
  'doc-encrypted': 'encrypted',
  works: 'legacy-works',
  xls: 'legacy-xls',
  ppt: 'legacy-ppt',
  msg: 'outlook-message',
  visio: 'ole',
  'encrypted-package': 'encrypted',
  other: 'ole',
};

const HTML_ROOT = /^(?:html|head|body|meta|title|base|link|style|script|frameset)$/;
const HTML_PART = /^(?:table|div|p|h[1-6]|center|font|span|section|article|main|header|nav|b|strong|ul|ol|pre|form|a|img|blockquote)$/;

function textKind(text: string): DetectedText {
  // \u200b and the like stand at the head of texts copied from the web; a second byte order mark after some conversions.
  const start = text.search(/[^\s\u200b-\u200f\u2060\ufeff]/);
  if (start === -1) throw refusal('blank');
  const head = text.slice(start, start + 65536);
  if (head.startsWith('<')) {
    const root = rootElement(head);
    if (root?.doctype === 'html') return { kind: 'html', text };
    if (root?.name !== undefined) {
      const code = xmlCode(root.name);
      if (code) throw refusal(code);
      if (HTML_ROOT.test(root.name) || (HTML_PART.test(root.name) && isHtmlThroughout(text))) return { kind: 'html', text };
      if (root.declared) throw refusal('xml');
    }
    return { kind: 'text', text };
  }
  // Only braces and brackets that JSON itself continues: 【 and [bookmark: …] open texts too.
  if (/^\{\s*["}]|^\[\s*[[{\]"]/.test(head)) return { kind: 'json', text };
  if (
    /^(?:From:[^\n]*\n(?:[^\n]+\n)*?)?MIME-Version:/i.test(head.replace(/\r/g, '')) ||
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?Content-Type:\s*multipart\//i.test(head.replace(/\r/g, ''))
  ) {
    throw refusal('mhtml');
  }
  return { kind: 'text', text };
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

function xmlCode(name: string): RefusalCode | undefined {
  if (name === 'w:worddocument' || name === 'pkg:package') return 'word-xml';
  if (name === 'office:document') return 'flat-odt';
  return name.startsWith('uof:') || name === 'uof' ? 'uof' : undefined;
}

/** A piece of HTML without `<html>`, as opposed to Markdown that opens with an element: it also ends with a tag, and no line is Markdown's. */
function isHtmlThroughout(text: string): boolean {
  return /<\/?[a-z][^<>]*>\s*$/i.test(text.slice(-2000)) && !/^(?:#{1,6}\s|[ \t]*\|.*\|[ \t]*$|\+-{3})/m.test(text);
}

/** `/Encrypt` in a trailer or in the dictionary of a cross-reference stream, neither of which is ever compressed. */
function isEncryptedPdf(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x2f); at !== -1; at = bytes.indexOf(0x2f, at + 1)) {
    if (ENCRYPT.every((byte, index) => bytes[at + index] === byte) && /^\s*(?:\d+\s+\d+\s+R|<<)/.test(latin1(bytes, at + ENCRYPT.length, at + 40))) return true;
  }
  return false;
}

const ENCRYPT = Array.from('/Encrypt', (character) => character.charCodeAt(0));

/** `BM`, and the size of the file where a bitmap states it: two letters alone may open a text. */
function isBitmap(bytes: Uint8Array): boolean {
  return bytes.length > 26 && bytes[0] === 0x42 && bytes[1] === 0x4d && new DataView(bytes.buffer, bytes.byteOffset, 26).getUint32(2, true) === bytes.length;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
