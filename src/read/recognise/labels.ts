/** Matching found labels to the labels of the form: tolerant of wording, strict about order. */
import { foldCore, foldLabel, leadingNumber, likeness } from '../../base/text/normalise.js';
import { type BlockSpec, type ColumnSpec, editions, type RowSpec, type TableKey } from '../../form/editions/index.js';

/** Below this two labels are not the same label. */
const SAME = 0.6;

/** A label taken apart for comparison. */
export interface Spelling {
  readonly whole: string;
  readonly core: string;
  readonly number: string;
}

/** A remark in brackets that a clerk put behind a label: 规章（县级无此项）. */
const REMARK = /[（(][^（）()]{0,12}(?:无此项|没有此项|不涉及|不适用|无此权限)[^（）()]{0,6}[）)]\s*$/;

/** Takes a label apart; a remark that the unit has no such thing is no part of it. */
export function spell(printed: string): Spelling {
  const label = printed.replace(REMARK, '');
  return { whole: foldLabel(label), core: foldCore(label), number: foldLabel(leadingNumber(label)) };
}

interface RowSpellings {
  readonly spellings: readonly Spelling[];
  readonly labels: readonly string[];
}

const knownRows = new WeakMap<RowSpec, RowSpellings>();

/** The spellings of a row's label: as printed, and known wordings. */
function rowSpellings(row: RowSpec): RowSpellings {
  const before = knownRows.get(row);
  if (before) return before;
  const spellings = [row.label, ...(row.aliases ?? [])].map(spell);
  const made = { spellings, labels: spellings.flatMap(({ whole, core }) => [whole, core]) };
  knownRows.set(row, made);
  return made;
}

/** Folded spellings of a row's label, with its number and without. */
export function rowLabelsOf(row: RowSpec): readonly string[] {
  return rowSpellings(row).labels;
}

/** How well a found label names a row of the form: 1 exactly (printed or known wording), down to 0. A label that is some row's exactly names no other row by likeness. */
export function labelScore(found: Spelling, row: RowSpec): number {
  if (found.core === '') return 0;
  const own = rowSpellings(row).spellings;
  const exact = own.find(({ whole, core }) => found.core === core || found.whole === whole);
  if (exact) return found.number !== '' && exact.number !== '' && found.number !== exact.number ? 0.97 : 1;
  if (exactCores.has(found.core)) return 0;
  let best = 0;
  for (const { core } of own) {
    const shorter = Math.min(found.core.length, core.length);
    const contained =
      shorter >= 4 && (found.core.includes(core) || core.includes(found.core)) ? 0.65 + (0.3 * shorter) / Math.max(found.core.length, core.length) : 0;
    best = Math.max(best, contained, shorter >= 3 ? likeness(found.core, core, SAME) * 0.95 : 0);
  }
  return best;
}

/**
 * The best order-preserving pairing of found things with form things. `score(i, j)` is 0 to 1; pairs under the
 * threshold do not exist. Returns for each found index the form index, or -1.
 */
export function alignInOrder(found: number, form: number, score: (foundIndex: number, formIndex: number) => number): readonly number[] {
  const scores = Array.from({ length: found }, (_, i) => Array.from({ length: form }, (_, j) => score(i, j)));
  const best = Array.from({ length: found + 1 }, () => new Float64Array(form + 1));
  for (let i = found - 1; i >= 0; i -= 1) {
    for (let j = form - 1; j >= 0; j -= 1) {
      const s = scores[i]![j]!;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, s >= SAME ? s * s + best[i + 1]![j + 1]! : 0);
    }
  }
  const pairs = new Array<number>(found).fill(-1);
  let i = 0;
  let j = 0;
  while (i < found && j < form) {
    const s = scores[i]![j]!;
    const here = best[i]![j]!;
    if (s >= SAME && here === s * s + best[i + 1]![j + 1]!) {
      pairs[i] = j;
      i += 1;
      j += 1;
    } else if (here === best[i + 1]![j]!) i += 1;
    else j += 1;
  }
  // What an order out of the ordinary left over is taken when its label leaves no doubt.
  for (let k = 0; k < found; k += 1) {
    if (pairs[k] !== -1) continue;
    const exact = scores[k]!.findIndex((s, index) => s >= 0.97 && !pairs.includes(index));
    if (exact !== -1) pairs[k] = exact;
  }
  return pairs;
}

