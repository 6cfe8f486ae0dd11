/** Readings for tests: the clean base report of each edition, with changes. */
import { readFileSync } from 'node:fs';
import { foldLabel, leadingNumber } from '../../src/base/text/normalise.js';
import { cellsOf, type Edition, editionForYear, editionSpec, type TableKey } from '../../src/form/editions/index.js';
import { presentPointers, tableFacts } from '../../src/form/facts.js';
import type { LaidParagraph, LaidTable } from '../../src/form/model/layout.js';
import { valueAt } from '../../src/form/model/pointer.js';
import type { HeadingFact, Located, Reading, TableFacts } from '../../src/form/model/reading.js';
import type { Report } from '../../src/form/model/report.js';
import type { Example, ExampleLayout, RollUp } from '../../src/judge/rule.js';

/** The clean base report of an edition: every relation holds and no rule speaks. */
export function baseReport(edition: Edition = '2021'): Report {
  return JSON.parse(readFileSync(new URL(`../../fixtures/base/${edition}.json`, import.meta.url), 'utf8')) as Report;
}

/** Last year's report of the same unit: this year's base follows from it. */
export function previousReport(edition: Edition = '2021'): Report {
  return JSON.parse(readFileSync(new URL(`../../fixtures/base/${edition}-previous.json`, import.meta.url), 'utf8')) as Report;
}

/** Puts a value at a JSON Pointer of a copy, making objects on the way; `-` appends to an array. */
export function put<T>(root: T, pointer: string, value: unknown): T {
  const copy = structuredClone(root);
  const parts = pointer.slice(1).split('/');
  let node = copy as Record<string, unknown>;
  parts.slice(0, -1).forEach((part) => {
    if (typeof node[part] !== 'object' || node[part] === null) node[part] = {};
    node = node[part] as Record<string, unknown>;
  });
  const last = parts.at(-1)!;
  if (Array.isArray(node) && last === '-') node.push(value);
  else node[last] = value;
  return copy;
}

