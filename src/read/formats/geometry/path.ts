/** The straight edges of a path. */
import { apply, type Matrix } from './matrix.js';

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

/** What a path consists of, on the page. */
export interface PathParts {
  /** Its straight edges. */
  readonly edges: readonly Edge[];
  /** The boxes around its parts that have straight edges only. */
  readonly boxes: readonly Edge[];
  readonly curved: boolean;
}

/** What stands in front of the coordinates of each step: one point, one, three, two, none. The numbers are those of pdf.js. */
export const MOVE = 0;
export const LINE = 1;
export const CURVE = 2;
export const QUADRATIC = 3;
export const CLOSE = 4;

/** Takes a path apart: steps with their coordinates. */
export function edgesOf(data: ArrayLike<number>, ctm: Matrix): PathParts {
  const edges: Edge[] = [];
  const boxes: Edge[] = [];
  let curved = false;
  let points: (readonly [number, number])[] = [];
  const close = (closed: boolean): void => {
    if (points.length > 1) {
      if (closed) edges.push([...points.at(-1)!, ...points[0]!]);
      boxes.push([
        Math.min(...points.map(([x]) => x)),
        Math.min(...points.map(([, y]) => y)),
        Math.max(...points.map(([x]) => x)),
        Math.max(...points.map(([, y]) => y)),
      ]);
    }
    points = [];
  };
  for (let at = 0; at < data.length; ) {
    const step = data[at]!;
    at += 1;
    if (step === MOVE) {
      close(false);
      points = [apply(ctm, data[at]!, data[at + 1]!)];
      at += 2;
    } else if (step === LINE) {
      const point = apply(ctm, data[at]!, data[at + 1]!);
      const from = points.at(-1);
      if (from) edges.push([...from, ...point]);
      if (points.length < 64) points.push(point);
      at += 2;
    } else if (step === CURVE || step === QUADRATIC) {
      curved = true;
      at += step === CURVE ? 6 : 4;
      points = [apply(ctm, data[at - 2]!, data[at - 1]!)];
    } else {
      const first = points[0];
      close(true);
      if (first) points = [first];
    }
  }
  close(false);
  return { edges, boxes, curved };
}
