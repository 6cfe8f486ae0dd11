/** Lines of a text file cut into the pieces that a table is laid out with: words and values, each with its columns. */
import { HAN } from '../../../base/text/han.js';
import { foldCell } from '../../../base/text/normalise.js';
import { readCell } from '../../../base/text/number.js';
import { displayColumns } from '../../../base/text/width.js';
import type { Line } from '../../document.js';
import { BAR, type BarStyle, barredPart, barStyleOf, isDrawn, isStroke } from './bars.js';
import type { CellSigns, FlowLine, Piece } from './line.js';
import { withoutSurplus } from './surplus.js';

const DASH = '[-‐-―－—–─﹣_~·•]';
const PAGE_NUMBER = new RegExp(`^(?:${DASH}+\\s*\\d{1,4}\\s*${DASH}+|第\\s*\\d{1,4}\\s*页(?:[，,/／\\s]*共\\s*\\d{1,4}\\s*页)?|[Pp]age\\s*\\d{1,4}.*)$`);
/** A text of more lines is no report; its lines are not cut. */
const MOST_LINES = 20_000;
/** No row of a table is longer, in characters. */
const LONGEST_ROW = 1500;
const BARE_NUMBER = /^[-+]?\d[\d,，.]*$/;
const UNIT = /^(?:万元|亿元|元|件次|条次|人次|件|条|项|个|份|次|宗|起|篇|户|笔)$/;
/** A label with its figure stuck to its end, where copying lost what parted them. */
const STUCK = new RegExp(`^(.*[${HAN}）)”"」』])([-+]?\\d[\\d,，]*(?:\\.\\d+)?(?:[（(][^（(]+[）)])?)$`);
/** Where a numbered label begins in the middle of a piece: …办（二）部分公开, …密2.其他法律. */
const NUMBERED = new RegExp(`(?<=[${HAN}])(?=[（(][一二三四五六七八九十][)）])|(?<=[${HAN}])(?=\\d[.．、][${HAN}])`);
const WORD = new RegExp(`[${HAN}a-z]`, 'i');

/** Cuts the lines of a flow; cells that take several lines are still in parts. */
export function lexLines(blocks: readonly Line[]): readonly FlowLine[] {
  let page = 0;
  const style = barStyleOf(blocks.length > MOST_LINES ? [] : blocks.map(({ text }) => text));
  const lines = blocks.map((block, index): FlowLine => {
    if (block.text.startsWith('\f')) page += 1;
    const text = block.text.replace(/^\f/, '');
    const trimmed = text.trim();
    const long = text.length > LONGEST_ROW || blocks.length > MOST_LINES;
    if (!long && isDrawn(text)) return { block, index, page, signs: 'bars', pieces: [], cells: [], blank: false, pageNumber: true };
    const signs = long ? 'none' : signsOf(text, style);
    const lexed = long
      ? longLine(text, block, index)
      : signs === 'none'
        ? { pieces: looseLine(text, block, index), cells: [] }
        : signedLine(text, signs, block, index, style);
    return {
      block,
      index,
      page,
      signs,
      ...lexed,
      blank: trimmed === '' || (signs === 'bars' && lexed.pieces.length === 0),
      pageNumber: isPageNumber(trimmed.replace(/\u3000/g, ' ')),
    };
  });
  const labelled = lines.map((line, index) =>
    isNumberOfLabel(line, lines[index + 1]) ? { ...line, pieces: line.pieces.map((one) => ({ ...one, kind: 'words' as const })) } : line,
  );
  return withoutSurplus(markLonePageNumbers(labelled));
}

function isPageNumber(text: string): boolean {
  // 4/8 is a page of eight, 4/1 and 4   /   8 are cells.
  const [, page, pages] = /^(\d{1,4}) ?[/／] ?(\d{1,4})$/.exec(text) ?? [];
  return page === undefined ? PAGE_NUMBER.test(text) : Number(page) >= 1 && Number(page) <= Number(pages) && Number(pages) > 1;
}

/** The number of a label written one character a line: the 1 of 1.信访举报投诉类申请, its point on the next line. */
function isNumberOfLabel(line: FlowLine, next: FlowLine | undefined): boolean {
  return line.signs === 'none' && /^\s*\d{1,2}\s*$/.test(line.block.text) && next !== undefined && /^\s*[.．、]/.test(next.block.text);
}

/** A line longer than any row is running text: one piece, known by its beginning. */
function longLine(text: string, block: Line, index: number): Pick<FlowLine, 'pieces' | 'cells'> {
  const head = text.trimStart().slice(0, 80);
  const start = text.length - text.trimStart().length;
  return { pieces: head === '' ? [] : [{ ...piece(block, index, head, start, displayColumns(text.slice(0, start + 80))), kind: 'words' }], cells: [] };
}

function signsOf(text: string, style: BarStyle): CellSigns {
  if (barredPart(text, style)) return 'bars';
  if (/^\t+[^\t]*$/.test(text)) return 'tabbed-cell';
  return text.includes('\t') ? 'tabs' : 'none';
}

type Nature = Pick<Piece, 'kind' | 'folded'>;

const natures = new Map<string, Nature>();
/** Texts remembered at most; figures and labels come again and again. */
const MOST_REMEMBERED = 5000;

