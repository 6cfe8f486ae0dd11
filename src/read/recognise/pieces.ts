/** Running text as nodes of the model, each with its exact stretch of the source. */
import type { Located } from '../../form/model/reading.js';
import type { SourcePlace } from '../../form/place.js';
import type { Paragraph } from '../document.js';
import { isPageNumber } from './rows.js';

/** A line of running text with its source. */
export interface TextPiece {
  readonly text: string;
  readonly located: Located;
}

/** A stretch of a paragraph as a node of the model: blanks at both ends taken off, its source kept. */
export function piece(paragraph: Paragraph, from: number, to: number): TextPiece | undefined {
  const slice = paragraph.text.slice(from, to);
  const text = slice.trim();
  if (text === '' || isPageNumber(text)) return undefined;
  const start = from + slice.indexOf(text);
  const lines = paragraph.lines
    ?.filter((line, index, all) => (all[index + 1]?.start ?? Number.POSITIVE_INFINITY) > start && line.start < start + text.length)
    .map((line) => ({
      start: Math.max(0, line.start - start),
      place:
        line.start < start && line.place.columnNumber !== undefined
          ? { ...line.place, columnNumber: line.place.columnNumber + start - line.start }
          : line.place,
    }));
  const first = lines?.[0]?.place;
  const shift = paragraph.lines || paragraph.place.columnNumber === undefined ? 0 : start;
  const place: SourcePlace = first ?? (shift === 0 ? paragraph.place : { ...paragraph.place, columnNumber: paragraph.place.columnNumber! + shift });
  const whole = (paragraph.start ?? 0) + start;
  const numberLength = Math.max(0, (paragraph.numberLength ?? 0) - start);
  return {
    text,
    located: {
      raw: text,
      place,
      ...(lines && lines.length > 1 ? { lines } : {}),
      ...(whole > 0 ? { start: whole } : {}),
      ...(numberLength > 0 ? { numberLength } : {}),
    },
  };
}

/** The lines of a paragraph, parted at its line breaks. */
export function pieces(paragraph: Paragraph, from = 0): readonly TextPiece[] {
  const found: TextPiece[] = [];
  let start = from;
  while (start <= paragraph.text.length) {
    const end = paragraph.text.indexOf('\n', start);
    const one = piece(paragraph, start, end === -1 ? paragraph.text.length : end);
    if (one) found.push(one);
    if (end === -1) break;
    start = end + 1;
  }
  return found;
}
