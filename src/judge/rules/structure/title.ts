import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

const DUE = '政府信息公开工作年度报告';
/** A year in brackets after the title is a matter of taste. */
const CLOSING_YEAR = /[（(](?:20\d{2}|二[〇零○]..)年?度?[）)]$/u;

export default defineRule({
  id: 'structure/title',
  severity: 'warning',
  basis: form('年度报告的名称'),
  docs: {
    zh: {
      title: '标题不规范',
      what: '标题应由单位名称、年度和“政府信息公开工作年度报告”组成。这里没有标题，缺少单位或者年度，“年度”写了两次，或者名称不同。',
      why: '标题表明这是哪个单位哪一年的法定年度报告，汇总和查找都以它为准。',
      fix: '写作“××（单位）20××年政府信息公开工作年度报告”。',
    },
    en: {
      title: 'The title is not in order',
      what: 'The title names the unit, the year and 政府信息公开工作年度报告. Here it is missing, lacks unit or year, says 年度 twice, or has another name.',
      why: 'The title says whose statutory report of which year this is; it is found and added up by it.',
      fix: 'Write “(unit) (year)年政府信息公开工作年度报告”.',
    },
  },
  message: {
    zh: {
      missing: '没有找到标题',
      unit: '标题“{title}”没有写单位名称',
      year: '标题“{title}”没有写年度',
      doubled: '标题“{title}”中“年度”重复，应写作“…{year}年政府信息公开工作年度报告”',
      name: '标题“{title}”应以“政府信息公开工作年度报告”结尾',
    },
    en: {
      missing: 'No title was found',
      unit: 'The title “{title}” does not name the unit',
      year: 'The title “{title}” does not name the year',
      doubled: 'The title “{title}” says 年度 twice; write “…{year}年政府信息公开工作年度报告”',
      name: 'The title “{title}” should end with “政府信息公开工作年度报告”',
    },
  },
  examples: {
    good: [{ name: '单位、年度、名称齐全' }, { name: '年度写在单位之前', set: { '/title': '2024年云岭县人民政府政府信息公开工作年度报告' } }],
    bad: [
      { name: '没有标题', remove: ['/title', '/unit'], expect: [''] },
      { name: '没有单位', set: { '/title': '2024年政府信息公开工作年度报告' }, remove: ['/unit'], expect: ['/title'] },
      { name: '没有年度', set: { '/title': '云岭县人民政府政府信息公开工作年度报告' }, remove: ['/year'], expect: ['/title'] },
      { name: '年度写了两次', set: { '/title': '云岭县人民政府2024年度政府信息公开工作年度报告' }, expect: ['/title'] },
      { name: '名称不同', set: { '/title': '云岭县人民政府2024年政务公开工作总结报告' }, expect: ['/title'] },
    ],
  },
  *check({ title, unit, year }) {
    if (title === undefined) {
      yield { on: '', message: 'missing' };
      return;
    }
    if (unit === undefined) yield { on: '/title', message: 'unit', data: { title } };
    if (year === undefined) yield { on: '/title', message: 'year', data: { title } };
    const plain = title.replace(/\s/g, '').replace(CLOSING_YEAR, '');
    if (/年度.*年度/u.test(plain)) {
      // 2024年度…年度报告: the first 度 is the one too many.
      const first = /(?:\d|[〇零○一二三四五六七八九])\s*年\s*(?=度)/u.exec(title);
      const at = first ? first.index + first[0].length : 0;
      const repairs = first ? [{ on: '/title', span: [at, at + 1] as const, text: '' }] : [];
      yield { on: '/title', message: 'doubled', data: { title, year: year ?? '20××' }, repairs };
    } else if (!plain.endsWith(DUE)) yield { on: '/title', message: 'name', data: { title } };
  },
});
