/** From what the tables of a document say of the form to its figures, each with its untouched text and place. */
import { readCell } from '../../base/text/number.js';
import { type CellPointer, cellPointer, type Edition, type TableKey } from '../../form/editions/index.js';
import { tableFacts } from '../../form/facts.js';
import { lastPart, parentPointer } from '../../form/model/pointer.js';
import type { Located, TableFacts } from '../../form/model/reading.js';
import type { TableData } from '../../form/model/report.js';
import type { SourcePlace } from '../../form/place.js';
import type { Table } from '../document.js';
import type { FilledTable, FillRow, TableFill } from './fill.js';
import { fillsOfGrids } from './grids.js';

/** A statutory table as read: figures, locations, and what recognition saw. */
export interface TableReading {
  readonly data: TableData;
  readonly locations: ReadonlyMap<string, Located>;
  readonly facts: TableFacts;
}

/** What has been gathered of one table so far. */
interface Gathered {
  readonly table: TableKey;
  readonly data: Map<CellPointer, number | null>;
  readonly locations: Map<string, Located>;
  readonly extraRows: { label: string; place: SourcePlace }[];
  readonly repeated: SourcePlace[];
}

function gatherRow(into: Gathered, { columns }: TableFill, { spec, label, place, cells }: FillRow): void {
  const row = spec!.key;
  into.locations.set(`/tables/${into.table}${row === '' ? '' : `/${row}`}`, { raw: label, place });
  columns.forEach((column, index) => {
    const pointer = cellPointer(into.table, row, column.key);
    const cell = cells[index]!;
    const read = readCell(cell.raw, column.kind === 'change');
    into.data.set(pointer, cell.lost || !('value' in read) ? null : read.value);
    into.locations.set(pointer, cell);
  });
}

function gather(into: Gathered, fill: TableFill): void {
  const known = ({ spec }: FillRow): boolean =>
    spec !== undefined && fill.columns.some((column) => into.data.has(cellPointer(into.table, spec.key, column.key)));
  const matched = fill.rows.filter((row) => row.spec);
  if (matched.length > 0 && matched.filter(known).length * 2 > matched.length) {
    into.repeated.push(fill.place);
    return;
  }
  for (const row of fill.rows) {
    if (!row.spec || known(row)) into.extraRows.push({ label: row.label.trim(), place: row.place });
    else gatherRow(into, fill, row);
  }
}

/** A row that is a row in one edition and a group label in the other: without a figure of its own beside its sub-rows it is the label. */
function dropGroupRows({ table, data, locations }: Gathered): void {
  const rows = new Map<string, CellPointer[]>();
  for (const pointer of data.keys()) {
    const row = parentPointer(pointer);
    const cells = rows.get(row);
    if (cells) cells.push(pointer);
    else rows.set(row, [pointer]);
  }
  for (const child of rows.keys()) {
    const row = parentPointer(child);
    const cells = row === `/tables/${table}` ? undefined : rows.get(row);
    if (!cells || cells.some((cell) => data.get(cell) !== null)) continue;
    for (const cell of cells) {
      data.delete(cell);
      locations.delete(cell);
    }
  }
}

function nest(table: TableKey, data: ReadonlyMap<string, number | null>): TableData {
  const root: Record<string, unknown> = {};
  const nodes = new Map([[`/tables/${table}`, root]]);
  const nodeAt = (pointer: string): Record<string, unknown> => {
    const known = nodes.get(pointer);
    if (known) return known;
    const made = {};
    nodeAt(parentPointer(pointer))[lastPart(pointer)] = made;
    nodes.set(pointer, made);
    return made;
  };
  for (const [pointer, value] of data) nodeAt(parentPointer(pointer))[lastPart(pointer)] = value;
  return root as TableData;
}

/** What the tables of a document hold, before their form is judged. */
export interface GatheredTables {
  /** Which statutory tables each block holds; blocks that hold none are not in it. */
  readonly sources: ReadonlyMap<Table | FilledTable, ReadonlySet<TableKey>>;
  /** The readings, once the edition that the year calls for is known. */
  finish(expected: Edition): { readonly [key in TableKey]?: TableReading };
}

function finishOne(into: Gathered, expected: Edition): TableReading {
  const derived = tableFacts(into.table, new Set(into.data.keys()), expected);
  // Rows without any recognised column: the header is what is missing, not the rows.
  const allColumns = derived.spec.blocks.flatMap((block, index) => block.columns.map((column) => ({ block: index, column: column.key })));
  const facts = into.data.size > 0 ? derived : { ...derived, missingRows: [], missingColumns: allColumns };
  return { data: nest(into.table, into.data), locations: into.locations, facts: { ...facts, extraRows: into.extraRows, repeated: into.repeated } };
}

/** Recognises the statutory tables among the tables of a document; those among lines have been found before. */
export function readTables(tables: readonly (Table | FilledTable)[]): GatheredTables {
  const gathered = new Map<TableKey, Gathered>();
  const sources = new Map<Table | FilledTable, Set<TableKey>>();
  const ofGrids = fillsOfGrids(tables.filter((block) => block.kind === 'table'));
  for (const block of tables) {
    const fills = block.kind === 'table' ? (ofGrids.get(block) ?? []) : block.fills;
    for (const fill of fills) {
      if (!fill.rows.some(({ spec }) => spec)) continue;
      const { table } = fill;
      const into = gathered.get(table) ?? {
        table,
        data: new Map(),
        locations: new Map([[`/tables/${table}`, { raw: '', place: fill.place }]]),
        extraRows: [],
        repeated: [],
      };
      gathered.set(table, into);
      sources.set(block, (sources.get(block) ?? new Set<TableKey>()).add(table));
      gather(into, fill);
    }
  }
  for (const into of gathered.values()) dropGroupRows(into);
  return {
    sources,
    finish: (expected) => Object.fromEntries([...gathered].map(([key, into]) => [key, finishOne(into, expected)])),
  };
}
