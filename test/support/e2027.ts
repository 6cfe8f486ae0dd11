/** An edition that nobody issued: that of 2021 with a column renamed, a row more and a sum more. Only a test registers it. */
import { e2021 } from '../../src/form/editions/e2021.js';
import { disputesTable, sections } from '../../src/form/editions/shared.js';
import type { EditionSpec, TableSpec } from '../../src/form/editions/spec.js';

const NUMBER = '国办公开办函〔2027〕1号';
const FORM = `《关于调整政府信息公开工作年度报告格式的通知》（${NUMBER}）`;
const [oldDisclosure, oldRequests] = e2021.tables;
const [documents, ...otherBlocks] = oldDisclosure.blocks;
const [block] = oldRequests.blocks;

const disclosure = {
  ...oldDisclosure,
  edition: '2027',
  blocks: [
    {
      ...documents,
      columns: [...documents.columns.slice(0, 2), { key: 'valid', label: '继续有效件数', kind: 'count', unit: '件', en: 'still valid' }],
    },
    ...otherBlocks,
  ],
  relations: [],
} as const satisfies TableSpec;

const requests = {
  ...oldRequests,
  edition: '2027',
  blocks: [{ ...block, rows: [...block.rows, { key: 'outcomes/shown', label: '五、公开与部分公开合计', en: '5 shown in whole or part' }] }],
  relations: [
    ...oldRequests.relations,
    {
      rule: 'arithmetic/requests-outcome-total',
      repeat: 'for-each-column',
      comparison: '=',
      left: ['outcomes/granted', 'outcomes/partiallyGranted'],
      right: ['outcomes/shown'],
      basis: { document: FORM, clause: '三、收到和处理政府信息公开申请情况' },
    },
  ],
} as const satisfies TableSpec;

/** The invented edition. */
export const e2027 = {
  edition: '2027',
  notice: { number: NUMBER, title: FORM, subject: /关于调整政府信息公开工作年度报告格式的通知》/g },
  firstYear: 2027,
  sections,
  tables: [disclosure, requests, disputesTable('2027', FORM)],
} as const satisfies EditionSpec;
