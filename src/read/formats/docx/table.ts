/** Tables as grids: spans, merges, rows and cells that are deleted or hidden (ISO/IEC 29500-1, 17.4). */
import { NS, W, X } from '../../../base/xml/names.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import { attribute, child, skip } from '../../../base/xml/scanner.js';
import type { SourcePlace } from '../../../form/place.js';
import { type CellProperties, type Draft, type DraftCell, finishTable, MAX_CELLS, MAX_COLUMNS, MAX_SLOTS, type Row, textOfItems } from './draft-table.js';
import type { Item } from './item.js';
import { note } from './notes.js';
import { isOn, wholeNumber } from './numbering.js';
import { cellMerging } from './properties.js';
import { type Container, container, offsetAt, type Reader } from './story.js';
import { alternatives, passUnread } from './unread.js';

/** Reads the table entered last: the table and the tables inside it, or the contents of one that is a mere frame. */
export function readTable(reader: Reader): readonly Item[] {
  const first = reader.paragraphs + 1;
  const draft: Draft = { lines: [], cells: [], width: 0 };
  readRows(reader, draft);
  return finishTable(draft, first, reader.paragraphs);
}

function readRows(reader: Reader, draft: Draft): void {
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) readTableChild(reader, draft, id);
}

function readTableChild(reader: Reader, draft: Draft, id: number): void {
  if (id === W.tr) readRow(reader, draft);
  else if (isWrapper(id)) readRows(reader, draft);
  else if (id === X.AlternateContent) alternatives(reader, (inner) => readTableChild(reader, draft, inner));
  else if (id === W.tblPr || id === W.tblGrid) passProperties(reader);
  else passUnread(reader, id);
}

function isWrapper(id: number): boolean {
  return id === W.sdt || id === W.sdtContent || id === W.customXml || id === W.smartTag || id === W.ins || id === W.moveTo;
}

/** Passes over properties, counting the changes recorded in them. */
function passProperties(reader: Reader): void {
  const { s } = reader;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.tblPrChange || id === W.tblGridChange) noteChange(reader, nextPlace(reader));
    skip(s);
  }
}

function readRow(reader: Reader, draft: Draft): void {
  const { muted } = reader;
  const row: Row = { draft, line: [], cells: [], place: nextPlace(reader), column: 0, gone: undefined };
  readCells(reader, row);
  reader.muted = muted;
  if (row.gone) {
    noteGone(reader, row);
    return;
  }
  draft.lines.push(row.line);
  for (const cell of row.cells) draft.cells.push(cell);
  draft.width = Math.max(draft.width, row.column);
  reader.slots += draft.width;
  if (reader.slots > MAX_SLOTS) throw tooLarge('表格单元格', 'table cells');
}

function noteGone(reader: Reader, { gone, place, cells }: Row): void {
  const text = cells.map(({ cell }) => cell.text).join(' ');
  if (reader.muted === 0 && (gone === 'deleted' || text.trim() !== '')) note(gone === 'deleted' ? reader.notes.changes : reader.notes.hidden, place, text);
}

function readCells(reader: Reader, row: Row): void {
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) readRowChild(reader, row, id);
}

function readRowChild(reader: Reader, row: Row, id: number): void {
  if (id === W.tc) readCell(reader, row);
  else if (id === W.trPr) readRowProperties(reader, row);
  else if (isWrapper(id)) readCells(reader, row);
  else if (id === X.AlternateContent) alternatives(reader, (inner) => readRowChild(reader, row, inner));
  else passUnread(reader, id);
}

function readRowProperties(reader: Reader, row: Row): void {
  const { s } = reader;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.gridBefore) row.column += columnCount(wholeNumber(attribute(s, NS.word, 'val')), row, 0);
    else if (id === W.del) row.gone = 'deleted';
    else if (id === W.hidden && isOn(attribute(s, NS.word, 'val') ?? '')) row.gone ??= 'hidden';
    if (id === W.del || id === W.ins || id === W.trPrChange) noteChange(reader, id === W.del ? undefined : row.place);
    skip(s);
  }
  if (row.gone) reader.muted += 1;
}

