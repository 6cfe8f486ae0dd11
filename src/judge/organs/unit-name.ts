/** The name of a unit taken apart, and whether two names are those of one organ. */
import { ENDINGS, FIELDS, type OrganKind } from './unit-kind-words.js';

/** What a name tells. */
export interface UnitName {
  /** The name without blanks, quotation marks and brackets' content. */
  readonly name: string;
  /** Absent when the name tells no class, or more than one: 某镇（街道）. */
  readonly is?: OrganKind;
  /** The regions it opens with, largest first: 莆田市, 城厢区. */
  readonly regions: readonly string[];
  /** The letter of the smallest region: 区. */
  readonly level?: string;
  /** The name after its regions. */
  readonly organ: string;
}

/** Letters that close the name of a region. */
export const LEVELS = '省市州盟县旗区';

/** 城市管理局, 市场监督管理局, 社区: no region ends there; nor at the first letter of 沙市区 and 津市市. */
function closesRegion(name: string, index: number): boolean {
  const letter = name[index];
  if (letter === undefined || !LEVELS.includes(letter) || index === 0) return false;
  const [before, after] = [name.slice(0, index), name.slice(index + 1)];
  if (closesRegion(name, index + 1)) return false;
  if (letter === '市') return !/^(?:场|政(?!府|务|协)|容|民|域)/.test(after) && !(/.[市区县州旗省]城$/.test(before) && /^[管综执建规更]/.test(after));
  if (letter === '区') return !/(?:[社小片校园景库]|自治)$/.test(before) && !/^[划域]/.test(after);
  return true;
}

/** The regions that a name opens with. */
function regionsOf(name: string): readonly string[] {
  const regions: string[] = [];
  let from = 0;
  for (let index = 0; index < name.length; index += 1) {
    if (name.startsWith('自治区', index)) {
      regions.push(name.slice(from, index + 3));
      from = index + 3;
      index += 2;
    } else if (index - from >= 1 && index - from <= 8 && closesRegion(name, index)) {
      // A field begins before the letter: 水务局 of no region.
      if (new RegExp(`^(?:${FIELDS})`).test(name.slice(from))) break;
      regions.push(name.slice(from, index + 1));
      from = index + 1;
    }
  }
  return regions;
}

/** Takes a name apart. */
export function unitName(written: string): UnitName {
  const outer = written.replace(/[\s\u3000“”"《》]/g, '');
  const name = outer.replace(/（[^）]*）|\([^)]*\)/g, '');
  const is = /（(?:街道|镇|乡)）|\((?:街道|镇|乡)\)/.test(outer) ? undefined : ENDINGS.find(({ ending }) => ending.test(name))?.is;
  const regions = regionsOf(name);
  const level = regions.at(-1)?.at(-1) ?? (LEVELS.includes(name[0] ?? '') ? name[0] : undefined);
  return { name, ...(is ? { is } : {}), regions, ...(level ? { level } : {}), organ: name.slice(regions.join('').length) };
}

function inOrder(short: string, long: string): boolean {
  let from = 0;
  for (const letter of short) {
    const at = long.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** The letters that tell organs apart; a town is told by its name alone, whichever of its offices signs. */
function telling(name: string): string {
  const letters = name
    .replace(/委员会(?=办公[室厅]$)/, '委')
    .replace(/中共|人民|办事处|党工委|党委|委员会(?=.)/g, '')
    .replace(/委员会$/, '委');
  return letters.replace(/(?<=[镇乡]|苏木)政府$/, '');
}

/**
 * Whether a name is that of the unit: shortened (人社局, 张家坡镇政府), with more regions before it, or with an office behind it.
 * A short name is one whose letters all occur in the full name in their order; those of a branch (某区公安分局) in any order.
 */
export function isSameUnit(name: string, unit: string): boolean {
  const [a, b] = [telling(unitName(name).name), telling(unitName(unit).name)];
  if (inOrder(a, b) || inOrder(b, a)) return true;
  if (/分[局队]/.test(a) || /分[局队]/.test(b)) {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    return [...short].every((letter) => long.includes(letter));
  }
  // An office inside the unit, written with another region or none: 县水务局办公室 of 云岭县水务局.
  const [{ organ, regions }, other] = [unitName(unit), unitName(name)];
  const strange = other.regions.some((region) => region.length > 2 && !inOrder(region, b) && !regions.some((own) => inOrder(own, region)));
  return !strange && organ.length >= 3 && inOrder(telling(organ), a) && a.length > telling(organ).length;
}

/** Whether any of the unit's names fits. */
export function isOneOf(name: string, units: readonly string[], abbreviations: readonly string[] = []): boolean {
  return units.some((unit) => isSameUnit(name, unit)) || abbreviations.some((short) => name.includes(short) || isSameUnit(name, short));
}
