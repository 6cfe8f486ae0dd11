/** A report as Markdown that GitHub and pandoc read alike: pipe tables, in which a label over several columns is repeated. */
import { escapeInline, escapeLine } from '../../base/text/markdown.js';
import type { Reading } from '../../form/model/reading.js';
import { type LayoutCell, slotsOf } from './layout.js';
import { partsOf, type TablePart, type TextPart } from './parts.js';

const SIGNS = { title: '# ', heading: '## ', subheading: '### ', preface: '', paragraph: '', closing: '' } as const;

/** The report as Markdown, ending in a line break. */
export function reportMarkdown(reading: Reading): string {
  const blocks = partsOf(reading).map((part) => (part.kind === 'table' ? pipeTable(part) : paragraph(part)));
  return `${blocks.join('\n\n')}\n`;
}

function paragraph({ kind, text }: TextPart): string {
  const sign = SIGNS[kind];
  // A heading is one line; elsewhere a backslash keeps the break.
  return (
    sign +
    text
      .split('\n')
      .map(escapeLine)
      .join(sign === '' ? '\\\n' : ' ')
  );
}

function pipeTable(table: TablePart): string {
  const [head, ...rows] = slotsOf(table).map((slots, row) => `| ${slots.map((cell, column) => cellText(cell, row, column)).join(' | ')} |`);
  const rule = `|${Array.from({ length: table.width }, (_, column) => (column < table.labelWidth ? ' --- |' : ' ---: |')).join('')}`;
  return [head, rule, ...rows].join('\n');
}

/** The text of a slot. Only labels over several columns are repeated, for the columns below are told apart by them. */
function cellText(cell: LayoutCell, row: number, column: number): string {
  const shown = cell.kind === 'column-group' ? row === cell.row : row === cell.row && column === cell.column;
  return shown ? escapeInline(cell.text.trim()) : '';
}
