/** Which figures of table 四 a number counts. */
import { cellPointer } from '../../form/editions/index.js';
import { type ClaimReading, plus } from './claim.js';
import { type Frame, has, isQuantity, type WordToken } from './frame.js';
import type { Resolved } from './resolve-requests.js';
import type { DisputeGroup, DisputeResult } from './vocabulary.js';

/** The groups that the paragraph has named so far. */
export interface DisputeState {
  readonly last: readonly DisputeGroup[];
  readonly all: readonly DisputeGroup[];
}

/** The state after groups were named. */
export function nameGroups(state: DisputeState, groups: readonly DisputeGroup[]): DisputeState {
  return { last: groups, all: [...new Set([...state.all, ...groups])] };
}

function sum(groups: readonly DisputeGroup[], results: readonly (DisputeResult | 'total')[]): ClaimReading {
  return groups.flatMap((group) => results.map((result) => plus(cellPointer('disputes', '', `${group}/${result}`))));
}

/** Reads the figures of table 四 that the words of a frame name; `divided`: 复议后起诉 is counted apart in the sentence. */
export function resolveDisputes(frame: Frame, words: readonly WordToken[], state: DisputeState, divided: boolean): Resolved {
  const quantities = words.map(({ word }) => word).filter(isQuantity);
  const named = quantities.filter((word) => word.kind === 'dispute');
  const results = [...new Set(quantities.filter((word) => word.kind === 'result').map(({ result }) => result))];
  if (quantities.some(({ kind }) => kind === 'unknown-result')) return { aside: 'ambiguous' };
  const firstResult = quantities.findIndex(({ kind }) => kind === 'result');
  const lastGroup = quantities.findLastIndex(({ kind }) => kind === 'dispute');
  if (firstResult !== -1 && lastGroup > firstResult) return { aside: 'ambiguous' };
  const groups = [...new Set(named.flatMap((word) => word.groups))];
  if (named.length > 1 && groups.length > named[0]!.groups.length && !has(frame.before, 'and') && !has(frame.after, 'and')) return { aside: 'ambiguous' };
  if (results.length > 1 && !has(frame.before, 'and')) return { aside: 'ambiguous' };
  const kinds = results.length > 0 ? results : (['total'] as const);
  if (groups.length > 0) {
    const readings = [sum(groups, kinds)];
    if (divided && groups.join() === 'litigation/direct,litigation/afterReconsideration') readings.push(sum(['litigation/direct'], kinds));
    return { readings };
  }
  if (state.last.length === 0) return { aside: 'ambiguous' };
  return { readings: state.all.length > state.last.length ? [sum(state.last, kinds), sum(state.all, kinds)] : [sum(state.last, kinds)] };
}
