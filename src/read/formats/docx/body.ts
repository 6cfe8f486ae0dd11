/** The blocks of a body, cell or text box, in document order. */
import type { WordParts } from '../../../base/package/word.js';
import { NS, W, X } from '../../../base/xml/names.js';
import { embeddedDocument, missingDocument } from '../../../base/xml/refusals.js';
import { attribute, child, finish, root, scan, skip } from '../../../base/xml/scanner.js';
import type { SourceFormat } from '../../../form/place.js';
import type { SourceDocument } from '../../document.js';
import { noNumbering } from './counting.js';
import { damageNote } from './damages.js';
import { finishNotes, noNotes, note } from './notes.js';
import { readNumbering } from './numbering.js';
import { closeOpen, readParagraph } from './paragraph.js';
import { type Container, container, type Reader } from './story.js';
import { NO_STYLES, readStyles } from './styles.js';
import { readCellProperties, readTable } from './table.js';
import type { Trace } from './trace.js';
import { alternatives, passUnread } from './unread.js';

/**
 * Reads the body of a document, tracing its text into `trace` when there is one. Parts that were composed from another `format` give
 * places without offsets: the file has no such text.
 * @throws InputError when the main part is not well-formed, too large, or holds no document.
 */
export function readBody(source: WordParts, trace?: Trace, format: SourceFormat = 'docx'): SourceDocument {
  const reader: Reader = {
    s: scan(source.main, source.mainName),
    styles: source.styles === undefined ? NO_STYLES : readStyles(source.styles),
    numbering: source.numbering === undefined ? noNumbering() : readNumbering(source.numbering),
    notes: noNotes(),
    preserve: false,
    fields: [],
    paragraphs: 0,
    cells: 0,
    slots: 0,
    muted: 0,
    unread: 0,
    place: {},
    composed: format !== 'docx',
    trace,
    blocks: readBlocks,
  };
  const { s } = reader;
  if (root(s) !== W.document) throw missingDocument();
  reader.preserve = attribute(s, NS.xml, 'space') === 'preserve';
  const body = container();
  let found = false;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.body) {
      found = true;
      readBlocks(reader, body);
    } else skip(s);
  }
  finish(s);
  if (!found) throw missingDocument();
  const notes = finishNotes(reader.notes, body.items, reader.paragraphs);
  const damages = s.unsound ? [damageNote({ kind: 'xml', part: source.mainName })] : [];
  return { format, blocks: body.items.map((item) => item.block), notes: [...notes, ...damages] };
}

function readBlocks(reader: Reader, into: Container): void {
  readChildren(reader, into);
  closeOpen(reader, into);
}

function readChildren(reader: Reader, into: Container): void {
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) readBlock(reader, into, id);
}

function readBlock(reader: Reader, into: Container, id: number): void {
  switch (id) {
    case W.p:
      readParagraph(reader, into);
      return;
    case W.tbl:
      closeOpen(reader, into);
      for (const item of readTable(reader)) into.items.push(item);
      return;
    case W.tcPr:
      if (!into.cell) break;
      readCellProperties(reader, into.cell);
      return;
    case W.ins:
    case W.moveTo:
    case X.conflictIns:
      if (reader.muted === 0) note(reader.notes.changes, reader.place);
      readChildren(reader, into);
      return;
    case W.sdt:
    case W.sdtContent:
    case W.customXml:
    case W.smartTag:
      readChildren(reader, into);
      return;
    case X.AlternateContent:
      alternatives(reader, (inner) => readBlock(reader, into, inner));
      return;
    case W.altChunk:
    case W.subDoc:
      throw embeddedDocument();
  }
  passUnread(reader, id);
}
