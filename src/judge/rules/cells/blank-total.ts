import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { gather, tableCells } from '../cells.js';
import { blankRow } from '../example-rows.js';
import { blankTotals, spelled } from '../sums.js';

export default defineRule({
  id: 'cells/blank-total',
  severity: 'error',
  basis: form('三、四部分各表的“总计”'),
  docs: {
    zh: {
      title: '总计空白而分项都有数',
      what: '各分项都填了数，只有它们的总计空着。',
      why: '总计是表内应填的数，由分项相加即得；空着则上级无法汇总，勾稽关系也无从核对。',
      fix: '填上分项之和。',
    },
    en: {
      title: 'A total is blank though its parts are there',
      what: 'All parts hold a figure and only their total is blank.',
      why: 'The form asks for the total, which follows from its parts; left blank it can be neither added up nor checked.',
      fix: 'Write the sum of the parts.',
    },
  },
  message: {
    zh: { cell: '“{where}”空白，分项之和为 {terms} ＝ {expected}', line: '{where}有{count}格总计空白，按分项之和应依次为 {expected}' },
    en: {
      cell: '“{where}” is blank; its parts add up to {terms} = {expected}',
      line: '{count} totals of {where} are blank; by their parts they are, in order, {expected}',
    },
  },
  examples: {
    good: [
      { name: '总计都已填写' },
      { name: '分项也空着，总计无从推出', set: { '/tables/disputes/reconsideration/total': null, '/tables/disputes/reconsideration/other': null } },
    ],
    bad: [
      { name: '只有一行的总计空着', set: { '/tables/requests/outcomes/granted/total': null }, expect: ['/tables/requests/outcomes/granted/total'] },
      { name: '行政复议的总计空着', set: { '/tables/disputes/reconsideration/total': null }, expect: ['/tables/disputes/reconsideration/total'] },
      {
        name: '总计一行整行空着',
        set: {
          '/tables/requests/outcomes/total': blankRow,
        },
        expect: ['/tables/requests/outcomes/total'],
      },
    ],
  },
  *check(_report, context) {
    const totals = new Map(blankTotals(context).map((total) => [total.cell, total] as const));
    for (const table of tableCells(context)) {
      const cells = table.cells.filter((cell) => totals.has(cell));
      for (const { kind, on, name, cells: group } of gather(table, cells)) {
        const { expected, sum } = totals.get(group[0]!)!;
        const repairs = group.map((cell) => ({ on: cell.pointer, text: String(totals.get(cell)!.expected) }));
        const related = sum.relation.left.map(({ pointer, sign }) => ({ pointer, sign, side: 'left' as const }));
        if (kind === 'cell')
          yield { on, data: { where: name, terms: spelled(sum.relation.left, context, true), expected }, actual: null, expected, related, repairs };
        else {
          const values = group.map((cell) => totals.get(cell)!.expected);
          yield {
            on,
            message: 'line',
            data: { where: name, count: group.length, expected: { zh: values.join('、'), en: values.join(', ') } },
            actual: null,
            expected: values.join(', '),
            related: group.map(({ pointer }) => ({ pointer })),
            repairs,
          };
        }
      }
    }
  },
});
