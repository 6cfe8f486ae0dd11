/**
 * Aligning a region of the flow with the script of a table: which words are which label, which values belong to which row.
 * All readings are weighed together (a beam over the events in order), so that one damaged label shifts nothing;
 * nothing is decided by counting positions from the top.
 */
import { likeness } from '../../text/normalise.js';
import type { FlowEvent } from './events.js';
import type { Piece } from './lexer.js';
import { isHeaderWord } from './regions.js';
import { allHeaders, type Script } from './script.js';

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
  /** Share of the labels that were met with confidence, as a count of items. */
  readonly found: number;
  /** How much the flow differs from the script. */
  readonly cost: number;
}

const BEAM = 32;
/** A reading that costs this much more than the best one so far is given up. */
const REACH = 7;
/** Readings whose cost differs by less are not told apart. */
const TIE = 0.55;
const COST = {
  missing: 2.5,
  missingMost: 12,
  optional: 0.15,
  label: 7,
  labelMost: 6,
  emptyRow: 0.7,
  shortRow: 0.9,
  excess: 3,
  header: 0.02,
  repeatedHeader: 0.25,
  pending: 2,
  pendingLost: 5,
  extra: 2.5,
  extraEmpty: 3,
  groupWithoutRows: 3,
  strange: 0.6,
  cut: 0.12,
  pageNumber: 0.05,
  maybePageNumber: 1.6,
  strayValue: 3,
  furtherRun: 1,
  orphaned: 1.5,
  beyondLabel: 2,
} as const;

type Deed =
  | { readonly kind: 'label' | 'start' | 'values' | 'text-value' | 'unlabelled'; readonly item: number }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'header'; readonly block: number }
  | { readonly kind: 'extra' | 'extra-label' | 'extra-values' | 'pending' | 'noise' };

interface State {
  /** Last item met, -1 before the first. */
  readonly item: number;
  /** Folded label so far; of the row that is not in the form when `extra`. */
  readonly label: string;
  readonly extra: boolean;
  readonly count: number;
  readonly groups: readonly string[];
  readonly pending: number;
  readonly cost: number;
  /** Tells apart readings that give values to different rows. */
  readonly hash: number;
  readonly back?: State;
  readonly deed?: Deed;
}

