/** A tiny writer of Word 97 documents: what a test says of text, marks and modifiers, in the tables that [MS-DOC] asks for, and nothing else. */
import { concat } from '../../src/base/package/bytes.js';
import { compoundFile } from './cfb.js';

/** Two, four bytes, least first. */
export const two = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >> 8) & 0xff);
export const four = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, (value >>> 24) & 0xff);
/** UTF-16 text. */
export const wide = (text: string): Uint8Array => concat(Array.from({ length: text.length }, (_, index) => two(text.charCodeAt(index))));

/** A modifier with its operand; a number is one byte. */
export function sprm(code: number, operand: number | Uint8Array): Uint8Array {
  return concat([two(code), typeof operand === 'number' ? Uint8Array.of(operand) : operand]);
}

/** Some characters with their modifiers. */
export interface DocRun {
  readonly text: string;
  readonly sprms?: readonly Uint8Array[];
}

/** A paragraph with its mark; its runs, then the run of its mark. */
export interface DocParagraph {
  readonly runs: readonly DocRun[];
  readonly mark: DocRun;
  readonly style?: number;
  readonly sprms?: readonly Uint8Array[];
}

const asRuns = (content: string | readonly DocRun[]): readonly DocRun[] => (typeof content === 'string' ? [{ text: content }] : content);

/** A paragraph of the text. */
export function p(content: string | readonly DocRun[], ...sprms: readonly Uint8Array[]): DocParagraph {
  return { runs: asRuns(content), mark: { text: '\r' }, sprms };
}

const IN_TABLE = sprm(0x2416, 1);

/** What a row is made of. */
export interface DocRow {
  readonly cells: readonly (string | readonly DocRun[] | readonly DocParagraph[])[];
  /** Where its cells begin and end, in twips. */
  readonly edges: readonly number[];
  /** Flags of each cell: 1 and 2 merged, 0x20 goes on from above, 0x60 begins what goes on below. */
  readonly flags?: readonly number[];
  readonly end?: readonly Uint8Array[];
  readonly mark?: readonly Uint8Array[];
}

/** The definition of a row, as the operand of its modifier. */
export function rowOperand(edges: readonly number[], flags: readonly number[] = []): Uint8Array {
  const cells = edges.slice(1).map((_, index) => concat([two(flags[index] ?? 0), new Uint8Array(18)]));
  const body = concat([Uint8Array.of(cells.length), ...edges.map(two), ...cells]);
  return concat([two(body.length + 1), body]);
}

const isParagraphs = (content: readonly (DocRun | DocParagraph)[]): content is readonly DocParagraph[] => content.some((part) => 'runs' in part);

/** A row of a table that stands in the text itself. Paragraphs of a cell are given whole; the last gets the mark of the cell. */
export function row({ cells, edges, flags, end, mark }: DocRow): readonly DocParagraph[] {
  const marked = cells.flatMap((content): readonly DocParagraph[] => {
    const parts = typeof content === 'string' || !isParagraphs(content) ? [p(content)] : content;
    return parts.map((part, index) => ({
      ...part,
      sprms: [IN_TABLE, ...(part.sprms ?? [])],
      mark: index === parts.length - 1 ? { ...part.mark, text: '\x07' } : part.mark,
    }));
  });
  const definition = end ?? [sprm(0xd608, rowOperand(edges, flags))];
  return [...marked, { runs: [], mark: { text: '\x07', ...(mark ? { sprms: mark } : {}) }, sprms: [IN_TABLE, sprm(0x2417, 1), ...definition] }];
}

/** A row of a table inside a cell, whose marks are ends of paragraphs. */
export function innerRow({ cells, edges }: { readonly cells: readonly string[]; readonly edges: readonly number[] }): readonly DocParagraph[] {
  const deep = [IN_TABLE, sprm(0x6649, four(2))];
  return [
    ...cells.map((text): DocParagraph => ({ ...p(text), sprms: [...deep, sprm(0x244b, 1)] })),
    { ...p(''), sprms: [...deep, sprm(0x244b, 1), sprm(0x244c, 1), sprm(0xd608, rowOperand(edges))] },
  ];
}

/** What else a document has. */
export interface DocOptions {
  readonly table?: '0Table' | '1Table';
  /** Structures of the table stream by the number of their pair. */
  readonly pairs?: Readonly<Record<number, Uint8Array>>;
  /** Bytes behind all that the pairs count: the levels of lists. */
  readonly behind?: Uint8Array;
  readonly data?: Uint8Array;
  /** Paragraphs of the story of text boxes. */
  readonly boxes?: readonly DocParagraph[];
  /** Where the text is cut into pieces, and how: one byte a character, modifiers in short. */
  readonly pieces?: readonly { readonly to: number; readonly narrow?: true; readonly modifiers?: number }[];
  /** Part before the table of pieces. */
  readonly lists?: Uint8Array;
  readonly inner?: Readonly<Record<string, Uint8Array>>;
  /** Changes the stream WordDocument before it is put in. */
  readonly change?: (main: Uint8Array) => void;
}

/** Word keeps what no page holds, as a row of some hundred cells, in a stream that this writer does not write. */
export class DoesNotFit extends Error {}

const PAGE = 512;
const TEXT_AT = 2048;

interface PageRun {
  readonly to: number;
  readonly list: Uint8Array;
}

