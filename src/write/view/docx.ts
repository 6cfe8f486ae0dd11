/** A Word document as its author sees it: our own reading of it, whose places are those that rules judge, set as mammoth renders it. */
import type { Reading } from '../../form/model/reading.js';
import type { SourcePlace } from '../../form/place.js';
import type { Cell, Paragraph, SourceDocument, Table } from '../../read/document.js';
import { runsOf, type SetParagraph, setParagraphs } from './formatting.js';
import type { Anchor, DocumentView, Run, ViewCell, ViewTable, ViewText } from './view.js';

/** How far ahead a paragraph is looked for: what mammoth shows and we do not (hidden text, notes) is skipped. */
const AHEAD = 12;

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Sets the lines of the document one after another. */
type Setter = (text: string, numberLength?: number) => readonly Run[];

function createSetter(paragraphs: readonly SetParagraph[]): Setter {
  let next = 0;
  return (text, numberLength = 0) => {
    const wanted = squeeze(text.slice(numberLength));
    if (wanted === '') return text === '' ? [] : [{ text }];
    const found = paragraphs.slice(next, next + AHEAD).findIndex((paragraph) => paragraph.text === wanted);
    if (found === -1) return [{ text }];
    next += found + 1;
    return runsOf(text, numberLength, paragraphs[next - 1]!.styles);
  };
}

function anchorsByOffset({ locations }: Reading): (place: SourcePlace) => readonly Anchor[] {
  const byOffset = new Map<number, Anchor[]>();
  for (const [pointer, { place, start = 0 }] of locations) {
    if (place.offset === undefined) continue;
    const known = byOffset.get(place.offset);
    if (known) known.push({ pointer, start });
    else byOffset.set(place.offset, [{ pointer, start }]);
  }
  return ({ offset }) => (offset === undefined ? [] : (byOffset.get(offset) ?? []));
}

const KINDS: readonly (readonly [RegExp, ViewText['kind']])[] = [
  [/^\/title$/, 'title'],
  [/^\/sections\/\d+\/heading$/, 'heading'],
  [/^\/closing\//, 'closing'],
  [/^\/preface\//, 'preface'],
];

function kindOf(anchors: readonly Anchor[]): ViewText['kind'] {
  const [first] = KINDS.filter(([pattern]) => anchors.some(({ pointer }) => pattern.test(pointer)));
  // A heading whose paragraph goes on with text is set as that text.
  return first && !(first[1] === 'heading' && anchors.some(({ pointer }) => /\/paragraphs\//.test(pointer))) ? first[1] : 'paragraph';
}

function cellOf({ text, rowSpan, columnSpan }: Cell, anchors: readonly Anchor[], set: Setter): ViewCell {
  const runs = text.split('\n').flatMap((line, index) => (index === 0 ? set(line) : [{ text: '\n' }, ...set(line)]));
  return { label: false, rowSpan, columnSpan, runs, anchors };
}

const tableOf = (pointer: string): string | undefined => /^\/tables\/[^/]+/.exec(pointer)?.[0];

function tableView({ grid }: Table, anchorsAt: (place: SourcePlace) => readonly Anchor[], set: Setter): ViewTable {
  const cells = grid.cells.map((cell) => ({ row: cell.row, cell: cellOf(cell, anchorsAt(cell.place), set) }));
  const pointer = cells.flatMap(({ cell }) => cell.anchors.flatMap((anchor) => tableOf(anchor.pointer) ?? []))[0];
  const rows: ViewCell[][] = grid.slots.map(() => []);
  for (const { row, cell } of cells) {
    const figure = cell.runs.length === 0 || cell.runs.every(({ text }) => /^[\d\s.,/—-]*$/.test(text));
    rows[row]!.push({ ...cell, label: pointer !== undefined && !figure });
  }
  return { kind: 'table', headerRows: 0, rows, ...(pointer === undefined ? {} : { pointer }) };
}

/** The view of a Word document: all of it, also what the form does not ask for. */
export async function viewDocx(bytes: Uint8Array, document: SourceDocument, reading: Reading): Promise<DocumentView> {
  const set = createSetter(await setParagraphs(bytes));
  const anchorsAt = anchorsByOffset(reading);
  const title = squeeze(reading.report.title ?? '');
  let seen = '';
  const textView = ({ text, numberLength, place }: Paragraph): ViewText => {
    const anchors = anchorsAt(place);
    let kind = kindOf(anchors);
    // A title over several lines is one node, which stands at its first.
    if (kind === 'title' || (seen !== '' && seen !== title && title.startsWith(seen + squeeze(text)))) {
      kind = 'title';
      seen += squeeze(text);
    }
    return { kind, runs: set(text, numberLength), anchors };
  };
  return document.blocks.flatMap((block): DocumentView => {
    if (block.kind === 'table') return [tableView(block, anchorsAt, set)];
    return block.kind === 'paragraph' && squeeze(block.text) !== '' ? [textView(block)] : [];
  });
}
