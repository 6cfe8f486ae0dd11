/** What the styles say of the two things that the reader asks: is the text hidden, and which list does the paragraph belong to ([MS-DOC] 2.9.271). */
import { partOf, u16 } from '../../../base/package/little-endian.js';
import { addParagraph, characterProperties, type RawParagraph, type Toggle, toggled } from './properties.js';

/** A style with what it inherits; undefined where it says nothing. */
export interface Style {
  readonly hidden: boolean;
  readonly list: number | undefined;
  readonly level: number | undefined;
}

interface OwnStyle extends Omit<Style, 'hidden'> {
  readonly hidden: Toggle;
}

/** The styles of a document by their number. */
export type Styles = (style: number) => Style;

const NOTHING: OwnStyle = { hidden: 'as-style', list: undefined, level: undefined };
const PARAGRAPH = 1;
const CHARACTER = 2;
/** A style without one that it is based on. */
const NO_STYLE = 0xfff;
/** Word follows what a style is based on this far; a ring of styles ends here too. */
const MOST_ANCESTORS = 12;

/** Reads the styles, each when it is first asked for. */
export function readStyles(sheet: DataView): Styles {
  const base = u16(sheet, 4);
  const offsets: number[] = [];
  for (let at = 2 + u16(sheet, 0), count = u16(sheet, 2); offsets.length < count && at < sheet.byteLength; at += 2 + u16(sheet, at)) offsets.push(at);
  const known = new Map<number, Style>();
  const resolve = (style: number): Style => {
    const chain: OwnStyle[] = [];
    let next = style;
    for (let step = 0; step < MOST_ANCESTORS && next !== NO_STYLE; step += 1) {
      const at = offsets[next];
      if (at === undefined) break;
      const definition = partOf(sheet, at + 2, u16(sheet, at));
      chain.push(readStyle(definition, base));
      next = u16(definition, 2) >> 4;
    }
    return chain.reduceRight<Style>(
      (below, own) => ({ hidden: toggled(own.hidden, below.hidden), list: own.list ?? below.list, level: own.level ?? below.level }),
      { hidden: false, list: undefined, level: undefined },
    );
  };
  return (style) => {
    const before = known.get(style);
    const found = before ?? resolve(style);
    if (!before) known.set(style, found);
    return found;
  };
}

/** What one definition says itself: behind its name stand a list for its paragraphs, if it is for paragraphs, and one for its characters. */
function readStyle(definition: DataView, base: number): OwnStyle {
  const kind = u16(definition, 2) & 15;
  if (kind !== PARAGRAPH && kind !== CHARACTER) return NOTHING;
  let at = base + 2 + u16(definition, base) * 2 + 2;
  const next = (): DataView => {
    at += at & 1;
    const list = partOf(definition, at + 2, u16(definition, at));
    at += 2 + list.byteLength;
    return list;
  };
  const raw: RawParagraph = { lists: [] };
  if (kind === PARAGRAPH) addParagraph(raw, partOf(next(), 2, Number.MAX_SAFE_INTEGER), undefined);
  return { hidden: characterProperties([next()]).hidden, list: raw.list, level: raw.level };
}
