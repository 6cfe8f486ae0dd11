import { isPrompt } from '../../../form/model/blank.js';
import type { LaidParagraph, LaidText } from '../../../form/model/layout.js';
import { defineRule, type RuleContext } from '../../rule.js';
import { asFindings, type Deviation, type Piece } from '../laid.js';
import { official } from '../laid-examples.js';

const BLACK = { zh: '黑色', en: 'black' };
const NOTHING_BEHIND = { zh: '没有底色', en: 'nothing behind it' };
/** Highlights that Word offers, by what people call them. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  yellow: '黄色',
  green: '绿色',
  cyan: '青色',
  magenta: '粉红色',
  red: '红色',
  blue: '蓝色',
  lightGray: '灰色',
  darkYellow: '深黄色',
};

const behindWords = (behind: string): { readonly zh: string; readonly en: string } => ({ zh: HIGHLIGHTS[behind] ?? behind, en: behind });

function isColoured(colour: string | undefined, blackUpTo: number): colour is string {
  return colour !== undefined && [0, 2, 4].some((at) => Number.parseInt(colour.slice(at, at + 2), 16) > blackUpTo);
}

/** The nodes by the offset of their paragraph; cells of a table go by the table. */
function nodesByOffset({ reading }: RuleContext): ReadonlyMap<number, string> {
  const nodes = new Map<number, string>();
  for (const [pointer, { place }] of reading.locations) {
    if (place.offset === undefined || nodes.has(place.offset)) continue;
    nodes.set(place.offset, pointer);
  }
  return nodes;
}

export default defineRule({
  id: 'layout/colour',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '5.2.4' },
  docs: {
    zh: {
      title: '留有彩色文字或底色',
      what: '.docx 的正文、标题或者表格里有不是黑色的字，或者字后面有突出显示、底纹。多少算黑色由配置方案（layout.colour）规定。没有方案规定的不检查。',
      why: '公文文字用黑色；红字、黄底多半是起草、审核时留下的记号。',
      fix: '核对做了记号的地方，改好后清除颜色和底色；gov-report fix 可以改成修订。',
    },
    en: {
      title: 'Colour is left in the text',
      what: 'Text, heading or table of a .docx has letters that are not black, or a highlight or shade behind them. What passes for black is for a profile (layout.colour) to say. Without a profile that asks nothing is checked.',
      why: 'Official documents are black; red letters and yellow highlights are mostly marks left from drafting and review.',
      fix: 'Look at what was marked, mend it, then clear the colour; gov-report fix makes it a tracked change.',
    },
  },
  message: {
    zh: { colour: '有 #{found} 颜色的字，“{profile}”要求{due}：{where}', behind: '字后面有{found}的底色，“{profile}”要求{due}：{where}' },
    en: {
      colour: 'letters are of the colour #{found}, “{profile}” asks for {due}: {where}',
      behind: 'behind letters lies {found}, “{profile}” asks for {due}: {where}',
    },
  },
  examples: {
    good: [
      { name: '自动颜色', layout: { texts: { '/sections/0/paragraphs/0': {} } }, options: official },
      { name: '没有方案规定版式', layout: { texts: { '/sections/0/paragraphs/0': { colour: 'FF0000' } } } },
    ],
    bad: [
      { name: '红字', layout: { texts: { '/sections/0/paragraphs/0': { colour: 'FF0000' } } }, options: official, expect: ['/sections/0/paragraphs/0'] },
      { name: '黄色突出显示', layout: { texts: { '/preface/0': { behind: 'yellow' } } }, options: official, expect: ['/preface/0'] },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.colour !== undefined && reading.layout !== undefined,
  *check(_report, context) {
    const asked = context.duties.layout?.colour;
    if (!asked) return;
    const nodes = nodesByOffset(context);
    const found: Deviation[] = [];
    for (const [offset, paragraph] of context.reading.layout?.().paragraphs ?? []) {
      if (isPrompt(paragraph.texts.map(({ text }) => text).join(''))) continue;
      const on = nodes.get(offset) ?? '';
      for (const text of paragraph.texts) {
        if (text.text.trim() === '') continue;
        const { colour, behind } = text.look;
        if (isColoured(colour, asked.duty.blackUpTo)) found.push(deviation(on, paragraph, text, 'colour', { zh: colour, en: colour }));
        if (behind !== undefined) found.push(deviation(on, paragraph, text, 'behind', behindWords(behind)));
      }
    }
    yield* asFindings(found, asked);
  },
});

function deviation(on: string, paragraph: LaidParagraph, { text, run }: LaidText | Piece, message: 'colour' | 'behind', found: Deviation['found']): Deviation {
  const formatting: Deviation['formatting'] = run === undefined ? [] : [{ at: run, of: 'run', set: { plain: true } }];
  return { on, words: text, paragraph, message, found, due: message === 'colour' ? BLACK : NOTHING_BEHIND, formatting };
}
