/** What a profile asks of how a document is set: numbers and names only. */

/** A measure with its tolerance: from `least` to `most`; `is` where the document asked for states one value. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly is?: number;
}

/** How a kind of text is set. */
export interface TextDuty {
  /** The font of Chinese characters. */
  readonly font?: string;
  /** Fonts that pass as well. */
  readonly orFonts?: readonly string[];
  /** Points. */
  readonly size?: number;
}

/** What is asked of how a document is set; what is not there is not asked. */
export interface LayoutDuty {
  /** Millimetres. */
  readonly page?: {
    readonly width?: Range;
    readonly height?: Range;
    readonly top?: Range;
    readonly bottom?: Range;
    readonly left?: Range;
    readonly right?: Range;
  };
  readonly title?: TextDuty & { readonly centred?: boolean };
  /** The preface and the text of the sections; `line` in points from line to line, `indent` of the first line in characters. */
  readonly body?: TextDuty & { readonly line?: Range; readonly indent?: Range };
  /** Headings by level: 一、 （一） 1. （1）. */
  readonly headings?: readonly TextDuty[];
  readonly pageNumber?: TextDuty & { readonly dashes?: boolean };
  /** Red, green and blue of text up to this (0 to 255) pass for black; nothing may lie behind text. */
  readonly colour?: { readonly blackUpTo: number };
  /** `widest` in millimetres; from so many rows on the head must be repeated on every page. */
  readonly table?: { readonly widest?: number; readonly repeatHeadFrom?: number };
}
