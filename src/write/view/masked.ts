/** Words of a document that must not be shown. */
import type { DocumentView, Piece } from './view.js';

/** Words of a node of the model, and what stands in their place; both of one length. */
export interface MaskedWords {
  readonly pointer: string;
  readonly words: string;
  readonly masked: string;
}

function maskPiece<P extends Piece>(piece: P, all: readonly MaskedWords[]): P {
  const own = all.filter(({ pointer }) => piece.anchors.some((anchor) => anchor.pointer === pointer));
  if (own.length === 0) return piece;
  const text = own.reduce((shown, { words, masked }) => shown.replaceAll(words, masked), piece.runs.map((run) => run.text).join(''));
  let at = 0;
  const runs = piece.runs.map((run) => {
    at += run.text.length;
    return { ...run, text: text.slice(at - run.text.length, at) };
  });
  return { ...piece, runs };
}

/** The document with these words masked. */
export function maskView(view: DocumentView, words: readonly MaskedWords[]): DocumentView {
  if (words.length === 0) return view;
  return view.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map((cell) => maskPiece(cell, words))) } : maskPiece(block, words),
  );
}
