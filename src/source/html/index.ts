/** Reads web pages: the report with whatever the site put around it. */
import { InputError } from '../../errors.js';
import type { Block, SourceDocument, SourceNote, SourcePlace } from '../document.js';
import { readText } from '../text/index.js';
import { createTableReader } from './table.js';
import { parsePage, tooLarge } from './tree.js';
import { type Sink, walk } from './walk.js';

/** Most lines of preformatted text; a report printed into one has a thousand. */
const MOST_LINES = 8_000;

/**
 * Reads a page: paragraphs, tables and notes in reading order, with 1-based lines (and columns) of the HTML source.
 * @throws InputError `too-large` for a page beyond any report, `no-text` when nothing on it can be read.
 */
export function readHtml(text: string): SourceDocument {
  const document = read(text, 1, false);
  if (document.blocks.length === 0) {
    throw new InputError(
      'no-text',
      {
        zh: '网页里没有可读的文字，正文可能由脚本载入、放在框架里，或者只是图片。',
        en: 'There is no text on the page; it may be loaded by a script, stand in a frame, or be an image.',
      },
      {
        zh: '请在浏览器中打开，选中报告正文复制到 Word，另存为 .docx 后再试。',
        en: 'Open it in a browser, copy the report into Word and save it as .docx.',
      },
    );
  }
  return { format: 'html', ...document };
}

/** Reads a piece of HTML inside another text, such as a `<table>` in Markdown; `firstLine` is the line it starts on. */
export function readHtmlFragment(html: string, firstLine: number): readonly Block[] {
  return read(html, firstLine, true).blocks;
}

function read(text: string, firstLine: number, fragment: boolean): Pick<SourceDocument, 'blocks' | 'notes'> {
  const page = parsePage(text, fragment);
  const origin = { firstLine, columns: page.columns };
  const blocks: Block[] = [];
  const notes: SourceNote[] = [];
  const sink: Sink = {
    paragraph: (paragraph) => blocks.push(paragraph),
    table: (table, place) => readTable(table, place),
    preformatted(content, place) {
      if (content.split('\n', MOST_LINES + 1).length > MOST_LINES)
        throw tooLarge(`预排文本超过 ${MOST_LINES} 行`, `its preformatted text has more than ${MOST_LINES} lines`);
      for (const block of readText(content).blocks) blocks.push(movedDown(block, (place.line ?? 1) - 1));
    },
    note(kind, place, sample) {
      const last = notes.findLastIndex((note) => note.kind === kind);
      const known = notes[last];
      if (known?.block === blocks.length) notes[last] = { ...known, count: known.count + 1 };
      else notes.push({ kind, count: 1, place, block: blocks.length, ...(sample === undefined ? {} : { sample }) });
    },
  };
  const readTable = createTableReader(origin, sink, (table) => blocks.push(table));
  walk(page.nodes, origin, sink);
  return { blocks, notes };
}

/** A block of a text that starts further down in the file. */
function movedDown(block: Block, by: number): Block {
  const moved = ({ line }: SourcePlace): SourcePlace => (line === undefined ? {} : { line: line + by });
  const place = moved(block.place);
  if (block.kind === 'line') return { ...block, place };
  if (block.kind === 'paragraph')
    return { ...block, place, ...(block.lines ? { lines: block.lines.map((line) => ({ ...line, place: moved(line.place) })) } : {}) };
  const cells = new Map(block.grid.cells.map((cell) => [cell, { ...cell, place: moved(cell.place) }]));
  const slots = block.grid.slots.map((row) => row.map((cell) => cell && cells.get(cell)));
  return { ...block, place, grid: { ...block.grid, cells: [...cells.values()], slots } };
}
