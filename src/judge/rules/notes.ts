/** Notes about the file itself, as the rules of `document/` report them. */
import type { ReadingNote } from '../../form/model/reading.js';
import type { Finding } from '../rule.js';

/** One finding for all notes of a kind: on the node where they all are, else on the whole report, at the first place. */
export function* noteFinding(notes: readonly ReadingNote[], kind: ReadingNote['kind']): Iterable<Finding> {
  const own = notes.filter((note) => note.kind === kind);
  const [first] = own;
  if (!first) return;
  const sample = own.find((note) => note.sample !== undefined && note.sample.trim() !== '')?.sample?.trim();
  const count = own.reduce((sum, note) => sum + note.count, 0);
  yield {
    on: own.every(({ on }) => on === first.on) ? first.on : '',
    place: first.place,
    message: sample === undefined ? 'plain' : 'sample',
    data: { count, ...(sample === undefined ? {} : { sample }) },
  };
}

/** Whether the file holds the tables of a report and, by its kind, no text. */
export function isTablesOnly(notes: readonly ReadingNote[]): boolean {
  return notes.some(({ kind }) => kind === 'tables-only');
}
