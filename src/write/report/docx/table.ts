/** Tables of a Word document, with the form's own merged cells. */
import { type LayoutCell, slotsOf } from '../layout.js';
import type { TablePart } from '../parts.js';
import { type NextId, paragraph, run } from './paragraph.js';
import { MARGIN, PADDING, type Setting, settingOf, TEXT_WIDTH } from './table-setting.js';

/** A table as wide as the text; it stays on one page if it fits, or its blocks do, each with its own header. */
export function tableXml(id: NextId, table: TablePart): string {
  const setting = settingOf(table);
  const slots = slotsOf(table);
  const rows = slots.map((line, row) => {
    const cells = line.filter((cell, column) => cell !== line[column - 1]);
    const header = row < table.headerRows ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${setting.height}" w:hRule="atLeast"/>${header}</w:trPr>${cells
      .map((cell) => cellXml(id, cell, row, setting, staysWithNext(table, row)))
      .join('')}</w:tr>`;
  });
  return [
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:top w:w="${PADDING}" w:type="dxa"/><w:left w:w="${MARGIN}" w:type="dxa"/><w:bottom w:w="${PADDING}" w:type="dxa"/><w:right w:w="${MARGIN}" w:type="dxa"/></w:tblCellMar>`,
    `<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`,
    `<w:tblGrid>${setting.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
  ].join('');
}

function staysWithNext({ rows }: TablePart, row: number): boolean {
  return row < rows.length - 1 && rows[row + 1]![0]?.kind !== 'heading';
}

function cellXml(id: NextId, cell: LayoutCell, row: number, { widths, style, size, line, usual }: Setting, keepNext: boolean): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, one) => sum + one, 0);
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const merge = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const text = cell.row !== row ? '' : run(cell.text, usual ? {} : { size });
  const spacing = usual ? '' : `<w:spacing w:line="${line}" w:lineRule="exact"/>`;
  // Row labels start at the left, as in the form; figures and headers stand in the middle.
  const side = cell.kind === 'row' && style === 'TableSmall' ? '<w:jc w:val="left"/>' : '';
  const body = paragraph(id, style, text, { keepNext, properties: spacing + side });
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${body}</w:tc>`;
}
