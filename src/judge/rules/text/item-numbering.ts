import { defineRule, type RuleContext, type TextNode } from '../../rule.js';
import { form } from '../basis.js';
import { type ItemMark, type ItemStyle, itemMarks } from '../numbered-items.js';

/** A number that does not follow from the one before it. */
interface Break {
  readonly node: TextNode;
  readonly mark: ItemMark;
  readonly before: number;
}

/** The paragraphs one list may run through: those of a section, of the preface, of the closing. */
function parts({ paragraphs }: RuleContext): readonly (readonly TextNode[])[] {
  const keys = [...new Set(paragraphs.map(({ pointer }) => pointer.replace(/\/\d+$/, '')))];
  return keys.map((key) => paragraphs.filter(({ pointer }) => pointer.replace(/\/\d+$/, '') === key));
}

/**
 * The breaks of one part. A 1 opens a list; another number goes on with the list whose last number is one less, and closes those inside it.
 * Under each （一） the lists of other styles begin anew. A list that does not begin with 1 (二是 alone) is not judged.
 */
function breaksOf(nodes: readonly TextNode[]): readonly Break[] {
  const open = new Map<ItemStyle, number[]>();
  const found: Break[] = [];
  for (const node of nodes) {
    for (const mark of itemMarks(node.text)) {
      if (mark.style === 'bracketed-han') for (const style of [...open.keys()]) if (style !== 'bracketed-han') open.delete(style);
      const lists = open.get(mark.style) ?? [];
      open.set(mark.style, lists);
      if (mark.value === 1) {
        lists.push(1);
        continue;
      }
      const follows = lists.lastIndexOf(mark.value - 1);
      if (follows !== -1) {
        lists.splice(follows, lists.length, mark.value);
        continue;
      }
      const before = lists.at(-1);
      if (before !== undefined) {
        found.push({ node, mark, before });
        lists.splice(lists.length - 1, 1, mark.value);
      }
    }
  }
  return found;
}

export default defineRule({
  id: 'text/item-numbering',
  severity: 'warning',
  basis: form('各部分文字'),
  docs: {
    zh: {
      title: '分项编号跳号或者重号',
      what: '正文分项的编号（（一）、1.、（1）、①、一是、第一）应当逐一相连：（一）之后是（三），或者“三是”写了两次，都予以提示。每处从一重新编起的不算；只有“二是”而没有“一是”的不报告。六个部分自身的编号由 structure/section-numbering 检查。',
      why: '跳号、重号多半是增删段落后没有调整，或者漏贴了一段，读者会以为内容缺失。',
      fix: '补上漏掉的一项，或者把编号改为连续。',
    },
    en: {
      title: 'Item numbers jump or repeat',
      what: 'The numbers of items in the text (（一）, 1., （1）, ①, 一是, 第一) follow one another: （三） after （一）, or 三是 twice, is reported. A list that begins anew with one is none; 二是 without 一是 is left alone. The numbers of the six sections belong to structure/section-numbering.',
      why: 'A jump or a repetition mostly means that a paragraph was added, taken out or lost without renumbering.',
      fix: 'Add the missing item or renumber.',
    },
  },
  message: {
    zh: { repeated: '“{quote}”重号：前一项的编号是 {before}，这一项又是 {value}', jumped: '“{quote}”跳号：前一项的编号是 {before}，这一项是 {value}' },
    en: {
      repeated: '“{quote}” repeats a number: the item before it is {before}, this one is {value} again',
      jumped: '“{quote}” does not follow: the item before it is {before}, this one is {value}',
    },
  },
  examples: {
    good: [
      { name: '编号相连' },
      {
        name: '每处从一编起，层层相套',
        set: {
          '/sections/4/paragraphs': [
            '（一）存在问题。一是更新慢；二是解读少，包括：①图解少；②视频少；三是培训不足。',
            '（二）改进情况。一是每周巡检；二是按条例第二十条第（五）项补充公开。',
          ],
        },
      },
    ],
    bad: [
      {
        name: '三是写了两次',
        set: { '/sections/4/paragraphs/0': '存在的主要问题：一是更新慢；二是解读少；三是培训不足；三是检查不够；四是人手紧张。' },
        expect: ['/sections/4/paragraphs/0'],
      },
      { name: '（一）之后是（三）', remove: ['/sections/0/paragraphs/2'], expect: ['/sections/0/paragraphs/2'] },
      { name: '1. 之后是 3.', set: { '/sections/4/paragraphs': ['1.更新慢。', '3.解读少。'] }, expect: ['/sections/4/paragraphs/1'] },
    ],
  },
  *check(_report, context) {
    for (const { node, mark, before } of parts(context).flatMap(breaksOf)) {
      yield { on: node.pointer, span: mark.span, message: mark.value === before ? 'repeated' : 'jumped', data: { before, value: mark.value } };
    }
  },
});
