/**
 * Aligning a region of the flow with the script of a table: which words are which label, which values belong to which row.
 * All readings are weighed together (a beam over the events in order), so that one damaged label shifts nothing;
 * nothing is decided by counting positions from the top.
 */
import { type Costs, costsOf, type Deed, type State } from './costs.js';
import type { FlowEvent } from './events.js';
import type { Piece } from './line.js';
import type { Script } from './script.js';
import { successors } from './steps.js';

/** A row found in the flow. */
export interface AlignedRow {
  /** Index of the script item; undefined for a row that is not in the form. */
  readonly item?: number;
  readonly block: number;
  readonly label: readonly Piece[];
  /** Its values, those that stand together on a line together. */
  readonly runs: readonly (readonly Piece[])[];
  /** Another reading of the flow, nearly as good, gives it other values. */
  readonly doubtful: boolean;
  /** Its values stand before its label. */
  readonly valuesFirst: boolean;
}

/** A region as aligned. */
export interface Alignment {
  readonly rows: readonly AlignedRow[];
  /** Words of headers by block. */
  readonly headers: ReadonlyMap<number, readonly Piece[]>;
  readonly groups: ReadonlyMap<number, readonly Piece[]>;
  /** What found no place: words, and values that belong to no row. */
  readonly strayWords: readonly Piece[];
  readonly strayValues: readonly Piece[];
  /** What was taken for page numbers. */
  readonly pageNumbers: readonly Piece[];
  /** How many labels of the form were met beyond doubt. */
  readonly found: number;
  /** How much the flow differs from the script. */
  readonly cost: number;
}

/** Readings carried on at once. */
const BEAM = 32;
/** A reading that costs this much more than the best one so far is given up. */
const REACH = 7;
/** Readings whose cost differs by less are not told apart. */
const TIE = 0.55;

/** The best reading of the events, or undefined when there are none. */
export function align(events: readonly FlowEvent[], printed: Script): Alignment | undefined {
  if (events.length === 0) return undefined;
  const script = withUsualWidth(events, printed);
  const costs = costsOf(script);
  const inRows =
    events.filter((event) => event.kind === 'values' && (event.pieces.length > 1 || event.afterWords)).length * 10 >
    events.filter((event) => event.kind === 'values').length;
  let states: readonly State[] = [
    { item: -1, label: '', extra: false, count: 0, groups: script.groups.map(() => ''), pending: 0, interrupted: false, cost: 0, hash: 0 },
  ];
  for (const event of events) {
    const next = states.flatMap((state) => successors(state, event, script, costs, inRows));
    states = prune(next, costs);
  }
  const finals = states.map((state) => ({ state, cost: state.cost + costs.leave(state, script.items.length) })).sort((a, b) => a.cost - b.cost);
  const best = finals[0]!;
  const rivals = finals.filter(({ state, cost }) => state !== best.state && state.hash !== best.state.hash && cost - best.cost < TIE);
  return read(
    best.state,
    best.cost,
    rivals.map(({ state }) => state),
    events,
    script,
    costs,
  );
}

