import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { brokenSums, rowOf, spelled, sumFinding } from '../sums.js';

export default defineRule({
  id: 'arithmetic/requests-row-total',
  severity: 'error',
  basis: form('三、收到和处理政府信息公开申请情况：申请人情况各列与“总计”列'),
  docs: {
    zh: {
      title: '一行的总计不等于各类申请人之和',
      what: '逐行核对：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他六列之和等于“总计”。',
      why: '表中的六列是申请人的全部分类，每件申请只归入一列，合起来就是这一行的总计。',
      fix: '核对这一行的六个分项和总计，改正写错的一个；注意相邻两列是否填串，一个数是否被拆到两格。',
    },
    en: {
      title: 'The total of a row is not the sum of its applicants',
      what: 'In each row: the six kinds of applicants add up to the total.',
      why: 'The six columns are all kinds of applicants, and a request belongs to exactly one of them.',
      fix: 'Check the six figures and the total of this row and correct the wrong one; look for figures in the neighbouring column or split over two cells.',
    },
  },
  message: {
    zh: { broken: '“{row}”行：各列之和 {terms} ＝ {left}，总计写的是 {right}，差 {difference}' },
    en: { broken: 'Row “{row}”: the columns add up to {terms} = {left}, the total says {right}, off by {difference}' },
  },
  examples: {
    good: [{ name: '每一行的分项之和等于总计' }],
    bad: [
      { name: '总计多写一件', set: { '/tables/requests/outcomes/granted/total': 46 }, expect: ['/tables/requests/outcomes/granted/total'] },
      {
        name: '一件申请填到了别的行',
        set: { '/tables/requests/outcomes/notProcessed/duplicates/naturalPerson': 1, '/tables/requests/outcomes/notProcessed/petitions/naturalPerson': 4 },
        expect: ['/tables/requests/outcomes/notProcessed/petitions/total', '/tables/requests/outcomes/notProcessed/duplicates/total'],
      },
      { name: '2019版的其他处理行', edition: '2019', set: { '/tables/requests/outcomes/other/total': 5 }, expect: ['/tables/requests/outcomes/other/total'] },
    ],
  },
  *check(_report, context) {
    for (const sum of brokenSums(context, 'arithmetic/requests-row-total')) {
      yield sumFinding(sum, context, { row: rowOf(sum.relation.right[0]!.pointer), terms: spelled(sum.relation.left, context) });
    }
  },
});
