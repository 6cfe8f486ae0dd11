import { defineRule } from '../../rule.js';
import { itemHead } from '../item-head.js';
import { asFindings, cut, type Deviation, laidNodes, textDeviations, textOf } from '../laid.js';
import { official } from '../laid-examples.js';

export default defineRule({
  id: 'layout/heading',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '7.3.3' },
  docs: {
    zh: {
      title: '小标题的字体或字号不合版式',
      what: '.docx 的“一、”“（一）”等小标题与配置方案（layout.headings，一级一项）规定的字体、字号不同；段首到句号为止的“（一）主动公开。”也是小标题。没有方案规定的不检查。',
      why: '公文的结构层次用字体区分：“一、”黑体，“（一）”楷体，“1.”“（1）”仿宋。',
      fix: '按给出的字体和字号设置；方案写明了一个字体或者字号的，gov-report fix 可以改成修订。',
    },
    en: {
      title: 'A heading is not set as asked',
      what: 'A heading 一、 or （一） of a .docx has another font or size than a profile (layout.headings, one entry a level) asks; the first words of a paragraph up to the full stop are a heading too: （一）主动公开。 Without a profile that asks nothing is checked.',
      why: 'Official documents tell their levels apart by fonts: 一、 in Hei, （一） in Kai, the others in Fangsong.',
      fix: 'Set it as named; where the profile states one font or size, gov-report fix makes it a tracked change.',
    },
  },
  message: {
    zh: { font: '小标题的字体是{found}，“{profile}”要求{due}：{where}', size: '小标题的字号是{found}，“{profile}”要求{due}：{where}' },
    en: {
      font: 'the font of a heading is {found}, “{profile}” asks for {due}: {where}',
      size: 'the size of a heading is {found}, “{profile}” asks for {due}: {where}',
    },
  },
  examples: {
    good: [
      { name: '一级黑体', layout: { texts: { '/sections/0/heading': { font: '黑体' } } }, options: official },
      { name: '段首小标题楷体，其余仿宋', layout: { texts: { '/sections/0/paragraphs/1': { font: '仿宋_GB2312', head: '楷体_GB2312' } } }, options: official },
      { name: '没有方案规定版式', layout: { texts: { '/sections/0/heading': { font: '宋体' } } } },
    ],
    bad: [
      { name: '一级用了宋体', layout: { texts: { '/sections/0/heading': { font: '宋体' } } }, options: official, expect: ['/sections/0/heading'] },
      { name: '一级四号', layout: { texts: { '/sections/3/heading': { font: '黑体', size: 14 } } }, options: official, expect: ['/sections/3/heading'] },
      {
        name: '段首小标题用了仿宋',
        layout: { texts: { '/sections/0/paragraphs/1': { font: '仿宋_GB2312' } } },
        options: official,
        expect: ['/sections/0/paragraphs/1'],
      },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.headings !== undefined && reading.layout !== undefined,
  *check(report, context) {
    const asked = context.duties.layout?.headings;
    if (!asked) return;
    const found: Deviation[] = [];
    for (const { on, kind, paragraph, pieces } of laidNodes(report, context)) {
      const head = kind === 'text' ? itemHead(context.locate(on)?.raw ?? '') : undefined;
      const duty = kind === 'heading' ? asked.duty[0] : head && asked.duty[head.level];
      if (!duty || head?.length === 0) continue;
      const number = context.locate(on)?.numberLength ?? 0;
      const own = head ? cut(pieces, 0, head.length - number) : pieces;
      if (textOf(own) !== '') found.push(...textDeviations(on, paragraph, own, duty));
    }
    yield* asFindings(found, asked);
  },
});
