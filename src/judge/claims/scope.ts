/** Whose figures and which time a sentence speaks of, followed word by word. */
import type { AsideReason } from './claim.js';
import type { Token } from './tokens.js';

/** What kind of organ the report's unit is, as far as its name tells. */
export type UnitKind = 'government' | 'town' | 'organ' | 'unknown';

/** Judges a unit by its name: a government of county level or above, a township or subdistrict, or another organ. */
export function unitKind(unit: string | undefined): UnitKind {
  if (unit === undefined || unit === '') return 'unknown';
  if (/(?:镇|乡|街道|街)(?:人民政府|政府|办事处)?$/.test(unit)) return 'town';
  return /(?:人民政府|政府|[县市区省州旗盟])$/.test(unit) ? 'government' : 'organ';
}

/** What the words up to a point say about scope and time. */
export interface Scope {
  /** Holds on through the paragraph until the unit names itself. */
  readonly whose?: 'area' | 'other-unit' | 'agency';
  /** Of an area its own organ alone: 县政府本级. */
  readonly level?: true;
  /** The year spoken of, when it is not the report's. */
  readonly otherYear?: true;
  readonly cumulative?: true;
  /** 截至 without its date so far, or a date inside the year. */
  readonly cutoff?: 'open' | 'early';
  /** A way in which requests came, since the last number. */
  readonly channel?: true;
}

/** The scope after a token. `comparing`: a word of comparison stands before it in the clause, so that its year is only compared with. */
export function follow(scope: Scope, token: Token, kind: UnitKind, year: number | undefined, comparing: boolean): Scope {
  if (token.type === 'number') return scope.channel ? without(scope, 'channel') : scope;
  if (token.type === 'year') {
    const closed = scope.cutoff === 'open' ? without(scope, 'cutoff') : scope;
    if (comparing || year === undefined) return closed;
    return token.year === year ? without(closed, 'otherYear') : { ...closed, otherYear: true };
  }
  if (token.type === 'month') {
    if (token.month === 12) return scope.cutoff === 'open' ? without(scope, 'cutoff') : scope;
    return token.month === 1 ? scope : { ...scope, cutoff: 'early' };
  }
  if (token.type === 'mark') return token.mark === ';' && scope.channel ? without(scope, 'channel') : scope;
  switch (token.word.kind) {
    case 'area':
    case 'part-of-units':
      return { ...without(scope, 'level'), whose: 'area' };
    case 'level':
      return { ...scope, whose: 'area', level: true };
    case 'town-area':
      return kind === 'town' || kind === 'unknown' ? scope : { ...scope, whose: 'area' };
    case 'own-region':
      return kind === 'government' || kind === 'unknown' ? without(scope, 'whose') : { ...scope, whose: 'area' };
    case 'own':
      return without(scope, 'whose');
    case 'agency':
      return { ...scope, whose: 'agency' };
    case 'cumulative':
      return { ...scope, cumulative: true };
    case 'cutoff':
      return { ...scope, cutoff: 'open' };
    case 'period':
      return { ...scope, cutoff: 'early' };
    case 'year-end':
      return scope.cutoff === 'open' ? without(scope, 'cutoff') : scope;
    case 'last-year':
      return comparing ? scope : { ...scope, otherYear: true };
    case 'channel':
      return { ...scope, channel: true };
    default:
      return scope;
  }
}

function without(scope: Scope, key: keyof Scope): Scope {
  const { [key]: _, ...rest } = scope;
  return rest;
}

/** What of a scope goes on into the next sentence of the paragraph; all of it before 其中. */
export function carryScope(scope: Scope, among: boolean): Scope {
  if (among) return without(scope, 'channel');
  return scope.whose ? { whose: scope.whose, ...(scope.level ? { level: true } : {}) } : {};
}

/** Why figures in this scope are not the table's; undefined when they may be. */
export function scopeDoubt(scope: Scope): AsideReason | undefined {
  if (scope.whose === 'agency' || scope.whose === 'other-unit') return scope.whose;
  if (scope.otherYear) return 'other-year';
  if (scope.cutoff) return 'cutoff';
  if (scope.cumulative) return 'cumulative';
  return scope.whose;
}

const SUFFIX = '(?:局|委员会|委|厅|办公室|政府办|府办|中心|管委会|支队|大队|街道|镇|乡|政府)';
const ORGAN = new RegExp(`([\\u4e00-\\u9fff]{0,2})(${SUFFIX})(?:本级|机关)?$`);
const LEAD = /(?:\d{4}年度?|全年|本年度?|年度|内|期间|一共|总共|共计|共|合计|累计|已|均|也|新|又|还|、)+$/;

/** The name of an organ at the end of a text. */
export const ORGAN_NAME: RegExp = new RegExp(`[\\u4e00-\\u9fff]{0,12}${SUFFIX}$`);

/**
 * Whether another organ than the unit is named right before the predicate. Short names count as the unit's when their
 * last characters all occur in its name: 区人社局 for 某区人力资源和社会保障局.
 */
export function namesOtherOrgan(subject: string, unit: string | undefined): boolean {
  if (unit === undefined || unit === '') return false;
  const bare = subject.replace(/[\s“”"]/g, '').replace(LEAD, '');
  // A bureau's report that speaks of its county.
  if (/[^我本全辖]?[县市区省州旗]$/.test(bare) && unitKind(unit) !== 'government') return !/[示园新发]区$/.test(bare);
  const organ = ORGAN.exec(bare);
  if (!organ || /[我本该全]/.test(organ[1]!)) return false;
  return [...`${organ[1]}${organ[2]}`].some((character) => !unit.includes(character));
}
