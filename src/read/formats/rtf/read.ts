/** Follows an RTF file from its first token to its last and composes what it shows. */
import { tooDeep, tooLarge } from '../../../base/xml/refusals.js';
import { COMMENT, fieldXml, instructionXml, type Marks, PICTURE, symbolXml, textBoxXml } from '../docx/compose.js';
import { refusal } from '../refused/refusals.js';
import { decodeBytes, encodingFor, encodingOfCharset, encodingOfCodePage, type Font, isWide } from './charset.js';
import { type Lexer, newLexer, next, skipGroup } from './lexer.js';
import { endOverride, knownLists, LIST_WORDS, type Lists, levelText, noLists, numberingOf, openListGroup, printedList } from './lists.js';
import { addRun, addText, endCell, endParagraph, endRow, finishStory, isBegun, newStory, type Story } from './story.js';
import type { CellDefinition, RowDefinition } from './table.js';
import { CHARACTERS, KNOWN, PASSED_OVER, SILENT } from './words.js';

/** Groups inside one another; real files have some thirty. */
const DEEPEST = 400;
/** Cells that one row may define, and fonts of a file. */
const MOST_CELLS = 1024;
const MOST_FONTS = 10_000;
/** Characters that are kept of what is no text: an instruction, a number, the name of a font. */
const LONGEST_CAPTURE = 1000;

/** Text that goes elsewhere than into the document. */
interface Capture {
  text: string;
}

/** What a group may set for itself and the groups in it. */
interface State {
  /** Where text goes: into the document, nowhere, or into a capture. */
  sink: 'story' | 'nowhere' | Capture;
  font: number;
  /** The font of Chinese text, where the file tells it apart. */
  wideFont: number;
  /** Whether the next font named is that of Chinese text. */
  wide: boolean;
  /** Bytes that stand beside a `\u` for readers without Unicode. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  inTable: boolean;
  depth: number;
  list: number;
  level: number;
  /** Row definitions of it are those of a table within a table. */
  nested: boolean;
  /** What is to be done when the group ends. */
  readonly closing: (() => void)[];
}

/** A row definition while it is read. */
interface OpenRow {
  definition: RowDefinition | undefined;
  cells: CellDefinition[];
  left: number;
  vertical: CellDefinition['vertical'];
  joined: boolean;
}

/** One reading. */
interface Reader {
  readonly lexer: Lexer;
  readonly groups: State[];
  state: State;
  story: Story;
  readonly lists: Lists;
  known: ReadonlySet<number> | undefined;
  readonly fonts: Map<number, Font>;
  page: string;
  defaultFont: number;
  /** Bytes that are not decoded yet. */
  bytes: number[];
  /** Bytes to be passed over behind a `\u`. */
  passing: number;
  row: OpenRow;
  nestedRow: OpenRow;
  /** The number of the open paragraph as the writing program printed it. */
  printed: string;
}

/** What was read: blocks, and the numbering part. */
export interface Composition {
  readonly blocks: string;
  readonly numbering: string;
}

/** Reads a file. @throws InputError `damaged-rtf` when it is cut off, `too-large`, `too-deep`. */
export function compose(bytes: Uint8Array): Composition {
  const reader: Reader = {
    lexer: newLexer(bytes),
    groups: [],
    state: newState(),
    story: newStory(),
    lists: noLists(),
    known: undefined,
    fonts: new Map(),
    page: 'windows-1252',
    defaultFont: 0,
    bytes: [],
    passing: 0,
    row: newRow(),
    nestedRow: newRow(),
    printed: '',
  };
  follow(reader);
  flush(reader);
  if (isBegun(reader.story)) closeParagraph(reader, depthOf(reader.state));
  return { blocks: finishStory(reader.story), numbering: numberingOf(reader.lists) };
}

function newState(): State {
  return {
    sink: 'story',
    font: 0,
    wideFont: -1,
    wide: false,
    fallback: 1,
    hidden: false,
    deleted: false,
    inserted: false,
    inTable: false,
    depth: 1,
    list: 0,
    level: 0,
    nested: false,
    closing: [],
  };
}

function newRow(): OpenRow {
  return { definition: undefined, cells: [], left: 0, vertical: undefined, joined: false };
}

function follow(reader: Reader): void {
  const { lexer } = reader;
  for (;;) {
    switch (next(lexer)) {
      case 'byte':
        readByte(reader, lexer.byte);
        break;
      case 'ascii':
        readAscii(reader, lexer.ascii);
        break;
      case 'open':
        flush(reader);
        reader.passing = 0;
        if (reader.groups.length >= DEEPEST) throw tooDeep('RTF');
        reader.groups.push(reader.state);
        reader.state = { ...reader.state, closing: [] };
        break;
      case 'close':
        closeGroup(reader);
        if (reader.groups.length === 0) {
          assertEnd(lexer);
          return;
        }
        break;
      case 'word':
        readWord(reader, lexer.word, lexer.value);
        break;
      case 'end':
        throw refusal('damaged-rtf');
    }
  }
}

