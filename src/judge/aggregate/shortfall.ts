/** What a sum of many units falls short of: cells that some unit has no number in, and sums of the form that do not hold. */
import { cellsOf, editionSpec, type Relation, relationsOf, type TableKey } from '../../form/editions/index.js';
import type { CellSum, EditionSums, UnitFigures } from './add-up.js';

/** The cells of one unit that are not in the sum. */
export interface UnitGaps {
  readonly unit: UnitFigures;
  /** Tables without a single number of the unit. */
  readonly tables: readonly TableKey[];
  /** Cells of its other tables that are blank, unreadable or not there. */
  readonly cells: readonly CellSum['pointer'][];
}

/** A sum of the form that the sums of the units break. */
export interface BrokenRelation {
  readonly relation: Relation;
  readonly left: number;
  readonly right: number;
  /** The units whose own figures break it, a blank counting as nothing; `blank` when one of their cells has no number. */
  readonly units: readonly { readonly unit: string; readonly blank: boolean }[];
}

function hasNumber({ cells }: UnitFigures, pointer: CellSum['pointer']): boolean {
  return typeof cells.get(pointer) === 'number';
}

/** The units that have no number in some cell, in their order. */
export function gapsOf({ edition, units }: EditionSums): readonly UnitGaps[] {
  const tables = editionSpec(edition).tables.map((spec) => ({ key: spec.key, pointers: cellsOf(spec).map(({ pointer }) => pointer) }));
  return units.flatMap((unit): readonly UnitGaps[] => {
    const found = tables.map(({ key, pointers }) => ({ key, all: pointers.length, missing: pointers.filter((pointer) => !hasNumber(unit, pointer)) }));
    const whole = found.filter(({ all, missing }) => missing.length === all);
    const cells = found.filter((table) => !whole.includes(table)).flatMap(({ missing }) => missing);
    return whole.length + cells.length === 0 ? [] : [{ unit, tables: whole.map(({ key }) => key), cells }];
  });
}

/** The cells whose sum is not that of all units. */
export function incompleteCells({ cells, units }: EditionSums): readonly CellSum[] {
  return cells.filter(({ counted }) => counted < units.length);
}

function sideOf(terms: Relation['left'], value: (pointer: CellSum['pointer']) => number): number {
  return Number(terms.reduce((sum, { pointer, sign }) => sum + sign * value(pointer), 0).toFixed(6));
}

function isBroken({ comparison }: Relation, left: number, right: number): boolean {
  return comparison === '=' ? left !== right : left < right;
}

/** The sums of the form that do not hold for the sums of the units, each with the units it comes from. */
export function brokenRelations({ edition, units, cells }: EditionSums): readonly BrokenRelation[] {
  const sums = new Map(cells.map(({ pointer, sum }) => [pointer, sum ?? 0]));
  return editionSpec(edition)
    .tables.flatMap(relationsOf)
    .flatMap((relation): readonly BrokenRelation[] => {
      const side = (terms: Relation['left']): number => sideOf(terms, (pointer) => sums.get(pointer) ?? 0);
      const [left, right] = [side(relation.left), side(relation.right)];
      if (!isBroken(relation, left, right)) return [];
      const terms = [...relation.left, ...relation.right];
      const guilty = units.flatMap((unit) => {
        const own = (pointer: CellSum['pointer']): number => unit.cells.get(pointer) ?? 0;
        if (!isBroken(relation, sideOf(relation.left, own), sideOf(relation.right, own))) return [];
        return [{ unit: unit.unit, blank: terms.some(({ pointer }) => !hasNumber(unit, pointer)) }];
      });
      return [{ relation, left, right, units: guilty }];
    });
}
