/** Text for a page: the only way by which words of a report get into it. */
import { printable } from '../printable.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or a quoted attribute, on one line; nothing in it can become markup, and invisible characters show. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** The same for text of several lines. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeHtml(line).replace(/ {2}/g, ' \u00a0'))
    .join('<br>');
}
