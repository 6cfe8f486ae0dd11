import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { noteFinding } from '../notes.js';

export default defineRule({
  id: 'document/tracked-changes',
  severity: 'warning',
  basis: regulation('第十七条（政府信息公开审查）'),
  docs: {
    zh: {
      title: '文档中留有修订',
      what: '文档中有没有接受或者拒绝的修订。程序按全部接受后的文字检查；gov-report fix 写入的修订（作者 gov-report）不算。',
      why: '留有修订的不是定稿：不同的人打开看到的文字和数可能不同，公开后还会露出修改过程。',
      fix: '在“审阅”中逐处接受或者拒绝修订，关闭修订后另存定稿。',
    },
    en: {
      title: 'Tracked changes are left',
      what: 'The document has changes that were neither accepted nor rejected. It was checked as if all were accepted; the changes of gov-report fix (author gov-report) do not count.',
      why: 'Such a file is no final text: readers may see different words and figures, and the history of changes is published with it.',
      fix: 'Accept or reject every change, turn tracking off and save the final text.',
    },
  },
  message: {
    zh: { plain: '文档中有{count}处没有处理的修订，以下检查以全部接受为准', sample: '文档中有{count}处没有处理的修订（如“{sample}”），以下检查以全部接受为准' },
    en: {
      plain: '{count} tracked change(s) are left; the document was checked as if accepted',
      sample: '{count} tracked change(s) are left (“{sample}”); the document was checked as if accepted',
    },
  },
  examples: {
    good: [{ name: '没有修订' }],
    bad: [
      {
        name: '留有三处修订',
        notes: [{ kind: 'tracked-changes', count: 3, place: { paragraph: 9 }, block: 8, on: '/sections/0', sample: '共收到申请12件' }],
        expect: ['/sections/0'],
      },
    ],
  },
  *check(_report, { reading }) {
    yield* noteFinding(reading.notes, 'tracked-changes');
  },
});
