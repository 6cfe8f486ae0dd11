/** A file that is being told apart: what the sniffs of the formats ask of it, each answer made once and only when it is asked. */
import { isCompoundFile } from '../../base/package/cfb.js';
import { isZip, type ZipArchive } from '../../base/package/zip.js';
import { decodeText } from './encoding.js';
import { type OleKind, oleKind } from './refused/ole.js';
import { refusal } from './refused/refusals.js';
import { type Markup, markupOf } from './text-kind.js';
import type { ZipKind } from './zip/kind.js';

/** Largest text file in bytes that is decoded: pages with images saved into them are the largest. */
const LARGEST_FILE = 48_000_000;

/** A file whose kind is asked. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** The name it came under, empty when it has none; it only chooses between words for what the content leaves open. */
  readonly name: string;
  /** Its first 1024 bytes, a character a byte. */
  readonly head: string;
  /** The kind of an OLE compound file; undefined for every other file. */
  readonly ole: () => OleKind | undefined;
  /** A zip archive with its kind; undefined for every other file. Errors: InputError when the archive is damaged. */
  readonly zip: () => Promise<OpenedZip | undefined>;
  /** The text of a file of text. Errors: InputError `binary`, `encoding`, `too-large`. */
  readonly text: () => string;
  /** What a text that starts with an element is; undefined for every other text. Errors: as `text`. */
  readonly markup: () => Markup | undefined;
}

/** An archive whose directory has been read. */
export interface OpenedZip {
  readonly archive: ZipArchive;
  readonly kind: ZipKind;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function openedZip(bytes: Uint8Array): Promise<OpenedZip | undefined> {
  if (!isZip(bytes)) return undefined;
  const { openZip, zipKindOf } = await import('./zip/kind.js');
  const archive = openZip(bytes);
  return { archive, kind: zipKindOf(archive) };
}

/** Prepares a file to be told apart; reads nothing but its first bytes. */
export function newSample(bytes: Uint8Array, name = ''): Sample {
  const text = once(() => {
    if (bytes.length > LARGEST_FILE) throw refusal('too-large');
    return decodeText(bytes).text;
  });
  return {
    bytes,
    name,
    head: String.fromCharCode(...bytes.subarray(0, 1024)),
    ole: once(() => (isCompoundFile(bytes) ? oleKind(bytes) : undefined)),
    zip: once(() => openedZip(bytes)),
    text,
    markup: once(() => markupOf(text())),
  };
}
