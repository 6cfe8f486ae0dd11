/** Whole reports: not a word about the clean ones, and each planted fault found by the right rule, in its place, once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint, parse, type Reading, valueAt } from '../../src/index.js';
import type { Diagnostic, FileResult } from '../../src/judge/diagnostic.js';
import { mask } from '../../src/judge/masked.js';
import { sampled } from '../support/long.js';
import { put } from '../support/reading.js';
import { type PlantedFault, plantedFaults, wholeReports } from '../support/whole-reports.js';

type Checked = Extract<FileResult, { status: 'checked' }>;

const reports = new Map(await Promise.all(wholeReports().map(async ({ name, text }) => [name, { text, reading: await parse(text) }] as const)));

async function check(reading: Reading): Promise<Checked> {
  const result = await lint(reading);
  assert.equal(result.status, 'checked');
  return result as Checked;
}

const words = ({ severity, ruleId, pointer, place, message }: Diagnostic): string => `${severity} ${ruleId} ${pointer} “${place.quote ?? ''}” ${message}`;

for (const [name, { reading }] of reports) {
  test(`report ${name}: nothing is said about it`, async () => {
    const { checks, diagnostics } = await check(reading);
    assert.equal(checks.tables, 3);
    assert.deepEqual(diagnostics.map(words), []);
  });
}

test('there are reports of every year and many kinds of units', () => {
  const read = [...reports.values()].map(({ reading }) => reading.report);
  assert.ok(read.length >= 100, String(read.length));
  assert.deepEqual([...new Set(read.map(({ year }) => year))].sort(), [2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  assert.equal(new Set(read.map(({ unit }) => unit)).size, read.length);
});

/** The reading with the fault; a change of words in a paragraph is made in the model, any other in the text, which is read again. */
async function planted({ report, replace, set = {} }: PlantedFault): Promise<Reading> {
  const { text, reading } = reports.get(report)!;
  const locations = new Map(reading.locations);
  let changed = reading.report;
  for (const [pointer, value] of Object.entries(set)) {
    changed = put(changed, pointer, value);
    locations.set(pointer, { ...locations.get(pointer)!, raw: String(value) });
  }
  if (!replace) return { ...reading, report: changed, locations };
  const [from, to] = replace;
  assert.ok(text.includes(from), from);
  const node = [...locations.keys()].find((pointer) => String(valueAt(changed, pointer) ?? '').includes(from));
  if (node === undefined || !/\/\d+$/.test(node)) return parse(text.replace(from, () => to));
  return {
    ...reading,
    report: put(
      changed,
      node,
      String(valueAt(changed, node)).replace(from, () => to),
    ),
    locations,
  };
}

const faults = plantedFaults();

for (const [index, fault] of faults.entries()) {
  const { report, replace, set, rule, quote = '', at = '', cell } = fault;
  test(`report ${report}, ${rule}: ${replace?.join(' → ') ?? JSON.stringify(set)}`, sampled(index, 5), async () => {
    const { diagnostics, corrections } = await check(await planted(fault));
    const fits = ({ ruleId, pointer, place, message }: Diagnostic): boolean =>
      ruleId.startsWith(rule) && pointer.startsWith(at) && [quote, mask(quote)].some((words) => (place.quote ?? message).includes(words));
    assert.deepEqual(diagnostics.filter((one) => !fits(one)).map(words), []);
    assert.ok(diagnostics.length > 0);
    // One wrong cell breaks two sums or three, and the correction names it; anything else is one finding.
    if (cell === undefined) assert.deepEqual(diagnostics.slice(1).map(words), []);
    else assert.deepEqual([corrections.length, corrections[0]?.pointer, corrections[0]?.certainty], [1, cell, 'unique']);
  });
}

test('faults are planted for the rules that whole reports can break', () => {
  assert.ok(faults.length >= 600, String(faults.length));
  assert.ok(new Set(faults.map(({ rule }) => rule)).size >= 30);
});
