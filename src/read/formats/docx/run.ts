/** The content of a run: text, breaks, symbols, fields, pictures and text boxes (ISO/IEC 29500-1, 17.3.2 and 17.3.3). */
import { readAlternative } from '../../../base/xml/alternatives.js';
import { textOf } from '../../../base/xml/character-data.js';
import { NS, W, X } from '../../../base/xml/names.js';
import { attribute, child, ownChild, skip } from '../../../base/xml/scanner.js';
import { onOneLine, ownText, trimEdges } from '../../../base/xml/strings.js';
import { addInstruction, addText, fieldMark } from './fields.js';
import { note, noteAt } from './notes.js';
import { runProperties } from './properties.js';
import { container, type OpenParagraph, type Reader } from './story.js';
import { symbolText, typedSymbols } from './symbols.js';
import { beginChild, beginRun, endChild, endRun, opaqueChild } from './trace.js';
import { alternatives, noteUnread, passUnread } from './unread.js';

/** How a run shows its text. */
interface Look {
  readonly hidden: boolean;
  /** The font of its Western letters, where it names one. */
  readonly font: string | undefined;
}

/** Reads the run entered last into its paragraph. */
export function readRun(reader: Reader, paragraph: OpenParagraph): void {
  const { s, trace } = reader;
  const run = trace && beginRun(trace, s.tag, s.pos);
  let look: Look = { hidden: isHidden(reader, paragraph, undefined, undefined), font: undefined };
  for (let id = ownChild(s); id !== 0; id = ownChild(s)) {
    if (run) beginChild(run, id, s.tag);
    if (id === W.rPr) look = readRunProperties(reader, paragraph);
    else readRunContent(reader, paragraph, id, look);
    if (run) endChild(run, s.pos);
  }
  if (trace && run) endRun(trace, run, s.pos);
}

function readRunContent(reader: Reader, paragraph: OpenParagraph, id: number, look: Look): void {
  const { s } = reader;
  const { hidden } = look;
  switch (id) {
    case W.t:
      addText(reader, paragraph, shownText(reader, look.font), hidden);
      return;
    case W.instrText:
      addInstruction(reader, textOf(s));
      return;
    case W.tab:
    case W.ptab:
      addText(reader, paragraph, '\t', hidden);
      break;
    case W.br:
    case W.cr:
      addText(reader, paragraph, '\n', hidden);
      break;
    case W.noBreakHyphen:
      addText(reader, paragraph, '-', hidden);
      break;
    case W.sym:
      addText(reader, paragraph, symbolText(attribute(s, NS.word, 'font') ?? '', attribute(s, NS.word, 'char') ?? ''), hidden);
      break;
    case X.symEx:
      addText(reader, paragraph, symbolText(attribute(s, NS.symbols, 'font') ?? '', attribute(s, NS.symbols, 'char') ?? ''), hidden);
      break;
    case W.fldChar:
      fieldMark(reader, paragraph, attribute(s, NS.word, 'fldCharType'), hidden);
      break;
    case W.commentReference:
      if (reader.muted === 0) note(reader.notes.comments, reader.place);
      break;
    case W.ruby:
      readRuby(reader, paragraph);
      return;
    case W.drawing:
    case W.pict:
    case W.object:
      if (hidden) break;
      if (readDrawing(reader, paragraph) && reader.muted === 0) noteAt(reader.notes.images, paragraph.place);
      return;
    case X.AlternateContent:
      alternatives(reader, (inner) => readRunContent(reader, paragraph, inner, look));
      return;
    case X.processed:
      for (let inner = child(s); inner !== 0; inner = child(s)) readRunContent(reader, paragraph, inner, look);
      return;
    default:
      passUnread(reader, id, true);
      return;
  }
  skip(s);
}

/** The text of a `w:t`. Blanks at its edges are there only when it says so; line ends of a pretty-printed file are blanks. */
function visibleText(reader: Reader): string {
  const { s } = reader;
  const text = textOf(s);
  if (text === '') return text;
  if (!(isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1)) || text.includes('\n'))) return text;
  const kept = attribute(s, NS.xml, 'space');
  const flat = onOneLine(text);
  return kept === 'preserve' || (kept === undefined && reader.preserve) ? flat : trimEdges(flat, ' \t');
}

