/** A Word package: the texts of the parts that its body is read from. */
import { type InflationBudget, openZip, type ZipArchive } from '../zip.js';
import { notDocx, zipKindOf } from './kind.js';
import { mainPart, partText, relationships } from './parts.js';
import { missingDocument } from './refusals.js';

/**
 * Bytes that all parts read for one document may inflate to. A long report's text is below 1 MB of XML; at this bound the
 * decoded text and what is read from it stay under 300 MB of memory.
 */
const MAX_INFLATED = 16 * 1024 * 1024;

/** A Word package with the text of the parts that the body is read from. */
export interface WordPackage {
  readonly archive: ZipArchive;
  /** Name of the main document part in the archive. */
  readonly mainName: string;
  readonly main: string;
  readonly styles?: string;
  readonly numbering?: string;
}

/**
 * Opens a Word package.
 * @throws InputError when the archive is damaged, encrypted or too large, is no Word document, or lacks its main part.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const archive = openZip(bytes);
  const budget: InflationBudget = { left: MAX_INFLATED };
  const kind = zipKindOf(archive);
  if (kind !== 'docx') throw notDocx(kind);
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
  return { archive, mainName: entry.name, main, ...(styles === undefined ? {} : { styles }), ...(numbering === undefined ? {} : { numbering }) };
}