/** Pages of runs: as many on each as its bytes hold. `entry` bytes stand for each run in front of the lists, which grow from the end. */
function pagesOf(runs: readonly PageRun[], start: number, entry: number): readonly { readonly from: number; readonly bytes: Uint8Array }[] {
  const pages: { from: number; bytes: Uint8Array }[] = [];
  let at = start;
  for (let index = 0; index < runs.length; ) {
    const page = new Uint8Array(PAGE);
    const view = new DataView(page.buffer);
    const own: PageRun[] = [];
    let free = PAGE - 1;
    for (; index < runs.length; index += 1) {
      const { list } = runs[index]!;
      const needed = (own.length + 2) * 4 + (own.length + 1) * entry;
      const below = (free - list.length) & ~1;
      if (below < needed) break;
      own.push(runs[index]!);
      if (list.length > 0) free = below;
    }
    if (own.length === 0) throw new DoesNotFit('a list of modifiers is longer than a page');
    let lists = PAGE - 1;
    view.setUint32(0, at, true);
    own.forEach(({ to, list }, number) => {
      view.setUint32((number + 1) * 4, to, true);
      if (list.length === 0) return;
      lists = (lists - list.length) & ~1;
      page.set(list, lists);
      page[(own.length + 1) * 4 + number * entry] = lists / 2;
    });
    page[PAGE - 1] = own.length;
    pages.push({ from: at, bytes: page });
    at = own.at(-1)!.to;
  }
  return pages;
}

/** A document of these paragraphs. */
export function docFile(paragraphs: readonly DocParagraph[], options: DocOptions = {}): Uint8Array {
  const { table = '1Table', pairs = {}, behind = new Uint8Array(), boxes = [], lists = new Uint8Array() } = options;
  const all = [...paragraphs, ...boxes];
  const lengthOf = (some: readonly DocParagraph[]): number =>
    some.reduce((sum, { runs, mark }) => sum + runs.reduce((length, { text }) => length + text.length, mark.text.length), 0);
  const text = all.map(({ runs, mark }) => runs.map((run) => run.text).join('') + mark.text).join('');
  const pieces = options.pieces ?? [{ to: text.length }];
  const offsets: number[] = [];
  const parts: Uint8Array[] = [];
  let at = TEXT_AT;
  let from = 0;
  for (const { to, narrow } of pieces) {
    const piece = text.slice(from, to);
    const bytes = narrow ? Uint8Array.from(piece, (character) => character.charCodeAt(0)) : wide(piece);
    for (let index = 0; index <= piece.length; index += 1) offsets[from + index] = at + index * (narrow ? 1 : 2);
    parts.push(bytes);
    at += bytes.length;
    from = to;
  }
  const characters: PageRun[] = [];
  const marks: PageRun[] = [];
  let end = 0;
  // A run that is cut by a piece would need an end of its own in each; tests cut between runs.
  const endOf = (position: number): number => offsets[position - 1]! + (offsets[position]! > offsets[position - 1]! + 1 ? 2 : 1);
  for (const { runs, mark, style = 0, sprms = [] } of all) {
    for (const run of [...runs, mark]) {
      end += run.text.length;
      const list = concat(run.sprms ?? []);
      if (run.text !== '') characters.push({ to: endOf(end), list: list.length === 0 ? list : concat([Uint8Array.of(list.length), list]) });
    }
    const list = concat([two(style), ...sprms]);
    const even = list.length % 2 === 0;
    marks.push({ to: endOf(end), list: even ? concat([Uint8Array.of(0, list.length / 2), list]) : concat([Uint8Array.of((list.length + 1) / 2), list]) });
  }
  const characterPages = pagesOf(characters, TEXT_AT, 1);
  const paragraphPages = pagesOf(marks, TEXT_AT, 13);
  const pagesAt = Math.ceil(at / PAGE);
  const bins = (pages: typeof characterPages, first: number): Uint8Array =>
    concat([...pages.map((page) => four(page.from)), four(at), ...pages.map((_, index) => four(first + index))]);
  const descriptors = pieces.map(({ to, narrow, modifiers = 0 }, index) => {
    const begin = offsets[index === 0 ? 0 : pieces[index - 1]!.to]!;
    return { to, bytes: concat([two(0), four(narrow ? (begin * 2) | 0x40000000 : begin), two(modifiers)]) };
  });
  const pieceTable = concat([four(0), ...descriptors.map(({ to }) => four(to)), ...descriptors.map(({ bytes }) => bytes)]);
  const structures: Readonly<Record<number, Uint8Array>> = {
    ...pairs,
    12: bins(characterPages, pagesAt),
    13: bins(paragraphPages, pagesAt + characterPages.length),
    33: concat([lists, Uint8Array.of(2), four(pieceTable.length), pieceTable]),
  };
  const main = new Uint8Array((pagesAt + characterPages.length + paragraphPages.length) * PAGE);
  const view = new DataView(main.buffer);
  main.set(concat([two(0xa5ec), two(0xc1)]));
  main[11] = table === '1Table' ? 2 : 0;
  view.setUint16(32, 14, true);
  view.setUint16(62, 22, true);
  view.setUint32(64 + 3 * 4, lengthOf(paragraphs), true);
  view.setUint32(64 + 9 * 4, lengthOf(boxes), true);
  view.setUint16(152, 93, true);
  const stored: Uint8Array[] = [];
  let stream = 0;
  for (const [pair, bytes] of Object.entries(structures).sort(([a], [b]) => Number(a === '73') - Number(b === '73'))) {
    view.setUint32(154 + Number(pair) * 8, stream, true);
    view.setUint32(154 + Number(pair) * 8 + 4, bytes.length, true);
    stored.push(bytes);
    stream += bytes.length;
  }
  main.set(concat(parts), TEXT_AT);
  [...characterPages, ...paragraphPages].forEach(({ bytes }, index) => {
    main.set(bytes, (pagesAt + index) * PAGE);
  });
  options.change?.(main);
  return compoundFile({ WordDocument: main, [table]: concat([...stored, behind]), ...(options.data ? { Data: options.data } : {}) }, options.inner);
}
