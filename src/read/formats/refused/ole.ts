/** What a compound file is: the container of Office before 2007, of WPS Office, and of encrypted packages since. */
import { openCompoundFile } from '../../../base/package/cfb.js';
import { viewOf } from '../../../base/package/little-endian.js';
import { wordKind } from '../doc/fib.js';

/** The kinds that are told apart. */
export type OleKind = 'doc' | 'doc-95' | 'doc-encrypted' | 'works' | 'xls' | 'ppt' | 'msg' | 'visio' | 'encrypted-package' | 'other';

/** The kind by the streams in the root storage: those of embedded objects lie deeper. A .wps of WPS Office is a .doc inside. A damaged directory is `other`. */
export function oleKind(bytes: Uint8Array): OleKind {
  const file = openCompoundFile(bytes);
  if (!file) return 'other';
  const has = (...names: readonly string[]): boolean => names.some((name) => file.names.has(name));
  if (has('encryptedpackage', 'encryptioninfo')) return 'encrypted-package';
  const word = file.stream('worddocument');
  if (word) {
    const kind = wordKind(viewOf(word));
    return kind === 'none' ? 'other' : kind;
  }
  if (has('workbook', 'book')) return 'xls';
  if (has('powerpoint document', 'pp40')) return 'ppt';
  if (has('__properties_version1.0', '__nameid_version1.0')) return 'msg';
  if (has('visiodocument')) return 'visio';
  if (has('matost', 'mn0')) return 'works';
  return 'other';
}
