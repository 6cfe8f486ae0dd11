/** How text looks and how paragraphs are set, from the properties that apply to them. */
import type { LaidParagraph, LineDistance, TextLook } from '../../../../form/model/layout.js';
import { type Attributes, over, type Properties, twips } from './properties.js';
import type { FormatStyles, ListIndents, ThemeFonts } from './styles.js';

/** What formatting is worked out from. */
export interface Formats {
  readonly styles: FormatStyles;
  readonly lists: ListIndents;
  readonly theme: ThemeFonts;
}

/** Points of text that no style and no default gives a size. */
const UNSAID_SIZE = 10;

/** All that applies to a paragraph with these properties of its own. */
export function paragraphFormat({ styles, lists }: Formats, own: Properties): Properties {
  const style = styles.get(own.get('pStyle')?.['val'] ?? styles.defaultParagraph).paragraph;
  const listed = (of: Properties): Properties => {
    const numId = of.get('numId')?.['val'];
    return numId === undefined ? new Map() : lists(numId, of.get('ilvl')?.['val'] ?? '0');
  };
  // A list that the style names lies below the style, one that the paragraph names above it.
  return [listed(style), style, listed(own), own].reduce(over, styles.defaults.paragraph);
}

/** The look of text in a paragraph of this style with these properties of its own. */
export function textLook({ styles, theme }: Formats, paragraphStyle: string | undefined, own: Properties): TextLook {
  const layers = [styles.get(paragraphStyle ?? styles.defaultParagraph).run, styles.get(own.get('rStyle')?.['val']).run, own];
  const all = layers.reduce(over, styles.defaults.run);
  const fonts = all.get('rFonts') ?? {};
  const font = (script: 'eastAsia' | 'ascii'): string | undefined => theme.get(fonts[`${script}Theme`] ?? '') ?? fonts[script];
  const colour = all.get('color');
  return {
    font: font('eastAsia'),
    latin: fonts['hint'] === 'eastAsia' && fonts['ascii'] === undefined ? font('eastAsia') : font('ascii'),
    size: Number(all.get('sz')?.['val'] ?? 2 * UNSAID_SIZE) / 2,
    colour: colour && !/^(?:text1|dark1)$/.test(colour['themeColor'] ?? '') ? rgb(colour['val']) : undefined,
    behind: behind(all),
  };
}

function rgb(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : undefined;
}

function behind(all: Properties): string | undefined {
  const highlight = all.get('highlight')?.['val'];
  if (highlight !== undefined && highlight !== 'none') return highlight;
  const fill = rgb(all.get('shd')?.['fill']);
  return fill === 'FFFFFF' ? undefined : fill;
}

/** Distance of lines, grid, first indent and alignment of a paragraph; `size` is that of its text, `pitch` that of the page's grid. */
export function paragraphSetting(format: Properties, size: number, pitch: number | undefined): Pick<LaidParagraph, 'line' | 'grid' | 'indent' | 'align'> {
  const keeps = !/^(?:0|false|off)$/.test(format.get('snapToGrid')?.['val'] ?? '1');
  return {
    line: lineOf(format.get('spacing') ?? {}),
    grid: keeps ? pitch : undefined,
    indent: indentOf(format.get('ind') ?? {}, size),
    align: format.get('jc')?.['val'] ?? 'left',
  };
}

function lineOf(spacing: Attributes): LineDistance {
  const line = twips(spacing['line']);
  if (line === undefined || line <= 0) return { kind: 'times', value: 1 };
  const rule = spacing['lineRule'] ?? 'auto';
  return rule === 'auto' ? { kind: 'times', value: line / 240 } : { kind: rule === 'exact' ? 'exact' : 'least', value: line / 20 };
}

/** In characters, to a tenth; a number of characters goes before a distance. */
function indentOf(ind: Attributes, size: number): number {
  const characters = (name: string): number | undefined => {
    const hundredths = Number(ind[`${name}Chars`] ?? 0);
    if (hundredths) return hundredths / 100;
    const distance = twips(ind[name]);
    return distance === undefined ? undefined : Math.round((distance / (20 * size)) * 10) / 10;
  };
  const hanging = characters('hanging');
  return hanging ? -hanging : (characters('firstLine') ?? 0);
}
