/** .doc that LibreOffice made from our own .docx fixtures: they read the same, cell by cell, note by note. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SourceDocument } from '../../src/read/document.js';
import { readDoc } from '../../src/read/formats/doc/index.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { parseBytes } from '../../src/read/index.js';
import { shape } from '../support/docx-read.js';

const documents = new URL('../../fixtures/documents/', import.meta.url);
const sourceOf = (name: string): URL =>
  ['docx', '2019', '2021'].map((folder) => new URL(`${folder}/${name.replace(/doc$/, 'docx')}`, documents)).find((url) => existsSync(url))!;
const notesOf = ({ notes }: SourceDocument): unknown => notes.map(({ kind, count, sample }) => [kind, count, sample]);
const placesOf = ({ blocks }: SourceDocument): unknown =>
  blocks.map((block) => (block.kind === 'table' ? block.grid.cells.map(({ place }) => place.paragraph) : block.place.paragraph));

for (const name of readdirSync(new URL('doc/', documents)).filter((file) => file.endsWith('.doc'))) {
  test(`${name} reads as the .docx it was made from`, () => {
    const ours = readDoc(readFileSync(new URL(`doc/${name}`, documents)));
    const source = readDocx(readFileSync(sourceOf(name)));
    assert.deepEqual(shape(ours), shape(source));
    assert.deepEqual(notesOf(ours), notesOf(source));
    // LibreOffice ends each text box with empty paragraphs of its own, which count.
    if (name !== 'built-report.doc') assert.deepEqual(placesOf(ours), placesOf(source));
  });
}

test('the report of a .doc is that of its .docx', async () => {
  for (const name of ['suqian-2023.doc', 'suqian-2024.doc', 'zhangjiapo-2020.doc']) {
    const { report, format } = await parseBytes(readFileSync(new URL(`doc/${name}`, documents)), name);
    assert.deepEqual(report, (await parseBytes(readFileSync(sourceOf(name)))).report, name);
    assert.equal(format, 'doc');
  }
});
