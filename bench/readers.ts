/** Measures one reader alone on many documents; prints milliseconds per document. Usage: readers.ts ours|doc|mammoth|cheerio COUNT */
import { docVariantMaker, variantMaker } from './documents.js';

const [name = '', count = ''] = process.argv.slice(2);

async function loadReader(): Promise<(bytes: Uint8Array) => unknown> {
  if (name === 'ours') {
    const { readDocx } = await import('../src/read/formats/docx/index.js');
    return readDocx;
  }
  if (name === 'doc') {
    const { readDoc } = await import('../src/read/formats/doc/index.js');
    return readDoc;
  }
  const { default: mammoth } = await import('mammoth');
  const html = async (bytes: Uint8Array): Promise<string> => (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  if (name === 'mammoth') return html;
  const { load } = await import('cheerio');
  return async (bytes) => {
    const page = load(await html(bytes));
    return page('td, p')
      .toArray()
      .map((element) => page(element).text());
  };
}

const read = await loadReader();
const variant = name === 'doc' ? docVariantMaker() : variantMaker();
const documents = Array.from({ length: Number(count) }, (_, index) => variant(index));
for (const bytes of documents.slice(0, 3)) await read(bytes);
const start = performance.now();
for (const bytes of documents) await read(bytes);
process.stdout.write(String((performance.now() - start) / documents.length));
