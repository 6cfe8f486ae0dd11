/** Finding the settings that lie beside a report or above it. */
import { lstatSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FileInput } from '../cli/host.js';
import { shownPath, toFilePath } from './paths.js';

function fileAt(path: string): FileInput {
  const name = shownPath(relative(process.cwd(), path) || '.');
  return { path, name: sep === '\\' ? name.replaceAll('\\', '/') : name };
}

/** Whether there is something to be read at a path; a link that leads nowhere counts, so that it is told and not passed over. */
function isThere(path: string): boolean {
  const file = toFilePath(path);
  try {
    return !(lstatSync(file).isSymbolicLink() ? statSync(file, { throwIfNoEntry: false }) : lstatSync(file))?.isDirectory();
  } catch {
    return false;
  }
}

/** Looks files of a name up, nearest first; each folder is asked once. */
export function lookUp(name: string): (path: string | undefined) => FileInput | undefined {
  const known = new Map<string, FileInput | undefined>();
  const nearest = (folder: string): FileInput | undefined => {
    if (known.has(folder)) return known.get(folder);
    const path = join(folder, name);
    const above = dirname(folder);
    const found = isThere(path) ? fileAt(path) : above === folder ? undefined : nearest(above);
    known.set(folder, found);
    return found;
  };
  return (path) => nearest(path === undefined ? process.cwd() : dirname(resolve(path)));
}

/** The file that a path written in the file `file` means. */
export function beside(file: string, path: string): FileInput {
  return fileAt(resolve(dirname(file), path));
}
