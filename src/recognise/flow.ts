/** From the physical lines of a text file to paragraphs and statutory tables. */
import type { Block, SourceDocument } from '../source/document.js';

/** Lines become paragraphs, or rows of the statutory tables that are laid out in them. Documents without lines are returned as they are. */
export function resolveLines(document: SourceDocument): SourceDocument {
  if (!document.blocks.some((block) => block.kind === 'line')) return document;
  const blocks = document.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'line' ? (block.text.trim() === '' ? [] : [{ kind: 'paragraph', text: block.text.replace(/^\f/, ''), place: block.place }]) : [block],
  );
  return { ...document, blocks };
}
