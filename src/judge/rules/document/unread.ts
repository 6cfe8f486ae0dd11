import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { noteFinding } from '../notes.js';

export default defineRule({
  id: 'document/unread',
  severity: 'warning',
  basis: regulation('第十七条（政府信息公开审查）'),
  docs: {
    zh: {
      title: '有内容未能读取',
      what: '文档中有程序不认识的内容（新版软件或者插件写入的符号、图形中的文字），打开时可能看得见，程序没有读到，也没有检查。表中有这种内容的单元格不按空格处理，按读不出的数报告。',
      why: '没有读到的可能正是数或者文字，不能当作没有。',
      fix: '在 Word 或 WPS 中找到该处，改用键盘直接输入的文字。',
    },
    en: {
      title: 'Something could not be read',
      what: 'The document holds content that this program does not know (symbols written by newer software or add-ins, words inside drawings). It may be visible when the document is opened; it was neither read nor checked. A cell that holds such content is not taken for blank but reported as unreadable.',
      why: 'What was not read may be a figure or a word and must not be taken for nothing.',
      fix: 'Find the place in Word or WPS and type the text there with the keyboard.',
    },
  },
  message: {
    zh: { plain: '文档中有{count}处内容未能读取，没有检查', sample: '文档中有{count}处内容未能读取，没有检查（如“{sample}”）' },
    en: {
      plain: '{count} piece(s) of the document could not be read and were not checked',
      sample: '{count} piece(s) of the document could not be read and were not checked (“{sample}”)',
    },
  },
  examples: {
    good: [{ name: '全部读到' }],
    bad: [
      {
        name: '图形中的文字',
        notes: [{ kind: 'unread', count: 1, place: { paragraph: 12 }, block: 10, on: '/sections/0', sample: '公开流程' }],
        expect: ['/sections/0'],
      },
    ],
  },
  *check(_report, { reading }) {
    yield* noteFinding(reading.notes, 'unread');
  },
});
