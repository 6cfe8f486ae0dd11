import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { tableWords } from '../wording.js';

export default defineRule({
  id: 'document/table-as-image',
  severity: 'error',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '表格是图片',
      what: '第二、三、四部分没有找到规定的表格，而这一部分有图片，表格多半是以图片插入的。',
      why: '图片中的数不能核对、检索和汇总，也不便于公众复制使用。',
      fix: '用文字表格替换图片。',
    },
    en: {
      title: 'A table is a picture',
      what: 'Section 2, 3 or 4 holds no statutory table but a picture, which most likely shows it.',
      why: 'Figures in a picture cannot be checked, searched, added up or copied.',
      fix: 'Replace the picture by a table.',
    },
  },
  message: {
    zh: { image: '没有找到{table}，这一部分有{count}张图片，表格可能是以图片插入的，其中的数没有核对' },
    en: { image: 'Without {table}, the section has {count} picture(s): the table may be one of them, and its figures were not checked' },
  },
  examples: {
    good: [
      { name: '表格之外另有图片', notes: [{ kind: 'image', count: 1, place: { paragraph: 30 }, block: 20, on: '/sections/2' }] },
      { name: '没有表格也没有图片，由 structure/missing-table 报告', remove: ['/tables/requests'] },
    ],
    bad: [
      {
        name: '申请情况表是图片',
        remove: ['/tables/requests'],
        notes: [{ kind: 'image', count: 1, place: { paragraph: 30 }, block: 20, on: '/sections/2' }],
        expect: ['/sections/2'],
      },
    ],
  },
  *check(report, { edition, reading }) {
    for (const { key, table } of editionSpec(edition).sections) {
      const on = `/sections/${report.sections.findIndex((section) => section.key === key)}`;
      if (!table || reading.tables[table]) continue;
      const images = reading.notes.filter((note) => note.kind === 'image' && note.on === on);
      if (images[0]) yield { on, place: images[0].place, data: { table: tableWords(table), count: images.reduce((sum, { count }) => sum + count, 0) } };
    }
  },
});
