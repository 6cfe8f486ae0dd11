/** Bytes to text: which encoding it is, decided by the bytes themselves, and a refusal where they are no text at all. */
import { InputError, type Sentence } from '../../base/errors.js';

/** Encodings that reports come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A decoded text, without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Decodes a text file: byte order mark, UTF-16 by its statistics, UTF-8, then what the page itself declares (HTML `<meta>`),
 * then GB18030; all strictly. Valid UTF-8 goes before a declaration, because pages are often converted without changing it and
 * Chinese text of another encoding is never valid UTF-8 by chance for long.
 * @throws InputError `binary` when it is no text, `encoding` when bytes of it are damaged (with the offset of the first).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeOrFail(bytes, marked);
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const wide = wideEncoding(bytes);
    if (!wide) throw binaryError(zero);
    return { text: strictly(bytes, wide)!, encoding: wide };
  }
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== undefined) return asText(utf8, 'utf-8');
  // A UTF-8 file with a broken byte can pass as GB18030, every character of it wrong.
  if (looksLikeUtf8(bytes)) return decodeOrFail(bytes, 'utf-8');
  const declared = declaredEncoding(bytes);
  if (declared) {
    const text = strictly(bytes, declared);
    if (text !== undefined) return asText(text, declared);
  }
  return decodeOrFail(bytes, 'gb18030');
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] !== 0xff || bytes[1] !== 0xfe) return undefined;
  // FF FE 00 00 is the mark of UTF-32, which nothing in use writes; read as UTF-16 it has NUL characters and is refused.
  return 'utf-16le';
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeOrFail(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = strictly(bytes, encoding);
  if (text !== undefined) return asText(text, encoding);
  const offset = firstBadByte(bytes, encoding);
  // Nothing readable to speak of before the first fault, and control bytes all over: not a damaged text but another kind of file.
  if (controlShare(bytes) > 0.05) throw binaryError(offset);
  const name = encoding.toUpperCase();
  throw new InputError(
    'encoding',
    {
      zh: `文件的文字编码已损坏：第 ${offset + 1} 个字节起不是有效的 ${name}。`,
      en: `The text is damaged: from byte ${offset + 1} on it is not valid ${name}.`,
    },
    {
      zh: '请重新从原文件导出，另存为 UTF-8 编码的文本，或直接使用 .docx 原稿。',
      en: 'Export it again from the original, as text in UTF-8, or use the original .docx.',
    },
  );
}

function asText(text: string, encoding: Encoding): DecodedText {
  const zero = text.indexOf('\0');
  if (zero !== -1) throw binaryError(zero);
  let control = 0;
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) control += 1;
  if (control > 16 && control > text.length * 0.05) throw binaryError(0);
  return { text, encoding };
}

/** Control characters that no text tool writes; Word's own marks (cell ends, breaks, soft hyphens, fields) are not among them. */
function isControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x07 && code <= 0x0d) && !(code >= 0x13 && code <= 0x15) && code !== 0x1a && code < 0x1e;
}

function controlShare(bytes: Uint8Array): number {
  let control = 0;
  for (const byte of bytes) if (isControl(byte)) control += 1;
  return control / Math.max(1, bytes.length);
}

/** UTF-16 without a mark: decoded in the right order nearly every unit is Chinese, punctuation or ASCII; in the wrong one hardly any. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const length = Math.min(bytes.length, 1 << 16);
  let little = 0;
  let big = 0;
  for (let i = 0; i + 1 < length; i += 2) {
    if (isUsual(bytes[i]! | (bytes[i + 1]! << 8))) little += 1;
    if (isUsual((bytes[i]! << 8) | bytes[i + 1]!)) big += 1;
  }
  const encoding = little >= big ? 'utf-16le' : 'utf-16be';
  if (Math.max(little, big) < (length / 2) * 0.95) return undefined;
  const text = strictly(bytes, encoding);
  return text === undefined || text.includes('\0') ? undefined : encoding;
}

function isUsual(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2000 && unit <= 0x266f) ||
    unit === 0xa0 ||
    unit === 0xb7
  );
}

/** Whether whole three-byte UTF-8 characters far outnumber the bytes that break the encoding. In GB18030 text it is the other way round. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const size = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let follows = 1;
    while (follows < size && (bytes[i + follows] ?? 0) >> 6 === 2) follows += 1;
    if (size === 0 || follows < size) {
      broken += 1;
      i += 1;
    } else {
      if (size === 3) whole += 1;
      i += size;
    }
  }
  return whole > broken * 2;
}

/** The encoding that an HTML page or XML file names in its head; only those that Chinese pages use. */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 16384));
  const name = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  if (name === undefined) return undefined;
  if (/^(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk|cp936)$/i.test(name)) return 'gb18030';
  return /^big5/i.test(name) ? 'big5' : undefined;
}

/** Zero-based offset of the first byte that is not valid, found by halving: TextDecoder does not tell. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return good;
}

function binaryError(offset: number): InputError {
  const sentence: Sentence = {
    zh: `这不是文本文件：第 ${offset + 1} 个字节起是二进制内容。`,
    en: `This is no text file: from byte ${offset + 1} on it is binary data.`,
  };
  return new InputError('binary', sentence, {
    zh: '请提供 .docx、文本、Markdown、网页（.html）或本工具导出的 JSON。',
    en: 'Give a .docx, text, Markdown or HTML file, or the JSON that this tool writes.',
  });
}
