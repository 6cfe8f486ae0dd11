import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

export default defineRule({
  id: 'structure/section-heading',
  severity: 'warning',
  basis: form('一至六部分的标题'),
  docs: {
    zh: {
      title: '部分的标题与格式不一致',
      what: '标题的文字与统一格式印的不同，例如沿用了旧格式的标题；末尾的冒号和空格不算。',
      why: '统一格式规定了六个部分的标题，改动标题常常是沿用旧年度文本的痕迹，也妨碍查找和汇总。',
      fix: '改用统一格式的标题。',
    },
    en: {
      title: 'A section heading differs from the form',
      what: 'The words of the heading are not those of the form; a closing colon or blanks do not count.',
      why: 'The form fixes the six headings; other words mostly come from an older report.',
      fix: 'Use the heading of the form.',
    },
  },
  message: { zh: { differs: '标题“{found}”与格式规定的“{title}”不一致' }, en: { differs: 'The heading “{found}” differs from the form’s “{title}”' } },
  examples: {
    good: [{ name: '与格式一致' }, { name: '末尾有冒号', set: { '/sections/0/heading': '一、总体情况：' } }],
    bad: [
      { name: '沿用旧标题', set: { '/sections/0/heading': '一、概述' }, expect: ['/sections/0/heading'] },
      { name: '自行改写', set: { '/sections/4/heading': '五、存在问题及改进措施' }, expect: ['/sections/4/heading'] },
    ],
  },
  *check(report, context) {
    const { sections } = editionSpec(context.edition);
    for (const { pointer, match, text } of context.reading.headings) {
      if (match === 'exact') continue;
      const index = Number(pointer.split('/')[2]);
      const spec = sections.find(({ key }) => key === report.sections[index]?.key);
      if (spec) yield { on: pointer, data: { found: text, title: spec.title }, actual: text, expected: spec.title };
    }
  },
});
