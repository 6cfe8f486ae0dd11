/** From the physical lines of a text file to paragraphs and statutory tables. */
import type { Block, Line, SourceDocument } from '../document.js';
import type { FilledTable } from './fill.js';
import { joinOpenNotes } from './flow/broken.js';
import { isHeadingLine } from './flow/headings.js';
import { lexLines } from './flow/lexer.js';
import type { FlowLine } from './flow/line.js';
import { paragraphsOf, settingOf } from './flow/paragraphs.js';
import { tablesInFlow } from './flow/tables.js';

/** A heading that stands behind the last bar of a table's line becomes a line of its own. */
function partHeadings(line: Line): readonly Line[] {
  const bar = line.text.lastIndexOf('|');
  if (bar <= 0 || !isHeadingLine(line.text.slice(bar + 1).trim())) return [line];
  const tail = line.text.slice(bar + 1);
  return [
    { ...line, text: line.text.slice(0, bar) },
    { ...line, text: tail, place: { ...line.place, columnNumber: (line.place.columnNumber ?? 1) + bar + 1 } },
  ];
}

/** What a document is made of once its lines are understood. */
export type Resolved = Block | FilledTable;

/**
 * The blocks of a document, its lines understood: statutory tables that lie in the flow become what they say of the form,
 * every other line a paragraph or part of one. Cells whose value the layout does not tell are lost.
 */
export function resolveLines({ blocks }: SourceDocument): readonly Resolved[] {
  if (!blocks.some((block) => block.kind === 'line')) return blocks;
  const source = blocks.flatMap((block): readonly Block[] => (block.kind === 'line' ? partHeadings(block) : [block]));
  const lines = joinOpenNotes(lexLines(source.filter((block): block is Line => block.kind === 'line')));
  // Runs of lines, each up to the next block of another kind.
  const runs: FlowLine[][] = [[]];
  const breaks: { readonly before: number; readonly block: Block }[] = [];
  let index = 0;
  for (const block of source) {
    if (block.kind === 'line') runs.at(-1)!.push(lines[index++]!);
    else {
      breaks.push({ before: index, block });
      runs.push([]);
    }
  }
  const tables = tablesInFlow(lines, runs);
  const inTable = (line: FlowLine): boolean => tables.some(({ from, to }) => line.index >= from && line.index < to);
  const setting = settingOf(lines.filter((line) => !inTable(line)));
  const stops = [
    ...tables.map(({ from, to, table, strayLines }) => ({
      from,
      to,
      blocks: [
        table,
        ...paragraphsOf(
          strayLines.map((line) => lines[line]!),
          setting,
        ),
      ] as readonly Resolved[],
    })),
    ...breaks.map(({ before, block }) => ({ from: before, to: before, blocks: [block] as readonly Resolved[] })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  let at = 0;
  const parts = stops.flatMap((stop) => {
    const before = paragraphsOf(lines.slice(at, stop.from), setting);
    at = stop.to;
    return [before, stop.blocks];
  });
  return [...parts, paragraphsOf(lines.slice(at), setting)].flat();
}
