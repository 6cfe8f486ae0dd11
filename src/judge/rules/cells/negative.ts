import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { nameOf, tableCells } from '../cells.js';

export default defineRule({
  id: 'cells/negative',
  severity: 'error',
  basis: form('二至四部分各表的“数量”“件数”“金额”'),
  docs: {
    zh: {
      title: '数量或者金额为负数',
      what: '三张表中小于0的数；2019版“本年增/减”列可以是负数，不在其内。',
      why: '件数、项目数和金额不会小于0，负号多半是录入差错，或者是误把横线写在数字前面。',
      fix: '对照台账改为实际的数。',
    },
    en: {
      title: 'A count or an amount below zero',
      what: 'Numbers below 0 in the three tables; the column 本年增/减 of the 2019 form may hold them.',
      why: 'Counts and amounts are never below 0; the sign is mostly a slip or a dash before the number.',
      fix: 'Write the figure of the register.',
    },
  },
  message: { zh: { negative: '“{where}”是 {value}，数量和金额不能小于0' }, en: { negative: '“{where}” is {value}; counts and amounts are never below 0' } },
  examples: {
    good: [{ name: '各数都不小于0' }, { name: '2019版本年增减可以减少', edition: '2019', set: { '/tables/disclosure/penalties/change': -8 } }],
    bad: [
      { name: '件数前多了一个负号', set: { '/tables/requests/carriedForward/naturalPerson': -8 }, expect: ['/tables/requests/carriedForward/naturalPerson'] },
    ],
  },
  *check(_report, context) {
    for (const { cells } of tableCells(context)) {
      for (const cell of cells) {
        if (cell.value === null || cell.value >= 0 || cell.spec.column.kind === 'change') continue;
        yield { on: cell.pointer, data: { where: nameOf(cell), value: cell.value }, actual: cell.value };
      }
    }
  },
});