/** One block of one table of one edition, with the rows that any edition has in its place. */
export interface Candidate {
  readonly table: TableKey;
  /** Table and heading: the same for the block's versions in every edition. */
  readonly blockKey: string;
  readonly block: BlockSpec;
  readonly rows: readonly RowSpec[];
}

function unionRows(lists: readonly (readonly RowSpec[])[]): readonly RowSpec[] {
  const rows: RowSpec[] = [];
  for (const list of lists) {
    let after = -1;
    for (const row of list) {
      const at = rows.findIndex((known) => known.key === row.key);
      if (at === -1) {
        after += 1;
        rows.splice(after, 0, row);
      } else after = at;
    }
  }
  return rows;
}

/** Every block of every edition; a block's rows are those of all editions under the same heading, in printed order. */
export const candidates: readonly Candidate[] = editions.flatMap(({ tables }) =>
  tables.flatMap(({ key, blocks }) =>
    blocks.map((block) => {
      const twins = editions.flatMap((other) =>
        other.tables.filter((table) => table.key === key).flatMap((table) => table.blocks.filter((twin) => twin.heading === block.heading)),
      );
      return { table: key, blockKey: `${key}:${block.heading ?? ''}`, block, rows: unionRows(twins.map((twin) => twin.rows)) };
    }),
  ),
);

const columnSpellings = new WeakMap<ColumnSpec, readonly string[]>();

/** Folded spellings of a column's label. */
export function columnLabels(column: ColumnSpec): readonly string[] {
  const before = columnSpellings.get(column);
  if (before) return before;
  const made = [column.label, ...(column.aliases ?? [])].map(foldLabel);
  columnSpellings.set(column, made);
  return made;
}

const exactCores: ReadonlySet<string> = new Set(candidates.flatMap(({ rows }) => rows.flatMap((row) => rowSpellings(row).spellings.map(({ core }) => core))));

/** Whether a text is the label of a row of the form to the letter, its number apart. */
export function isRowLabel(text: string): boolean {
  const core = foldCore(text.replace(REMARK, ''));
  return core !== '' && exactCores.has(core);
}

/** Folded labels that occur only in headers of tables: columns, their groups, banners. */
export const headerLabels: ReadonlySet<string> = new Set(
  candidates.flatMap(({ block }) => [
    ...block.columns.flatMap((column) => [...columnLabels(column), ...(column.groups ?? []).map(foldLabel)]),
    ...(block.banner ? [foldLabel(block.banner)] : []),
  ]),
);

/** Folded labels that stand over several rows: （三）不予公开. */
export const rowGroupLabels: ReadonlySet<string> = new Set(candidates.flatMap(({ rows }) => rows.flatMap((row) => (row.groups ?? []).map(foldLabel))));

/** Folded labels of rows that hold values, known wordings included. */
export const rowLabels: ReadonlySet<string> = new Set(
  candidates.flatMap(({ rows }) => rows.flatMap((row) => [row.label, ...(row.aliases ?? [])].map(foldLabel))),
);

/** Folded block headings: 第二十条第一项. */
export const blockHeadings: ReadonlySet<string> = new Set(candidates.flatMap(({ block }) => (block.heading ? [foldLabel(block.heading)] : [])));

const corners = [...new Set(candidates.flatMap(({ block }) => [...(block.corner ? [block.corner] : []), ...(block.cornerAliases ?? [])].map(foldLabel)))];

/** Whether a folded text is the corner of a header: 信息内容, or the note on 勾稽关系. */
export function isCorner(folded: string): boolean {
  return corners.some((corner) => folded === corner || (corner.length >= 4 && folded.includes(corner)));
}

/** The block heading that a folded text is, 第 and 第（…）项 written in any of the usual ways. */
export function blockHeadingOf(folded: string): string | undefined {
  if (blockHeadings.has(folded)) return folded;
  if (!folded.includes('十条')) return undefined;
  const loose = folded.replace(/^第?二十条第?/, '第二十条第');
  return [...blockHeadings].find((heading) => loose === heading || loose === heading.replace(/项$/, ''));
}