/** Behind the last group there may be stray bytes, but no document. */
function assertEnd(lexer: Lexer): void {
  if (lexer.bytes.subarray(lexer.pos).includes(0x5c)) throw refusal('damaged-rtf');
}

function closeGroup(reader: Reader): void {
  flush(reader);
  reader.passing = 0;
  for (const close of reader.state.closing.reverse()) close();
  reader.state = reader.groups.pop() ?? newState();
}

/** Passes over the open group. */
function passOver(reader: Reader): void {
  flush(reader);
  if (!skipGroup(reader.lexer)) throw refusal('damaged-rtf');
  reader.state = reader.groups.pop() ?? newState();
}

function readWord(reader: Reader, word: string, value: number | undefined): void {
  const { state } = reader;
  const characters = CHARACTERS.get(word);
  if (characters !== undefined) {
    if (reader.passing > 0) reader.passing -= 1;
    else show(reader, characters);
    return;
  }
  if (word === 'u') {
    readUnicode(reader, value ?? 0);
    return;
  }
  flush(reader);
  reader.passing = 0;
  if (word === '*') {
    const after = next(reader.lexer);
    if (after === 'word' && KNOWN.has(reader.lexer.word)) openDestination(reader, reader.lexer.word);
    else if (after === 'close') closeGroup(reader);
    else passOver(reader);
    return;
  }
  if (openDestination(reader, word)) return;
  WORDS.get(word)?.(reader, state, value);
  if (state.sink !== 'story') LIST_WORDS.get(word)?.(reader.lists, value);
}

/** Whether a control word says what its group is; it then has been taken in. */
function openDestination(reader: Reader, word: string): boolean {
  if (word === 'pict') addRun(reader.story, PICTURE);
  if (word === 'annotation') addRun(reader.story, COMMENT);
  if (PASSED_OVER.has(word) || /^m[a-zA-Z]*Pr$/.test(word)) {
    passOver(reader);
    return true;
  }
  const { state } = reader;
  if (SILENT.has(word)) {
    state.sink = 'nowhere';
    return true;
  }
  const open = DESTINATIONS.get(word);
  open?.(reader, state);
  return open !== undefined;
}

const DESTINATIONS: ReadonlyMap<string, (reader: Reader, state: State) => void> = new Map<string, (reader: Reader, state: State) => void>([
  ['fonttbl', (_, state) => void (state.sink = 'nowhere')],
  ['listtable', (_, state) => void (state.sink = 'nowhere')],
  ['listoverridetable', (_, state) => void (state.sink = 'nowhere')],
  ['upr', (_, state) => void (state.sink = 'nowhere')],
  ['ud', (reader, state) => void (state.sink = reader.groups.at(-2)?.sink ?? 'story')],
  ['result', (_, state) => void (state.sink = 'story')],
  ['shptxt', openBox],
  ['dptxbxtext', openBox],
  ['nesttableprops', (_, state) => void (state.nested = true)],
  ['listtext', openPrinted],
  ['pntext', openPrinted],
  [
    'field',
    (reader, state) => {
      addRun(reader.story, fieldXml('begin'));
      state.closing.push(() => addRun(reader.story, fieldXml('end')));
    },
  ],
  ['fldinst', (reader, state) => capture(state, (text) => addRun(reader.story, instructionXml(text)))],
  ['fldrslt', openResult],
  ['list', ({ lists }) => openListGroup(lists, 'list')],
  ['listlevel', ({ lists }) => openListGroup(lists, 'listlevel')],
  ['lfolevel', ({ lists }) => openListGroup(lists, 'lfolevel')],
  ['leveltext', ({ lists }, state) => capture(state, (text) => levelText(lists, text))],
  [
    'listoverride',
    ({ lists }, state) => {
      openListGroup(lists, 'listoverride');
      state.closing.push(() => endOverride(lists));
    },
  ],
]);

function capture(state: State, use: (text: string) => void): void {
  const captured: Capture = { text: '' };
  state.sink = captured;
  state.closing.push(() => use(captured.text));
}

/** A result that is empty is none: what the instruction draws is shown then. */
function openResult({ story }: Reader, state: State): void {
  addRun(story, '');
  const before = story.runs;
  addRun(story, fieldXml('separate'));
  const begun = story.runs;
  state.closing.push(() => {
    if (story.text === '' && story.pieces.length === 0 && story.runs === begun) story.runs = before;
  });
}

function openPrinted(reader: Reader, state: State): void {
  capture(state, (text) => void (reader.printed = text));
}

