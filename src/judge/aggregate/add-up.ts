/** Adding the tables of many units up, cell by cell, each edition by itself. */
import type { Sentence } from '../../base/errors.js';
import { type CellPointer, cellsOf, type Edition, editions, isShared, type TableKey, tableSpec } from '../../form/editions/index.js';
import { sectionName } from '../../form/model/names.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import type { Report, TableData } from '../../form/model/report.js';
import { compareUnits, foldUnit } from '../organs/same-name.js';
import { unitName } from '../organs/unit-name.js';

/** A report that was read, with the name of its file. */
export interface UnitReport {
  readonly file: string;
  readonly reading: Reading;
}

/** A unit that the roster expects. */
export interface RosterEntry {
  readonly unit: string;
  /** False for organs whose report is collected but not added up (垂直管理部门). */
  readonly counted: boolean;
  /** By when it owes the report, or the report mended, as the roster says it. */
  readonly deadline?: string;
}

/** Why a report, or a table of it, is not in the sum. */
export type LeftOutReason = 'wrong-year' | 'no-year' | 'duplicate' | 'not-counted' | 'no-tables' | 'missing-table' | 'mixed-table';

/** A report (or one table of it) that is not in the sum. */
export interface LeftOut {
  readonly file: string;
  readonly unit: string | null;
  readonly table?: TableKey;
  readonly reason: LeftOutReason;
  readonly detail: Sentence;
}

/** A unit with the file that its report was read from. */
export interface UnitName {
  readonly unit: string;
  readonly file: string;
}

/** What one unit puts into the sum: its cells, null where blank or unreadable. */
export interface UnitFigures {
  readonly unit: string;
  readonly file: string;
  readonly cells: ReadonlyMap<CellPointer, number | null>;
}

/** The sum of one cell. */
export interface CellSum {
  readonly pointer: CellPointer;
  /** Sum of the units' numbers; null when no unit has a number there. */
  readonly sum: number | null;
  /** Units with a number, and units whose cell is blank or unreadable. */
  readonly counted: number;
  readonly blank: number;
}

/** The sums of one edition's tables. */
export interface EditionSums {
  readonly edition: Edition;
  readonly units: readonly UnitFigures[];
  readonly cells: readonly CellSum[];
}

/** The result of adding up. */
export interface Aggregate {
  readonly year: number | null;
  readonly editions: readonly EditionSums[];
  readonly leftOut: readonly LeftOut[];
  /** Pairs of reports in the sum that may well be of one unit: the name of one is that of the other behind the name of a place. */
  readonly alike: readonly (readonly [UnitName, UnitName])[];
  /** Units of the roster without a report, in the roster's order; undefined when there is no roster. */
  readonly missing?: readonly string[];
  /** Units with a report that the roster does not name. */
  readonly unexpected?: readonly string[];
}

/** Sums of decimals without binary dust: amounts are printed with at most six places. */
function tidy(sum: number): number {
  return Number(sum.toFixed(6));
}

