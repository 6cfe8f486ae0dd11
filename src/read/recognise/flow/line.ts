/** A line of a text file, cut into the pieces that a table is laid out with. */
import type { LostReason } from '../../../form/model/reading.js';
import type { SourcePlace } from '../../../form/place.js';
import type { Line } from '../../document.js';

/** A piece of a line. `either` may be a word of a label or a mark for nothing (无, 一). */
export interface Piece {
  readonly kind: 'words' | 'value' | 'either';
  readonly text: string;
  readonly folded: string;
  /** Index of its line in the flow. */
  readonly line: number;
  /** Offsets in the line, and display columns; both end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly displayStart: number;
  readonly displayEnd: number;
  readonly place: SourcePlace;
  /** Put together from the lines of a narrow cell. */
  readonly joined?: true;
}

/** How a line shows where its cells are: by tabs, by bars, as one cell behind a tab, or not at all. */
export type CellSigns = 'tabs' | 'bars' | 'tabbed-cell' | 'none';

/** A line of the flow. */
export interface FlowLine {
  readonly block: Line;
  readonly index: number;
  /** Zero-based page it stands on, where the text has page breaks. */
  readonly page: number;
  readonly signs: CellSigns;
  readonly pieces: readonly Piece[];
  /** For lines with signs: the piece in each cell, undefined where the cell is blank. */
  readonly cells: readonly (Piece | undefined)[];
  readonly blank: boolean;
  readonly pageNumber: boolean;
}

/** A value that the layout does not tell, and why. */
export interface LostSlot {
  readonly lost: LostReason;
}

/** What stands in one value column of a row: a piece, nothing, or what the layout does not tell. */
export type Slot = Piece | 'blank' | LostSlot;

/** The order of the text leaves several readings open. */
export const BY_ORDER: LostSlot = { lost: 'order' };

/** The cells of the row do not fit the columns. */
export const BY_ROW: LostSlot = { lost: 'row' };

/** The edge of the page cut the figure. */
export const BY_EDGE: LostSlot = { lost: 'cut' };

/** Whether a slot is lost. */
export function isLost(slot: Slot): slot is LostSlot {
  return slot !== 'blank' && 'lost' in slot;
}
