/** The files that a user drops or picks, folders opened, in the order of their names. */
import type { DroppedFile } from './desk.js';

/** Largest file that is read; the command has the same bound. */
const LARGEST = 64 * 1024 * 1024;

/** The part of a folder's handle that is used; the types of the DOM library lack its iteration. */
interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<Handle>;
}

interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

type Handle = FolderHandle | FileHandle;

interface Found {
  readonly name: string;
  readonly file: File;
}

async function below(handle: Handle, path: string): Promise<readonly Found[]> {
  const name = `${path}${handle.name}`;
  if (handle.kind === 'file') return [{ name, file: await handle.getFile() }];
  const found: Found[] = [];
  for await (const child of handle.values()) found.push(...(await below(child, `${name}/`)));
  return found;
}

/** What a drop holds. Folders need the file-system handles of Chromium: the older entries do not work for pages of the disk. */
async function inDrop(items: DataTransferItemList): Promise<readonly Found[]> {
  // Handles must be asked for before anything is waited for: the drop is emptied then.
  const asked = Array.from(items).flatMap((item) => {
    if (item.kind !== 'file') return [];
    const handle = (item as unknown as { getAsFileSystemHandle?: () => Promise<Handle | null> }).getAsFileSystemHandle?.();
    return [{ handle, file: item.getAsFile() }];
  });
  const found = await Promise.all(
    asked.map(async ({ handle, file }) => {
      const known = await handle?.catch(() => null);
      if (known) return below(known, '');
      return file ? [{ name: file.name, file }] : [];
    }),
  );
  return found.flat();
}

const collator = new Intl.Collator('zh', { numeric: true });

/** What was dropped or picked. */
export interface Collected {
  readonly files: readonly DroppedFile[];
  /** Names of files that are too large to be a report. */
  readonly tooLarge: readonly string[];
}

/** Office's lock files and hidden files are nobody's report. */
function isMeant({ name }: Found): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return !last.startsWith('~$') && !last.startsWith('.');
}

async function collect(found: readonly Found[]): Promise<Collected> {
  const meant = found.filter(isMeant).sort((a, b) => collator.compare(a.name, b.name));
  const small = meant.filter(({ file }) => file.size <= LARGEST);
  const files = await Promise.all(small.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })));
  return { files, tooLarge: meant.filter(({ file }) => file.size > LARGEST).map(({ name }) => name) };
}

/** The files of a drop. */
export async function droppedFiles(transfer: DataTransfer): Promise<Collected> {
  return collect(await inDrop(transfer.items));
}

/** The files that were picked, with the folders they stand in when a folder was. */
export async function pickedFiles(files: ArrayLike<File>): Promise<Collected> {
  return collect(Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file })));
}
