/** Where the visible text of a document stands in its XML: what changing a document needs and reading it does not. Nothing is traced unless asked for. */
import { W } from '../../../base/xml/names.js';

/** An XML stretch: offsets in the text of the main part, in UTF-16 units, end exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A direct child of a run. `text` is a `w:t`; `other` includes tabs and breaks. */
export interface TracedChild extends Extent {
  readonly kind: 'properties' | 'text' | 'other';
}

/** A run that shows text. */
export interface TracedRun {
  /** Offset of its start tag, of the end of its start tag, and behind its end tag. */
  readonly start: number;
  readonly contentStart: number;
  end: number;
  readonly children: TracedChild[];
  /** It stands in an insertion that is neither accepted nor rejected. */
  readonly inserted: boolean;
}

/** A field in the file; -1 as long as its end has not been read. */
export interface FieldExtent {
  readonly start: number;
  end: number;
}

/** A stretch of visible text, from one child of one run. */
export interface TracedText {
  /** Offset in the paragraph's own text: without automatic number, before blank lines at its edges are taken off. */
  readonly start: number;
  readonly text: string;
  /** Undefined for text that no single run holds: formulas, broken fields. */
  readonly run: TracedRun | undefined;
  /** Index of the child in `run.children`. */
  readonly child: number;
  /** The fields whose result it belongs to. */
  readonly fields: readonly FieldExtent[];
}

/** A paragraph as it stands in the file. */
export interface TracedParagraph extends Extent {
  /** Its start tag is its end tag: `<w:p/>`. */
  readonly selfClosed: boolean;
  readonly texts: readonly TracedText[];
  /** Its automatic number, which is in front of the block's text but not in the file. */
  readonly number: string;
  /** Line breaks at the beginning of its own text that the block does not have. */
  readonly lead: number;
  /** The text of its block, empty when it is blank; undefined when it makes no block. */
  readonly text: string;
  /** Properties of the paragraph mark (`w:rPr`). */
  readonly mark: Extent | undefined;
  /** Ordinal of the paragraph whose text box it stands in. */
  readonly host: number | undefined;
}

/** The trace of one reading. */
export interface Trace {
  /** By the ordinal of places. Paragraphs that nobody sees are not in it. */
  readonly paragraphs: Map<number, TracedParagraph>;
  run: TracedRun | undefined;
  /** How many insertions are open. */
  inserted: number;
  host: number | undefined;
  /** Simple fields (`w:fldSimple`) that are open. */
  simple: readonly FieldExtent[];
  /** Complex fields that end in the run being read. */
  ending: FieldExtent[];
}

/** What an open paragraph carries while it is traced. */
export interface OpenTrace {
  readonly start: number;
  readonly selfClosed: boolean;
  end: number;
  texts: TracedText[];
  mark: Extent | undefined;
  readonly host: number | undefined;
}

/** A paragraph that is being read, as far as tracing it goes. */
export interface TracedOpen {
  readonly text: string;
  /** Ordinals of the paragraphs it was joined from. */
  readonly first: number;
  readonly last: number;
  readonly traced: OpenTrace | undefined;
}

/** An empty trace, to be given to the reader. */
export function newTrace(): Trace {
  return { paragraphs: new Map(), run: undefined, inserted: 0, host: undefined, simple: [], ending: [] };
}

/** Begins a run, unless it is part of another one (the base of a ruby), which is then traced as a whole. */
export function beginRun(trace: Trace, start: number, contentStart: number): TracedRun | undefined {
  if (trace.run) return undefined;
  trace.run = { start, contentStart, end: contentStart, children: [], inserted: trace.inserted > 0 };
  return trace.run;
}

/** Adds a child of the run; its end is known only when it has been read. */
export function beginChild(run: TracedRun, id: number, start: number): void {
  run.children.push({ kind: id === W.rPr ? 'properties' : id === W.t ? 'text' : 'other', start, end: start });
}

/** Marks the child added last as one that shows other text than it holds. */
export function opaqueChild(run: TracedRun): void {
  run.children.push({ ...run.children.pop()!, kind: 'other' });
}

/** Ends the child added last. */
export function endChild(run: TracedRun, end: number): void {
  run.children.push({ ...run.children.pop()!, end });
}

/** Ends the run. */
export function endRun(trace: Trace, run: TracedRun, end: number): void {
  run.end = end;
  for (const field of trace.ending) field.end = end;
  trace.ending = [];
  trace.run = undefined;
}

/** Remembers where text comes from that is about to be added to a paragraph. */
export function traceText(trace: Trace, paragraph: Pick<TracedOpen, 'text' | 'traced'>, text: string, fields: readonly FieldExtent[]): void {
  if (text === '') return;
  paragraph.traced?.texts.push({
    start: paragraph.text.length,
    text,
    run: trace.run,
    child: (trace.run?.children.length ?? 0) - 1,
    fields: [...trace.simple, ...fields],
  });
}

/** What the many paragraphs without text have in common. */
const NO_TEXTS: readonly TracedText[] = [];

/** Enters a paragraph that has been read under the ordinals of the paragraphs it was joined from. */
export function traceParagraph(trace: Trace, paragraph: TracedOpen, number: string, text: string): void {
  const { traced } = paragraph;
  if (!traced) return;
  const lead = text === '' ? 0 : paragraph.text.indexOf(text);
  // Field by field: spread out, each of a hundred thousand takes twice the memory.
  const { start, end, selfClosed, mark, host } = traced;
  const texts = traced.texts.length === 0 ? NO_TEXTS : traced.texts;
  const entry: TracedParagraph = { start, end, selfClosed, texts, number, lead, text: number + text, mark, host };
  for (let ordinal = paragraph.first; ordinal <= paragraph.last; ordinal += 1) trace.paragraphs.set(ordinal, entry);
}
