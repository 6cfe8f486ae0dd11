/** What the modifiers of characters and paragraphs say, as far as text and tables depend on it. */
import { partOf, u8, u16, u32 } from '../../../base/package/little-endian.js';
import { eachSprm, SPRM } from './sprm.js';

/** A property that may depend on the style below. */
export type Toggle = boolean | 'as-style' | 'not-as-style';

/** What is said of characters. */
export interface CharacterProperties {
  /** `as-style` where nothing is said of it, `not-as-style` where the opposite of what their style says holds. */
  readonly hidden: Toggle;
  readonly deleted: boolean;
  readonly inserted: boolean;
  /** How their formatting was before is kept beside them. */
  readonly changed: boolean;
  /** A control character is no control character but what Word puts there: a picture, a mark, a symbol. */
  readonly special: boolean;
  /** What stands there belongs to a form field and is not seen. */
  readonly data: boolean;
  /** Where the picture stands in the stream Data. */
  readonly picture: number | undefined;
  readonly symbol: { readonly font: number; readonly code: number } | undefined;
  readonly style: number | undefined;
  /** The font of Western letters, by its number. */
  readonly font: number | undefined;
}

/** What is said of a paragraph by its mark. */
export interface ParagraphProperties {
  readonly style: number;
  readonly list: number | undefined;
  readonly level: number | undefined;
  /** How many tables it stands in. */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  readonly changed: boolean;
  /** It is the large first letter of the paragraph that follows. */
  readonly firstLetter: boolean;
  /** The lists that say so: at the end of a row they hold its cells too. */
  readonly lists: readonly DataView[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const PLAIN: CharacterProperties = {
  hidden: 'as-style',
  deleted: false,
  inserted: false,
  changed: false,
  special: false,
  data: false,
  picture: undefined,
  symbol: undefined,
  style: undefined,
  font: undefined,
};
/** Tables within one another; Word's own bound is higher, but nobody nests so. */
const MOST_DEPTH = 32;

const TOGGLES: ReadonlyMap<number, Toggle> = new Map<number, Toggle>([
  [0, false],
  [1, true],
  [0x81, 'not-as-style'],
]);

/** Properties that no style has: the opposite of what it says is that they hold. */
function isOn(value: number): boolean {
  return (value & 1) === 1;
}

/** Whether something holds where a style says `below`. */
export function toggled(toggle: Toggle, below: boolean): boolean {
  return typeof toggle === 'boolean' ? toggle : below !== (toggle === 'not-as-style');
}

/** Reads what the lists say of characters, the later having the last word. */
export function characterProperties(lists: readonly (DataView | undefined)[]): CharacterProperties {
  if (lists.every((list) => list === undefined)) return PLAIN;
  const properties: Mutable<CharacterProperties> = { ...PLAIN };
  for (const list of lists) if (list) eachSprm(list, (sprm, operand) => applyToCharacters(properties, sprm, operand));
  return properties;
}

function applyToCharacters(properties: Mutable<CharacterProperties>, sprm: number, operand: DataView): void {
  const value = u8(operand, 0);
  switch (sprm) {
    case SPRM.characterHidden:
      properties.hidden = TOGGLES.get(value) ?? 'as-style';
      return;
    case SPRM.characterDeleted:
      properties.deleted = isOn(value);
      return;
    case SPRM.characterInserted:
      properties.inserted = isOn(value);
      return;
    case SPRM.characterChanged97:
    case SPRM.characterChanged:
      properties.changed = u8(operand, 1) === 1;
      return;
    case SPRM.characterSpecial:
      properties.special = isOn(value);
      return;
    case SPRM.characterIsData:
      properties.data = isOn(value);
      return;
    case SPRM.characterPicture:
      properties.picture = u32(operand, 0);
      return;
    case SPRM.characterSymbol:
      properties.symbol = { font: u16(operand, 0), code: u16(operand, 2) };
      return;
    case SPRM.characterFont:
      properties.font = u16(operand, 0);
      return;
    case SPRM.characterStyle:
      properties.style = u16(operand, 0);
      return;
  }
}

/** What a list says of paragraphs, or two lists of the same one. */
export interface RawParagraph {
  style?: number;
  list?: number;
  level?: number;
  inTable?: boolean;
  depth?: number;
  endsRow?: boolean;
  endsInnerCell?: boolean;
  endsInnerRow?: boolean;
  changed?: boolean;
  firstLetter?: boolean;
  readonly lists: DataView[];
}

/** Adds what a list says, and the longer list in the stream Data that it may name; one that is named there is not followed. */
export function addParagraph(raw: RawParagraph, list: DataView, data: DataView | undefined): void {
  raw.lists.push(list);
  eachSprm(list, (sprm, operand) => {
    const value = u8(operand, 0);
    switch (sprm) {
      case SPRM.paragraphStyle:
        raw.style = u16(operand, 0);
        return;
      case SPRM.paragraphList:
        raw.list = u16(operand, 0);
        return;
      case SPRM.paragraphLevel:
        raw.level = value;
        return;
      case SPRM.paragraphInTable:
        raw.inTable = value === 1;
        return;
      case SPRM.paragraphEndsRow:
        raw.endsRow = value === 1;
        return;
      case SPRM.paragraphEndsInnerCell:
        raw.endsInnerCell = value === 1;
        return;
      case SPRM.paragraphEndsInnerRow:
        raw.endsInnerRow = value === 1;
        return;
      case SPRM.paragraphDepth:
        raw.depth = u32(operand, 0) | 0;
        return;
      case SPRM.paragraphDeeper:
        raw.depth = (raw.depth ?? 0) + (u32(operand, 0) | 0);
        return;
      case SPRM.paragraphFirstLetter:
        raw.firstLetter = (value & 7) !== 0;
        return;
      case SPRM.paragraphChanged97:
      case SPRM.paragraphChanged:
        raw.changed = u8(operand, 1) === 1;
        return;
      case SPRM.paragraphElsewhere97:
      case SPRM.paragraphElsewhere:
        if (data) addParagraph(raw, partOf(data, u32(operand, 0) + 2, u16(data, u32(operand, 0))), undefined);
        return;
    }
  });
}

/** Reads what the lists say of a paragraph; the first begins with the number of its style. */
export function paragraphProperties(own: DataView | undefined, piece: DataView | undefined, data: DataView): ParagraphProperties {
  const raw: RawParagraph = { lists: [] };
  if (own) addParagraph(raw, partOf(own, 2, own.byteLength), data);
  if (piece) addParagraph(raw, piece, data);
  const depth = raw.inTable === true ? Math.min(MOST_DEPTH, Math.max(1, raw.depth ?? 1)) : 0;
  return {
    style: raw.style ?? (own === undefined ? 0 : u16(own, 0)),
    list: raw.list,
    level: raw.level,
    depth,
    endsRow: raw.endsRow === true,
    endsInnerCell: raw.endsInnerCell === true,
    endsInnerRow: raw.endsInnerRow === true,
    changed: raw.changed === true,
    firstLetter: raw.firstLetter === true,
    lists: raw.lists,
  };
}