/** A table cut off at the edge of its page has fewer columns than the form, in every row alike. */
function withUsualWidth(events: readonly FlowEvent[], script: Script): Script {
  const counts = new Map<number, number>();
  for (const event of events)
    if (event.kind === 'values' && event.pieces.length > 1) counts.set(event.pieces.length, (counts.get(event.pieces.length) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (usual === undefined || all < 6 || counts.get(usual)! * 2 <= all) return script;
  return { ...script, blocks: script.blocks.map((block) => (usual < Math.min(...block.widths) ? { ...block, widths: [...block.widths, usual] } : block)) };
}

/** The best states, for each situation at most two readings that give values to different rows. */
function prune(states: readonly State[], costs: Costs): readonly State[] {
  const ranked = states.map((state) => ({ state, rank: state.cost + costs.ahead(state) }));
  const least = ranked.reduce((best, { rank }) => Math.min(best, rank), Number.POSITIVE_INFINITY);
  const near = ranked.filter(({ rank }) => rank <= least + REACH).sort((a, b) => a.rank - b.rank);
  const kept = new Map<string, number>();
  const out: State[] = [];
  for (const { state } of near) {
    if (out.length === BEAM) break;
    const key = `${state.item}|${state.extra}|${state.label}|${state.count}|${state.pending}|${state.interrupted}|${state.groups.join(',')}`;
    const hash = kept.get(key);
    // Of two with the same assignment the cheaper came first; of those that differ a second one is enough to show doubt.
    if (hash === undefined) kept.set(key, state.hash);
    else if (hash === state.hash || Number.isNaN(hash)) continue;
    else kept.set(key, Number.NaN);
    out.push(state);
  }
  return out;
}

function deedsOf(state: State): readonly Deed[] {
  const deeds: Deed[] = [];
  for (let at: State | undefined = state; at?.deed; at = at.back) deeds.push(at.deed);
  return deeds.reverse();
}

/** Which item each event's values were given to. */
function valueTargets(deeds: readonly Deed[]): readonly (number | undefined)[] {
  return deeds.map((deed, index) => {
    if (deed.kind === 'values' || deed.kind === 'unlabelled' || deed.kind === 'text-value') return deed.item;
    if (deed.kind === 'pending') return deeds.slice(index).find((later): later is Deed & { item: number } => later.kind === 'start')?.item;
    return undefined;
  });
}

function read(best: State, cost: number, rivals: readonly State[], events: readonly FlowEvent[], script: Script, costs: Costs): Alignment {
  const deeds = deedsOf(best);
  const targets = valueTargets(deeds);
  const doubtful = new Set<number>();
  for (const rival of rivals) {
    valueTargets(deedsOf(rival)).forEach((target, index) => {
      if (target === targets[index]) return;
      for (const item of [target, targets[index]]) if (item !== undefined) doubtful.add(item);
    });
  }
  interface Draft {
    item?: number;
    block: number;
    label: Piece[];
    runs: (readonly Piece[])[];
    valuesFirst: boolean;
  }
  const rows: Draft[] = [];
  const headers = new Map<number, Piece[]>();
  const groups = new Map<number, Piece[]>();
  const strayWords: Piece[] = [];
  const strayValues: Piece[] = [];
  const pageNumbers: Piece[] = [];
  let pending: (readonly Piece[])[] = [];
  const put = <K>(map: Map<K, Piece[]>, key: K, pieces: readonly Piece[]): void => void map.set(key, [...(map.get(key) ?? []), ...pieces]);
  deeds.forEach((deed, index) => {
    const { pieces, kind, pageNumber } = events[index]!;
    const last = rows.at(-1);
    if (deed.kind === 'start' || deed.kind === 'unlabelled') {
      const label = deed.kind === 'start' ? [...pieces] : [];
      rows.push({
        item: deed.item,
        block: script.items[deed.item]!.block,
        label,
        runs: deed.kind === 'unlabelled' ? [pieces] : pending,
        valuesFirst: pending.length > 0,
      });
      pending = [];
    } else if (deed.kind === 'extra') rows.push({ block: last?.block ?? 0, label: [...pieces], runs: [], valuesFirst: false });
    else if (deed.kind === 'label' || deed.kind === 'extra-label') last!.label.push(...pieces);
    else if (deed.kind === 'values' || deed.kind === 'text-value' || deed.kind === 'extra-values') last!.runs.push(pieces);
    else if (deed.kind === 'pending') pending = [pieces];
    else if (deed.kind === 'group') put(groups, deed.group, pieces);
    else if (deed.kind === 'header') put(headers, deed.block, pieces);
    else if (kind === 'values') (pageNumber === 'yes' ? pageNumbers : strayValues).push(...pieces);
    else if (kind === 'words') strayWords.push(...pieces);
  });
  const found = rows.filter(
    (row) => row.item !== undefined && row.label.length > 0 && costs.fit(row.item, row.label.map((piece) => piece.folded).join('')) >= 0.75,
  ).length;
  // Values beside a label that is hardly known are not given to it.
  const isUncertain = (item: number, label: readonly Piece[]): boolean =>
    script.items[item]!.labels.length > 0 && costs.fit(item, label.map((piece) => piece.folded).join('')) < 0.55;
  const aligned = rows.map(
    ({ item, ...row }): AlignedRow => ({
      ...row,
      ...(item === undefined ? {} : { item }),
      doubtful: item !== undefined && (doubtful.has(item) || isUncertain(item, row.label)),
    }),
  );
  return { rows: aligned, headers, groups, strayWords, strayValues, pageNumbers, found, cost };
}
