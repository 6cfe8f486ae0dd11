import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { nameOf, tableCells } from '../cells.js';

export default defineRule({
  id: 'cells/fraction',
  severity: 'error',
  basis: form('二至四部分各表的“数量”“件数”'),
  docs: {
    zh: {
      title: '件数不是整数',
      what: '除收费、采购金额以外带小数的数。',
      why: '申请、案件、文件和处理决定都按件计算，不会有小数；小数多半是填串了列，或者以万为单位填写。',
      fix: '改为整数件数；金额填到金额列。',
    },
    en: {
      title: 'A count that is not whole',
      what: 'Numbers with decimals anywhere but in amounts of money.',
      why: 'Requests, cases, documents and decisions are counted one by one; decimals mostly come from a wrong column or from counting in ten thousands.',
      fix: 'Write the whole number; amounts belong into the column for amounts.',
    },
  },
  message: { zh: { fraction: '“{where}”是 {value}，件数应为整数' }, en: { fraction: '“{where}” is {value}; a count is a whole number' } },
  examples: {
    good: [{ name: '只有金额带小数', set: { '/tables/disclosure/fees/amount': 12.35 } }],
    bad: [{ name: '处理决定数量带小数', set: { '/tables/disclosure/licensing/decisions': 0.1286 }, expect: ['/tables/disclosure/licensing/decisions'] }],
  },
  *check(_report, context) {
    for (const { cells } of tableCells(context)) {
      for (const cell of cells) {
        if (cell.value === null || Number.isInteger(cell.value) || cell.spec.column.kind === 'amount') continue;
        yield { on: cell.pointer, data: { where: nameOf(cell), value: cell.value }, actual: cell.value };
      }
    }
  },
});
