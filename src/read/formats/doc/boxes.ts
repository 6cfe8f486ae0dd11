/** Text boxes: their texts stand behind all others, their anchors in the main text ([MS-DOC] 2.8.32, 2.8.37). */
import { u16, u32 } from '../../../base/package/little-endian.js';
import { type Drawings, readDrawings } from './drawings.js';
import type { Extent } from './fib.js';

/** The text boxes and pictures that float. */
export interface Boxes {
  /** The anchored shape at a character; undefined where none is. */
  readonly shapeAt: (character: number) => number | undefined;
  readonly isPicture: (shape: number) => boolean;
  /** Words drawn along a line in an anchored shape. */
  readonly wordsOf: (shape: number) => readonly string[];
  /** The texts of the boxes of an anchored shape that were not taken yet. */
  readonly take: (shape: number) => readonly Extent[];
  /** The texts that no anchor led to. */
  readonly rest: () => readonly Extent[];
}

const ANCHOR_SIZE = 26;
const BOX_SIZE = 22;

/** Reads where the boxes stand. */
export function readBoxes(anchors: DataView, boxes: DataView, drawings: DataView, story: Extent): Boxes {
  const anchorCount = Math.max(0, Math.floor((anchors.byteLength - 4) / (4 + ANCHOR_SIZE)));
  const shapes = new Map<number, number>();
  for (let index = 0; index < anchorCount; index += 1) shapes.set(u32(anchors, index * 4), u32(anchors, (anchorCount + 1) * 4 + index * ANCHOR_SIZE));
  const all: Drawings = readDrawings(drawings);
  const texts = new Map<number, Extent[]>();
  const boxCount = Math.max(0, Math.floor((boxes.byteLength - 4) / (4 + BOX_SIZE)));
  let end = story.from;
  for (let index = 0; index < boxCount; index += 1) {
    const from = Math.max(end, story.from + u32(boxes, index * 4));
    const to = Math.min(story.to, story.from + u32(boxes, index * 4 + 4));
    const description = (boxCount + 1) * 4 + index * BOX_SIZE;
    // A box that was deleted leaves its place behind, to be used again.
    if (from >= to || (u16(boxes, description + 8) & 1) === 1) continue;
    end = to;
    const shape = all.anchored(u32(boxes, description + 14));
    texts.set(shape, [...(texts.get(shape) ?? []), { from, to }]);
  }
  const take = (shape: number): readonly Extent[] => {
    const own = texts.get(shape) ?? [];
    texts.delete(shape);
    return own;
  };
  return {
    shapeAt: (character) => shapes.get(character),
    isPicture: (shape) => all.pictures.has(shape),
    wordsOf: (shape) => all.words.get(shape) ?? [],
    take,
    rest: () => [...texts.keys()].flatMap(take),
  };
}
