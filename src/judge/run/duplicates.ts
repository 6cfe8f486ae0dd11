/** Reports of one unit and year, and whether their figures are the same. */
import { type CellPointer, cellsOf, editions, type TableKey, tableSpec } from '../../form/editions/index.js';
import { foldUnit } from '../organs/same-name.js';
import type { FactCell, RunFact } from './facts.js';

/** A cell that two reports fill in differently; null is a blank. */
export interface DifferentCell {
  readonly pointer: CellPointer;
  readonly own: number | null;
  readonly other: number | null;
}

/** Another report of the same unit and year. */
export interface OtherReport {
  readonly file: string;
  /** Cells that can be read in both and differ; none when the figures are the same. */
  readonly cells: readonly DifferentCell[];
  /** Tables that only one of the two has, or that follow different forms. */
  readonly tables: readonly TableKey[];
}

/** The other reports of one unit and year. */
export interface Others {
  readonly count: number;
  /** One of each that fill the tables in alike, ten at most. */
  readonly reports: readonly OtherReport[];
}

/** Of so many sets of figures of one unit each report is held against all; more tell nobody more. */
const MOST_COMPARED = 10;

function gathered<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function compare(own: RunFact, other: RunFact): OtherReport {
  const cells: DifferentCell[] = [];
  const tables: TableKey[] = [];
  for (const { key } of editions[0]!.tables) {
    const [a, b] = [own.figures[key], other.figures[key]];
    if (!a && !b) continue;
    if (!a || !b || a.edition !== b.edition) tables.push(key);
    else
      for (const [index, { pointer }] of cellsOf(tableSpec(a.edition, key)).entries()) {
        const [one, two] = [a.cells[index] as FactCell, b.cells[index] as FactCell];
        if (one !== '?' && two !== '?' && one !== two) cells.push({ pointer, own: one, other: two });
      }
  }
  return { file: other.file, cells, tables };
}

/** The other reports of the same unit and year of each that has any; only reports that tell both can be told. */
export function findDuplicates(facts: readonly RunFact[]): ReadonlyMap<RunFact, Others> {
  const found = new Map<RunFact, Others>();
  const groups = gathered(facts, ({ unit, year }) => (unit === null || year === null ? undefined : `${year} ${foldUnit(unit)}`));
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    // Copies of one report count as one, so that a folder of a thousand of them costs no million comparisons.
    const kinds = [...gathered(group, ({ figures }) => JSON.stringify(figures)).values()].slice(0, MOST_COMPARED);
    for (const own of group) {
      const others = kinds.flatMap((kind) => kind.find((candidate) => candidate !== own) ?? []);
      found.set(own, { count: group.length - 1, reports: others.map((other) => compare(own, other)) });
    }
  }
  return found;
}
