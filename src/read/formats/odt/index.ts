/** OpenDocument text: .odt, and .fodt, which is the same in one XML file. */
import { partText } from '../../../base/package/parts.js';
import type { InflationBudget, ZipArchive } from '../../../base/package/zip.js';
import { child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';
import type { SourceDocument } from '../../document.js';
import { readBody } from '../docx/body.js';
import { composed } from '../docx/compose.js';
import { refusal } from '../refused/refusals.js';
import { noLists, numberingOf } from './lists.js';
import { E, OPEN_DOCUMENT } from './names.js';
import { readBlocks } from './read.js';
import type { Reader } from './reader.js';
import { noStyles, readStyles, type Styles } from './styles.js';

/** Bytes that the parts may inflate to; the text of a long report is below 1 MB. */
const MOST_INFLATED = 16 * 1024 * 1024;

/**
 * Reads an OpenDocument text as a .docx of the same content would be read: changes accepted, tables as grids, automatic numbers restored.
 * Headers, footers, notes and comments are not part of it. Places are ordinals of paragraphs, cells included.
 * @throws InputError when it is damaged, encrypted, holds no text, or is beyond any report.
 */
export function readOdtArchive(archive: ZipArchive): SourceDocument {
  const budget: InflationBudget = { left: MOST_INFLATED };
  const manifest = archive.entries.get('meta-inf/manifest.xml');
  if (manifest && partText(archive, manifest, budget).includes(':encryption-data')) throw refusal('encrypted');
  const styles = noStyles();
  const named = archive.entries.get('styles.xml');
  if (named) readPart(partText(archive, named, budget), named.name, styles);
  const content = archive.entries.get('content.xml');
  if (!content) throw refusal('odt-without-text');
  return read(partText(archive, content, budget), content.name, styles);
}

/** Reads a flat OpenDocument text. */
export function readFodt(xml: string): SourceDocument {
  return read(xml, 'FODT', noStyles());
}

function read(xml: string, name: string, styles: Styles): SourceDocument {
  const { blocks, numbering } = readPart(xml, name, styles);
  if (blocks === undefined) throw refusal('odt-without-text');
  return readBody(composed(name, blocks, numbering), undefined, 'odt');
}

/** Takes in the styles of a part, and its text when it has one. */
function readPart(xml: string, name: string, styles: Styles): { readonly blocks: string | undefined; readonly numbering: string } {
  const s = scan(xml, name, OPEN_DOCUMENT);
  const reader: Reader = { s, styles, lists: noLists(), deleted: new Map(), inserting: new Set(), open: new Set(), length: 0 };
  let blocks: string | undefined;
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === E.styles || id === E['automatic-styles']) readStyles(s, styles);
    else if (id === E.body) blocks = readText(reader, s) ?? blocks;
    else skip(s);
  }
  finish(s);
  return { blocks, numbering: numberingOf(reader.lists, styles) };
}

function readText(reader: Reader, s: Scanner): string | undefined {
  let blocks: string | undefined;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === E.text) blocks = (blocks ?? '') + readBlocks(reader);
    else skip(s);
  }
  return blocks;
}
