/** Which form a table follows, judged by the rows and columns it really has, and which sums can then be asked of it. */
import {
  type BlockSpec,
  cellPointer,
  type Edition,
  editions,
  pointersOf,
  type RelationSpec,
  type RowSpec,
  type TableKey,
  type TableSpec,
  tableSpec,
} from './editions/index.js';
import type { TableFacts } from './model/reading.js';

type Derived = Pick<TableFacts, 'spec' | 'editions' | 'missingRows' | 'missingColumns'>;

function blockPointers(key: TableKey, block: BlockSpec): readonly string[] {
  return block.rows.flatMap((row) => block.columns.map((column) => cellPointer(key, row.key, column.key)));
}

function count(pointers: Iterable<string>, present: ReadonlySet<string>): number {
  let found = 0;
  for (const pointer of pointers) if (present.has(pointer)) found += 1;
  return found;
}

/** How a table fits an edition: which of its cells the edition has, and whether none of the edition's is missing. */
interface EditionFit {
  readonly edition: Edition;
  readonly covered: ReadonlySet<string>;
  readonly complete: boolean;
}

function fitOf(key: TableKey, edition: Edition, present: ReadonlySet<string>): EditionFit {
  const own: ReadonlySet<string> = pointersOf(tableSpec(edition, key));
  const covered = new Set([...present].filter((pointer) => own.has(pointer)));
  return { edition, covered, complete: covered.size === own.size };
}

/** The rows of two versions of one block that the table has, in printed order; rows it lacks are kept only from the base version. */
function mergeRows(key: TableKey, base: BlockSpec, other: BlockSpec, present: ReadonlySet<string>): readonly RowSpec[] {
  const has = (row: RowSpec): boolean => base.columns.some((column) => present.has(cellPointer(key, row.key, column.key)));
  const foreign = other.rows.filter((row) => has(row) && !base.rows.some((own) => own.key === row.key));
  const replaced = (row: RowSpec): boolean => !has(row) && foreign.some((found) => found.key.startsWith(`${row.key}/`) || row.key.startsWith(`${found.key}/`));
  const rows = base.rows.filter((row) => !replaced(row));
  for (const row of foreign) {
    const before = other.rows.slice(0, other.rows.indexOf(row)).findLast((candidate) => rows.some((own) => own.key === candidate.key));
    rows.splice(before ? rows.findIndex((own) => own.key === before.key) + 1 : 0, 0, row);
  }
  return rows;
}

function mergeRelations(base: TableSpec, other: TableSpec, blocks: readonly BlockSpec[]): readonly RelationSpec[] {
  const rowKeys = blocks.flatMap((block) => block.rows.map((row) => row.key));
  return base.relations.map((relation) => {
    const twin = other.relations.find((candidate) => candidate.rule === relation.rule && candidate.right.join() === relation.right.join());
    if (relation.repeat !== 'for-each-column' || !twin || twin.left.join() === relation.left.join()) return relation;
    const terms = new Set([...relation.left, ...twin.left]);
    return { ...relation, left: rowKeys.filter((row) => terms.has(row)) };
  });
}

/** A table that mixes two forms: each block after the version that fits it better, rows as they are, sums over those rows. */
function mixedSpec(base: TableSpec, other: TableSpec, present: ReadonlySet<string>): TableSpec {
  const key = base.key;
  const blocks = base.blocks.map((block) => {
    const twin = other.blocks.find((candidate) => candidate.heading === block.heading);
    if (!twin) return block;
    const sameColumns = block.columns.every((column) => twin.columns.some((own) => own.key === column.key)) && block.columns.length === twin.columns.length;
    if (sameColumns) return { ...block, rows: mergeRows(key, block, twin, present) };
    return count(blockPointers(key, twin), present) > count(blockPointers(key, block), present) ? twin : block;
  });
  const foreign = other.blocks.filter((block) => !base.blocks.some((own) => own.heading === block.heading) && count(blockPointers(key, block), present) > 0);
  const all = [...blocks, ...foreign];
  return { key, edition: base.edition, blocks: all, relations: mergeRelations(base, other, all) };
}

/**
 * Judges a table by the cells it has (as pointers). `expected` is the edition its year calls for; it decides only
 * where the cells do not.
 */
export function tableFacts(key: TableKey, present: ReadonlySet<string>, expected: Edition): Derived {
  const [first, ...others] = editions
    .map(({ edition }) => fitOf(key, edition, present))
    .sort(
      (a, b) => b.covered.size - a.covered.size || Number(b.complete) - Number(a.complete) || Number(b.edition === expected) - Number(a.edition === expected),
    ) as [EditionFit, ...EditionFit[]];
  // What none before it explains is of another form.
  const explained = new Set(first.covered);
  const used: Edition[] = [first.edition];
  let spec = tableSpec(first.edition, key);
  for (const { edition, covered } of others) {
    if ([...covered].every((pointer) => explained.has(pointer))) continue;
    for (const pointer of covered) explained.add(pointer);
    used.push(edition);
    spec = mixedSpec(spec, tableSpec(edition, key), present);
  }
  const missingRows: string[] = [];
  const missingColumns: { block: number; column: string }[] = [];
  spec.blocks.forEach((block, index) => {
    const found = block.rows.filter((row) => block.columns.some((column) => present.has(cellPointer(key, row.key, column.key))));
    missingRows.push(...block.rows.filter((row) => !found.includes(row)).map((row) => row.key));
    if (found.length === 0) return;
    for (const column of block.columns) {
      if (!found.some((row) => present.has(cellPointer(key, row.key, column.key)))) missingColumns.push({ block: index, column: column.key });
    }
  });
  return { spec, editions: used, missingRows, missingColumns };
}

/** The pointers of the cells of a table that hold a number or null. */
export function presentPointers(key: TableKey, table: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: unknown, pointer: string): void => {
    if (typeof node === 'number' || node === null) found.add(pointer);
    else if (typeof node === 'object') for (const [name, child] of Object.entries(node)) walk(child, `${pointer}/${name}`);
  };
  if (table !== undefined) walk(table, `/tables/${key}`);
  return found;
}
