/** What a data set is: pieces that follow one another, so that nothing of a report is kept. */
import type { Reading } from '../../../form/model/reading.js';
import type { WriteOptions } from '../index.js';

/** What a data set is made of: text, or the bytes of a format that is none. */
export type Piece = string | Uint8Array;

/** A data set in the making: the pieces follow one another without anything between them, so that nothing of a report is kept. */
export interface DataSetStream {
  start(): Piece;
  add(reading: Reading): Piece;
  /** Errors: InputError when the format could not hold all. */
  end(): Piece;
}

/** Begins a data set. */
export type DataSet = (options: WriteOptions) => DataSetStream;
