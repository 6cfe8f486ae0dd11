/** The editions, how to choose one, and the walks over their cells that everything else is built on. */
import { list } from './list.js';
import type * as Spec from './spec.js';
import type { BlockSpec, ColumnSpec, RowSpec, TableKey } from './spec.js';

export type { Basis, BlockSpec, CellKind, ColumnSpec, RelationSpec, RowSpec, SectionKey, SectionSpec, TableKey } from './spec.js';

/** The name of an edition: the year of its notice. 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号. */
export type Edition = (typeof list)[number]['edition'];

/** One statutory table of one edition. */
export type TableSpec = Spec.TableSpec<Edition>;

/** A whole form; `lastYear` is the last report year that it is for, absent while there is no newer one. */
export type EditionSpec = Spec.EditionSpec<Edition> & { readonly lastYear?: number };

/** Every edition, oldest first. */
export const editions: readonly EditionSpec[] = (list as readonly Spec.EditionSpec<Edition>[]).map((spec, index, all) => {
  const next = all[index + 1];
  return next ? { ...spec, lastYear: next.firstYear - 1 } : spec;
});

/** The newest edition. */
export const newest: EditionSpec = editions.at(-1)!;

/** The specification of an edition. */
export function editionSpec(edition: Edition): EditionSpec {
  const spec = editions.find((candidate) => candidate.edition === edition);
  if (!spec) throw new Error(`there is no edition ${edition}`);
  return spec;
}

/** The edition that a report for `year` must use: the last whose first year has come; years before the oldest fall to that. */
export function editionForYear(year: number): Edition {
  return (editions.findLast(({ firstYear }) => firstYear <= year) ?? editions[0]!).edition;
}

/** One table of an edition. */
export function tableSpec(edition: Edition, key: TableKey): TableSpec {
  const table = editionSpec(edition).tables.find((candidate) => candidate.key === key);
  if (!table) throw new Error(`edition ${edition} has no table ${key}`);
  return table;
}

type BlockOf<T> = T extends { readonly blocks: readonly (infer B)[] } ? B : never;
type KeyOf<T> = T extends readonly { readonly key: infer K extends string }[] ? K : never;
type PathOf<B> = B extends { readonly rows: infer R; readonly columns: infer C }
  ? KeyOf<R> extends infer Row extends string
    ? Row extends ''
      ? KeyOf<C>
      : `${Row}/${KeyOf<C>}`
    : never
  : never;
type PointerOfTable<T> = T extends { readonly key: infer K extends string } ? `/tables/${K}/${PathOf<BlockOf<T>>}` : never;

/** Every cell pointer of any edition, as a type: a misspelt one does not compile. */
export type CellPointer = PointerOfTable<(typeof list)[number]['tables'][number]>;

type Head<Path extends string> = Path extends `${infer First}/${string}` ? First : Path;
type Below<Path extends string, First extends string> = Path extends `${First}/${infer Rest}` ? Rest : never;
type Nested<Path extends string> = { readonly [First in Head<Path>]?: [Below<Path, First>] extends [never] ? number | null : Nested<Below<Path, First>> };

/** The figures of every table as the forms nest them; a figure that is blank or unreadable is null, what a form or a document lacks is absent. */
export type Tables = { readonly [Key in TableKey]?: Nested<Below<CellPointer, `/tables/${Key}`>> };

/** One cell of a form: where it stands in the model and in the printed table. */
export interface CellSpec {
  readonly pointer: CellPointer;
  readonly table: TableKey;
  readonly block: BlockSpec;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

/** The pointer of a cell, from the keys of its row and column. */
export function cellPointer(table: TableKey, rowKey: string, columnKey: string): CellPointer {
  return `/tables/${table}/${rowKey === '' ? '' : `${rowKey}/`}${columnKey}` as CellPointer;
}

const cellCache = new WeakMap<TableSpec, readonly CellSpec[]>();

/** Every cell of a table in printed order. */
export function cellsOf(table: TableSpec): readonly CellSpec[] {
  const known = cellCache.get(table);
  if (known) return known;
  const cells = table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column) => ({ pointer: cellPointer(table.key, row.key, column.key), table: table.key, block, row, column })),
    ),
  );
  cellCache.set(table, cells);
  return cells;
}

const pointerCache = new WeakMap<TableSpec, ReadonlySet<CellPointer>>();

/** The pointers of every cell of a table. */
export function pointersOf(table: TableSpec): ReadonlySet<CellPointer> {
  const known = pointerCache.get(table) ?? new Set(cellsOf(table).map(({ pointer }) => pointer));
  pointerCache.set(table, known);
  return known;
}

/** One sum of a table with its terms as pointers: Σ left (comparison) Σ right. */
export interface Relation {
  readonly rule: string;
  readonly comparison: '=' | '>=';
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly basis: TableSpec['relations'][number]['basis'];
}

/** A signed term of a relation. */
export interface Term {
  readonly pointer: CellPointer;
  readonly sign: 1 | -1;
}

const relationCache = new WeakMap<TableSpec, readonly Relation[]>();

/** Every sum of a table, spelt out cell by cell, in printed order. */
export function relationsOf(table: TableSpec): readonly Relation[] {
  const known = relationCache.get(table);
  if (known) return known;
  const spelt = table.relations.flatMap((relation) =>
    table.blocks.flatMap((block) => {
      const lines = relation.repeat === 'for-each-column' ? block.columns : block.rows;
      const chosen = lines.filter((line) => !relation.only || relation.only.includes(line.key));
      const terms = (keys: readonly string[], line: string): readonly Term[] =>
        keys.map((signed) => {
          const sign = signed.startsWith('-') ? -1 : 1;
          const key = sign === -1 ? signed.slice(1) : signed;
          return { sign, pointer: relation.repeat === 'for-each-column' ? cellPointer(table.key, key, line) : cellPointer(table.key, line, key) };
        });
      return chosen.map((line) => ({
        rule: relation.rule,
        comparison: relation.comparison,
        left: terms(relation.left, line.key),
        right: terms(relation.right, line.key),
        basis: relation.basis,
      }));
    }),
  );
  relationCache.set(table, spelt);
  return spelt;
}

/** Whether every edition has the very same cells in a table, so that the table does not tell which edition it follows. */
export function isShared(key: TableKey): boolean {
  const [first, ...others] = editions.map(({ edition }) => pointersOf(tableSpec(edition, key)));
  return others.every((other) => other.size === first!.size && [...other].every((pointer) => first!.has(pointer)));
}
