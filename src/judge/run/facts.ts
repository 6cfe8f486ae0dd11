/** What a report tells to the others of its run: all that findings about several reports need, as plain data that a results file can carry. */
import { cellsOf, type Edition, type TableKey, tableSpec } from '../../form/editions/index.js';
import { valueAt } from '../../form/model/pointer.js';
import type { Reading } from '../../form/model/reading.js';
import type { Report } from '../../form/model/report.js';
import type { SourcePlace } from '../../form/place.js';
import { isUnreadable } from '../unreadable.js';

/** A figure, null where the cell is blank, '?' where nobody can read it or the table lacks it. */
export type FactCell = number | null | '?';

/** What one report tells. */
export interface RunFact {
  /** The name that results carry. */
  readonly file: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** The running text, with what must not be printed masked. */
  readonly sections: Report['sections'];
  /** Where the nodes stand that findings speak of, by JSON Pointer. */
  readonly places: Readonly<Record<string, SourcePlace>>;
  /** The figures of each table in the order of its form. A table that mixes two forms has none. */
  readonly figures: { readonly [key in TableKey]?: { readonly edition: Edition; readonly cells: readonly FactCell[] } };
}

function placesOf({ report, locations }: Reading): RunFact['places'] {
  const pointers = [
    '/title',
    '/unit',
    '/year',
    ...report.sections.flatMap(({ paragraphs }, index) => [
      `/sections/${index}/heading`,
      ...paragraphs.map((_, paragraph) => `/sections/${index}/paragraphs/${paragraph}`),
    ]),
  ];
  return Object.fromEntries(
    pointers.flatMap((pointer) => {
      const located = locations.get(pointer);
      if (!located) return [];
      const { offset: _offset, ...place } = located.place;
      return [[pointer, place]];
    }),
  );
}

function figuresOf({ report, tables, locations }: Reading): RunFact['figures'] {
  const whole = Object.entries(tables).filter(([, { editions }]) => editions.length < 2);
  return Object.fromEntries(
    whole.map(([key, { spec }]) => {
      const cells = cellsOf(tableSpec(spec.edition, key as TableKey)).map(({ pointer, column }): FactCell => {
        const value = valueAt(report, pointer);
        if (typeof value === 'number') return value;
        return value === null && !isUnreadable(locations.get(pointer), column) ? null : '?';
      });
      return [key, { edition: spec.edition, cells }];
    }),
  );
}

/** Gathers what a report tells; `printable` is the report with what must not be printed masked. */
export function runFactOf(file: string, reading: Reading, printable: Report): RunFact {
  const { unit, year, edition, sections } = printable;
  return { file, unit: unit ?? null, year: year ?? null, edition, sections, places: placesOf(reading), figures: figuresOf(reading) };
}
