/** Reads web pages: the report with whatever the site put around it. */
import { InputError } from '../../../base/errors.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Block, SourceDocument } from '../../document.js';
import { readText } from '../text/index.js';
import { readBlocks } from './blocks.js';
import { tooLarge } from './tree.js';

/** Most lines of preformatted text; a report printed into one has a thousand. */
const MOST_LINES = 8_000;

/**
 * Reads a page: paragraphs, tables and notes in reading order, with 1-based lines (and columns) of the HTML source.
 * @throws InputError `too-large` for a page beyond any report, `no-text` when nothing on it can be read.
 */
export function readHtml(text: string): SourceDocument {
  const document = readBlocks(text, { firstLine: 1, fragment: false, readPreformatted });
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
  return { format: 'html', surrounded: true, ...document };
}

function* readPreformatted(text: string, firstLine: number): Iterable<Block> {
  if (text.split('\n', MOST_LINES + 1).length > MOST_LINES) {
    throw tooLarge(`预排文本超过 ${MOST_LINES} 行`, `its preformatted text has more than ${MOST_LINES} lines`);
  }
  for (const block of readText(text).blocks) yield movedDown(block, firstLine - 1);
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