function readCell(reader: Reader, row: Row): void {
  const { s, muted } = reader;
  const { lines } = row.draft;
  reader.cells += 1;
  if (reader.cells > MAX_CELLS) throw tooLarge('表格单元格', 'table cells');
  const tag = s.tag;
  const openFields = reader.fields.length;
  const { unread } = reader;
  const properties: CellProperties = { row, span: 1, vertical: undefined, horizontal: false, deleted: false, owner: undefined };
  const content = container(properties);
  reader.blocks(reader, content);
  reader.muted = muted;
  reader.fields.length = Math.min(reader.fields.length, openFields);
  if (properties.deleted) return;
  const text = textOfItems(content.items);
  const cell = properties.owner ?? {
    cell: {
      text,
      row: lines.length,
      column: row.column,
      rowSpan: 1,
      columnSpan: properties.span,
      place: content.place ?? offsetAt(reader, tag),
      ...(reader.unread > unread || (text.trim() === '' && showsPicture(reader, content)) ? { lost: true } : {}),
    },
    items: content.items,
    vertical: properties.vertical !== undefined,
  };
  if (!properties.owner) row.cells.push(cell);
  else if (content.items.length > 0 && muted === 0) note(reader.notes.hidden, content.place ?? nextPlace(reader), text);
  const end = row.column + properties.span;
  if (properties.horizontal && cell.cell.row === lines.length) cell.cell.columnSpan = end - cell.cell.column;
  cell.cell.rowSpan = lines.length - cell.cell.row + 1;
  for (; row.column < end; row.column += 1) row.line[row.column] = cell;
}

/**
 * The cell that a merged one belongs to. A continuation with nothing to continue is a cell of its own, and so is one that
 * sticks out of the cell above on the left: its text would vanish, and a figure with it.
 */
function ownerOf(properties: CellProperties): DraftCell | undefined {
  const { row } = properties;
  if (properties.horizontal) return row.line[row.column - 1];
  if (properties.vertical !== 'continue') return undefined;
  const upper = row.draft.lines.at(-1)?.[row.column];
  if (!upper?.vertical) return undefined;
  const { column, columnSpan } = upper.cell;
  return row.column === column || row.column + properties.span <= column + columnSpan ? upper : undefined;
}

/** Takes in the properties of a cell, entered last. @throws InputError `too-large` for a span past the widest table. */
export function readCellProperties(reader: Reader, properties: CellProperties): void {
  const { row } = properties;
  const { span, vertical, horizontal, deleted, changes } = cellMerging(reader.s);
  properties.span = columnCount(span, row, 1);
  properties.vertical = vertical;
  properties.horizontal = horizontal;
  properties.deleted = deleted;
  for (let change = 0; change < changes; change += 1) noteChange(reader, nextPlace(reader));
  properties.owner = row.gone ? undefined : ownerOf(properties);
  // What stands in the rest of a merged cell is not shown, so it has no number either.
  if (properties.owner || properties.deleted) reader.muted += 1;
}

/** A count of grid columns, at least `least`. @throws InputError where it leads past the widest table. */
function columnCount(written: number | undefined, row: Row, least: number): number {
  const columns = Math.max(least, written ?? least);
  if (row.column + columns > MAX_COLUMNS) throw tooLarge('表格列', 'table columns');
  return columns;
}

/** Whether a picture stands in a cell: in one without text it may be the figure. */
function showsPicture({ notes, paragraphs }: Reader, { place }: Container): boolean {
  for (let ordinal = place?.paragraph ?? paragraphs + 1; ordinal <= paragraphs; ordinal += 1) if (notes.images.has(ordinal)) return true;
  return false;
}

function noteChange(reader: Reader, place: SourcePlace | undefined): void {
  if (place && reader.muted === 0) note(reader.notes.changes, place);
}

/** The place of the paragraph that comes next, for what stands before it. */
function nextPlace(reader: Reader): SourcePlace {
  return { paragraph: reader.paragraphs + 1, ...offsetAt(reader, reader.s.tag) };
}
