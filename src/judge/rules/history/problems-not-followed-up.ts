import { foldLabel } from '../../../base/text/normalise.js';
import { dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { lastYear } from '../last-year.js';
import { readProblems } from '../problems.js';

/** The report speaks of what became of last year's problems, in whatever words. */
const FOLLOWED =
  /(?:上年度?|上一年度?|去年|往年|20\d{2}年度?)[^。；\n]{0,24}(?:问题|不足|短板)|(?:问题|不足|短板)[^。；\n]{0,24}(?:已|得到|均|全部)[^。；\n]{0,12}(?:改进|整改|解决|改善|缓解)|(?:经|经过|通过)整改|整改(?:落实)?(?:情况|结果|成效)|改进(?:结果|成效)|针对[^。；\n]{0,30}(?:问题|不足|短板)|(?:已|得到)(?:有效|明显|较大|进一步)?(?:整改|改进|改善|解决)/;
/** What half of the pairs of letters of a problem, found in one paragraph of this year, says: it is spoken of again. */
const SHARE = 0.5;
/** Letters of a text that names a problem; 无 names none. */
const LEAST = 8;
/** Pairs of letters by which a clause is known again. */
const LEAST_PAIRS = 3;

function pairs(text: string): ReadonlySet<string> {
  const letters = foldLabel(text)
    .replace(/^[一二三四五六七八九十]{1,2}是/, '')
    .replace(/存在的?(?:主要)?问题|主要|工作|政府信息公开|信息公开|公开|信息|方面|一定|部分|进一步/g, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
}

const ASKED = { duties: dutiesOf([{ name: '某市要求', followUp: true }]) };

export default defineRule({
  id: 'history/problems-not-followed-up',
  severity: 'warning',
  basis: form('五、存在的主要问题及改进情况'),
  docs: {
    zh: {
      title: '去年的问题没有下文',
      what: '配置方案（followUp）要求写到的，去年报告第五部分写的问题，今年的报告既没有说改进得怎样，也没有再提到。今年写了“上年度存在的问题”“已得到改进”一类的话，或者写到了同样的事情的，不报告；没有方案要求的不检查。',
      why: '第五部分要求写改进情况；去年的问题不见下文，读者无从知道是否解决。各地检查时对照上年逐条核对。',
      fix: '在第五部分说明去年的问题改进到了哪一步；没有解决的，写明原因和打算。',
    },
    en: {
      title: 'Last year’s problems are not followed up',
      what: 'Where a profile (followUp) asks for it: problems that last year’s section five named are neither said to be mended nor spoken of again this year. A sentence about last year’s problems, or about the same matter, is enough.',
      why: 'Section five is about improvement as well. Without a word on last year’s problems nobody knows whether they were solved; checks hold the two years side by side.',
      fix: 'Say how far last year’s problems have been mended; where they have not, say why and what is planned.',
    },
  },
  message: {
    zh: { silent: '去年（{year}年）写的问题今年没有下文，“{profile}”要求写明改进情况：{problems}' },
    en: { silent: 'Problems named in {year} are not followed up, which “{profile}” asks for: {problems}' },
  },
  examples: {
    good: [
      { name: '没有方案要求', previous: { '/sections/4/paragraphs': ['存在的主要问题：档案数字化程度偏低，查阅场所设备陈旧。'] } },
      {
        name: '两年说的是同样的事情',
        options: ASKED,
        previous: { '/sections/4/paragraphs': ['存在的主要问题：公开内容更新不够及时。', '下一步将加强督促。'] },
      },
      {
        name: '说明了去年问题的改进',
        options: ASKED,
        set: { '/sections/4/paragraphs/1': '改进情况：2023年度存在的问题已全部整改。下一步将丰富图解和视频等解读形式。' },
        previous: { '/sections/4/paragraphs': ['存在的主要问题：档案数字化程度偏低，查阅场所设备陈旧。'] },
      },
    ],
    bad: [
      {
        name: '去年的问题没有再提',
        options: ASKED,
        previous: { '/sections/4/paragraphs': ['存在的主要问题：档案数字化程度偏低，查阅场所设备陈旧。', '下一步将更新设备。'] },
        expect: ['/sections/4'],
      },
    ],
  },
  yieldsTo: ['structure/empty-section', 'structure/problems', 'history/repeated-text'],
  *check(report, context) {
    const before = lastYear(context);
    const index = report.sections.findIndex(({ key }) => key === 'problems');
    const section = report.sections[index];
    const then = before?.reading.report.sections.find(({ key }) => key === 'problems');
    const { followUp } = context.duties;
    if (!followUp || !before || !section || !then) return;
    const texts = [...section.paragraphs, ...report.sections.filter(({ key }) => key === 'overview').flatMap(({ paragraphs }) => paragraphs)];
    if (texts.some((text) => FOLLOWED.test(text))) return;
    const now = texts.map((text) => pairs(text));
    const named = readProblems(then.paragraphs).problems.filter(({ text }) => text.length >= LEAST);
    // A problem is spoken of where one of its clauses is: 更新不及时 of 更新不及时，解读单一.
    const spokenOf = (text: string): boolean =>
      text.split(/[，,、：:]/).some((clause) => {
        const own = [...pairs(clause)];
        return own.length >= LEAST_PAIRS && now.some((known) => own.filter((pair) => known.has(pair)).length >= own.length * SHARE);
      });
    // One that is spoken of again shows that the writer had last year's report before him.
    if (named.length === 0 || named.some(({ text }) => spokenOf(text))) return;
    const shown = named.slice(0, 3).map(({ text }) => (text.length > 30 ? `${text.slice(0, 30)}…` : text));
    const problems = { zh: shown.map((text) => `“${text}”`).join('、'), en: shown.map((text) => `“${text}”`).join(', ') };
    yield {
      on: `/sections/${index}`,
      data: { year: before.year, problems, profile: followUp.profile },
      ...(followUp.basis === undefined ? {} : { basis: followUp.basis }),
    };
  },
});
