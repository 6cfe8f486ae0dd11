/** Whose figures and which time a phrase speaks of. */
import { unitName } from '../organs/unit-name.js';
import type { AsideReason } from './claim.js';
import { isWord } from './parse.js';
import { has, type Phrase, type Token, type Word } from './tree.js';

/** What kind of organ the report's unit is, as far as its name tells. */
export type UnitKind = 'government' | 'town' | 'organ' | 'unknown';

/** Judges a unit by its name: a government of county level or above, a township or subdistrict, or another organ. */
export function unitKind(unit: string | undefined): UnitKind {
  if (unit === undefined || unit === '') return 'unknown';
  if (/(?:镇|乡|街道|街)(?:人民政府|政府|办事处)?$/.test(unit)) return 'town';
  return /(?:人民政府|政府|政府机关|[县市区省州旗盟])$/.test(unit) ? 'government' : 'organ';
}

/** The unit as far as scope needs it. */
export interface Unit {
  readonly name: string | undefined;
  readonly kind: UnitKind;
  /** The letter of its smallest region: 县. */
  readonly level: string | undefined;
}

/** The unit of a report. */
export function unitOf(name: string | undefined): Unit {
  return { name, kind: unitKind(name), level: name === undefined ? undefined : unitName(name).level };
}

/** What the words up to a phrase say about scope and time. */
export interface Scope {
  /** Holds on through the paragraph until the unit names itself. */
  readonly whose?: 'area' | 'other-unit' | 'agency';
  /** Of an area its own organ alone: 县政府本级. */
  readonly level?: true;
  /** The year spoken of, when it is not the report's. */
  readonly otherYear?: true;
  /** The report's year was named, or 全年. */
  readonly ownYear?: true;
  readonly cumulative?: true;
  /** 截至 without its date so far, or a date inside the year. */
  readonly cutoff?: 'open' | 'early';
}

const PREPARES: ReadonlySet<Token['type'] | Word['kind']> = new Set<Token['type'] | Word['kind']>([
  ...([
    'year',
    'month',
    'past',
    'until',
    'and',
    'filler',
    'cumulative',
    'total',
    'own',
    'area',
    'units',
    'level',
    'among',
    'all',
    'quote',
    'title',
    'open',
  ] as const),
]);

/** Whether a word is the subject of its phrase: nothing but times and links stands before it. */
function isSubject({ tokens }: Phrase, word: Word): boolean {
  for (const token of tokens) {
    if (token === word) return true;
    if (!PREPARES.has(isWord(token) ? token.kind : token.type)) return false;
  }
  return false;
}

/** What an area word says of the report's unit: the whole of what it reports on, or more or less than that. */
function areaScope(scope: Scope, text: string, word: Word, unit: Unit): Scope {
  const said = text.slice(word.start, word.end);
  const letter = /^(?:全|我|本)(?:镇|乡|街道|街)/.test(said) ? 'town' : /^(?:全|我|本)(.)/.exec(said)?.[1];
  const { whose: _, level: __, ...rest } = scope;
  if (letter === 'town') return unit.kind === 'town' || unit.kind === 'unknown' ? rest : { ...rest, whose: 'area' };
  const own = unit.kind === 'government' && (letter === undefined || letter === unit.level);
  if (own) return rest;
  return { ...rest, whose: 'area' };
}

/** The scope of a phrase, and what goes on from it. `comparing`: its years are only compared with. */
export function scopeOf(scope: Scope, text: string, phrase: Phrase, unit: Unit, year: number | undefined, carries: boolean): Scope {
  let next = scope;
  let comparing = false;
  const { tokens, words } = phrase;
  for (const [index, token] of tokens.entries()) {
    if (isWord(token) && (token.kind === 'compare' || token.kind === 'reach')) comparing = true;
    const later = tokens[index + 1];
    const compared =
      comparing ||
      carries ||
      (isWord(later) && (later.kind === 'compare' || later.kind === 'same')) ||
      /^[度]?(?:全年)?(?:收到|受理)?(?:数量|总量|情况)?(?:基本)?(?:持平|相比|相当|相同)/.test(text.slice(token.end, token.end + 12));
    next = scopeAfter(next, text, token, { unit, year, compared, phrase });
  }
  return has(words, 'own') && !has(words, 'agency') ? withoutWhose(next) : next;
}

