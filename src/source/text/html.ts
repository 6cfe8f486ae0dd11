/** Tables that Markdown holds as HTML, as pandoc writes those with merged cells. */
import { readHtmlFragment } from '../html/blocks.js';
import type { RawLine } from './lines.js';
import type { TextTable } from './pandoc.js';

/** The `<table>` that starts on a line, up to the line that closes it. */
export function htmlTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  if (!/^\s*<table[\s>]/i.test(lines[index]!.text)) return undefined;
  let depth = 0;
  let next = index;
  do {
    const { text } = lines[next]!;
    depth += (text.match(/<table[\s>]/gi)?.length ?? 0) - (text.match(/<\/table\s*>/gi)?.length ?? 0);
    next += 1;
  } while (depth > 0 && next < lines.length);
  const html = lines.slice(index, next).map(({ text }) => text.replace(/^\f/, ''));
  return { blocks: readHtmlFragment(html.join('\n'), lines[index]!.number), next };
}
