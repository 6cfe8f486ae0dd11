/** Reads a file by what it is. */
import type { Reading } from '../../form/model/reading.js';
import type { SourceDocument } from '../document.js';
import { isLongDocument, isLongReading } from './bounds.js';
import type { Contained, Format } from './format.js';
import { formats } from './index.js';
import { refusal } from './refused/refusals.js';
import { newSample, type Sample } from './sample.js';

/** A document that is still to be recognised, a report that came as data, or files that are each to be told apart. */
export type Source =
  | { readonly kind: 'document'; readonly document: SourceDocument }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'container'; readonly entries: AsyncIterable<Contained> };

/** The first format of the list that knows the content. Errors: InputError for a file that is damaged or no text. */
export async function formatOf(sample: Sample, list: readonly Format[] = formats): Promise<Format> {
  for (const format of list) {
    const known = format.sniff(sample);
    if (known === true || (known !== false && (await known))) return format;
  }
  throw refusal('unknown');
}

/**
 * Reads a file by what it is, not by its name.
 * @throws InputError for what cannot be read, is damaged or beyond any report.
 */
export async function readSource(bytes: Uint8Array, name?: string, list: readonly Format[] = formats): Promise<Source> {
  const sample = newSample(bytes, name);
  const format = await formatOf(sample, list);
  if ('refuse' in format) throw await format.refuse();
  if ('open' in format) return { kind: 'container', entries: format.open(sample) };
  if ('data' in format) {
    const reading = await format.data(sample);
    if (isLongReading(reading)) throw refusal('too-large');
    return { kind: 'reading', reading };
  }
  const document = await format.read(sample);
  if (isLongDocument(document)) throw refusal('too-large');
  return { kind: 'document', document };
}
