/** Finding the statutory tables in the flow of lines and resolving their rows. */
import { toHalfWidth } from '../../../base/text/normalise.js';
import type { ColumnSpec } from '../../../form/editions/index.js';
import type { FilledTable } from '../fill.js';
import { type AlignedRow, type Alignment, align } from './align.js';
import { joinBrokenNumbers } from './broken.js';
import { type BlockColumns, columnsOf, headerCoverage } from './columns.js';
import { cutRows } from './edge.js';
import { eventsOf } from './events.js';
import { fillsOf, type ResolvedRow } from './fill.js';
import { isHeadingLine } from './headings.js';
import { hullsOf } from './hulls.js';
import { BY_EDGE, type FlowLine, type Piece, type Slot } from './line.js';
import { placesOf } from './places.js';
import { type Region, regionsOf } from './regions.js';
import { type Script, type ScriptItem, scripts } from './script.js';
import { linesOf, type Shape, unsafeRows, values } from './unsafe.js';
import { type RowContext, type RowNeighbours, slotsOf } from './values.js';

/** A table found in the flow: the lines it takes, and those of them that are not part of it. */
export interface FlowTable {
  /** Lines from its first word to its last, end exclusive, as indices of the flow. */
  readonly from: number;
  readonly to: number;
  readonly table: FilledTable;
  /** Lines within it that are text of another kind. */
  readonly strayLines: readonly number[];
}

interface Found {
  readonly script: Script;
  readonly alignment: Alignment;
  readonly lines: readonly FlowLine[];
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** More lines or events than this no statutory table has; what has more is left as text. */
const MOST_LINES = 1500;
const MOST_EVENTS = 900;
/** Events that are aligned in one document, all its tables together: a bound for hostile texts. */
const MOST_ALIGNED = 5000;

/** Finds the tables in the flow. `runs` are its stretches of consecutive lines: a table does not reach over a block of another kind. */
export function tablesInFlow(lines: readonly FlowLine[], runs: readonly (readonly FlowLine[])[]): readonly FlowTable[] {
  const budget = { events: MOST_ALIGNED };
  const found = runs.flatMap((run) => scripts().flatMap((script) => regionsOf(run, script).flatMap((region) => findIn(run, region, script, budget) ?? [])));
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => b.weight - a.weight)) {
    if (kept.every((other) => one.to <= other.from || one.from >= other.to)) kept.push(one);
  }
  kept.sort((a, b) => a.from - b.from);
  const shape = shapeOf(kept, lines);
  return kept.map((one) => resolve(one, lines, shape));
}

/** How many lines below a header its row may stand. */
const BELOW = 4;

/** Whether digits stand in the lines right below the header, up to the next heading. */
function figuresBelow({ headers }: Alignment, run: readonly FlowLine[]): boolean {
  const last = Math.max(...[...headers.values()].flat().map((piece) => piece.line));
  const below = run.filter((line) => line.index > last && !line.blank && !line.pageNumber).slice(0, BELOW);
  const heading = below.findIndex((line) => isHeadingLine(line.block.text));
  return below.slice(0, heading === -1 ? BELOW : heading).some((line) => /[\d?]/.test(toHalfWidth(line.block.text)));
}

