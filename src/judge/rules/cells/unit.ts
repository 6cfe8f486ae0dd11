import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { type CellState, gather, groupFinding, nameOf, tableCells } from '../cells.js';
import { round } from '../sums.js';

const YUAN: { readonly [unit: string]: number } = { 元: 1, 万元: 1e4, 亿元: 1e8 };

/** The value in the column's own unit of money, where the cell names another one. */
function rescaled({ reading, spec }: CellState): number | undefined {
  if (reading.kind !== 'unit' || !spec.column.unit || reading.unit === spec.column.unit) return undefined;
  const [from, to] = [YUAN[reading.unit], YUAN[spec.column.unit]];
  return from && to ? round((reading.value * from) / to) : undefined;
}

export default defineRule({
  id: 'cells/unit',
  severity: 'warning',
  basis: form('二至四部分各表，收费金额“单位：万元”'),
  docs: {
    zh: {
      title: '数字带了单位',
      what: '格中的数字后面写了件、条、元等单位；收费金额写的单位与本列规定的单位不同时，另按警告提示。',
      why: '单位已由表头规定，格中只应有数字；收费金额以万元为单位，填成元就相差一万倍。',
      fix: '去掉单位；金额先换算成表头规定的单位。',
    },
    en: {
      title: 'A number with its unit',
      what: 'A unit such as 件, 条 or 元 follows the number; an amount in another unit than the column prints is a warning.',
      why: 'The header states the unit. Fees are in 10,000 yuan: an amount in yuan is ten thousand times too high.',
      fix: 'Leave out the unit; convert amounts into the unit of the header first.',
    },
  },
  message: {
    zh: {
      one: '“{where}”写的是“{raw}”，格中只填数字',
      several: '{where}有{count}格的数字带了单位，例如“{sample}”写的是“{raw}”',
      scale: '“{where}”写的是“{raw}”，而本列的单位是{unit}，应为 {value}',
    },
    en: {
      one: '“{where}” says “{raw}”; the cell takes the number alone',
      several: '{count} cells of {where} hold a number with its unit; “{sample}”, for one, says “{raw}”',
      scale: '“{where}” says “{raw}”, but the unit of this column is {unit}: write {value}',
    },
  },
  examples: {
    good: [{ name: '格中只有数字' }],
    bad: [
      { name: '件数后面写了单位', raw: { '/tables/disclosure/penalties/decisions': '431件' }, expect: ['/tables/disclosure/penalties/decisions'] },
      {
        name: '以元填写收费金额',
        set: { '/tables/disclosure/fees/amount': 3184600 },
        raw: { '/tables/disclosure/fees/amount': '3184600元' },
        expect: ['/tables/disclosure/fees/amount'],
      },
      {
        name: '2019版采购金额没有印单位',
        edition: '2019',
        raw: { '/tables/disclosure/procurement/amount': '1846500元' },
        expect: ['/tables/disclosure/procurement/amount'],
      },
    ],
  },
  *check(_report, context) {
    for (const table of tableCells(context)) {
      const withUnit = table.cells.filter(({ reading }) => reading.kind === 'unit');
      const scaled = withUnit.filter((cell) => rescaled(cell) !== undefined);
      for (const cell of scaled) {
        const value = rescaled(cell)!;
        const { column } = cell.spec;
        yield {
          on: cell.pointer,
          message: 'scale',
          data: { where: nameOf(cell), raw: cell.raw.trim(), unit: column.unit!, value },
          actual: cell.value,
          expected: value,
        };
      }
      for (const group of gather(
        table,
        withUnit.filter((cell) => !scaled.includes(cell)),
      )) {
        const { data, ...finding } = groupFinding(group);
        yield { ...finding, message: group.kind === 'cell' ? 'one' : 'several', data: { ...data, sample: nameOf(group.cells[0]!) }, weaker: 'info' };
      }
    }
  },
});