function withoutWhose({ whose: _, level: __, ...rest }: Scope): Scope {
  return rest;
}

function withoutYear({ otherYear: _, ...rest }: Scope): Scope {
  return rest;
}

interface Around {
  readonly unit: Unit;
  readonly year: number | undefined;
  readonly compared: boolean;
  readonly phrase: Phrase;
}

/** The scope after one token. */
function scopeAfter(scope: Scope, text: string, token: Token, { unit, year, compared, phrase }: Around): Scope {
  const { cutoff: _, ...settled } = scope;
  const closed = scope.cutoff === 'open' ? settled : scope;
  if (token.type === 'year') {
    if (compared || year === undefined) return closed;
    return token.year === year ? { ...withoutYear(closed), ownYear: true } : { ...closed, otherYear: true };
  }
  if (token.type === 'month') return token.month === 12 ? closed : token.month === 1 ? scope : { ...scope, cutoff: 'early' };
  if (!isWord(token)) return scope;
  const subject = isSubject(phrase, token);
  switch (token.kind) {
    case 'area':
      return subject ? areaScope(scope, text, token, unit) : scope;
    case 'level':
      return unit.name?.endsWith('机关') ? scope : { ...scope, whose: 'area', level: true };
    case 'units':
      // 局机关及各分局: the organ and what belongs to it are the whole.
      if (subject && scope.level && has(phrase.words, 'level')) return withoutWhose(scope);
      // 县政府及各部门 are all of the area.
      if (subject && scope.whose === undefined && /政府[及和与]$/.test(text.slice(phrase.start, token.start))) return scope;
      return subject ? { ...withoutWhose(scope), whose: 'area' } : scope;
    case 'agency':
      return { ...scope, whose: 'agency' };
    case 'cumulative':
      return { ...scope, cumulative: true };
    case 'since':
      return { ...scope, cumulative: true, otherYear: true };
    case 'year':
      return /^[本今当]/.test(text.slice(token.start, token.end)) ? { ...withoutYear(scope), ownYear: true } : { ...scope, ownYear: true };
    case 'until':
      return /^截/.test(text.slice(token.start, token.end)) && !/[日目]前|年/.test(text.slice(token.start, token.end)) ? { ...scope, cutoff: 'open' } : closed;
    case 'early':
      return { ...scope, cutoff: 'early' };
    case 'past':
      return compared ? scope : { ...scope, otherYear: true };
    default:
      return scope;
  }
}

/** What of a scope goes on into the next sentence of the paragraph; all of it before 其中. */
export function carryScope(scope: Scope, among: boolean): Scope {
  if (among) return scope;
  return scope.whose ? { whose: scope.whose, ...(scope.level ? { level: true } : {}) } : {};
}

/** Why figures in this scope are not the table's; undefined when they may be. */
export function scopeDoubt(scope: Scope): AsideReason | undefined {
  if (scope.whose === 'agency' || scope.whose === 'other-unit') return scope.whose;
  if (scope.otherYear && !(scope.cumulative && scope.ownYear)) return 'other-year';
  if (scope.cutoff) return 'cutoff';
  if (scope.cumulative && !scope.ownYear) return 'cumulative';
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
  // 街办 is 街道办事处, and the office of a government writes its report.
  if (unitKind(unit) === 'government' && /(?:政府办|府办|政府办公[室厅])$/.test(bare)) return false;
  return [...`${organ[1]}${organ[2]}`].some((character) => !unit.includes(character));
}
