/** The parts of an OFD file as small trees of the elements and attributes that say where text and lines stand. */
import { allText } from '../../../base/xml/character-data.js';
import { NS } from '../../../base/xml/names.js';
import { attribute, child, finish, root, type Scanner, scan } from '../../../base/xml/scanner.js';

/** An element: its name without prefix, which programs choose freely or leave out. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text of an element that is read for its text. */
  readonly text: string;
}

const ATTRIBUTES = [
  'ID',
  'BaseLoc',
  'TemplateID',
  'ZOrder',
  'Boundary',
  'CTM',
  'Size',
  'HScale',
  'CharDirection',
  'X',
  'Y',
  'DeltaX',
  'DeltaY',
  'Stroke',
  'Fill',
  'Visible',
  'ResourceID',
  'Value',
  'Alpha',
] as const;
const TEXTS = new Set(['DocRoot', 'PhysicalBox', 'CropBox', 'TextCode', 'AbbreviatedData', 'PublicRes', 'DocumentRes']);

function elementOf(s: Scanner): Element {
  const open = s.open[s.depth - 1]!;
  const name = open.slice(open.indexOf(':') + 1);
  const attributes = new Map<string, string>();
  for (const key of ATTRIBUTES) {
    const value = attribute(s, NS.other, key) ?? attribute(s, NS.none, key);
    if (value !== undefined) attributes.set(key, value);
  }
  if (TEXTS.has(name)) return { name, attributes, children: [], text: allText(s) };
  const children: Element[] = [];
  for (let id = child(s); id !== 0; id = child(s)) children.push(elementOf(s));
  return { name, attributes, children, text: '' };
}

/** Reads a part. Errors: InputError when it is not well-formed. */
export function treeOf(xml: string, part: string): Element {
  const s = scan(xml, part);
  root(s);
  const element = elementOf(s);
  finish(s);
  return element;
}

/** The elements of a name at any depth, in the order in which they stand. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((one) => (one.name === name ? [one, ...all(one, name)] : all(one, name)));
}

/** The first element of a name at any depth. */
export function first(element: Element, name: string): Element | undefined {
  for (const one of element.children) {
    if (one.name === name) return one;
    const within = first(one, name);
    if (within) return within;
  }
  return undefined;
}

/** The numbers of a list such as `0 0 210 297`. */
export function numbersOf(text: string | undefined): readonly number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);
}
