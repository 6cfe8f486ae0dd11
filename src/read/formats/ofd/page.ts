/** One page of an OFD file: its objects, and those of its template, to glyphs and rules. Lengths in millimetres become points. */
import { IDENTITY, type Matrix, multiply } from '../geometry/matrix.js';
import { type Glyph, type Page, type Rule, ruleOf } from '../geometry/page.js';
import { edgesOf } from '../geometry/path.js';
import { stepsOf } from './path.js';
import { glyphsOf, isInvisible, isWhite } from './text.js';
import { type Element, numbersOf } from './tree.js';

const POINTS = 72 / 25.4;
/** Objects that are put together from others may hold such objects again. */
const DEEPEST = 8;

/** Objects that pages draw by their number. */
export type Composites = ReadonlyMap<string, Element>;

/** What is gathered of a page. */
interface Drawn {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  images: number;
  shapes: number;
}

function placeOf(object: Element, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attributes.get('Boundary'));
  const own = numbersOf(object.attributes.get('CTM'));
  const moved = multiply(outer, [1, 0, 0, 1, x, y]);
  return own.length === 6 ? multiply(moved, own) : moved;
}

function drawPath(object: Element, place: Matrix, into: Drawn): void {
  const data = object.children.find(({ name }) => name === 'AbbreviatedData')?.text ?? '';
  const says = (name: string, otherwise: boolean): boolean => {
    const value = object.attributes.get(name);
    return value === undefined ? otherwise : /^(?:true|1)$/i.test(value);
  };
  const strokes = says('Stroke', true) && !isWhite(object, 'StrokeColor');
  const fills = says('Fill', false) && !isWhite(object, 'FillColor');
  if (!strokes && !fills) return;
  const path = edgesOf(stepsOf(data), place);
  if (path.curved && fills) into.shapes += 1;
  for (const [x0, y0, x1, y1] of strokes ? path.edges : path.boxes) {
    const rule = ruleOf(x0, y0, x1, y1);
    if (rule) into.rules.push(rule);
  }
}

function draw(objects: readonly Element[], outer: Matrix, composites: Composites, into: Drawn, depth = 0): void {
  for (const object of objects) {
    if (isInvisible(object)) continue;
    const place = placeOf(object, outer);
    if (object.name === 'TextObject') into.glyphs.push(...glyphsOf(object, place));
    else if (object.name === 'PathObject') drawPath(object, place, into);
    else if (object.name === 'ImageObject') into.images += 1;
    else if (object.name === 'CompositeObject') {
      const unit = composites.get(object.attributes.get('ResourceID') ?? '');
      if (unit && depth < DEEPEST) draw(unit.children, place, composites, into, depth + 1);
    } else draw(object.children, outer, composites, into, depth);
  }
}

/** A page from the trees whose content is drawn on it, in that order; `box` is its left, top, width and height in millimetres. */
export function pageOf(contents: readonly Element[], box: readonly number[], composites: Composites): Page {
  const [left = 0, top = 0, width = 210, height = 297] = box;
  const into: Drawn = { glyphs: [], rules: [], images: 0, shapes: 0 };
  const place = multiply(multiply(IDENTITY, [POINTS, 0, 0, POINTS, 0, 0]), [1, 0, 0, 1, -left, -top]);
  for (const content of contents) {
    draw(
      content.children.filter(({ name }) => name === 'Content'),
      place,
      composites,
      into,
    );
  }
  return { width: width * POINTS, height: height * POINTS, ...into };
}
