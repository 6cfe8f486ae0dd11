import { toHalfWidth } from '../../../base/text/normalise.js';
import { defineRule } from '../../rule.js';
import { lastYear } from '../last-year.js';

/** From this share of a section's text on, local scorecards call it 雷同. */
const SHARE = 0.5;
/** Sections with less text than this say too little to be compared. */
const LEAST = 100;
/** Shorter sentences are set phrases. */
const SENTENCE = 12;

/** A short section that is last year's whole is copied all the same, when it has as much as this. */
const LEAST_WHOLE = 24;
/** Letters of the sentence that is quoted. */
const QUOTED = 40;

interface Sentence {
  readonly text: string;
  /** With figures and years taken out: changing only the numbers is still repeating. */
  readonly key: string;
}

/** The sentences of a section. */
function sentences(paragraphs: readonly string[]): readonly Sentence[] {
  return paragraphs
    .flatMap((paragraph) => paragraph.replace(/\s/g, '').split(/[。;；!！?？\n]/))
    .map((sentence) => {
      const text = sentence.replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/, '');
      return { text, key: toHalfWidth(text).replace(/\d+(?:\.\d+)?%?/g, '#') };
    })
    .filter(({ key }) => key.length >= SENTENCE);
}

export default defineRule({
  id: 'history/repeated-text',
  severity: 'warning',
  basis: {
    document: '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
    clause: '关于编制质量的要求',
  },
  docs: {
    zh: {
      title: '与去年报告雷同',
      what: '逐部分比较今年与去年的文字，数字和年份不计；过半的文字与去年逐句相同的，予以提示，并引出其中一句；不足一百字的部分不比较，但第五部分整段照抄的仍予提示。',
      why: '年度报告应当反映当年的工作；照抄去年、只改数字，通报中按内容雷同处理，各地评分办法多以过半为限。',
      fix: '按当年实际重写这一部分，特别是存在的问题和改进情况，说明去年的问题改进到了哪一步。',
    },
    en: {
      title: 'Repeats last year’s report',
      what: 'Each section’s text is compared with last year’s, figures and years apart; more than half of it the same, sentence by sentence, is reported with one of the sentences; sections of less than a hundred letters are not compared, but problems copied word for word are reported all the same.',
      why: 'The report must tell of its own year; a copy with new numbers is officially a fault, and local scorecards mostly draw the line at half.',
      fix: 'Write the section anew, above all the problems and improvements: say how far last year’s problems have been mended.',
    },
  },
  message: {
    zh: { repeated: '本部分约{share}%的文字与去年（{year}年）报告相同，如：“{sentence}”' },
    en: { repeated: 'About {share}% of this section is the same as in the report of {year}, such as: “{sentence}”' },
  },
  examples: {
    good: [{ name: '两年文字不同', previous: {} }],
    bad: [
      {
        name: '问题和改进照抄去年',
        set: {
          '/sections/4/paragraphs': [
            '存在的主要问题：部分单位对公开标准把握不准，依申请公开答复的规范性有待提高，主动公开内容的针对性还不够强。',
            '改进情况：编印答复文书样式，对重点单位开展一对一指导，逐件复核答复文书，并对公开栏目组织了3次集中检查。',
          ],
        },
        previous: {
          '/sections/4/paragraphs': [
            '存在的主要问题：部分单位对公开标准把握不准，依申请公开答复的规范性有待提高，主动公开内容的针对性还不够强。',
            '改进情况：编印答复文书样式，对重点单位开展一对一指导，逐件复核答复文书，并对公开栏目组织了2次集中检查。',
          ],
        },
        expect: ['/sections/4'],
      },
      {
        name: '简短的第五部分整段照抄',
        set: { '/sections/4/paragraphs': ['公开的主动性有待提高，今后将加强学习，及时更新各个栏目的内容。'] },
        previous: { '/sections/4/paragraphs': ['公开的主动性有待提高，今后将加强学习，及时更新各个栏目的内容。'] },
        expect: ['/sections/4'],
      },
    ],
  },
  *check(report, context) {
    const before = lastYear(context);
    if (!before) return;
    for (const [index, section] of report.sections.entries()) {
      const then = before.reading.report.sections.find(({ key }) => key === section.key);
      const now = sentences(section.paragraphs);
      const lengthOf = (some: readonly Sentence[]): number => some.reduce((sum, { key }) => sum + key.length, 0);
      const length = lengthOf(now);
      if (!then || length < LEAST_WHOLE) continue;
      const known = new Set(sentences(then.paragraphs).map(({ key }) => key));
      const same = now.filter(({ key }) => known.has(key));
      const share = lengthOf(same) / length;
      if (length < LEAST ? share < 1 || section.key !== 'problems' : share <= SHARE) continue;
      const { text } = same.reduce((longest, sentence) => (sentence.text.length > longest.text.length ? sentence : longest));
      const sentence = text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
      yield { on: `/sections/${index}`, data: { share: Math.round(share * 100), year: before.year, sentence } };
    }
  },
});
