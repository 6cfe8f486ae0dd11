/** Finding the files that a path of the command line stands for. */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, extname, join, normalize, resolve, sep } from 'node:path';
import { InputError } from '../../base/errors.js';
import type { SkipReason } from '../../judge/diagnostic.js';
import { filesInArchive, INSIDE } from '../archive.js';
import type { ListedFile, Listing } from '../cli/host.js';
import { CONFIG_FILE, SUPPRESSIONS_FILE } from '../config/names.js';
import { fileKind, readableExtensions } from '../kinds.js';
import { asInputError, notFound } from './faults.js';
import { inPathOrder } from './order.js';
import { pathFromBytes, realPath, shownPath, toFilePath } from './paths.js';
import { readAtOnce } from './read.js';

/** Hidden files. */
const HIDDEN = /^\./;

/** Files that say how to judge the reports beside them are no reports. */
const SETTINGS = new Set([CONFIG_FILE, SUPPRESSIONS_FILE]);

interface Found {
  /** Paths as they were come to, and without links. */
  readonly files: { readonly path: string; readonly real: string; readonly tentative?: true }[];
  readonly faults: { readonly name: string; readonly fault: unknown }[];
  readonly skipped: { readonly path: string; readonly reason: SkipReason }[];
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

/** What becomes of a file that nobody named: by its kind, and of an archive of reports by what is in it. */
function sort(path: string, real: string, found: Found): void {
  const kind = fileKind(path);
  if (kind === 'lock') found.skipped.push({ path, reason: 'lock-file' });
  else if (kind === 'other') found.skipped.push({ path, reason: 'other-kind' });
  else if (!unpack(path, real, found)) found.files.push({ path, real, ...(kind === 'tentative' ? { tentative: true } : {}) });
}

/** Puts the files of an archive of reports in its place; says whether it is one. */
function unpack(path: string, real: string, found: Found): boolean {
  if (extname(path).toLowerCase() !== '.zip' || path.includes(INSIDE)) return false;
  try {
    const files = filesInArchive(readAtOnce(path));
    if (files === undefined) return false;
    for (const { name } of files) sort(`${path}${INSIDE}${name}`, `${real}${INSIDE}${name}`, found);
    return true;
  } catch (fault) {
    found.faults.push({ name: shown(path), fault: asInputError(fault) });
    return true;
  }
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
    if (HIDDEN.test(name) || name === 'node_modules' || SETTINGS.has(name)) continue;
    const path = join(folder, name);
    const kind = entry.isSymbolicLink() ? statOf(path) : entry;
    if (kind?.isDirectory()) walk(path, [...above, listed.real], found);
    else if (kind && !kind.isFile()) continue;
    else sort(path, entry.isSymbolicLink() ? realPath(path) : join(listed.real, name), found);
  }
}

/** A part of a pattern with the brackets that stand for themselves marked so: all but those of @(a|b) and its like. */
function asLetters(part: string): string {
  return part.replace(/(?<![?*+@!\\])\(([^()|]*)\)/g, '\\($1\\)');
}

async function matching(pattern: string): Promise<readonly string[]> {
  const { escapePath, glob } = await import('tinyglobby');
  const parts = (sep === '\\' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  // 年报(2024)/*.docx: as far as folders of these very names exist, their signs are letters.
  const existing = parts.findIndex((_, index) => index === parts.length - 1 || statOf(parts.slice(0, index + 1).join('/') || '/') === undefined);
  const slashed = [...parts.slice(0, existing).map((part) => escapePath(part)), ...parts.slice(existing).map(asLetters)].join('/');
  const paths = await glob(slashed, { expandDirectories: false, onlyFiles: true, ignore: ['**/node_modules/**'] });
  return paths.map((path) => normalize(path)).filter((path) => !SETTINGS.has(basename(path)));
}

function noMatch(): InputError {
  return new InputError(
    'nothing-matched',
    { zh: '没有文件与这个通配符匹配。', en: 'No file matches this pattern.' },
    { zh: '请检查文件夹和通配符；含有 * 的路径要加引号。', en: 'Check the folder and the pattern; quote a path that has * in it.' },
  );
}

function emptyFolder(): InputError {
  return new InputError(
    'nothing-matched',
    { zh: '文件夹中没有可检查的文件。', en: 'The folder has no file that can be checked.' },
    { zh: `可检查的是 ${readableExtensions.join('、')}。`, en: `It reads ${readableExtensions.join(', ')}.` },
  );
}

/**
 * What a path, folder or glob stands for. A path that exists is never taken for a glob. Folders give the files in them at any depth
 * that may be reports and name those that are not; globs the files they match, both without those named in `except`; a file that several links lead to
 * comes under the first name. What stands for nothing is a fault.
 */
export async function listInputs(path: string, except: readonly string[]): Promise<Listing> {
  const found: Found = { files: [], faults: [], skipped: [] };
  const take = (each: string): void => {
    const real = realPath(each);
    if (fileKind(each) === 'lock') found.skipped.push({ path: each, reason: 'lock-file' });
    else if (!unpack(each, real, found)) found.files.push({ path: each, real });
  };
  const stats = statOf(path);
  const named = stats?.isDirectory() === false;
  if (named) take(path);
  else if (stats) walk(path, [], found);
  else if (/[*?[{(!]/.test(path)) for (const match of await matching(path)) take(match);
  const left = new Set(named ? [] : except.map((name) => resolve(name)));
  const files = found.files.filter(({ path: each }) => !left.has(resolve(each)));
  if (files.length === 0 && found.faults.length === 0 && ((stats && !named) || found.skipped.length === 0)) {
    const fault = stats ? emptyFolder() : /[*?[{]/.test(path) ? noMatch() : notFound();
    found.faults.push({ name: shown(path), fault });
  }
  const once = new Map<string, ListedFile>();
  for (const { path: each, ...file } of inPathOrder(files, (one) => one.path)) {
    if (!once.has(file.real)) once.set(file.real, { ...file, path: resolve(each), name: shown(each) });
  }
  const skipped = inPathOrder(found.skipped, (one) => one.path).filter(({ path: each }) => !left.has(resolve(each)));
  return { inputs: [...once.values()], faults: found.faults, skipped: skipped.map(({ path: each, reason }) => ({ file: shown(each), reason })) };
}