function findIn(run: readonly FlowLine[], { from: start, to: end }: Region, script: Script, budget: { events: number }): Found | undefined {
  const region = run.slice(start, end);
  if (region.length > MOST_LINES) return undefined;
  const readings = [...new Set([region, joinBrokenNumbers(region)])].flatMap((lines) => {
    const events = eventsOf(lines, { from: 0, to: lines.length });
    if (events.length > Math.min(MOST_EVENTS, budget.events)) return [];
    budget.events -= events.length;
    const alignment = align(events, script);
    if (!alignment || (lines !== region && !joinsComplete(alignment, script))) return [];
    return [{ lines, alignment }];
  });
  if (readings.length === 0) return undefined;
  const cheapest = readings.reduce((a, b) => (b.alignment.cost < a.alignment.cost ? b : a));
  const { lines } = cheapest;
  const unlabelled = script.items.findIndex((item) => item.labels.length === 0);
  const coverage = Math.max(...script.blocks.map((_, block) => headerCoverage(cheapest.alignment, script, block)));
  // Words without a figure are no row where rows have no words.
  const rows = cheapest.alignment.rows.filter((row) => unlabelled === -1 || row.item !== undefined || values(row).length > 0);
  const text = cheapest.alignment.rows.flatMap((row) => (unlabelled === -1 || row.item !== undefined ? [] : row.label));
  const best = { ...cheapest.alignment, rows, strayWords: [...cheapest.alignment.strayWords, ...text] };
  // A row without label has nothing to be met by when all its cells are blank; its header tells of it.
  const bare = unlabelled !== -1 && rows.length === 0 && coverage >= 0.8;
  // Figures below it that were not understood are not blank.
  const doubtful = bare && figuresBelow(best, run);
  const blankRow: AlignedRow = { item: unlabelled, block: script.items[unlabelled]?.block ?? 0, label: [], runs: [], doubtful, valuesFirst: false };
  const alignment = bare ? { ...best, rows: [blankRow] } : best;
  const enough = unlabelled !== -1 ? coverage >= 0.5 && alignment.rows.length > 0 : alignment.found >= 3 || (alignment.found >= 2 && coverage >= 0.5);
  // A header in a ruled table without rows: a converter lost the rest. It is a table still, not running text.
  const beheaded = unlabelled === -1 && alignment.rows.length === 0 && coverage >= 0.25 && lines.every((line) => line.blank || line.signs === 'bars');
  if (!enough && !beheaded) return undefined;
  const pieces = [
    ...alignment.rows.flatMap((row) => [...row.label, ...row.runs.flat()]),
    ...[...alignment.headers.values(), ...alignment.groups.values()].flat(),
  ];
  const from = Math.min(...pieces.map((piece) => piece.line));
  const last = Math.max(...pieces.map((piece) => piece.line)) + 1;
  // Remains of broken numbers right under the last row belong to it.
  const to = alignment.strayValues.reduce((end, piece) => (piece.line >= end && piece.line < end + 2 ? piece.line + 1 : end), last);
  return { script, alignment, lines, from, to, weight: pieces.reduce((sum, piece) => sum + piece.folded.length, 0) - 2 * alignment.strayValues.length };
}

/** Numbers may be put together only where that leaves their rows and the rows beside them complete: else they may be figures of two rows. */
function joinsComplete(alignment: Alignment, script: Script): boolean {
  const complete = (row: AlignedRow | undefined, block: number): boolean =>
    row === undefined ||
    row.block !== block ||
    (row.item !== undefined && !script.items[row.item]!.row) ||
    values(row).length === columnsOf(alignment, script, row.block).columns.length;
  return alignment.rows.every((row, index) => {
    if (!values(row).some((piece) => piece.joined && /^\d+$/.test(piece.text))) return true;
    return [alignment.rows[index - 1], row, alignment.rows[index + 1]].every((near) => complete(near, row.block));
  });
}

function shapeOf(found: readonly Found[], lines: readonly FlowLine[]): Shape {
  let single = 0;
  let together = 0;
  let asLines = 0;
  let otherwise = 0;
  for (const { script, alignment, to } of found) {
    alignment.rows.forEach((row, index) => {
      if (row.item !== undefined && !script.items[row.item]!.row) return;
      const own = values(row);
      if (own.length >= 2 && linesOf(own) === own.length) single += 1;
      else if (own.length >= 2) together += 1;
      const { before, next, continued } = neighboursOf(alignment, script, index, lines, to);
      const width = columnsOf(alignment, script, row.block).columns.length;
      if (row.label.length === 0 || continued === undefined || width < 2 || (own.length === 0 && next - before <= 1)) return;
      const cells = lines.slice(before + 1, next).filter((line) => !line.pageNumber);
      if (cells.length === width + continued && cells.every((line) => line.blank || line.pieces.length === 1)) asLines += 1;
      else otherwise += 1;
    });
  }
  const wrap = lines.reduce((widest, line) => Math.max(widest, line.pieces.at(-1)?.displayEnd ?? 0), 0);
  return { cellPerLine: single > together, blankLines: asLines >= 4 && otherwise * 8 <= asLines, wrap, paged: lines.some((line) => line.page > 0) };
}

function firstLine(row: AlignedRow, alignment: Alignment, script: Script, previous: AlignedRow | undefined): number {
  const groups = row.item === undefined ? [] : script.items[row.item]!.groups;
  const opened = groups.filter((group) => previous?.item === undefined || !script.items[previous.item]!.groups.includes(group));
  const pieces = [...row.label, ...opened.flatMap((group) => alignment.groups.get(group) ?? [])];
  return Math.min(...(pieces.length > 0 ? pieces : values(row)).map((piece) => piece.line));
}

