/** Formatting as elements say it, and how it adds up from the defaults over the styles to the run. */
import { type Tag, tags } from '../../../../base/xml/tags.js';

/** The attributes of an element by their local names. */
export type Attributes = Readonly<Record<string, string>>;

/** The elements of `w:rPr` or `w:pPr` by their local names; the list and level of a paragraph as `numId` and `ilvl`. */
export type Properties = ReadonlyMap<string, Attributes>;

/** Nothing said. */
export const NOTHING: Properties = new Map();

const ATTRIBUTE = /(?:[^\s=:]+:)?([^\s=:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The attributes of a tag. */
export function attributesOf({ attributes }: Tag): Attributes {
  const found: Record<string, string> = {};
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE))
    found[name!] = (double ?? single ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, key: string) => REFERENCES[key]!);
  return found;
}

/** What an element of properties holds. Properties from before a recorded change are none of it. */
export function propertiesIn(xml: string, element: Tag): Properties {
  if (element.kind === 'empty') return NOTHING;
  const found = new Map<string, Attributes>();
  const open: string[] = [];
  for (const tag of tags(xml, element.end)) {
    if (tag.kind === 'close') {
      if (open.pop() === undefined) break;
      continue;
    }
    if (open.length === 0 || (open.length === 1 && open[0] === 'numPr')) found.set(tag.name, attributesOf(tag));
    if (tag.kind === 'open') open.push(tag.name);
  }
  return found;
}

/** Elements whose attributes are inherited one by one. */
const BY_ATTRIBUTE = new Set(['rFonts', 'spacing', 'ind']);
/** An attribute that hides what a lower level said in another way. */
const HIDES: Readonly<Record<string, string>> = { eastAsia: 'eastAsiaTheme', ascii: 'asciiTheme' };

function merged(below: Attributes, own: Attributes): Attributes {
  const result: Record<string, string> = { ...below };
  for (const [name, hidden] of Object.entries(HIDES)) if (own[name] !== undefined) delete result[hidden];
  if (own['hanging'] !== undefined || own['hangingChars'] !== undefined) for (const name of ['firstLine', 'firstLineChars']) delete result[name];
  return { ...result, ...own };
}

/** Properties over those below them. */
export function over(below: Properties, own: Properties): Properties {
  if (own.size === 0) return below;
  if (below.size === 0) return own;
  const result = new Map(below);
  for (const [name, attributes] of own) {
    const known = BY_ATTRIBUTE.has(name) ? result.get(name) : undefined;
    result.set(name, known ? merged(known, attributes) : attributes);
  }
  return result;
}

/** A number in twentieths of a point, or undefined when it is none. */
export function twips(value: string | undefined): number | undefined {
  const match = value === undefined ? null : /^(-?\d+(?:\.\d+)?)(pt|mm|cm|in)?$/.exec(value);
  if (!match) return undefined;
  const unit = { pt: 20, mm: 1440 / 25.4, cm: 14400 / 25.4, in: 1440 }[match[2] ?? ''] ?? 1;
  return Number(match[1]) * unit;
}

/** Twentieths of a point in millimetres, to a tenth. */
export function millimetres(value: number): number {
  return Math.round((value * 254) / 1440) / 10;
}
