import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { noteFinding } from '../notes.js';

export default defineRule({
  id: 'document/fixed-layout',
  severity: 'info',
  basis: regulation('第六条（及时、准确地公开政府信息）'),
  docs: {
    zh: {
      title: '数字取自版式文件',
      what: '检查的是 PDF 或 OFD。这类文件只记录每个字、每条线画在哪里，表格由线条和位置还原；还原不出的单元格列为“未能读出”，不作猜测。',
      why: '版式文件是定稿后的样子，通常应当检查定稿前的 Word 原稿，改起来也方便；水印、印章和缺失的线条会使个别单元格读不出来。',
      fix: '有 Word 原稿的，请检查原稿（.docx）；只有版式文件的，请对照原件核对未能读出的单元格。',
    },
    en: {
      title: 'The figures come from a fixed layout',
      what: 'What was checked is a PDF or an OFD. Such files only say where each character and line is drawn; tables are put together from lines and places. A cell that cannot be put together is reported as unread, never guessed.',
      why: 'A fixed layout is the final form; the Word original can be checked before it is final and is easier to mend. Watermarks, seals and missing lines make single cells unreadable.',
      fix: 'Check the Word original (.docx) where there is one; otherwise compare the cells that could not be read with the page.',
    },
  },
  message: {
    zh: { plain: '检查的是版式文件（PDF 或 OFD，共{count}页），表格由线条和位置还原' },
    en: { plain: 'what was checked is a fixed layout (PDF or OFD, {count} page(s)); its tables are put together from lines and places' },
  },
  examples: {
    good: [{ name: 'Word 文件' }],
    bad: [{ name: '五页的 PDF', notes: [{ kind: 'fixed-layout', count: 5, place: { page: 1 }, block: 0, on: '' }], expect: [''] }],
  },
  *check(_report, { reading }) {
    yield* noteFinding(reading.notes, 'fixed-layout');
  },
});
