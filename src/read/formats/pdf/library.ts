/// <reference path="./pdfjs-worker.d.ts" />
/** pdf.js, of which only the reading is used: no page is drawn, no script of a PDF is run, no font or picture is shown. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type Guard, setGuard } from './guard.js';

/** What of pdf.js is used. */
export type PdfLibrary = typeof import('pdfjs-dist');

/** pdf.js with what belongs to it. */
interface Loaded {
  readonly library: PdfLibrary;
  readonly guard: Guard | undefined;
  readonly binaryData: () => object;
}

/** Names that pdf.js asks for as it is loaded and needs for drawing only. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

let loaded: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const names = globalThis as unknown as Record<string, unknown>;
  const lent = DRAWING.filter((name) => names[name] === undefined);
  for (const name of lent) names[name] = class {};
  try {
    const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    // Found there, the parsing part runs in the same thread and no file of its own is looked for.
    names['pdfjsWorker'] = worker;
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const { binaryData } = await import('./cmaps.js');
    return { library, guard: (worker as { readonly guard?: Guard }).guard, binaryData };
  } finally {
    for (const name of lent) delete names[name];
  }
}

/** A PDF that is open, with the library that reads it and the counters of what that costs. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly library: PdfLibrary;
  readonly guard: Guard | undefined;
}

/** Opens a PDF; the bytes are copied, because pdf.js takes what it is given. Only one is read at a time. Errors: those of pdf.js. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  loaded ??= load();
  const { library, guard, binaryData } = await loaded;
  setGuard(guard);
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    ...binaryData(),
    verbosity: library.VerbosityLevel.ERRORS,
    stopAtErrors: true,
    isEvalSupported: false,
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    // As it is, it takes a picture that is too large for a fault of the page.
    maxImageSize: guard ? 1 : -1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
  });
  // A PDF that asks for its password is told by the error that follows; nobody is asked.
  return { document: await task.promise, library, guard };
}
