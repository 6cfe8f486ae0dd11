/** Writing files whole or not at all: beside the target under another name, then renamed. */
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputError } from '../../base/errors.js';
import type { PendingFile } from '../cli/host.js';
import { asInputError, linkToNowhere, noFolder, notReplaced } from './faults.js';
import { pathFromBytes, toFilePath } from './paths.js';
import { readerGone } from './streams.js';
import { sweep, temporaryName } from './temporary.js';

function statOf(path: string): Stats | undefined {
  try {
    return statSync(toFilePath(path));
  } catch {
    return undefined;
  }
}

const isSame = (one: Stats | undefined, other: Stats | undefined): boolean =>
  one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;

/** Whether two paths lead to the same file, whatever links or spellings lie between; of files that do not exist yet, whether the same name in the same folder. */
export function sameFile(a: string, b: string): boolean {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = [statOf(a), statOf(b)];
  if (one || other) return isSame(one, other);
  return basename(a) === basename(b) && isSame(statOf(dirname(a)), statOf(dirname(b)));
}

/** Whether there is a folder at a path. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true;
}

/** Whether there is something at a path that is no folder. */
export function isFile(path: string): boolean {
  return statOf(path)?.isDirectory() === false;
}

/** Makes a folder with those above it; one that is there stays as it is. Errors: InputError. */
export function makeFolder(path: string): void {
  guarded(() => mkdirSync(toFilePath(path), { recursive: true }));
}

/** Whether a path is a link, wherever it leads. */
function isLink(path: string): boolean {
  try {
    return lstatSync(toFilePath(path)).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Temporary files that still lie about, for taking them away when the program is interrupted. */
const pending = new Set<string>();

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function discardAll(signal: NodeJS.Signals): void {
  for (const path of pending) rmSync(toFilePath(path), { force: true });
  process.kill(process.pid, signal);
}

function listen(): void {
  for (const signal of SIGNALS) process.once(signal, discardAll);
}

function deafen(): void {
  for (const signal of SIGNALS) process.off(signal, discardAll);
}

function guard(path: string): void {
  if (pending.size === 0) listen();
  pending.add(path);
}

function release(path: string): void {
  pending.delete(path);
  if (pending.size === 0) deafen();
}

/** Does what may wait for another program: meanwhile the system itself ends this one, and the next run takes away what it leaves. */
function interruptible<T>(act: () => T): T {
  deafen();
  try {
    return act();
  } finally {
    if (pending.size > 0) listen();
  }
}

function openNew(path: string, mode: number): number {
  try {
    return openSync(toFilePath(path), 'wx', mode);
  } catch (fault) {
    release(path);
    throw fault;
  }
}

/** Does what `act` does; faults of the file system become `InputError`s. */
function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (fault) {
    throw asInputError(fault);
  }
}

function writeAll(file: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** What the shell has opened for this process: `/dev/stdout`, and the reader of `-f json:>(head)`. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/|std(?:out|err)$)|proc\/)/;

/** Devices and pipes (/dev/stdout, /dev/null) cannot be replaced and are written as they are. A reader behind a shell's pipe may go away. */
function device(path: string): PendingFile {
  const mayLeave = HANDED_OVER.test(resolve(path));
  let gone = false;
  const file = guarded(() => interruptible(() => openSync(toFilePath(path), 'w')));
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const write = (data: string | Uint8Array): void => {
    try {
      if (!gone) interruptible(() => writeAll(file, data));
    } catch (fault) {
      gone = mayLeave && readerGone(fault as NodeJS.ErrnoException);
      if (!gone) throw asInputError(fault);
    }
  };
  return { write, commit: close, discard: close };
}

/**
 * Opens `path` for writing. Errors: InputError when it is one of `inputs`, a folder, a link to nowhere, or cannot be written; `not-replaced` for a
 * file that is there whose extension is not among `replaceable` (any may be replaced when that is undefined).
 */
export function createFile(path: string, inputs: readonly string[], replaceable?: readonly string[]): PendingFile {
  const present = statOf(path);
  if (!present && isLink(path)) throw linkToNowhere();
  if (present?.isDirectory()) throw asInputError(Object.assign(new Error(), { code: 'EISDIR', syscall: 'open' }));
  if (present && inputs.some((input) => sameFile(input, path))) {
    throw new InputError(
      'output-is-input',
      { zh: '输出文件就是输入文件，没有写入。', en: 'The output is one of the inputs; nothing was written.' },
      { zh: '请换一个输出文件名。', en: 'Choose another name for the output.' },
    );
  }
  if (present && !present.isFile()) return device(path);
  if (present && replaceable && !replaceable.includes(extname(path).toLowerCase())) throw notReplaced();
  if (!present && !statOf(dirname(path))) throw noFolder();
  const target = present ? pathFromBytes(realpathSync(toFilePath(path), 'buffer')) : path;
  // A rename needs no right to the file it replaces.
  if (present) guarded(() => accessSync(toFilePath(target), constants.W_OK));
  sweep(dirname(target), pending);
  const temporary = join(dirname(target), temporaryName());
  // Before there is a file: a signal may come between.
  guard(temporary);
  const file = guarded(() => openNew(temporary, present?.mode ?? 0o666));
  let state: 'open' | 'closed' | 'done' = 'open';
  const close = (): void => {
    if (state !== 'open') return;
    state = 'closed';
    closeSync(file);
  };
  const discard = (): void => {
    if (state === 'done') return;
    close();
    rmSync(toFilePath(temporary), { force: true });
    release(temporary);
    state = 'done';
  };
  const commit = (): void =>
    guarded(() => {
      fsyncSync(file);
      // Windows renames no open file.
      close();
      renameSync(toFilePath(temporary), toFilePath(target));
      release(temporary);
      state = 'done';
    });
  return { write: (data) => guarded(() => writeAll(file, data)), commit, discard };
}
