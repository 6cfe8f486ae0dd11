import type { LayoutDuty } from '../../profiles/layout.js';
import type { RuleContext } from '../../rule.js';
import { defineRule } from '../../rule.js';
import { itemHead } from '../item-head.js';
import { asFindings, cut, type Deviation, isOutside, type LaidNode, laidNodes, rangeWords, textDeviations, textOf } from '../laid.js';
import { official } from '../laid-examples.js';
import { lineWords, pitchOf } from '../line-distance.js';

type BodyDuty = NonNullable<LayoutDuty['body']>;

const CHARACTERS = { zh: '字', en: 'characters' };
const POINTS = { zh: '磅', en: 'pt' };
/** Wide blanks at the beginning of a paragraph: an indent that was typed. */
const TYPED = /^\u3000*/u;

export default defineRule({
  id: 'layout/body',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '5.2.3、7.3.3' },
  docs: {
    zh: {
      title: '正文的字体、字号、行距或缩进不合版式',
      what: '.docx 正文的中文字体、字号、行距、首行缩进与配置方案（layout.body）规定的不同。字体和字号按样式、文档默认值和主题逐级算出；行距按固定值或者文档网格算；打出来的全角空格算作缩进。段首的小标题不算。没有方案规定的不检查。',
      why: '报告按公文格式印制的，正文用三号仿宋体，每页 22 行，每个自然段左空二字。',
      fix: '全选正文后设置字体、字号、行距和首行缩进；方案写明了一个值的，gov-report fix 可以改成修订。',
    },
    en: {
      title: 'The text is not set as asked',
      what: 'The Chinese font, size, distance of lines or first-line indent of the text of a .docx is another than a profile (layout.body) asks. Styles, defaults and themes are followed; distances are fixed ones or those of the page’s grid; typed wide blanks count as indent. Headings at the beginning of paragraphs are apart. Without a profile that asks nothing is checked.',
      why: 'A report that is printed as an official document has its text in 16 pt Fangsong, 22 lines a page, each paragraph indented by two characters.',
      fix: 'Select the text and set font, size, distance and indent; where the profile states one value, gov-report fix makes it a tracked change.',
    },
  },
  message: {
    zh: {
      font: '正文的字体是{found}，“{profile}”要求{due}：{where}',
      size: '正文的字号是{found}，“{profile}”要求{due}：{where}',
      line: '正文的行距是{found}，“{profile}”要求{due}：{where}',
      indent: '首行缩进是{found}，“{profile}”要求{due}：{where}',
    },
    en: {
      font: 'the font of the text is {found}, “{profile}” asks for {due}: {where}',
      size: 'the size of the text is {found}, “{profile}” asks for {due}: {where}',
      line: 'the distance of lines is {found}, “{profile}” asks for {due}: {where}',
      indent: 'the first line is indented by {found}, “{profile}” asks for {due}: {where}',
    },
  },
  examples: {
    good: [
      { name: '三号仿宋，行距 28 磅，首行缩进二字', layout: { texts: { '/sections/0/paragraphs/0': {} } }, options: official },
      {
        name: '单倍行距，但文档网格一行 28.95 磅',
        layout: { texts: { '/sections/0/paragraphs/0': { line: { kind: 'times', value: 1 }, grid: 28.95 } } },
        options: official,
      },
      { name: '没有方案规定版式', layout: { texts: { '/sections/0/paragraphs/0': { font: '宋体', size: 12 } } } },
    ],
    bad: [
      { name: '正文用宋体', layout: { texts: { '/sections/0/paragraphs/0': { font: '宋体' } } }, options: official, expect: ['/sections/0/paragraphs/0'] },
      { name: '正文四号', layout: { texts: { '/sections/0/paragraphs/0': { size: 14 } } }, options: official, expect: ['/sections/0/paragraphs/0'] },
      { name: '1.5 倍行距', layout: { texts: { '/preface/0': { line: { kind: 'times', value: 1.5 } } } }, options: official, expect: ['/preface/0'] },
      { name: '首行没有缩进', layout: { texts: { '/sections/4/paragraphs/0': { indent: 0 } } }, options: official, expect: ['/sections/4/paragraphs/0'] },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.body !== undefined && reading.layout !== undefined,
  *check(report, context) {
    const asked = context.duties.layout?.body;
    if (!asked) return;
    const found: Deviation[] = [];
    for (const node of laidNodes(report, context)) {
      if (node.kind !== 'text' && node.kind !== 'closing') continue;
      const { on, paragraph, pieces } = node;
      const text = context.locate(on)?.raw ?? '';
      const head = (itemHead(text)?.sentence ?? 0) - (context.locate(on)?.numberLength ?? 0);
      found.push(...textDeviations(on, paragraph, cut(pieces, Math.max(0, head), text.length), asked.duty));
      if (node.kind === 'text' && !paragraph.inTable) found.push(...settingDeviations(node, asked.duty, context));
    }
    yield* asFindings(found, asked);
  },
});

function settingDeviations({ on, paragraph, pieces }: LaidNode, { line, indent }: BodyDuty, context: RuleContext): readonly Deviation[] {
  const found: Deviation[] = [];
  const words = textOf(pieces);
  const at = paragraph.place.offset;
  const size = pieces[0]?.look.size ?? 0;
  const pitch = pitchOf(paragraph, size);
  const setting = (set: { readonly line?: number; readonly indent?: number } | undefined): Deviation['formatting'] =>
    set && at !== undefined ? [{ at, of: 'paragraph', set }] : [];
  if (line && (pitch === undefined || isOutside(pitch, line)))
    found.push({
      on,
      words,
      paragraph,
      message: 'line',
      found: lineWords(paragraph, size),
      due: rangeWords(line, POINTS),
      formatting: setting(line.is === undefined ? undefined : { line: line.is }),
    });
  // What stands in the middle or at the right is a caption or a signature; what is only a part of its paragraph has no first line.
  const startsLine = (context.locate(on)?.start ?? 0) === 0 && !/^(?:center|right|end)$/.test(paragraph.align);
  const typed = TYPED.exec(paragraph.texts[0]?.text ?? '')![0].length;
  const total = paragraph.indent + typed;
  if (indent && startsLine && isOutside(total, indent))
    found.push({
      on,
      words,
      paragraph,
      message: 'indent',
      found: { zh: `${total} 字`, en: `${total} characters` },
      due: rangeWords(indent, CHARACTERS),
      formatting: setting(indent.is === undefined || typed > 0 ? undefined : { indent: indent.is }),
    });
  return found;
}
