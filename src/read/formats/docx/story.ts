/** What the parts of the body reader share: the state of one reading, and what a container collects. */
import { tooLarge } from '../../../base/xml/refusals.js';
import type { Scanner } from '../../../base/xml/scanner.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Numbering, NumberReference } from './counting.js';
import type { DraftParagraph } from './draft-paragraph.js';
import type { CellProperties } from './draft-table.js';
import type { Field } from './fields.js';
import type { Item } from './item.js';
import type { Notes } from './notes.js';
import type { RunProperties } from './properties.js';
import type { Styles } from './styles.js';
import type { OpenTrace, Trace } from './trace.js';

const MAX_PARAGRAPHS = 100_000;

/** One reading of a main part. */
export interface Reader {
  readonly s: Scanner;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Notes;
  /** Whether blanks at the edges of texts count unless a text says otherwise. */
  preserve: boolean;
  /** Fields that are open, outermost first, of the story being read. */
  fields: Field[];
  /** Paragraphs begun so far. */
  paragraphs: number;
  /** Cells and grid slots so far. */
  cells: number;
  slots: number;
  /** Above 0 inside rows and cells that no reader of the document sees: nothing is numbered or noted there. */
  muted: number;
  /** Pieces of the text so far that could not be read. */
  unread: number;
  /** Place of the paragraph begun last. */
  place: SourcePlace;
  /** Whether the main part was composed from another format, so that offsets in it say nothing. */
  readonly composed: boolean;
  /** Kept only when the document is to be changed. */
  readonly trace: Trace | undefined;
  /** Reads the blocks in the element entered last. */
  readonly blocks: (reader: Reader, into: Container) => void;
}

/** What a body, cell or text box collects. */
export interface Container {
  readonly items: Item[];
  /** Place of its first paragraph. */
  place: SourcePlace | undefined;
  /** A paragraph whose mark is deleted or hidden: it goes on in the next one. */
  open: OpenParagraph | undefined;
  /** The cell whose content this is, for its properties, which stand among its blocks. */
  readonly cell: CellProperties | undefined;
}

/** A paragraph while it is read. */
export interface OpenParagraph extends DraftParagraph {
  hidden: string;
  last: number;
  number: NumberReference | undefined;
  /** Whether its style hides its text. */
  styleHides: boolean;
  runsOn: boolean;
  /** The properties of its last run that hold a recorded change. */
  changed: RunProperties | undefined;
  readonly traced: OpenTrace | undefined;
}

/** An empty container. */
export function container(cell?: CellProperties): Container {
  return { items: [], place: undefined, open: undefined, cell };
}

/** Counts one more paragraph, whose start tag was entered last. @throws InputError `too-large`. */
export function countParagraph(reader: Reader, paraId: string | undefined): SourcePlace {
  reader.paragraphs += 1;
  if (reader.paragraphs > MAX_PARAGRAPHS) throw tooLarge('段落', 'paragraphs');
  reader.place = { paragraph: reader.paragraphs, ...(paraId === undefined ? {} : { paraId }), ...offsetAt(reader, reader.s.tag) };
  return reader.place;
}

/** The offset of a place, where the file has one. */
export function offsetAt({ composed }: Reader, offset: number): Pick<SourcePlace, 'offset'> {
  return composed ? {} : { offset };
}
