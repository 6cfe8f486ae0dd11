import { dutiesOf } from '../../profiles/duties.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { sectionWords } from '../wording.js';

export default defineRule({
  id: 'structure/length',
  severity: 'warning',
  basis: form('各部分内容'),
  docs: {
    zh: {
      title: '一个部分的字数不合要求',
      what: '一个部分的文字多于或者少于配置方案（lengths）规定的字数，空格不计，表格不计。没有方案规定的不检查。',
      why: '各地的要求不同，例如规定总体情况不超过一千字；过长多半是照抄工作总结，过短多半是应付。',
      fix: '按要求删减或者补写。',
    },
    en: {
      title: 'A section is too long or too short',
      what: 'The text of a section has more or fewer letters than a profile (lengths) asks, blanks and tables apart. Without a profile that asks nothing is checked.',
      why: 'Places differ: one asks for at most a thousand letters of overview. What is too long is mostly copied from a yearly summary, what is too short written for form’s sake.',
      fix: 'Shorten the section or write more.',
    },
  },
  message: {
    zh: { long: '“{section}”有 {count} 字，“{profile}”要求不超过 {limit} 字', short: '“{section}”有 {count} 字，“{profile}”要求不少于 {limit} 字' },
    en: {
      long: '{section} has {count} letters, “{profile}” asks for {limit} at most',
      short: '{section} has {count} letters, “{profile}” asks for {limit} at least',
    },
  },
  examples: {
    good: [
      { name: '没有方案规定字数' },
      { name: '在规定的字数之内', options: { duties: dutiesOf([{ name: '某市要求', lengths: [{ section: 'overview', atLeast: 100, atMost: 1000 }] }]) } },
    ],
    bad: [
      {
        name: '总体情况超过一百字',
        options: { duties: dutiesOf([{ name: '某市要求', basis: '某市通知（示例）', lengths: [{ section: 'overview', atMost: 100 }] }]) },
        expect: ['/sections/0'],
      },
      {
        name: '第五部分不足二百字',
        options: { duties: dutiesOf([{ name: '某市要求', lengths: [{ section: 'problems', atLeast: 200 }] }]) },
        expect: ['/sections/4'],
      },
    ],
  },
  yieldsTo: ['structure/empty-section'],
  *check(report, { duties }) {
    for (const { section: key, atLeast = 0, atMost = Number.POSITIVE_INFINITY, profile, basis } of duties.lengths) {
      const index = report.sections.findIndex((section) => section.key === key);
      const section = report.sections[index];
      if (!section) continue;
      const count = section.paragraphs.join('').replace(/[\s\u3000]/g, '').length;
      if (count >= atLeast && count <= atMost) continue;
      const [message, limit] = count > atMost ? ['long', atMost] : ['short', atLeast];
      yield { on: `/sections/${index}`, message, data: { section: sectionWords(key), count, limit, profile }, ...(basis === undefined ? {} : { basis }) };
    }
  },
});
