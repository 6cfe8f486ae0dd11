/** Places in the file that a report came from, and what a file says of itself. Nothing here knows how a file is read. */

/** Where a piece of text stands in the file it came from. Only what the format has is set; all ordinals are 1-based. */
export interface SourcePlace {
  /** Line of a text, Markdown, HTML or JSON file. */
  readonly line?: number;
  /** Column on that line, in characters. */
  readonly columnNumber?: number;
  /** Ordinal of the paragraph in a Word file, cells included. */
  readonly paragraph?: number;
  /** `w14:paraId` of the paragraph in a Word file, where it has one. */
  readonly paraId?: string;
  /** Offset of the paragraph's (or cell's) start tag in the XML text of the main document part, in characters. */
  readonly offset?: number;
  /** Page of a file whose pages are laid out for good. */
  readonly page?: number;
  /** Where on that page as it is shown, in points from the top left: left, top, right, bottom. */
  readonly box?: readonly [x0: number, y0: number, x1: number, y1: number];
}

/** The kinds of input that can be read. */
export type SourceFormat = 'docx' | 'doc' | 'odt' | 'rtf' | 'mht' | 'pdf' | 'ofd' | 'xlsx' | 'html' | 'text' | 'json';

/** Something about the file itself that a rule of group `document/` or a person wants to know. */
export interface SourceNote {
  readonly kind: 'tracked-changes' | 'comments' | 'hidden-text' | 'image' | 'unread' | 'damaged' | 'fixed-layout' | 'tables-only';
  /** How often it occurs. */
  readonly count: number;
  /** Where it occurs first. */
  readonly place: SourcePlace;
  /** The hidden, changed or unread text, shortened, where there is text; the name of the part that is damaged. */
  readonly sample?: string;
  /** What is wrong with a damaged part. */
  readonly damage?: 'missing' | 'header' | 'xml';
  /** Index into `blocks` of the block it occurs in, or that follows it. */
  readonly block: number;
}
