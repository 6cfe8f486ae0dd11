/** The form for report years from 2021 on: 国办公开办函〔2021〕30号. */
import { disclosureRows, disputesTable, requestsTable, sections } from './shared.js';
import type { EditionSpec, RowSpec, TableSpec } from './spec.js';

const NUMBER = '国办公开办函〔2021〕30号';
const FORM = `《中华人民共和国政府信息公开工作年度报告格式》（${NUMBER}）`;

const documentColumns = [
  { key: 'issued', label: '本年制发件数', aliases: ['本年制发数', '制发件数'], kind: 'count', unit: '件', en: 'issued this year' },
  { key: 'repealed', label: '本年废止件数', aliases: ['本年废止数', '废止件数'], kind: 'count', unit: '件', en: 'repealed this year' },
  { key: 'inForce', label: '现行有效件数', aliases: ['现行有效数', '现行有效'], kind: 'count', unit: '件', en: 'in force' },
] as const;

const decisionColumns = [
  { key: 'decisions', label: '本年处理决定数量', aliases: ['处理决定数量'], kind: 'count', unit: '件', en: 'decisions this year' },
] as const;

const disclosure = {
  key: 'disclosure',
  edition: '2021',
  blocks: [
    {
      heading: '第二十条第（一）项',
      corner: '信息内容',
      columns: documentColumns,
      rows: [disclosureRows.regulations, { key: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'], en: 'normative documents' }],
    },
    {
      heading: '第二十条第（五）项',
      corner: '信息内容',
      columns: decisionColumns,
      rows: [disclosureRows.licensing],
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
      columns: [
        {
          key: 'amount',
          label: '本年收费金额（单位：万元）',
          aliases: ['本年收费金额', '收费金额', '本年收费金额（万元）'],
          kind: 'amount',
          unit: '万元',
          en: 'amount charged (10,000 yuan)',
        },
      ],
      rows: [disclosureRows.fees],
    },
  ],
  relations: [
    {
      rule: 'arithmetic/in-force-below-issued',
      repeat: 'for-each-row',
      only: ['regulations', 'normativeDocuments'],
      comparison: '>=',
      left: ['inForce'],
      right: ['issued', '-repealed'],
      basis: { document: FORM, clause: '二、主动公开政府信息情况：第二十条第（一）项' },
    },
  ],
} as const satisfies TableSpec;

const otherGroups = ['三、本年度办理结果', '（六）其他处理'] as const;

const otherRows = [
  {
    key: 'outcomes/other/noCorrection',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    aliases: ['逾期不补正', '申请人无正当理由逾期不补正'],
    groups: otherGroups,
    en: '3(6)1 not corrected in time',
  },
  {
    key: 'outcomes/other/feeUnpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    aliases: ['逾期不缴费', '申请人逾期未按收费通知要求缴纳费用', '逾期未缴费'],
    groups: otherGroups,
    en: '3(6)2 fee not paid in time',
  },
  { key: 'outcomes/other/others', label: '3.其他', aliases: ['其它'], groups: otherGroups, en: '3(6)3 other' },
] as const satisfies readonly RowSpec[];

const requests = requestsTable('2021', FORM, otherRows);

/** The 2021 edition. */
export const e2021 = {
  edition: '2021',
  notice: {
    number: NUMBER,
    title: FORM,
    subject: /关于印发[〈《<＜]?(?:中华人民共和国)?政府信息公开(?:工作)?年度报告格式[〉》>＞]?的通知》/g,
  },
  firstYear: 2021,
  sections,
  tables: [disclosure, requests, disputesTable('2021', FORM)],
} as const satisfies EditionSpec;
