/**
 * Files that went wrong. No exception but InputError, no hang, no false “clean”. Seeded; `GOV_REPORT_FUZZ_SECONDS` runs it
 * for that long instead of a fixed number of cases, `GOV_REPORT_FUZZ_CASES` with so many in all and a limit of time for each,
 * `GOV_REPORT_FUZZ_SEED` starts elsewhere. A failure names its seed.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError } from '../../src/base/errors.js';
import { cellsOf, type Edition, editionSpec, relationsOf } from '../../src/form/editions/index.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { Report } from '../../src/form/model/report.js';
import type { Diagnostic } from '../../src/judge/diagnostic.js';
import { lintReading } from '../../src/judge/judge.js';
import { rules } from '../../src/judge/rules/index.js';
import { parseBytes } from '../../src/read/index.js';
import { toGb18030 } from '../../src/write/back/gb18030.js';
import { changedFile } from '../support/changed-files.js';
import { DoesNotFit } from '../support/doc-file.js';
import { word } from '../support/docx-parts.js';
import { formBody, formDoc, layouts, type RawCells } from '../support/form-files.js';
import { type Chance, chance, changeBytes, changeFigure, changeText, pick } from '../support/fuzz.js';
import { cases } from '../support/long.js';
import { SEED } from '../support/properties.js';
import { baseReport, put } from '../support/reading.js';

const SECONDS = Number(process.env['GOV_REPORT_FUZZ_SECONDS'] ?? 0);
/** Cases of all tests together, when a run is to have a number of them; each must then be over within `LONGEST` milliseconds. */
const IN_ALL = Number(process.env['GOV_REPORT_FUZZ_CASES'] ?? 0);
const LONGEST = 5_000;
let slowest = 0;
/** Cases of each test without a time; text whose columns only its words show takes longest. */
const CASES: Readonly<Record<string, number>> = { cells: cases(3, 1), tabs: cases(3, 1) };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer)]);

/** A kind of file: how its text comes from a report, and its bytes from that text. */
interface Kind {
  readonly text: (report: Report, raw?: RawCells) => string;
  readonly bytes: (text: string) => Uint8Array;
  /** Takes the cell that holds a marker out of the text, with what surrounds it. */
  readonly without?: (text: string, marker: string) => string;
}

const cut = (text: string, pattern: string, marker: string): string => text.replace(new RegExp(pattern.replaceAll('@', marker)), '');
const kinds: Readonly<Record<string, Kind>> = {
  docx: { text: formBody, bytes: (text) => word(text), without: (text, marker) => cut(text, '<w:tc>(?:(?!<w:tc>).)*@.*?</w:tc>', marker) },
  doc: { text: layouts.html, bytes: formDoc, without: (text, marker) => cut(text, '<td[^>]*>@</td>', marker) },
  html: { text: layouts.html, bytes: utf8, without: (text, marker) => cut(text, '<td[^>]*>@</td>', marker) },
  cells: { text: layouts.cells, bytes: utf8, without: (text, marker) => cut(text, '\\t@\\n', marker) },
  tabs: { text: layouts.tabs, bytes: toGb18030, without: (text, marker) => cut(text, '@\\t|\\t@', marker) },
  pipes: { text: layouts.pipes, bytes: wide, without: (text, marker) => cut(text, ' @ \\|', marker) },
  json: { text: (report) => JSON.stringify(report, null, 1), bytes: utf8 },
};

const reports = (['2019', '2021'] as const).map((edition) => {
  const report = baseReport(edition);
  const cells = editionSpec(edition).tables.flatMap(cellsOf);
  return { edition, report, cells, values: new Map(cells.map(({ pointer }) => [pointer as string, valueAt(report, pointer) as number])) };
});

