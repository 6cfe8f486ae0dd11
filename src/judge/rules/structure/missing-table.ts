import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { tableWords } from '../wording.js';

export default defineRule({
  id: 'structure/missing-table',
  severity: 'error',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '缺少规定的表格',
      what: '第二、三、四部分没有找到规定的表格。整个部分都缺的由 structure/missing-section 报告；以图片代替的由 document/table-as-image 报告。',
      why: '这三部分以统一的表格报告，没有发生的也要逐格填0。',
      fix: '补上统一格式的表格，没有发生的各格填“0”；原稿有表而这里没有找到的，可能在转换中丢失，请用原稿检查。',
    },
    en: {
      title: 'A required table is missing',
      what: 'Section 2, 3 or 4 holds no statutory table. A missing section belongs to structure/missing-section, a picture instead of the table to document/table-as-image.',
      why: 'These sections report in the tables of the form; where nothing happened every cell is 0.',
      fix: 'Add the table of the form; if the original has it, it was lost in conversion: check the original.',
    },
  },
  message: { zh: { missing: '缺少{table}' }, en: { missing: 'The report lacks {table}' } },
  examples: {
    good: [{ name: '三张表齐全' }, { name: '整个部分都缺，由 structure/missing-section 报告', remove: ['/sections/3', '/tables/disputes'] }],
    bad: [{ name: '没有复议诉讼表', remove: ['/tables/disputes'], expect: ['/sections/3'] }],
  },
  yieldsTo: ['document/table-as-image'],
  *check(report, context) {
    for (const { key, table } of editionSpec(context.edition).sections) {
      const index = report.sections.findIndex((section) => section.key === key);
      if (!table || index === -1 || context.reading.tables[table]) continue;
      yield { on: `/sections/${index}`, data: { table: tableWords(table) } };
    }
  },
});
