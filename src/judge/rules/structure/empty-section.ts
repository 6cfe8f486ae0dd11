import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { sectionWords } from '../wording.js';

export default defineRule({
  id: 'structure/empty-section',
  severity: 'warning',
  basis: regulation('第五十条第一款'),
  docs: {
    zh: {
      title: '部分只有标题没有内容',
      what: '以文字报告的部分（总体情况、存在的主要问题及改进情况、其他需要报告的事项）标题之下没有文字。以表格报告的部分可以没有文字。',
      why: '这些部分的内容是《条例》要求报告的；空着就是没有报告，没有事项的也应当写明没有。',
      fix: '补写内容；确实没有的，写明“没有其他需要报告的事项”。',
    },
    en: {
      title: 'A section holds nothing but its heading',
      what: 'A section that reports in words (overview, problems and improvements, other matters) has no text. A section with a table needs none.',
      why: 'The regulation asks for this content; where there is nothing to report the report says so.',
      fix: 'Write the section; where there is nothing, say that there is nothing to report.',
    },
  },
  message: { zh: { empty: '“{section}”部分没有内容' }, en: { empty: '{section} holds no text' } },
  examples: {
    good: [{ name: '表格部分没有文字' }, { name: '写明没有', set: { '/sections/5/paragraphs': ['无'] } }],
    bad: [
      { name: '第六部分空着', set: { '/sections/5/paragraphs': [] }, expect: ['/sections/5'] },
      { name: '第五部分只有空行', set: { '/sections/4/paragraphs': ['　'] }, expect: ['/sections/4'] },
    ],
  },
  *check(report, context) {
    const { sections } = editionSpec(context.edition);
    for (const [index, section] of report.sections.entries()) {
      const spec = sections.find(({ key }) => key === section.key);
      if (!spec || spec.table || section.paragraphs.some((text) => text.trim() !== '')) continue;
      yield { on: `/sections/${index}`, data: { section: sectionWords(section.key) } };
    }
  },
});
