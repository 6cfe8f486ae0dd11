/** What the reader tells beside the text: tracked changes, comments, hidden text, pictures, what it could not read. */
import { ownText } from '../../../base/xml/strings.js';
import type { SourceNote, SourcePlace } from '../../../form/place.js';
import type { Item } from './item.js';

const MAX_SAMPLE = 40;

interface Tally {
  count: number;
  place: SourcePlace | undefined;
  sample: string;
}

/** Notes while the body is read; pictures and what could not be read by the ordinal of their paragraph. */
export interface Notes {
  readonly changes: Tally;
  readonly comments: Tally;
  readonly hidden: Tally;
  readonly images: Map<number, Tally>;
  readonly unread: Map<number, Tally>;
}

/** No notes yet. */
export function noNotes(): Notes {
  return { changes: tally(), comments: tally(), hidden: tally(), images: new Map(), unread: new Map() };
}

/** Counts one occurrence; the sample is kept when it is the first with any text. */
export function note(of: Tally, place: SourcePlace, sample = ''): void {
  of.count += 1;
  of.place ??= place;
  if (of.sample === '') of.sample = ownText(shorten(sample.trim()));
}

/** Counts one picture, or one piece that could not be read, of a paragraph. */
export function noteAt(of: Map<number, Tally>, place: SourcePlace, sample = ''): void {
  const ordinal = place.paragraph ?? 0;
  const known = of.get(ordinal) ?? tally();
  of.set(ordinal, known);
  note(known, place, sample);
}

/** The notes in their final form: one of each kind, and of those by paragraph one for each paragraph that has any. */
export function finishNotes(notes: Notes, items: readonly Item[], paragraphs: number): readonly SourceNote[] {
  const all: readonly (readonly [SourceNote['kind'], Tally])[] = [
    ['tracked-changes', notes.changes],
    ['comments', notes.comments],
    ['hidden-text', notes.hidden],
    ...[...notes.images.values()].map((image) => ['image', image] as const),
    ...[...notes.unread.values()].map((unread) => ['unread', unread] as const),
  ];
  const noted = all.filter(([, { count }]) => count > 0);
  if (noted.length === 0) return [];
  const blockAt = blockByParagraph(items, paragraphs);
  return noted.flatMap(([kind, { count, place, sample }]) =>
    place === undefined ? [] : [{ kind, count, place, block: blockAt(place.paragraph ?? 0), ...(sample === '' ? {} : { sample }) }],
  );
}

/** The block that a paragraph ended up in, or the one that follows it; the number of blocks when none does. */
function blockByParagraph(items: readonly Item[], paragraphs: number): (ordinal: number) => number {
  const blocks = new Int32Array(paragraphs + 2).fill(-1);
  // Nested tables come behind the table they stand in and so have the last word.
  items.forEach((item, index) => {
    blocks.fill(index, item.first, item.last + 1);
  });
  for (let ordinal = paragraphs + 1, next = items.length; ordinal >= 0; ordinal -= 1) {
    if (blocks[ordinal] === -1) blocks[ordinal] = next;
    else next = blocks[ordinal]!;
  }
  return (ordinal) => blocks[ordinal] ?? items.length;
}

function shorten(sample: string): string {
  const characters = [...sample.slice(0, 2 * MAX_SAMPLE + 2)];
  return characters.length > MAX_SAMPLE ? `${characters.slice(0, MAX_SAMPLE).join('')}…` : sample;
}

function tally(): Tally {
  return { count: 0, place: undefined, sample: '' };
}
