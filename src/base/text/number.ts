/** Reading what stands in a cell: a number, nothing, a mark for nothing, a number with a note, or something else. */
import { toHalfWidth } from './normalise.js';

/** How a cell's text was understood. `value` is set only where the text says a number. */
export type CellReading =
  | { readonly kind: 'blank' }
  /** “/”, “-”, “—”, 无, 不涉及: a mark that means “nothing to report”, but is not the number 0. */
  | { readonly kind: 'mark' }
  /** A plain number; `tidy` is false when it is written with full-width digits, inner blanks or thousands separators. */
  | { readonly kind: 'number'; readonly value: number; readonly tidy: boolean }
  /** A number followed or preceded by its unit: 165 条, 251000元. */
  | { readonly kind: 'unit'; readonly value: number; readonly unit: string }
  /** A number with a remark: 22（其中修订16件）. */
  | { readonly kind: 'annotated'; readonly value: number; readonly note: string }
  /** Anything else: prose, two numbers, a broken figure. */
  | { readonly kind: 'other' };

/** What nearly every cell holds; no more digits than are exact. */
const DIGITS = /^\d{1,15}$/;
const MARK = /^(?:[/\\／＼\-‐-―－—–─一_＿*＊]+|无|没有|不涉及|不适用|暂无|未发生|n\/?a|nil)[。.]?$/iu;
const NUMBER = '[-－−+＋]?\\d[\\d,，]*(?:\\.\\d+)?';
const UNIT = '(?:万元|亿元|元|件次|条次|人次|件|条|项|个|份|次|宗|起|篇|户|笔)';
const PLAIN = new RegExp(`^${NUMBER}$`);
const WITH_UNIT = new RegExp(`^(${NUMBER})(${UNIT})$`);
const CHANGE = /^(?:增加?|新增|\+)(\d+)$|^(?:减少?|-|−)(\d+)$/;
const ANNOTATED = new RegExp(`^(${NUMBER})${UNIT}?[（(【\\[](.*)[）)】\\]]$`, 's');

function toNumber(text: string): number | undefined {
  const plain = text.replace(/[−－]/g, '-').replace(/＋/g, '+');
  const grouped = plain.replace(/[,，]/g, '');
  if (/[,，]/.test(plain) && !/^[-+]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/.test(plain)) return undefined;
  const value = Number(grouped);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : undefined;
}

/**
 * Reads the text of a cell. `signed` admits 增N and 减N (本年增/减 of the 2019 edition).
 * Never guesses: a text that is not wholly understood is `other`.
 */
export function readCell(raw: string, signed = false): CellReading {
  if (DIGITS.test(raw)) return { kind: 'number', value: Number(raw), tidy: true };
  const visible = raw.replace(/[\u200b-\u200f\u2060\ufeff]/g, '');
  const half = toHalfWidth(visible);
  const trimmed = half.trim();
  if (trimmed === '') return { kind: 'blank' };
  if (MARK.test(trimmed.replace(/\s/g, ''))) return { kind: 'mark' };
  const closed = trimmed.replace(/[\s\u00a0]+/g, '');
  if (PLAIN.test(closed)) {
    // Blanks or line breaks between digits: 1 362 is one number as printed, 3 5 may be two; only digit groups of three are joined across lines.
    const pieces = trimmed.split(/[\s\u00a0]+/);
    if (
      pieces.length > 1 &&
      (/[\r\n]/.test(trimmed) || !pieces.every((piece) => /^[-+]?\d$/.test(piece))) &&
      !pieces.slice(1).every((piece) => /^\d{3}(?:\.\d+)?$/.test(piece)) &&
      !/^[-+]$/.test(pieces[0]!)
    ) {
      return { kind: 'other' };
    }
    const value = toNumber(closed);
    if (value === undefined) return { kind: 'other' };
    return { kind: 'number', value: Object.is(value, -0) ? 0 : value, tidy: raw.trim() === closed && !/[,，]/.test(closed) };
  }
  const unit = WITH_UNIT.exec(closed);
  if (unit) {
    const value = toNumber(unit[1]!);
    if (value !== undefined) return { kind: 'unit', value, unit: unit[2]! };
  }
  if (signed) {
    const change = CHANGE.exec(closed.replace(/[个项件]$/, ''));
    if (change) return { kind: 'annotated', value: change[1] !== undefined ? Number(change[1]) : -Number(change[2]), note: closed };
  }
  const annotated = ANNOTATED.exec(closed);
  if (annotated) {
    const value = toNumber(annotated[1]!);
    if (value !== undefined) return { kind: 'annotated', value, note: annotated[2]! };
  }
  return { kind: 'other' };
}
