import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, tableSpec } from '../../src/form/editions/index.js';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import type { Example } from '../../src/judge/rule.js';
import { rules } from '../../src/judge/rules/index.js';
import { exampleReading } from '../support/reading.js';

/** The rules of the form itself; what the text claims about the tables is another matter. */
const active = rules.filter(({ id }) => /^(?:structure|edition|cells|arithmetic|document)\/|^identity\/year$/.test(id)).map((rule) => ({ rule }));

function spoken(example: Example): readonly string[] {
  const { diagnostics } = judge(createContext(exampleReading(example), example.options), active, 'zh');
  return diagnostics.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`);
}

const row = (value: number | null) => ({
  naturalPerson: value,
  enterprise: value,
  researchInstitution: value,
  socialOrganization: value,
  legalService: value,
  otherOrganization: value,
  total: value,
});
const cells = (key: 'disclosure' | 'requests' | 'disputes', edition: '2019' | '2021' = '2021'): readonly string[] =>
  cellsOf(tableSpec(edition, key)).map(({ pointer }) => pointer);
const everywhere = (pointers: readonly string[], value: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(pointers.map((pointer) => [pointer, value]));

const cases: readonly (Example & { readonly says: readonly string[] })[] = [
  { name: 'a whole section left out', remove: ['/sections/2', '/tables/requests'], says: ['structure/missing-section /sections'] },
  { name: 'a table left out', remove: ['/tables/requests'], says: ['structure/missing-table /sections/2'] },
  {
    name: 'a picture instead of a table',
    remove: ['/tables/requests'],
    notes: [{ kind: 'image', count: 1, place: { paragraph: 30 }, block: 20, on: '/sections/2' }],
    says: ['document/table-as-image /sections/2'],
  },
  { name: 'the overview left empty', set: { '/sections/0/paragraphs': [] }, says: ['structure/empty-section /sections/0'] },
  {
    name: 'a row left out: the sums that need it are silent',
    remove: ['/tables/requests/outcomes/granted'],
    says: ['structure/missing-row /tables/requests/outcomes'],
  },
  {
    name: 'a row added: the sum of the outcomes proves nothing',
    set: { '/tables/requests/outcomes/granted': row(0) },
    tables: { requests: { extraRows: [{ label: '（一）主动提供', place: { line: 50 } }] } },
    says: ['structure/extra-row /tables/requests'],
  },
  { name: 'a column left out', remove: ['/tables/disputes/litigation/direct/other'], says: ['structure/missing-column /tables/disputes/litigation/direct'] },
  {
    name: 'a table whose header could not be read',
    set: { '/tables/disputes': {} },
    tables: { disputes: { missingColumns: tableSpec('2021', 'disputes').blocks[0]!.columns.map(({ key }) => ({ block: 0, column: key })), missingRows: [] } },
    says: ['structure/missing-column /tables/disputes'],
  },
  { name: 'a table left blank', set: everywhere(cells('disputes'), null), says: ['cells/blank /tables/disputes'] },
  {
    name: 'a table whose figures were lost',
    set: everywhere(cells('requests'), null),
    lost: cells('requests'),
    says: ['cells/not-a-number /tables/requests'],
  },
  {
    name: 'a table filled with strokes',
    set: everywhere(cells('disclosure'), null),
    raw: everywhere(cells('disclosure'), '/') as Readonly<Record<string, string>>,
    says: ['cells/not-a-number /tables/disclosure'],
  },
  {
    name: 'a group of rows left blank',
    set: everywhere(
      cells('requests').filter((cell) => cell.includes('/denied/')),
      null,
    ),
    says: ['cells/blank /tables/requests/outcomes/denied'],
  },
  {
    name: 'one column left blank',
    set: everywhere(
      cells('requests').filter((cell) => cell.endsWith('/otherOrganization')),
      null,
    ),
    says: ['cells/blank /tables/requests/newlyReceived/otherOrganization'],
  },
  {
    name: 'blanks here and there',
    set: everywhere(
      cells('requests').filter((cell, index) => index % 9 === 0 && !cell.endsWith('/total')),
      null,
    ),
    says: ['cells/blank /tables/requests'],
  },
  {
    name: 'only the totals of all rows left blank',
    set: everywhere(
      cells('requests').filter((cell) => cell.endsWith('/total')),
      null,
    ),
    says: ['cells/blank-total /tables/requests/newlyReceived/total'],
  },
  { name: 'one total left blank', set: { '/tables/disputes/reconsideration/total': null }, says: ['cells/blank-total /tables/disputes/reconsideration/total'] },
  {
    name: 'the one row 其他处理 of the older form',
    set: { '/tables/requests/outcomes/other': { ...row(0), naturalPerson: 5, legalService: 1, total: 6 } },
    says: ['edition/superseded-table /tables/requests'],
  },
  {
    name: 'both forms in one table',
    set: { '/tables/disclosure/licensing': { previousItems: 64, change: -3, decisions: 1286 } },
    says: ['edition/mixed-tables /tables/disclosure'],
  },
  {
    name: 'the numbers run on after a section left out',
    remove: ['/sections/3', '/tables/disputes'],
    set: { '/sections/4/heading': '四、存在的主要问题及改进情况', '/sections/5/heading': '五、其他需要报告的事项' },
    says: ['structure/missing-section /sections'],
  },
  {
    name: 'two sections changed places and were numbered anew',
    set: {
      '/sections/4': { key: 'other', heading: '五、其他需要报告的事项', paragraphs: ['无'] },
      '/sections/5': { key: 'problems', heading: '六、存在的主要问题及改进情况', paragraphs: ['更新不够及时，将完善机制。'] },
    },
    says: ['structure/section-order /sections/5'],
  },
  {
    name: 'a title of another year',
    set: { '/title': '云岭县人民政府2023年政府信息公开工作年度报告', '/year': 2023 },
    says: ['identity/year /title'],
  },
  { name: 'the report of another year', options: { year: 2025 }, says: ['identity/year /title'] },
  { name: 'a period of another year', set: { '/preface/1': '统计期限为2023年1月1日至2023年12月31日。' }, says: ['structure/statistics-period /preface/1'] },
  {
    name: 'a fee in yuan',
    set: { '/tables/disclosure/fees/amount': 3184600 },
    raw: { '/tables/disclosure/fees/amount': '3184600元' },
    says: ['cells/unit /tables/disclosure/fees/amount'],
  },
  {
    name: 'full-width digits in every cell',
    raw: Object.fromEntries(cells('disputes').map((cell) => [cell, '０'])),
    set: everywhere(cells('disputes'), 0),
    says: ['cells/digit-format /tables/disputes'],
  },
];

for (const { says, ...example } of cases) {
  test(`one fault, one finding: ${example.name}`, () => assert.deepEqual(spoken(example), says));
}
