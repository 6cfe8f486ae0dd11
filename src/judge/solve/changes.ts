/** The smallest set of cell changes that satisfies every broken sum at once: exact, for one cell and for two. */
import type { CellPointer } from '../../form/editions/index.js';
import type { Sum } from '../rule.js';

/** One cell set to another count. */
export interface Change {
  readonly pointer: CellPointer;
  readonly from: number;
  readonly to: number;
}

/** Sums that share cells, with the ways to mend all the broken ones among them. */
export interface Component {
  readonly broken: readonly Sum[];
  /** Every smallest set of changes, of one cell or of two; empty when two cells do not suffice. */
  readonly alternatives: readonly (readonly Change[])[];
}

/** An equation Σ coefficient·cell = 0 with what it now amounts to. */
interface Equation {
  readonly sum: Sum;
  readonly residual: number;
  readonly cells: readonly number[];
}

interface System {
  readonly pointers: readonly CellPointer[];
  readonly values: readonly number[];
  readonly equations: readonly Equation[];
  /** For each cell, its equations with its coefficient there. */
  readonly memberships: readonly (readonly { readonly equation: number; readonly coefficient: number }[])[];
}

function systemOf(sums: readonly Sum[], value: (pointer: CellPointer) => number): System {
  const index = new Map<CellPointer, number>();
  const pointers: CellPointer[] = [];
  const values: number[] = [];
  const memberships: { equation: number; coefficient: number }[][] = [];
  const equations = sums.map((sum, equation): Equation => {
    const cells: number[] = [];
    const take = (terms: Sum['relation']['left'], side: 1 | -1): void => {
      for (const { pointer, sign } of terms) {
        let cell = index.get(pointer);
        if (cell === undefined) {
          cell = pointers.length;
          index.set(pointer, cell);
          pointers.push(pointer);
          values.push(value(pointer));
          memberships.push([]);
        }
        cells.push(cell);
        memberships[cell]!.push({ equation, coefficient: sign * side });
      }
    };
    take(sum.relation.left, 1);
    take(sum.relation.right, -1);
    return { sum, residual: sum.left! - sum.right!, cells };
  });
  return { pointers, values, equations, memberships };
}

/** Sums that share cells, directly or through others, each group in the order given. */
function connected(sums: readonly Sum[]): readonly (readonly Sum[])[] {
  const parent = sums.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const owner = new Map<CellPointer, number>();
  sums.forEach(({ relation }, index) => {
    for (const terms of [relation.left, relation.right]) {
      for (const { pointer } of terms) {
        const known = owner.get(pointer);
        if (known === undefined) owner.set(pointer, index);
        else parent[root(index)] = root(known);
      }
    }
  });
  const groups = new Map<number, Sum[]>();
  sums.forEach((sum, index) => {
    const group = groups.get(root(index));
    if (group) group.push(sum);
    else groups.set(root(index), [sum]);
  });
  return [...groups.values()];
}

/** Whether the deltas of the cells clear every equation these cells stand in. Broken equations elsewhere are the caller's to check. */
function clears(system: System, deltas: ReadonlyMap<number, number>): boolean {
  const moved = new Map<number, number>();
  for (const [cell, delta] of deltas) {
    const to = system.values[cell]! + delta;
    if (delta === 0 || to < 0 || !Number.isSafeInteger(to)) return false;
    for (const { equation, coefficient } of system.memberships[cell]!) moved.set(equation, (moved.get(equation) ?? 0) + coefficient * delta);
  }
  for (const [equation, amount] of moved) if (system.equations[equation]!.residual + amount !== 0) return false;
  return true;
}

function single(system: System, broken: readonly number[]): readonly (readonly [number, number])[] {
  const [first] = broken;
  const found: [number, number][] = [];
  for (const cell of system.equations[first!]!.cells) {
    const own = system.memberships[cell]!;
    if (own.length !== broken.length || !own.every(({ equation }) => broken.includes(equation))) continue;
    const { equation, coefficient } = own[0]!;
    const delta = -system.equations[equation]!.residual / coefficient;
    if (clears(system, new Map([[cell, delta]]))) found.push([cell, delta]);
  }
  return found;
}

