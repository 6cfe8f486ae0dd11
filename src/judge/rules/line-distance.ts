/** The distance from line to line of a paragraph, as it is printed. */
import type { Sentence } from '../../base/errors.js';
import type { LaidParagraph } from '../../form/model/layout.js';

/** Height of a line of a Chinese font in sizes of its characters, at which Word gives a line two lines of the grid. */
const LINE_HEIGHT = 1.3;

/** Points from line to line; undefined when it depends on the font alone. */
export function pitchOf({ line, grid }: LaidParagraph, size: number): number | undefined {
  if (line.kind !== 'times') return line.value;
  if (grid === undefined || grid <= 0) return undefined;
  return Math.round(Math.ceil((size * LINE_HEIGHT) / grid) * grid * line.value * 100) / 100;
}

/** The distance as people set it. */
export function lineWords(paragraph: LaidParagraph, size: number): Sentence {
  const { kind, value } = paragraph.line;
  const pitch = pitchOf(paragraph, size);
  if (kind === 'exact') return { zh: `固定值 ${value} 磅`, en: `${value} pt` };
  if (kind === 'least') return { zh: `最小值 ${value} 磅`, en: `at least ${value} pt` };
  const times = Math.round(value * 100) / 100;
  const name = times === 1 ? '单倍行距' : `${times} 倍行距`;
  return pitch === undefined
    ? { zh: name, en: `${times} times a line` }
    : { zh: `${name}（文档网格，${pitch} 磅）`, en: `${times} times a line of the grid (${pitch} pt)` };
}
