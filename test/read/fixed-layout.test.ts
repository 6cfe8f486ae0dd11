/** Reports drawn on pages in every shape that programs and printers give them: each figure right, or lost and said so, none wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Edition } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import { layOut } from '../../src/read/formats/geometry/index.js';
import type { Page } from '../../src/read/formats/geometry/page.js';
import { parseBytes } from '../../src/read/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { allCells, type Figure, reportOf, type Tally, tally } from '../support/compare.js';
import { type Drawing, drawn, glyphsAt } from '../support/drawn.js';
import { ofdOf, pdfOf } from '../support/fixed-layout.js';
import { sampled } from '../support/long.js';

const figures: Readonly<Record<string, Figure>> = {
  distinct: (index) => (index * 37) % 1009,
  gappy: (index) => (index % 5 === 2 ? null : (index * 13) % 97),
  large: (index) => ((index * 37) % 1009) + (index % 11 === 0 ? 1000000 : 0),
};

/** Shapes in which every figure is read. */
const readable: Readonly<Record<string, Partial<Drawing>>> = {
  'lines that cells share': {},
  'a box for each cell, with a gap between': { gutter: 2.5 },
  'double lines': { doubled: 1.6 },
  'no frame around': { without: ['frame'] },
  'no line under the last row of a page': { without: ['last'], height: 600 },
  'bold drawn twice': { bold: 0.3 },
  'tables over pages': { height: 460 },
  'tables over pages, heads again': { height: 520, repeatedHeads: true },
  'a row cut by the break': { height: 430, cutRows: true },
  'a row cut by the break, heads again': { height: 471, repeatedHeads: true, cutRows: true },
  'running heads and page numbers': { furniture: true, height: 600 },
  'a page on its side': { width: 842, height: 595, figures: 70 },
  'a total beyond the edge of the page': { figures: 66 },
};

/** Shapes that do not tell every figure. */
const doubtful: Readonly<Record<string, Partial<Drawing>>> = {
  'no lines between columns': { without: ['columns'] },
  'no lines between rows': { without: ['rows'] },
  'no lines at all': { without: ['rows', 'columns', 'frame'] },
  'a row cut in its label and in its blanks': { height: 497, cutRows: true },
  'heads again and blanks': { height: 500, repeatedHeads: true },
};

function readPages(pages: readonly Page[]): Reading {
  return recognise({ format: 'pdf', blocks: layOut(pages), notes: [] });
}

/** Figures that are neither right, nor lost, nor missing with a word about it. */
function wrongOf({ wrong }: Tally): readonly string[] {
  return wrong.filter((one) => !one.includes(': undefined for '));
}

let place = 0;
for (const edition of ['2019', '2021'] as const satisfies readonly Edition[]) {
  for (const [kind, figure] of Object.entries(figures)) {
    const report = reportOf(edition, figure);
    describe(`${edition}, ${kind} figures`, () => {
      for (const [name, shape] of Object.entries(readable)) {
        place += 1;
        test(name, sampled(place, 3), () => {
          const result = tally(report, readPages(drawn(report, shape)));
          assert.deepEqual(result, { right: allCells(edition) - result.lost, lost: result.lost, wrong: [] });
          if (kind === 'distinct') assert.equal(result.lost, 0);
        });
      }
      for (const [name, shape] of Object.entries(doubtful)) {
        place += 1;
        test(`${name}: none wrong`, sampled(place, 3), () => assert.deepEqual(wrongOf(tally(report, readPages(drawn(report, shape)))), []));
      }
    });
  }
}

const report = reportOf('2021', figures.distinct!);
const whole = { right: allCells('2021'), lost: 0, wrong: [] };

describe('as files', () => {
  const files: Readonly<Record<string, () => Uint8Array>> = {
    'PDF, Unicode codes in a font that is not in the file': () => pdfOf(drawn(report)),
    'PDF, GBK codes in a font that is not in the file': () => pdfOf(drawn(report), { encoding: 'GBK-EUC-H' }),
    'PDF, the page turned by 90°': () => pdfOf(drawn(report), { rotate: 90 }),
    'PDF, the page turned by 180°': () => pdfOf(drawn(report), { rotate: 180 }),
    'PDF, the page turned by 270°': () => pdfOf(drawn(report), { rotate: 270 }),
    'PDF without compression': () => pdfOf(drawn(report), { compressed: false }),
    OFD: () => ofdOf(drawn(report)),
    'OFD without prefixes': () => ofdOf(drawn(report), { prefix: '' }),
  };
  for (const [name, make] of Object.entries(files)) {
    test(name, async () => assert.deepEqual(tally(report, await parseBytes(make())), whole));
  }

  test('a watermark across the table is no figure, slanted or level', () => {
    const [first, ...rest] = drawn(report);
    const slanted = glyphsAt('内部资料注意保存', 120, 500, 60).map((glyph) => ({ ...glyph, y: glyph.y - (glyph.x - 120) * 0.6, dy: -glyph.dx * 0.6 }));
    const level = glyphsAt('样稿样稿', 120, 600, 72);
    for (const mark of [slanted, level]) {
      assert.deepEqual(tally(report, readPages([{ ...first!, glyphs: [...first!.glyphs, ...mark] }, ...rest])), whole);
    }
  });

  test('radicals in place of characters are the characters', () => {
    const radicals: Readonly<Record<string, string>> = { 行: '⾏', 一: '⼀', 人: '⼈', 民: '⺠', 自: '⾃', 户: '⼾', 不: '不' };
    const pages = drawn(report).map((page) => ({ ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: radicals[glyph.text] ?? glyph.text })) }));
    return parseBytes(pdfOf(pages)).then((reading) => {
      assert.deepEqual(tally(report, reading), whole);
      assert.equal(reading.report.title, report.title);
      assert.deepEqual(reading.report.sections, report.sections);
    });
  });

  test('text on its side in a page that stands upright', () => {
    const wide = drawn(report, { width: 842, height: 595, figures: 70 });
    const turned = wide.map(({ width, height, glyphs, rules, ...page }): Page => {
      const at = (x: number, y: number): readonly [number, number] => [y, width - x];
      return {
        ...page,
        width: height,
        height: width,
        glyphs: glyphs.map((glyph) => ({ ...glyph, x: at(glyph.x, glyph.y)[0], y: at(glyph.x, glyph.y)[1], dx: 0, dy: -glyph.dx })),
        rules: rules.map(({ x0, y0, x1, y1 }) => ({ x0: at(x0, y0)[0], y0: at(x0, y0)[1], x1: at(x1, y1)[0], y1: at(x1, y1)[1] })),
      };
    });
    assert.deepEqual(tally(report, readPages(turned)), whole);
  });

  test('places name the page and the box, as the page is shown', async () => {
    for (const rotate of [0, 90] as const) {
      const reading = await parseBytes(pdfOf(drawn(report), { rotate }));
      const { place } = reading.locations.get('/tables/disputes/reconsideration/upheld')!;
      const [x0, y0, x1, y1] = place.box!;
      assert.equal(place.page, drawn(report).length);
      assert.deepEqual([x0, Math.round(x1 - x0), y1 > y0], [72, 30, true]);
    }
  });

  test('glyphs without a character make their cells lost', () => {
    const pages = drawn(report);
    const unknown = pages.map((page) => ({ ...page, glyphs: page.glyphs.map((glyph) => (/\d/.test(glyph.text) ? { ...glyph, text: '\ufffd' } : glyph)) }));
    const result = tally(report, readPages(unknown));
    assert.deepEqual([result.right, wrongOf(result)], [0, []]);
  });
});