/** The year most reports are of; the later one when two are equally many. */
export function usualYear(reports: readonly UnitReport[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { reading } of reports) if (reading.report.year !== undefined) counts.set(reading.report.year, (counts.get(reading.report.year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}

function figuresOf({ file, reading }: UnitReport, leftOut: LeftOut[]): ReadonlyMap<Edition, UnitFigures> {
  const { report } = reading;
  const unit = report.unit ?? file;
  const found = new Map<Edition, Map<CellPointer, number | null>>();
  for (const [key, facts] of Object.entries(reading.tables) as [TableKey, (typeof reading.tables)[TableKey] & object][]) {
    if (facts.editions.length > 1) {
      leftOut.push({
        file,
        unit: report.unit ?? null,
        table: key,
        reason: 'mixed-table',
        detail: {
          zh: `“${sectionName(key)}”表混用了两版格式，栏目不能与任何一版相加`,
          en: `the table of ${sectionName(key, 'en')} mixes both editions, so its cells belong to neither`,
        },
      });
      continue;
    }
    // A table that is the same in every edition (四) follows the report's own.
    const edition = isShared(key) ? report.edition : facts.spec.edition;
    const cells = found.get(edition) ?? new Map<CellPointer, number | null>();
    found.set(edition, cells);
    for (const { pointer } of cellsOf(tableSpec(edition, key))) {
      const value = valueAt(report, pointer);
      // A row that the table lacks is a blank to whoever adds up.
      cells.set(pointer, typeof value === 'number' ? value : null);
    }
  }
  for (const { key } of editions[0]!.tables) {
    if (reading.tables[key]) continue;
    const detail = { zh: `没有“${sectionName(key)}”表`, en: `has no table of ${sectionName(key, 'en')}` };
    leftOut.push({ file, unit: report.unit ?? null, table: key, reason: 'missing-table', detail });
  }
  return new Map([...found].map(([edition, cells]) => [edition, { unit, file, cells }]));
}

function sumCells(edition: Edition, units: readonly UnitFigures[]): readonly CellSum[] {
  return editions
    .find((spec) => spec.edition === edition)!
    .tables.flatMap(cellsOf)
    .map(({ pointer }) => {
      let sum = 0;
      let counted = 0;
      let blank = 0;
      for (const { cells } of units) {
        const value = cells.get(pointer);
        if (typeof value === 'number') {
          sum += value;
          counted += 1;
        } else if (value === null) blank += 1;
      }
      return { pointer, sum: counted === 0 ? null : tidy(sum), counted, blank };
    });
}

/** Reports that can be added up: of the year, each unit once, none that the roster keeps out. */
function admit(reports: readonly UnitReport[], year: number | undefined, roster: readonly RosterEntry[], leftOut: LeftOut[]): readonly UnitReport[] {
  const taken = new Map<string, UnitReport>();
  return reports.filter((candidate) => {
    const { file, reading } = candidate;
    const { report } = reading;
    const out = (reason: LeftOutReason, detail: Sentence): false => {
      leftOut.push({ file, unit: report.unit ?? null, reason, detail });
      return false;
    };
    if (year !== undefined && report.year === undefined) return out('no-year', { zh: '标题中没有年度，不能确定属于哪一年', en: 'its title names no year' });
    if (report.year !== year)
      return out('wrong-year', { zh: `是${report.year}年度的报告，本次汇总${year}年度`, en: `is of ${report.year}, while ${year} is added up` });
    if (Object.keys(reading.tables).length === 0) return out('no-tables', { zh: '没有可以相加的表格', en: 'has no table to add up' });
    const entry = roster.find((known) => report.unit !== undefined && compareUnits(foldUnit(known.unit), foldUnit(report.unit)) !== 'different');
    if (entry && !entry.counted) return out('not-counted', { zh: '名册注明不计入汇总', en: 'is marked in the roster as not counted' });
    const name = report.unit === undefined ? file : foldUnit(report.unit);
    const before = taken.get(name);
    if (before)
      return out('duplicate', { zh: `与 ${before.file} 是同一单位，只计先出现的一份`, en: `is of the same unit as ${before.file}; only the first counts` });
    taken.set(name, candidate);
    return true;
  });
}

/** The pairs among reports of different names that may be of one unit. */
function alikeUnits(reports: readonly UnitReport[]): readonly (readonly [UnitName, UnitName])[] {
  const named = reports.flatMap(({ file, reading: { report } }) => (report.unit === undefined ? [] : [{ unit: report.unit, file }]));
  const byName = new Map(named.map((name) => [foldUnit(name.unit), name]));
  return [...byName].flatMap(([folded, name]) =>
    // The shorter name can only be one of its endings.
    Array.from(folded, (_, index) => byName.get(folded.slice(index)))
      .filter((other) => other !== undefined && compareUnits(folded, foldUnit(other.unit)) === 'qualified')
      .map((other) => [name, other!] as const),
  );
}

/** Adds reports up. Without `year` the one most reports are of is taken. */
export function addUp(reports: readonly UnitReport[], options: { readonly year?: number; readonly roster?: readonly RosterEntry[] } = {}): Aggregate {
  const leftOut: LeftOut[] = [];
  const year = options.year ?? usualYear(reports);
  const roster = options.roster ?? [];
  const admitted = admit(reports, year, roster, leftOut);
  const figures = admitted.map((report) => figuresOf(report, leftOut));
  const sums = editions.flatMap(({ edition }): readonly EditionSums[] => {
    const units = figures.flatMap((byEdition) => byEdition.get(edition) ?? []);
    return units.length === 0 ? [] : [{ edition, units, cells: sumCells(edition, units) }];
  });
  const isOf = (entry: RosterEntry, unit: string): boolean => compareUnits(foldUnit(entry.unit), foldUnit(unit)) !== 'different';
  const names = reports.flatMap(({ reading }) => (reading.report.year === year ? (reading.report.unit ?? []) : []));
  return {
    year: year ?? null,
    editions: sums,
    leftOut,
    alike: alikeUnits(admitted),
    ...(options.roster
      ? {
          missing: roster.filter((entry) => !names.some((name) => isOf(entry, name))).map(({ unit }) => unit),
          unexpected: [...new Set(names)].filter((name) => !roster.some((entry) => isOf(entry, name))),
        }
      : {}),
  };
}

/** The place that more than half of the units' names open with, the smallest one: 云岭县; empty when there is none. */
function commonPlace(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const { regions } = unitName(name);
    for (const [index] of regions.entries()) {
      const place = regions.slice(0, index + 1).join('');
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const shared = [...counts].filter(([, count]) => count * 2 > names.length).map(([place]) => place);
  return shared.reduce((longest, place) => (place.length > longest.length ? place : longest), '');
}

/** The sums of one edition as a report of its own, for the writers; cells that no unit fills are null. */
export function sumReport({ edition, units, cells }: EditionSums, year: number | null): Report {
  const tables: Record<string, unknown> = {};
  for (const { pointer, sum } of cells) {
    const parts = pointer.split('/').slice(2);
    let node = tables;
    for (const part of parts.slice(0, -1)) {
      node[part] ??= {};
      node = node[part] as Record<string, unknown>;
    }
    node[parts.at(-1)!] = sum;
  }
  return {
    schemaVersion: 1,
    edition,
    title: `${commonPlace(units.map(({ unit }) => unit))}${year === null ? '' : `${year}年`}政府信息公开工作年度报告汇总（${units.length}个单位）`,
    ...(year === null ? {} : { year }),
    preface: [],
    sections: [],
    tables: tables as { readonly [key in TableKey]?: TableData },
    closing: [],
  };
}
