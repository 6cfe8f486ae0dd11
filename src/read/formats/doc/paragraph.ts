/** Paragraphs: their text, what makes them go on in the next one, their number. */
import { levelOfStyle, type NumberReference, nextNumber } from '../docx/counting.js';
import { continueParagraph, finishParagraph, isNumbered } from '../docx/draft-paragraph.js';
import { addInstruction, addText, closeBrokenFields, fieldMark } from '../docx/fields.js';
import { note, noteAt } from '../docx/notes.js';
import { symbolText, typedSymbols } from '../docx/symbols.js';
import { readInlineShape, type ShapeOptions } from './drawings.js';
import { type CharacterProperties, toggled } from './properties.js';
import { type Container, countParagraph, type OpenParagraph, type Reader, type Span } from './story.js';

/** Reads a text box into a paragraph. */
export type ReadBox = (reader: Reader, paragraph: OpenParagraph, shape: number) => void;

/** Reads a paragraph into a container. */
export function readParagraph(reader: Reader, span: Span, into: Container, readBox: ReadBox): void {
  const place = countParagraph(reader, span);
  const ordinal = reader.paragraphs;
  into.place ??= place;
  const { properties } = span;
  if (properties.changed && reader.muted === 0) note(reader.notes.changes, place);
  const paragraph: OpenParagraph = {
    text: '',
    hidden: '',
    place,
    first: ordinal,
    last: ordinal,
    number: numberOf(reader, span),
    styleHides: reader.styles(properties.style).hidden,
    runsOn: properties.firstLetter,
    pages: [],
    boxes: [],
    traced: undefined,
  };
  readRuns(reader, span, paragraph, readBox);
  closeBrokenFields(reader, paragraph);
  if (paragraph.hidden.trim() !== '' && reader.muted === 0) note(reader.notes.hidden, place, paragraph.hidden);
  const { open } = into;
  into.open = undefined;
  if (open) continueParagraph(open, paragraph);
  if (paragraph.runsOn) into.open = paragraph;
  else closeParagraph(reader, into, paragraph);
}

/** Puts a paragraph that still waits for its continuation into the container: nothing that could continue it follows. */
export function closeOpen(reader: Reader, into: Container): void {
  const { open } = into;
  into.open = undefined;
  if (open) closeParagraph(reader, into, open);
}

function closeParagraph(reader: Reader, into: Container, paragraph: OpenParagraph): void {
  const number = paragraph.number && isNumbered(paragraph) && reader.muted === 0 ? nextNumber(reader.numbering, paragraph.number, () => undefined) : '';
  for (const item of finishParagraph(paragraph, number)) into.items.push(item);
}

/** The list of a paragraph: its own, else that of its style. */
function numberOf({ styles, numbering }: Reader, { properties }: Span): NumberReference | undefined {
  const style = styles(properties.style);
  const list = properties.list ?? style.list;
  if (list === undefined) return undefined;
  const numId = String(list);
  return { numId, level: properties.level ?? style.level ?? levelOfStyle(numbering, numId, String(properties.style)) };
}

/** Whether characters with these properties are hidden: they decide themselves, else paragraph and character style, which cancel each other out. */
function isHidden(reader: Reader, paragraph: OpenParagraph, { hidden, style }: CharacterProperties): boolean {
  const byStyle = style !== undefined && reader.styles(style).hidden;
  return toggled(hidden, byStyle !== paragraph.styleHides);
}

function readRuns(reader: Reader, span: Span, paragraph: OpenParagraph, readBox: ReadBox): void {
  /** How the run before was changed: a change that goes on is one. */
  let before: CharacterProperties | undefined;
  reader.characterRuns(span.from, span.to, (run, from, to) => {
    const properties = reader.charactersOf(run);
    if (reader.muted === 0) noteChanges(reader, properties, before, reader.text.slice(from, to));
    before = properties;
    if (properties.deleted) {
      dropBoxes(reader, from, to);
      return;
    }
    readRun(reader, paragraph, { from, to, properties }, readBox);
  });
  reader.characterRuns(span.to, span.to + 1, (run) => {
    if (span.mark === '') return;
    const mark = reader.charactersOf(run);
    if (reader.muted === 0) noteChanges(reader, mark, before, '');
    if (span.mark === '\r' && (mark.deleted || isHidden(reader, paragraph, mark))) paragraph.runsOn = true;
  });
}

