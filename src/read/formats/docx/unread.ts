/** What the reader does not know: said with its place and its words, because Word may show it. */
import { readAlternative } from '../../../base/xml/alternatives.js';
import { allText } from '../../../base/xml/character-data.js';
import { W, X } from '../../../base/xml/names.js';
import { skip } from '../../../base/xml/scanner.js';
import { noteAt } from './notes.js';
import type { Reader } from './story.js';

/** Notes one piece of text that cannot be read. */
export function noteUnread(reader: Reader, sample: string): void {
  if (reader.muted > 0) return;
  reader.unread += 1;
  noteAt(reader.notes.unread, reader.place, sample);
}

/** Passes over the element entered last, which nothing is read from. `inRun` tells that every element there shows something. */
export function passUnread(reader: Reader, id: number, inRun = false): void {
  // Deleted text outside of a deletion is still deleted.
  if (id === W.delText) {
    skip(reader.s);
    return;
  }
  const text = allText(reader.s);
  if (text.trim() !== '' || (inRun && id === X.foreign)) noteUnread(reader, text);
}

/** Visits what Word shows of an `AlternateContent` in the text, and notes when none of it can be read. */
export function alternatives(reader: Reader, visit: (id: number) => void): void {
  const passed = readAlternative(reader.s, visit, true);
  if (passed !== undefined) noteUnread(reader, passed);
}
