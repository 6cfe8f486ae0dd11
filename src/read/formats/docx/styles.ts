/** What styles say of the two things the reader asks: is the text hidden, and which list does the paragraph belong to. */
import { NS, W } from '../../../base/xml/names.js';
import { attribute, child, finish, root, type Scanner, scan, skip } from '../../../base/xml/scanner.js';
import { levelOfStyle, type Numbering, type NumberReference } from './counting.js';
import { isOn, wholeNumber } from './numbering.js';

/** Word follows basedOn this far at most; a ring of styles ends here too. */
const MAX_ANCESTORS = 32;

/** One style, what it inherits resolved; undefined where it says nothing. */
export interface Style {
  readonly hidden: boolean | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** The style that named the list: a level may be tied to it. */
  readonly numbered: string | undefined;
}

interface RawStyle extends Omit<Style, 'numbered'> {
  readonly basedOn: string | undefined;
}

/** The styles of a document. */
export interface Styles {
  /** Style of paragraphs that name none. */
  readonly defaultParagraph: string | undefined;
  /** Whether the document defaults hide all text. */
  readonly hiddenByDefault: boolean;
  readonly get: (id: string) => Style | undefined;
}

/** A document without styles. */
export const NO_STYLES: Styles = { defaultParagraph: undefined, hiddenByDefault: false, get: () => undefined };

/** Reads the styles part. @throws InputError when it is not well-formed. */
export function readStyles(xml: string): Styles {
  // Most documents neither hide text by a style nor number by one: then no style has anything to say.
  if (!xml.includes('vanish') && !xml.includes('numPr')) return NO_STYLES;
  const s = scan(xml, 'styles.xml');
  const styles = new Map<string, RawStyle>();
  let defaultParagraph: string | undefined;
  let hiddenByDefault = false;
  root(s);
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.docDefaults) hiddenByDefault = readStyle(s).hidden ?? false;
    else if (id === W.style) {
      const name = attribute(s, NS.word, 'styleId') ?? '';
      if (attribute(s, NS.word, 'type') === 'paragraph' && isOn(attribute(s, NS.word, 'default') ?? '0')) defaultParagraph = name;
      styles.set(name, readStyle(s));
    } else skip(s);
  }
  finish(s);
  const resolved = new Map<string, Style>();
  const get = (id: string): Style | undefined => {
    const known = resolved.get(id);
    if (known || !styles.has(id)) return known;
    const style = resolve(styles, id);
    resolved.set(id, style);
    return style;
  };
  return { defaultParagraph, hiddenByDefault, get };
}

/** The list and level that a paragraph style puts its paragraphs into. */
export function numberOfStyle(styles: Styles, numbering: Numbering, id: string | undefined): NumberReference | undefined {
  const style = id === undefined ? undefined : styles.get(id);
  if (style?.numId === undefined) return undefined;
  return { numId: style.numId, level: style.level ?? levelOfStyle(numbering, style.numId, style.numbered ?? '') };
}

function resolve(styles: ReadonlyMap<string, RawStyle>, id: string): Style {
  let hidden: boolean | undefined;
  let numId: string | undefined;
  let level: number | undefined;
  let numbered: string | undefined;
  let at: string | undefined = id;
  for (let step = 0; at !== undefined && step < MAX_ANCESTORS; step += 1) {
    const style: RawStyle | undefined = styles.get(at);
    hidden ??= style?.hidden;
    level ??= style?.level;
    if (numId === undefined && style?.numId !== undefined) {
      numId = style.numId;
      numbered = at;
    }
    at = style?.basedOn;
  }
  return { hidden, numId, level, numbered };
}

function readStyle(s: Scanner): RawStyle {
  let basedOn: string | undefined;
  let hidden: boolean | undefined;
  let numId: string | undefined;
  let level: number | undefined;
  const read = (): void => {
    for (let id = child(s); id !== 0; id = child(s)) {
      if (id === W.rPrDefault || id === W.rPr || id === W.pPr || id === W.numPr) {
        read();
        continue;
      }
      if (id === W.basedOn) basedOn = attribute(s, NS.word, 'val');
      else if (id === W.vanish) hidden = isOn(attribute(s, NS.word, 'val') ?? '');
      else if (id === W.numId) numId = attribute(s, NS.word, 'val');
      else if (id === W.ilvl) level = wholeNumber(attribute(s, NS.word, 'val'));
      skip(s);
    }
  };
  read();
  return { basedOn, hidden, numId, level };
}
