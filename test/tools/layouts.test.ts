/** One and the same report through LibreOffice, pandoc, antiword and pdftotext: the same figures from all of them, or none. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Edition } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import { parseBytes } from '../../src/read/index.js';
import { allCells, type Figure, reportOf, type Tally, tally } from '../support/compare.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { formHtml } from '../support/form.js';

const figures: Readonly<Record<string, Figure>> = {
  distinct: (index) => (index * 37) % 1009,
  large: (index) => ((index * 37) % 1009) + (index % 11 === 0 ? 1000000 : 0),
  gappy: (index) => (index % 5 === 2 ? null : (index * 13) % 97),
  sparse: (index) => (index % 6 === 0 ? (index * 13) % 97 : null),
};

/** Pages on which the labels break differently. */
const pages: Readonly<Record<string, string>> = {
  a4: '@page{size:A4;margin:25mm} body{font-size:12pt}',
  official: '@page{size:A4;margin:37mm 26mm 35mm 28mm} body{font-size:16pt} p{text-indent:2em;text-align:justify} td{font-size:9pt}',
  wide: '@page{size:A4 landscape;margin:20mm} body{font-size:12pt}',
  tops: '@page{size:A4;margin:20mm} td{font-size:10pt;text-align:right;vertical-align:top}',
  letters: '@page{size:A4;margin:15mm} body{font-size:16pt} td{font-size:12pt}',
};

/** Pages that the tables do not fit on: what passes their edge is cut off. */
const narrowPages: Readonly<Record<string, string>> = {
  big: '@page{size:A4;margin:20mm} td{font-size:15pt}',
  right: '@page{size:A4;margin:20mm} td{font-size:13pt;text-align:right} tr:first-child td{text-align:center}',
  left: '@page{size:A4;margin:25mm} td{font-size:12pt;text-align:left}',
};

interface Sample {
  readonly name: string;
  readonly edition: Edition;
  readonly figures: string;
  readonly report: Report;
}

const samples: readonly Sample[] = (['2019', '2021'] as const).flatMap((edition) =>
  Object.entries(figures).map(([name, figure]): Sample => ({ name: `${edition}-${name}`, edition, figures: name, report: reportOf(edition, figure) })),
);

/** Reports with true sums of five to nine digits, for the pages that cut them. */
const longFigures = (['2019', '2021'] as const).flatMap((edition) =>
  [5, 6, 7, 8].map((digits) => ({ name: `${edition}-${digits}-digits`, edition, report: consistentReport(edition, seeded(digits), 10 ** digits) })),
);

const folder = mkdtempSync(join(tmpdir(), 'gov-report-layouts-'));

