/** Text in columns and paragraphs for a terminal. */
import { displayWidth } from '../../base/text/width.js';
import { padEnd, wrap } from '../../write/result/wrap.js';
import type { Host } from './host.js';

/** Rows of cells, each column as wide as its widest cell; the last is not filled. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : padEnd(cell, widths[column]!))).join('  '));
}

/** A paragraph below the help of a command, as wide as the terminal. */
export function helpParagraph(text: string, { stdout }: Host): string {
  return wrap(text, stdout.columns ?? 80).join('\n');
}

/** Paragraphs under their title, indented; later lines of an item of a list stand below its first word. */
export function titled(title: string, text: string, width: number): readonly string[] {
  return [
    title,
    ...text.split('\n').flatMap((line) => {
      const [, lead = '', words = ''] = /^(- )?(.*)$/.exec(line)!;
      return wrap(words, width - 2 - lead.length).map((part, index) => `  ${index === 0 ? lead : ' '.repeat(lead.length)}${part}`);
    }),
  ];
}
