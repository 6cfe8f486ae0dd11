/** What must be known of a sum, in words: the cells that are not the sum of all units, and the sums of the form that do not hold. */
import type { Lang } from '../../base/lang.js';
import type { CellPointer } from '../../form/editions/index.js';
import { MARK } from '../../form/model/mark.js';
import { cellName, sectionName } from '../../form/model/names.js';
import type { EditionSums } from './add-up.js';
import { type BrokenRelation, brokenRelations, gapsOf, incompleteCells, type UnitGaps } from './shortfall.js';

/** As many cells of a unit are named; the rest are counted. */
const NAMED = 4;

function listed(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ');
}

function cellsInWords(pointers: readonly CellPointer[], lang: Lang): string {
  const names = pointers.slice(0, NAMED).map((pointer) => `“${cellName(pointer, lang) ?? pointer}”`);
  const more = pointers.length - names.length;
  if (lang === 'zh') return listed(names, lang) + (more > 0 ? `等 ${pointers.length} 格` : '');
  return listed(names, lang) + (more > 0 ? ` and ${more} more` : '');
}

function gapInWords({ unit, tables, cells }: UnitGaps, lang: Lang): string {
  const whole = tables.map((key) => (lang === 'zh' ? `“${sectionName(key)}”全表` : `the whole table of ${sectionName(key, 'en')}`));
  return `${unit.unit}${lang === 'zh' ? '：' : ': '}${listed([...whole, ...(cells.length === 0 ? [] : [cellsInWords(cells, lang)])], lang)}`;
}

/** What a relation says, with its two sides. */
function relationInWords({ relation, left, right }: BrokenRelation, lang: Lang): string {
  const [total, ...more] = relation.right;
  const name = (pointer: CellPointer): string => `“${cellName(pointer, lang) ?? pointer}”`;
  const both = (pointers: readonly { readonly pointer: CellPointer }[]): string =>
    pointers.map(({ pointer }) => name(pointer)).join(lang === 'zh' ? '＋' : ' + ');
  if (relation.comparison === '>=') {
    const least = relation.right.map(({ pointer, sign }, index) => (index === 0 ? '' : sign === 1 ? '＋' : '－') + name(pointer)).join('');
    return lang === 'zh' ? `${both(relation.left)}为 ${left}，少于${least}的 ${right}` : `${both(relation.left)} is ${left}, below ${least}, ${right}`;
  }
  if (total && more.length === 0)
    return lang === 'zh' ? `${name(total.pointer)}为 ${right}，各分项之和为 ${left}` : `${name(total.pointer)} is ${right}, its parts add up to ${left}`;
  return lang === 'zh'
    ? `${both(relation.left)}为 ${left}，${both(relation.right)}为 ${right}`
    : `${both(relation.left)} is ${left}, ${both(relation.right)} is ${right}`;
}

function unitsInWords({ units }: BrokenRelation, lang: Lang): string {
  return listed(
    units.map(({ unit, blank }) =>
      lang === 'zh' ? `${unit}${blank ? '（有空白）' : '（本单位的数就不符）'}` : `${unit} (${blank ? 'blank cells' : 'its own figures'})`,
    ),
    lang,
  );
}

/** The sums of the form that do not hold, a line each, with the units they come from. */
export function brokenInWords(sums: EditionSums, lang: Lang): readonly string[] {
  return brokenRelations(sums).map((broken) =>
    lang === 'zh'
      ? `汇总数不符合勾稽关系：${relationInWords(broken, lang)}，由${unitsInWords(broken, lang)}引起`
      : `The sums break a relation of the form: ${relationInWords(broken, lang)}; through ${unitsInWords(broken, lang)}`,
  );
}

/** Everything that must be known of the sums, a line each; nothing when every cell is the sum of all units and every relation holds. */
export function remarksOf(sums: EditionSums, lang: Lang): readonly string[] {
  const gaps = gapsOf(sums);
  const cells = incompleteCells(sums).length;
  const heading =
    lang === 'zh'
      ? `${MARK} 不是全部 ${sums.units.length} 个单位之和（共 ${cells} 格），下列单位空白、无法辨认或者没有：`
      : `${MARK} not the sum of all ${sums.units.length} units (cells: ${cells}); blank, unreadable or missing in:`;
  return [...(cells === 0 ? [] : [heading, ...gaps.map((gap) => gapInWords(gap, lang))]), ...brokenInWords(sums, lang)];
}
