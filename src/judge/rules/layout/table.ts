import type { TableKey } from '../../../form/editions/index.js';
import type { LaidTable } from '../../../form/model/layout.js';
import { defineRule, type RuleContext } from '../../rule.js';
import { official } from '../laid-examples.js';
import { tableWords } from '../wording.js';

const OTHER = { zh: '另一张表格', en: 'another table' };

/** The statutory table that stands in a table of the document. */
function keyOf({ start, end }: LaidTable, { reading }: RuleContext): TableKey | undefined {
  for (const [pointer, { place }] of reading.locations) {
    const key = /^\/tables\/([^/]+)\//.exec(pointer)?.[1];
    if (key !== undefined && place.offset !== undefined && place.offset > start && place.offset < end) return key as TableKey;
  }
  return undefined;
}

export default defineRule({
  id: 'layout/table',
  severity: 'warning',
  basis: { document: '《党政机关公文格式》（GB/T 9704—2012）', clause: '5.2.1、11（A4 纸型的表格）' },
  docs: {
    zh: {
      title: '表格过宽或没有重复表头',
      what: '.docx 的表格宽于配置方案（layout.table）规定的宽度，或者行数多、可能跨页而没有设置“在各页顶端以标题行形式重复出现”。没有方案规定的不检查。',
      why: '表格宽于版心会印到页边之外；第三部分的表格跨页后没有表头，读的人不知道数字是哪一栏的。',
      fix: '把表格设为不宽于版心；选中表头各行，设置“重复标题行”。',
    },
    en: {
      title: 'A table is too wide, or its head is not repeated',
      what: 'A table of a .docx is wider than a profile (layout.table) asks, or has so many rows that it may take two pages and does not repeat its head. Without a profile that asks nothing is checked.',
      why: 'What is wider than the text area is printed into the margin; on a second page without a head nobody knows which column a figure is in.',
      fix: 'Make the table no wider than the text; select the rows of the head and let Word repeat them.',
    },
  },
  message: {
    zh: { wide: '{table}宽 {found} 毫米，“{profile}”要求不超过 {due} 毫米', head: '{table}有 {found} 行而没有设置重复表头，“{profile}”要求 {due} 行起设置' },
    en: {
      wide: '{table} is {found} mm wide, “{profile}” asks for {due} mm at most',
      head: '{table} has {found} rows and does not repeat its head, “{profile}” asks for it from {due} rows on',
    },
  },
  examples: {
    good: [
      { name: '与版心同宽，重复表头', layout: { tables: { requests: {} } }, options: official },
      { name: '没有方案规定版式', layout: { tables: { requests: { width: 200 } } } },
    ],
    bad: [
      { name: '表格宽 200 毫米', layout: { tables: { requests: { width: 200 } } }, options: official, expect: ['/tables/requests'] },
      { name: '28 行，没有重复表头', layout: { tables: { requests: { rows: 28, repeated: false } } }, options: official, expect: ['/tables/requests'] },
    ],
  },
  isAsked: ({ duties, reading }) => duties.layout?.table !== undefined && reading.layout !== undefined,
  *check(_report, context) {
    const asked = context.duties.layout?.table;
    if (!asked) return;
    const { widest = Number.POSITIVE_INFINITY, repeatHeadFrom = Number.POSITIVE_INFINITY } = asked.duty;
    for (const table of context.reading.layout?.().tables ?? []) {
      const key = keyOf(table, context);
      const common = { on: key === undefined ? '' : `/tables/${key}`, place: table.place, ...(asked.basis === undefined ? {} : { basis: asked.basis }) };
      const facts = { table: key === undefined ? OTHER : tableWords(key), profile: asked.profile };
      if (table.width !== undefined && table.width > widest) yield { ...common, message: 'wide', data: { ...facts, found: table.width, due: widest } };
      if (table.rows >= repeatHeadFrom && !table.repeated) yield { ...common, message: 'head', data: { ...facts, found: table.rows, due: repeatHeadFrom } };
    }
  },
});
