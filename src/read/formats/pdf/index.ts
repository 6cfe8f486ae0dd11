/** Reads a PDF: its pages through pdf.js, what belongs together through the step that every fixed layout takes. */
import type { SourceDocument } from '../../document.js';
import { layOut } from '../geometry/index.js';
import type { Page } from '../geometry/page.js';
import { notesOf, refuseUnreadable } from '../geometry/refuse.js';
import { refusal } from '../refused/refusals.js';
import { LARGEST_PDF, MOST_PAGES, markCounter } from './bounds.js';
import { checkGuard } from './guard.js';
import { type OpenPdf, openPdf } from './library.js';
import { pageOf } from './walk.js';

/** Calls what reads a PDF once all before it have ended: pdf.js counts for one file at a time. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const own = last.then(read, read);
  last = own.catch(() => undefined);
  return own;
}

async function readPages({ document, library, guard }: OpenPdf): Promise<readonly Page[]> {
  if (document.numPages > MOST_PAGES) throw refusal('too-large');
  const layers = await document.getOptionalContentConfig();
  const count = markCounter();
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const read = await pageOf(page, library, layers);
    checkGuard(guard);
    count(read.glyphs.length + read.rules.length);
    pages.push(read);
    page.cleanup();
  }
  return pages;
}

/** Opens a PDF, does something with it, and closes it. Errors: InputError for one that needs a password, is damaged or too large. */
export function withPdf<T>(bytes: Uint8Array, act: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  if (bytes.length > LARGEST_PDF) throw refusal('too-large');
  return inTurn(async () => {
    let pdf: OpenPdf | undefined;
    try {
      pdf = await openPdf(bytes);
      return await act(pdf);
    } catch (error) {
      checkGuard(pdf?.guard);
      throw faultOf(error);
    } finally {
      await pdf?.document.loadingTask.destroy();
    }
  });
}

/** The pages of a PDF. Errors: as `withPdf`. */
export function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  return withPdf(bytes, readPages);
}

/** Faults of the file as sentences; what pdf.js does not name a fault of the file is a bug. */
function faultOf(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return refusal('pdf-encrypted');
  if (/^(?:InvalidPDFException|FormatError|UnknownErrorException|ResponseException|XRefParseException|MissingDataException)$/.test(name))
    return refusal('pdf-damaged');
  return error;
}

/** Reads a PDF. Errors: InputError for one that needs a password, is damaged or too large, or whose pages show no text. */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await pagesOf(bytes);
  refuseUnreadable(pages);
  const blocks = layOut(pages);
  return { format: 'pdf', blocks, notes: notesOf(pages, blocks) };
}
