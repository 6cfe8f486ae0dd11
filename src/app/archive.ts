/** A zip of reports, read as a folder: which files it holds, and each of them within bounds. */
import { InputError } from '../base/errors.js';
import { isZip, openZip, readEntry, type ZipArchive, type ZipEntry } from '../base/package/zip.js';
import { zipKindOf } from '../read/formats/zip/kind.js';
import { fileKind } from './kinds.js';

/** What parts the path of an archive from that of a file in it: 包.zip!/镇/报告.docx. */
export const INSIDE = '!/';

/** Largest file of an archive that is inflated, in bytes: the largest .docx with pictures has a tenth. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** Most files of an archive; a city's year has a few hundred. */
const MOST_FILES = 5_000;

/** A file in an archive. */
export interface ArchivedFile {
  /** Its path in the archive, with forward slashes. */
  readonly name: string;
  /** Its bytes. Errors: InputError when it is encrypted, damaged or inflates beyond any report. */
  readonly read: () => Uint8Array;
}

function isFile({ name }: ZipEntry): boolean {
  return !name.endsWith('/') && !name.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
}

function tooMany(): InputError {
  return new InputError(
    'too-large',
    { zh: `压缩包里的文件多于 ${MOST_FILES} 个，未读取。`, en: `The archive holds more than ${MOST_FILES} files and was not read.` },
    { zh: '请解压后检查其中的文件夹，或分成几个压缩包。', en: 'Unpack it and check the folder, or part it into several archives.' },
  );
}

/** The files of an archive of files, in its order; undefined when the bytes are a document, be it a damaged one, or hold nothing that could be read. Errors: InputError for too many files. */
export function filesInArchive(bytes: Uint8Array): readonly ArchivedFile[] | undefined {
  if (!isZip(bytes)) return undefined;
  let archive: ZipArchive;
  try {
    archive = openZip(bytes);
  } catch (error) {
    // Whoever reads it as a document says what is wrong with it.
    if (error instanceof InputError) return undefined;
    throw error;
  }
  if (!['files', 'zip'].includes(zipKindOf(archive))) return undefined;
  const entries = [...archive.entries.values()].filter(isFile);
  if (!entries.some(({ name }) => ['report', 'tentative'].includes(fileKind(name)))) return undefined;
  if (entries.length > MOST_FILES) throw tooMany();
  return entries.map((entry) => ({ name: entry.name, read: () => readEntry(archive, entry, { left: LARGEST_FILE }) }));
}
