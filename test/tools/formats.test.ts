/** Reports as LibreOffice saves them in other formats: every cell and word the same as in the .docx, and no finding more or less. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Reading } from '../../src/form/model/reading.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { readDocx } from '../../src/read/formats/docx/index.js';
import { parseBytes, readReport } from '../../src/read/index.js';
import { wholeReports } from '../support/whole-reports.js';
import { written } from '../support/written.js';

/** Reports that are taken when not all are asked for. */
const SAMPLE = 20;
const ALL = process.env['GOV_REPORT_ALL'] === '1';
const FORMATS = ['rtf', 'odt', 'fodt'] as const;

const folder = mkdtempSync(join(tmpdir(), 'gov-report-formats-'));
after(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));

function run(program: string, argv: readonly string[]): string {
  return execFileSync(program, argv, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
}

function office(to: string, files: readonly string[]): void {
  run('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', to, ...files]);
}

const read = async (name: string): Promise<Reading> => parseBytes(readFileSync(join(folder, name)), name);

/** Findings without places, which every format has of its own. */
function findings(reading: Reading): readonly string[] {
  const { diagnostics } = lintReading(reading, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) });
  return diagnostics.map(({ ruleId, pointer, message }) => `${ruleId} ${pointer} ${message}`).sort();
}

/** All words of a report, without white space: where lines are wrapped is the program's own. */
const words = ({ report }: Reading): unknown =>
  JSON.parse(JSON.stringify(report, (_, value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, '') : value)));

/** Whole reports, every so many of them; the sample is spread over all. */
const chosen = ALL
  ? wholeReports()
  : wholeReports()
      .filter((_, index, all) => index % Math.floor(all.length / SAMPLE) === 3)
      .slice(0, SAMPLE);
const names = ['suqian-2023', 'suqian-2024', ...chosen.map(({ name }) => name)];

describe('through LibreOffice', () => {
  before(async () => {
    for (const name of names.slice(0, 2)) writeFileSync(join(folder, `${name}.docx`), fixture(`2021/${name}.docx`));
    for (const { name, text } of chosen) writeFileSync(join(folder, `${name}.docx`), await written(await parseBytes(new TextEncoder().encode(text)), 'docx'));
    for (const format of FORMATS)
      office(
        format,
        names.map((name) => `${name}.docx`),
      );
  });

  for (const format of FORMATS) {
    test(`${format}: ${names.length} reports are read as their .docx`, async () => {
      for (const name of names) {
        const [source, other] = [await read(`${name}.docx`), await read(`${name}.${format}`)];
        assert.equal(other.format, format === 'rtf' ? 'rtf' : 'odt');
        assert.deepEqual(words(other), words(source), name);
        assert.deepEqual(findings(other), findings(source), name);
      }
    });
  }

  for (const format of ['rtf', 'odt'] as const) {
    test(`${format}: pandoc sees the same cells`, async () => {
      for (const name of names.slice(0, 2)) {
        const { document } = await readReport(readFileSync(join(folder, `${name}.${format}`)));
        const filled = (texts: readonly string[]): readonly string[] =>
          texts
            .map((text) => text.replace(/\s+/g, ''))
            .filter((text) => text !== '')
            .sort();
        const ours = document!.blocks.flatMap((block) => (block.kind === 'table' ? block.grid.cells.map(({ text }) => text) : []));
        const html = run('pandoc', ['-f', format, '-t', 'html', '--wrap=none', `${name}.${format}`]);
        const theirs = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, content]) => content!.replace(/<[^>]*>/g, ''));
        // Pandoc's reader of RTF knows no merged cells; what they go on in is blank and left out.
        assert.deepEqual(filled(theirs), filled(ours), name);
      }
    });
  }
});

/** Where LibreOffice itself gives up something of a .docx on the way, and what. */
const GIVEN_UP: Readonly<Record<string, string>> = {
  'built-changes': 'deleted rows come back',
  'built-controls': 'in RTF the text of a content control stands twice',
  'built-grid-before': 'columns before the first cell become blank cells',
  'built-hidden': 'hidden rows come back',
  'built-hidden-in-merge': 'what a merged cell hides is left out',
  'built-lone-continuation': 'a merge that continues nothing is undone',
  'built-signs': 'a sign of a symbol font is kept as its code',
  'built-unequal-spans': 'a column that no cell covers becomes a blank cell',
};

describe('what Word documents are built of', () => {
  const built =
    'changes controls fields frame grid-before hidden hidden-in-merge horizontal-merge lone-continuation merged nested report ruby signs strict text-box unequal-spans'
      .split(' ')
      .map((name) => `built-${name}`);

  before(() => {
    for (const name of built) writeFileSync(join(folder, `${name}.docx`), fixture(`docx/${name}.docx`));
    for (const format of FORMATS)
      office(
        format,
        built.map((name) => `${name}.docx`),
      );
  });

  for (const name of built.filter((each) => GIVEN_UP[each] === undefined)) {
    test(`${name} shows the same in every format`, async () => {
      const shown = ({ blocks, notes }: ReturnType<typeof readDocx>): unknown => [
        blocks.map((block) =>
          block.kind === 'table'
            ? block.grid.cells.map(({ text, row, column, rowSpan, columnSpan }) => [text.replace(/\s+/g, ' ').trim(), row, column, rowSpan, columnSpan])
            : block.text.replace(/\s+/g, ' ').trim(),
        ),
        notes.map(({ kind, count }) => [kind, count]),
      ];
      const source = shown(readDocx(readFileSync(join(folder, `${name}.docx`))));
      for (const format of FORMATS) {
        const bytes = readFileSync(join(folder, `${name}.${format}`));
        const document =
          format === 'rtf'
            ? (await import('../../src/read/formats/rtf/index.js')).readRtf(bytes)
            : format === 'fodt'
              ? (await import('../../src/read/formats/odt/index.js')).readFodt(bytes.toString('utf8'))
              : (await import('../../src/read/formats/odt/index.js')).readOdtArchive((await import('../../src/base/package/zip.js')).openZip(bytes));
        assert.deepEqual(shown(document), source, format);
      }
    });
  }
});
