/**
 * The properties of runs, paragraphs and cells, as far as text and grid depend on them (ISO/IEC 29500-1, 17.3.1, 17.3.2, 17.4).
 * The same few are written again and again in a document; each is read once.
 */
import { NS, W } from '../../../base/xml/names.js';
import { attribute, child, readOnce, type Scanner, skip } from '../../../base/xml/scanner.js';
import type { NumberReference } from './counting.js';
import { isOn, wholeNumber } from './numbering.js';
import { isOwnChange } from './own.js';

/** What `w:rPr` says, of a run or of the mark of a paragraph. */
export interface RunProperties {
  /** Undefined where only a style may hide the text. */
  readonly hidden: boolean | undefined;
  readonly style: string | undefined;
  /** The paragraph mark is deleted. */
  readonly removed: boolean;
  /** How many recorded changes stand in it. */
  readonly changes: number;
  /** The font of its Western letters, where it names one. */
  readonly font: string | undefined;
}

/** What `w:pPr` says. */
export interface ParagraphProperties {
  readonly style: string | undefined;
  readonly listed: Partial<NumberReference>;
  readonly mark: RunProperties | undefined;
  /** Where the properties of the mark start and end, from the start of the element. */
  readonly markExtent: readonly [number, number] | undefined;
  readonly changes: number;
  /** It is the large first letter of the paragraph that follows. */
  readonly dropCap: boolean;
}

/** What `w:tcPr` says. */
export interface CellMerging {
  /** Grid columns as written. */
  readonly span: number | undefined;
  readonly vertical: 'restart' | 'continue' | undefined;
  /** Continues the cell to its left. */
  readonly horizontal: boolean;
  readonly deleted: boolean;
  readonly changes: number;
}

/** Reads the `w:rPr` entered last. */
export function runProperties(s: Scanner): RunProperties {
  return readOnce(s, readRun);
}

/** Reads the `w:pPr` entered last. */
export function paragraphProperties(s: Scanner): ParagraphProperties {
  return readOnce(s, readParagraph);
}

/** Reads the `w:tcPr` entered last. */
export function cellMerging(s: Scanner): CellMerging {
  return readOnce(s, readCell);
}

function readRun(s: Scanner): RunProperties {
  let hidden: boolean | undefined;
  let style: string | undefined;
  let removed = false;
  let changes = 0;
  let font: string | undefined;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.del || id === W.moveFrom) removed = true;
    if (id === W.del || id === W.moveFrom || id === W.ins || id === W.moveTo || (id === W.rPrChange && !isOwnChange(s))) changes += 1;
    else if (id === W.vanish) hidden = isOn(attribute(s, NS.word, 'val') ?? '');
    else if (id === W.rStyle) style = attribute(s, NS.word, 'val');
    else if (id === W.rFonts) font = attribute(s, NS.word, 'ascii') ?? attribute(s, NS.word, 'hAnsi');
    skip(s);
  }
  return { hidden, style, removed, changes, font };
}

function readParagraph(s: Scanner): ParagraphProperties {
  const from = s.tag;
  let style: string | undefined;
  let listed: Partial<NumberReference> = {};
  let mark: RunProperties | undefined;
  let markExtent: readonly [number, number] | undefined;
  let changes = 0;
  let dropCap = false;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.numPr) {
      const numbering = readNumbering(s);
      listed = numbering.listed;
      changes += numbering.changes;
      continue;
    }
    if (id === W.rPr) {
      const start = s.tag - from;
      mark = runProperties(s);
      markExtent = [start, s.pos - from];
      changes += mark.changes;
      continue;
    }
    if (id === W.pStyle) style = attribute(s, NS.word, 'val') ?? '';
    else if (id === W.framePr) dropCap = /^(?:drop|margin)$/.test(attribute(s, NS.word, 'dropCap') ?? '');
    else if ((id === W.pPrChange && !isOwnChange(s)) || id === W.sectPrChange) changes += 1;
    skip(s);
  }
  return { style, listed, mark, markExtent, changes, dropCap };
}

function readNumbering(s: Scanner): { readonly listed: Partial<NumberReference>; readonly changes: number } {
  let numId: string | undefined;
  let level: number | undefined;
  let changes = 0;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.numId) numId = attribute(s, NS.word, 'val');
    else if (id === W.ilvl) level = wholeNumber(attribute(s, NS.word, 'val'));
    else if (id === W.numberingChange) changes += 1;
    skip(s);
  }
  return { listed: { ...(numId === undefined ? {} : { numId }), ...(level === undefined ? {} : { level }) }, changes };
}

function readCell(s: Scanner): CellMerging {
  let span: number | undefined;
  let vertical: 'restart' | 'continue' | undefined;
  let horizontal = false;
  let deleted = false;
  let changes = 0;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === W.gridSpan) span = wholeNumber(attribute(s, NS.word, 'val'));
    else if (id === W.vMerge) vertical = attribute(s, NS.word, 'val') === 'restart' ? 'restart' : 'continue';
    else if (id === W.hMerge) horizontal = attribute(s, NS.word, 'val') !== 'restart';
    else if (id === W.cellMerge) vertical = attribute(s, NS.word, 'vMerge') === 'cont' ? 'continue' : 'restart';
    else if (id === W.cellDel) deleted = true;
    if (id === W.cellMerge || id === W.cellDel || id === W.cellIns || id === W.tcPrChange) changes += 1;
    skip(s);
  }
  return { span, vertical, horizontal, deleted, changes };
}
