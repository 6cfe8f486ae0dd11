import type { Sentence } from '../../../base/errors.js';
import { rowName } from '../../../form/model/names.js';
import { nearestExisting } from '../../../form/model/pointer.js';
import type { TableFacts } from '../../../form/model/reading.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { enumerate, tableWords } from '../wording.js';

/** More missing rows than this are one finding on the table. */
const FEW = 3;

function missingRows({ spec, missingRows: keys }: TableFacts): readonly { readonly key: string; readonly name: Sentence }[] {
  const rows = spec.blocks.flatMap((block) => block.rows).filter(({ key }) => keys.includes(key));
  return rows.map((row) => ({ key: row.key, name: { zh: rowName(row), en: rowName(row, 'en') } }));
}

export default defineRule({
  id: 'structure/missing-row',
  severity: 'error',
  basis: form('二、三部分各表的行'),
  docs: {
    zh: {
      title: '表格缺少规定的行',
      what: '表格中没有格式规定的某一行；有不能与格式对应的行时一并指出，它可能就是这一行被改了名。',
      why: '统一格式的每一行都要保留，没有发生的填0；缺行后合计无从核对，也不能汇总。',
      fix: '按统一格式补上这一行；被改了名的，改回规定的名称。',
    },
    en: {
      title: 'A row of the form is missing',
      what: 'The table lacks a row of the form; rows that could not be matched with the form are named, for one of them may be that row renamed.',
      why: 'Every row of the form stays, with 0 where nothing happened; without it the sums cannot be checked.',
      fix: 'Add the row as the form prints it, or give the renamed row its name back.',
    },
  },
  message: {
    zh: {
      one: '{table}缺少{rows}行',
      several: '{table}缺少{count}行：{rows}',
      renamed: '{table}缺少{rows}行，另有不能与格式对应的行{extra}，可能是改了名称',
    },
    en: {
      one: '{table} lacks the row {rows}',
      several: '{table} lacks {count} rows: {rows}',
      renamed: '{table} lacks the row(s) {rows} and has row(s) that are not in the form: {extra}; they may be the same, renamed',
    },
  },
  examples: {
    good: [{ name: '各行齐全' }],
    bad: [
      { name: '缺少一行', remove: ['/tables/requests/outcomes/notProcessed/publications'], expect: ['/tables/requests/outcomes/notProcessed'] },
      {
        name: '缺少许多行合为一条',
        remove: ['/tables/requests/outcomes/denied', '/tables/requests/outcomes/unavailable'],
        expect: ['/tables/requests'],
      },
      {
        name: '一行改了名称',
        remove: ['/tables/disclosure/coercion'],
        tables: { disclosure: { extraRows: [{ label: '强制执行', place: { line: 40 } }] } },
        expect: ['/tables/disclosure'],
      },
    ],
  },
  // A table of two editions is to be filled in anew: what it lacks of either says nothing more.
  yieldsTo: ['edition/mixed-tables'],
  *check(report, { reading }) {
    for (const facts of Object.values(reading.tables)) {
      const missing = missingRows(facts);
      const { key } = facts.spec;
      const data = { table: tableWords(key), rows: enumerate(missing.map(({ name }) => name)), count: missing.length };
      if (missing.length === 0) continue;
      if (facts.extraRows.length > 0) {
        const extra = enumerate(facts.extraRows.map(({ label }) => ({ zh: label, en: label })));
        yield { on: `/tables/${key}`, message: 'renamed', data: { ...data, extra } };
      } else if (missing.length > FEW) yield { on: `/tables/${key}`, message: 'several', data };
      else {
        for (const { key: row, name } of missing) {
          yield { on: nearestExisting(report, `/tables/${key}/${row}`), message: 'one', data: { table: data.table, rows: enumerate([name]) } };
        }
      }
    }
  },
});
