/** The state of one reading of an OpenDocument file. */
import type { Scanner } from '../../../base/xml/scanner.js';
import { assertLength } from '../docx/compose.js';
import type { Lists } from './lists.js';
import type { Styles } from './styles.js';

/** One reading. */
export interface Reader {
  readonly s: Scanner;
  readonly styles: Styles;
  readonly lists: Lists;
  /** What was deleted, by the number of the change. */
  readonly deleted: Map<string, string>;
  /** Changes that insert what stands between their marks; those of either kind that are open, the flat form keeps deletions there. */
  readonly inserting: Set<string>;
  readonly open: Set<string>;
  /** Characters composed so far. */
  length: number;
}

/** Counts what was composed. @throws InputError `too-large`. */
export function counted(reader: Reader, xml: string): string {
  reader.length += xml.length;
  assertLength(reader.length);
  return xml;
}
