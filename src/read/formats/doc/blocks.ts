/** The blocks of a body, cell or text box in the order of the text: paragraphs, and the tables that paragraphs stand in. */
import { tooLarge } from '../../../base/xml/refusals.js';
import { type Draft, type DraftCell, finishTable, type Line, MAX_CELLS, MAX_COLUMNS, MAX_SLOTS, textOfItems } from '../docx/draft-table.js';
import type { Item } from '../docx/item.js';
import { note } from '../docx/notes.js';
import { columnsOf } from './columns.js';
import { closeOpen, readParagraph } from './paragraph.js';
import type { CharacterProperties } from './properties.js';
import { type RowCell, type RowShape, rowShape } from './row.js';
import { type Container, container, type OpenParagraph, type Reader, type Span, spansOf } from './story.js';

/** Reads paragraphs that stand in at least `depth` tables into a container. */
export function readBlocks(reader: Reader, spans: readonly Span[], depth: number, into: Container): void {
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index]!;
    if (span.properties.depth <= depth) {
      readParagraph(reader, span, into, readBox);
      continue;
    }
    const from = index;
    while (index + 1 < spans.length && spans[index + 1]!.properties.depth > depth) index += 1;
    closeOpen(reader, into);
    readTable(reader, spans.slice(from, index + 1), depth + 1, into);
  }
  closeOpen(reader, into);
}

function readBox(reader: Reader, paragraph: OpenParagraph, shape: number): void {
  const { fields, place } = reader;
  for (const extent of reader.boxes.take(shape)) {
    const box = container();
    reader.fields = [];
    readBlocks(reader, spansOf(reader, extent), 0, box);
    paragraph.boxes.push(...box.items);
  }
  reader.fields = fields;
  reader.place = place;
}

/** A row before it is read: the paragraphs of its cells, and what is said at its end. */
interface RowSpans {
  readonly cells: readonly (readonly Span[])[];
  readonly end: CharacterProperties;
  /** Undefined when nothing says how its cells stand, or when they are more or fewer than that. */
  readonly shape: RowShape | undefined;
}

function readTable(reader: Reader, spans: readonly Span[], depth: number, into: Container): void {
  const first = reader.paragraphs + 1;
  const { rows, rest } = rowsOf(reader, spans, depth);
  const columns = columnsOf(rows.flatMap(({ shape, end }) => (shape && !isGone(end) ? [shape] : [])));
  const draft: Draft = { lines: [], cells: [], width: 0 };
  for (const row of rows) readRow(reader, draft, row, (row.shape && columns.get(row.shape)) ?? row.cells.map((_, index) => [index, index + 1]), depth);
  for (const item of finishTable(draft, first, reader.paragraphs)) into.items.push(item);
  // What stands behind the last row of a damaged table has no cell, but it is there.
  readBlocks(reader, rest, depth, into);
}

function rowsOf(reader: Reader, spans: readonly Span[], depth: number): { readonly rows: readonly RowSpans[]; readonly rest: readonly Span[] } {
  const rows: RowSpans[] = [];
  let cells: Span[][] = [];
  let cell: Span[] = [];
  for (const span of spans) {
    const { properties, mark } = span;
    if (properties.depth === depth && (properties.endsRow || properties.endsInnerRow)) {
      if (cell.length > 0) cells.push(cell);
      const shape = cell.length > 0 ? undefined : rowShape(properties.lists);
      rows.push({ cells, end: charactersAt(reader, span.to), shape: shape?.cells.length === cells.length ? shape : undefined });
      cells = [];
      cell = [];
      continue;
    }
    cell.push(span);
    if (properties.depth === depth && (mark === '\x07' || properties.endsInnerCell)) {
      cells.push(cell);
      cell = [];
    }
  }
  return { rows, rest: [...cells.flat(), ...cell] };
}

function charactersAt(reader: Reader, at: number): CharacterProperties {
  let found: CharacterProperties | undefined;
  reader.characterRuns(at, at + 1, (run) => {
    found = reader.charactersOf(run);
  });
  return found!;
}

function isGone({ deleted, hidden }: CharacterProperties): boolean {
  return deleted || hidden === true;
}

