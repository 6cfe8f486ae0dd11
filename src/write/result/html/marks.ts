/** Where in a document each finding is marked: on which words, in which cells, at which table. */
import { isWithin, parentPointer } from '../../../form/model/pointer.js';
import type { Diagnostic, Severity } from '../../../judge/diagnostic.js';
import type { DocumentView, Piece } from '../../view/view.js';

/** One mark on a piece of the document. */
export interface Mark {
  /** Ordinal of the finding, from 1. */
  readonly number: number;
  readonly severity: Severity;
  /** The words in the text of the piece, end exclusive; the whole piece when absent. */
  readonly range?: readonly [number, number];
  /** The number is printed here; a finding about a whole row colours all of it and is numbered once. */
  readonly numbered: boolean;
}

/** The marks of a document. */
export interface Marks {
  of(piece: Piece): readonly Mark[];
  /** Findings about a table as a whole, by the table's pointer. */
  ofTable(pointer: string): readonly Mark[];
  /** Whether a finding is marked anywhere. */
  has(number: number): boolean;
}

/** The whole report, which has no place. */
const WHOLE: ReadonlySet<string> = new Set(['', '/sections', '/tables']);
const TABLE = /^\/tables\/[^/]+$/;

/** The text of a piece. */
export function textOf({ runs }: Piece): string {
  return runs.map(({ text }) => text).join('');
}

/** The occurrence of some words that is nearest to where they are said to be: a view may have lost blanks. */
function nearest(text: string, quote: string, at: number): number {
  let best = -1;
  for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1)) {
    if (best === -1 || Math.abs(index - at) < Math.abs(best - at)) best = index;
  }
  return best;
}

interface Anchored {
  readonly pointer: string;
  readonly start: number;
  readonly piece: Piece;
}

/** The pieces a pointer speaks of: its own, those below it, or the nearest above it. A section stands for its heading. */
function piecesFor(pointer: string, anchored: readonly Anchored[]): readonly Anchored[] {
  for (let node = pointer; !WHOLE.has(node); node = parentPointer(node)) {
    const own = anchored.filter((one) => one.pointer === node);
    if (own.length > 0) return own;
    const below = anchored.filter((one) => isWithin(one.pointer, node));
    if (below.length > 0) return node.startsWith('/tables/') && node === pointer ? below : below.slice(0, 1);
    if (TABLE.test(node)) return [];
  }
  return [];
}

/** Places the findings, which are numbered from 1 in their order. */
export function placeMarks(view: DocumentView, diagnostics: readonly Diagnostic[]): Marks {
  const pieces = view.flatMap((block): readonly Piece[] => (block.kind === 'table' ? block.rows.flat() : [block]));
  const anchored = pieces.flatMap((piece) => piece.anchors.map((anchor) => ({ ...anchor, piece })));
  const tables = new Set(view.flatMap((block) => (block.kind === 'table' ? (block.pointer ?? []) : [])));
  const byPiece = new Map<Piece, Mark[]>();
  const byTable = new Map<string, Mark[]>();
  const placed = new Set<number>();
  const add = <Key>(map: Map<Key, Mark[]>, key: Key, mark: Mark): void => {
    placed.add(mark.number);
    const known = map.get(key);
    if (known) known.push(mark);
    else map.set(key, [mark]);
  };
  diagnostics.forEach(({ pointer, severity, place }, index) => {
    const mark = { number: index + 1, severity, numbered: true };
    const found = TABLE.test(pointer) ? [] : piecesFor(pointer, anchored);
    const table = /^\/tables\/[^/]+/.exec(pointer)?.[0];
    if (found.length === 0 && table !== undefined && tables.has(table)) add(byTable, table, mark);
    const unique = found.filter(({ piece }, at) => found.findIndex((other) => other.piece === piece) === at);
    unique.forEach(({ piece, start }, at) => {
      const from = place.quote === undefined ? -1 : nearest(textOf(piece), place.quote, (place.span?.[0] ?? 0) + start);
      const range = from === -1 ? {} : { range: [from, from + place.quote!.length] as const };
      add(byPiece, piece, { ...mark, ...range, numbered: at === 0 });
    });
  });
  return { of: (piece) => byPiece.get(piece) ?? [], ofTable: (pointer) => byTable.get(pointer) ?? [], has: (number) => placed.has(number) };
}
