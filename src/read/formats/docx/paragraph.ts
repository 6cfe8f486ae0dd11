/** Paragraphs: their own text, what makes them go on in the next one, their number (ISO/IEC 29500-1, 17.3.1). */
import { textOf } from '../../../base/xml/character-data.js';
import { NS, W, X } from '../../../base/xml/names.js';
import { embeddedDocument } from '../../../base/xml/refusals.js';
import { attribute, child } from '../../../base/xml/scanner.js';
import { nextNumber } from './counting.js';
import { continueParagraph, finishParagraph, isNumbered, ownTextOf } from './draft-paragraph.js';
import { addText, closeBrokenFields, isCalculated, isPageNumber, markPageNumber } from './fields.js';
import { note } from './notes.js';
import { isOwnChange } from './own.js';
import { paragraphProperties } from './properties.js';
import { isHidden, readRun } from './run.js';
import { type Container, countParagraph, type OpenParagraph, type Reader } from './story.js';
import { numberOfStyle } from './styles.js';
import { traceParagraph } from './trace.js';
import { alternatives, passUnread } from './unread.js';

/** Reads the paragraph entered last into a container. */
export function readParagraph(reader: Reader, into: Container): void {
  const { s, styles } = reader;
  const place = countParagraph(reader, attribute(s, NS.word14, 'paraId'));
  const ordinal = reader.paragraphs;
  into.place ??= place;
  const style = styles.defaultParagraph;
  const paragraph: OpenParagraph = {
    text: '',
    hidden: '',
    place,
    first: ordinal,
    last: ordinal,
    number: numberOfStyle(styles, reader.numbering, style),
    styleHides: style !== undefined && styles.get(style)?.hidden === true,
    runsOn: false,
    changed: undefined,
    pages: [],
    boxes: [],
    traced: reader.trace && { start: s.tag, selfClosed: s.selfClosed, end: s.pos, texts: [], mark: undefined, host: reader.trace.host },
  };
  for (let id = child(s); id !== 0; id = child(s)) readInline(reader, paragraph, id);
  if (paragraph.traced) paragraph.traced.end = s.pos;
  closeBrokenFields(reader, paragraph);
  if (paragraph.hidden.trim() !== '' && reader.muted === 0) note(reader.notes.hidden, place, paragraph.hidden);
  joinAndClose(reader, into, paragraph);
}

/** Puts a paragraph that still waits for its continuation into the container: nothing that could continue it follows. */
export function closeOpen(reader: Reader, into: Container): void {
  const { open } = into;
  into.open = undefined;
  if (open) closeParagraph(reader, into, open);
}

function readInline(reader: Reader, paragraph: OpenParagraph, id: number): void {
  const { s } = reader;
  switch (id) {
    case W.r:
      readRun(reader, paragraph);
      return;
    case W.pPr:
      readProperties(reader, paragraph);
      return;
    case W.hyperlink:
    case W.sdt:
    case W.sdtContent:
    case W.smartTag:
    case W.customXml:
    case W.dir:
    case W.bdo:
      readInlines(reader, paragraph);
      return;
    case W.ins:
    case W.moveTo:
    case X.conflictIns:
      readInserted(reader, paragraph);
      return;
    case W.del:
    case W.moveFrom:
    case X.conflictDel:
      readDeleted(reader);
      return;
    case W.fldSimple: {
      const instruction = attribute(s, NS.word, 'instr') ?? '';
      const start = paragraph.text.length;
      readSimpleField(reader, paragraph, instruction);
      markPageNumber(instruction, paragraph, start);
      return;
    }
    case X.oMath:
    case X.oMathPara:
      addText(reader, paragraph, deepText(reader, X.mathText), false);
      return;
    case X.AlternateContent:
      alternatives(reader, (inner) => readInline(reader, paragraph, inner));
      return;
    case W.subDoc:
      throw embeddedDocument();
  }
  passUnread(reader, id);
}

function readInlines(reader: Reader, paragraph: OpenParagraph): void {
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) readInline(reader, paragraph, id);
}

function readSimpleField(reader: Reader, paragraph: OpenParagraph, instruction: string): void {
  const { s, trace } = reader;
  const extent = { start: s.tag, end: -1 };
  const around = trace?.simple ?? [];
  if (trace && isCalculated(instruction)) trace.simple = [...around, extent];
  readInlines(reader, paragraph);
  extent.end = s.pos;
  if (trace) trace.simple = around;
}

function readInserted(reader: Reader, paragraph: OpenParagraph): void {
  const own = isOwnChange(reader.s);
  const before = paragraph.text.length;
  if (reader.trace) reader.trace.inserted += 1;
  readInlines(reader, paragraph);
  if (reader.trace) reader.trace.inserted -= 1;
  if (reader.muted === 0 && !own) note(reader.notes.changes, reader.place, paragraph.text.slice(before));
}

function readDeleted(reader: Reader): void {
  const { place } = reader;
  const own = isOwnChange(reader.s);
  const sample = deepText(reader, W.t);
  if (reader.muted === 0 && !own) note(reader.notes.changes, place, sample);
}

/** The text of all elements of one name, and of deleted text, within the element entered last. */
function deepText(reader: Reader, wanted: number): string {
  const { s } = reader;
  let text = '';
  for (let id = child(s); id !== 0; id = child(s)) text += id === wanted || id === W.delText ? textOf(s) : deepText(reader, wanted);
  return text;
}

function readProperties(reader: Reader, paragraph: OpenParagraph): void {
  const { s, styles } = reader;
  const from = s.tag;
  const { style, listed, mark, markExtent, changes, dropCap } = paragraphProperties(s);
  if (reader.muted === 0) for (let change = 0; change < changes; change += 1) note(reader.notes.changes, reader.place);
  if (paragraph.traced && markExtent) paragraph.traced.mark = { start: from + markExtent[0], end: from + markExtent[1] };
  if (style !== undefined) {
    paragraph.number = numberOfStyle(styles, reader.numbering, style);
    paragraph.styleHides = styles.get(style)?.hidden === true;
  }
  const numId = listed.numId ?? paragraph.number?.numId;
  if (numId !== undefined) paragraph.number = { numId, level: listed.level ?? (listed.numId === undefined ? paragraph.number?.level : undefined) ?? 0 };
  paragraph.runsOn = dropCap || (mark !== undefined && (mark.removed || isHidden(reader, paragraph, mark.hidden, mark.style)));
}

/** Word gives a joined paragraph the properties of the mark that is left: list and number come from the last part. */
function joinAndClose(reader: Reader, into: Container, paragraph: OpenParagraph): void {
  const { open } = into;
  into.open = undefined;
  if (open) {
    const shift = open.text.length;
    continueParagraph(open, paragraph);
    if (open.traced && paragraph.traced)
      paragraph.traced.texts = [...open.traced.texts, ...paragraph.traced.texts.map((part) => ({ ...part, start: part.start + shift }))];
  }
  if (paragraph.runsOn) into.open = paragraph;
  else closeParagraph(reader, into, paragraph);
}

function closeParagraph(reader: Reader, into: Container, paragraph: OpenParagraph): void {
  const number =
    paragraph.number && isNumbered(paragraph) && reader.muted === 0
      ? nextNumber(reader.numbering, paragraph.number, (style) => reader.styles.get(style)?.numId)
      : '';
  if (reader.trace && reader.muted === 0 && !isPageNumber(paragraph)) traceParagraph(reader.trace, paragraph, number, ownTextOf(paragraph));
  for (const item of finishParagraph(paragraph, number)) into.items.push(item);
}
