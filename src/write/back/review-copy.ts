/** A copy of a document as .docx, to carry comments that its own format cannot take: its text and tables as they were read. */
import type { Reading } from '../../form/model/reading.js';
import type { Grid, SourceDocument } from '../../read/document.js';
import { wordPackage } from '../report/docx/package.js';
import { type NextId, paragraph, paragraphIds, run } from '../report/docx/paragraph.js';
import type { StyleId } from '../report/docx/styles.js';
import { TEXT_WIDTH } from '../report/docx/table-setting.js';

/** The copy, and where in it the paragraphs of the original stand. */
export interface ReviewCopy {
  readonly bytes: Uint8Array;
  /** The ordinal in the copy of a paragraph of the original; for one that is not in it, of the last before it. */
  readonly ordinalOf: (original: number) => number;
}

/** Makes the copy. Pictures, headers and the setting are not in it; title and headings are set as such. */
export function reviewCopy({ blocks }: SourceDocument, reading: Reading): ReviewCopy {
  const id = paragraphIds();
  const styles = stylesByOrdinal(reading);
  const ordinals: [original: number, copy: number][] = [];
  let paragraphs = 0;
  const enter = (original: number | undefined, count: number): void => {
    if (original !== undefined) ordinals.push([original, paragraphs + 1]);
    paragraphs += count;
  };
  const body = blocks.map((block, index) => {
    if (block.kind !== 'table') {
      enter(block.place.paragraph, 1);
      return paragraph(id, styles.get(block.place.paragraph) ?? 'BodyText', run(block.text));
    }
    const table = tableXml(id, block.grid, enter);
    // Two tables that touch become one, and a document cannot end with one.
    const next = blocks[index + 1];
    if (next && next.kind !== 'table') return table;
    enter(undefined, 1);
    return table + paragraph(id, 'Gap', '');
  });
  ordinals.sort(([a], [b]) => a - b);
  return {
    bytes: wordPackage(body.join('') || paragraph(id, 'Gap', ''), reading.report.title, id),
    ordinalOf: (original) => ordinals.findLast(([own]) => own <= original)?.[1] ?? 1,
  };
}

function stylesByOrdinal({ locations }: Reading): ReadonlyMap<number | undefined, StyleId> {
  const styles = new Map<number | undefined, StyleId>();
  for (const [pointer, { place }] of locations) {
    if (pointer === '/title') styles.set(place.paragraph, 'Title');
    else if (/^\/sections\/\d+\/heading$/.test(pointer)) styles.set(place.paragraph, 'Heading1');
  }
  return styles;
}

function tableXml(id: NextId, { width, slots }: Grid, enter: (original: number | undefined, count: number) => void): string {
  const column = Math.floor(TEXT_WIDTH / Math.max(1, width));
  const rows = slots.map((line, row) => {
    const cells = line.flatMap((cell, at) => {
      if (cell && cell === line[at - 1]) return [];
      const starts = cell?.row === row;
      const lines = starts ? cell.text.split('\n') : [''];
      enter(starts ? cell.place.paragraph : undefined, lines.length);
      const span = cell ? line.filter((other) => other === cell).length : 1;
      const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
      const down = !cell || cell.rowSpan === 1 ? '' : starts ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      const text = lines.map((one) => paragraph(id, 'TableText', run(one))).join('');
      return [`<w:tc><w:tcPr><w:tcW w:w="${column * span}" w:type="dxa"/>${across}${down}<w:vAlign w:val="center"/></w:tcPr>${text}</w:tc>`];
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${column}"/>`.repeat(width);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
