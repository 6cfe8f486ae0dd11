/** The indicators that supervising offices compare units by: shares of the outcomes of requests and of disputes. */
import type { CellPointer } from '../../form/editions/index.js';
import type { UnitFigures } from './add-up.js';

/** The names of the indicators, in their order. */
export const indicatorNames = ['disclosed', 'denied', 'unavailable', 'carriedForward', 'corrected'] as const;

/** disclosed: granted or granted in part, of all outcomes; denied and unavailable likewise; carriedForward: of all requests; corrected: of all disputes. */
export type IndicatorName = (typeof indicatorNames)[number];

/** Below so many cases a share says nothing. */
export const LEAST_CASES = 30;

/**
 * A share between 0 and 1 of `cases`; why there is none: too few cases, or a figure that is blank or unreadable.
 */
export type Indicator = { readonly share: number; readonly cases: number } | { readonly none: 'few'; readonly cases: number } | { readonly none: 'unknown' };

type Cells = UnitFigures['cells'];

/** The sum of the cells whose pointer matches; null when one of them is no figure, or there is none. */
function sum(cells: Cells, pattern: RegExp): number | null {
  let total: number | null = null;
  for (const [pointer, value] of cells) {
    if (!pattern.test(pointer)) continue;
    if (value === null) return null;
    total = (total ?? 0) + value;
  }
  return total;
}

function shareOf(part: number | null, cases: number | null): Indicator {
  if (part === null || cases === null) return { none: 'unknown' };
  return cases < LEAST_CASES ? { none: 'few', cases } : { share: part / cases, cases };
}

const at = (cells: Cells, pointer: CellPointer): number | null => cells.get(pointer) ?? null;
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** The indicators of one unit. */
export function indicatorsOf(cells: Cells): { readonly [name in IndicatorName]: Indicator } {
  const outcomes = at(cells, '/tables/requests/outcomes/total/total');
  const requests = plus(at(cells, '/tables/requests/newlyReceived/total'), at(cells, '/tables/requests/carriedOver/total'));
  const granted = plus(at(cells, '/tables/requests/outcomes/granted/total'), at(cells, '/tables/requests/outcomes/partiallyGranted/total'));
  return {
    disclosed: shareOf(granted, outcomes),
    denied: shareOf(sum(cells, /^\/tables\/requests\/outcomes\/denied\/[^/]+\/total$/), outcomes),
    unavailable: shareOf(sum(cells, /^\/tables\/requests\/outcomes\/unavailable\/[^/]+\/total$/), outcomes),
    carriedForward: shareOf(at(cells, '/tables/requests/carriedForward/total'), requests),
    corrected: shareOf(sum(cells, /^\/tables\/disputes\/.*\/corrected$/), sum(cells, /^\/tables\/disputes\/.*\/total$/)),
  };
}
