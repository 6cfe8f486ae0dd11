/** The cells of a report's tables as rules ask for them: each with what its text says, and gathered into groups for one finding. */
import type { Sentence } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import { type CellReading, readCell } from '../../base/text/number.js';
import { type CellPointer, type CellSpec, cellsOf, type TableSpec } from '../../form/editions/index.js';
import { cellName, columnName, nodeName, rowName } from '../../form/model/names.js';
import { isWithin, parentPointer } from '../../form/model/pointer.js';
import type { LostReason, TableFacts } from '../../form/model/reading.js';
import type { Finding, RuleContext } from '../rule.js';

/** A cell that the table has, or must have where its row meets its column. `lost`: its value cannot be told from the layout. */
export interface CellState {
  readonly spec: CellSpec;
  readonly pointer: CellPointer;
  readonly value: number | null;
  readonly raw: string;
  readonly reading: CellReading | { readonly kind: 'lost'; readonly reason: LostReason };
}

/** A table with its cells. */
export interface TableCells {
  readonly facts: TableFacts;
  readonly cells: readonly CellState[];
}

function stateOf(spec: CellSpec, context: RuleContext): CellState {
  const { pointer } = spec;
  const value = context.value(pointer);
  const located = context.locate(pointer);
  const plain = context.reading.typed || located === undefined;
  const raw = plain ? String(value ?? '') : located.raw;
  // A cell that its row lacks has no value that could be told.
  const lost = located?.lost ?? (value === undefined ? 'row' : undefined);
  return { spec, pointer, value: value ?? null, raw, reading: lost ? { kind: 'lost', reason: lost } : readCell(raw, spec.column.kind === 'change') };
}

const known = new WeakMap<RuleContext, readonly TableCells[]>();

/** The cells of every table; rows and columns that the document lacks are left to the rules of `structure/`. */
export function tableCells(context: RuleContext): readonly TableCells[] {
  const before = known.get(context);
  if (before) return before;
  const tables = Object.values(context.reading.tables).map((facts): TableCells => {
    const missing = new Set(
      facts.missingColumns
        .flatMap(({ block, column }) => cellsOf(facts.spec).filter((cell) => cell.block === facts.spec.blocks[block] && cell.column.key === column))
        .map(({ pointer }) => pointer),
    );
    const present = cellsOf(facts.spec).filter((cell) => !facts.missingRows.includes(cell.row.key) && !missing.has(cell.pointer));
    return { facts, cells: present.map((cell) => stateOf(cell, context)) };
  });
  known.set(context, tables);
  return tables;
}

/** Cells of one table that one finding speaks of. */
export interface CellGroup {
  /** cell: one; node: a whole table, row or group of rows; column: a whole column; many: too many places to name each. */
  readonly kind: 'cell' | 'node' | 'column' | 'many';
  readonly on: string;
  readonly name: Sentence;
  readonly cells: readonly CellState[];
}

/** More separate places than this in one table become one finding. */
const MANY = 6;

/** The name of a cell as it is, of a row or a group of rows in quotes; a table's name needs none. */
function named(pointer: string, spec: TableSpec, kind: CellGroup['kind']): Sentence {
  const name = (lang: Lang): string =>
    kind === 'node' && pointer !== `/tables/${spec.key}` ? `“${nodeName(pointer, spec, lang)}”` : nodeName(pointer, spec, lang);
  return { zh: name('zh'), en: name('en') };
}

function wholeNodes(table: TableCells, chosen: ReadonlySet<CellState>): readonly CellGroup[] {
  const root = `/tables/${table.facts.spec.key}`;
  const groups: CellGroup[] = [];
  const taken = new Set<CellState>();
  for (const cell of chosen) {
    if (taken.has(cell)) continue;
    let best: readonly CellState[] = [cell];
    let on: string = cell.pointer;
    for (let node = parentPointer(on); node.length >= root.length; node = parentPointer(node)) {
      const within = table.cells.filter(({ pointer }) => isWithin(pointer, node));
      if (!within.every((other) => chosen.has(other))) break;
      if (within.length > best.length) [best, on] = [within, node];
    }
    for (const member of best) taken.add(member);
    const kind = best.length === 1 ? 'cell' : 'node';
    groups.push({ kind, on, name: named(on, table.facts.spec, kind), cells: best });
  }
  return groups;
}

