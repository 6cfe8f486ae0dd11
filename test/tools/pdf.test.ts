/** Reports as programs print them: every cell the same as in the .docx or page that was printed, the text equal up to wrapping, and no finding more or less. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { chromium } from 'playwright-core';
import { cellsOf, editionSpec } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Reading } from '../../src/form/model/reading.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { pagesOf } from '../../src/read/formats/pdf/index.js';
import { parseBytes } from '../../src/read/index.js';
import { ofdOf } from '../support/fixed-layout.js';
import { wholeReports } from '../support/whole-reports.js';
import { written } from '../support/written.js';

/** Composed reports that are taken when not all are asked for. */
const SAMPLE = 20;
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const folder = mkdtempSync(join(tmpdir(), 'gov-report-pdf-'));
after(() => rmSync(folder, { recursive: true }));

const all = wholeReports();
const step = Math.floor(all.length / SAMPLE);
const composed = process.env['GOV_REPORT_ALL'] === '1' ? all : all.filter((_, index) => index % step === 1).slice(0, SAMPLE);
const real = ['suqian-2023', 'suqian-2024'];
const names = [...real, ...composed.map(({ name }) => name)];

const file = (name: string): string => join(folder, name);
const read = (name: string): Promise<Reading> => parseBytes(readFileSync(file(name)), name);

function office(to: string, suffix: string, sources: readonly string[]): void {
  execFileSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(file('profile')).href}`, '--headless', '--convert-to', to, '--outdir', file(suffix), ...sources],
    {
      cwd: folder,
      stdio: 'pipe',
    },
  );
}

before(async () => {
  for (const name of real) writeFileSync(file(`${name}.docx`), readFileSync(new URL(`../../fixtures/documents/2021/${name}.docx`, import.meta.url)));
  for (const { name, text } of composed) writeFileSync(file(`${name}.docx`), await written(await parseBytes(new TextEncoder().encode(text)), 'docx'));
  for (const name of names) writeFileSync(file(`${name}.html`), await written(await read(`${name}.docx`), 'html'));
  office(
    'pdf',
    'from-docx',
    names.map((name) => `${name}.docx`),
  );
  office(
    'pdf:writer_web_pdf_Export',
    'from-html',
    names.map((name) => `${name}.html`),
  );
});

/** Findings without places; what says only that a page was printed is no finding on the report. */
function findings(reading: Reading): readonly string[] {
  const { diagnostics } = lintReading(reading, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) });
  return diagnostics
    .filter(({ ruleId }) => ruleId !== 'document/fixed-layout')
    .map(({ ruleId, pointer, message }) => `${ruleId} ${pointer} ${message}`)
    .sort();
}

/** All of a report without white space, which wrapping moves, and without its paragraphs' ends where a page has none. */
const words = ({ report }: Reading) => ({
  ...report,
  sections: report.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.join('').replace(/\s+/g, '') })),
  preface: report.preface.join('').replace(/\s+/g, ''),
});

/** Of the same words, all but the marks: LibreOffice leaves out one that hangs over the margin. */
const withoutMarks = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.replace(/[，。：；、]/g, '') : each)));

async function same(name: string, printed: Reading, { hanging = false }: { readonly hanging?: boolean } = {}): Promise<void> {
  const source = await read(`${name}.docx`);
  assert.deepEqual(printed.report.tables, source.report.tables, `${name}: the figures`);
  const [theirs, ours] = [words(printed), words(source)];
  if (hanging) assert.deepEqual(withoutMarks(theirs), withoutMarks(ours), `${name}: the words`);
  else assert.deepEqual(theirs, ours, `${name}: the words`);
  if (isDeepStrictEqual(theirs, ours)) assert.deepEqual(findings(printed), findings(source), `${name}: the findings`);
}

/** Headings, paragraphs and the end as one text: without the mark at the end of a paragraph it may go on. */
const everything = ({ report }: Reading): string =>
  [...report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]), ...report.closing].join('').replace(/\s+/g, '');

/** A report whose table three is wider than its page: what stands beyond the edge is missing, and nothing is wrong. */
async function cut(name: string, printed: Reading): Promise<void> {
  const source = await read(`${name}.docx`);
  const { tables } = editionSpec('2021');
  const unread = tables.flatMap(cellsOf).filter(({ pointer }) => {
    const value = valueAt(printed.report, pointer);
    if (typeof value === 'number') assert.equal(value, valueAt(source.report, pointer), `${name}: ${pointer}`);
    return typeof value !== 'number';
  });
  assert.ok(unread.length > 0 && unread.every(({ pointer }) => pointer.endsWith('/total')), `${name}: ${unread.map(({ pointer }) => pointer).join(' ')}`);
  assert.deepEqual(withoutMarks(everything(printed)), withoutMarks(everything(source)), `${name}: the words`);
  assert.ok(lintReading(printed, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) }).diagnostics.some(({ severity }) => severity === 'error'));
}

test(`${names.length} reports printed by LibreOffice from .docx`, async (context) => {
  for (const name of names) {
    await context.test(name, async () => {
      const printed = await read(`from-docx/${name}.pdf`);
      await (real.includes(name) ? cut(name, printed) : same(name, printed, { hanging: true }));
    });
  }
});

test(`${names.length} reports printed by LibreOffice from pages`, async (context) => {
  for (const name of names) await context.test(name, async () => same(name, await read(`from-html/${name}.pdf`), { hanging: true }));
});

test(`${names.length} reports printed by Chromium`, { skip: executablePath === undefined }, async (context) => {
  const browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  context.after(() => browser.close());
  const page = await browser.newPage();
  for (const name of names) {
    await page.goto(pathToFileURL(file(`${name}.html`)).href);
    await page.pdf({ path: file(`${name}.chromium.pdf`), format: 'A4', printBackground: true });
    await context.test(name, async () => same(name, await read(`${name}.chromium.pdf`)));
  }
});

test(`${names.length} reports as OFD, page by page as LibreOffice printed them`, async (context) => {
  for (const name of names) {
    const pages = await pagesOf(readFileSync(file(`from-docx/${name}.pdf`)));
    await context.test(name, async () => {
      const printed = await parseBytes(ofdOf(pages), `${name}.ofd`);
      await (real.includes(name) ? cut(name, printed) : same(name, printed, { hanging: true }));
    });
  }
});
