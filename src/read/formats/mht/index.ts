/** Web archives (.mht, .mhtml), as Word, WPS and browsers save them; many a .doc out of a system is one. */
import type { SourceNote, SourcePlace } from '../../../form/place.js';
import type { Block, SourceDocument } from '../../document.js';
import { decodeText } from '../encoding.js';
import { readHtml } from '../html/index.js';
import { refusal } from '../refused/refusals.js';
import { type MessagePage, pageOf } from './message.js';

/** Largest archive in bytes: pages with pictures are the largest. */
const LARGEST = 48_000_000;

/**
 * Reads the page of a web archive. Places are ordinals of paragraphs and cells: the lines of the page are not those of the file.
 * @throws InputError `mhtml` when there is no page in it, and what reading a page throws.
 */
export function readMht(bytes: Uint8Array): SourceDocument {
  if (bytes.length > LARGEST) throw refusal('too-large');
  const page = pageOf(asCharacters(bytes));
  if (!page) throw refusal('mhtml');
  const document = readHtml(textOf(page));
  return { ...document, format: 'mht', ...withOrdinals(document) };
}

/** A character for each byte. */
function asCharacters(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

/** Names that Word gives to encodings, and those that say less than the program means. */
const LABELS: Readonly<Record<string, string>> = { unicode: 'utf-16le', gb2312: 'gb18030', gbk: 'gb18030', 'us-ascii': 'utf-8' };

/** The text in the character set that the part names, where it is text of that; else as any page. */
function textOf({ bytes, charset }: MessagePage): string {
  if (charset !== undefined) {
    try {
      return new TextDecoder(LABELS[charset] ?? charset, { fatal: true }).decode(bytes);
    } catch {
      // Not its encoding after all, or one that nobody knows: the page itself may say.
    }
  }
  return decodeText(bytes).text;
}

function withOrdinals({ blocks, notes }: SourceDocument): Pick<SourceDocument, 'blocks' | 'notes'> {
  let ordinal = 0;
  const next = (): SourcePlace => ({ paragraph: (ordinal += 1) });
  const placed = blocks.map((block): Block => {
    if (block.kind !== 'table') {
      const place = next();
      if (block.kind === 'line') return { ...block, place };
      const { lines: _, ...paragraph } = block;
      return { ...paragraph, place };
    }
    const cells = new Map(block.grid.cells.map((cell) => [cell, { ...cell, place: next() }]));
    const slots = block.grid.slots.map((row) => row.map((cell) => cell && cells.get(cell)));
    return { ...block, place: [...cells.values()][0]?.place ?? {}, grid: { ...block.grid, cells: [...cells.values()], slots } };
  });
  return { blocks: placed, notes: notes.map((note): SourceNote => ({ ...note, place: placed[note.block]?.place ?? {} })) };
}
