import { defineRule } from '../../rule.js';
import { asFindings, type Deviation, laidNodes, textDeviations } from '../laid.js';
import { official } from '../laid-examples.js';

const LEFT = { zh: '没有居中', en: 'not in the middle' };
const CENTRED = { zh: '居中', en: 'in the middle' };

export default defineRule({
  id: 'layout/title',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '7.3.1' },
  docs: {
    zh: {
      title: '标题的字体、字号或位置不合版式',
      what: '.docx 的标题与配置方案（layout.title）规定的字体、字号不同，或者没有居中。没有方案规定的不检查。',
      why: '报告按公文格式印制的，标题用二号小标宋体，居中。',
      fix: '按给出的字体和字号设置标题；方案写明了一个字体或者字号的，gov-report fix 可以改成修订。',
    },
    en: {
      title: 'The title is not set as asked',
      what: 'The title of a .docx has another font or size than a profile (layout.title) asks, or does not stand in the middle. Without a profile that asks nothing is checked.',
      why: 'A report that is printed as an official document has its title in 22 pt Xiaobiaosong, in the middle.',
      fix: 'Set the title as named; where the profile states one font or size, gov-report fix makes it a tracked change.',
    },
  },
  message: {
    zh: {
      font: '标题的字体是{found}，“{profile}”要求{due}',
      size: '标题的字号是{found}，“{profile}”要求{due}',
      centred: '标题{found}，“{profile}”要求{due}',
    },
    en: {
      font: 'the font of the title is {found}, “{profile}” asks for {due}',
      size: 'the size of the title is {found}, “{profile}” asks for {due}',
      centred: 'the title is {found}, “{profile}” asks for it {due}',
    },
  },
  examples: {
    good: [
      { name: '没有方案规定版式', layout: { texts: { '/title': { font: '宋体', size: 18 } } } },
      { name: '二号小标宋体，居中', layout: { texts: { '/title': { font: '方正小标宋简体', size: 22, align: 'center' } } }, options: official },
    ],
    bad: [
      { name: '标题用黑体', layout: { texts: { '/title': { font: '黑体', size: 22, align: 'center' } } }, options: official, expect: ['/title'] },
      {
        name: '标题小二号，靠左',
        layout: { texts: { '/title': { font: '方正小标宋简体', size: 18, align: 'left' } } },
        options: official,
        expect: ['/title', '/title'],
      },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.title !== undefined && reading.layout !== undefined,
  *check(report, context) {
    const asked = context.duties.layout?.title;
    if (!asked) return;
    const found: Deviation[] = [];
    for (const { on, kind, paragraph, pieces } of laidNodes(report, context)) {
      if (kind !== 'title') continue;
      found.push(...textDeviations(on, paragraph, pieces, asked.duty));
      if (asked.duty.centred && paragraph.align !== 'center')
        found.push({ on, words: '', paragraph, message: 'centred', found: LEFT, due: CENTRED, formatting: [] });
    }
    yield* asFindings(found, asked);
  },
});