/** The deltas of two cells, where their equations determine both. */
function solvePair(system: System, a: number, b: number): readonly [number, number] | undefined {
  const inA = system.memberships[a]!;
  const inB = system.memberships[b]!;
  const onlyA = inA.find(({ equation }) => !inB.some((other) => other.equation === equation));
  const onlyB = inB.find(({ equation }) => !inA.some((other) => other.equation === equation));
  const shared = inA.find(({ equation }) => inB.some((other) => other.equation === equation));
  const residual = (equation: number): number => system.equations[equation]!.residual;
  const coefficientOfB = (equation: number): number => inB.find((other) => other.equation === equation)!.coefficient;
  let deltaA = onlyA ? -residual(onlyA.equation) / onlyA.coefficient : undefined;
  let deltaB = onlyB ? -residual(onlyB.equation) / onlyB.coefficient : undefined;
  if (deltaA === undefined && deltaB !== undefined && shared)
    deltaA = (-residual(shared.equation) - coefficientOfB(shared.equation) * deltaB) / shared.coefficient;
  if (deltaB === undefined && deltaA !== undefined && shared)
    deltaB = (-residual(shared.equation) - shared.coefficient * deltaA) / coefficientOfB(shared.equation);
  return deltaA === undefined || deltaB === undefined ? undefined : [deltaA, deltaB];
}

function pairs(system: System, broken: readonly number[]): readonly (readonly (readonly [number, number])[])[] {
  const found = new Map<string, readonly (readonly [number, number])[]>();
  for (const a of system.equations[broken[0]!]!.cells) {
    const own = system.memberships[a]!;
    const uncovered = broken.find((equation) => !own.some((member) => member.equation === equation));
    const sound = own.find(({ equation }) => system.equations[equation]!.residual === 0)?.equation;
    // The second cell must stand in what the first leaves broken, or in what changing the first would break.
    const partners =
      uncovered !== undefined
        ? system.equations[uncovered]!.cells
        : sound !== undefined
          ? system.equations[sound]!.cells
          : own.flatMap(({ equation }) => system.equations[equation]!.cells);
    for (const b of partners) {
      if (a === b) continue;
      const key = a < b ? `${a},${b}` : `${b},${a}`;
      if (found.has(key)) continue;
      if (!broken.every((equation) => own.some((m) => m.equation === equation) || system.memberships[b]!.some((m) => m.equation === equation))) continue;
      const deltas = solvePair(system, a, b);
      if (
        deltas &&
        clears(
          system,
          new Map([
            [a, deltas[0]],
            [b, deltas[1]],
          ]),
        )
      ) {
        found.set(
          key,
          [[a, deltas[0]] as const, [b, deltas[1]] as const].sort((x, y) => x[0] - y[0]),
        );
      }
    }
  }
  return [...found.values()];
}

/**
 * For each group of connected sums with a broken one: every set of one cell that mends all of them, else every set of two.
 * Sums with an unknown operand, and comparisons other than equality, take no part. Time is bounded by (cells per sum)².
 */
export function smallestChanges(sums: readonly Sum[], value: (pointer: CellPointer) => number): readonly Component[] {
  const equations = sums.filter((sum) => sum.relation.comparison === '=' && sum.unknown.length === 0);
  if (equations.every((sum) => sum.left === sum.right)) return [];
  return connected(equations).flatMap((group): readonly Component[] => {
    if (group.every((sum) => sum.left === sum.right)) return [];
    const system = systemOf(group, value);
    const broken = system.equations.flatMap(({ residual }, index) => (residual === 0 ? [] : [index]));
    const ones = single(system, broken).map((change) => [change]);
    const sets = ones.length > 0 ? ones : pairs(system, broken);
    const named = sets.map((set) =>
      set.map(([cell, delta]): Change => ({ pointer: system.pointers[cell]!, from: system.values[cell]!, to: system.values[cell]! + delta })),
    );
    return [{ broken: broken.map((index) => system.equations[index]!.sum), alternatives: named }];
  });
}
