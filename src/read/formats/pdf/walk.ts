/** One page of a PDF: its operators, as pdf.js lists them, to glyphs and rules. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { apply, IDENTITY, type Matrix, multiply } from '../geometry/matrix.js';
import { type Glyph, type Page, type Rule, ruleOf } from '../geometry/page.js';
import { edgesOf } from '../geometry/path.js';
import { refusal } from '../refused/refusals.js';
import { emOf, type PdfFont, type PdfGlyph, saying, tellsCharacters } from './font.js';
import type { PdfLibrary } from './library.js';

/** What changes as the operators are gone through; `save` keeps it all. */
interface State {
  readonly ctm: Matrix;
  readonly font?: PdfFont;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
  readonly fill: string;
  readonly stroke: string;
  readonly opaque: boolean;
}

const FIRST = {
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: '#000000',
  stroke: '#000000',
  opaque: true,
} as const;

/** Text that is neither filled nor stroked: what character recognition puts under the picture of a page. */
const INVISIBLE = 3;
const WHITE = '#ffffff';

/** Which layers are shown. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/** What one page shows. Errors: those of pdf.js; InputError `pdf-damaged` for a font that cannot be read. */
export async function pageOf(page: PDFPageProxy, { OPS }: PdfLibrary, layers: Layers): Promise<Page> {
  const list = await page.getOperatorList({ annotationMode: 0 });
  const view = page.getViewport({ scale: 1 });
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let images = 0;
  let shapes = 0;
  let state: State = { ...FIRST, ctm: view.transform as unknown as Matrix };
  const kept: State[] = [];
  let text: Matrix = IDENTITY;
  let at: readonly [number, number] = [0, 0];
  let line: readonly [number, number] = [0, 0];
  // Marked content that belongs to a layer: whether each one open is shown.
  const marked: boolean[] = [];

  const move = (x: number, y: number): void => {
    line = [line[0] + x, line[1] + y];
    at = line;
  };

  const show = (items: readonly (PdfGlyph | number)[]): void => {
    const { font, charSpacing, wordSpacing, stretch, rise, mode, ctm } = state;
    if (!font || state.size === 0) return;
    const size = Math.abs(state.size);
    const direction = state.size < 0 ? -1 : 1;
    const scale = size * (font.fontMatrix?.[0] ?? 0.001);
    const em = Math.abs(emOf(font) * scale);
    const told = tellsCharacters(font);
    const seen = mode !== INVISIBLE && mode !== 7 && state.opaque && !marked.includes(false);
    const place = multiply(multiply(ctm, text), [stretch * direction, 0, 0, direction, at[0], at[1] + rise]);
    let along = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        along += ((font.vertical ? 1 : -1) * item * size) / 1000;
        continue;
      }
      const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
      const width = item.width * scale;
      const metric = font.vertical ? (item.vmetric ?? font.defaultVMetrics) : undefined;
      const start = metric === undefined ? ([along, 0] as const) : ([-(item.vmetric ? metric[1] * scale : width / 2), along - metric[2] * scale] as const);
      if (seen) {
        const [x, y] = apply(place, start[0], start[1]);
        const [endX, endY] = apply(place, start[0] + width, start[1]);
        const [upX, upY] = apply(place, start[0], start[1] + em);
        const height = Math.hypot(upX - x, upY - y);
        const said = saying(item, told);
        if (Number.isFinite(x + y + endX + endY + height)) glyphs.push({ text: said, x, y, dx: endX - x, dy: endY - y, size: height });
      }
      along += metric === undefined ? width + spacing * direction : metric[0] * scale - spacing * direction;
    }
    at = font.vertical ? [at[0], at[1] + along] : [at[0] + along * stretch * direction, at[1]];
  };

  const draw = (operator: number, data: ArrayLike<number> | null): void => {
    if (!data || marked.includes(false)) return;
    const strokes = operator === OPS.stroke || operator === OPS.closeStroke;
    const both = [OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke].includes(operator);
    const fills = operator === OPS.fill || operator === OPS.eoFill;
    if (!strokes && !both && !fills) return;
    const visibleStroke = (strokes || both) && state.stroke !== WHITE && state.opaque;
    const visibleFill = (fills || both) && state.fill !== WHITE && state.opaque;
    const path = edgesOf(data, state.ctm);
    if (path.curved) shapes += fills || both ? 1 : 0;
    if (visibleStroke) {
      for (const [x0, y0, x1, y1] of path.edges) {
        const rule = ruleOf(x0, y0, x1, y1);
        if (rule) rules.push(rule);
      }
    } else if (visibleFill) {
      for (const [x0, y0, x1, y1] of path.boxes) {
        const rule = ruleOf(x0, y0, x1, y1);
        if (rule) rules.push(rule);
      }
    }
  };

  const setStates = (entries: readonly (readonly [string, unknown])[]): void => {
    for (const [key, value] of entries) {
      if (key === 'Font' && Array.isArray(value)) state = { ...state, font: fontOf(page, String(value[0])), size: Number(value[1]) };
      // What is nearly as clear as glass is no text that people read.
      else if (key === 'ca') state = { ...state, opaque: Number(value) > 0.02 };
    }
  };

  list.fnArray.forEach((operator, index) => {
    const values = (list.argsArray[index] ?? []) as readonly unknown[];
    const number = (place: number): number => Number(values[place]);
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
      case OPS.beginGroup:
        kept.push(state);
        if (operator === OPS.paintFormXObjectBegin && values[0]) state = { ...state, ctm: multiply(state.ctm, values[0] as ArrayLike<number>) };
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        state = kept.pop() ?? state;
        return;
      case OPS.transform:
        state = { ...state, ctm: multiply(state.ctm, values as readonly number[]) };
        return;
      case OPS.beginText:
        text = IDENTITY;
        at = [0, 0];
        line = at;
        return;
      case OPS.setTextMatrix:
        text = multiply(IDENTITY, values[0] as ArrayLike<number>);
        at = [0, 0];
        line = at;
        return;
      case OPS.moveText:
        move(number(0), number(1));
        return;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: number(1) };
        move(number(0), number(1));
        return;
      case OPS.setLeading:
        state = { ...state, leading: -number(0) };
        return;
      case OPS.nextLine:
        move(0, state.leading);
        return;
      case OPS.setCharSpacing:
        state = { ...state, charSpacing: number(0) };
        return;
      case OPS.setWordSpacing:
        state = { ...state, wordSpacing: number(0) };
        return;
      case OPS.setHScale:
        state = { ...state, stretch: number(0) / 100 };
        return;
      case OPS.setTextRise:
        state = { ...state, rise: number(0) };
        return;
      case OPS.setTextRenderingMode:
        state = { ...state, mode: number(0) };
        return;
      case OPS.setFont:
        state = { ...state, font: fontOf(page, String(values[0])), size: number(1) };
        return;
      case OPS.setGState:
        setStates(values[0] as readonly (readonly [string, unknown])[]);
        return;
      case OPS.setFillRGBColor:
        state = { ...state, fill: String(values[0]) };
        return;
      case OPS.setStrokeRGBColor:
        state = { ...state, stroke: String(values[0]) };
        return;
      case OPS.setFillColorN:
        state = { ...state, fill: 'pattern' };
        return;
      case OPS.setStrokeColorN:
        state = { ...state, stroke: 'pattern' };
        return;
      case OPS.showText:
        show(values[0] as readonly (PdfGlyph | number)[]);
        return;
      case OPS.constructPath:
        draw(number(0), (values[1] as readonly (ArrayLike<number> | null)[])[0] ?? null);
        return;
      case OPS.beginMarkedContent:
        marked.push(true);
        return;
      case OPS.beginMarkedContentProps:
        marked.push(values[0] === 'OC' ? layers.isVisible(values[1]) : true);
        return;
      case OPS.endMarkedContent:
        marked.pop();
        return;
      case OPS.paintImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintInlineImageXObject:
      case OPS.paintInlineImageXObjectGroup:
        images += 1;
        return;
    }
  });
  return { width: view.width, height: view.height, glyphs, rules, images, shapes };
}

function fontOf(page: PDFPageProxy, id: string): PdfFont {
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== 'object' || font === null || 'error' in font) throw refusal('pdf-damaged');
  return font as PdfFont;
}
