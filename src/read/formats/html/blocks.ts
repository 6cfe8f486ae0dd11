/** The blocks of a page or of a piece of one. */
import type { SourceNote } from '../../../form/place.js';
import type { Block, SourceDocument } from '../../document.js';
import { createTableReader } from './table.js';
import { parsePage } from './tree.js';
import { type Sink, walk } from './walk.js';

/** Reads a piece of HTML inside another text, such as a `<table>` in Markdown; `firstLine` is the line it starts on. */
export function readHtmlFragment(html: string, firstLine: number): readonly Block[] {
  return readBlocks(html, { firstLine, fragment: true }).blocks;
}

/** How a page is read. */
export interface PageOptions {
  readonly firstLine: number;
  readonly fragment: boolean;
  /** Reads text whose layout is its own, such as `<pre>`; as paragraphs when absent. */
  readonly readPreformatted?: (text: string, firstLine: number) => Iterable<Block>;
}

/** Parses HTML and walks it. @throws InputError `too-large` for a page beyond any report. */
export function readBlocks(html: string, { firstLine, fragment, readPreformatted }: PageOptions): Pick<SourceDocument, 'blocks' | 'notes'> {
  const page = parsePage(html, fragment);
  const origin = { firstLine, columns: page.columns };
  const blocks: Block[] = [];
  const notes: SourceNote[] = [];
  const sink: Sink = {
    paragraph: (paragraph) => blocks.push(paragraph),
    table: (table, place) => readTable(table, place),
    ...(readPreformatted
      ? {
          preformatted(text, place) {
            for (const block of readPreformatted(text, place.line ?? firstLine)) blocks.push(block);
          },
        }
      : {}),
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
