/** A document as people see it, as plain data: what stands where, and which node of the model each piece is. Nothing in it is markup. */

/** How a stretch of text is set. */
export type TextStyle = 'strong' | 'em' | 'u' | 'sup' | 'sub';

/** A stretch of text set alike; `\n` is a line break. */
export interface Run {
  readonly text: string;
  readonly styles?: readonly TextStyle[];
}

/** A node of the model, and where its text begins in the text of the piece. */
export interface Anchor {
  readonly pointer: string;
  readonly start: number;
}

/** A piece of text: a paragraph or a cell. */
export interface Piece {
  readonly runs: readonly Run[];
  readonly anchors: readonly Anchor[];
}

/** A paragraph, by what it is in the report. */
export interface ViewText extends Piece {
  readonly kind: 'title' | 'preface' | 'heading' | 'subheading' | 'paragraph' | 'closing';
}

/** One cell; `label` when it names a row or a column. */
export interface ViewCell extends Piece {
  readonly label: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table: the cells that start in each row. */
export interface ViewTable {
  readonly kind: 'table';
  /** `/tables/requests` when it is a table of the form. */
  readonly pointer?: string;
  /** Leading rows that head it on every page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly ViewCell[])[];
}

/** What stands one below the other. */
export type ViewBlock = ViewText | ViewTable;

/** A document as people see it. */
export type DocumentView = readonly ViewBlock[];
