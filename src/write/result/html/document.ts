/** The document as people see it, with every finding marked in its place. */
import type { Lang } from '../../../base/lang.js';
import type { Correction, Diagnostic, Severity } from '../../../judge/diagnostic.js';
import type { DocumentView, Piece, ViewCell, ViewTable, ViewText } from '../../view/view.js';
import { escapeHtml, escapeLines } from './escape.js';
import { type Mark, type Marks, placeMarks, textOf } from './marks.js';
import { pageWords } from './words.js';

/** What is shown, and the start of every id of this report in the page. */
export interface DocumentInput {
  readonly view: DocumentView;
  readonly diagnostics: readonly Diagnostic[];
  readonly corrections: readonly Correction[];
  readonly id: string;
  readonly lang: Lang;
}

/** The document, and what its list needs to lead there. */
export interface ShownDocument {
  readonly html: string;
  /** Whether a finding is marked in it. */
  has(number: number): boolean;
  /** The id of the cell of a pointer, when it is shown. */
  cellId(pointer: string): string | undefined;
}

const ELEMENTS = { title: 'h3', preface: 'p', heading: 'h4', subheading: 'h5', paragraph: 'p', closing: 'p' } as const satisfies {
  readonly [kind in ViewText['kind']]: string;
};

const RANK: readonly Severity[] = ['error', 'warning', 'info'];

/** The gravest of some severities. */
function gravest(marks: readonly Mark[]): Severity {
  return RANK.find((severity) => marks.some((mark) => mark.severity === severity)) ?? 'info';
}

interface Drawing extends DocumentInput {
  readonly marks: Marks;
  readonly ids: ReadonlyMap<Piece, string>;
}

/** The number of a finding, which leads to it in the list. */
function reference({ number, severity }: Mark, { id, lang }: Drawing): string {
  const words = pageWords[lang];
  const label = words.finding(number, words.severity[severity]);
  return `<a class="ref ${severity}" id="${id}m${number}" href="#${id}f${number}" aria-label="${label}">${number}</a>`;
}

/** The runs from one character to another. */
function slice({ runs }: Piece, from: number, to: number): string {
  let at = 0;
  return runs
    .map(({ text, styles = [] }) => {
      const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
      at += text.length;
      return part === '' ? '' : styles.reduceRight((inner, style) => `<${style}>${inner}</${style}>`, escapeLines(part));
    })
    .join('');
}

/** The text of a piece with its marked words, and the numbers of the findings behind them. */
function content(piece: Piece, drawing: Drawing): string {
  const marks = drawing.marks.of(piece);
  const length = textOf(piece).length;
  const ranged = marks.filter(({ range }) => range !== undefined);
  const cuts = [...new Set([0, length, ...ranged.flatMap(({ range }) => range!)])].sort((a, b) => a - b);
  const text = cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const over = ranged.filter(({ range }) => range![0] <= from && range![1] >= to);
    const ending = over.filter(({ range, numbered }) => numbered && range![1] === to).map((mark) => reference(mark, drawing));
    const html = slice(piece, from, to);
    return (over.length === 0 ? html : `<mark class="${gravest(over)}">${html}</mark>`) + ending.join('');
  });
  const whole = marks.filter(({ range, numbered }) => range === undefined && numbered).map((mark) => reference(mark, drawing));
  return text.join('') + whole.join('');
}

/** Classes of a piece that is marked as a whole. */
function wholeClass(piece: Piece, { marks }: Drawing): string {
  const whole = marks.of(piece).filter(({ range }) => range === undefined);
  return whole.length === 0 ? '' : `marked ${gravest(whole)}`;
}

function paragraph(piece: ViewText, drawing: Drawing): string {
  const name = ELEMENTS[piece.kind];
  const classes = [piece.kind, wholeClass(piece, drawing)].filter((word) => word !== '').join(' ');
  return `<${name} class="${classes}">${content(piece, drawing)}</${name}>`;
}

function correctionsIn(cell: ViewCell, { corrections }: Drawing): readonly Correction[] {
  return corrections.filter(({ pointer }) => cell.anchors.some((anchor) => anchor.pointer === pointer));
}

function correction(own: readonly Correction[], { lang }: Drawing): string {
  const words = pageWords[lang];
  const texts = [...new Set(own.map(({ to, certainty }) => (certainty === 'unique' ? words.shouldBe(to) : words.mayBe(to))))];
  return texts.map((text) => `<ins>${text}</ins>`).join('');
}

function cell(piece: ViewCell, drawing: Drawing): string {
  const name = piece.label ? 'th' : 'td';
  const spans = (piece.rowSpan > 1 ? ` rowspan="${piece.rowSpan}"` : '') + (piece.columnSpan > 1 ? ` colspan="${piece.columnSpan}"` : '');
  const id = drawing.ids.get(piece);
  const own = correctionsIn(piece, drawing);
  const suspect = own.some(({ certainty }) => certainty === 'unique') ? 'suspect' : '';
  const classes = [wholeClass(piece, drawing), suspect].filter((word) => word !== '').join(' ');
  const attributes = `${spans}${id === undefined ? '' : ` id="${id}"`}${classes === '' ? '' : ` class="${classes}"`}`;
  return `<${name}${attributes}>${content(piece, drawing)}${correction(own, drawing)}</${name}>`;
}

function table({ pointer, rows, headerRows }: ViewTable, drawing: Drawing): string {
  const notes = (pointer === undefined ? [] : drawing.marks.ofTable(pointer)).map((mark) => reference(mark, drawing));
  const html = rows.map((row) => `<tr>${row.map((piece) => cell(piece, drawing)).join('')}</tr>`);
  const head = headerRows === 0 ? '' : `<thead>${html.slice(0, headerRows).join('')}</thead>`;
  const note = notes.length === 0 ? '' : `<p class="table-notes">${notes.join('')}</p>`;
  return `${note}<div class="scroll"><table>${head}<tbody>${html.slice(headerRows).join('\n')}</tbody></table></div>`;
}

/** Shows a document. The order of `diagnostics` numbers them. */
export function showDocument(input: DocumentInput): ShownDocument {
  const { view, diagnostics, corrections, id } = input;
  const wanted = new Set([
    ...diagnostics.flatMap(({ pointer, related }) => [pointer, ...related.map((item) => item.pointer)]),
    ...corrections.map(({ pointer }) => pointer),
  ]);
  const cells = view.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const ids = new Map<Piece, string>();
  const byPointer = new Map<string, string>();
  for (const piece of cells) {
    const own = piece.anchors.filter(({ pointer }) => wanted.has(pointer));
    if (own.length === 0) continue;
    const name = `${id}c${ids.size + 1}`;
    ids.set(piece, name);
    for (const { pointer } of own) byPointer.set(pointer, name);
  }
  const drawing: Drawing = { ...input, ids, marks: placeMarks(view, diagnostics) };
  const html = view.map((block) => (block.kind === 'table' ? table(block, drawing) : paragraph(block, drawing))).join('\n');
  return { html, has: (number) => drawing.marks.has(number), cellId: (pointer) => byPointer.get(pointer) };
}

/** A name for the document, for people who do not see it. */
export function documentLabel(lang: Lang): string {
  return escapeHtml(pageWords[lang].document);
}
