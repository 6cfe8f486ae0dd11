/** One report as LibreOffice saves it in every format that it has: the same figures, words and headings in each. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pagesOf } from '../../src/read/formats/pdf/index.js';
import { parseBytes } from '../../src/read/index.js';
import { ofdOf } from '../support/fixed-layout.js';
import { baseReport } from '../support/reading.js';

const folder = new URL('../../fixtures/documents/other/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.startsWith('base-2021.'));
const source = baseReport('2021');

async function same(name: string, bytes: Uint8Array): Promise<void> {
  const { report } = await parseBytes(bytes, name);
  assert.deepEqual(report.tables, source.tables);
  assert.deepEqual(
    report.sections.map(({ heading, paragraphs }) => [heading, paragraphs.join('')]),
    source.sections.map(({ heading, paragraphs }) => [heading, paragraphs.join('')]),
  );
}

for (const name of files) test(name, () => same(name, readFileSync(new URL(name, folder))));
test('base-2021.ofd, of the pages of the PDF', async () => same('base-2021.ofd', ofdOf(await pagesOf(readFileSync(new URL('base-2021.pdf', folder))))));
