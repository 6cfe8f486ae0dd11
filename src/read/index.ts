/** Bytes → Reading: what a file is, what it holds, what of it is the report. */
import type { Reading } from '../form/model/reading.js';
import type { SourceDocument } from './document.js';
import type { Contained, Format } from './formats/format.js';
import { readSource, type Source } from './formats/read.js';
import { refusal } from './formats/refused/refusals.js';
import { recognise } from './recognise/report.js';

/** A reading with the document it comes from, unless it came as data. */
export interface Read {
  readonly reading: Reading;
  readonly document?: SourceDocument;
}

/** What a file turns out to be: a report, or a container of files that are each read in turn. */
export type Input = { readonly kind: 'report'; readonly read: Read } | { readonly kind: 'container'; readonly entries: AsyncIterable<Contained> };

function readOf(source: Exclude<Source, { readonly kind: 'container' }>): Read {
  return source.kind === 'reading' ? { reading: source.reading } : { reading: recognise(source.document), document: source.document };
}

/** Reads a file; the content decides the format, `name` is only for messages. Errors: InputError. */
export async function readInput(bytes: Uint8Array, name?: string, formats?: readonly Format[]): Promise<Input> {
  const source = await readSource(bytes, name, formats);
  return source.kind === 'container' ? source : { kind: 'report', read: readOf(source) };
}

/** Reads a file that must be one report. Errors: InputError, also for a container. */
export async function readReport(bytes: Uint8Array, name?: string, formats?: readonly Format[]): Promise<Read> {
  const input = await readInput(bytes, name, formats);
  if (input.kind === 'container') throw refusal('container');
  return input.read;
}

/** The report alone. Errors: InputError. */
export async function parseBytes(bytes: Uint8Array, name?: string): Promise<Reading> {
  return (await readReport(bytes, name)).reading;
}
