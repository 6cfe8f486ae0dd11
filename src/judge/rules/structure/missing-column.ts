import type { Sentence } from '../../../base/errors.js';
import { columnName } from '../../../form/model/names.js';
import { nearestExisting } from '../../../form/model/pointer.js';
import type { TableFacts } from '../../../form/model/reading.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { enumerate, tableWords } from '../wording.js';

/** More missing columns than this are one finding on the table. */
const FEW = 3;

interface MissingColumn {
  readonly pointer: string;
  readonly name: Sentence;
}

function missingColumns({ spec, missingColumns: missing }: TableFacts): readonly MissingColumn[] {
  return missing.flatMap(({ block: index, column: key }) => {
    const block = spec.blocks[index];
    const column = block?.columns.find((candidate) => candidate.key === key);
    if (!block || !column) return [];
    const name = (lang: 'zh' | 'en'): string => [block.heading ?? '', columnName(column, block.columns, lang)].join(' ').trim();
    const [row] = block.rows;
    const inRow = block.rows.length === 1 && row ? [row.key, key].filter((part) => part !== '').join('/') : '';
    return [{ pointer: `/tables/${spec.key}${inRow === '' ? '' : `/${inRow}`}`, name: { zh: name('zh'), en: name('en') } }];
  });
}

export default defineRule({
  id: 'structure/missing-column',
  severity: 'error',
  basis: form('二至四部分各表的列'),
  docs: {
    zh: {
      title: '表格缺少规定的列',
      what: '表格中没有格式规定的某一列，或者表头无法辨认。缺列的格不再逐一报告。',
      why: '统一格式的每一列都要保留，没有发生的填0；缺列后各数归属不清，合计无从核对。',
      fix: '按统一格式补上这一列；表头在转换中损坏的，请用原稿检查。',
    },
    en: {
      title: 'A column of the form is missing',
      what: 'The table lacks a column of the form, or its header cannot be read. Its cells are not reported one by one.',
      why: 'Every column of the form stays, with 0 where nothing happened; without it figures and sums cannot be judged.',
      fix: 'Add the column as the form prints it; if the header was damaged in conversion, check the original.',
    },
  },
  message: {
    zh: { one: '{table}缺少{columns}列', several: '{table}缺少{count}列：{columns}', all: '{table}的表头无法辨认，没有读到任何一列的数' },
    en: {
      one: '{table} lacks the column {columns}',
      several: '{table} lacks {count} columns: {columns}',
      all: 'The header of {table} cannot be read: no column was found',
    },
  },
  examples: {
    good: [{ name: '各列齐全' }],
    bad: [
      {
        name: '缺少一列',
        remove: ['/tables/disclosure/regulations/repealed', '/tables/disclosure/normativeDocuments/repealed'],
        expect: ['/tables/disclosure'],
      },
      { name: '复议一组缺少一列', remove: ['/tables/disputes/reconsideration/pending'], expect: ['/tables/disputes/reconsideration'] },
      { name: '缺少整组列合为一条', remove: ['/tables/disputes/litigation/afterReconsideration'], expect: ['/tables/disputes'] },
    ],
  },
  // A table of two editions is to be filled in anew: what it lacks of either says nothing more.
  yieldsTo: ['edition/mixed-tables'],
  *check(report, { reading }) {
    for (const facts of Object.values(reading.tables)) {
      const missing = missingColumns(facts);
      const { key, blocks } = facts.spec;
      const all = blocks.reduce((count, block) => count + block.columns.length, 0);
      const data = { table: tableWords(key), columns: enumerate(missing.map(({ name }) => name)), count: missing.length };
      if (missing.length === all) yield { on: `/tables/${key}`, message: 'all', data };
      else if (missing.length > FEW) yield { on: `/tables/${key}`, message: 'several', data };
      else for (const { pointer, name } of missing) yield { on: nearestExisting(report, pointer), data: { table: data.table, columns: enumerate([name]) } };
    }
  },
});
