/** Tables that Markdown holds as HTML, as pandoc writes those with merged cells and programs that read pictures write all of them. */
import type { Block } from '../../document.js';
import { readHtmlFragment } from '../html/blocks.js';
import { lineBlock, type RawLine } from './lines.js';
import type { TextTable } from './pandoc.js';

const OPEN = /<table[\s>]/gi;
const CLOSE = /<\/table\s*>/gi;
/** What stands around a table without saying anything: <html><body>. */
const WRAPPER = /<\/?(?:html|body|div|center|figure|p|span)(?:\s[^<>]*)?>/gi;

/** Lines searched for the end of a table that words stand before. */
const MOST_LINES = 1000;

/** The `<table>` that starts on a line, up to the one that closes it; words before and behind it on its lines stay lines. */
export function htmlTable(lines: readonly RawLine[], index: number): TextTable | undefined {
  const first = lines[index]!;
  const start = first.text.search(/<table[\s>]/i);
  if (start === -1) return undefined;
  const worded = first.text.slice(0, start).replace(WRAPPER, '').trim() !== '';
  let depth = 0;
  let next = index;
  do {
    const { text } = lines[next]!;
    depth += (text.match(OPEN)?.length ?? 0) - (text.match(CLOSE)?.length ?? 0);
    next += 1;
  } while (depth > 0 && next < lines.length && !(worded && next - index >= MOST_LINES));
  // In running text the word <table> opens nothing.
  if (depth > 0 && worded) return undefined;
  const last = lines[next - 1]!;
  const end = depth > 0 ? last.text.length : Math.max(0, ...[...last.text.matchAll(CLOSE)].map((match) => match.index + match[0].length));
  const html = lines.slice(index, next).map(({ text }, at) => {
    const to = index + at === next - 1 ? end : text.length;
    // Blanks keep the columns of places right.
    return (at === 0 ? `${' '.repeat(start)}${text.slice(start, to)}` : text.slice(0, to)).replace(/^\f/, '');
  });
  const words = (text: string, number: number): readonly Block[] => {
    const plain = text.replace(WRAPPER, '').trim();
    return plain === '' ? [] : [lineBlock({ text: plain, number })];
  };
  const blocks = [
    ...words(first.text.slice(0, start), first.number),
    ...readHtmlFragment(html.join('\n'), first.number),
    ...words(last.text.slice(end), last.number),
  ];
  return { blocks, next };
}
