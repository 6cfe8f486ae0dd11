/** What may be done next with a reading: every way of taking one more event. */
import { likeness } from '../../../base/text/normalise.js';
import { beginsLike, COST, type Costs, type Deed, type State, strangeness } from './costs.js';
import type { FlowEvent } from './events.js';
import { isHeaderWord } from './regions.js';
import { allHeaders, type Script } from './script.js';

/** All readings that take one more event. `inRows`: the values of a row stand together on a line in this table. */
export function successors(state: State, event: FlowEvent, script: Script, costs: Costs, inRows: boolean): readonly State[] {
  const asValues = event.kind === 'values' ? valueSteps(state, event, script, costs, inRows) : [];
  const asWords = event.kind === 'words' || event.doubtful ? wordSteps(state, event, script, costs) : [];
  return [...asValues, ...asWords];
}

function step(state: State, deed: Deed, cost: number, change: Partial<State> = {}): State {
  const opens = deed.kind === 'start' || deed.kind === 'unlabelled' || deed.kind === 'extra';
  const foreign = deed.kind === 'noise' || deed.kind === 'group';
  const interrupted = !opens && (state.interrupted || (foreign && state.count > 0));
  return { ...state, interrupted, ...change, cost: state.cost + cost, back: state, deed };
}

function valueSteps(state: State, event: FlowEvent, script: Script, costs: Costs, inRows: boolean): readonly State[] {
  // What has the form of a page number is never read as a figure; a row that it may belong to is told later.
  if (event.pageNumber === 'yes') return [step(state, { kind: 'noise' }, COST.pageNumber, { interrupted: state.interrupted })];
  const size = event.pieces.length;
  const next: State[] = [];
  const mixed = (target: number): number => (Math.imul(state.hash, 31) + event.pieces[0]!.line * 1009 + event.pieces[0]!.start * 7 + target + 1) | 0;
  const item = script.items[state.item];
  const widest = Math.max(...script.blocks[item?.block ?? 0]!.widths);
  const excess = COST.excess * (Math.max(0, state.count + size - widest) - Math.max(0, state.count - widest));
  // A row's values stand on one line, and beside its own label, unless the whole table is written a cell a line.
  const apart =
    (inRows && state.count > 0 ? COST.furtherRun : 0) +
    (state.interrupted ? COST.interrupted : 0) +
    (event.afterWords && state.deed?.kind === 'noise' ? COST.orphaned : 0);
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
  next.push(step(state, { kind: 'noise' }, stray, { interrupted: state.interrupted, hash: mixed(990) }));
  return next;
}

function wordSteps(state: State, event: FlowEvent, script: Script, costs: Costs): readonly State[] {
  const { folded } = event;
  if (folded === '') return [step(state, { kind: 'noise' }, 0, { interrupted: state.interrupted })];
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
      !script.vocabulary.some((label) => label.includes(folded) || likeness(label, folded) >= 0.5)
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
  if (folded.length >= 2 && allHeaders().has(folded)) return step(state, { kind: 'noise' }, COST.repeatedHeader + 0.05 * folded.length);
  const known = script.vocabulary.some((label) => label.includes(folded));
  // A row's whole label is not passed over lightly.
  const whole = folded.length >= 3 && script.items.some((item) => item.labels.includes(folded)) ? 2 : 0;
  return step(state, { kind: 'noise' }, whole + (known ? 0.6 + 0.15 * folded.length : Math.min(5, 1 + 0.35 * folded.length)));
}
