/** What a body, cell or text box is made of. */
import type { Paragraph, Table } from '../../document.js';

/** A block with the ordinals of the first and last paragraph in it. */
export interface Item {
  readonly block: Paragraph | Table;
  readonly first: number;
  readonly last: number;
}
