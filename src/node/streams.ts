/** Standard output and error as the command line uses them. */
import type { WriteStream } from 'node:tty';
import type { Output } from '../cli/host.js';
import { asInputError } from './faults.js';

/** Whether a failed write only says that the reader (head, less) has gone away. */
function readerGone(fault: NodeJS.ErrnoException): boolean {
  return fault.code === 'EPIPE' || fault.code === 'ERR_STREAM_DESTROYED' || (fault.code === 'EOF' && fault.syscall === 'write');
}

/** Wraps a stream of the process. Once its reader has gone, what is written is dropped; any other fault (a full disk) ends the run, unless `silent`. */
export function outputOf(stream: NodeJS.WriteStream, silent = false): Output {
  const terminal = stream as Partial<WriteStream>;
  let gone = false;
  let failure: unknown;
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    gone = true;
    if (!silent && !readerGone(fault)) failure = asInputError(fault);
  });
  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    isTTY: terminal.isTTY === true,
    get columns() {
      return terminal.columns;
    },
    write(data) {
      check();
      if (gone || stream.write(data)) return undefined;
      return new Promise((done) => {
        stream.once('drain', done);
        stream.once('error', () => done());
        stream.once('close', done);
      });
    },
    async settled() {
      if (!gone) await new Promise((done) => stream.write('', done));
      check();
    },
  };
}