function noteChanges({ notes, place }: Reader, now: CharacterProperties, before: CharacterProperties | undefined, sample: string): void {
  for (const change of ['deleted', 'inserted', 'changed'] as const) {
    if (now[change] && !before?.[change]) note(notes.changes, place, change === 'changed' ? '' : sample.replace(CONTROL, ''));
  }
}

const CONTROL = /[\0-\x1f]+/g;

/** The boxes anchored in text that is deleted are gone with it. */
function dropBoxes(reader: Reader, from: number, to: number): void {
  for (let at = reader.text.indexOf(ANCHOR, from); at !== -1 && at < to; at = reader.text.indexOf(ANCHOR, at + 1)) {
    const shape = reader.boxes.shapeAt(at);
    if (shape !== undefined) reader.boxes.take(shape);
  }
}

const ANCHOR = '\b';

interface TextRun {
  readonly from: number;
  readonly to: number;
  readonly properties: CharacterProperties;
}

function readRun(reader: Reader, paragraph: OpenParagraph, { from, to, properties }: TextRun, readBox: ReadBox): void {
  const hidden = isHidden(reader, paragraph, properties);
  const { symbol } = properties;
  if (symbol) {
    const sign = symbolText(reader.fontName(symbol.font), symbol.code.toString(16));
    for (let at = from; at < to; at += 1) show(reader, paragraph, sign, hidden);
    return;
  }
  const written = reader.text.slice(from, to);
  const text = properties.font === undefined ? written : typedSymbols(reader.fontName(properties.font), written);
  let done = 0;
  for (const { 0: control, index } of text.matchAll(/[\0-\x08\x0b-\x1f]/g)) {
    if (index > done) show(reader, paragraph, text.slice(done, index), hidden);
    done = index + 1;
    readControl(reader, paragraph, control, { at: from + index, hidden, properties }, readBox);
  }
  if (done < text.length) show(reader, paragraph, text.slice(done), hidden);
}

/** Adds text, which belongs to the instruction of a field as long as its result has not begun. */
function show(reader: Reader, paragraph: OpenParagraph, text: string, hidden: boolean): void {
  addInstruction(reader, text);
  addText(reader, paragraph, text, hidden);
}

interface At {
  readonly at: number;
  readonly hidden: boolean;
  readonly properties: CharacterProperties;
}

/** A character below the blank ([MS-DOC] 2.6.1, sprmCFSpec, and 2.8.25). */
function readControl(reader: Reader, paragraph: OpenParagraph, control: string, { at, hidden, properties }: At, readBox: ReadBox): void {
  switch (control) {
    case '\x13':
      fieldMark(reader, paragraph, 'begin', hidden);
      return;
    case '\x14':
      fieldMark(reader, paragraph, 'separate', hidden);
      return;
    case '\x15':
      fieldMark(reader, paragraph, 'end', hidden);
      return;
    case '\v':
    case '\f':
    case '\x0e':
      addText(reader, paragraph, '\n', hidden);
      return;
    case '\x1e':
      addText(reader, paragraph, '-', hidden);
      return;
    case '\x01':
      if (!hidden && properties.special && !properties.data) showShape(reader, paragraph, inlineShape(reader, properties));
      return;
    case '\x05':
      if (properties.special && reader.muted === 0) note(reader.notes.comments, reader.place);
      return;
    case ANCHOR:
      readAnchor(reader, paragraph, at, hidden, readBox);
      return;
  }
}

function inlineShape({ data }: Reader, { picture }: CharacterProperties): ShapeOptions {
  return picture === undefined ? { picture: true, words: '' } : readInlineShape(data, picture);
}

/** Drawn words are a paragraph of their own, like a text box; pictures are told. */
function showShape(reader: Reader, paragraph: OpenParagraph, { picture, words }: ShapeOptions): void {
  const { place, last } = paragraph;
  if (picture && reader.muted === 0) noteAt(reader.notes.images, place);
  if (words !== '') paragraph.boxes.push({ block: { kind: 'paragraph', text: words, place }, first: last, last });
}

function readAnchor(reader: Reader, paragraph: OpenParagraph, at: number, hidden: boolean, readBox: ReadBox): void {
  const shape = reader.boxes.shapeAt(at);
  if (shape === undefined) return;
  if (hidden) {
    reader.boxes.take(shape);
    return;
  }
  showShape(reader, paragraph, { picture: reader.boxes.isPicture(shape), words: '' });
  for (const words of reader.boxes.wordsOf(shape)) showShape(reader, paragraph, { picture: false, words });
  readBox(reader, paragraph, shape);
}