type Columns = readonly (readonly [from: number, to: number])[];

function readRow(reader: Reader, draft: Draft, row: RowSpans, columns: Columns, depth: number): void {
  const { muted } = reader;
  const { end, shape } = row;
  const place = { paragraph: reader.paragraphs + 1, offset: row.cells[0]?.[0]?.from ?? 0 };
  const gone = isGone(end);
  if ((end.deleted || end.inserted) && muted === 0) note(reader.notes.changes, place);
  if (gone) reader.muted += 1;
  const line: Line = [];
  const cells: DraftCell[] = [];
  row.cells.forEach((spans, index) => {
    const [from, to] = columns[index]!;
    const of = shape?.cells[index];
    const owner = of && !gone ? ownerOf(draft, line, shape.cells, index, columns) : undefined;
    const cell = readCell(reader, spans, { row: draft.lines.length, from, to, of, owner }, depth);
    if (cell !== owner) cells.push(cell);
    for (let column = from; column < to; column += 1) line[column] = cell;
  });
  reader.muted = muted;
  if (gone) {
    const text = cells.map(({ cell }) => cell.text).join(' ');
    if (text.trim() !== '' && muted === 0) note(end.deleted ? reader.notes.changes : reader.notes.hidden, place, text);
    return;
  }
  draft.lines.push(line);
  for (const cell of cells) draft.cells.push(cell);
  draft.width = Math.max(draft.width, line.length);
  reader.slots += draft.width;
  if (draft.width > MAX_COLUMNS) throw tooLarge('表格列', 'table columns');
  if (reader.slots > MAX_SLOTS) throw tooLarge('表格单元格', 'table cells');
}

/**
 * The cell that a merged one belongs to. Beside it, that is the cell whose merging differs: documents say “first” and
 * “further” in either order. Above, it is one with the same edges; a continuation with nothing to continue is a cell of its own.
 */
function ownerOf(draft: Draft, line: Line, shape: readonly RowCell[], index: number, columns: Columns): DraftCell | undefined {
  const { merged, vertical } = shape[index]!;
  if (merged !== 0 && index > 0) {
    let first = index;
    while (first > 0 && shape[first - 1]!.merged !== 0) first -= 1;
    if (first < index && merged !== shape[first]!.merged) return line[columns[index]![0] - 1];
  }
  if (vertical !== 'continue') return undefined;
  const [from, to] = columns[index]!;
  const upper = draft.lines.at(-1)?.[from];
  return upper?.vertical && upper.cell.column === from && upper.cell.columnSpan === to - from ? upper : undefined;
}

interface CellSpans {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Undefined in a row whose cells do not fit its description. */
  readonly of: RowCell | undefined;
  readonly owner: DraftCell | undefined;
}

function readCell(reader: Reader, spans: readonly Span[], { row, from, to, of, owner }: CellSpans, depth: number): DraftCell {
  const { muted } = reader;
  const openFields = reader.fields.length;
  reader.cells += 1;
  if (reader.cells > MAX_CELLS) throw tooLarge('表格单元格', 'table cells');
  const content = container();
  const place = { paragraph: reader.paragraphs + 1, offset: spans[0]?.from ?? 0 };
  // What stands in the rest of a merged cell is not shown, so it has no number either.
  if (owner) reader.muted += 1;
  readBlocks(reader, spans, depth, content);
  reader.muted = muted;
  reader.fields.length = Math.min(reader.fields.length, openFields);
  const text = textOfItems(content.items);
  if (owner) {
    if (content.items.length > 0 && muted === 0) note(reader.notes.hidden, place, text);
    if (owner.cell.row === row) owner.cell.columnSpan = to - owner.cell.column;
    owner.cell.rowSpan = row - owner.cell.row + 1;
    return owner;
  }
  const items: Item[] = content.items;
  const lost = of ? {} : ({ lost: true } as const);
  return {
    cell: { text, row, column: from, rowSpan: 1, columnSpan: to - from, place: content.place ?? place, ...lost },
    items,
    vertical: of?.vertical !== undefined,
  };
}
