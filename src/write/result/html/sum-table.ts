/** A sum as a small table: the figures with their signs, suspected cells framed. */
import type { Lang } from '../../../base/lang.js';
import { rowName, shortLabel } from '../../../form/model/names.js';
import type { Diagnostic } from '../../../judge/diagnostic.js';
import { type DrawnSum, hiddenWords, readSum } from '../sum.js';
import { escapeHtml } from './escape.js';

type SumTerm = DrawnSum['terms'][number];

const SIGNS: Readonly<Record<string, string>> = { '-': '−', '<': '&lt;' };

function figure({ operator, value, marked }: SumTerm): string {
  const sign = operator === '' ? '' : `${SIGNS[operator] ?? operator} `;
  const text = value === null ? '?' : String(value);
  return `<td${marked ? ' class="suspect"' : ''}>${sign}${marked ? `<b>${text}</b>` : text}</td>`;
}

function columnLabel({ cell }: SumTerm, lang: Lang): string {
  return escapeHtml(lang === 'en' ? cell.column.en : shortLabel(cell.column.label));
}

/** The sum that a finding speaks of; empty when it speaks of none. */
export function sumTable(diagnostic: Diagnostic, suspects: readonly string[], lang: Lang): string {
  const sum = readSum(diagnostic, suspects);
  if (!sum) return '';
  const { terms, along, hidden } = sum;
  if (along === 'row') {
    const labels = terms.map((term) => `<th scope="col">${columnLabel(term, lang)}</th>`);
    return `<div class="scroll"><table class="sum"><tr>${labels.join('')}</tr><tr>${terms.map(figure).join('')}</tr></table></div>`;
  }
  const rows = terms.map((term) => `<tr><th scope="row">${escapeHtml(rowName(term.cell.row, lang))}</th>${figure(term)}</tr>`);
  const left = terms.filter(({ side }) => side === 'left').length;
  if (hidden > 0) rows.splice(left, 0, `<tr><td class="rest" colspan="2">${escapeHtml(hiddenWords[lang](hidden))}</td></tr>`);
  return `<table class="sum"><tr><td></td><th scope="col">${columnLabel(terms[0]!, lang)}</th></tr>${rows.join('')}</table>`;
}
