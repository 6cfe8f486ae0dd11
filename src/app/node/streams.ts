/** Standard output and error as the command line uses them. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { WriteStream } from 'node:tty';
import type { Output } from '../cli/host.js';
import { asInputError } from './faults.js';

/** Whether a failed write only says that the reader (head, less) has gone away. */
export function readerGone(fault: NodeJS.ErrnoException): boolean {
  return fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED' || (fault.code === 'EOF' && fault.syscall === 'write');
}

/** Whether what is behind a descriptor is a file, a pipe or nothing, which take bytes as they come; terminals need their stream, closed ones a substitute. */
function takesBytes(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return !found.isCharacterDevice() || found.rdev === statSync(devNull).rdev;
  } catch {
    return false;
  }
}

/** Writes to a file or pipe and returns the rest that it does not take now. */
function writeDirectly(descriptor: number, data: string | Uint8Array): Uint8Array | undefined {
  let rest = typeof data === 'string' ? Buffer.from(data) : data;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    return undefined;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    throw fault;
  }
}

/**
 * Wraps a descriptor of the process. Its stream is opened only where it is needed: it takes Node longer than the check of a
 * table. Once its reader has gone, what is written is dropped; any other fault (a full disk) ends the run, unless `silent`.
 */
export function outputOf(descriptor: number, open: () => NodeJS.WriteStream, silent = false): Output {
  let direct = takesBytes(descriptor);
  let gone = false;
  let fault: unknown;
  let last: Promise<void> | undefined;
  const fail = (error: NodeJS.ErrnoException): void => {
    gone = true;
    if (!silent && !readerGone(error)) fault ??= asInputError(error);
  };
  let opened: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    opened ??= open().on('error', fail);
    return opened;
  };
  const terminal = (): Partial<WriteStream> => (direct ? {} : stream());
  const writeDirect = (data: string | Uint8Array): Uint8Array | undefined => {
    try {
      return writeDirectly(descriptor, data);
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
      return undefined;
    }
  };
  const check = (): void => {
    if (fault !== undefined) throw fault;
  };
  return {
    get isTTY() {
      return terminal().isTTY === true;
    },
    get columns() {
      return terminal().columns;
    },
    write(data) {
      const rest = gone || !direct ? data : writeDirect(data);
      check();
      if (gone || rest === undefined) return undefined;
      direct = false;
      const written = new Promise<void>((done) => {
        stream().write(rest, (error) => {
          if (error) fail(error);
          done();
        });
      });
      last = written;
      return stream().writableNeedDrain ? written.then(check) : undefined;
    },
    async settled() {
      await last;
      check();
    },
  };
}
