/** What a font of a PDF says about its glyphs. */
import { plainCharacters } from '../geometry/characters.js';
import { UNKNOWN } from '../geometry/page.js';

/** A glyph as pdf.js gives it; widths in glyph space. */
export interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly [number, number, number] | null;
  readonly isSpace: boolean;
}

/** A font as pdf.js gives it; what is optional is there for fonts of some kinds only. */
export interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly [number, number, number];
  readonly isType3Font?: boolean;
  readonly missingFile?: boolean;
  readonly isSymbolicFont?: boolean;
  readonly composite?: boolean;
  readonly bbox?: readonly number[];
  readonly differences?: readonly unknown[];
  readonly toUnicode?: object;
}

/** Whether codes of the font can be told: pdf.js hands numbers of glyphs on as characters where a composite font says nothing of their meaning. */
export function tellsCharacters({ composite, toUnicode }: PdfFont): boolean {
  return !(composite && toUnicode !== undefined && 'firstChar' in toUnicode);
}

/** What a glyph says, `UNKNOWN` when the file does not tell. */
export function saying(glyph: PdfGlyph, told: boolean): string {
  if (!told || glyph.unicode === '') return UNKNOWN;
  return plainCharacters(glyph.unicode) ?? UNKNOWN;
}

/** How many units of glyph space make the height of the font. */
export function emOf({ isType3Font, fontMatrix, bbox }: PdfFont): number {
  if (!isType3Font) return 1000;
  const unit = Math.abs(fontMatrix?.[0] ?? 0.001);
  // Fonts of drawn glyphs may count in any unit; their box is about as high as a line.
  const height = bbox === undefined ? 0 : Math.abs(bbox[3]! - bbox[1]!);
  return unit > 0.0005 && unit < 0.002 ? 1 / unit : height > 0 ? height / 1.2 : 1 / unit;
}
