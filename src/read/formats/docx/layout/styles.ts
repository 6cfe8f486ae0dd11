/** What styles, document defaults, lists and the theme say of formatting (ISO/IEC 29500-1, 17.7). */

import { childrenOf } from '../../../../base/xml/children.js';
import { attributeOf, type Tag, tags } from '../../../../base/xml/tags.js';
import { NOTHING, over, type Properties, propertiesIn } from './properties.js';

/** Word follows basedOn this far at most; a ring of styles ends here too. */
const MAX_ANCESTORS = 32;

/** Formatting of text and of paragraphs. */
export interface Formatting {
  readonly run: Properties;
  readonly paragraph: Properties;
}

/** The styles of a document, each with all it is based on; the defaults of the document are apart. */
export interface FormatStyles {
  readonly defaults: Formatting;
  readonly defaultParagraph: string | undefined;
  readonly get: (id: string | undefined) => Formatting;
}

const NO_FORMATTING: Formatting = { run: NOTHING, paragraph: NOTHING };

interface OwnStyle extends Formatting {
  readonly basedOn: string | undefined;
}

/** Reads the styles part. */
export function readFormatStyles(xml: string | undefined): FormatStyles {
  const own = new Map<string, OwnStyle>();
  let defaults = NO_FORMATTING;
  let defaultParagraph: string | undefined;
  const root = xml === undefined ? undefined : tags(xml).next().value;
  for (const tag of root ? childrenOf(xml!, root) : []) {
    if (tag.name === 'docDefaults') {
      const inner = [...childrenOf(xml!, tag)].flatMap((part) => [...childrenOf(xml!, part)]);
      defaults = formattingOf(xml!, inner);
    }
    if (tag.name !== 'style') continue;
    const id = attributeOf(tag, 'styleId') ?? '';
    const children = [...childrenOf(xml!, tag)];
    const basedOn = children.find(({ name }) => name === 'basedOn');
    own.set(id, { ...formattingOf(xml!, children), basedOn: basedOn && attributeOf(basedOn, 'val') });
    if (attributeOf(tag, 'type') === 'paragraph' && /^(?:1|true|on)$/.test(attributeOf(tag, 'default') ?? '')) defaultParagraph = id;
  }
  const known = new Map<string, Formatting>();
  const get = (id: string | undefined): Formatting => {
    if (id === undefined) return NO_FORMATTING;
    const found = known.get(id) ?? resolve(own, id);
    known.set(id, found);
    return found;
  };
  return { defaults, defaultParagraph, get };
}

function formattingOf(xml: string, elements: readonly Tag[]): Formatting {
  const of = (name: string): Properties => {
    const element = elements.find((tag) => tag.name === name);
    return element ? propertiesIn(xml, element) : NOTHING;
  };
  return { run: of('rPr'), paragraph: of('pPr') };
}

function resolve(own: ReadonlyMap<string, OwnStyle>, id: string): Formatting {
  const chain: OwnStyle[] = [];
  for (let at: string | undefined = id; at !== undefined && chain.length < MAX_ANCESTORS; ) {
    const style = own.get(at);
    if (style) chain.unshift(style);
    at = style?.basedOn;
  }
  return chain.reduce<Formatting>((below, { run, paragraph }) => ({ run: over(below.run, run), paragraph: over(below.paragraph, paragraph) }), NO_FORMATTING);
}

/** The indents of the levels of lists, by `numId` and level. */
export type ListIndents = (numId: string, level: string) => Properties;

/** Reads the numbering part for the indents of its levels. */
export function readListIndents(xml: string | undefined): ListIndents {
  const levels = new Map<string, Properties>();
  const lists = new Map<string, string>();
  const root = xml === undefined ? undefined : tags(xml).next().value;
  for (const tag of root ? childrenOf(xml!, root) : []) {
    if (tag.name === 'abstractNum') {
      for (const level of childrenOf(xml!, tag)) {
        const indents = level.name === 'lvl' ? [...childrenOf(xml!, level)].find(({ name }) => name === 'pPr') : undefined;
        if (indents) levels.set(`${attributeOf(tag, 'abstractNumId')} ${attributeOf(level, 'ilvl')}`, propertiesIn(xml!, indents));
      }
    }
    if (tag.name === 'num') {
      const abstract = [...childrenOf(xml!, tag)].find(({ name }) => name === 'abstractNumId');
      if (abstract) lists.set(attributeOf(tag, 'numId') ?? '', attributeOf(abstract, 'val') ?? '');
    }
  }
  return (numId, level) => levels.get(`${lists.get(numId)} ${level}`) ?? NOTHING;
}

/** The fonts of a theme by the names that `w:rFonts` calls them by: minorEastAsia, majorHAnsi … */
export type ThemeFonts = ReadonlyMap<string, string>;

/** Reads a theme: its font for East Asia, else that for simplified Chinese. */
export function readThemeFonts(xml: string | undefined): ThemeFonts {
  const fonts = new Map<string, string>();
  let group = '';
  let chinese: string | undefined;
  let eastern: string | undefined;
  for (const tag of xml === undefined ? [] : tags(xml)) {
    const own = /^(major|minor)Font$/.exec(tag.name)?.[1];
    if (own !== undefined && tag.kind === 'open') {
      group = own;
      chinese = eastern = undefined;
    }
    if (own !== undefined && tag.kind === 'close') {
      const font = eastern || chinese;
      if (font) fonts.set(`${own}EastAsia`, font);
      group = '';
    }
    if (group === '' || tag.kind === 'close') continue;
    const font = attributeOf(tag, 'typeface') ?? '';
    if (tag.name === 'ea') eastern = font;
    if (tag.name === 'font' && attributeOf(tag, 'script') === 'Hans') chinese = font;
    if (tag.name === 'latin' && font !== '') for (const script of ['Ascii', 'HAnsi']) fonts.set(`${group}${script}`, font);
  }
  return fonts;
}