interface Outcome {
  readonly report: Report;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads and judges; undefined when the file was refused. */
async function outcome(bytes: Uint8Array): Promise<Outcome | undefined> {
  try {
    const reading = await parseBytes(bytes);
    const { diagnostics } = lintReading(reading, 'x', { lang: 'zh', rules: rules.map((rule) => ({ rule })) });
    return { report: reading.report, diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

/** A report without a finding must be whole, and its sums must hold, computed here anew. */
function assertHonest({ report }: Outcome, edition: Edition): void {
  for (const table of editionSpec(edition).tables) {
    for (const { pointer } of cellsOf(table)) assert.equal(typeof valueAt(report, pointer), 'number', `${pointer} was not read, and nothing says so`);
    for (const { left, right, comparison } of relationsOf(table)) {
      const [a, b] = [left, right].map((terms) => terms.reduce((sum, { pointer, sign }) => sum + sign * (valueAt(report, pointer) as number), 0)) as [
        number,
        number,
      ];
      assert.ok(comparison === '=' ? a === b : a >= b, `${left[0]!.pointer} … : ${a} ${comparison} ${b}, and nothing says so`);
    }
  }
}

/** A file made from changed text; undefined where no such file can be: the text is refused on the way, or has a row that the writer of Word 97 documents cannot hold. */
function made(make: () => Uint8Array): Uint8Array | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError || error instanceof DoesNotFit || (error instanceof Error && error.message.startsWith('no GB18030 code'))) return undefined;
    throw error;
  }
}

/** Runs cases with seeds of their own; says the seed of one that fails. */
async function run(cases: number, share: number, one: (random: Chance) => Promise<void>): Promise<void> {
  const end = performance.now() + SECONDS * 1000 * share;
  const count = IN_ALL > 0 ? Math.ceil(IN_ALL * share) : cases;
  for (let seed = SEED; SECONDS > 0 ? performance.now() < end : seed < SEED + count; seed += 1) {
    const start = process.cpuUsage();
    try {
      await one(chance(seed));
      // The time at work: a machine may have much else to do.
      const { user, system } = process.cpuUsage(start);
      const time = (user + system) / 1000;
      slowest = Math.max(slowest, time);
      assert.ok(IN_ALL === 0 || time < LONGEST, `took ${Math.round(time)} ms`);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

test('the files that are changed are clean before', async () => {
  for (const { report } of reports) {
    for (const [name, kind] of Object.entries(kinds)) {
      const found = await outcome(kind.bytes(kind.text(report)));
      assert.deepEqual(found && { report: found.report, diagnostics: found.diagnostics.map(({ ruleId }) => ruleId) }, { report, diagnostics: [] }, name);
    }
  }
});

for (const [name, kind] of Object.entries(kinds)) {
  test(`${name}: one figure changed, garbled or gone is seen, and no other figure is read wrongly`, () =>
    run(CASES[name] ?? cases(8, 2), 0.4 / 7, async (random) => {
      const { report, cells, values } = pick(reports, random);
      const { pointer, table, column } = pick(cells, random);
      const changed = changeFigure(values.get(pointer)!, random);
      const text =
        name === 'json'
          ? kind.text(put(report, pointer, changed.text === '' ? null : (changed.reads[0] ?? changed.text)))
          : kind.text(report, { [pointer]: changed.text });
      const found = await outcome(kind.bytes(text));
      if (!found) return;
      const where = `${pointer} as “${changed.text}”`;
      for (const [other, before] of values) {
        const after = valueAt(found.report, other) as number | null | undefined;
        const right = other === pointer ? changed.reads : [before];
        // A cell whose row or column is gone is absent; findings must then say so.
        assert.ok(after === null || after === undefined || right.includes(after), `${where}: ${other} is read as ${after}`);
      }
      if (found.diagnostics.length > 0) return;
      const after = valueAt(found.report, pointer);
      assert.ok(typeof after === 'number', `${where}: nothing says that it was not read`);
      const open = table === 'disclosure' || after === values.get(pointer);
      assert.ok(open, `${where}: read as ${after}, and no finding`);
      assert.equal(column.kind === 'amount' || Number.isInteger(after), true, where);
      for (const [other, before] of values) if (other !== pointer) assert.equal(valueAt(found.report, other), before, `${where}: ${other}`);
    }));
}

for (const [name, kind] of Object.entries(kinds)) {
  if (!kind.without) continue;
  test(`${name}: a cell taken out with its place is seen`, () =>
    run(CASES[name] ?? cases(8, 2), 0.1 / 6, async (random) => {
      const { report, cells } = pick(reports, random);
      const { pointer } = pick(cells, random);
      const marker = '\ue000';
      const text = kind.text(report, { [pointer]: marker });
      const less = kind.without!(text, marker);
      assert.ok(less.length < text.length && !less.includes(marker), 'the cell was not taken out');
      const found = await outcome(kind.bytes(less));
      assert.notDeepEqual(found?.diagnostics, [], `${pointer} taken out`);
    }));
}

for (const [name, kind] of Object.entries(kinds)) {
  test(`${name}: text changed anywhere ends in a finding, a refusal, or a report that is whole and adds up`, () =>
    run(CASES[name] ?? cases(8, 2), 0.3 / 7, async (random) => {
      const { edition, report } = pick(reports, random);
      let text = kind.text(report);
      for (let times = 1 + random(3); times > 0; times -= 1) text = changeText(text, random);
      const bytes = made(() => kind.bytes(text));
      if (bytes === undefined) return;
      const found = await outcome(bytes);
      if (found?.diagnostics.length === 0) assertHonest(found, edition);
    }));
}

for (const [name, kind] of Object.entries(kinds)) {
  test(`${name}: bytes changed anywhere, likewise`, () =>
    run(CASES[name] ?? cases(8, 2), 0.2 / 7, async (random) => {
      const { edition, report } = pick(reports, random);
      const found = await outcome(changeBytes(kind.bytes(kind.text(report)), random));
      if (found?.diagnostics.length === 0) assertHonest(found, edition);
    }));
}

test('files of real programs changed anywhere end in a result or a refusal', () =>
  run(cases(40, 10), 0.1, async (random) => {
    await outcome(changedFile(random).bytes);
  }));

test('what the slowest case took', (t) => {
  t.diagnostic(`the slowest case took ${Math.round(slowest)} ms; ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
});
