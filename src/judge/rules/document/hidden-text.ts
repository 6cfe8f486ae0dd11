import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { noteFinding } from '../notes.js';

export default defineRule({
  id: 'document/hidden-text',
  severity: 'warning',
  basis: regulation('第十七条（政府信息公开审查）'),
  docs: {
    zh: {
      title: '文档中有隐藏文字',
      what: '文档中有设为隐藏、打开时看不见的文字。隐藏文字不作为正文检查。',
      why: '隐藏文字多半是旧文本或者内部说明，公开后别人一调设置就能看到，复制、转换时也会混进正文。',
      fix: '显示隐藏文字，核对后删除，或者取消隐藏。',
    },
    en: {
      title: 'The document has hidden text',
      what: 'The document has text that is formatted as hidden. It is not part of the text that was checked.',
      why: 'Hidden text is mostly an older version or an internal note; anyone can show it, and copying brings it back.',
      fix: 'Show the hidden text and delete it, or make it visible.',
    },
  },
  message: {
    zh: { plain: '文档中有{count}处隐藏文字', sample: '文档中有{count}处隐藏文字（如“{sample}”）' },
    en: { plain: 'Places with hidden text: {count}', sample: 'Places with hidden text: {count} (“{sample}”)' },
  },
  examples: {
    good: [{ name: '没有隐藏文字' }],
    bad: [
      {
        name: '隐藏了一段旧文字',
        notes: [{ kind: 'hidden-text', count: 1, place: { paragraph: 12 }, block: 10, on: '/sections/0', sample: '2022年共受理3件' }],
        expect: ['/sections/0'],
      },
    ],
  },
  *check(_report, { reading }) {
    // A saved web page hides menus and share buttons of its site; only a document's own hidden text says something.
    if (!reading.surrounded) yield* noteFinding(reading.notes, 'hidden-text');
  },
});
