/**
 * The order in which the labels of a statutory table follow one another on paper, both editions in one: what a flow of
 * lines is aligned with. Derived from the edition specs through the candidates of the table recogniser.
 */
import { foldCore, foldLabel, leadingNumber } from '../../../base/text/normalise.js';
import type { BlockSpec, RowSpec, TableKey } from '../../../form/editions/index.js';
import { type Candidate, candidates } from '../labels.js';

/** A row of the form, or the line above a block of it (第二十条第（一）项), as a thing to be met in the flow. */
export interface ScriptItem {
  readonly block: number;
  /** Undefined for the line above a block. */
  readonly row?: RowSpec;
  /** Folded spellings of its label; empty for a row that has none. */
  readonly labels: readonly string[];
  /** Only one of the editions has it, so that missing it says nothing. */
  readonly optional: boolean;
  /** Indices into `groups` of the labels that span it, outermost first. */
  readonly groups: readonly number[];
}

/** A label that spans several rows from the left. */
export interface ScriptGroup {
  readonly label: string;
  readonly folded: string;
  /** First and last item it spans. */
  readonly from: number;
  readonly to: number;
}

/** A stretch of the table with its own header; the editions may print it differently. */
export interface ScriptBlock {
  readonly variants: readonly BlockSpec[];
  /** How many value columns it may have. */
  readonly widths: readonly number[];
  /** All folded header texts of it, for telling header words from others. */
  readonly header: readonly string[];
}

/** One statutory table as a script. */
export interface Script {
  readonly table: TableKey;
  readonly blocks: readonly ScriptBlock[];
  readonly items: readonly ScriptItem[];
  readonly groups: readonly ScriptGroup[];
  /** Every folded text that stands anywhere in the table. */
  readonly vocabulary: readonly string[];
}

function labelsOf(row: RowSpec): readonly string[] {
  if (row.label === '') return [];
  const number = foldLabel(leadingNumber(row.label));
  const aliases = (row.aliases ?? []).flatMap((alias) => [foldLabel(alias), foldCore(alias), number + foldCore(alias)]);
  return [...new Set([foldLabel(row.label), foldCore(row.label), ...aliases])];
}

function headerOf(block: BlockSpec): readonly string[] {
  return [
    block.corner,
    ...(block.cornerAliases ?? []),
    block.banner,
    ...block.columns.flatMap((column) => [column.label, ...(column.aliases ?? []), ...(column.groups ?? [])]),
  ].flatMap((text) => (text === undefined || text === '' ? [] : [foldLabel(text)]));
}

function scriptOf(table: TableKey): Script {
  const own = candidates.filter((candidate) => candidate.table === table);
  const twins = new Map<string, Candidate[]>();
  for (const candidate of own) twins.set(candidate.blockKey, [...(twins.get(candidate.blockKey) ?? []), candidate]);
  const items: ScriptItem[] = [];
  const groups: { label: string; folded: string; from: number; to: number }[] = [];
  const blocks = [...twins.values()].map((variants, index): ScriptBlock => {
    const { block, rows } = variants[0]!;
    if (block.heading !== undefined) items.push({ block: index, labels: [foldLabel(block.heading)], optional: true, groups: [] });
    for (const row of rows) {
      const path = (row.groups ?? []).map((label, level) => {
        const known = groups.findIndex(
          (group) => group.label === label && items[group.to]?.block === index && items[group.to]!.groups[level] === groups.indexOf(group),
        );
        if (known !== -1) {
          groups[known]!.to = items.length;
          return known;
        }
        return groups.push({ label, folded: foldLabel(label), from: items.length, to: items.length }) - 1;
      });
      const editions = variants.filter((variant) => variant.block.rows.some((other) => other.key === row.key)).length;
      items.push({ block: index, row, labels: labelsOf(row), optional: editions < variants.length, groups: path });
    }
    return {
      variants: variants.map((variant) => variant.block),
      widths: [...new Set(variants.map((variant) => variant.block.columns.length))],
      header: [...new Set(variants.flatMap((variant) => headerOf(variant.block)))],
    };
  });
  const vocabulary = [
    ...new Set([...items.flatMap((item) => item.labels), ...groups.map((group) => group.folded), ...blocks.flatMap((block) => block.header)]),
  ];
  return { table, blocks, items, groups, vocabulary };
}

let made: readonly Script[] | undefined;

/** A script for each statutory table. */
export function scripts(): readonly Script[] {
  made ??= [...new Set(candidates.map((candidate) => candidate.table))].map(scriptOf);
  return made;
}

let headers: ReadonlySet<string> | undefined;

/** Folded header texts of all statutory tables: a table may go on under the header of another. */
export function allHeaders(): ReadonlySet<string> {
  headers ??= new Set(scripts().flatMap((script) => script.blocks.flatMap((block) => block.header)));
  return headers;
}
