/**
 * File names that are not UTF-8. Linux allows any bytes in a name, and archives made on Chinese Windows leave GBK ones;
 * Node decodes them with loss. Here a path is a string in which each byte that is no UTF-8 stands as a lone low
 * surrogate (U+DC80…U+DCFF), so that it can be joined and compared like any other and turned back into its bytes.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

const ESCAPED = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeOrUndefined(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A path from its bytes. */
export function pathFromBytes(bytes: Uint8Array): string {
  const whole = decodeOrUndefined(utf8, bytes);
  if (whole !== undefined) return whole;
  let path = '';
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    const length = [1, 2, 3, 4].find((count) => decodeOrUndefined(utf8, bytes.subarray(start, start + count)) !== undefined);
    path += length === undefined ? String.fromCharCode(0xdc00 + bytes[at]!) : utf8.decode(bytes.subarray(at, at + length));
    at += length ?? 1;
  }
  return path;
}

/** A path from its bytes in a list of files. On Windows names are characters, and a list is in whatever encoding its program writes. */
export function listedPath(bytes: Uint8Array): string {
  return process.platform === 'win32' ? (decodeOrUndefined(utf8, bytes) ?? new TextDecoder('gb18030').decode(bytes)) : pathFromBytes(bytes);
}

/** The path in the form that Node's file functions take: a string, or bytes where a string would lose them. */
export function toFilePath(path: string): string | Buffer {
  if (!ESCAPED.test(path)) return path;
  return Buffer.concat([...path].map((character) => (ESCAPED.test(character) ? Buffer.of(character.charCodeAt(0) - 0xdc00) : Buffer.from(character))));
}

/** The absolute path without links; of what has none (a pipe, a file that is not there) the path itself. */
export function realPath(path: string): string {
  try {
    return pathFromBytes(realpathSync(toFilePath(path), 'buffer'));
  } catch {
    return resolve(path);
  }
}

/** The path as people are shown it: a name that is not UTF-8 is read as GB18030 where it can be. */
export function shownPath(path: string): string {
  const bytes = toFilePath(path);
  return typeof bytes === 'string' ? bytes : (decodeOrUndefined(new TextDecoder('gb18030', { fatal: true }), bytes) ?? bytes.toString());
}

/** The arguments of the program with their bytes kept, where the system still has them (Linux). */
export function exactArguments(decoded: readonly string[]): readonly string[] {
  if (!decoded.some((argument) => argument.includes('\ufffd'))) return decoded;
  try {
    const all = readFileSync('/proc/self/cmdline');
    const parts: Buffer[] = [];
    for (let start = 0; start < all.length; ) {
      const end = all.indexOf(0, start);
      parts.push(all.subarray(start, end === -1 ? all.length : end));
      start = end === -1 ? all.length : end + 1;
    }
    return parts.length > decoded.length ? parts.slice(-decoded.length).map(pathFromBytes) : decoded;
  } catch {
    return decoded;
  }
}
