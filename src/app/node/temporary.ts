/** Names of files that are not whole yet, and taking those away that runs before have left: killed, they could not. */
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { toFilePath } from './paths.js';

/** A day, in milliseconds: no run takes that long over a file. */
const DAY = 24 * 60 * 60 * 1000;

/** This computer, in letters that every file system takes. */
const HOST = (hostname().replace(/[^A-Za-z0-9]/g, '') || 'host').slice(0, 40);

/** .gov-report-HOST-PROCESS-….tmp */
const NAME = /^\.gov-report-(?:([A-Za-z0-9]+)-(\d+)-)?[\w-]+\.tmp$/;

/** How many files were opened, for names that differ. */
let opened = 0;

/** A name for a file that is not whole yet. Not made of the name it will have: with more to it, a long one would be too long for the system. */
export function temporaryName(): string {
  opened += 1;
  return `.gov-report-${HOST}-${process.pid}-${Date.now().toString(36)}${opened}.tmp`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Anything but “no such process” says that there is one.
    return (fault as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Whether nobody writes a file of this name any more: its process on this computer is gone, or it is older than a day. */
function isLeft(name: string, path: string, own: ReadonlySet<string>): boolean {
  const [, host, pid] = NAME.exec(name) ?? [];
  const found = lstatSync(toFilePath(path));
  if (!found.isFile() || own.has(path)) return false;
  // A process of our own number that is not this one has ended.
  if (host === HOST && (Number(pid) === process.pid || !isRunning(Number(pid)))) return true;
  return Date.now() - found.mtimeMs > DAY;
}

/** What lies in a folder; nothing in one that only takes files. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(toFilePath(folder));
  } catch {
    return [];
  }
}

/** Folders that were looked through. */
const swept = new Set<string>();

/** Takes away what runs before have left in a folder, once a run; `own` are the files of this one. What cannot be taken away stays: the run has other work. */
export function sweep(folder: string, own: ReadonlySet<string>): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    try {
      if (NAME.test(name) && isLeft(name, path, own)) rmSync(toFilePath(path), { force: true });
    } catch {
      // Another run may be sweeping as well.
    }
  }
}
