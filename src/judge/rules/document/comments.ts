import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { noteFinding } from '../notes.js';

export default defineRule({
  id: 'document/comments',
  severity: 'warning',
  basis: regulation('第十七条（政府信息公开审查）'),
  docs: {
    zh: {
      title: '文档中留有批注',
      what: '文档中有批注。批注不作为正文检查。',
      why: '批注是审改过程中的内部意见，随文件公开会泄露内部信息，也说明可能还有没有办完的修改。',
      fix: '办理完批注中的意见后全部删除，再另存定稿。',
    },
    en: {
      title: 'Comments are left in the document',
      what: 'The document has comments. They are not part of the text that was checked.',
      why: 'Comments are internal remarks; published with the file they disclose them, and they may ask for changes not yet made.',
      fix: 'Deal with the comments, delete them and save the final text.',
    },
  },
  message: {
    zh: { plain: '文档中有{count}条批注没有删除', sample: '文档中有{count}条批注没有删除（如“{sample}”）' },
    en: { plain: '{count} comment(s) are left in the document', sample: '{count} comment(s) are left in the document (“{sample}”)' },
  },
  examples: {
    good: [{ name: '没有批注' }],
    bad: [
      {
        name: '两处批注',
        notes: [
          { kind: 'comments', count: 1, place: { paragraph: 9 }, block: 8, on: '/sections/0', sample: '请核实此数' },
          { kind: 'comments', count: 1, place: { paragraph: 30 }, block: 12, on: '/sections/4' },
        ],
        expect: [''],
      },
    ],
  },
  *check(_report, { reading }) {
    yield* noteFinding(reading.notes, 'comments');
  },
});
