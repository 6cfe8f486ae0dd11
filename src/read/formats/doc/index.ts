/** Reading Word 97–2003 documents (.doc), which WPS Writer calls .wps. */
import { InputError } from '../../../base/errors.js';
import { openCompoundFile } from '../../../base/package/cfb.js';
import { partOf, u8, u16, viewOf } from '../../../base/package/little-endian.js';
import { missingDocument } from '../../../base/xml/refusals.js';
import type { SourceDocument } from '../../document.js';
import { finishNotes, noNotes } from '../docx/notes.js';
import { readBlocks } from './blocks.js';
import { readBoxes } from './boxes.js';
import { type Fib, PAIR, readFib, wordKind } from './fib.js';
import { readLists } from './lists.js';
import { readPieces } from './pieces.js';
import { type CharacterProperties, characterProperties } from './properties.js';
import { characterRuns, eachRun, paragraphRuns, type Run } from './runs.js';
import { container, type Reader, sectionEndsOf, spansOf } from './story.js';
import { readStyles } from './styles.js';

/**
 * Reads a document as the .docx reader does: the text as a reader sees it with all changes accepted, tables as grids, automatic
 * numbers restored, text boxes where they are anchored.
 * @throws InputError when the bytes are no document of Word 97 or newer, or a damaged, encrypted or boundlessly large one.
 */
export function readDoc(bytes: Uint8Array): SourceDocument {
  const file = openCompoundFile(bytes);
  const main = file?.stream('worddocument');
  if (!file || !main || wordKind(viewOf(main)) !== 'doc') throw missingDocument();
  const fib = readFib(viewOf(main));
  const table = file.stream(fib.tableStream);
  if (!table) throw missingDocument();
  const reader = openReader(fib, viewOf(main), viewOf(table), viewOf(file.stream('data') ?? new Uint8Array()));
  if (reader.text.length < fib.main.to) throw cutShort();
  const body = container();
  readBlocks(reader, spansOf(reader, fib.main), 0, body);
  for (const extent of reader.boxes.rest()) readBlocks(reader, spansOf(reader, extent), 0, body);
  return { format: 'doc', blocks: body.items.map((item) => item.block), notes: finishNotes(reader.notes, body.items, reader.paragraphs) };
}

function openReader(fib: Fib, main: DataView, table: DataView, data: DataView): Reader {
  const find = (pair: number): DataView => partOf(table, fib.find(pair).offset, fib.find(pair).length);
  const { text, pieces } = readPieces(main, find(PAIR.pieces), fib.boxes.to);
  const lists = fib.find(PAIR.lists);
  return {
    text,
    data,
    characterRuns: eachRun(characterRuns(main, find(PAIR.characters), pieces)),
    paragraphRuns: eachRun(paragraphRuns(main, find(PAIR.paragraphs), pieces)),
    charactersOf: rememberedCharacters(),
    sectionEnds: sectionEndsOf(find(PAIR.sections)),
    styles: readStyles(find(PAIR.styles)),
    fontName: fontNames(find(PAIR.fonts)),
    numbering: readLists(partOf(table, lists.offset, table.byteLength), lists.length, find(PAIR.overrides)),
    boxes: readBoxes(find(PAIR.anchors), find(PAIR.boxes), find(PAIR.drawings), fib.boxes),
    notes: noNotes(),
    fields: [],
    trace: undefined,
    paragraphs: 0,
    cells: 0,
    slots: 0,
    muted: 0,
    place: {},
  };
}

/** The same few properties are shared by most runs; each is read once. */
function rememberedCharacters(): (run: Run) => CharacterProperties {
  const known = new Map<DataView, CharacterProperties>();
  return ({ modifiers, piece }) => {
    if (modifiers === undefined || piece !== undefined) return characterProperties([modifiers, piece]);
    const before = known.get(modifiers);
    const properties = before ?? characterProperties([modifiers]);
    if (!before) known.set(modifiers, properties);
    return properties;
  };
}

/** Names of fonts by their number ([MS-DOC] 2.9.286); each is read when it is asked for. */
function fontNames(table: DataView): (font: number) => string {
  const offsets: number[] = [];
  for (let at = 4, count = u16(table, 0); offsets.length < count && at < table.byteLength; at += 1 + u8(table, at)) offsets.push(at);
  return (font) => {
    let name = '';
    for (let at = (offsets[font] ?? table.byteLength) + 40, unit = u16(table, at); unit !== 0 && name.length < 64; at += 2, unit = u16(table, at)) {
      name += String.fromCharCode(unit);
    }
    return name;
  };
}

function cutShort(): InputError {
  return new InputError(
    'truncated',
    {
      zh: '文件不完整：正文的后一部分不在文件里，可能没有下载或复制完。',
      en: 'The file is incomplete: the end of its text is not in it; it may not have been copied whole.',
    },
    {
      zh: '请重新取得完整的文件；或用 Word、WPS 打开核对，另存为 .docx 后再试。',
      en: 'Get the whole file again, or open it in Word or WPS, check it and save it as .docx.',
    },
  );
}
