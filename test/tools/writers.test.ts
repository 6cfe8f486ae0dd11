/** What we write, through other people's programs: LibreOffice and pandoc see the cells and texts that we wrote. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Edition, editionSpec, editions } from '../../src/form/editions/index.js';
import type { Reading } from '../../src/form/model/reading.js';
import { parseBytes } from '../../src/read/index.js';
import type { TargetName } from '../../src/write/report/index.js';
import { slotsOf } from '../../src/write/report/layout.js';
import { partsOf, type TablePart } from '../../src/write/report/parts.js';
import { tidyHeader, tidyRows } from '../../src/write/report/tidy.js';
import { consistentReport, seeded } from '../support/consistent.js';
import { htmlGrids, squeezed } from '../support/html-grid.js';
import { baseReport, put, readingOf } from '../support/reading.js';
import { blanked, written } from '../support/written.js';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-writers-'));
after(() => rmSync(folder, { recursive: true }));

/** LibreOffice's export as UTF-8 with all figures as they are; the number of the sheet follows, -1 for all. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,';

const FIGURES = { '2019': 7_000, '2021': 90_000 } as const;

/** Reports that a program must see as they are: figures of several lengths, blank cells, remarks. */
function samples(edition: Edition): Readonly<Record<string, Reading>> {
  const base = baseReport(edition);
  const holed = put(put(base, '/tables/requests/newlyReceived/total', null), '/tables/disputes/reconsideration/upheld', null);
  return {
    clean: readingOf(base),
    drawn: readingOf(consistentReport(edition, seeded(5), FIGURES[edition])),
    holed: readingOf(holed, { '/tables/requests/newlyReceived/naturalPerson': '100（其中网络申请90件）', '/tables/requests/newlyReceived/total': '/' }),
    blank: readingOf({ ...base, tables: Object.fromEntries(Object.entries(base.tables).map(([key, table]) => [key, blanked(table)])) }),
  };
}

function run(program: string, argv: readonly string[]): string {
  const done = spawnSync(program, argv, { cwd: folder, encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26 });
  assert.equal(done.error, undefined);
  assert.equal(done.status, 0, `${program}: ${done.stderr}`);
  return done.stdout;
}

/** Opens files in LibreOffice and saves each in another form. */
function office(files: readonly string[], to: string): void {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', to, ...files]);
}

/** Saves every sample in a format. */
async function saveAll(
  name: string,
  readings: Readonly<Record<string, Reading>>,
  target: TargetName,
): Promise<readonly (readonly [file: string, reading: Reading])[]> {
  return Promise.all(Object.entries(readings).map(async ([sample, reading]) => [await save(`${name}-${sample}`, reading, target), reading] as const));
}

/** The name of a file with another extension. */
function as(file: string, extension: string): string {
  return file.replace(/\.[^.]+$/, `.${extension}`);
}

async function save(name: string, reading: Reading, target: TargetName): Promise<string> {
  const file = `${name}.${target}`;
  writeFileSync(join(folder, file), await written(reading, target));
  return file;
}

const tablesOf = (reading: Reading): readonly TablePart[] => partsOf(reading).flatMap((part) => (part.kind === 'table' ? [part] : []));
/** Slots of a table with the text of the cell that covers each. */
const covered = (table: TablePart): readonly (readonly string[])[] => slotsOf(table).map((line) => line.map(({ text }) => text));
/** Slots with the text in the first one of each cell only. */
const first = (table: TablePart): readonly (readonly string[])[] =>
  slotsOf(table).map((line, row) => line.map((cell, column) => (cell.row === row && cell.column === column ? cell.text : '')));