function wholeColumns(table: TableCells, groups: readonly CellGroup[], chosen: ReadonlySet<CellState>): readonly CellGroup[] {
  const left = groups.filter(({ kind }) => kind === 'cell').flatMap(({ cells }) => cells);
  const columns: CellGroup[] = [];
  for (const first of left) {
    const { block, column } = first.spec;
    const same = ({ spec }: CellState): boolean => spec.block === block && spec.column === column;
    const cells = left.filter(same);
    if (cells[0] !== first || cells.length < 2 || !table.cells.filter(same).every((cell) => chosen.has(cell))) continue;
    const name = (lang: Lang): string => [block.heading ?? '', columnName(column, block.columns, lang)].join(' ').trim();
    columns.push({ kind: 'column', on: first.pointer, name: { zh: `“${name('zh')}”列`, en: `the column “${name('en')}”` }, cells });
  }
  const taken = new Set(columns.flatMap(({ cells }) => cells));
  return [...groups.filter(({ kind, cells }) => kind !== 'cell' || !taken.has(cells[0]!)), ...columns];
}

/** Gathers cells of one table: whole tables, rows and columns as one group each, the rest alone; all in one when there are too many places. */
export function gather(table: TableCells, cells: readonly CellState[]): readonly CellGroup[] {
  if (cells.length === 0) return [];
  const chosen = new Set(cells);
  const groups = wholeColumns(table, wholeNodes(table, chosen), chosen);
  return groups.length > MANY ? [merged(table, cells)] : groups;
}

function merged(table: TableCells, cells: readonly CellState[]): CellGroup {
  const on = `/tables/${table.facts.spec.key}`;
  return { kind: 'many', on, name: named(on, table.facts.spec, 'many'), cells };
}

/** Where the cells of a group lie when nothing else says so: the rectangle that they fill, or in many places. */
export function spreadOf({ cells }: CellGroup): Sentence {
  const { block } = cells[0]!.spec;
  const rowsOf = new Set(cells.map(({ spec }) => block.rows.indexOf(spec.row)));
  const columnsOf = new Set(cells.map(({ spec }) => block.columns.indexOf(spec.column)));
  const isRun = (numbers: ReadonlySet<number>): boolean => Math.max(...numbers) - Math.min(...numbers) + 1 === numbers.size;
  const whole = cells.every(({ spec }) => spec.block === block) && rowsOf.size * columnsOf.size === cells.length;
  if (!whole || !isRun(rowsOf) || !isRun(columnsOf)) return { zh: '散在多处', en: 'in many places' };
  const ends = <T>(lines: readonly T[], numbers: ReadonlySet<number>): readonly T[] =>
    [...new Set([Math.min(...numbers), Math.max(...numbers)])].map((number) => lines[number]!);
  const span = (lang: Lang): readonly string[] => [
    ends(block.rows, rowsOf)
      .map((row) => `“${rowName(row, lang)}”`)
      .join(lang === 'zh' ? '至' : ' to '),
    ends(block.columns, columnsOf)
      .map((column) => `“${columnName(column, block.columns, lang)}”`)
      .join(lang === 'zh' ? '至' : ' to '),
  ];
  const [[rowsZh, columnsZh], [rowsEn, columnsEn]] = [span('zh'), span('en')];
  return { zh: `在${rowsZh}行、${columnsZh}列`, en: `in the rows ${rowsEn}, columns ${columnsEn}` };
}

/** As `gather`, parted by `keyOf`: cells of one group all have the same key. */
export function gatherBy(table: TableCells, cells: readonly CellState[], keyOf: (cell: CellState) => string): readonly CellGroup[] {
  const keys = [...new Set(cells.map(keyOf))];
  const groups = keys.flatMap((key) =>
    gather(
      table,
      cells.filter((cell) => keyOf(cell) === key),
    ),
  );
  return groups.length > MANY ? [merged(table, cells)] : groups;
}

/** The text of a cell for a message: on one line, shortened. */
export function quoted(raw: string): string {
  const line = raw.replace(/\s+/g, ' ').trim();
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}

/** The facts every finding about a group of cells gives: where, how many, and an example of the text. */
export function groupFinding({
  on,
  name,
  cells,
  kind,
}: CellGroup): Finding & { readonly data: { readonly where: Sentence; readonly count: number; readonly raw: string } } {
  return {
    on,
    data: { where: name, count: cells.length, raw: quoted(cells[0]!.raw) },
    ...(kind === 'cell' || kind === 'node' ? {} : { related: cells.map(({ pointer }) => ({ pointer })) }),
  };
}

/** A cell in words. */
export function nameOf({ pointer }: CellState): Sentence {
  return { zh: cellName(pointer) ?? '', en: cellName(pointer, 'en') ?? '' };
}

/** How many sums could not be evaluated because of these cells. */
export function uncheckedSums(context: RuleContext, cells: readonly CellState[]): number {
  const pointers = new Set(cells.map(({ pointer }) => pointer));
  return context.sums.filter(({ unknown }) => unknown.some((pointer) => pointers.has(pointer))).length;
}
