/**
 * Patterns of meaning: (办理|处理)(完毕|完成)? stands for every phrase that it spells out. All patterns together are one automaton; which
 * states it may be in is worked out when a text first leads there, so that reading takes one step a character however many phrases there are.
 */

/** What stands for a line break inside a sentence; no phrase is broken by it. */
export const SOFT = '\u2028';

interface Node {
  readonly steps: (readonly [code: number, to: Node])[];
  readonly free: Node[];
  /** The order of the pattern that ends here. */
  ends?: number;
}

interface State {
  readonly nodes: readonly Node[];
  readonly next: Map<number, State | undefined>;
  /** The order of the first pattern that ends here. */
  readonly ends: number | undefined;
}

/** Patterns with what they mean. */
export interface Patterns<Meaning> {
  /** The longest phrase that stands at `start`, as its meaning and its end; of two patterns for one phrase the first holds. */
  longest(text: string, start: number): { readonly meaning: Meaning; readonly end: number } | undefined;
}

const node = (): Node => ({ steps: [], free: [] });

/** One character or one group, with the ? behind it, from `from`; answers where it ends in the text and in the automaton. */
function addPart(text: string, at: number, from: Node): { readonly at: number; readonly to: Node } {
  const to = node();
  let end = at;
  if (text[at] === '(') {
    const inner = addChoice(text, at + 1, from);
    inner.to.free.push(to);
    end = inner.at;
  } else from.steps.push([text.charCodeAt(at), to]);
  if (text[end + 1] !== '?') return { at: end + 1, to };
  from.free.push(to);
  return { at: end + 2, to };
}

/** Alternatives up to the closing bracket or the end. */
function addChoice(text: string, start: number, from: Node): { readonly at: number; readonly to: Node } {
  const to = node();
  let at = start;
  let current = node();
  from.free.push(current);
  while (at < text.length && text[at] !== ')') {
    if (text[at] === '|') {
      current.free.push(to);
      current = node();
      from.free.push(current);
      at += 1;
      continue;
    }
    const part = addPart(text, at, current);
    ({ at, to: current } = part);
  }
  current.free.push(to);
  return { at, to };
}

/** The nodes that can be reached without a step, and the state of them all. */
function stateOf(nodes: Iterable<Node>): State {
  const all = new Set(nodes);
  for (const one of all) for (const free of one.free) all.add(free);
  let ends: number | undefined;
  for (const one of all) if (one.ends !== undefined && (ends === undefined || one.ends < ends)) ends = one.ends;
  return { nodes: [...all].filter(({ steps }) => steps.length > 0), next: new Map(), ends };
}

/** Every step that leads on from a state, by its character. */
function stepsFrom({ nodes }: State): ReadonlyMap<number, readonly Node[]> {
  const steps = new Map<number, Node[]>();
  for (const [code, to] of nodes.flatMap((one) => one.steps)) (steps.get(code) ?? steps.set(code, []).get(code)!).push(to);
  return steps;
}

/** Compiles patterns, apart by blanks in each entry. */
export function compile<Meaning>(entries: readonly { readonly means: Meaning; readonly say: string }[]): Patterns<Meaning> {
  const root = node();
  entries.forEach(({ say }, order) => {
    for (const pattern of say.split(' ')) {
      const { to } = addChoice(pattern, 0, root);
      to.ends = order;
    }
  });
  const start = stateOf([root]);
  const begins = stepsFrom(start);
  const step = (state: State, code: number): State | undefined => {
    const known = state.next.get(code);
    if (known !== undefined || state.next.has(code)) return known;
    const targets = state === start ? begins.get(code) : state.nodes.flatMap(({ steps }) => steps.flatMap(([own, to]) => (own === code ? [to] : [])));
    const next = targets && targets.length > 0 ? stateOf(targets) : undefined;
    state.next.set(code, next);
    return next;
  };
  return {
    longest(text, from) {
      let state: State | undefined = start;
      let found: { readonly meaning: Meaning; readonly end: number } | undefined;
      for (let at = from; at < text.length; at += 1) {
        if (text[at] === SOFT && at > from) continue;
        state = step(state, text.charCodeAt(at));
        if (!state) break;
        if (state.ends !== undefined) found = { meaning: entries[state.ends]!.means, end: at + 1 };
      }
      return found;
    },
  };
}
