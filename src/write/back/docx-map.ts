/** From the text of the model to the XML that shows it: which stretch of which paragraph a node's words are. */
import type { Located } from '../../form/model/reading.js';
import type { Trace, TracedParagraph, TracedText } from '../../read/formats/docx/trace.js';

/** A stretch of a paragraph's own text (`TracedText.start`); empty for a place without text. */
export interface Stretch {
  readonly paragraph: TracedParagraph;
  readonly start: number;
  readonly end: number;
}

const BLANK = /[\s\u00a0\u3000]/;

/** For each unit of a node's text where it stands; undefined for blanks that were folded away and for automatic numbers. */
export type CharacterMap = readonly ({ readonly paragraph: TracedParagraph; readonly at: number } | undefined)[];

/**
 * Where the units of a node's text stand. The node may take several paragraphs (a title, a cell) and may have had its blanks
 * folded. Undefined when the text is not the one that stands there: then nothing can be said about its parts.
 */
export function mapText(trace: Trace, located: Located, text: string): CharacterMap | undefined {
  const first = located.place.paragraph;
  if (first === undefined) return undefined;
  const map: ({ readonly paragraph: TracedParagraph; readonly at: number } | undefined)[] = [];
  let ordinal = first;
  let paragraph = trace.paragraphs.get(ordinal);
  let at = located.start ?? 0;
  for (const unit of text) {
    if (BLANK.test(unit)) {
      // A blank that the file has too is mapped; one that joins paragraphs is not.
      const same = paragraph && BLANK.test(paragraph.text[at] ?? '');
      map.push(same ? own(paragraph!, at) : undefined);
      if (same) at += 1;
      continue;
    }
    for (;;) {
      while (paragraph && at < paragraph.text.length && BLANK.test(paragraph.text[at]!)) at += 1;
      if (paragraph && at < paragraph.text.length) break;
      const before = paragraph;
      do ordinal += 1;
      while (trace.paragraphs.get(ordinal) === before && before !== undefined);
      paragraph = trace.paragraphs.get(ordinal);
      if (!paragraph) return undefined;
      at = 0;
    }
    if (!paragraph.text.startsWith(unit, at)) return undefined;
    for (let index = 0; index < unit.length; index += 1) map.push(own(paragraph, at + index));
    at += unit.length;
  }
  return map;
}

function own(paragraph: TracedParagraph, at: number): CharacterMap[number] {
  return at < paragraph.number.length ? undefined : { paragraph, at: at - paragraph.number.length + paragraph.lead };
}

/** The stretches, one a paragraph, that the units from `start` to `end` of a mapped text take. */
export function stretches(map: CharacterMap, start: number, end: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const unit of map.slice(start, end)) {
    if (!unit) continue;
    const last = found.at(-1);
    if (last?.paragraph === unit.paragraph) found.splice(-1, 1, { ...last, end: unit.at + 1 });
    else found.push({ paragraph: unit.paragraph, start: unit.at, end: unit.at + 1 });
  }
  return found;
}

/** The texts of a paragraph that lie in a stretch, each with the part of it that does. Only those that a run holds. */
export function textsIn({ paragraph, start, end }: Stretch): readonly { readonly text: TracedText; readonly from: number; readonly to: number }[] {
  return paragraph.texts.flatMap((text) => {
    const from = Math.max(start, text.start);
    const to = Math.min(end, text.start + text.text.length);
    return from < to && text.run ? [{ text, from: from - text.start, to: to - text.start }] : [];
  });
}

/** All text of a paragraph without blanks at its edges; an empty stretch when there is none. */
export function wholeOf(paragraph: TracedParagraph): Stretch {
  const text = paragraph.texts.map((part) => part.text).join('');
  const start = text.length - text.trimStart().length;
  return { paragraph, start: text.trim() === '' ? 0 : start, end: text.trim() === '' ? 0 : start + text.trim().length };
}
