import { sentences } from '../../../base/text/sentences.js';
import { dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { readProblems, SHORTCOMING, saysRemedy } from '../problems.js';

/** A text that says nothing but that there is nothing. */
const NONE =
  /^(?:[^。；]{0,24}(?:情况|问题|改进)[:：])?(?:[^。；，,]{0,24}(?:顺利|良好|较好|正常|有序|平稳)[，,])?[^。；，,]{0,24}(?:无|没有|暂无|未发现|不存在)(?:存在)?(?:需要?(?:说明|报告|改进|整改)的?|明显|突出|重大|主要|相关|其他)*(?:的)?(?:问题|情况|事项|内容)?(?:及改进情况)?[。.]?$/;
/** A section that opens with what is to come. */
const PLAN = /^(?:(?:改进|整改)(?:情况|措施)[:：])?(?:下一步|今后|下步|接下来|下一年|明年|20\d{2}年[，,]?我.{1,3}将|我.{1,3}将|将)/;
/** Fewer letters hold no problem with its improvement; two short reports of the fixtures say both in 18 and 21. */
const ONE_LINE = 16;

export default defineRule({
  id: 'structure/problems',
  severity: 'warning',
  basis: form('五、存在的主要问题及改进情况'),
  docs: {
    zh: {
      title: '存在的主要问题及改进情况没有写实',
      what: '第五部分只写“无”“不存在问题”，通篇只写问题不写改进，或者通篇只写打算不写问题；只有一句短话的、逐条写问题而改进的条数较少的，只作提示。配置方案（leastProblems）规定了问题个数的，不足的也提示。',
      why: '统一格式要求报告存在的主要问题及改进情况。各地检查时逐条核对问题与改进，写“无”的一律退回。',
      fix: '写明本年度实际存在的问题，并逐条写明改进的措施和结果。',
    },
    en: {
      title: 'Problems and improvements are not really reported',
      what: 'Section five says only that there are none, names problems without improvements, or plans without problems. A single line, or fewer numbered improvements than numbered problems, is a matter of tidiness. Where a profile (leastProblems) asks for a number of problems, fewer are reported.',
      why: 'The form asks for the main problems and how they were mended. Checks hold one against the other, and send “none” back.',
      fix: 'Name the problems of the year, and for each what was done about it.',
    },
  },
  message: {
    zh: {
      none: '第五部分只写“{words}”，没有报告存在的问题和改进情况',
      unmended: '第五部分写了问题（“{words}”），没有写改进情况',
      nothing: '第五部分只写了打算（“{words}”），没有写存在的问题',
      line: '第五部分只有 {count} 字：“{words}”',
      fewer: '第五部分写了 {problems} 条问题、{improvements} 条改进，没有逐条对应；最后一条问题是“{words}”',
      least: '第五部分写了 {problems} 个问题，“{profile}”要求至少写 {least} 个',
    },
    en: {
      none: 'Section five says only “{words}” and reports no problem and no improvement',
      unmended: 'Section five names problems (“{words}”) and no improvement',
      nothing: 'Section five holds plans only (“{words}”) and names no problem',
      line: 'Section five has {count} letters only: “{words}”',
      fewer: 'Section five names {problems} problems and {improvements} improvements, not one for each; the last problem is “{words}”',
      least: 'Section five names {problems} problems, “{profile}” asks for {least} at least',
    },
  },
  examples: {
    good: [
      { name: '问题和改进都写了' },
      {
        name: '逐条对应',
        set: { '/sections/4/paragraphs': ['一是更新慢。已建立每周巡检制度，逐栏目明确责任人。', '二是解读少。已与政策文件同步制作图解12期，并组织专题培训。'] },
      },
    ],
    bad: [
      { name: '写“无”', set: { '/sections/4/paragraphs': ['无。'] }, expect: ['/sections/4'] },
      { name: '写不存在问题', set: { '/sections/4/paragraphs': ['本年度不存在突出问题。'] }, expect: ['/sections/4'] },
      {
        name: '只写问题',
        set: { '/sections/4/paragraphs': ['存在的主要问题：一是部分领域公开内容更新不够及时；二是政策解读形式较为单一；三是业务人员不足。'] },
        expect: ['/sections/4'],
      },
      {
        name: '只写打算',
        set: { '/sections/4/paragraphs': ['下一步，我县将继续加强组织领导，完善工作机制，强化业务培训，推动政府信息公开工作再上新台阶。'] },
        expect: ['/sections/4'],
      },
      {
        name: '三条问题一条改进',
        set: {
          '/sections/4/paragraphs': [
            '存在的主要问题：一是更新不够及时；二是解读形式单一；三是业务人员不足。',
            '改进情况：一是建立每周巡检制度，逐栏目明确责任人。',
          ],
        },
        expect: ['/sections/4'],
      },
      {
        name: '不足配置方案要求的个数',
        options: { duties: dutiesOf([{ name: '某市要求', leastProblems: 3 }]) },
        expect: ['/sections/4'],
      },
    ],
  },
  yieldsTo: ['structure/empty-section', 'structure/section-order'],
  *check(report, { duties }) {
    const index = report.sections.findIndex(({ key }) => key === 'problems');
    const section = report.sections[index];
    const text = section?.paragraphs.join('').replace(/[\s\u3000]/g, '') ?? '';
    if (!section || text === '') return;
    const on = `/sections/${index}`;
    const start = (words: string): string => (words.length > 24 ? `${words.slice(0, 24)}…` : words).trim();
    if (text.length <= 80 && NONE.test(text)) {
      yield { on, message: 'none', data: { words: start(text) } };
      return;
    }
    const { problems, improvements, numbered } = readProblems(section.paragraphs);
    // Words of remedies and shortcomings are never listed to the last: a sentence of neither kind is taken for the half that is missing.
    if (!saysRemedy(text) && sentences(text).every(({ text: words }) => SHORTCOMING.test(words)))
      yield { on, message: 'unmended', data: { words: start(problems[0]?.text ?? text) } };
    else if (PLAN.test(text) && !SHORTCOMING.test(text)) yield { on, message: 'nothing', data: { words: start(improvements[0]?.text ?? text) } };
    else if (text.length < ONE_LINE) yield { on, message: 'line', data: { count: text.length, words: text }, weaker: 'info' };
    else if (numbered && improvements.length < problems.length) {
      const data = { problems: problems.length, improvements: improvements.length, words: start(problems.at(-1)!.text) };
      yield { on, message: 'fewer', data, weaker: 'info' };
    }
    const { leastProblems: asked } = duties;
    if (!asked) return;
    const named = problems.filter(({ text: words }) => SHORTCOMING.test(words)).length;
    if (named >= asked.least) return;
    const local = asked.basis === undefined ? {} : { basis: asked.basis };
    yield { on, message: 'least', data: { problems: named, least: asked.least, profile: asked.profile }, ...local };
  },
});
