/** What speaks for one of several answers that the sums alone leave open. */
import type { CellPointer } from '../../form/editions/index.js';
import { parentPointer } from '../../form/model/pointer.js';
import type { Change } from './changes.js';

/** The kinds of evidence, strongest first. */
export type EvidenceKind = 'text' | 'carry-over' | 'neighbouring-columns' | 'swapped-digits';

/** What is known besides the tables' sums. */
export interface Witness {
  /** The figure that the running text states for a cell, if it does. */
  claimed(pointer: CellPointer): number | undefined;
  /** What last year's report makes a cell of this year's, if it does (上年结转 = 去年的结转下年度). */
  carried(pointer: CellPointer): number | undefined;
  /** The columns of the table from left to right, to tell neighbours. */
  readonly columns: readonly string[];
}

function swappedDigits({ from, to }: Change): boolean {
  const a = String(from);
  const b = String(to);
  if (a.length !== b.length || a === b) return false;
  const differing = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  return differing.length === 2 && differing[1] === differing[0]! + 1 && a[differing[0]!] === b[differing[1]!] && a[differing[1]!] === b[differing[0]!];
}

/** Two cells of one row in neighbouring columns whose figures change places. */
function neighbours(set: readonly Change[], columns: readonly string[]): boolean {
  const [a, b] = set;
  if (!a || !b || set.length !== 2 || parentPointer(a.pointer) !== parentPointer(b.pointer)) return false;
  const column = (pointer: string): number => columns.indexOf(pointer.slice(pointer.lastIndexOf('/') + 1));
  return Math.abs(column(a.pointer) - column(b.pointer)) === 1 && a.to === b.from && b.to === a.from;
}

/** What speaks for and against a set of changes. */
export interface Weight {
  /** Figures stated elsewhere that it makes true, less those it contradicts: such a figure decides. */
  readonly stated: number;
  /** Signs of a usual slip: they put an answer first, but do not decide. */
  readonly slips: number;
  readonly kinds: readonly EvidenceKind[];
  /** Kinds of stated figures that it contradicts. */
  readonly against: readonly EvidenceKind[];
}

/** Weighs a set of changes. */
export function weigh(set: readonly Change[], witness: Witness): Weight {
  const kinds: EvidenceKind[] = [];
  const against: EvidenceKind[] = [];
  for (const [kind, figure] of [
    ['text', witness.claimed],
    ['carry-over', witness.carried],
  ] as const) {
    for (const { pointer, to } of set) {
      const value = figure(pointer);
      if (value !== undefined) (value === to ? kinds : against).push(kind);
    }
  }
  const stated = kinds.length - against.length;
  if (neighbours(set, witness.columns)) kinds.push('neighbouring-columns');
  if (set.some(swappedDigits)) kinds.push('swapped-digits');
  return { stated, slips: kinds.length - against.length - stated, kinds: [...new Set(kinds)], against: [...new Set(against)] };
}
