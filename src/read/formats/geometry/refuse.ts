/** Pages that show no text which can be read: scans, text drawn as outlines, fonts without the meaning of their codes. */
import type { SourceNote } from '../../../form/place.js';
import type { Block } from '../../document.js';
import { refusal } from '../refused/refusals.js';
import { type Page, UNKNOWN } from './page.js';

/** Fewer glyphs than that are no text of a page: a number, a stamp. */
const FEW = 10;
/** Filled shapes with curves that must be there for a page of outlines. */
const OUTLINES = 50;

/** Throws the refusal that most pages call for. Errors: InputError `scan`, `outlines`, `no-characters`, `blank`. */
export function refuseUnreadable(pages: readonly Page[]): void {
  const bare = pages.filter(({ glyphs }) => glyphs.length < FEW);
  const scanned = bare.filter(({ images, shapes }) => images > 0 && shapes < OUTLINES).length;
  const outlined = bare.filter(({ shapes }) => shapes >= OUTLINES).length;
  if (scanned * 2 > pages.length) throw refusal('scan');
  if (outlined * 2 > pages.length) throw refusal('outlines');
  const all = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  if (all === 0) throw refusal(scanned > 0 ? 'scan' : outlined > 0 ? 'outlines' : 'blank');
  const unknown = pages.reduce((sum, { glyphs }) => sum + glyphs.filter(({ text }) => text === UNKNOWN).length, 0);
  if (unknown * 4 > all) throw refusal('no-characters');
}

/** What a file of pages says of itself: that its tables are only drawn, and which pages are pictures amid others with text. */
export function notesOf(pages: readonly Page[], blocks: readonly Block[]): readonly SourceNote[] {
  const pictures = pages.flatMap(({ glyphs, images, shapes }, index) => (glyphs.length < FEW && (images > 0 || shapes >= OUTLINES) ? [index + 1] : []));
  return [
    { kind: 'fixed-layout', count: pages.length, place: { page: 1 }, block: 0 },
    ...pictures.flatMap((page): readonly SourceNote[] => {
      const following = blocks.findIndex(({ place }) => (place.page ?? 0) > page);
      const at = { count: 1, place: { page }, block: following === -1 ? blocks.length : following };
      // A picture where a table is missing is that table.
      return [
        { kind: 'image', ...at },
        { kind: 'unread', ...at },
      ];
    }),
  ];
}
