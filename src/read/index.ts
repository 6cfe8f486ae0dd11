/** Bytes → Reading: what a file is, what it holds, what of it is the report. */
import type { Reading } from '../form/model/reading.js';
import type { SourceDocument } from './document.js';
import { readSource } from './formats/index.js';
import { recognise } from './recognise/report.js';

/** A reading with the document it comes from, unless it came as data. */
export interface Read {
  readonly reading: Reading;
  readonly document?: SourceDocument;
}

/** Reads a report from the bytes of a file; the content decides the format, `name` is only for messages. Errors: InputError. */
export async function readReport(bytes: Uint8Array, name?: string): Promise<Read> {
  const source = await readSource(bytes, name === undefined ? undefined : { name });
  return source.kind === 'reading' ? { reading: source.reading } : { reading: recognise(source.document), document: source.document };
}

/** The report alone. Errors: InputError. */
export async function parseBytes(bytes: Uint8Array, name?: string): Promise<Reading> {
  return (await readReport(bytes, name)).reading;
}
