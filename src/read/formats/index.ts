/** Reads any file that can be read. Each reader is loaded only when a file needs it, so that starting costs nothing. */
import type { Reading } from '../../form/model/reading.js';
import type { SourceDocument } from '../document.js';
import { type Detected, detect } from './detect.js';
import { refusal } from './refusals.js';

/** A document that is still to be recognised, or a report that came as data. */
export type Source = { readonly kind: 'document'; readonly document: SourceDocument } | { readonly kind: 'reading'; readonly reading: Reading };

/** Most paragraphs and tables of a document; the longest reports have a thousand, a page with its site around it two. */
const MOST_BLOCKS = 8_000;
/** Most characters of running text, in all and in one paragraph; the longest reports have a tenth of either. What follows reads it many times. */
const MOST_TEXT = 300_000;
const LONGEST_PARAGRAPH = 20_000;

/**
 * Reads a file by what it is, not by its name; `hint.name` only chooses words for what the content leaves open.
 * @throws InputError for everything that is no .docx, text, Markdown, HTML or canonical JSON, or is damaged.
 */
export async function readSource(bytes: Uint8Array, hint: { readonly name?: string } = {}): Promise<Source> {
  const detected = detect(bytes, hint.name);
  if (detected.kind === 'json') return { kind: 'reading', reading: (await import('./json/index.js')).readJson(detected.text) };
  const document = await readDocument(bytes, detected);
  if (isTooLarge(document)) throw refusal('too-large');
  return { kind: 'document', document };
}

function isTooLarge({ blocks }: SourceDocument): boolean {
  const lengths = blocks.map((block) => (block.kind === 'table' ? 0 : block.text.length));
  return blocks.length > MOST_BLOCKS || lengths.some((length) => length > LONGEST_PARAGRAPH) || lengths.reduce((sum, length) => sum + length, 0) > MOST_TEXT;
}

async function readDocument(bytes: Uint8Array, detected: Exclude<Detected, { readonly kind: 'json' }>): Promise<SourceDocument> {
  switch (detected.kind) {
    case 'zip':
      return (await import('./docx/index.js')).readDocx(bytes);
    case 'html':
      return (await import('./html/index.js')).readHtml(detected.text);
    case 'text':
      return (await import('./text/index.js')).readText(detected.text);
  }
}
