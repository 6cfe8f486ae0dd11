import { type CellPointer, cellsOf, relationsOf, type TableSpec } from '../../../form/editions/index.js';
import { cellName } from '../../../form/model/names.js';
import { defineRule, type RollUp, type RuleContext } from '../../rule.js';
import { regulation } from '../basis.js';

/** Amounts are rounded by each unit to two places of 万元. */
const ROUNDING = 0.005;
/** More differing cells of one table than this are one finding. */
const MOST = 12;

interface Difference {
  readonly pointer: CellPointer;
  readonly actual: number;
  readonly expected: number;
}

function differences(spec: TableSpec, units: RollUp['units'], context: RuleContext): readonly Difference[] {
  return cellsOf(spec).flatMap(({ pointer, column }) => {
    const actual = context.value(pointer);
    const values = units.map(({ cells }) => cells.get(pointer));
    const numbers = values.filter((value): value is number => typeof value === 'number');
    if (typeof actual !== 'number' || numbers.length === 0) return [];
    const expected = Number(numbers.reduce((sum, value) => sum + value, 0).toFixed(6));
    const slack = column.kind === 'amount' ? ROUNDING * (numbers.length + 1) : 0;
    if (Math.abs(actual - expected) <= slack) return [];
    return [{ pointer, actual, expected }];
  });
}

/** A total that differs because one of its parts does is the same fault. */
function withoutTotals(found: readonly Difference[], spec: TableSpec): readonly Difference[] {
  const differing = new Set<string>(found.map(({ pointer }) => pointer));
  const derived = new Set<string>();
  for (const { left, right, comparison } of relationsOf(spec)) {
    const [total, ...more] = right;
    if (comparison === '=' && total && more.length === 0 && left.some((term) => differing.has(term.pointer))) derived.add(total.pointer);
  }
  return found.filter(({ pointer }) => !derived.has(pointer));
}

function nameOf(pointer: CellPointer): { readonly zh: string; readonly en: string } {
  return { zh: cellName(pointer) ?? pointer, en: cellName(pointer, 'en') ?? pointer };
}

/** The units with the largest figures in a cell: 教育局 12、青石镇 3 等 5 个单位. */
function contributors(pointer: CellPointer, units: RollUp['units']): { readonly zh: string; readonly en: string } {
  const ranked = units
    .flatMap(({ unit, cells }) => {
      const value = cells.get(pointer);
      return typeof value === 'number' && value !== 0 ? [{ unit, value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const blank = units.filter(({ cells }) => cells.get(pointer) === null).length;
  const blanks = blank === 0 ? { zh: '', en: '' } : { zh: `；${blank} 个单位此格空白`, en: `; blank in ${blank} units` };
  const named = ranked.slice(0, 5).map(({ unit, value }) => `${unit} ${value}`);
  if (named.length === 0) return { zh: `各单位均为 0${blanks.zh}`, en: `all units 0${blanks.en}` };
  const more = ranked.length - named.length;
  return {
    zh: `${named.join('、')}${more > 0 ? `等 ${ranked.length} 个单位` : ''}${blanks.zh}`,
    en: `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}${blanks.en}`,
  };
}

export default defineRule({
  id: 'rollup/sum',
  severity: 'error',
  basis: regulation('第四十九条第二款'),
  docs: {
    zh: {
      title: '本级报告与各单位之和不一致',
      what: '本级报告表格中的每个数，应当等于各单位报告中同一格之和。',
      why: '本级报告是在各单位报告的基础上汇总编制的；不一致说明漏加、重加或者有单位在汇总之后改过数。缺报单位或者没有名册时，只作提示。',
      fix: '对照列出的单位逐一核对这一格；确认各单位的数无误后，更正本级报告。',
    },
    en: {
      title: 'The report differs from the sum of its units',
      what: 'Each figure of the report’s tables must be the sum of the same cell in the reports of its units.',
      why: 'The report is compiled from theirs; a difference means a unit left out, counted twice, or changed afterwards. Where units are missing or nobody said who is expected, this is only a warning.',
      fix: 'Check this cell with the units listed; when theirs are right, correct the report.',
    },
  },
  message: {
    zh: {
      differs: '“{cell}”：本级报告为 {actual}，{count} 个单位之和为 {expected}，差 {difference}（{units}）',
      many: '有 {cells} 格与 {count} 个单位之和不一致，差得最多的是“{cell}”：本级报告为 {actual}，各单位之和为 {expected}',
    },
    en: {
      differs: '“{cell}”: {actual} in the report, {expected} in {count} units together, difference {difference} ({units})',
      many: '{cells} cells differ from the sum of {count} units; the largest difference is “{cell}”: {actual} in the report, {expected} in the units together',
    },
  },
  examples: {
    good: [
      {
        name: '两个单位之和等于本级报告',
        rollUp: {
          units: [
            { unit: '云岭县教育局', share: 'all' },
            { unit: '青石镇', share: 'none' },
          ],
          missing: [],
        },
      },
    ],
    bad: [
      {
        name: '漏加一个单位的一格',
        rollUp: {
          units: [
            { unit: '云岭县教育局', share: 'all' },
            { unit: '青石镇', share: 'none', cells: { '/tables/disclosure/coercion/decisions': 3 } },
          ],
          missing: [],
        },
        expect: ['/tables/disclosure/coercion/decisions'],
      },
      {
        name: '分项不同，总计的差异不再另报',
        rollUp: {
          units: [
            { unit: '云岭县教育局', share: 'all' },
            { unit: '青石镇', share: 'none', cells: { '/tables/disputes/reconsideration/upheld': 1, '/tables/disputes/reconsideration/total': 1 } },
          ],
          missing: [],
        },
        expect: ['/tables/disputes/reconsideration/upheld'],
      },
    ],
  },
  *check(_report, context) {
    const { rollUp } = context;
    if (!rollUp || rollUp.units.length === 0) return;
    const certain = rollUp.missing !== undefined && rollUp.missing.length === 0;
    const weaker = certain ? {} : { weaker: 'warning' as const };
    for (const [key, { spec }] of Object.entries(context.reading.tables)) {
      const found = withoutTotals(differences(spec, rollUp.units, context), spec);
      const count = rollUp.units.length;
      if (found.length > MOST) {
        const worst = found.reduce((a, b) => (Math.abs(b.actual - b.expected) > Math.abs(a.actual - a.expected) ? b : a));
        const data = { cells: found.length, count, cell: nameOf(worst.pointer), actual: worst.actual, expected: worst.expected };
        yield { on: `/tables/${key}`, message: 'many', data, related: found.map(({ pointer }) => ({ pointer })), ...weaker };
        continue;
      }
      for (const { pointer, actual, expected } of found) {
        const difference = Number(Math.abs(actual - expected).toFixed(6));
        yield {
          on: pointer,
          data: { cell: nameOf(pointer), actual, expected, count, difference, units: contributors(pointer, rollUp.units) },
          actual,
          expected,
          ...weaker,
        };
      }
    }
  },
});
