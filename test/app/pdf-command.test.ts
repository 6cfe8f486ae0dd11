/** PDFs through the shipped command, whose pdf.js counts what a file costs: pictures, pages that are pictures, damage, and files made to exhaust it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import type { Report } from '../../src/form/model/report.js';
import { type Built, buildCommand } from '../support/built.js';
import { drawn } from '../support/drawn.js';
import { pdfFile, pdfOf, pdfStream } from '../support/fixed-layout.js';
import { long } from '../support/long.js';
import { baseReport } from '../support/reading.js';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-pdf-command-'));
after(() => rmSync(folder, { recursive: true }));
let built: Built;
before(async () => {
  built = await buildCommand();
});
after(() => built.remove());
const report: Report = baseReport('2021');

interface Watched {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Largest resident set; 0 where the system does not tell. */
  readonly megabytes: number;
}

/** Lints files of the folder as JSON and watches what that costs. */
function lint(names: readonly string[]): Promise<Watched> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [built.bin, 'lint', '--jobs', '1', '-f', 'json', ...names], { cwd: folder });
    let stdout = '';
    let megabytes = 0;
    const timer = setInterval(() => {
      try {
        megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
      } catch {
        megabytes = Math.max(megabytes, 0);
      }
    }, 10);
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
    });
    child.on('close', (exitCode) => {
      clearInterval(timer);
      done({ exitCode, stdout, megabytes });
    });
  });
}

interface Outcome {
  readonly status: string;
  readonly diagnostics?: readonly { readonly ruleId: string; readonly place?: { readonly page?: number } }[];
  readonly checks?: { readonly cells: { readonly figures: number; readonly lost: number } };
  readonly error?: { readonly code: string };
}
const outcomes = ({ stdout }: Watched): readonly Outcome[] => (JSON.parse(stdout) as { readonly files: readonly Outcome[] }).files;
const write = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);

/** A picture of eight by eight dots, as operators of a page. */
const PICTURE = `q 80 0 0 80 72 20 cm BI /W 8 /H 8 /BPC 8 /CS /G ID ${'x'.repeat(64)} EI Q\n`;
const pages = drawn(report);
write('plain.pdf', pdfOf(pages));

test('pictures on the pages change nothing of what is read', async () => {
  write('pictures.pdf', pdfOf(pages, { extra: PICTURE }));
  const [plain] = outcomes(await lint(['plain.pdf']));
  const [pictures] = outcomes(await lint(['pictures.pdf']));
  assert.deepEqual([plain!.status, plain!.checks!.cells.lost], ['checked', 0]);
  assert.deepEqual([pictures!.checks, pictures!.diagnostics], [plain!.checks, plain!.diagnostics]);
});

test('a page that is a picture amid others is said with its number; nothing but pictures is a scan', async () => {
  const covered = [{ ...pages[0]!, glyphs: [], rules: [] }, ...pages];
  write('cover.pdf', pdfOf(covered, { extra: PICTURE }));
  write('scan.pdf', pdfOf([covered[0]!], { extra: PICTURE }));
  const [cover, scan] = outcomes(await lint(['cover.pdf', 'scan.pdf']));
  const unread = cover!.diagnostics!.filter(({ ruleId }) => ruleId === 'document/unread').map(({ place }) => place?.page);
  assert.deepEqual([unread, scan!.error?.code], [[1], 'scan']);
});

test('a page that ends in an error is no shorter page: the file is damaged', async () => {
  // A font that is named and not there.
  write('fault.pdf', pdfOf(pages, { extra: 'BT /F9 10 Tf (1) Tj ET\n' }));
  const [fault, plain] = outcomes(await lint(['fault.pdf', 'plain.pdf']));
  assert.deepEqual([fault!.error?.code, plain!.status], ['pdf-damaged', 'checked']);
});

/** One page with this content. */
function pageWith(content: Uint8Array): Uint8Array {
  return pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    pdfStream(deflateSync(content), '/Filter/FlateDecode'),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
}

const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'a page that inflates to 150 MB': () => pageWith(Buffer.alloc(150_000_000, 32)),
  'a page of a million glyphs': () => pageWith(Buffer.from(`BT /F1 9 Tf 50 400 Td (${'1'.repeat(1_000_000)}) Tj ET`)),
  '2,000 pages': () =>
    pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${Array.from({ length: 2000 }, (_, index) => `${index + 3} 0 R`).join(' ')}]/Count 2000>>`,
      ...Array.from({ length: 2000 }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>'),
    ]),
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`${name}: refused within bounds, and the report beside it is checked`, long, async () => {
    write('hostile.pdf', make());
    const run = await lint(['hostile.pdf', 'plain.pdf']);
    const [hostile, plain] = outcomes(run);
    assert.deepEqual([hostile!.error?.code, plain!.status, run.exitCode], ['too-large', 'checked', 2]);
    assert.ok(run.megabytes < 512, `${run.megabytes} MB`);
  });
}
