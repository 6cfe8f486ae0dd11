/** A region of the flow as a sequence of things met in reading order: words, runs of values. */
import type { FlowLine, Piece } from './line.js';
import type { Region } from './regions.js';

/** Words of a label, or values that stand together on a line. */
export interface FlowEvent {
  readonly kind: 'words' | 'values';
  readonly pieces: readonly Piece[];
  /** The values may be words after all (无 of 无法提供, written one character a line). */
  readonly doubtful: boolean;
  /** The line holds a page number and nothing else: certainly by its form, or possibly as a bare small number. */
  readonly pageNumber: 'no' | 'maybe' | 'yes';
  readonly folded: string;
  /** Words stand before the values on the same line. */
  readonly afterWords: boolean;
}

/** The events of the lines of a region. */
export function eventsOf(lines: readonly FlowLine[], region: Region): readonly FlowEvent[] {
  const events: FlowEvent[] = [];
  for (const line of lines.slice(region.from, region.to)) {
    if (line.pageNumber) {
      const numeric = line.pieces.length > 0 && line.pieces.every((piece) => piece.kind === 'value');
      if (numeric) events.push({ kind: 'values', pieces: line.pieces, doubtful: false, pageNumber: 'yes', folded: '', afterWords: false });
      continue;
    }
    const alone = line.pieces.length === 1 && /^\d{1,3}$/.test(line.pieces[0]!.text);
    let run: Piece[] = [];
    let afterWords = false;
    const close = (): void => {
      if (run.length > 0) {
        const doubtful = line.signs === 'none' && run.every((piece) => piece.kind === 'either');
        events.push({
          kind: 'values',
          pieces: run,
          doubtful,
          pageNumber: alone ? 'maybe' : 'no',
          folded: run.map((piece) => piece.folded).join(''),
          afterWords,
        });
      }
      run = [];
    };
    for (const piece of line.pieces) {
      if (piece.kind !== 'words') run.push(piece);
      else {
        close();
        events.push({ kind: 'words', pieces: [piece], doubtful: false, pageNumber: 'no', folded: piece.folded, afterWords });
        afterWords = true;
      }
    }
    close();
  }
  return events;
}