/** A text box has a story of its own, which stands in the paragraph it is anchored in. */
function openBox(reader: Reader, state: State): void {
  const { story, printed } = reader;
  reader.story = newStory();
  reader.story.length = story.length;
  reader.printed = '';
  Object.assign(state, { sink: 'story', inTable: false, depth: 1, list: 0, level: 0, nested: false });
  state.closing.push(() => {
    if (isBegun(reader.story)) closeParagraph(reader, depthOf(reader.state));
    const { length } = reader.story;
    const blocks = finishStory(reader.story);
    story.length = length - blocks.length;
    reader.story = story;
    reader.printed = printed;
    addRun(story, textBoxXml(blocks));
  });
}

/** Whether a control word without a number, or with another than 0, turns something on. */
const isOn = (value: number | undefined): boolean => value !== 0;

const WORDS: ReadonlyMap<string, (reader: Reader, state: State, value: number | undefined) => void> = new Map<
  string,
  (reader: Reader, state: State, value: number | undefined) => void
>([
  ['ansicpg', (reader, _, value) => void (reader.page = encodingOfCodePage(value ?? 0) ?? reader.page)],
  ['mac', (reader) => void (reader.page = 'macintosh')],
  ['deff', (reader, state, value) => void (reader.defaultFont = state.font = value ?? 0)],
  ['uc', (_, state, value) => void (state.fallback = Math.max(0, value ?? 1))],
  [
    'plain',
    (reader, state) => void Object.assign(state, { font: reader.defaultFont, wideFont: -1, wide: false, hidden: false, deleted: false, inserted: false }),
  ],
  ['pard', (_, state) => void Object.assign(state, { inTable: false, depth: 1, list: 0, level: 0 })],
  ['f', readFontNumber],
  ['af', (_, state, value) => void (state.wide ? (state.wideFont = value ?? 0) : undefined)],
  ['loch', (_, state) => void (state.wide = false)],
  ['hich', (_, state) => void (state.wide = false)],
  ['dbch', (_, state) => void (state.wide = true)],
  ['fcharset', (reader, state, value) => setFont(reader, state.font, { encoding: encodingOfCharset(value ?? 0) })],
  ['cpg', (reader, state, value) => setFont(reader, state.font, { encoding: encodingOfCodePage(value ?? 0) })],
  ['v', (_, state, value) => void (state.hidden = isOn(value))],
  ['deleted', (_, state, value) => void (state.deleted = isOn(value))],
  ['mvf', (_, state, value) => void (state.deleted = isOn(value))],
  ['revised', (_, state, value) => void (state.inserted = isOn(value))],
  ['mvt', (_, state, value) => void (state.inserted = isOn(value))],
  ['intbl', (_, state, value) => void (state.inTable = isOn(value))],
  ['itap', (_, state, value) => void Object.assign(state, { depth: Math.max(1, value ?? 1), inTable: (value ?? 1) > 0 })],
  ['ls', (_, state, value) => void (state.list = value ?? 0)],
  ['ilvl', (_, state, value) => void (state.level = Math.max(0, Math.min(8, value ?? 0)))],
  ['par', (reader, state) => closeParagraph(reader, depthOf(state))],
  ['sect', (reader, state) => closeParagraph(reader, depthOf(state))],
  ['cell', (reader) => closeCell(reader, 1)],
  ['nestcell', (reader, state) => closeCell(reader, Math.max(2, state.depth))],
  ['row', (reader) => closeRow(reader, 1, reader.row)],
  ['nestrow', (reader, state) => closeRow(reader, Math.max(2, state.depth), reader.nestedRow)],
  ['trowd', (reader, state) => void Object.assign(openRow(reader, state), newRow())],
  ['trleft', (reader, state, value) => void (openRow(reader, state).left = value ?? 0)],
  ['clvmgf', (reader, state) => void (openRow(reader, state).vertical = 'restart')],
  ['clvmrg', (reader, state) => void (openRow(reader, state).vertical = 'continue')],
  ['clmgf', (reader, state) => void (openRow(reader, state).joined = false)],
  ['clmrg', (reader, state) => void (openRow(reader, state).joined = true)],
  ['cellx', (reader, state, value) => defineCell(openRow(reader, state), value ?? 0)],
]);

function readFontNumber(reader: Reader, state: State, value = 0): void {
  state.font = value;
  if (state.sink === 'nowhere' && !reader.fonts.has(value)) setFont(reader, value, {});
}

function setFont({ fonts, page }: Reader, number: number, properties: Partial<Font>): void {
  if (fonts.size >= MOST_FONTS && !fonts.has(number)) return;
  fonts.set(number, { name: '', encoding: page, ...fonts.get(number), ...properties });
}

function openRow(reader: Reader, state: State): OpenRow {
  return state.nested ? reader.nestedRow : reader.row;
}

