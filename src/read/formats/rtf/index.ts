/** Rich Text Format, as Word, WPS, WordPad and LibreOffice write it; many a .doc is one. */
import type { SourceDocument } from '../../document.js';
import { readBody } from '../docx/body.js';
import { composed } from '../docx/compose.js';
import { compose } from './read.js';

/**
 * Reads an RTF document as a .docx of the same content would be read: changes accepted, tables as grids, automatic numbers restored.
 * Headers, footers, notes and comments are not part of it. Places are ordinals of paragraphs, cells included.
 * @throws InputError `damaged-rtf` when the file is cut off, `too-large`, `too-deep`.
 */
export function readRtf(bytes: Uint8Array): SourceDocument {
  const { blocks, numbering } = compose(bytes);
  return readBody(composed('RTF', blocks, numbering), undefined, 'rtf');
}
