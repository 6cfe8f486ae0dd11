/** Two versions of one report held against each other: every cell, heading and sentence that differs. Layout is no difference. */
import { diffArrays } from 'diff';
import { likeness, toHalfWidth } from '../base/text/normalise.js';
import { sentences } from '../base/text/sentences.js';
import { cellsOf, editions, type SectionKey, type TableKey, tableSpec } from '../form/editions/index.js';
import { valueAt } from '../form/model/pointer.js';
import type { Reading } from '../form/model/reading.js';

/** A place of the report where running text stands. */
export type TextPart = 'title' | 'preface' | SectionKey | 'closing';

/** What is different at one place; `before` is the first report's, `after` the second's, absent where one has nothing. */
export type Difference =
  | { readonly kind: 'cell'; readonly table: TableKey; readonly pointer: string; readonly before: CellState; readonly after: CellState }
  | { readonly kind: 'fact' | 'heading' | 'sentence'; readonly part: TextPart; readonly before?: string; readonly after?: string };

/** What a cell says: a number, blank, or nothing that could be read as a number; `absent` where the table has no such cell. */
export type CellState = number | 'blank' | 'unread' | 'absent';

/** The differences of two reports, in the order of the form. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly cells: number;
  readonly sentences: number;
  /** What one of the two does not have at all and so was not compared: tables, or the running text of a workbook. */
  readonly notCompared: readonly (TableKey | 'text')[];
}

/** Sentences that are added, taken away and changed cost more than this many steps only in two different reports. */
const MOST_EDITS = 2_000;

/** A sentence counts as changed, not as taken away and another added, from this likeness on: half of its characters stayed. */
const SAME_SENTENCE = 0.5;

const tableKeys: readonly TableKey[] = [...new Set(editions.flatMap(({ tables }) => tables.map(({ key }) => key)))];

function cellState({ report, locations, tables }: Reading, table: TableKey, pointer: string): CellState {
  const value = valueAt(report, pointer);
  if (typeof value === 'number') return value;
  if (value === undefined || !tables[table]) return 'absent';
  const located = locations.get(pointer);
  return located !== undefined && (located.lost || located.raw.trim() !== '') ? 'unread' : 'blank';
}

/** The cells of both reports' forms, each once, in printed order. */
function pointersOf(a: Reading, b: Reading, table: TableKey): readonly string[] {
  const specs = [a, b].map(({ tables, report }) => tables[table]?.spec ?? tableSpec(report.edition, table));
  return [...new Set(specs.flatMap((spec) => cellsOf(spec).map(({ pointer }) => pointer)))];
}

/** A text as far as it matters: widths, blanks and line breaks say nothing. */
function folded(text: string): string {
  return toHalfWidth(text).replace(/[\s\u200b\ufeff]+/g, '');
}

/** The parts of the running text; empty ones too, so that both reports have the same. */
function textsOf({ report }: Reading): ReadonlyMap<TextPart, readonly string[]> {
  const keys = editions.at(-1)!.sections.map(({ key }) => key);
  const section = (key: SectionKey): readonly string[] => report.sections.filter((one) => one.key === key).flatMap(({ paragraphs }) => paragraphs);
  return new Map<TextPart, readonly string[]>([
    ['preface', report.preface],
    ...keys.map((key): [TextPart, readonly string[]] => [key, section(key)]),
    ['closing', report.closing],
  ]);
}

function hasText(reading: Reading): boolean {
  return [...textsOf(reading).values()].some((paragraphs) => paragraphs.length > 0);
}

/** Sentences that were taken away beside those that were added, paired where one became the other. */
function pair(part: TextPart, removed: readonly string[], added: readonly string[]): readonly Difference[] {
  const rest = [...added];
  const changed = removed.map((before): Difference => {
    const index = rest.findIndex((after) => likeness(folded(before), folded(after), SAME_SENTENCE) >= SAME_SENTENCE);
    return index === -1 ? { kind: 'sentence', part, before } : { kind: 'sentence', part, before, after: rest.splice(index, 1)[0]! };
  });
  return [...changed, ...rest.map((after): Difference => ({ kind: 'sentence', part, after }))];
}

function sentenceDifferences(
  part: TextPart,
  before: readonly string[],
  after: readonly string[],
): { readonly found: readonly Difference[]; readonly count: number } {
  // A sentence may be cut by the end of a line in one of the two: paragraphs are put together first.
  const [a, b] = [before, after].map((paragraphs) => sentences(paragraphs.join('').replaceAll('\n', '')).map(({ text }) => text.trim()));
  const changes = diffArrays([...a!], [...b!], { comparator: (one, other) => folded(one) === folded(other), maxEditLength: MOST_EDITS });
  const found: Difference[] = [];
  let removed: readonly string[] = [];
  for (const { value, added, removed: gone } of changes ?? [
    { value: a!, removed: true, added: false },
    { value: b!, added: true, removed: false },
  ]) {
    if (gone) {
      removed = value;
      continue;
    }
    found.push(...pair(part, removed, added ? value : []));
    removed = [];
  }
  found.push(...pair(part, removed, []));
  return { found, count: a!.length };
}

function factDifferences(a: Reading, b: Reading): readonly Difference[] {
  const title = (reading: Reading): string | undefined => reading.report.title;
  const [before, after] = [title(a), title(b)];
  if (before === undefined || after === undefined || folded(before) === folded(after)) return [];
  return [{ kind: 'fact', part: 'title', before, after }];
}

function headingDifferences(a: Reading, b: Reading): readonly Difference[] {
  const keys = editions.at(-1)!.sections.map(({ key }) => key);
  return keys.flatMap((part): readonly Difference[] => {
    const [before, after] = [a, b].map(({ report }) => report.sections.find(({ key }) => key === part)?.heading);
    if (folded(before ?? '') === folded(after ?? '')) return [];
    return [{ kind: 'heading', part, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

/** Compares two versions of a report. */
export function compareReadings(a: Reading, b: Reading): Comparison {
  const tables = tableKeys.filter((key) => a.tables[key] && b.tables[key]);
  const absent = tableKeys.filter((key) => !tables.includes(key) && (a.tables[key] || b.tables[key]));
  const cells = tables.flatMap((table) =>
    pointersOf(a, b, table).map(
      (pointer) => ({ kind: 'cell', table, pointer, before: cellState(a, table, pointer), after: cellState(b, table, pointer) }) as const,
    ),
  );
  const withText = hasText(a) && hasText(b);
  const [one, other] = [textsOf(a), textsOf(b)];
  const texts = withText ? [...one].map(([part, before]) => sentenceDifferences(part, before, other.get(part)!)) : [];
  return {
    differences: [
      ...factDifferences(a, b),
      ...(withText ? headingDifferences(a, b) : []),
      ...cells.filter(({ before, after }) => before !== after),
      ...texts.flatMap(({ found }) => found),
    ],
    cells: cells.length,
    sentences: texts.reduce((sum, { count }) => sum + count, 0),
    notCompared: [...absent, ...(withText || hasText(a) === hasText(b) ? [] : (['text'] as const))],
  };
}
