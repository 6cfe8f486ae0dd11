/** What the readings of a flow cost: how far a label is from the printed one, what is missing, what is left over. */
import { likeness } from '../../../base/text/normalise.js';
import type { Script } from './script.js';

/** The price of everything that differs between a flow and the script. Only differences of it matter. */
export const COST = {
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
  interrupted: 3,
  orphaned: 1.5,
  beyondLabel: 2,
} as const;

/** What a reader of the flow may do with one event. */
export type Deed =
  | { readonly kind: 'label' | 'start' | 'values' | 'text-value' | 'unlabelled'; readonly item: number }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'header'; readonly block: number }
  | { readonly kind: 'extra' | 'extra-label' | 'extra-values' | 'pending' | 'noise' };

/** An unfinished reading. */
export interface State {
  /** Last item met, -1 before the first. */
  readonly item: number;
  /** Folded label so far; of the row that is not in the form when `extra`. */
  readonly label: string;
  readonly extra: boolean;
  readonly count: number;
  readonly groups: readonly string[];
  readonly pending: number;
  /** Words of another kind stood after values of the row that is open. */
  readonly interrupted: boolean;
  readonly cost: number;
  /** Tells apart readings that give values to different rows. */
  readonly hash: number;
  readonly back?: State;
  readonly deed?: Deed;
}

/** The prices that hang on the labels of one script. */
export interface Costs {
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

/** Whether a folded text can be the beginning of a label, a character or two aside. */
export function beginsLike(text: string, label: string): boolean {
  if (label.startsWith(text)) return true;
  const head = label.slice(0, text.length + 1 + Math.ceil(text.length * 0.2));
  return text.length - shared(text, head) <= Math.floor(text.length / 4);
}

/** How many characters of a text are not those at the head of a label. */
export function strangeness(text: string, label: string): number {
  return label.startsWith(text) ? 0 : text.length - shared(text, label.slice(0, text.length));
}

/** The prices of a script. */
export function costsOf(script: Script): Costs {
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
