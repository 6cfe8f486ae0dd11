/** The view of a document, by the format it came in: a format whose pages are worth showing as they are has a line here. */
import type { Reading } from '../../form/model/reading.js';
import type { SourceFormat } from '../../form/place.js';
import type { SourceDocument } from '../../read/document.js';
import type { DocumentView } from './view.js';

type ViewOf = (bytes: Uint8Array, document: SourceDocument, reading: Reading) => Promise<DocumentView>;

const views: { readonly [format in SourceFormat]?: ViewOf } = {
  docx: async (...source) => (await import('./docx.js')).viewDocx(...source),
};

/** The document as people see it; as its form prints it where its own layout is no page (text, saved web pages, data). */
export async function viewDocument(bytes: Uint8Array, document: SourceDocument | undefined, reading: Reading): Promise<DocumentView> {
  const view = document && views[document.format];
  return view ? view(bytes, document, reading) : (await import('./model.js')).viewModel(reading);
}