/** The best reading of the events, or undefined when there are none. */
export function align(events: readonly FlowEvent[], printed: Script): Alignment | undefined {
  if (events.length === 0) return undefined;
  const script = withUsualWidth(events, printed);
  const costs = costsOf(script);
  const inRows =
    events.filter((event) => event.kind === 'values' && (event.pieces.length > 1 || event.afterWords)).length * 10 >
    events.filter((event) => event.kind === 'values').length;
  let states: readonly State[] = [{ item: -1, label: '', extra: false, count: 0, groups: script.groups.map(() => ''), pending: 0, cost: 0, hash: 0 }];
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

interface Costs {
  /** What the label read so far is certain to cost; only for ranking unfinished readings. */
  ahead(state: State): number;
  /** Whether a folded text can be the beginning of an item's label. */
  begins(item: number, text: string): boolean;
  /** How well a folded text is an item's label, 0 to 1. */
  fit(item: number, text: string): number;
  /** Closing what is open and passing over what lies before `to`. */
  leave(state: State, to: number): number;
}

function shared(a: string, b: string): number {
  return Math.round((likeness(a, b) * (a.length + b.length)) / 2);
}

function beginsLike(text: string, label: string): boolean {
  if (label.startsWith(text)) return true;
  const head = label.slice(0, text.length + 1 + Math.ceil(text.length * 0.2));
  return text.length - shared(text, head) <= Math.floor(text.length / 4);
}

/** How many characters of a text are not those at the head of a label. */
function strangeness(text: string, label: string): number {
  return label.startsWith(text) ? 0 : text.length - shared(text, label.slice(0, text.length));
}

function costsOf(script: Script): Costs {
  const fits = new Map<string, number>();
  const starts = new Map<string, boolean>();
  const skipTo: number[] = [0];
  script.items.forEach((item, index) => {
    skipTo.push(skipTo[index]! + (item.optional ? COST.optional : COST.missing));
  });
  const fit = (item: number, text: string): number => {
    const key = `${item} ${text}`;
    const known = fits.get(key);
    if (known !== undefined) return known;
    const { labels } = script.items[item]!;
    // A shortened label is contained in the printed one; the rest of it would be left over if it stood there.
    const score = Math.max(
      0,
      ...labels.map((label) => Math.max(likeness(label, text), text.length >= 4 ? (0.9 * shared(label, text)) / Math.max(text.length, 0.5 * label.length) : 0)),
    );
    fits.set(key, score);
    return score;
  };
  const heads = new Map<string, number>();
  return {
    fit,
    ahead({ item, label, extra, count }) {
      const open = script.items[item];
      if (extra || !open?.row) return 0;
      const short = count === 0 ? 0 : script.blocks[open.block]!.widths.some((width) => count >= width) ? 0 : COST.shortRow;
      if (open.labels.length === 0) return short;
      const key = `${item} ${label}`;
      let strange = heads.get(key);
      if (strange === undefined) {
        strange = Math.min(...open.labels.map((one) => (COST.label * strangeness(label, one)) / Math.max(one.length, label.length)));
        heads.set(key, strange);
      }
      return strange + short;
    },
    begins(item, text) {
      const key = `${item} ${text}`;
      const known = starts.get(key);
      if (known !== undefined) return known;
      const answer = script.items[item]!.labels.some((label) => beginsLike(text, label));
      starts.set(key, answer);
      return answer;
    },
    leave(state, to) {
      let cost = state.pending > 0 ? COST.pendingLost : 0;
      const open = script.items[state.item];
      if (state.extra) cost += state.count === 0 ? COST.extraEmpty : script.blocks[Math.max(0, open?.block ?? 0)]!.widths.includes(state.count) ? 0 : 1;
      else if (open)
        cost += closing(open.row !== undefined, open.labels.length > 0 ? fit(state.item, state.label) : 1, state.count, script.blocks[open.block]!.widths);
      cost += Math.min(COST.missingMost, skipTo[to]! - skipTo[state.item + 1]!);
      state.groups.forEach((label, index) => {
        const group = script.groups[index]!;
        if (label === '' || group.to >= to) return;
        if (state.item < group.from) cost += COST.groupWithoutRows;
        else if (state.item <= group.to) cost += COST.cut * (group.folded.length - shared(label, group.folded));
      });
      return cost;
    },
  };
}

function closing(isRow: boolean, fit: number, count: number, widths: readonly number[]): number {
  const label = Math.min(COST.labelMost, COST.label * (fit < 0.5 ? 1 : 1 - fit));
  if (!isRow) return label / 2;
  if (count === 0) return label + COST.emptyRow;
  return label + (count >= Math.max(...widths) || widths.includes(count) ? 0 : COST.shortRow);
}

function successors(state: State, event: FlowEvent, script: Script, costs: Costs, inRows: boolean): readonly State[] {
  const asValues = event.kind === 'values' ? valueSteps(state, event, script, costs, inRows) : [];
  const asWords = event.kind === 'words' || event.doubtful ? wordSteps(state, event, script, costs) : [];
  return [...asValues, ...asWords];
}

function step(state: State, deed: Deed, cost: number, change: Partial<State> = {}): State {
  return { ...state, ...change, cost: state.cost + cost, back: state, deed };
}

function valueSteps(state: State, event: FlowEvent, script: Script, costs: Costs, inRows: boolean): readonly State[] {
  // What has the form of a page number is never read as a figure; a row that it may belong to is told later.
  if (event.pageNumber === 'yes') return [step(state, { kind: 'noise' }, COST.pageNumber)];
  const size = event.pieces.length;
  const next: State[] = [];
  const mixed = (target: number): number => (Math.imul(state.hash, 31) + event.pieces[0]!.line * 1009 + event.pieces[0]!.start * 7 + target + 1) | 0;
  const item = script.items[state.item];
  const widest = Math.max(...script.blocks[item?.block ?? 0]!.widths);
  const excess = COST.excess * (Math.max(0, state.count + size - widest) - Math.max(0, state.count - widest));
  // A row's values stand on one line, and beside its own label, unless the whole table is written a cell a line.
  const apart = (inRows && state.count > 0 ? COST.furtherRun : 0) + (event.afterWords && state.deed?.kind === 'noise' ? COST.orphaned : 0);
  if (state.pending > 0) {
    // What waits for the next row's label waits in order: nothing goes to the row before it any more.
  } else if (state.extra) next.push(step(state, { kind: 'extra-values' }, excess + apart, { count: state.count + size, hash: mixed(900) }));
  else if (item?.row) next.push(step(state, { kind: 'values', item: state.item }, excess + apart, { count: state.count + size, hash: mixed(state.item) }));
  // A row without label begins with its values, once its header has been met.
  const after = state.item + 1;
  if (script.items[after]?.row && script.items[after]!.labels.length === 0) {
    const over = COST.excess * Math.max(0, size - Math.max(...script.blocks[script.items[after]!.block]!.widths));
    next.push(
      step(state, { kind: 'unlabelled', item: after }, costs.leave(state, after) + over, {
        item: after,
        label: '',
        extra: false,
        count: size,
        hash: mixed(after),
      }),
    );
  }
  if (state.pending === 0 && event.pageNumber === 'no') next.push(step(state, { kind: 'pending' }, COST.pending, { pending: size, hash: mixed(950) }));
  const stray = event.pageNumber === 'maybe' ? COST.maybePageNumber : COST.strayValue * size;
  next.push(step(state, { kind: 'noise' }, stray, { hash: mixed(990) }));
  return next;
}

function wordSteps(state: State, event: FlowEvent, script: Script, costs: Costs): readonly State[] {
  const { folded } = event;
  if (folded === '') return [step(state, { kind: 'noise' }, 0)];
  const next: State[] = [];
  const item = script.items[state.item];
  if (item && !state.extra && item.labels.length > 0 && costs.begins(state.item, state.label + folded)) {
    const beyond = item.labels.includes(state.label) && !item.labels.some((label) => label.startsWith(state.label + folded));
    next.push(step(state, { kind: 'label', item: state.item }, beyond ? COST.beyondLabel : 0, { label: state.label + folded }));
  }
  for (let to = state.item + 1; to < script.items.length; to += 1) {
    if (script.items[to]!.labels.length === 0 || !costs.begins(to, folded)) continue;
    const pended = state.pending > 0 && script.items[to]!.row !== undefined;
    const left = costs.leave(pended ? { ...state, pending: 0 } : state, to);
    next.push(step(state, { kind: 'start', item: to }, left, { item: to, label: folded, extra: false, count: pended ? state.pending : 0, pending: 0 }));
  }
  script.groups.forEach((group, index) => {
    const before = state.groups[index]!;
    if (state.item < group.from - 3 || state.item > group.to || !beginsLike(before + folded, group.folded)) return;
    const odd = strangeness(before + folded, group.folded) - strangeness(before, group.folded);
    next.push(
      step(state, { kind: 'group', group: index }, COST.strange * odd, {
        groups: state.groups.map((label, other) => (other === index ? label + folded : label)),
      }),
    );
  });
  next.push(noise(state, folded, script));
  if (state.extra) next.push(step(state, { kind: 'extra-label' }, 0.5, { label: state.label + folded }));
  else if (folded.length >= 2 && folded.length <= 40) {
    next.push(step(state, { kind: 'extra' }, COST.extra + costs.leave(state, state.item + 1), { label: folded, extra: true, count: 0, pending: 0 }));
    const widest = item ? Math.max(...script.blocks[item.block]!.widths) : 0;
    if (
      item?.row &&
      item.labels.length > 0 &&
      state.count < widest &&
      costs.fit(state.item, state.label) >= 0.8 &&
      !script.vocabulary.some((label) => label.includes(folded))
    ) {
      next.push(step(state, { kind: 'text-value', item: state.item }, 1.3 + 0.05 * folded.length, { count: state.count + 1 }));
    }
  }
  return next;
}

/** Words passed over: cheap where a header stands, dear elsewhere. */
function noise(state: State, folded: string, script: Script): State {
  const here = Math.max(0, script.items[state.item]?.block ?? 0);
  const opening = state.item < 0 || script.items[state.item]!.row === undefined;
  const blocks = state.item < 0 ? [0] : [here, here + 1].filter((block) => block < script.blocks.length);
  const block =
    blocks.find((index) => isHeaderWord(folded, script.blocks[index]!.header)) ?? script.blocks.findIndex(({ header }) => isHeaderWord(folded, header));
  if (block !== -1) {
    const between = !opening && block !== here;
    return step(state, { kind: 'header', block }, opening || between ? COST.header : COST.repeatedHeader + 0.03 * folded.length);
  }
  if (folded.length >= 2 && allHeaders.includes(folded)) return step(state, { kind: 'noise' }, COST.repeatedHeader + 0.05 * folded.length);
  const known = script.vocabulary.some((label) => label.includes(folded));
  // A row's whole label is not passed over lightly.
  const whole = folded.length >= 3 && script.items.some((item) => item.labels.includes(folded)) ? 2 : 0;
  return step(state, { kind: 'noise' }, whole + (known ? 0.6 + 0.15 * folded.length : Math.min(5, 1 + 0.35 * folded.length)));
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
    const key = `${state.item}|${state.extra}|${state.label}|${state.count}|${state.pending}|${state.groups.join(',')}`;
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
