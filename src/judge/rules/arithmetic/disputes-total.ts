import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { brokenSums, rowOf, sumFinding } from '../sums.js';

export default defineRule({
  id: 'arithmetic/disputes-total',
  severity: 'error',
  basis: form('四、政府信息公开行政复议、行政诉讼情况：各组的“总计”'),
  docs: {
    zh: {
      title: '复议、诉讼的总计不等于各种结果之和',
      what: '行政复议、未经复议直接起诉、复议后起诉三组分别核对：结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结 ＝ 总计。',
      why: '每一件复议或诉讼在一组中只有一种结果，四种结果合起来就是这一组的总计。',
      fix: '对照复议、诉讼台账核对这一组的五个数，改正写错的一个；复议后又起诉的案件分别计入两组。',
    },
    en: {
      title: 'The total of disputes is not the sum of their results',
      what: 'In each of the three groups (reconsideration, direct litigation, litigation after reconsideration): upheld + corrected + other + pending = total.',
      why: 'Each case has exactly one result within its group.',
      fix: 'Check the five figures of this group against the register of cases and correct the wrong one.',
    },
  },
  message: {
    zh: {
      broken: '“{group}”：结果维持 {upheld} ＋ 结果纠正 {corrected} ＋ 其他结果 {other} ＋ 尚未审结 {pending} ＝ {left}，总计写的是 {right}，差 {difference}',
    },
    en: {
      broken: '“{group}”: upheld {upheld} + corrected {corrected} + other {other} + pending {pending} = {left}, the total says {right}, off by {difference}',
    },
  },
  examples: {
    good: [{ name: '三组都相等' }],
    bad: [
      { name: '行政复议总计多写一件', set: { '/tables/disputes/reconsideration/total': 9 }, expect: ['/tables/disputes/reconsideration/total'] },
      {
        name: '两组诉讼都不相等',
        set: { '/tables/disputes/litigation/direct/pending': 0, '/tables/disputes/litigation/afterReconsideration/corrected': 1 },
        expect: ['/tables/disputes/litigation/direct/total', '/tables/disputes/litigation/afterReconsideration/total'],
      },
    ],
  },
  *check(_report, context) {
    for (const sum of brokenSums(context, 'arithmetic/disputes-total')) {
      const [upheld, corrected, other, pending] = sum.relation.left.map(({ pointer }) => context.value(pointer) ?? 0);
      yield sumFinding(sum, context, {
        group: rowOf(sum.relation.right[0]!.pointer),
        upheld: upheld!,
        corrected: corrected!,
        other: other!,
        pending: pending!,
      });
    }
  },
});
