/** Everything that is written in running words: title, headings and paragraphs. */
import type { RuleContext, TextNode } from '../rule.js';

/** Title, then preface, then each heading with its paragraphs, then closing; a node that is not there is left out. */
export function writtenTexts({ reading: { report }, paragraphs }: RuleContext): readonly TextNode[] {
  const under = (section: number | undefined, start: string): readonly TextNode[] =>
    paragraphs.filter((node) => node.section === section && node.pointer.startsWith(start));
  return [
    ...(report.title === undefined ? [] : [{ pointer: '/title', text: report.title }]),
    ...under(undefined, '/preface/'),
    ...report.sections.flatMap(({ heading }, section) => [
      { pointer: `/sections/${section}/heading`, text: heading, section },
      ...under(section, '/sections/'),
    ]),
    ...under(undefined, '/closing/'),
  ];
}

/** Addresses of pages and mailboxes in a text, as UTF-16 stretches: their letters and marks are no words. */
export function addresses(text: string): readonly (readonly [number, number])[] {
  if (!/[a-z]/i.test(text)) return [];
  return [
    ...text.matchAll(
      // The two that begin with any letter begin where a word does: from every letter of a long word they would look at all that follow.
      /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+;,@!]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w-]|[\w-]\.)(?:[\w-]+\.)+(?:cn|com|net|org|gov)(?![\w])(?:\/[\w\-./?%&=#~]*)?/gi,
    ),
  ].map((match) => [match.index, match.index + match[0].length]);
}

/** Whether an offset lies in one of the stretches, which stand in order and do not overlap. */
export function inside(stretches: readonly (readonly [number, number])[], offset: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]![1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length && stretches[low]![0] <= offset;
}