/** Takes the node at a JSON Pointer out of a copy. */
export function without<T>(root: T, pointer: string): T {
  const copy = structuredClone(root);
  const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/'))) as Record<string, unknown>;
  const last = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

/** A reading of a report as if it came from a text file; `raw` overrides the text of single nodes. */
export function readingOf(report: Report, raw: Readonly<Record<string, string>> = {}, notes: Reading['notes'] = [], lost: readonly string[] = []): Reading {
  const locations = new Map<string, Located>();
  let line = 0;
  const walk = (node: unknown, pointer: string): void => {
    if (node !== null && typeof node === 'object') {
      for (const [key, child] of Object.entries(node)) walk(child, `${pointer}/${key}`);
    } else {
      line += 1;
      locations.set(pointer, {
        raw: raw[pointer] ?? (node === null ? '' : String(node)),
        place: { line, columnNumber: 1 },
        ...(lost.includes(pointer) ? { lost: 'unreadable' as const } : {}),
      });
    }
  };
  for (const key of ['title', 'preface', 'sections', 'tables', 'closing'] as const) walk(report[key] ?? null, `/${key}`);
  const expected = report.year === undefined ? report.edition : editionForYear(report.year);
  const tables: { [key in TableKey]?: TableFacts } = {};
  for (const [key, table] of Object.entries(report.tables) as [TableKey, unknown][]) {
    tables[key] = { ...tableFacts(key, presentPointers(key, table), expected), extraRows: [], repeated: [] };
  }
  const headings: HeadingFact[] = report.sections.map(({ key, heading }, index) => {
    const number = leadingNumber(heading);
    const text = heading.slice(number.length);
    const section = editionSpec(report.edition).sections.find((candidate) => candidate.key === key)!;
    const same = (title: string): boolean => foldLabel(title) === foldLabel(text);
    const match = same(section.title) ? 'exact' : section.aliases.some(same) ? 'alias' : 'similar';
    return { pointer: `/sections/${index}/heading`, number: number.trim(), text, match };
  });
  return { format: 'text', report, locations, tables, headings, notes };
}

/** A reading whose paragraphs have offsets and the setting that an example describes. */
function laidOut(reading: Reading, { texts = {}, page, tables = {} }: ExampleLayout): Pick<Reading, 'layout' | 'locations'> {
  const locations = new Map(
    [...reading.locations].map(([pointer, located]) => [pointer, { ...located, place: { ...located.place, offset: located.place.line! } }]),
  );
  const paragraphs = new Map<number, LaidParagraph>();
  for (const [pointer, { head, line = { kind: 'exact', value: 28 } as const, grid, indent = 2, align = 'both', ...own }] of Object.entries(texts)) {
    const { place, raw } = locations.get(pointer)!;
    const look = { font: '仿宋_GB2312', latin: 'Times New Roman', size: 16, colour: undefined, behind: undefined, ...own };
    const end = head === undefined ? 0 : raw.indexOf('。') + 1;
    const laid = [
      { text: raw.slice(0, end), look: { ...look, font: head }, run: 1 },
      { text: raw.slice(end), look, run: 2 },
    ].filter(({ text }) => text !== '');
    paragraphs.set(place.offset, { place, texts: laid, line, grid, indent, align, inTable: false });
  }
  const song = { font: '宋体', latin: '宋体', size: 14, colour: undefined, behind: undefined };
  const a4 = {
    place: {},
    width: 210,
    height: 297,
    top: 37,
    bottom: 35,
    left: 28,
    right: 26,
    numbers: [{ pages: 'all', looks: [song], dashes: true } as const],
  };
  const laidTables = Object.entries(tables).map(([key, table]): LaidTable => {
    const own = [...locations].flatMap(([pointer, { place }]) => (pointer.startsWith(`/tables/${key}/`) ? [place.offset] : []));
    return { start: Math.min(...own) - 1, end: Math.max(...own) + 1, place: {}, width: 156, rows: 28, repeated: true, ...table };
  });
  return { locations, layout: () => ({ pages: page ? [{ ...a4, ...page }] : [], paragraphs, tables: laidTables }) };
}

/** The reading that an example of a rule describes. */
export function exampleReading(example: Example): Reading {
  let report = baseReport(example.edition);
  for (const [pointer, value] of Object.entries(example.set ?? {})) report = put(report, pointer, value);
  for (const pointer of example.remove ?? []) report = without(report, pointer);
  const reading = readingOf(report, example.raw, example.notes, example.lost);
  const tables = { ...reading.tables };
  for (const [key, facts] of Object.entries(example.tables ?? {}) as [TableKey, Partial<TableFacts>][]) tables[key] = { ...tables[key]!, ...facts };
  return { ...reading, tables, ...(example.layout ? laidOut(reading, example.layout) : {}) };
}

/** Last year's reading that an example describes; undefined when it has none. */
export function examplePrevious(example: Example): Reading | undefined {
  if (!example.previous) return undefined;
  let report = previousReport(example.edition);
  for (const [pointer, value] of Object.entries(example.previous)) report = put(report, pointer, value);
  return readingOf(report);
}

/** The units below that an example describes; undefined when it has none. */
export function exampleRollUp(example: Example): RollUp | undefined {
  if (!example.rollUp) return undefined;
  const report = baseReport(example.edition);
  const all = editionSpec(report.edition).tables.flatMap(cellsOf);
  const units = example.rollUp.units.map(({ unit, share, cells = {} }) => ({
    unit,
    cells: new Map(
      all.map(({ pointer }) => [pointer, cells[pointer] === undefined ? (share === 'all' ? (valueAt(report, pointer) as number) : 0) : cells[pointer]!]),
    ),
  }));
  return { units, ...(example.rollUp.missing ? { missing: example.rollUp.missing } : {}) };
}
