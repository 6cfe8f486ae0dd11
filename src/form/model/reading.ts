/**
 * A report together with how it was read: the untouched text and place of every node, and what recognition saw
 * that the model itself cannot say. Rules judge a Reading; writers need only its report.
 */
import type { Edition, TableKey, TableSpec } from '../editions/index.js';
import type { SourceFormat, SourceNote, SourcePlace } from '../place.js';
import type { Layout } from './layout.js';
import type { Report } from './report.js';

/**
 * Why the value of a cell cannot be told: its content cannot be read, one cell lies over several columns or rows, one column
 * holds several figures, the cells of the row do not fit the columns, the order of the text leaves several readings, or the
 * edge of the page cut it.
 */
export type LostReason = 'unreadable' | 'merged' | 'several' | 'row' | 'order' | 'cut';

/** The source of one node of the model. */
export interface Located {
  /** The text as it stands in the document. */
  readonly raw: string;
  readonly place: SourcePlace;
  /** For running text put together from several lines: where each line starts in `raw`. */
  readonly lines?: readonly { readonly start: number; readonly place: SourcePlace }[];
  /** See `Paragraph.numberLength`. */
  readonly numberLength?: number;
  /** Offset of `raw` in the text of its source paragraph, when a heading and its text share one paragraph. */
  readonly start?: number;
  /** The layout lost the value, which is neither blank nor known; why. */
  readonly lost?: LostReason;
}

/** Locations by JSON Pointer. Paragraphs, headings, title and cells have one each; a row's or table's pointer names its label or start. */
export type Locations = ReadonlyMap<string, Located>;

/** What recognition saw of one table beyond its figures. */
export interface TableFacts {
  /** The form this table follows, with the rows it really has: its relations are the sums that can be asked of it. */
  readonly spec: TableSpec;
  /** Editions whose own rows or columns occur in it; more than one when forms are mixed. */
  readonly editions: readonly Edition[];
  /** Rows of the form that were not found, as row keys. */
  readonly missingRows: readonly string[];
  /** Columns of the form that were not found, as `block index:column key`. */
  readonly missingColumns: readonly { readonly block: number; readonly column: string }[];
  /** Rows whose label is no row of the form, with the text of the label. */
  readonly extraRows: readonly { readonly label: string; readonly place: SourcePlace }[];
  /** Further tables of the same kind in the document, which were not read. */
  readonly repeated: readonly SourcePlace[];
  /** The section it stands in, where that is the section of another table. */
  readonly under?: TableKey;
}

/** A heading as found in the document. */
export interface HeadingFact {
  /** `/sections/2/heading` */
  readonly pointer: string;
  /** The number printed before the heading (一、), empty when there is none. */
  readonly number: string;
  /** The heading without number and closing punctuation, as printed. */
  readonly text: string;
  /** How the heading was recognised: its printed title, a known variant of it, or only by likeness. */
  readonly match: 'exact' | 'alias' | 'similar';
}

/** A note about the file, on the node of the model where it applies (`/sections/2`), or the empty pointer for the whole. */
export interface ReadingNote extends SourceNote {
  readonly on: string;
}

/** A report as read from a file. */
export interface Reading {
  readonly format: SourceFormat;
  /** It was cut out of what stands around it on a web page. */
  readonly surrounded?: true;
  /** It came as data: figures are typed there, so that how they are printed says nothing. */
  readonly typed?: true;
  readonly report: Report;
  readonly locations: Locations;
  readonly tables: { readonly [key in TableKey]?: TableFacts };
  readonly headings: readonly HeadingFact[];
  readonly notes: readonly ReadingNote[];
  /** How the document is set, where its format says so; read from the file when it is first asked for. */
  readonly layout?: () => Layout;
}