function defineCell(row: OpenRow, edge: number): void {
  const { vertical, joined } = row;
  row.cells.push({ edge, vertical, joined });
  if (row.cells.length > MOST_CELLS) throw tooLarge('表格列', 'table columns');
  row.definition = undefined;
  row.vertical = undefined;
  row.joined = false;
}

/** How many tables deep a paragraph stands. */
function depthOf({ inTable, depth }: State): number {
  return inTable ? depth : 0;
}

function marksOf({ hidden, deleted, inserted }: State): Marks {
  return { hidden, ...(deleted ? { change: 'deleted' } : inserted ? { change: 'inserted' } : {}) };
}

function closeParagraph(reader: Reader, depth: number): void {
  const { state, story, lists, printed } = reader;
  if (state.sink !== 'story') return;
  reader.known ??= knownLists(lists);
  reader.printed = '';
  const id = printed === '' ? (reader.known.has(state.list) ? state.list : undefined) : printedList(lists, printed);
  endParagraph(story, depth, id === undefined ? undefined : { id, level: id === state.list ? state.level : 0 }, marksOf(state));
}

function closeCell(reader: Reader, depth: number): void {
  if (reader.state.sink !== 'story') return;
  closeParagraph(reader, depth);
  endCell(reader.story, depth);
}

function closeRow(reader: Reader, depth: number, row: OpenRow): void {
  if (reader.state.sink !== 'story') return;
  if (isBegun(reader.story)) closeParagraph(reader, depth);
  row.definition ??= { left: row.left, cells: [...row.cells] };
  endRow(reader.story, depth, row.definition);
}

function readUnicode(reader: Reader, value: number): void {
  flush(reader);
  const { state } = reader;
  const unit = value & 0xffff;
  if (fontOf(reader)?.encoding === 'symbol' && unit >= 0xf000 && unit <= 0xf0ff) showSymbol(reader, unit - 0xf000);
  else show(reader, String.fromCharCode(unit));
  reader.passing = state.fallback;
}

function readByte(reader: Reader, byte: number): void {
  if (reader.passing > 0) reader.passing -= 1;
  else reader.bytes.push(byte);
}

function readAscii(reader: Reader, text: string): void {
  const shown = reader.passing > 0 ? text.slice(reader.passing) : text;
  reader.passing = Math.max(0, reader.passing - text.length);
  if (shown === '') return;
  const trail = reader.bytes.length > 0 && endsInLead(reader) && shown.charCodeAt(0) >= 0x40;
  if (trail) reader.bytes.push(shown.charCodeAt(0));
  flush(reader);
  const rest = trail ? shown.slice(1) : shown;
  if (fontOf(reader)?.encoding !== 'symbol' || typeof reader.state.sink === 'object' || reader.state.sink === 'nowhere') show(reader, rest);
  else for (const sign of rest) showSymbol(reader, sign.charCodeAt(0));
}

/** Whether the last byte is the first half of a character, whose second half may be written as the ASCII character it looks like. */
function endsInLead(reader: Reader): boolean {
  const encoding = fontOf(reader)?.encoding ?? reader.page;
  if (!isWide(encoding)) return false;
  let lead = false;
  for (const byte of reader.bytes) lead = !lead && byte > 0x80;
  return lead;
}

function fontOf({ fonts, state }: Reader): Font | undefined {
  return fonts.get(state.wide && state.wideFont !== -1 ? state.wideFont : state.font);
}

/** Decodes the bytes that have come since the last token of another kind. */
function flush(reader: Reader): void {
  const { bytes } = reader;
  if (bytes.length === 0) return;
  reader.bytes = [];
  const font = fontOf(reader);
  if (font?.encoding === 'symbol' && reader.state.sink === 'story') {
    for (const byte of bytes) showSymbol(reader, byte);
    return;
  }
  const wide = reader.fonts.get(reader.state.wideFont)?.encoding;
  show(reader, decodeBytes(bytes, encodingFor(bytes, font?.encoding, wide !== undefined && isWide(wide) ? wide : reader.page)));
}

function showSymbol(reader: Reader, code: number): void {
  addRun(reader.story, symbolXml(fontOf(reader)?.name.replace(/;.*$/s, '') ?? '', code, marksOf(reader.state)));
}

function show(reader: Reader, text: string): void {
  const { state } = reader;
  if (state.sink === 'story') addText(reader.story, text, marksOf(state));
  else if (state.sink === 'nowhere') nameFont(reader, text);
  else if (state.sink.text.length < LONGEST_CAPTURE) state.sink.text += text;
}

/** In the font table the text is the name of the font. */
function nameFont(reader: Reader, text: string): void {
  const font = reader.fonts.get(reader.state.font);
  if (font && font.name.length < 100 && !font.name.includes(';')) setFont(reader, reader.state.font, { name: font.name + text });
}
