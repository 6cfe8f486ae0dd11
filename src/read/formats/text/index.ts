/** Plain text and Markdown as blocks. Knows physical layouts only; what the labels mean is for recognition. */
import type { Block, SourceDocument } from '../../document.js';
import { htmlTable } from './html.js';
import { lineBlock, type RawLine, rawLines } from './lines.js';
import { isMarkdown, markdownParagraphs } from './markdown.js';
import { dashTable, gridTable, type TextTable } from './pandoc.js';
import { pipeTable } from './pipe.js';

/**
 * Reads a text. Tables whose columns the layout itself shows (pipe, grid and dash-ruled tables, HTML in Markdown)
 * become Table blocks; every other line becomes a Line, blank ones included, for recognition to join or to lay out.
 */
export function readText(text: string): SourceDocument {
  const lines = rawLines(text);
  const markdown = isMarkdown(lines);
  const blocks: Block[] = [];
  let loose: RawLine[] = [];
  const flush = (): void => {
    for (const block of markdown ? markdownParagraphs(loose) : loose.map(lineBlock)) blocks.push(block);
    loose = [];
  };
  for (let index = 0; index < lines.length; ) {
    const found: TextTable | undefined = gridTable(lines, index) ?? pipeTable(lines, index) ?? dashTable(lines, index) ?? htmlTable(lines, index);
    if (found) {
      flush();
      blocks.push(...found.blocks);
      index = found.next;
    } else {
      loose.push(lines[index]!);
      index += 1;
    }
  }
  flush();
  return { format: 'text', blocks, notes: [] };
}