/** The same in the font that it is shown in. Signs of a symbol font are not the text that stands in the file: nothing may be cut there. */
function shownText(reader: Reader, font: string | undefined): string {
  const text = visibleText(reader);
  const shown = font === undefined ? text : typedSymbols(font, text);
  if (shown !== text && reader.trace?.run) opaqueChild(reader.trace.run);
  return shown;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

function readRunProperties(reader: Reader, paragraph: OpenParagraph): Look {
  const properties = runProperties(reader.s);
  const { hidden, style, changes, font } = properties;
  // A run that was cut in two has its recorded change twice, to the letter: it is one.
  if (reader.muted === 0 && properties !== paragraph.changed) for (let change = 0; change < changes; change += 1) note(reader.notes.changes, reader.place);
  if (changes > 0) paragraph.changed = properties;
  return { hidden: isHidden(reader, paragraph, hidden, style), font };
}

/** Hiding is a toggle: the run itself decides, else paragraph and character style, which cancel each other out (ISO/IEC 29500-1, 17.7.3). */
export function isHidden(reader: Reader, paragraph: OpenParagraph, direct: boolean | undefined, style: string | undefined): boolean {
  if (direct !== undefined) return direct;
  const byStyle = style !== undefined && reader.styles.get(style)?.hidden === true;
  return reader.styles.hiddenByDefault || byStyle !== paragraph.styleHides;
}

/** Only the base of a ruby is text; what stands above it says how to read it. */
function readRuby(reader: Reader, paragraph: OpenParagraph): void {
  const { s } = reader;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id !== W.rubyBase) {
      skip(s);
      continue;
    }
    for (let inner = child(s); inner !== 0; inner = child(s)) {
      if (inner === W.r) readRun(reader, paragraph);
      else passUnread(reader, inner);
    }
  }
}

/** What a drawing shows as a picture; charts and diagrams keep their words in parts of their own. */
const PICTURES = new Set<number>([X.blip, X.imagedata, X.chart, X.diagram]);

/** Reads the element entered last, down to the text boxes in it; whether it holds a picture of its own. */
function readDrawing(reader: Reader, paragraph: OpenParagraph): boolean {
  const { s } = reader;
  let picture = false;
  const visit = (id: number): void => {
    if (id === W.txbxContent) readTextBox(reader, paragraph);
    else if (id === X.AlternateContent) readAlternative(s, visit, false);
    else if (id === X.drawnText) noteUnread(reader, textOf(s));
    else {
      if (id === X.textPath) readWordArt(reader, paragraph);
      if (readDrawing(reader, paragraph) || PICTURES.has(id)) picture = true;
    }
  };
  for (let id = child(s); id !== 0; id = child(s)) visit(id);
  return picture;
}

/** Words drawn along a line: a title set as WordArt is one. They are a paragraph of their own, like a text box. */
function readWordArt(reader: Reader, paragraph: OpenParagraph): void {
  const text = onOneLine(attribute(reader.s, NS.none, 'string') ?? '').trim();
  if (text === '') return;
  const { place, last } = paragraph;
  paragraph.boxes.push({ block: { kind: 'paragraph', text: ownText(text), place }, first: last, last });
}

function readTextBox(reader: Reader, paragraph: OpenParagraph): void {
  const { fields, place, trace } = reader;
  const around = trace && { run: trace.run, inserted: trace.inserted, host: trace.host, simple: trace.simple, ending: trace.ending };
  const box = container();
  reader.fields = [];
  if (trace) Object.assign(trace, { run: undefined, inserted: 0, host: trace.host ?? paragraph.last, simple: [], ending: [] });
  reader.blocks(reader, box);
  if (trace) Object.assign(trace, around);
  reader.fields = fields;
  reader.place = place;
  for (const item of box.items) paragraph.boxes.push(item);
}
