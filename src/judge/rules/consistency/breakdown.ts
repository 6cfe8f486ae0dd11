import { judgeList, readLists } from '../../claims/lists.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';

export default defineRule({
  id: 'consistency/breakdown',
  severity: 'warning',
  basis: regulation('第六条（及时、准确地公开政府信息）'),
  docs: {
    zh: {
      title: '分项之和与总数不符',
      what: '正文中“共34条，其中甲11条、乙11条、丙12条”一类封闭的列举，分项相加应当等于总数。以“等”结尾、“主要包括”引出、层层相套、单位不一的列举可以不等；分项之和大于总数的一律报告。其中某个数已与表格不一致的，由那一条规则报告。',
      why: '分项与总数是同一批东西数了两遍，不等就是有一处数错，或者漏了一项。',
      fix: '重新核对各分项和总数；列举不全的，加“等”或者补上其余各项。',
    },
    en: {
      title: 'The parts do not add up to the whole',
      what: 'In a closed list (34 in all, of which 11, 11 and 12) the parts must add up. Lists that end in “等”, are introduced as the main ones, are nested, or mix units need not; parts that exceed the whole are always reported. A list with a figure that differs from a table is left to the rule that says so.',
      why: 'Whole and parts count the same things; where they differ one count is wrong or a part is missing.',
      fix: 'Count again; where the list is not complete, say so or add the rest.',
    },
  },
  message: {
    zh: { differs: '分项之和 {parts} ＝ {sum}，总数写的是 {total}{unit}，差 {difference}' },
    en: { differs: 'The parts {parts} = {sum}, but the whole is given as {total}{unit}: a difference of {difference}' },
  },
  examples: {
    good: [
      { name: '合计相符' },
      {
        name: '没有列全',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。公开政府信息1462条，其中政策文件类126条、财政资金类318条、民生服务类900条等。' },
      },
      { name: '单位不一', set: { '/sections/0/paragraphs/1': '（一）主动公开。公开政府信息500条，其中网站380条、公众号推文90篇、公告栏20期。' } },
      { name: '括号里是分项的分项', set: { '/sections/0/paragraphs/1': '（一）主动公开。公开信息50条，其中动态30条（含图片12条）、文件20条。' } },
      { name: '前面两个数之和', set: { '/sections/0/paragraphs/2': '（二）依申请公开。新收申请110件，上年结转7件。其中，办结109件，结转下年度继续办理8件。' } },
    ],
    bad: [
      {
        name: '少了几条',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。公开政府信息1462条，其中政策文件类126条、财政资金类318条、民生服务类1008条。' },
        expect: ['/sections/0/paragraphs/1'],
      },
      {
        name: '超过总数',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。全年公开信息340条，包括：机构职能120条；工作动态200条；其他信息40条。' },
        expect: ['/sections/0/paragraphs/1'],
      },
      {
        name: '总数在上一句',
        set: { '/sections/0/paragraphs/1': '（一）主动公开。全年共公开信息96条。其中，文件类30条，动态类40条，其他类25条。' },
        expect: ['/sections/0/paragraphs/1'],
      },
    ],
  },
  *check(_report, context) {
    const told = context.claims.compared.filter(({ agrees }) => !agrees).map(({ claim }) => claim);
    for (const list of readLists(context.claims.sentences)) {
      const broken = judgeList(list);
      // Amounts of 信息处理费 belong to consistency/processing-fee.
      if (!broken || list.unit === '元') continue;
      // A figure of the list that the tables contradict was spoken of already.
      const figures = [...list.parts, ...list.totals];
      if (told.some(({ pointer, span }) => pointer === list.pointer && figures.some(({ start, end }) => start < span[1] && end > span[0]))) continue;
      const { total, sum } = broken;
      const values = list.parts.map(({ number }) => number.value);
      const parts = { zh: values.join('＋'), en: values.join(' + ') };
      yield {
        on: list.pointer,
        span: list.span,
        data: { parts, sum, total, unit: list.unit, difference: Number(Math.abs(total - sum).toPrecision(12)) },
        actual: sum,
        expected: total,
      };
    }
  },
});
