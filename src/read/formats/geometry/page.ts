/** A page as it is printed: glyphs and rules with their places, and nothing that says what belongs together. All lengths in points, from the top left. */

/** One glyph: its characters, the start of its baseline, how far it advances, and the height of its font. */
export interface Glyph {
  /** What it says; `UNKNOWN` when the file does not tell. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The way from its start to the start of the next one: along x for text that stands upright. */
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
}

/** A straight line, drawn as a stroke or as a thin box. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What a page shows. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** How many pictures it shows, and how many filled shapes with curves: text drawn as outlines consists of them. */
  readonly images: number;
  readonly shapes: number;
}

/** Stands for a glyph whose character the file does not tell. */
export const UNKNOWN = '\ufffd';

/** A box: left, top, right, bottom. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Thickest box that is a rule and no area. */
const THICKEST = 3;

/** The rules that the edges of a filled or stroked path are: of a box its four sides, or its middle line when it is thin. */
export function ruleOf(x0: number, y0: number, x1: number, y1: number): Rule | undefined {
  const across = Math.abs(x1 - x0);
  const down = Math.abs(y1 - y0);
  if (across > THICKEST && down > THICKEST) return undefined;
  const [left, right] = x0 < x1 ? [x0, x1] : [x1, x0];
  const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
  if (across < down) return { x0: (left + right) / 2, x1: (left + right) / 2, y0: top, y1: bottom };
  return { x0: left, x1: right, y0: (top + bottom) / 2, y1: (top + bottom) / 2 };
}