function natureOf(text: string): Nature {
  const known = natures.get(text);
  if (known) return known;
  const read = readCell(text, true).kind;
  const kind = read === 'mark' ? (WORD.test(text) ? 'either' : 'value') : read === 'blank' || read === 'other' ? 'words' : 'value';
  const nature: Nature = { kind, folded: foldCell(text) };
  if (natures.size >= MOST_REMEMBERED) natures.clear();
  natures.set(text, nature);
  return nature;
}

function piece(line: Line, index: number, text: string, start: number, columns: readonly number[]): Piece {
  const end = start + text.length;
  const place = { ...line.place, columnNumber: (line.place.columnNumber ?? 1) + start };
  return { ...natureOf(text), text, line: index, start, end, displayStart: columns[start]!, displayEnd: columns[end]!, place };
}

function looseLine(text: string, block: Line, index: number): readonly Piece[] {
  const columns = displayColumns(text);
  const words = [...text.matchAll(/[^\s\u00a0\u3000|│┃║]+/g)].map((match) => ({ text: match[0], start: match.index }));
  const joined: { text: string; start: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const near = (next: number): boolean => next < words.length && words[next]!.start - words[next - 1]!.start - words[next - 1]!.text.length === 1;
    const upTo = (next: number): string => text.slice(word.start, words[next]!.start + words[next]!.text.length);
    let last = at;
    if (BARE_NUMBER.test(word.text) && near(at + 1)) {
      const next = words[at + 1]!.text;
      if (UNIT.test(next) || (/^[（(]/.test(next) && !/^[（(][一二三四五六七八九十\d][)）]/.test(next))) last = at + 1;
    }
    // A note is taken with its number only as far as its closing bracket, if that is on the line.
    if (/^[-+]?\d/.test(word.text) && isOpen(upTo(last))) {
      let close = last;
      while (near(close + 1) && isOpen(upTo(close))) close += 1;
      last = isOpen(upTo(close)) ? at : close;
    }
    joined.push({ text: upTo(last), start: word.start });
    at = last;
  }
  return joined.flatMap((word) => parts(word)).map((word) => piece(block, index, word.text, word.start, columns));
}

function parts(word: { readonly text: string; readonly start: number }): readonly { readonly text: string; readonly start: number }[] {
  if (natureOf(word.text).kind !== 'words') return [word];
  const stuck = STUCK.exec(word.text);
  if (stuck && !/第[一二三四五六七八九十]*$/.test(stuck[1]!))
    return [...parts({ text: stuck[1]!, start: word.start }), { text: stuck[2]!, start: word.start + stuck[1]!.length }];
  let start = word.start;
  return word.text.split(NUMBERED).map((text) => {
    const part = { text, start };
    start += text.length;
    return part;
  });
}

function signedLine(text: string, signs: CellSigns, block: Line, index: number, style: BarStyle): Pick<FlowLine, 'pieces' | 'cells'> {
  const columns = displayColumns(text);
  const sign = signs === 'bars' ? BAR : /\t/g;
  const body = (signs === 'bars' ? barredPart(text, style) : undefined) ?? { from: 0, to: text.length };
  const edges = [...text.slice(body.from, body.to).matchAll(sign)].map((match) => match.index + body.from);
  let start = body.from;
  const cells: (Piece | undefined)[] = [];
  for (const edge of [...edges, body.to]) {
    const inner = text.slice(start, edge);
    const trimmed = inner.trim();
    cells.push(trimmed === '' || isStroke(trimmed) ? undefined : piece(block, index, trimmed, start + inner.length - inner.trimStart().length, columns));
    start = edge + 1;
  }
  // Behind its tabs a lone cell counts once, however many tabs stand before it.
  const kept = signs === 'tabbed-cell' ? cells.slice(-1) : cells;
  return { cells: kept, pieces: kept.filter((cell) => cell !== undefined) };
}

/** Whether a bracket is open at the end of a text. */
export function isOpen(text: string): boolean {
  return (text.match(/[（(]/g)?.length ?? 0) > (text.match(/[）)]/g)?.length ?? 0);
}

/** A bare number alone at the edge of a page is its number when other pages count along with it, or when it is the page's ordinal. */
function markLonePageNumbers(lines: readonly FlowLine[]): readonly FlowLine[] {
  const candidates = new Map<number, { line: number; value: number; page: number }[]>();
  const ordinals = new Set<number>();
  const pages = new Map<number, FlowLine[]>();
  for (const line of lines) {
    if (line.blank) continue;
    const own = pages.get(line.page);
    if (own) own.push(line);
    else pages.set(line.page, [line]);
  }
  if (pages.size < 2) return lines;
  for (const [page, own] of pages) {
    for (const line of new Set([own[0]!, own.at(-1)!])) {
      const text = line.block.text.trim();
      if (line.signs !== 'none' || !/^\d{1,3}$/.test(text)) continue;
      const offset = Number(text) - page;
      candidates.set(offset, [...(candidates.get(offset) ?? []), { line: line.index, value: Number(text), page }]);
      // The page's own ordinal right at the page break: never a figure, though it may yet be a cell.
      if (offset === 1 && line === own.at(-1)) ordinals.add(line.index);
    }
  }
  const numbers = new Set(
    [...candidates.values()].filter((same) => new Set(same.map(({ page }) => page)).size * 2 > pages.size).flatMap((same) => same.map(({ line }) => line)),
  );
  return lines.map((line) => (numbers.has(line.index) || ordinals.has(line.index) ? { ...line, pageNumber: true } : line));
}
