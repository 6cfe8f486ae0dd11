import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { brokenSums, columnOf, sumFinding } from '../sums.js';

export default defineRule({
  id: 'arithmetic/requests-balance',
  severity: 'error',
  basis: form('三、收到和处理政府信息公开申请情况：表内注明“第一项加第二项之和，等于第三项加第四项之和”'),
  docs: {
    zh: {
      title: '收到的申请与办理、结转的申请不相等',
      what: '逐列核对：一、本年新收 ＋ 二、上年结转 ＝ 三、（七）总计 ＋ 四、结转下年度继续办理。',
      why: '这是表内注明的勾稽关系：收到的每一件申请，不是已经办结，就是结转下年度。',
      fix: '对照申请登记台账，核对这一列的新收、上年结转、办理结果总计和结转下年度四个数，改正写错的一个；“总计”列同样要相等。',
    },
    en: {
      title: 'Requests received do not equal requests handled and carried forward',
      what: 'In each column: 1 newly received + 2 carried over = 3(7) total of outcomes + 4 carried forward.',
      why: 'The form prints this relation: every request received has either been handled or is carried forward.',
      fix: 'Compare the four figures of this column with the register of requests and correct the wrong one; the total column must balance as well.',
    },
  },
  message: {
    zh: {
      broken:
        '“{column}”列：第一项 {newlyReceived} ＋ 第二项 {carriedOver} ＝ {left}，第三项（总计）{handled} ＋ 第四项 {carriedForward} ＝ {right}，差 {difference}',
    },
    en: {
      broken:
        'Column “{column}”: item 1 {newlyReceived} + item 2 {carriedOver} = {left}, item 3 (total) {handled} + item 4 {carriedForward} = {right}, off by {difference}',
    },
  },
  examples: {
    good: [{ name: '每一列都相等' }],
    bad: [
      {
        name: '结转下年度少写一件',
        set: { '/tables/requests/carriedForward/naturalPerson': 7, '/tables/requests/carriedForward/total': 7 },
        expect: ['/tables/requests/carriedForward/naturalPerson', '/tables/requests/carriedForward/total'],
      },
      { name: '只有总计列不相等', set: { '/tables/requests/newlyReceived/total': 111 }, expect: ['/tables/requests/carriedForward/total'] },
      {
        name: '2019版同样核对',
        edition: '2019',
        set: { '/tables/requests/carriedOver/enterprise': 2 },
        expect: ['/tables/requests/carriedForward/enterprise'],
      },
    ],
  },
  *check(_report, context) {
    for (const sum of brokenSums(context, 'arithmetic/requests-balance')) {
      const [newlyReceived, carriedOver, handled, carriedForward] = [...sum.relation.left, ...sum.relation.right].map(
        ({ pointer }) => context.value(pointer) ?? 0,
      );
      const column = columnOf(sum.relation.right[0]!.pointer);
      yield sumFinding(sum, context, { column, newlyReceived: newlyReceived!, carriedOver: carriedOver!, handled: handled!, carriedForward: carriedForward! });
    }
  },
});
