import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { sectionWords } from '../wording.js';

const QUOTED = 48;
/** As many sentences are quoted. */
const SHOWN = 2;

function shortened(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text;
}

export default defineRule({
  id: 'rollup/alike',
  severity: 'warning',
  ofRun: true,
  basis: form('关于编制质量的要求'),
  docs: {
    zh: {
      title: '与其他单位的报告雷同',
      what: '一次检查十个以上单位的报告时，逐部分互相比较：单位名称、数字和日期不计，改了个别字的也算相同；许多单位都有的句子（统一下发的文字）不算。一个部分余下的文字有相当部分（界限由配置方案 alike 规定）、六十字以上与另一单位相同的，两份都予以提示，并引出相同的句子。',
      why: '年度报告应当反映本单位的工作。通报把内容雷同列为问题，有的地方在考核中大幅扣分。',
      fix: '确认是谁抄了谁；抄写的一方按本单位实际重写。',
    },
    en: {
      title: 'The same text as another unit’s report',
      what: 'When ten units or more are checked together, their sections are held against each other: names, figures and dates apart, slightly changed sentences included, sentences that many units share (handed-out wording) left out. Where a good part of what remains (set by a profile, alike), and sixty letters at least, is also in another unit’s section, both are reported and the sentences quoted.',
      why: 'The report must tell of its own unit’s work. Copied text is officially a fault, and costs many points in some places.',
      fix: 'Find out who copied; that unit writes the section anew from its own work.',
    },
  },
  message: {
    zh: { alike: '“{section}”除各单位通用的文字外，有 {share}% 与{unit}的报告（{file}）雷同：{sentences}' },
    en: { alike: 'Apart from what all units write, {share}% of {section} is also in the report of {unit} ({file}): {sentences}' },
  },
  examples: {
    good: [{ name: '没有雷同' }],
    bad: [
      {
        name: '第五部分与另一单位雷同',
        run: {
          alike: [
            {
              section: 'problems',
              unit: '云岭县水务局',
              file: '水务局.docx',
              share: 0.8,
              pairs: [
                {
                  pointer: '/sections/4/paragraphs/0',
                  own: '存在的主要问题：一是部分领域公开内容更新不够及时，二是政策解读形式较为单一',
                  other: '存在的问题：一是部分领域公开内容更新不够及时，二是政策解读形式单一',
                },
              ],
            },
          ],
        },
        expect: ['/sections/4'],
      },
    ],
  },
  *check(report, { run, duties }) {
    for (const { section, unit, file, share, pairs } of run?.alike ?? []) {
      // A run may have several profiles: what the strictest finds is not every report’s fault.
      if (share < (duties.alike ?? 0)) continue;
      const index = report.sections.findIndex(({ key }) => key === section);
      if (index === -1) continue;
      const shown = pairs
        .slice(0, SHOWN)
        .map(({ own, other }) =>
          own === other
            ? { zh: `“${shortened(own)}”`, en: `“${shortened(own)}”` }
            : { zh: `“${shortened(own)}”（对方：“${shortened(other)}”）`, en: `“${shortened(own)}” (there: “${shortened(other)}”)` },
        );
      const more = pairs.length > SHOWN;
      const sentences = {
        zh: shown.map(({ zh }) => zh).join('、') + (more ? `等 ${pairs.length} 句` : ''),
        en: shown.map(({ en }) => en).join(', ') + (more ? `, ${pairs.length} sentences` : ''),
      };
      yield {
        on: `/sections/${index}`,
        data: { section: sectionWords(section), share: Math.round(share * 100), unit, file, sentences },
        related: [...new Set(pairs.map(({ pointer }) => pointer))].map((pointer) => ({ pointer })),
      };
    }
  },
});
