import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { withPdf } from '../../src/read/formats/pdf/index.js';
import { annotateDocument, type Judge } from '../../src/write/back/index.js';
import { reportOf } from '../support/compare.js';
import { drawn } from '../support/drawn.js';
import { ofdOf, pdfOf } from '../support/fixed-layout.js';

const pages = drawn(reportOf('2021', (index) => (index * 37) % 109));

const judge: Judge = (reading) => {
  const result = lintReading(reading, 'report.pdf', { lang: 'zh', rules: selectRules(rules, {}) });
  assert.equal(result.status, 'checked');
  return result as ReturnType<Judge>;
};

interface SavedNote {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly contentsObj?: { readonly str: string };
}

function notesIn(bytes: Uint8Array): Promise<readonly SavedNote[]> {
  return withPdf(bytes, async ({ document }) => {
    const found: SavedNote[] = [];
    for (let page = 1; page <= document.numPages; page += 1) found.push(...((await (await document.getPage(page)).getAnnotations()) as SavedNote[]));
    return found.filter(({ subtype }) => subtype === 'Highlight');
  });
}

test('findings become highlights with notes in a copy of a PDF, whose own bytes stay in front; a second run replaces them', async () => {
  const bytes = pdfOf(pages);
  const once = await annotateDocument(bytes, 'report.pdf', judge, 'zh');
  assert.deepEqual(once.bytes.subarray(0, bytes.length), bytes);
  const notes = await notesIn(once.bytes);
  assert.equal(notes.length, once.comments);
  assert.ok(notes.every(({ contentsObj }) => /【(?:错误|警告|提示)】|写错/.test(contentsObj?.str ?? '')));

  const twice = await annotateDocument(once.bytes, 'report.pdf', judge, 'zh');
  assert.deepEqual(twice.bytes.subarray(0, bytes.length), bytes);
  assert.equal((await notesIn(twice.bytes)).length, once.comments);
});

test('a highlight lies over its cell on a page that is turned, too', async () => {
  for (const [rotate, edge] of [
    [0, 0],
    [90, 1],
  ] as const) {
    const { bytes, result } = await annotateDocument(pdfOf(pages, { rotate }), 'report.pdf', judge, 'zh');
    const cell = result.diagnostics.find(({ place }) => place.page === 1 && place.box !== undefined && place.row !== undefined)!;
    const lefts = (await notesIn(bytes)).map(({ rect }) => Math.round(rect[edge]!));
    assert.ok(lefts.includes(Math.round(cell.place.box![0])));
  }
});

test('an OFD is not written into, and it is said why', async () => {
  await assert.rejects(annotateDocument(ofdOf(pages), 'report.ofd', judge, 'zh'), (error) => error instanceof InputError && /OFD/.test(error.remedy.zh));
});
