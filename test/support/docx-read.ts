/** Short forms of what the .docx reader returns, for exact comparison. */
import assert from 'node:assert/strict';
import { InputError } from '../../src/base/errors.js';
import type { Block, Grid, SourceDocument } from '../../src/read/document.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { type Parts, word } from './docx-parts.js';

/** A document as strings for paragraphs and rows of slot texts for tables; `null` where no cell covers a slot. */
export type Shape = readonly (string | readonly (readonly (string | null)[])[])[];

/** The shape of a document with this body. */
export function shapeOf(body: string, parts: Parts = {}): Shape {
  return shape(readDocx(word(body, parts)));
}

/** The shape of a document. */
export function shape(document: SourceDocument): Shape {
  return document.blocks.map((block) => (block.kind === 'table' ? slots(block.grid) : textOf(block)));
}

/** The texts of a grid, slot by slot. */
export function slots(grid: Grid): readonly (readonly (string | null)[])[] {
  return grid.slots.map((line) => line.map((cell) => cell?.text ?? null));
}

/** The grid of the only table of a body. */
export function gridOf(body: string): Grid {
  const tables = readDocx(word(body)).blocks.filter((block) => block.kind === 'table');
  assert.equal(tables.length, 1);
  return tables[0]!.grid;
}

/** Asserts that these bytes are refused with this code, in both languages and with what to do. */
export function assertRefused(bytes: Uint8Array, code: string, zh?: RegExp): void {
  assert.throws(
    () => readDocx(bytes),
    (error: unknown) => {
      assert.ok(error instanceof InputError, String(error));
      assert.equal(error.code, code);
      assert.ok(error.sentence.zh.endsWith('。') && error.sentence.en.endsWith('.') && error.remedy.zh.endsWith('。') && error.remedy.en.endsWith('.'));
      if (zh) assert.match(error.sentence.zh, zh);
      return true;
    },
  );
}

function textOf(block: Exclude<Block, { readonly kind: 'table' }>): string {
  return block.text;
}
