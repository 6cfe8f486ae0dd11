/** Reading whole files, pipes and standard input, bounded in size. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { InputError } from '../../base/errors.js';
import { filesInArchive, INSIDE } from '../archive.js';
import { asInputError, notFound } from './faults.js';
import { toFilePath } from './paths.js';

/** The most that is read of one input, in bytes; real reports have less than 10 MB, pictures included. */
export const MAX_INPUT = 200 * 1024 * 1024;

const CHUNK = 64 * 1024;

function tooBig(): InputError {
  return new InputError(
    'too-big',
    { zh: '文件超过 200 MB，不像是年度报告。', en: 'The file is larger than 200 MB, which no yearly report is.' },
    { zh: '请确认选对了文件；如果报告中有大图，请压缩图片后另存。', en: 'Check that it is the right file; compress large pictures and save it again.' },
  );
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function readOpen(file: FileHandle): Promise<Uint8Array> {
  const { size } = await file.stat();
  if (size > MAX_INPUT) throw tooBig();
  // One byte more than the file says it has: pipes and files in growth say too little.
  let buffer: Uint8Array = new Uint8Array(Math.max(size + 1, CHUNK));
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) return buffer.subarray(0, length);
    length += bytesRead;
    if (length > MAX_INPUT) throw tooBig();
    if (length === buffer.length) buffer = join([buffer], length * 2);
  }
}

/** The file of an archive that a path such as 包.zip!/镇/报告.docx means, from the archive's bytes. */
async function readInside(path: string, at: number): Promise<Uint8Array> {
  const name = path.slice(at + INSIDE.length).replaceAll('\\', '/');
  const file = filesInArchive(await readWhole(path.slice(0, at)))?.find((one) => one.name === name);
  if (!file) throw notFound();
  return file.read();
}

/** Where the path of an archive ends that a file is in; -1 for a path of the disk, which may hold such signs itself. */
function insideOf(path: string): number {
  const slashed = path.replaceAll('\\', '/');
  const at = slashed.toLowerCase().indexOf(`.zip${INSIDE}`);
  return at === -1 || existsSync(toFilePath(path)) ? -1 : at + '.zip'.length;
}

/**
 * The whole of a file, which may stand in an archive. This thread does not wait for it: a pipe that nobody fills, or a disk that has stalled, must not keep
 * the program from hearing that it is to end. Faults that a user can cause are `InputError`s.
 */
export async function readWhole(path: string): Promise<Uint8Array> {
  const at = insideOf(path);
  if (at !== -1) return readInside(path, at);
  try {
    const file = await open(toFilePath(path), 'r');
    try {
      return await readOpen(file);
    } finally {
      await file.close();
    }
  } catch (fault) {
    throw asInputError(fault);
  }
}

/** The whole of a file of the disk, which this thread waits for. Faults that a user can cause are `InputError`s. */
export function readAtOnce(path: string): Uint8Array {
  try {
    if (statSync(toFilePath(path)).size > MAX_INPUT) throw tooBig();
    return readFileSync(toFilePath(path));
  } catch (fault) {
    throw asInputError(fault);
  }
}

/** The whole of a stream. */
export async function readStream(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_INPUT) throw tooBig();
    chunks.push(chunk);
  }
  return join(chunks, length);
}
