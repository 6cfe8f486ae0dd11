/** Text of an OFD page: each character with its place. */
import { HAN } from '../../../base/text/han.js';
import { plainCharacters } from '../geometry/characters.js';
import { apply, type Matrix } from '../geometry/matrix.js';
import { type Glyph, UNKNOWN } from '../geometry/page.js';
import { all, type Element, numbersOf } from './tree.js';

/** Most numbers that a list of distances may stand for. */
const MOST_DISTANCES = 100_000;

/** Distances between characters: `3.5 g 4 3.2 7` is 3.5, four times 3.2, and 7. */
export function distancesOf(text: string | undefined): readonly number[] {
  const found: number[] = [];
  const words = (text ?? '').trim().split(/[\s,]+/);
  for (let at = 0; at < words.length && found.length < MOST_DISTANCES; at += 1) {
    if (words[at] === 'g') {
      const count = Math.min(Number(words[at + 1]), MOST_DISTANCES);
      for (let one = 0; one < count; one += 1) found.push(Number(words[at + 2]));
      at += 2;
    } else if (words[at] !== '') found.push(Number(words[at]));
  }
  return found.map((value) => (Number.isFinite(value) ? value : 0));
}

const WIDE = new RegExp(`[${HAN}\\u2e80-\\u303f\\ufe30-\\ufe4f\\uff00-\\uff60“”‘’…—①-⑳]`);

/** How wide a character is when the font does not say, in shares of its height. */
function widthOf(character: string): number {
  return WIDE.test(character) ? 1 : 0.5;
}

/** The glyphs of a text object; `place` leads from its coordinates to the page. */
export function glyphsOf(object: Element, place: Matrix): readonly Glyph[] {
  const size = Number(object.attributes.get('Size') ?? 0);
  const stretch = Number(object.attributes.get('HScale') ?? 1) || 1;
  const turn = (Number(object.attributes.get('CharDirection') ?? 0) * Math.PI) / 180;
  const glyphs: Glyph[] = [];
  let x = 0;
  let y = 0;
  for (const code of all(object, 'TextCode')) {
    x = Number(code.attributes.get('X') ?? x);
    y = Number(code.attributes.get('Y') ?? y);
    const across = distancesOf(code.attributes.get('DeltaX'));
    const down = distancesOf(code.attributes.get('DeltaY'));
    const characters = [...code.text];
    let atX = x;
    let atY = y;
    characters.forEach((character, index) => {
      const own = widthOf(character) * size * stretch;
      const step = across[index];
      const width = step !== undefined && step > 0 ? Math.min(step, own) : own;
      const [startX, startY] = apply(place, atX, atY);
      const [endX, endY] = apply(place, atX + width * Math.cos(turn), atY + width * Math.sin(turn));
      const [upX, upY] = apply(place, atX, atY - size);
      const height = Math.hypot(upX - startX, upY - startY);
      const text = /\s/.test(character) ? ' ' : (plainCharacters(character) ?? UNKNOWN);
      if (Number.isFinite(startX + startY + endX + endY + height))
        glyphs.push({ text, x: startX, y: startY, dx: endX - startX, dy: endY - startY, size: height });
      // Without distances the characters follow each other as wide as they are.
      atX += across.length > 0 || down.length > 0 ? (step ?? 0) : own;
      atY += down[index] ?? 0;
    });
  }
  return glyphs;
}

/** Whether the object is drawn in white, or not at all. */
export function isInvisible(object: Element): boolean {
  if (/^(?:false|0)$/i.test(object.attributes.get('Visible') ?? '')) return true;
  return Number(object.attributes.get('Alpha') ?? 255) < 5;
}

/** Whether the colour that an object names for filling or stroking is white. */
export function isWhite(object: Element, name: 'FillColor' | 'StrokeColor'): boolean {
  const value = numbersOf(object.children.find((one) => one.name === name)?.attributes.get('Value'));
  return value.length === 3 && value.every((part) => part === 255);
}
