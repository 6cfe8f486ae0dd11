/** The text of an XML part: UTF-8, or UTF-16 as its byte order mark or first character shows (XML 1.0, appendix F). */
import { undecodable } from '../xml/refusals.js';

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/**
 * Decodes a part, without its byte order mark; offsets into the result are the `offset` of places.
 * @throws InputError `malformed-xml` when the bytes are no text of their encoding.
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decoded(bytes, 'utf-16le', part);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decoded(bytes, 'utf-16be', part);
  const label = first === 0x3c ? DECLARED.exec(String.fromCharCode(...bytes.subarray(0, 200)))?.[1] : undefined;
  return decoded(bytes, label === undefined || /^(?:utf-?8|us-ascii)$/i.test(label) ? 'utf-8' : label, part);
}

function decoded(bytes: Uint8Array, encoding: string, part: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw undecodable(part);
  }
}
