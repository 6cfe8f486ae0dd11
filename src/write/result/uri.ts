/** File names as URI references (RFC 3986). */

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/**
 * The name of a file as a URI reference: relative names stay relative with each segment percent-encoded, absolute ones of POSIX,
 * Windows (C:\…) and shares (\\host\…) become `file:` URIs. Backslashes part segments, as on Windows; lone surrogates become U+FFFD.
 */
export function fileUri(file: string): string {
  const path = file.replace(/\p{Cs}/gu, '\ufffd').replace(/\\/g, '/');
  const drive = /^([A-Za-z]):\/(.*)$/su.exec(path);
  if (drive) return `file:///${drive[1]}:/${encoded(drive[2]!)}`;
  const share = /^\/\/([A-Za-z0-9.-]+)\/(.*)$/su.exec(path);
  if (share && file.startsWith('\\\\')) return `file://${share[1]}/${encoded(share[2]!)}`;
  if (path.startsWith('/')) return `file://${encoded(path.replace(/^\/+/, '/'))}`;
  return encoded(path.replace(/^(?:\.\/+)+/, '').replace(/\/{2,}/g, '/'));
}