function office(...parameters: readonly string[]): void {
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${join(folder, 'profile')}`, ...parameters], {
    cwd: folder,
    stdio: 'pipe',
  });
}

function output(command: string, ...parameters: readonly string[]): string {
  return execFileSync(command, parameters, { cwd: folder, encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function readFile(name: string): Promise<Reading> {
  return parseBytes(readFileSync(join(folder, name)), name);
}

async function readText(text: string): Promise<Reading> {
  return parseBytes(new TextEncoder().encode(text));
}

/** Makes every file once, in as few runs of LibreOffice as there are formats. */
function makeFiles(): void {
  const names = samples.map(({ name }) => name);
  for (const { name, report } of samples) {
    writeFileSync(join(folder, `${name}.html`), formHtml(report));
    for (const [page, css] of Object.entries(pages)) writeFileSync(join(folder, `${name}-${page}.html`), formHtml(report, { css }));
  }
  for (const { name, report } of longFigures) {
    for (const [page, css] of Object.entries(narrowPages)) writeFileSync(join(folder, `${name}-${page}.html`), formHtml(report, { css }));
  }
  const fromHtml = '--infilter=HTML (StarWriter)';
  office(fromHtml, '--convert-to', 'docx', ...names.map((name) => `${name}.html`));
  office('--convert-to', 'txt:Text (encoded):UTF8', ...names.map((name) => `${name}.docx`));
  office('--convert-to', 'doc', ...names.map((name) => `${name}.docx`));
  office('--convert-to', 'html:XHTML Writer File', ...names.map((name) => `${name}.docx`));
  office(
    fromHtml,
    '--convert-to',
    'pdf',
    ...names.flatMap((name) => Object.keys(pages).map((page) => `${name}-${page}.html`)),
    ...longFigures.flatMap(({ name }) => Object.keys(narrowPages).map((page) => `${name}-${page}.html`)),
  );
}

makeFiles();
after(() => rmSync(folder, { recursive: true, force: true }));

/** Formats that keep every cell where it is. */
const faithful: Readonly<Record<string, (name: string) => Promise<Reading>>> = {
  'LibreOffice docx': (name) => readFile(`${name}.docx`),
  'LibreOffice html': (name) => readFile(`${name}.html`),
  'LibreOffice txt': (name) => readFile(`${name}.txt`),
  'pandoc docx': async (name) => {
    output('pandoc', `${name}.docx`, '-o', `${name}-pandoc.docx`);
    return readFile(`${name}-pandoc.docx`);
  },
  'pandoc markdown': (name) => readText(output('pandoc', `${name}.docx`, '-t', 'markdown')),
  'pandoc gfm': (name) => readText(output('pandoc', `${name}.docx`, '-t', 'gfm')),
  'pandoc plain': (name) => readText(output('pandoc', `${name}.docx`, '-t', 'plain')),
  'pandoc grid or html tables': (name) => readText(output('pandoc', `${name}.docx`, '-t', 'markdown-simple_tables-multiline_tables-pipe_tables')),
};

describe('formats that keep their cells', () => {
  for (const [format, read] of Object.entries(faithful)) {
    for (const { name, edition, report } of samples) {
      test(`${name} through ${format}`, async () => {
        assert.deepEqual(tally(report, await read(name)), { right: allCells(edition), lost: 0, wrong: [] });
      });
    }
  }
});

/** A cell that is not in the model was not found: for these formats that is as good as lost. */
function notWrong({ wrong }: Tally): readonly string[] {
  return wrong.filter((one) => !one.includes(': undefined for ') && !isCutTotal(one));
}

/**
 * Whether the edge of the page cut a total whose row does not add up: nothing in such a text tells (see `flow/edge.ts`). Whether the
 * figures of these samples, which are drawn at random, reach the edge depends on the version of LibreOffice and its fonts.
 */
function isCutTotal(one: string): boolean {
  const [, read, printed] = /\/total: (\d+) for (\d+)$/.exec(one) ?? [];
  return read !== undefined && printed !== undefined && read.length < printed.length && printed.startsWith(read);
}

describe('pdftotext', () => {
  for (const mode of ['-layout', '-raw']) {
    for (const page of Object.keys(pages)) {
      for (const { name, edition, figures: kind, report } of samples) {
        test(`${name} on ${page} pages, ${mode}`, async () => {
          const result = tally(report, await readText(output('pdftotext', mode, `${name}-${page}.pdf`, '-')));
          if (kind === 'distinct') assert.deepEqual(result, { right: allCells(edition), lost: 0, wrong: [] });
          else assert.deepEqual(notWrong(result), []);
        });
      }
    }
  }
  for (const mode of ['-layout', '-raw']) {
    for (const page of Object.keys(narrowPages)) {
      for (const { name, report } of longFigures) {
        test(`${name} on ${page} pages that cut them, ${mode}: no shorter figure is read`, async () => {
          const result = tally(report, await readText(output('pdftotext', mode, `${name}-${page}.pdf`, '-')));
          assert.deepEqual(notWrong(result), []);
          assert.ok(result.right > 0);
        });
      }
    }
  }
  for (const { name, report } of samples) {
    test(`${name} without any mode: columns are not taken for rows`, async () => {
      assert.deepEqual(notWrong(tally(report, await readText(output('pdftotext', `${name}-a4.pdf`, '-')))), []);
    });
  }
});

describe('antiword', () => {
  for (const width of ['0', '76']) {
    for (const { name, figures: kind, report } of samples) {
      test(`${name}, -w ${width}: what it lost is missing, what it kept is right`, async () => {
        const reading = await readText(output('antiword', '-w', width, '-m', 'UTF-8.txt', `${name}.doc`));
        const result = tally(report, reading);
        assert.deepEqual(notWrong(result), []);
        if (kind === 'distinct') assert.ok(result.right >= 25);
      });
    }
  }
});
