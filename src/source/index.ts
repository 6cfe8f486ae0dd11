/** Reads any file that can be read. Each reader is loaded only when a file needs it, so that starting costs nothing. */
import type { Reading } from '../model/reading.js';
import { detect } from './detect.js';
import type { SourceDocument } from './document.js';

/** A document that is still to be recognised, or a report that came as data. */
export type Source = { readonly kind: 'document'; readonly document: SourceDocument } | { readonly kind: 'reading'; readonly reading: Reading };

/**
 * Reads a file by what it is, not by its name; `hint.name` only chooses words for what the content leaves open.
 * @throws InputError for everything that is no .docx, text, Markdown, HTML or canonical JSON, or is damaged.
 */
export async function readSource(bytes: Uint8Array, hint: { readonly name?: string } = {}): Promise<Source> {
  const detected = detect(bytes, hint.name);
  switch (detected.kind) {
    case 'zip':
      return { kind: 'document', document: (await import('./docx/index.js')).readDocx(bytes) };
    case 'html':
      return { kind: 'document', document: (await import('./html/index.js')).readHtml(detected.text) };
    case 'json':
      return { kind: 'reading', reading: (await import('./json/index.js')).readJson(detected.text) };
    case 'text':
      return { kind: 'document', document: (await import('./text/index.js')).readText(detected.text) };
  }
}
