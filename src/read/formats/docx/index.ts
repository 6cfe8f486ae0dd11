/** Reading Word documents (.docx, .docm, .dotx) of any program that writes them. */
import type { WordPackage } from '../../../base/package/word.js';
import type { ZipArchive } from '../../../base/package/zip.js';
import type { Layout } from '../../../form/model/layout.js';
import type { SourceDocument } from '../../document.js';
import { readBody } from './body.js';
import { withDamages } from './damages.js';
import { readLayout } from './layout/index.js';
import { openWordPackage, wordPackageOf } from './package.js';

export type { WordPackage } from '../../../base/package/word.js';
export { openWordPackage } from './package.js';

/**
 * Reads a Word document: the text as a reader sees it with all changes accepted, tables as grids, automatic numbers restored.
 * Headers, footers, notes and comments are not part of it; a nested table follows the table it stands in.
 * @throws InputError when the bytes are no Word document, or a damaged, encrypted, hostile or boundlessly large one.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  return readPackage(() => openWordPackage(bytes));
}

/** Reads an archive that is known to be a Word document. Errors: as `readDocx`. */
export function readWordArchive(archive: ZipArchive): SourceDocument {
  return readPackage(() => wordPackageOf(archive));
}

/** The package is opened again for its layout: to keep it open would keep the text of all its parts. */
function readPackage(open: () => WordPackage): SourceDocument {
  let layout: Layout | undefined;
  const source = open();
  return {
    ...withDamages(source, readBody(source)),
    layout: () => {
      layout ??= readLayout(open());
      return layout;
    },
  };
}
