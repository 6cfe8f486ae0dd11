/**
 * What every reader produces, whatever the file format: blocks in document order, tables as rectangular grids,
 * every paragraph and cell with its place. Nothing here knows what a report is.
 */
import type { Layout } from '../form/model/layout.js';
import type { SourceFormat, SourceNote, SourcePlace } from '../form/place.js';

/** A stretch of running text: one paragraph of a Word file, one or more physical lines of a text file. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** The text as a reader of the document sees it, restored automatic number included. */
  readonly text: string;
  /** How many leading characters of `text` are a restored automatic number that is not in the file's own text. */
  readonly numberLength?: number;
  /** Offset of `text` in the text of the file's own paragraph, when it is only a part of it. */
  readonly start?: number;
  readonly place: SourcePlace;
  /** For a paragraph put together from several physical lines: where in `text` each line starts. First entry has start 0. */
  readonly lines?: readonly { readonly start: number; readonly place: SourcePlace }[];
}

/** One cell of a grid; it may cover several slots. */
export interface Cell {
  /** Text of the cell; its paragraphs joined by `\n`. Empty when the cell is blank. */
  readonly text: string;
  /** Zero-based slot of its upper left corner. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly place: SourcePlace;
  /** The layout shows that something stood here but not what: the value is neither blank nor known. */
  readonly lost?: true;
}

/** A table as a rectangle of slots; `slots[row][column]` is the cell that covers the slot, undefined where no cell does. */
export interface Grid {
  readonly width: number;
  readonly cells: readonly Cell[];
  readonly slots: readonly (readonly (Cell | undefined)[])[];
}

/** A table of the document. */
export interface Table {
  readonly kind: 'table';
  readonly grid: Grid;
  readonly place: SourcePlace;
}

/**
 * A physical line of a text file whose layout still has to be understood: only the order of labels tells what is a
 * table there. `segments` are the pieces parted by tabs, bars or two and more blanks, with their display columns.
 */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly place: SourcePlace;
}

/** A piece of a physical line; `start` and `end` are display columns (a wide character takes two), zero-based, end exclusive. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a document is made of. */
export type Block = Paragraph | Table | Line;

/** A file as read: its blocks and the notes about it. */
export interface SourceDocument {
  readonly format: SourceFormat;
  /** What the site of a web page put around the report may stand before and behind it. */
  readonly surrounded?: true;
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
  /** See `Reading.layout`. */
  readonly layout?: () => Layout;
}
