/** What stands in lines beside the table itself: numbers that count the rows, labels repeated in each slot of a merged cell. */
import { rowGroupLabels } from '../labels.js';
import type { FlowLine, Piece } from './line.js';
import { scripts } from './script.js';

/** So many numbers that follow one another count the rows. */
const COUNTED = 5;

/** The numbers 1, 2, 3 … that stand before the labels of rows. */
function rowNumbers(lines: readonly FlowLine[]): ReadonlySet<Piece> {
  const found = new Set<Piece>();
  let run: Piece[] = [];
  const close = (): void => {
    if (run.length >= COUNTED) for (const one of run) found.add(one);
    run = [];
  };
  for (const { pieces } of lines) {
    const [first, second] = pieces;
    if (!first || second?.kind !== 'words' || !/^\d{1,3}$/.test(first.text)) continue;
    if (run.length > 0 && Number(first.text) !== Number(run.at(-1)!.text) + 1) close();
    run.push(first);
  }
  close();
  return found;
}

let known: ReadonlySet<string> | undefined;

function vocabulary(): ReadonlySet<string> {
  known ??= new Set(scripts().flatMap((script) => script.vocabulary));
  return known;
}

/** Words short enough to stand side by side in two cells: 其他. */
const SHORT = 3;

/** Labels that repeat the cell to the left, and those over several rows that repeat the cell above. */
function repeats(lines: readonly FlowLine[]): ReadonlySet<Piece> {
  const found = new Set<Piece>();
  let above: FlowLine | undefined;
  let before: Piece | undefined;
  const met = new Set<string>();
  for (const line of lines) {
    if (line.blank || line.pageNumber) continue;
    if (line.signs !== 'tabs' && line.signs !== 'bars') {
      above = undefined;
      for (const piece of line.pieces) {
        const isLabel = piece.kind === 'words' && piece.folded.length >= SHORT && vocabulary().has(piece.folded);
        // The form prints a label over several rows once.
        if (isLabel && (piece.folded === before?.folded || (rowGroupLabels.has(piece.folded) && met.has(piece.folded)))) found.add(piece);
        if (isLabel) met.add(piece.folded);
        before = piece;
      }
      continue;
    }
    line.cells.forEach((cell, index) => {
      if (cell?.kind !== 'words' || !vocabulary().has(cell.folded)) return;
      const left = line.cells[index - 1]?.folded === cell.folded;
      const over = rowGroupLabels.has(cell.folded) && above?.cells[index]?.folded === cell.folded;
      if (left || over) found.add(cell);
    });
    above = line;
    before = undefined;
  }
  return found;
}

/** The lines without numbers of rows and repeated labels; their cells are blank. */
export function withoutSurplus(lines: readonly FlowLine[]): readonly FlowLine[] {
  const surplus = new Set([...rowNumbers(lines), ...repeats(lines)]);
  if (surplus.size === 0) return lines;
  return lines.map((line) =>
    line.pieces.some((piece) => surplus.has(piece))
      ? {
          ...line,
          pieces: line.pieces.filter((piece) => !surplus.has(piece)),
          cells: line.cells.map((cell) => (cell && surplus.has(cell) ? undefined : cell)),
        }
      : line,
  );
}
