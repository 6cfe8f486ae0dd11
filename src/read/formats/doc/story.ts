/** What the parts of the reader share: the state of one reading, and the paragraphs of the text before they are read. */
import { u32 } from '../../../base/package/little-endian.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Numbering, NumberReference } from '../docx/counting.js';
import type { DraftParagraph } from '../docx/draft-paragraph.js';
import type { Field } from '../docx/fields.js';
import type { Item } from '../docx/item.js';
import type { Notes } from '../docx/notes.js';
import type { Boxes } from './boxes.js';
import type { Extent } from './fib.js';
import { type CharacterProperties, type ParagraphProperties, paragraphProperties } from './properties.js';
import type { EachRun } from './runs.js';
import type { Styles } from './styles.js';

const MAX_PARAGRAPHS = 100_000;

/** One reading of a document. */
export interface Reader {
  readonly text: string;
  readonly data: DataView;
  readonly characterRuns: EachRun;
  readonly paragraphRuns: EachRun;
  /** What is said of the characters of a run. */
  readonly charactersOf: (run: Parameters<Parameters<EachRun>[2]>[0]) => CharacterProperties;
  /** Characters that the sections end before: a page break that stands there ends a paragraph. */
  readonly sectionEnds: ReadonlySet<number>;
  readonly styles: Styles;
  readonly fontName: (font: number) => string;
  readonly numbering: Numbering;
  readonly boxes: Boxes;
  readonly notes: Notes;
  /** Fields that are open, outermost first, of the story being read. */
  fields: Field[];
  readonly trace: undefined;
  /** Paragraphs begun so far. */
  paragraphs: number;
  /** Cells and grid slots so far. */
  cells: number;
  slots: number;
  /** Above 0 inside rows and cells that no reader of the document sees: nothing is numbered or noted there. */
  muted: number;
  /** Place of the paragraph begun last. */
  place: SourcePlace;
}

/** A paragraph as it stands in the text: from its first character up to its mark. */
export interface Span extends Extent {
  /** The character that ends it; empty where the text just stops. */
  readonly mark: string;
  readonly properties: ParagraphProperties;
}

/** A paragraph while it is read. */
export interface OpenParagraph extends DraftParagraph {
  hidden: string;
  runsOn: boolean;
  readonly number: NumberReference | undefined;
  /** Whether its style hides its text. */
  readonly styleHides: boolean;
  readonly traced: undefined;
}

/** What a body, cell or text box collects. */
export interface Container {
  readonly items: Item[];
  /** Place of its first paragraph. */
  place: SourcePlace | undefined;
  /** A paragraph whose mark is deleted or hidden: it goes on in the next one. */
  open: OpenParagraph | undefined;
}

/** An empty container. */
export function container(): Container {
  return { items: [], place: undefined, open: undefined };
}

/** Counts one more paragraph. @throws InputError `too-large`. */
export function countParagraph(reader: Reader, span: Span): SourcePlace {
  reader.paragraphs += 1;
  if (reader.paragraphs > MAX_PARAGRAPHS) throw tooLarge('段落', 'paragraphs');
  reader.place = { paragraph: reader.paragraphs, offset: span.from };
  return reader.place;
}

/** The paragraphs of a stretch of the text. */
export function spansOf(reader: Reader, { from, to }: Extent): readonly Span[] {
  const spans: Span[] = [];
  const marks = /[\r\x07\f]/g;
  let begin = from;
  marks.lastIndex = from;
  for (let found = marks.exec(reader.text); found && found.index < to; found = marks.exec(reader.text)) {
    if (found[0] === '\f' && !reader.sectionEnds.has(found.index + 1)) continue;
    spans.push({ from: begin, to: found.index, mark: found[0], properties: propertiesAt(reader, found.index) });
    begin = found.index + 1;
  }
  const end = Math.min(to, reader.text.length);
  if (begin < end) spans.push({ from: begin, to: end, mark: '', properties: propertiesAt(reader, end - 1) });
  return spans;
}

/** A paragraph has the properties that its mark has. */
function propertiesAt(reader: Reader, mark: number): ParagraphProperties {
  let found: ParagraphProperties | undefined;
  reader.paragraphRuns(mark, mark + 1, (run) => {
    found = paragraphProperties(run.modifiers, run.piece, reader.data);
  });
  return found ?? paragraphProperties(undefined, undefined, reader.data);
}

/** Where the sections end, from their table. */
export function sectionEndsOf(table: DataView): ReadonlySet<number> {
  const count = Math.floor((table.byteLength - 4) / 16);
  const ends = new Set<number>();
  for (let index = 1; index <= count; index += 1) ends.add(u32(table, index * 4));
  return ends;
}
