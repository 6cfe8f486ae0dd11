/** A paragraph of a Word document while it is read, and what it becomes. */
import { ownText, trimEdges } from '../../../base/xml/strings.js';
import type { SourcePlace } from '../../../form/place.js';
import { isPageNumber } from './fields.js';
import type { Item } from './item.js';

/** What is known of a paragraph at its end, whichever program and format it comes from. */
export interface DraftParagraph {
  text: string;
  /** Where its text starts; that of the paragraph which holds the first of it. */
  place: SourcePlace;
  /** Ordinals of the first and last paragraph that it was put together from. */
  first: number;
  readonly last: number;
  /** Its mark is deleted or hidden. */
  readonly runsOn: boolean;
  /** Extents in `text` of the results of page-number fields. */
  readonly pages: (readonly [number, number])[];
  /** Text boxes anchored in it. */
  readonly boxes: Item[];
}

/** Puts a paragraph whose mark is deleted or hidden in front of the one that it goes on in. */
export function continueParagraph(open: DraftParagraph, paragraph: DraftParagraph): void {
  const shift = open.text.length;
  if (open.text.trim() !== '') paragraph.place = open.place;
  paragraph.text = open.text + paragraph.text;
  paragraph.first = open.first;
  paragraph.pages.splice(0, paragraph.pages.length, ...open.pages, ...paragraph.pages.map(([from, to]) => [from + shift, to + shift] as const));
  paragraph.boxes.unshift(...open.boxes);
}

/** Whether it takes a number of its list: one that is hidden as a whole does not, one that is merely empty does. */
export function isNumbered(paragraph: DraftParagraph): boolean {
  return !(paragraph.runsOn && ownTextOf(paragraph).trim() === '');
}

/** Its text without the line breaks at its edges. */
export function ownTextOf({ text }: DraftParagraph): string {
  return trimEdges(text, '\n');
}

/** Its block, unless it is blank or a mere page number, and its text boxes behind it. */
export function finishParagraph(paragraph: DraftParagraph, number: string): readonly Item[] {
  const text = ownTextOf(paragraph);
  if ((number === '' && text.trim() === '') || isPageNumber(paragraph)) return paragraph.boxes;
  const { place, first, last, boxes } = paragraph;
  const block = { kind: 'paragraph', text: ownText(number + text), ...(number === '' ? {} : { numberLength: number.length }), place } as const;
  return [{ block, first, last }, ...boxes];
}
