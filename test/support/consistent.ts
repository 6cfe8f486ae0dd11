/** Random reports in which every sum of the form holds: the ground that properties stand on. */
import { cellsOf, type Edition, editionSpec, relationsOf, type TableKey } from '../../src/form/editions/index.js';
import type { Report } from '../../src/form/model/report.js';
import { baseReport } from './reading.js';

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Figures of a table: free cells drawn, every other cell computed from the sums of the form. */
function figures(edition: Edition, key: TableKey, random: () => number, largest: number): ReadonlyMap<string, number> {
  const spec = editionSpec(edition).tables.find((table) => table.key === key)!;
  const sums = relationsOf(spec).filter(({ comparison }) => comparison === '=');
  const cells = new Map<string, number>();
  const draw = (): number => (random() < 0.4 ? 0 : Math.floor(random() * largest));
  const totals = new Set(sums.filter(({ right }) => right.length === 1).map(({ right }) => right[0]!.pointer as string));
  const balances = sums.filter(({ right }) => right.length > 1);
  const derived = new Set([...totals, ...balances.map(({ left }) => left[0]!.pointer as string)]);
  for (const { pointer, column } of cellsOf(spec)) if (!derived.has(pointer)) cells.set(pointer, column.kind === 'change' ? draw() - 3 : draw());
  for (let pass = 0; pass < 3; pass += 1) {
    for (const { left, right } of sums) {
      if (right.length === 1 && left.every(({ pointer }) => cells.has(pointer)))
        cells.set(
          right[0]!.pointer,
          left.reduce((sum, { pointer, sign }) => sum + sign * cells.get(pointer)!, 0),
        );
    }
    for (const { left, right } of balances) {
      if (![...left.slice(1), ...right].every(({ pointer }) => cells.has(pointer))) continue;
      let need = right.reduce((sum, { pointer }) => sum + cells.get(pointer)!, 0) - left.slice(1).reduce((sum, { pointer }) => sum + cells.get(pointer)!, 0);
      if (need < 0) {
        const carried = left[1]!.pointer;
        cells.set(carried, cells.get(carried)! + need);
        need = 0;
      }
      cells.set(left[0]!.pointer, need);
    }
  }
  return cells;
}

/** A report of the edition with drawn figures; every equality of the form holds in every table. */
export function consistentReport(edition: Edition, random: () => number, largest = 60): Report {
  let report = baseReport(edition);
  for (const { key } of editionSpec(edition).tables) {
    for (const [pointer, value] of figures(edition, key, random, largest)) report = setCell(report, pointer, value);
  }
  return report;
}

/** Sets one cell of a report that nobody else holds. */
function setCell(report: Report, pointer: string, value: number): Report {
  let node = report as unknown as Record<string, unknown>;
  const parts = pointer.slice(1).split('/');
  for (const part of parts.slice(0, -1)) node = node[part] as Record<string, unknown>;
  node[parts.at(-1)!] = value;
  return report;
}
