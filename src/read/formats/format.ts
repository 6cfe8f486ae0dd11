/** What an entry of the list of formats is: how a kind of file is known, and what is done with it. */
import type { InputError } from '../../base/errors.js';
import type { Reading } from '../../form/model/reading.js';
import type { SourceDocument } from '../document.js';
import type { Sample } from './sample.js';

/** A file inside a container. */
export interface Contained {
  /** Its path in the container, with forward slashes. */
  readonly name: string;
  /** Its bytes. Errors: InputError when it is damaged, encrypted or beyond the bounds of the container. */
  readonly read: () => Promise<Uint8Array>;
}

interface Known {
  /** Unique in the list. */
  readonly name: string;
  /**
   * Whether the content is of this kind. Entries are asked in the order of the list, the first that says yes has the file; so
   * an entry may rely on what those before it said no to. Errors: InputError when the file is damaged beyond telling.
   */
  readonly sniff: (sample: Sample) => boolean | Promise<boolean>;
  /** How names of such files end, in lower case with the dot: what of a folder is looked at. */
  readonly extensions?: readonly string[];
  /** Much else has such names: what of a folder is no report is left aside, where another file would be a failure. */
  readonly tentative?: true;
}

/** A kind whose text and tables are read; what of them is the report is for recognition. Errors of `read`: InputError. */
export interface ReadFormat extends Known {
  readonly read: (sample: Sample) => Promise<SourceDocument>;
}

/** A kind that holds a report as data, with nothing to recognise. Errors of `data`: InputError. */
export interface DataFormat extends Known {
  readonly data: (sample: Sample) => Promise<Reading>;
}

/** A kind that holds files; each of them is told apart in turn. Errors of `open`: InputError. */
export interface ContainerFormat extends Known {
  readonly open: (sample: Sample) => AsyncIterable<Contained>;
}

/** A kind that is known and cannot be read. */
export interface RefusedFormat extends Known {
  readonly refuse: () => InputError | Promise<InputError>;
}

/** An entry of the list. Its reader is imported inside the function that needs it, so that no file pays for the readers of others. */
export type Format = ReadFormat | DataFormat | ContainerFormat | RefusedFormat;
