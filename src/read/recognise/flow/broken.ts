/** Cells that a narrow column broke over several lines, put together again. */
import { foldLabel } from '../../../base/text/normalise.js';
import { readCell } from '../../../base/text/number.js';
import { isOpen } from './lexer.js';
import type { FlowLine, Piece } from './line.js';

/** A note that a narrow cell broke over lines, 22（其中修 / 订16件）, is put together again on the line in the middle of it. */
export function joinOpenNotes(lines: readonly FlowLine[]): readonly FlowLine[] {
  const out = lines.map((line) => ({ ...line }));
  out.forEach((line, at) => {
    if (line.signs !== 'none') return;
    for (const head of [...line.pieces]) {
      if (!/^[-+]?\d/.test(head.text) || !isOpen(head.text)) continue;
      const taken: Piece[] = [head];
      for (let next = at + 1; next < out.length && next <= at + 6 && isOpen(taken.map(({ text }) => text).join('')); next += 1) {
        const { pieces } = out[next]!;
        const under = pieces.find(
          (other) =>
            other.start < Math.max(...taken.map(({ end }) => end)) && other.end > Math.min(...taken.map(({ start }) => start)) && other.kind !== 'value',
        );
        const found = under ?? (pieces.length === 1 || /^[^（(]*[）)]$/.test(pieces[0]?.text ?? '') ? pieces[0] : undefined);
        if (found) taken.push(found);
      }
      const text = taken.map((one) => one.text).join('');
      if (taken.length === 1 || readCell(text, true).kind !== 'annotated') continue;
      const between = out.slice(at, taken.at(-1)!.line + 1).filter((other) => other.pieces.some((one) => !taken.includes(one)));
      const home = between[Math.floor(between.length / 2)]?.index ?? at;
      putTogether(out, taken, home);
    }
  });
  return out;
}

/** Replaces the pieces of one cell by the whole of it, on the line `home`; `first` is the index of the first of the lines. */
function putTogether(lines: { pieces: readonly Piece[] }[], taken: readonly Piece[], home: number, first = 0): void {
  for (const one of taken) lines[one.line - first]!.pieces = lines[one.line - first]!.pieces.filter((other) => other !== one);
  const text = taken.map((one) => one.text).join('');
  const least = (of: (piece: Piece) => number): number => Math.min(...taken.map(of));
  const most = (of: (piece: Piece) => number): number => Math.max(...taken.map(of));
  const whole: Piece = {
    ...taken[0]!,
    kind: 'value',
    text,
    folded: foldLabel(text),
    line: home,
    start: least((piece) => piece.start),
    end: most((piece) => piece.end),
    displayStart: least((piece) => piece.displayStart),
    displayEnd: most((piece) => piece.displayEnd),
    joined: true,
  };
  lines[home - first]!.pieces = [...lines[home - first]!.pieces, whole].sort((a, b) => a.start - b.start);
}

/** The usual gap between neighbouring values of a line, in characters: one where a text is in reading order, more where blanks align columns. */
export function usualGap(rows: readonly (readonly Piece[])[]): number {
  const gaps = rows.flatMap((row) => row.slice(1).map((piece, index) => piece.start - row[index]!.end)).sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/**
 * Numbers that a narrow column may have broken over two lines, 100040 / 7, put together; the same lines when there is none.
 * Whether they were broken is for the caller to weigh: both readings are aligned, and the better one stands.
 */
export function joinBrokenNumbers(lines: readonly FlowLine[]): readonly FlowLine[] {
  const rows = lines.flatMap((line) => (line.signs === 'none' && !line.pageNumber ? [line.pieces.filter(({ kind }) => kind === 'value')] : []));
  const values = rows.flat();
  const together = rows.filter((row) => row.length > 1);
  if (together.flat().length * 2 <= values.length) return lines;
  const out = lines.map((line) => ({ ...line }));
  const filled = out.filter((line) => !line.blank && !line.pageNumber);
  const tailOf = usualGap(together) >= 2 ? tailByColumn : tailInOrder;
  let found = false;
  filled.forEach((line, position) => {
    for (const head of [...line.pieces]) {
      if (!/^\d{3,}$/.test(head.text) || head.joined) continue;
      const tail = tailOf(head, filled, position, values);
      if (!tail) continue;
      found = true;
      const home = tail.between ?? line;
      putTogether(out, [head, tail.piece], home.index, out[0]!.index);
    }
  });
  return found ? out : lines;
}

interface Tail {
  readonly piece: Piece;
  /** The line of the row, where it stands between the two parts. */
  readonly between?: FlowLine;
}

function isTail(head: Piece, piece: Piece | undefined): piece is Piece {
  return piece !== undefined && /^\d+$/.test(piece.text) && piece.text.length < head.text.length && !piece.joined;
}

/** In reading order the first part ends its line and fills its column, being as long as any value; the rest, shorter, stands alone on the next. */
function tailInOrder(head: Piece, filled: readonly FlowLine[], position: number, values: readonly Piece[]): Tail | undefined {
  const alone = (line: FlowLine | undefined): Piece | undefined => (line?.pieces.length === 1 && line.pieces[0]!.kind === 'value' ? line.pieces[0] : undefined);
  const piece = alone(filled[position + 1]);
  if (filled[position]!.pieces.at(-1) !== head || !isTail(head, piece)) return undefined;
  const short = head.text.length < 5;
  return values.every((value) => value === head || value.joined || value.text.length < head.text.length + (short ? 0 : 1)) ? { piece } : undefined;
}

/** By columns the rest stands under its beginning, one or two lines below, and no longer number stands in that column. */
function tailByColumn(head: Piece, filled: readonly FlowLine[], position: number, values: readonly Piece[]): Tail | undefined {
  const { page } = filled[position]!;
  const [next, second] = filled.slice(position + 1, position + 3);
  const over = (piece: Piece): boolean => piece.start < head.end && piece.end > head.start;
  // A number short enough to be broken by no usual column is only taken for a part where nothing else is as long.
  const usual = head.text.length < 5 && values.some((piece) => piece !== head && /^\d+$/.test(piece.text) && piece.text.length >= head.text.length);
  if (usual || values.some((piece) => over(piece) && piece.text.length > head.text.length)) return undefined;
  const under = (line: FlowLine | undefined): Piece | undefined => {
    if (!line || line.page !== page) return undefined;
    // Under a broken number stands nothing but the rests of broken numbers.
    const below = line.pieces.filter(({ kind }) => kind === 'value');
    const heads = filled[position]!.pieces.filter((other) => /^\d{3,}$/.test(other.text));
    if (below.length > 3 || !below.every((rest) => heads.some((other) => isTail(other, rest) && other.start < rest.end && other.end > rest.start)))
      return undefined;
    const piece = line.pieces.find(over);
    const centred = piece && Math.abs(piece.start + piece.end - head.start - head.end) <= 2;
    return isTail(head, piece) && (centred || piece.start === head.start || piece.end === head.end) ? piece : undefined;
  };
  const near = under(next);
  if (near) return { piece: near };
  if (!next || next.page !== page || next.pieces.some(over)) return undefined;
  const far = under(second);
  return far && { piece: far, between: next };
}
