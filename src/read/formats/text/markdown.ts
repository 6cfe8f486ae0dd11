/** Taking the signs of Markdown off running text. */
import type { Line } from '../../document.js';
import { lineBlock, type RawLine } from './lines.js';

const HEADING = /^\s{0,3}#{1,6}\s+/;
const RULE = /^\s{0,3}(?:=+|-{3,}|\*{3,}|_{3,}|(?:\* ){2,}\*)\s*$/;
/** Bullets and quotation marks, not numbers: those may be the report's own. */
const BULLET = /^\s*(?:>\s?)*(?:[-*+]\s+(?=\S))?/;
const FENCE = /^\s*(?:```|~~~|:::)/;

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Whether a line is the row of dashes under the header of a pipe table. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('|') && text.includes('-') && DELIMITER.test(text);
}

/** Whether a text is Markdown: it has a heading, the dashes of a pipe table, strong emphasis or a bookmark in pandoc's spelling. */
export function isMarkdown(lines: readonly RawLine[]): boolean {
  return lines.some(
    ({ text }) => HEADING.test(text) || (isDelimiterRow(text) && /-\s*\||\|\s*:?-/.test(text)) || /\*\*\S[^*]*\*\*/.test(text) || /\]\{[#.][^}]*\}/.test(text),
  );
}

/** Lines of running text without the signs of Markdown; the place keeps the column of what is left. */
export function markdownParagraphs(lines: readonly RawLine[]): readonly Line[] {
  return lines.flatMap((line, index) => {
    const { text } = line;
    if (FENCE.test(text) || (RULE.test(text) && text.trim() !== '-' && (index === 0 || text.trim().length > 1))) return [];
    const head = HEADING.exec(text)?.[0] ?? BULLET.exec(text)![0];
    const signs = head.trim() === '' ? 0 : head.length;
    const body = HEADING.test(text) ? text.replace(/\s#+\s*$/, '') : text.replace(/\\$/, '');
    const block = lineBlock({ ...line, text: plainInline(body.slice(signs), false) });
    return [signs > 0 ? { ...block, place: { ...block.place, columnNumber: signs + 1 } } : block];
  });
}

/** A text without inline signs: emphasis, escapes, links, attributes, HTML tags of Markdown. Trimmed unless asked not to be. */
export function plainInline(text: string, trim = true): string {
  const plain = text
    .replace(/(?<!\\)<br\s*\/?>/gi, '\n')
    .replace(/(?<!\\)<\/?(?:u|b|i|s|em|strong|span|sup|sub|font|a|p)(?:\s[^<>]*)?>/gi, '')
    .replace(/!\[(?:\\.|[^[\]\\])*\]\([^)]{0,2000}\)(?:\{[^{}]*\})?/g, '')
    .replace(/(?<!\\)\[((?:\\.|[^[\]\\])*)\](?:\([^)\s]{0,2000}(?:\s"[^"]*")?\)|\{[^}]*\})/g, '$1')
    .replace(/(?<!\s)\s*(?<!\\)\{[#.][^{}]*\}\s*$/, '')
    .replace(/(?<!\\)(\*\*|__)(?=\S)(.{1,2000}?)(?<=[^\s\\])\1/g, '$2')
    .replace(/(?<![\\*])\*(?=[^\s*])([^*]+?)(?<=[^\s\\])\*(?!\*)/g, '$1')
    .replace(/(?<!\\)~~(?=\S)(.+?)(?<=[^\s\\])~~/g, '$1')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return trim ? plain.trim() : plain;
}