function neighboursOf(alignment: Alignment, script: Script, index: number, lines: readonly FlowLine[], end: number): RowNeighbours {
  const row = alignment.rows[index]!;
  const next = alignment.rows[index + 1];
  const header = alignment.headers.get(row.block) ?? [];
  const before = Math.max(-1, ...(row.label.length > 0 ? row.label : header).map((piece) => piece.line));
  if (next && next.block === row.block) {
    const item = (one: AlignedRow): ScriptItem | undefined => (one.item === undefined ? undefined : script.items[one.item]);
    const continued = (item(next)?.groups ?? []).filter((group) => item(row)?.groups.includes(group)).length;
    return { before, next: firstLine(next, alignment, script, row), continued };
  }
  if (next) return { before, next: firstLine(next, alignment, script, row), continued: 0 };
  let after = Math.max(end, before + 1);
  while (after < lines.length && lines[after]!.blank) after += 1;
  return { before, next: after, continued: undefined };
}

function resolve({ script, alignment, lines: own, from, to }: Found, all: readonly FlowLine[], shape: Shape): FlowTable {
  const lines = [...all];
  for (const line of own) lines[line.index] = line;
  const blocks = new Map<number, BlockColumns>();
  for (const block of [...alignment.rows.map((row) => row.block), ...(alignment.rows.length === 0 ? alignment.headers.keys() : [])]) {
    if (!blocks.has(block)) blocks.set(block, columnsOf(alignment, script, block));
  }
  const contexts = new Map([...blocks].map(([block, { columns }]) => [block, contextOf(alignment, block, columns, lines, shape)]));
  const unsafe = unsafeRows(alignment, script, blocks, shape, lines);
  const resolved = alignment.rows.map((row, index): ResolvedRow => {
    const context = contexts.get(row.block)!;
    const item = row.item === undefined ? undefined : script.items[row.item];
    if (item && !item.row) return { row, slots: [] };
    const safe = { ...row, doubtful: row.doubtful || unsafe.has(index) };
    const slots = slotsOf(safe, context, neighboursOf(alignment, script, index, lines, to));
    const drawn = values(row).some((piece) => lines[piece.line]!.signs === 'none');
    return { row, slots: blocks.get(row.block)!.lastCut && drawn ? [...slots.slice(0, -1), BY_EDGE] : slots };
  });
  const cut = cutAtEdge(resolved, blocks, script, lines);
  const first = lines[from]!;
  // Parts of the form's own words, such as those of its note, are no text of the report.
  const printed = ({ folded }: Piece): boolean => folded === '' || script.vocabulary.some((label) => label.includes(folded));
  const strayLines = [...new Set(alignment.strayWords.map((piece) => piece.line))].filter(
    (line) =>
      line >= from &&
      line < to &&
      lines[line]!.pieces.every((piece) => alignment.strayWords.includes(piece)) &&
      !lines[line]!.pieces.every((piece) => printed(piece)),
  );
  const place = first.pieces[0]?.place ?? first.block.place;
  return { from, to, table: { kind: 'filled', fills: fillsOf(script, blocks, cut, place), place }, strayLines };
}

/** The rows without the figures that the edge of the page cut short. */
function cutAtEdge(
  resolved: readonly ResolvedRow[],
  blocks: ReadonlyMap<number, BlockColumns>,
  script: Script,
  lines: readonly FlowLine[],
): readonly ResolvedRow[] {
  const lost = new Set<number>();
  for (const [block, { columns }] of blocks) {
    const drawn = resolved.flatMap(({ row, slots }, index): readonly (readonly [number, readonly Slot[]])[] =>
      row.block === block && slots.length > 0 && values(row).every((piece) => lines[piece.line]!.signs === 'none') ? [[index, slots]] : [],
    );
    for (const index of cutRows(new Map(drawn), columns, script.table)) lost.add(index);
  }
  return resolved.map(({ row, slots }, index) => (lost.has(index) ? { row, slots: [...slots.slice(0, -1), BY_EDGE] } : { row, slots }));
}

function contextOf(alignment: Alignment, block: number, columns: readonly ColumnSpec[], lines: readonly FlowLine[], shape: Shape): RowContext {
  const rows = alignment.rows
    .filter((row) => row.block === block)
    .map((row) => ({ label: row.label, values: [...values(row)].sort((a, b) => a.line - b.line || a.start - b.start) }));
  return {
    lines,
    width: columns.length,
    hulls: hullsOf(
      rows.map((row) => row.values),
      columns.length,
      lines,
    ),
    cellPerLine: shape.cellPerLine,
    blankLines: shape.blankLines,
    wrap: shape.wrap,
    places: placesOf(rows, alignment.headers.get(block) ?? [], columns, lines),
  };
}
