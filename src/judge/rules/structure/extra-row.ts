import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { quoted } from '../cells.js';
import { enumerate, tableWords } from '../wording.js';

/** More extra rows than this are one finding on the table. */
const FEW = 3;

export default defineRule({
  id: 'structure/extra-row',
  severity: 'warning',
  basis: form('二至四部分各表的行'),
  docs: {
    zh: {
      title: '表格有格式以外的行或者重复出现',
      what: '表格中有格式没有的行、重复的行，或者同一张表在文中出现不止一次。格式以外的行不参加核对，各列之和因此也不核对。',
      why: '统一格式不得增减行；多出的行不能汇总，重复的表使人不知以哪一张为准。',
      fix: '把多出的行并入格式规定的行，说明写到文字部分；重复的表只保留一张。',
    },
    en: {
      title: 'A table has rows the form lacks, or occurs more than once',
      what: 'The table has a row that is not in the form, a repeated row, or stands in the document more than once. Extra rows take no part in the checks, and the sums of the columns are not judged either.',
      why: 'The form is not to be changed; extra rows cannot be added up, and of two tables nobody knows which one counts.',
      fix: 'Move the figures into the rows of the form and remarks into the text; keep one table.',
    },
  },
  message: {
    zh: {
      one: '{table}中{rows}不是格式规定的行，其中的数没有计入核对',
      several: '{table}中有{count}行不是格式规定的行：{rows}，其中的数没有计入核对',
      repeated: '{table}出现了{count}次，只检查了第一张',
    },
    en: {
      one: '{rows} is no row of the form ({table}); its figures took no part in the checks',
      several: '{count} rows are not in the form ({table}): {rows}; their figures took no part in the checks',
      repeated: '{table} occurs {count} times; only the first one was checked',
    },
  },
  examples: {
    good: [{ name: '只有格式规定的行' }],
    bad: [
      {
        name: '自行增加一行',
        tables: { requests: { extraRows: [{ label: '4.涉及个人隐私', place: { line: 60 } }] } },
        expect: ['/tables/requests'],
      },
      { name: '旧表没有删去', tables: { disputes: { repeated: [{ line: 90 }] } }, expect: ['/sections/3'] },
    ],
  },
  *check(report, { reading }) {
    for (const { spec, extraRows, missingRows, repeated } of Object.values(reading.tables)) {
      const table = tableWords(spec.key);
      const name = (label: string) => ({ zh: quoted(label), en: quoted(label) });
      // Beside missing rows the extra ones may be those rows renamed: structure/missing-row names both.
      const extra = missingRows.length > 0 ? [] : extraRows;
      if (extra.length > FEW) {
        yield {
          on: `/tables/${spec.key}`,
          message: 'several',
          place: extra[0]!.place,
          data: { table, count: extra.length, rows: enumerate(extra.map(({ label }) => name(label))) },
        };
      } else for (const { label, place } of extra) yield { on: `/tables/${spec.key}`, message: 'one', place, data: { table, rows: enumerate([name(label)]) } };
      if (repeated[0]) {
        const section = report.sections.findIndex(({ key }) => key === spec.key);
        yield {
          on: section === -1 ? '/sections' : `/sections/${section}`,
          message: 'repeated',
          place: repeated[0],
          data: { table, count: repeated.length + 1 },
        };
      }
    }
  },
});