/** Rows of a csv file; quoted fields may hold commas and line breaks. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '' && rows.at(-1)!.length === 0) break;
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replace(/""/g, '"'));
    if (end !== ',') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 0);
}

for (const { edition } of editions) {
  test(`${edition}: LibreOffice opens the Word document and keeps every cell and word of it`, async () => {
    const saved = await saveAll(`word-${edition}`, samples(edition), 'docx');
    const files = saved.map(([file]) => file);
    office(files, 'html');
    office(files, 'odt');
    office(
      files.map((file) => as(file, 'odt')),
      'docx:MS Word 2007 XML',
    );
    for (const [file, reading] of saved) {
      // The .docx is LibreOffice's own by now.
      assert.deepEqual((await parseBytes(readFileSync(join(folder, file)))).report, reading.report, file);
      assert.deepEqual((await parseBytes(readFileSync(join(folder, as(file, 'html'))))).report.tables, reading.report.tables, file);
    }
  });

  test(`${edition}: on the page, table three is whole and figures are not broken`, async () => {
    // Figures of seven digits, as those drawn at random have, break where a wide font stands in for Times New Roman; those of a real report do not.
    const { clean } = samples(edition);
    const saved = await saveAll(`page-${edition}`, { clean: clean! }, 'docx');
    office(
      saved.map(([file]) => file),
      'pdf',
    );
    for (const [name, reading] of saved) {
      const pages = run('pdftotext', ['-layout', as(name, 'pdf'), '-']).split('\f');
      const whole = pages.filter((page) => /三、收到和处理/.test(page));
      assert.equal(whole.length, 1, name);
      for (const label of ['自然人', '一、本年新收', '三、本', '四、结转下年度继续办理']) assert.ok(whole[0]!.includes(label), `${name}: ${label}`);
      const printed = new Set(pages.join(' ').match(/\d+/g));
      const figures = tablesOf(reading).flatMap(({ rows }) => rows.flat().flatMap(({ pointer, text }) => (pointer ? (text.match(/\d+/g) ?? []) : [])));
      assert.deepEqual(
        figures.filter((figure) => !printed.has(figure)),
        [],
        name,
      );
      assert.deepEqual(
        pages.slice(0, -1).map((page) => /—\s*(\d+)\s*—\s*$/.exec(page)?.[1]),
        pages.slice(0, -1).map((_, index) => String(index + 1)),
      );
    }
  });

  test(`${edition}: pandoc reads the same cells from docx, html and md`, async () => {
    for (const [name, reading] of Object.entries(samples(edition))) {
      const tables = tablesOf(reading);
      for (const [target, format] of [
        ['docx', 'docx'],
        ['html', 'html'],
        ['md', 'markdown'],
        ['md', 'gfm'],
      ] as const) {
        const file = await save(`pandoc-${edition}-${name}`, reading, target);
        // Pandoc takes a paragraph of style Title for the title of a page of its own.
        const html = run('pandoc', ['-f', format, '-t', 'html', '--wrap=none', ...(format === 'docx' ? ['-s'] : []), file]);
        const grids = htmlGrids(html).map(squeezed);
        if (target === 'md')
          assert.deepEqual(
            grids.map((grid) => grid.length),
            tables.map(({ rows }) => rows.length),
            `${name}, ${format}`,
          );
        const wanted = tables.map((table) => squeezed(target === 'md' ? first(table) : covered(table)));
        // In Markdown a label over several columns is repeated; figures stand where they stood.
        const figures = (all: typeof grids): readonly unknown[] =>
          all.map((grid, at) => grid.map((line, row) => line.filter((_, column) => slotsOf(tables[at]!)[row]![column]!.pointer !== undefined)));
        assert.deepEqual(target === 'md' ? figures(grids) : grids, target === 'md' ? figures(wanted) : wanted, `${name}, ${format}`);
        const { report } = await parseBytes(new TextEncoder().encode(format === 'docx' ? html : `<html><body>${html}</body></html>`));
        assert.deepEqual(report, reading.report, `${name}, ${format}`);
      }
    }
  });

  test(`${edition}: LibreOffice opens the workbook: tables with merged headers, numbers, blanks, and the tidy sheet`, async () => {
    const saved = await saveAll(`book-${edition}`, samples(edition), 'xlsx');
    office(
      saved.map(([file]) => file),
      `${CSV}-1`,
    );
    for (const [name, reading] of saved) {
      const sheet = (title: string): readonly (readonly string[])[] =>
        csvRows(readFileSync(join(folder, as(name, 'csv').replace('.csv', `-${title}.csv`)), 'utf8'));
      for (const table of tablesOf(reading)) {
        const { title } = editionSpec(edition).sections.find((section) => section.table === table.table)!;
        const printed = first(table).map((line) => line.map((text) => (/^\d+（/.test(text) ? String(Number.parseInt(text, 10)) : text)));
        // The export ends with the last row that holds something.
        const filled = printed.findLastIndex((line) => line.some((text) => text !== ''));
        assert.deepEqual(sheet(title), printed.slice(0, filled + 1), `${name}: ${title}`);
      }
      const header = tidyHeader.zh;
      const tidy = tidyRows(reading, 'zh').map((row) => (Object.keys(header) as (keyof typeof header)[]).map((key) => String(row[key] ?? '')));
      assert.deepEqual(sheet('明细'), [Object.values(header), ...tidy], name);
    }
  });
}

test('texts of a workbook are not run as formulas', async () => {
  const raw = {
    '/tables/requests/newlyReceived/naturalPerson': '=1+1',
    '/tables/requests/newlyReceived/enterprise': '=HYPERLINK("http://example.com","点击")',
    '/tables/requests/newlyReceived/researchInstitution': '+1+2',
    '/tables/requests/newlyReceived/total': '@SUM(1,2)',
  };
  let report = baseReport();
  for (const pointer of Object.keys(raw)) report = put(report, pointer, null);
  office([await save('hostile', readingOf(report, raw), 'xlsx')], `${CSV}2`);
  const { title } = editionSpec('2021').sections[2]!;
  const row = csvRows(readFileSync(join(folder, `hostile-${title}.csv`), 'utf8'))[3]!;
  assert.deepEqual(row.slice(3), ['=1+1', '=HYPERLINK("http://example.com","点击")', '+1+2', '1', '1', '0', '@SUM(1,2)']);
});
