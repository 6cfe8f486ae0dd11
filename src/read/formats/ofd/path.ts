/** Paths of an OFD page, in the steps that the geometry takes. */
import { CLOSE, CURVE, LINE, MOVE, QUADRATIC } from '../geometry/path.js';

const NUMBERS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** `M 0 0 L 10 0 C` and the like as steps with their coordinates; what cannot be understood ends the path. */
export function stepsOf(data: string): readonly number[] {
  const words = data.trim().split(/[\s,]+/);
  const steps: number[] = [];
  for (let at = 0; at < words.length; ) {
    const operator = words[at]!;
    const count = NUMBERS[operator];
    if (count === undefined) return steps;
    const values = words.slice(at + 1, at + 1 + count).map(Number);
    if (values.length < count || !values.every(Number.isFinite)) return steps;
    if (operator === 'M' || operator === 'S') steps.push(MOVE, ...values);
    else if (operator === 'L') steps.push(LINE, ...values);
    else if (operator === 'Q') steps.push(QUADRATIC, ...values);
    else if (operator === 'B') steps.push(CURVE, ...values);
    // Of an arc only its end is needed: it is no straight edge.
    else if (operator === 'A') steps.push(QUADRATIC, values[5]!, values[6]!, values[5]!, values[6]!);
    else steps.push(CLOSE);
    at += count + 1;
  }
  return steps;
}
