/** Finding the files that a path of the command line stands for. */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, normalize, resolve, sep } from 'node:path';
import { InputError } from '../../base/errors.js';
import { formats } from '../../read/formats/index.js';
import type { ListedFile, Listing } from '../cli/host.js';
import { CONFIG_FILE, SUPPRESSIONS_FILE } from '../config/names.js';
import { asInputError, notFound } from './faults.js';
import { inPathOrder } from './order.js';
import { pathFromBytes, realPath, shownPath, toFilePath } from './paths.js';

const extensionsOf = (refused: boolean): ReadonlySet<string> =>
  new Set(formats.filter((format) => 'refuse' in format === refused).flatMap(({ extensions = [] }) => extensions));

/** Kinds of files that are read when they lie in a folder; a file that is named is always tried. */
const READABLE = extensionsOf(false);

/** Kinds that may well be a report but cannot be read: in a folder they are counted and said. */
const UNREADABLE = extensionsOf(true);

/** Owner files that Word leaves beside an open document, and hidden files. */
const LEFTOVER = /^(?:~\$|\.)/;

/** Files that say how to judge the reports beside them are no reports. */
const SETTINGS = new Set([CONFIG_FILE, SUPPRESSIONS_FILE]);

interface Found {
  /** Paths as they were come to, and without links. */
  readonly files: { readonly path: string; readonly real: string }[];
  readonly faults: { readonly name: string; readonly fault: unknown }[];
  readonly skipped: Map<string, number>;
}

/** Paths are shown with slashes on every system. */
function shown(path: string): string {
  const name = shownPath(normalize(path));
  return sep === '\\' ? name.replaceAll('\\', '/') : name;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(toFilePath(path));
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string, above: readonly string[]): { readonly real: string; readonly entries: readonly Dirent<Buffer>[] } {
  const real = realPath(folder);
  // A link to a folder further up would go round for ever.
  return { real, entries: above.includes(real) ? [] : readdirSync(toFilePath(folder), { withFileTypes: true, encoding: 'buffer' }) };
}

function walk(folder: string, above: readonly string[], found: Found): void {
  let listed: ReturnType<typeof entriesOf>;
  try {
    listed = entriesOf(folder, above);
  } catch (fault) {
    found.faults.push({ name: shown(folder), fault: asInputError(fault) });
    return;
  }
  for (const entry of listed.entries) {
    const name = pathFromBytes(entry.name);
    if (LEFTOVER.test(name) || name === 'node_modules' || SETTINGS.has(name)) continue;
    const path = join(folder, name);
    const kind = entry.isSymbolicLink() ? statOf(path) : entry;
    const extension = extname(name).toLowerCase();
    if (kind?.isDirectory()) walk(path, [...above, listed.real], found);
    else if (kind && !kind.isFile()) continue;
    else if (READABLE.has(extension)) found.files.push({ path, real: entry.isSymbolicLink() ? realPath(path) : join(listed.real, name) });
    else if (UNREADABLE.has(extension)) found.skipped.set(extension, (found.skipped.get(extension) ?? 0) + 1);
  }
}

async function matching(pattern: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const paths = await glob(slashed, { expandDirectories: false, onlyFiles: true, ignore: ['**/node_modules/**', '**/~$*'] });
  return paths.map((path) => normalize(path)).filter((path) => !SETTINGS.has(basename(path)));
}

function noMatch(): InputError {
  return new InputError(
    'nothing-matched',
    { zh: '没有文件与这个通配符匹配。', en: 'No file matches this pattern.' },
    { zh: '请检查文件夹和通配符；含有 * 的路径要加引号。', en: 'Check the folder and the pattern; quote a path that has * in it.' },
  );
}

function emptyFolder(skipped: ReadonlyMap<string, number>): InputError {
  const kinds = [...skipped].map(([extension, count]) => `${extension} × ${count}`).join(', ');
  return new InputError(
    'nothing-matched',
    kinds === ''
      ? { zh: '文件夹中没有可检查的文件。', en: 'The folder has no file that can be checked.' }
      : { zh: `文件夹中没有可检查的文件，只有 ${kinds}。`, en: `The folder has no file that can be checked, only ${kinds}.` },
    {
      zh: `可检查的是 ${[...READABLE].join('、')}；其他格式请先用 Word 或 WPS 另存为 .docx。`,
      en: `It reads ${[...READABLE].join(', ')}; save other kinds as .docx with Word or WPS first.`,
    },
  );
}

/**
 * What a path, folder or glob stands for. A path that exists is never taken for a glob. Folders give the files of known
 * kinds in them at any depth, globs the files they match, both without those named in `except`; a file that several links lead to
 * comes under the first name. What stands for nothing is a fault.
 */
export async function listInputs(path: string, except: readonly string[]): Promise<Listing> {
  const found: Found = { files: [], faults: [], skipped: new Map() };
  const stats = statOf(path);
  if (stats && !stats.isDirectory()) return { inputs: [{ path: resolve(path), name: shown(path), real: realPath(path) }], faults: [], skipped: found.skipped };
  if (stats) walk(path, [], found);
  else if (/[*?[{(!]/.test(path)) for (const match of await matching(path)) found.files.push({ path: match, real: realPath(match) });
  const left = new Set(except.map((name) => resolve(name)));
  const files = found.files.filter(({ path: each }) => !left.has(resolve(each)));
  if (files.length === 0 && found.faults.length === 0) {
    const fault = stats ? emptyFolder(found.skipped) : /[*?[{]/.test(path) ? noMatch() : notFound();
    found.faults.push({ name: shown(path), fault });
  }
  const once = new Map<string, ListedFile>();
  for (const { path: each, real } of inPathOrder(files, (file) => file.path)) {
    if (!once.has(real)) once.set(real, { path: resolve(each), name: shown(each), real });
  }
  return { inputs: [...once.values()], faults: found.faults, skipped: found.skipped };
}
