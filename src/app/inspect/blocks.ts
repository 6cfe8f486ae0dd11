/** The blocks that a reader found: paragraphs, tables with their cells, lines; before anything is taken for a report. */

import type { SourcePlace } from '../../form/place.js';
import type { Block, Cell } from '../../read/document.js';
import { readSource } from '../../read/formats/read.js';
import { refusal } from '../../read/formats/refused/refusals.js';
import type { Inspect } from './step.js';

const quoted = (text: string): string => JSON.stringify(text);

function placeOf(place: SourcePlace): string {
  return Object.entries(place)
    .map(([name, value]) => ` ${name}=${Array.isArray(value) ? value.join(',') : String(value)}`)
    .join('');
}

function cellLine({ row, column, rowSpan, columnSpan, text, place, lost }: Cell): string {
  const span = rowSpan * columnSpan === 1 ? '' : ` ${rowSpan}×${columnSpan}`;
  return `  [${row},${column}]${span}${lost ? ' lost' : ''} ${quoted(text)}${placeOf(place)}`;
}

function linesOf(block: Block, index: number): readonly string[] {
  const head = `${index} ${block.kind}`;
  if (block.kind === 'table') {
    const { width, cells, slots } = block.grid;
    return [`${head} ${slots.length}×${width}${placeOf(block.place)}`, ...cells.map(cellLine)];
  }
  const number = block.kind === 'paragraph' && block.numberLength ? ` number=${block.numberLength}` : '';
  return [`${head} ${quoted(block.text)}${number}${placeOf(block.place)}`];
}

/** Every block of a document, a line each; a table has a line a cell. */
export const inspectBlocks: Inspect = async (bytes, name) => {
  const source = await readSource(bytes, name);
  if (source.kind === 'container') throw refusal('container');
  if (source.kind === 'reading') return [`format=${source.reading.format}`];
  const { format, blocks, notes } = source.document;
  return [
    `format=${format}`,
    ...blocks.flatMap(linesOf),
    ...notes.map(
      ({ kind, count, block, sample, place }) => `note ${kind} ×${count} block=${block}${sample === undefined ? '' : ` ${quoted(sample)}`}${placeOf(place)}`,
    ),
  ];
};
