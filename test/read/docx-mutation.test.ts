/** Seeded damage to packages and to their XML: whatever comes, the answer is a document or a refusal, and no figure that was not there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { openWordPackage, readDocx } from '../../src/read/formats/docx/index.js';
import { BUILT } from '../support/docx-fixtures.js';
import { wordWithMain } from '../support/docx-parts.js';
import { cases } from '../support/long.js';

type Random = (below: number) => number;

/** mulberry32: the same numbers from the same seed everywhere. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Reads, and lets only refusals pass; whether it could be read. */
function readOrRefuse(bytes: Uint8Array, what: string): boolean {
  try {
    const document = readDocx(bytes);
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue;
      const { width, slots, cells } = block.grid;
      assert.ok(
        slots.every((line) => line.length === width && line.every((cell) => cell === undefined || cells.includes(cell))),
        what,
      );
    }
    for (const note of document.notes) assert.ok(note.block >= 0 && note.block <= document.blocks.length && note.count > 0, what);
    return true;
  } catch (error) {
    assert.ok(error instanceof InputError, `${what}: ${error instanceof Error ? error.stack : String(error)}`);
    return false;
  }
}

const documents = Object.values(BUILT).map((build) => build());
const texts = documents.map((bytes) => openWordPackage(bytes).main);

/** Rounds of each kind of damage. */
const FLIPS = cases(3000, 600);
const CHANGES = cases(4000, 400);

test('flipped bits and cut ends of the package', () => {
  const random = randomFrom(1);
  let read = 0;
  for (let round = 0; round < FLIPS; round += 1) {
    const bytes = documents[random(documents.length)]!.slice();
    for (let flips = random(3); flips >= 0; flips -= 1) {
      const at = random(bytes.length);
      bytes[at] = bytes[at]! ^ (1 << random(8));
    }
    if (readOrRefuse(random(5) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes, `round ${round}`)) read += 1;
  }
  // Dates and attributes of entries mean nothing; anything else must be noticed.
  assert.ok(read > 0 && read < FLIPS / 2, `${read}`);
});

test('a flipped bit anywhere changes nothing that is read', () => {
  // That the local headers say something else than the directory is noted; what is read stays the same.
  const blocksOf = (file: Uint8Array): string => JSON.stringify(readDocx(file).blocks);
  const [bytes, text] = [documents[1]!, blocksOf(documents[1]!)];
  for (let at = 0; at < bytes.length; at += cases(1, 7)) {
    const changed = bytes.slice();
    changed[at] = changed[at]! ^ 4;
    try {
      assert.equal(blocksOf(changed), text, `byte ${at}`);
    } catch (error) {
      assert.ok(error instanceof InputError, `byte ${at}: ${String(error)}`);
    }
  }
});

test('tags of the main part removed, doubled, swapped and renamed; characters changed', () => {
  const random = randomFrom(2);
  let read = 0;
  for (let round = 0; round < CHANGES; round += 1) {
    let text = texts[random(texts.length)]!;
    for (let changes = random(3); changes >= 0; changes -= 1) text = mutate(text, random);
    if (readOrRefuse(wordWithMain(text), `round ${round}`)) read += 1;
  }
  assert.ok(read > CHANGES / 10 && read < CHANGES * 0.9, `${read}`);
});

test('whole elements removed, doubled and moved: well-formed, and still never a crash', () => {
  const random = randomFrom(3);
  for (let round = 0; round < CHANGES; round += 1) {
    let text = texts[random(texts.length)]!;
    for (let changes = random(4); changes >= 0; changes -= 1) text = moveElement(text, random);
    assert.ok(readOrRefuse(wordWithMain(text), `round ${round}`), `round ${round} is well-formed`);
  }
});

function mutate(text: string, random: Random): string {
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[random(tags.length)];
  if (!tag) return text;
  const start = tag.index;
  const end = start + tag[0].length;
  const other = tags[random(tags.length)]![0];
  switch (random(7)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(start);
    case 2:
      return text.slice(0, start) + other + text.slice(end);
    case 3:
      return text.slice(0, random(text.length));
    case 4:
      return text.slice(0, start) + tag[0].replace(/\d+/, () => String(random(2) ? -1 : random(4e9))) + text.slice(end);
    case 5: {
      const at = random(text.length);
      return text.slice(0, at) + String.fromCharCode(random(128)) + text.slice(at + 1);
    }
    default:
      return text.slice(0, start) + tag[0].replace(/w:\w+/, () => /w:\w+/.exec(other)?.[0] ?? 'w:p') + text.slice(end);
  }
}

/** Takes one element out of the body and drops it, doubles it, or puts it before another tag of the body. */
function moveElement(text: string, random: Random): string {
  const body = text.indexOf('<w:body>') + 8;
  const stop = text.indexOf('</w:body>');
  const starts = [...text.slice(body, stop).matchAll(/<[\w:]+(?: [^>]*)?>/g)].map((tag) => body + tag.index);
  const start = starts[random(starts.length)];
  if (start === undefined) return text;
  const element = text.slice(start, elementEnd(text, start));
  const rest = text.slice(0, start) + text.slice(start + element.length);
  const kind = random(3);
  if (kind === 0) return rest;
  if (kind === 1) return text.slice(0, start) + element + text.slice(start);
  const places = [...rest.matchAll(/</g)].map((tag) => tag.index).filter((at) => at >= body && at <= rest.indexOf('</w:body>'));
  const at = places[random(places.length)]!;
  return rest.slice(0, at) + element + rest.slice(at);
}

function elementEnd(text: string, start: number): number {
  let depth = 0;
  for (const tag of text.slice(start).matchAll(/<(\/?)[^>]*?(\/?)>/g)) {
    depth += tag[1] ? -1 : tag[2] ? 0 : 1;
    if (depth === 0) return start + tag.index + tag[0].length;
  }
  return text.length;
}
