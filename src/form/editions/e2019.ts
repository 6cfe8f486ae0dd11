/** The form for report years 2019 and 2020: 国办公开办函〔2019〕60号. */
import { disclosureRows, disputesTable, requestsTable, sections } from './shared.js';
import type { EditionSpec, RowSpec, TableSpec } from './spec.js';

const NUMBER = '国办公开办函〔2019〕60号';
const FORM = `《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（${NUMBER}）`;

const itemColumns = [
  { key: 'previousItems', label: '上一年项目数量', aliases: ['上年项目数量'], kind: 'count', unit: '项', en: 'items last year' },
  { key: 'change', label: '本年增/减', aliases: ['本年增减', '本年增／减'], kind: 'change', unit: '项', en: 'change this year' },
] as const;

const decisionColumns = [
  ...itemColumns,
  { key: 'decisions', label: '处理决定数量', aliases: ['本年处理决定数量'], kind: 'count', unit: '件', en: 'decisions' },
] as const;

const disclosure = {
  key: 'disclosure',
  edition: '2019',
  blocks: [
    {
      heading: '第二十条第（一）项',
      corner: '信息内容',
      columns: [
        { key: 'created', label: '本年新制作数量', aliases: ['本年制作数量'], kind: 'count', unit: '件', en: 'newly made' },
        { key: 'disclosed', label: '本年新公开数量', aliases: ['本年公开数量'], kind: 'count', unit: '件', en: 'newly disclosed' },
        { key: 'totalDisclosed', label: '对外公开总数量', aliases: ['公开总数量'], kind: 'count', unit: '件', en: 'disclosed in all' },
      ],
      rows: [disclosureRows.regulations, { key: 'normativeDocuments', label: '规范性文件', aliases: ['行政规范性文件'], en: 'normative documents' }],
    },
    {
      heading: '第二十条第（五）项',
      corner: '信息内容',
      columns: decisionColumns,
      rows: [disclosureRows.licensing, { key: 'otherServices', label: '其他对外管理服务事项', aliases: ['其它对外管理服务事项'], en: 'other public services' }],
    },
    {
      heading: '第二十条第（六）项',
      corner: '信息内容',
      columns: decisionColumns,
      rows: [disclosureRows.penalties, disclosureRows.coercion],
    },
    {
      heading: '第二十条第（八）项',
      corner: '信息内容',
      columns: itemColumns,
      rows: [disclosureRows.fees],
    },
    {
      heading: '第二十条第（九）项',
      corner: '信息内容',
      columns: [
        { key: 'items', label: '采购项目数量', kind: 'count', unit: '项', en: 'procurement items' },
        { key: 'amount', label: '采购总金额', aliases: ['采购总金额（万元）', '采购总金额（元）', '采购金额'], kind: 'amount', en: 'procurement amount' },
      ],
      rows: [{ key: 'procurement', label: '政府集中采购', en: 'centralized procurement' }],
    },
  ],
  relations: [],
} as const satisfies TableSpec;

const otherRows = [
  { key: 'outcomes/other', label: '（六）其他处理', aliases: ['其他处理', '其它处理'], groups: ['三、本年度办理结果'], en: '3(6) other handling' },
] as const satisfies readonly RowSpec[];

const requests = requestsTable('2019', FORM, otherRows);

/** The 2019 edition. */
export const e2019 = {
  edition: '2019',
  notice: {
    number: NUMBER,
    title: FORM,
    subject: /关于政府信息公开(?:工作)?年度报告有关事项的通知》/g,
  },
  firstYear: 2019,
  sections,
  tables: [disclosure, requests, disputesTable('2019', FORM)],
} as const satisfies EditionSpec;
