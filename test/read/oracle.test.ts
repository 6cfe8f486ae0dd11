/** mammoth as the oracle: on every .docx fixture our grids are those of its HTML, or the reason why not stands here and is itself tested. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import mammoth from 'mammoth';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { htmlGrids, squeezed, type TextGrid } from '../support/html-grid.js';

interface Disagreement {
  readonly reason: string;
  /** What mammoth makes of it. */
  readonly mammoth: readonly TextGrid[];
}

const NUMBERED: Disagreement = {
  reason: 'automatic numbers are part of the printed label; mammoth has none',
  mammoth: [
    [
      ['项目', '申请人情况', '申请人情况', '总计'],
      ['项目', '自然人', '商业企业', '总计'],
      ['本年新收', '4', '3', '7'],
      ['上年结转', '0', '0', '0'],
    ],
  ],
};

/** Where mammoth is not right, and in what. A fixture that agrees with it has no business here. */
const DISAGREES: Readonly<Record<string, Disagreement>> = {
  'built-fields.docx': {
    reason: 'mammoth loses what a simple field shows',
    mammoth: [
      [
        ['甲', '12'],
        ['乙', ''],
      ],
    ],
  },
  'built-frame.docx': { reason: 'a table of one cell around the report is a frame, not a table', mammoth: [[['标题正文']], [['甲', '1']]] },
  'built-grid-before.docx': {
    reason: 'mammoth shifts a row that begins in a later column',
    mammoth: [
      [
        ['甲', '乙', '丙', '丁'],
        ['1', '2', null, null],
      ],
    ],
  },
  'built-hidden.docx': {
    reason: 'mammoth shows hidden text and rows',
    mammoth: [
      [
        ['甲', '19'],
        ['乙', '2'],
      ],
    ],
  },
  'built-horizontal-merge.docx': {
    reason: 'mammoth does not know hMerge',
    mammoth: [
      [
        ['甲', '', '1'],
        ['2', '3', '4'],
      ],
    ],
  },
  'built-lone-continuation.docx': {
    reason: 'mammoth merges into a cell that begins no merge, and loses the text',
    mammoth: [
      [
        ['甲', '1'],
        ['甲', '2'],
        ['甲', '3'],
      ],
    ],
  },
  'built-report.docx': NUMBERED,
  'libreoffice-report.docx': NUMBERED,
  'built-ruby.docx': { reason: 'mammoth loses the base of a ruby', mammoth: [[['', '1']]] },
  'built-unequal-spans.docx': {
    reason: 'mammoth shifts the figures of a row whose merged cell is wider than the one above',
    mammoth: [
      [
        ['甲', '1', '2', '3'],
        ['甲', '4', '5', null],
        ['乙', '6', '7', '8'],
      ],
    ],
  },
};

const root = new URL('../../', import.meta.url);
const fixtures = findFixtures();

test('there are fixtures, and each reason belongs to one', () => {
  assert.ok(fixtures.length >= 20, `${fixtures.length} fixtures`);
  const names = new Set(fixtures.map(nameOf));
  assert.deepEqual(
    Object.keys(DISAGREES).filter((name) => !names.has(name)),
    [],
  );
});

for (const fixture of fixtures) {
  const name = nameOf(fixture);
  const disagreement = DISAGREES[name];
  test(`${fixture}: ${disagreement ? disagreement.reason : 'our grids are mammoth’s'}`, async () => {
    const bytes = readFileSync(new URL(fixture, root));
    const ours = ourGrids(bytes);
    const theirs = htmlGrids((await mammoth.convertToHtml({ buffer: bytes })).value).map(squeezed);
    assert.deepEqual(theirs, disagreement?.mammoth ?? ours);
    if (disagreement) assert.notDeepEqual(ours, theirs, 'mammoth agrees: remove the reason');
  });
}

function ourGrids(bytes: Uint8Array): readonly TextGrid[] {
  return readDocx(bytes).blocks.flatMap((block) =>
    block.kind === 'table' ? [squeezed(block.grid.slots.map((line) => line.map((cell) => cell?.text ?? null)))] : [],
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function findFixtures(): readonly string[] {
  const all = readdirSync(new URL('fixtures/', root), { recursive: true, encoding: 'utf8' });
  return all
    .filter((name) => name.endsWith('.docx'))
    .map((name) => `fixtures/${name.replaceAll('\\', '/')}`)
    .sort();
}
