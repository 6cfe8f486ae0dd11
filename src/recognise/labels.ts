/** Matching found labels to the labels of the form: tolerant of wording, strict about order. */
import { type BlockSpec, type ColumnSpec, editions, type RowSpec, type TableKey } from '../editions/index.js';
import { foldCore, foldLabel, leadingNumber, likeness } from '../text/normalise.js';

/** Below this two labels are not the same label. */
const SAME = 0.6;

/** How well a found label names a labelled thing of the form: 1 exactly (printed or known wording), down to 0. */
export function labelScore(found: string, printed: string, aliases: readonly string[] = []): number {
  const whole = foldLabel(found);
  const core = foldCore(found);
  if (core === '') return 0;
  let best = 0;
  for (const label of [printed, ...aliases]) {
    const target = foldCore(label);
    if (core === target || whole === foldLabel(label)) {
      const numbered = leadingNumber(found) !== '' && leadingNumber(label) !== '';
      const sameNumber = foldLabel(leadingNumber(found)) === foldLabel(leadingNumber(label));
      return numbered && !sameNumber ? 0.97 : 1;
    }
    const shorter = Math.min(core.length, target.length);
    const contained = shorter >= 4 && (core.includes(target) || target.includes(core)) ? 0.65 + (0.3 * shorter) / Math.max(core.length, target.length) : 0;
    best = Math.max(best, contained, shorter >= 3 ? likeness(core, target) * 0.95 : 0);
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

/** Folded spellings of a column's label. */
export function columnLabels(column: ColumnSpec): readonly string[] {
  return [column.label, ...(column.aliases ?? [])].map(foldLabel);
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

/** Whether a text is the corner of a header: 信息内容, or the note on 勾稽关系. */
export function isCorner(text: string): boolean {
  const folded = foldLabel(text);
  return corners.some((corner) => folded === corner || (corner.length >= 4 && folded.includes(corner)));
}

/** Whether a folded text is a block heading, 第 and 第（…）项 written in any of the usual ways. */
export function blockHeadingOf(text: string): string | undefined {
  const folded = foldLabel(text);
  if (blockHeadings.has(folded)) return folded;
  const loose = folded.replace(/^第?二十条第?/, '第二十条第');
  return [...blockHeadings].find((heading) => loose === heading || loose === heading.replace(/项$/, ''));
}
