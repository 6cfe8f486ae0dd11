/** One file through the house: bytes → reading → result, with the view of the document where a page will show it. */
import { InputError } from '../base/errors.js';
import type { FileResult } from '../judge/diagnostic.js';
import { failedResult, type LintOptions, lintReading } from '../judge/judge.js';
import { readReport } from '../read/index.js';
import { viewDocument } from '../write/view/index.js';
import type { DocumentView } from '../write/view/view.js';

/** The result for one input, and the document as people see it when that was asked for and it could be read. */
export interface Outcome {
  readonly result: FileResult;
  readonly view?: DocumentView;
}

/** Reads and judges one file. An input that cannot be read is a result, not an exception; anything thrown is a bug. */
export async function lintBytes(bytes: Uint8Array, file: string, options: LintOptions, withView = false): Promise<Outcome> {
  try {
    const read = await readReport(bytes, file);
    const result = lintReading(read.reading, file, options);
    return withView ? { result, view: await viewDocument(bytes, read.document, read.reading) } : { result };
  } catch (error) {
    if (error instanceof InputError) return { result: failedResult(file, error, options.lang) };
    throw error;
  }
}
