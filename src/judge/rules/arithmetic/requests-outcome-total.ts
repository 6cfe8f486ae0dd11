import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { brokenSums, columnOf, spelled, sumFinding } from '../sums.js';

export default defineRule({
  id: 'arithmetic/requests-outcome-total',
  severity: 'error',
  basis: form('三、收到和处理政府信息公开申请情况：三、本年度办理结果（一）至（六）项与（七）总计'),
  docs: {
    zh: {
      title: '办理结果的总计不等于各种结果之和',
      what: '逐列核对：三、本年度办理结果中（一）至（六）各行之和等于（七）总计。',
      why: '每件办结的申请只计入一种办理结果，各种结果合起来就是这一列的总计。',
      fix: '核对这一列各行的数和（七）总计，改正写错的一个；区分处理的申请只计“部分公开”，不重复计入其他情形。',
    },
    en: {
      title: 'The total of outcomes is not the sum of the outcomes',
      what: 'In each column: the rows 3(1) to 3(6) add up to row 3(7).',
      why: 'Each request that was handled is counted under exactly one outcome.',
      fix: 'Check the outcomes and the total of this column and correct the wrong one; a request granted in part is counted there alone.',
    },
  },
  message: {
    zh: { broken: '“{column}”列：（一）至（六）各项办理结果之和 {terms} ＝ {left}，（七）总计写的是 {right}，差 {difference}' },
    en: { broken: 'Column “{column}”: the outcomes 3(1) to 3(6) add up to {terms} = {left}, the total 3(7) says {right}, off by {difference}' },
  },
  examples: {
    good: [{ name: '每一列的办理结果之和等于总计' }],
    bad: [
      { name: '总计少写一件', set: { '/tables/requests/outcomes/total/naturalPerson': 97 }, expect: ['/tables/requests/outcomes/total/naturalPerson'] },
      {
        name: '一种结果两处多计',
        set: { '/tables/requests/outcomes/granted/enterprise': 4, '/tables/requests/outcomes/granted/total': 46 },
        expect: ['/tables/requests/outcomes/total/enterprise', '/tables/requests/outcomes/total/total'],
      },
      {
        name: '2019版只有一行其他处理',
        edition: '2019',
        set: { '/tables/requests/outcomes/other/legalService': 0 },
        expect: ['/tables/requests/outcomes/total/legalService'],
      },
    ],
  },
  // A row that the form lacks is not in the sum, so the sum proves nothing.
  yieldsTo: ['structure/extra-row'],
  *check(_report, context) {
    for (const sum of brokenSums(context, 'arithmetic/requests-outcome-total')) {
      yield sumFinding(sum, context, { column: columnOf(sum.relation.right[0]!.pointer), terms: spelled(sum.relation.left, context, true) });
    }
  },
});
