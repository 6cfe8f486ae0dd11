/** How a document is set: pages, fonts, sizes, distances, colours. Only formats that say it have it; what is not said is left undefined. */
import type { SourcePlace } from '../place.js';

/** How a stretch of text looks, with everything that styles, themes and defaults give it. */
export interface TextLook {
  /** Font of Chinese characters. */
  readonly font: string | undefined;
  /** Font of letters and digits. */
  readonly latin: string | undefined;
  /** Points. */
  readonly size: number;
  /** `RRGGBB`; undefined for the automatic colour. */
  readonly colour: string | undefined;
  /** What lies behind the text: the name of a highlight or `RRGGBB`. */
  readonly behind: string | undefined;
}

/** A stretch of text of one run. */
export interface LaidText {
  readonly text: string;
  readonly look: TextLook;
  /** Offset of the run's start tag in the main part; undefined where the formatting of no single run can be changed. */
  readonly run: number | undefined;
}

/** The distance of lines: points, or times the height of a line of the font. */
export interface LineDistance {
  readonly kind: 'exact' | 'least' | 'times';
  readonly value: number;
}

/** How a paragraph is set. */
export interface LaidParagraph {
  readonly place: SourcePlace;
  readonly texts: readonly LaidText[];
  readonly line: LineDistance;
  /** Points from line to line of the page's grid, when the paragraph keeps to it. */
  readonly grid: number | undefined;
  /** Indent of the first line in characters of the paragraph's size; negative when it hangs. */
  readonly indent: number;
  /** As the file says it: left, center, both … */
  readonly align: string;
  readonly inTable: boolean;
}

/** What stands at the foot of the pages of one kind. */
export interface PageNumber {
  readonly pages: 'all' | 'odd' | 'even';
  /** The looks of the page number and what stands around it; undefined when there is no page number. */
  readonly looks: readonly TextLook[] | undefined;
  readonly dashes: boolean;
}

/** The pages of one section; millimetres. */
export interface LaidPage {
  readonly place: SourcePlace;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly numbers: readonly PageNumber[];
}

/** How a table is set. */
export interface LaidTable {
  /** Offsets of the table in the main part. */
  readonly start: number;
  readonly end: number;
  readonly place: SourcePlace;
  /** Millimetres; undefined when nothing says it. */
  readonly width: number | undefined;
  readonly rows: number;
  /** Its first row is repeated on every page. */
  readonly repeated: boolean;
}

/** How a document is set. */
export interface Layout {
  readonly pages: readonly LaidPage[];
  /** By the offset of the paragraph (`SourcePlace.offset`). */
  readonly paragraphs: ReadonlyMap<number, LaidParagraph>;
  readonly tables: readonly LaidTable[];
}
