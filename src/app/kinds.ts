/** What the name of a file that lies in a folder or an archive says of it: whether it is looked at, and what it means when it is no report. */
import { formats } from '../read/formats/index.js';

/** `report`: must be one. `tentative`: much else comes so, what is no report is left aside. `other`: is no report. `lock`: an office's own note. */
export type FileKind = 'report' | 'tentative' | 'other' | 'lock';

/** How the names of files end that reports come in: one that lies in a folder is read like one that is named, and failing that is a failure. */
const REPORTS = new Set(formats.flatMap(({ extensions = [], tentative }) => (tentative ? [] : extensions)));

/** How the names of files that can be read end, for a sentence too. */
export const readableExtensions: readonly string[] = [...new Set(formats.flatMap((format) => ('refuse' in format ? [] : (format.extensions ?? []))))];

const READABLE = new Set(readableExtensions);

/** The kind of a file by its name, with or without folders before it. */
export function fileKind(name: string): FileKind {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  if (last.startsWith('~$')) return 'lock';
  const extension = /\.[^.]*$/.exec(last)?.[0].toLowerCase() ?? '';
  if (REPORTS.has(extension)) return 'report';
  return READABLE.has(extension) ? 'tentative' : 'other';
}
