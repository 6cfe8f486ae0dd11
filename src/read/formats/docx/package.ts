/** A Word package: the texts of the parts that its body is read from. */
import { mainPart, partText, relationships } from '../../../base/package/parts.js';
import type { WordPackage } from '../../../base/package/word.js';
import { type InflationBudget, openZip, type ZipArchive } from '../../../base/package/zip.js';
import { missingDocument } from '../../../base/xml/refusals.js';
import { notDocx, zipKindOf } from '../zip/kind.js';

/**
 * Bytes that all parts read for one document may inflate to. A long report's text is below 1 MB of XML; at this bound the
 * decoded text and what is read from it stay under 300 MB of memory.
 */
const MAX_INFLATED = 16 * 1024 * 1024;

/**
 * Opens a Word package.
 * @throws InputError when the archive is damaged, encrypted or too large, is no Word document, or lacks its main part.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const archive = openZip(bytes);
  const kind = zipKindOf(archive);
  if (kind !== 'docx') throw notDocx(kind);
  return wordPackageOf(archive);
}

/** The package in an archive that is known to be a Word document. Errors: as `openWordPackage`. */
export function wordPackageOf(archive: ZipArchive): WordPackage {
  const budget: InflationBudget = { left: MAX_INFLATED };
  const entry = mainPart(archive)?.entry;
  if (!entry) throw missingDocument();
  const main = partText(archive, entry, budget);
  const related = relationships(archive, entry.name, budget);
  const textOfType = (type: string): string | undefined => {
    const target = related.find((relationship) => relationship.type === type)?.target;
    const part = target === undefined ? undefined : archive.entries.get(target);
    return part && partText(archive, part, budget);
  };
  const styles = textOfType('styles');
  const numbering = textOfType('numbering');
  return { archive, related, mainName: entry.name, main, ...(styles === undefined ? {} : { styles }), ...(numbering === undefined ? {} : { numbering }) };
}
