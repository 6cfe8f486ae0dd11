/** Plain tables of a Word document: a header that is repeated on every page, and rows of text. */
import { type NextId, paragraph, run } from './paragraph.js';
import { TEXT_WIDTH } from './table-setting.js';

/** A column: its share of the width, and where its text stands. */
export interface PlainColumn {
  readonly share: number;
  readonly side?: 'left' | 'center';
}

/** Blank at the sides of a cell, and above and below it. */
const [MARGIN, PADDING] = [80, 40];

/** A table as wide as the text. */
export function plainTable(id: NextId, columns: readonly PlainColumn[], header: readonly string[], rows: readonly (readonly string[])[]): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((TEXT_WIDTH * share) / whole));
  const cell = (text: string, column: number, isHeader: boolean): string => {
    const side = !isHeader && columns[column]!.side === 'left' ? '<w:jc w:val="left"/>' : '';
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[column]!}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(id, 'TableSmall', run(text), { properties: side })}</w:tc>`;
  };
  const line = (texts: readonly string[], isHeader: boolean): string =>
    `<w:tr><w:trPr>${isHeader ? '<w:cantSplit/>' : ''}<w:trHeight w:val="400" w:hRule="atLeast"/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${texts.map((text, column) => cell(text, column, isHeader)).join('')}</w:tr>`;
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:top w:w="${PADDING}" w:type="dxa"/><w:left w:w="${MARGIN}" w:type="dxa"/><w:bottom w:w="${PADDING}" w:type="dxa"/><w:right w:w="${MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    line(header, true),
    ...rows.map((texts) => line(texts, false)),
    '</w:tbl>',
    paragraph(id, 'Gap', ''),
  ].join('');
}
