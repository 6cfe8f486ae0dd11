/** A table of a Word document while its rows are read, and what it becomes. */
import type { SourcePlace } from '../../../form/place.js';
import type { Cell, Table } from '../../document.js';
import type { Item } from './item.js';

/** Word allows 63 columns; other programs a few more. */
export const MAX_COLUMNS = 1024;
/** Cells of all tables of a document, and the slots that they cover. */
export const MAX_CELLS = 50_000;
export const MAX_SLOTS = 1_000_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A cell while its table is read. */
export interface DraftCell {
  readonly cell: Mutable<Cell>;
  readonly items: Item[];
  /** Whether a cell below may continue it. */
  readonly vertical: boolean;
}

/** What covers the columns of a row; a cell that was merged stands in all of them. */
export type Line = (DraftCell | undefined)[];

/** A table while it is read. */
export interface Draft {
  readonly lines: Line[];
  readonly cells: DraftCell[];
  width: number;
}

/** A row while it is read. */
export interface Row {
  readonly draft: Draft;
  readonly line: Line;
  /** For what is noted of the row itself. */
  readonly place: SourcePlace;
  readonly cells: DraftCell[];
  /** Grid column of the next cell. */
  column: number;
  /** Deleted or hidden rows are read for nothing but a sample of their text. */
  gone: 'deleted' | 'hidden' | undefined;
}

/** What the properties of a cell say, while it is read. */
export interface CellProperties {
  readonly row: Row;
  span: number;
  vertical: 'restart' | 'continue' | undefined;
  /** Continues the cell to its left. */
  horizontal: boolean;
  deleted: boolean;
  /** The cell it is a part of. */
  owner: DraftCell | undefined;
}

/**
 * A frame relates nothing to anything: one column, or tables put side by side with nothing beside them. Whoever put a whole
 * report into such a table meant its contents.
 */
function isFrame(draft: Draft): boolean {
  const nested = draft.cells.some((cell) => cell.items.some((item) => item.block.kind === 'table'));
  return draft.lines.every((line) => {
    const cells = new Set(line.filter((cell) => cell !== undefined));
    return cells.size <= 1 || (nested && [...cells].filter((cell) => cell.items.length > 0).length <= 1);
  });
}

/** The table and the tables inside it, or the contents of one that is a mere frame; `first` and `last` are the ordinals of its paragraphs. */
export function finishTable(draft: Draft, first: number, last: number): readonly Item[] {
  if (draft.lines.length === 0) return [];
  if (isFrame(draft)) return draft.cells.flatMap((cell) => cell.items);
  const inner = draft.cells.flatMap((cell) => cell.items.filter((item) => item.block.kind === 'table'));
  return [{ block: asTable(draft), first, last }, ...inner];
}

function asTable({ lines, cells, width }: Draft): Table {
  const slots = lines.map((line) => Array.from({ length: width }, (_, column) => line[column]?.cell));
  const place = cells[0]?.cell.place ?? {};
  return { kind: 'table', grid: { width, cells: cells.map(({ cell }) => cell), slots }, place };
}

/** The text of a cell: its paragraphs, a line each; what stands in inner tables is theirs. */
export function textOfItems(items: readonly Item[]): string {
  const texts: string[] = [];
  for (const { block } of items) if (block.kind === 'paragraph') texts.push(block.text);
  return texts.join('\n');
}
