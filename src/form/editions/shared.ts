/** What both editions of the form have in common: the sections, the applicant columns, the outcome rows, the sums. */
import type { Basis, ColumnSpec, RelationSpec, RowSpec, SectionSpec, TableSpec } from './spec.js';

/** 《中华人民共和国政府信息公开条例》, State Council Order 711. */
export const REGULATION = '《中华人民共和国政府信息公开条例》（国务院令第711号）';

/** The six fixed sections in printed order; 一 to 六. */
export const sections = [
  { key: 'overview', title: '总体情况', aliases: ['概述', '概况', '基本情况', '总体概况', '政府信息公开工作总体情况', '政务公开工作总体情况'], en: 'Overview' },
  {
    key: 'disclosure',
    title: '主动公开政府信息情况',
    aliases: ['政府信息主动公开情况', '行政机关主动公开政府信息情况', '主动公开情况'],
    en: 'Proactive disclosure',
    table: 'disclosure',
  },
  {
    key: 'requests',
    title: '收到和处理政府信息公开申请情况',
    aliases: ['行政机关收到和处理政府信息公开申请情况', '依申请公开政府信息情况', '收到和处理政府信息公开申请的情况', '政府信息公开申请收到和处理情况'],
    en: 'Requests received and handled',
    table: 'requests',
  },
  {
    key: 'disputes',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开被申请行政复议、提起行政诉讼情况',
      '行政复议、行政诉讼情况',
      '行政复议和行政诉讼情况',
      '申请行政复议、提起行政诉讼情况',
    ],
    en: 'Administrative reconsideration and litigation',
    table: 'disputes',
  },
  {
    key: 'problems',
    title: '存在的主要问题及改进情况',
    aliases: [
      '存在问题及改进措施',
      '存在的主要问题和改进措施',
      '存在的主要问题及改进措施',
      '政府信息公开工作存在的主要问题及改进情况',
      '主要问题及改进情况',
      '存在的问题及改进情况',
    ],
    en: 'Main problems and improvements',
  },
  {
    key: 'other',
    title: '其他需要报告的事项',
    aliases: ['其他报告的事项', '其他需要报告事项', '其他事项', '其它需要报告的事项', '需要报告的其他事项'],
    en: 'Other matters',
  },
] as const satisfies readonly SectionSpec[];

/** What section 一 speaks of, in the order of the form's explanations. */
export const overviewTopics = [
  { key: 'disclosure', title: '主动公开', en: 'proactive disclosure' },
  { key: 'requests', title: '依申请公开', en: 'disclosure on request' },
  { key: 'management', title: '政府信息管理', en: 'management of information' },
  { key: 'platforms', title: '公开平台建设', en: 'platforms' },
  { key: 'supervision', title: '监督保障', en: 'supervision and support' },
] as const;

/** A topic of section 一. */
export type OverviewTopic = (typeof overviewTopics)[number]['key'];

/** Rows of table 二 that both editions print. */
export const disclosureRows = {
  regulations: { key: 'regulations', label: '规章', aliases: ['政府规章'], en: 'regulations' },
  licensing: { key: 'licensing', label: '行政许可', en: 'administrative licensing' },
  penalties: { key: 'penalties', label: '行政处罚', en: 'administrative penalties' },
  coercion: { key: 'coercion', label: '行政强制', en: 'administrative coercion' },
  fees: { key: 'fees', label: '行政事业性收费', en: 'administrative fees' },
} as const satisfies Readonly<Record<string, RowSpec>>;

/** Applicants of table 三: six kinds and their total. */
export const applicantColumns = [
  { key: 'naturalPerson', label: '自然人', kind: 'count', unit: '件', en: 'natural persons' },
  { key: 'enterprise', label: '商业企业', aliases: ['企业'], groups: ['法人或其他组织'], kind: 'count', unit: '件', en: 'enterprises' },
  { key: 'researchInstitution', label: '科研机构', groups: ['法人或其他组织'], kind: 'count', unit: '件', en: 'research institutions' },
  {
    key: 'socialOrganization',
    label: '社会公益组织',
    aliases: ['公益组织'],
    groups: ['法人或其他组织'],
    kind: 'count',
    unit: '件',
    en: 'public-interest organizations',
  },
  { key: 'legalService', label: '法律服务机构', groups: ['法人或其他组织'], kind: 'count', unit: '件', en: 'legal service institutions' },
  { key: 'otherOrganization', label: '其他', aliases: ['其它'], groups: ['法人或其他组织'], kind: 'count', unit: '件', en: 'other organizations' },
  { key: 'total', label: '总计', aliases: ['合计', '总数'], kind: 'count', unit: '件', en: 'total' },
] as const satisfies readonly ColumnSpec[];

const results = ['三、本年度办理结果'] as const;
const denied = [...results, '（三）不予公开'] as const;
const unavailable = [...results, '（四）无法提供'] as const;
const notProcessed = [...results, '（五）不予处理'] as const;

/** Rows of table 三 before the outcomes. */
const incomingRows = [
  { key: 'newlyReceived', label: '一、本年新收政府信息公开申请数量', en: '1 newly received' },
  { key: 'carriedOver', label: '二、上年结转政府信息公开申请数量', en: '2 carried over from last year' },
] as const satisfies readonly RowSpec[];

/** Outcome rows （一） to （五） of table 三, the same in both editions. */
const outcomeRows = [
  { key: 'outcomes/granted', label: '（一）予以公开', groups: results, en: '3(1) granted' },
  {
    key: 'outcomes/partiallyGranted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    aliases: ['部分公开'],
    groups: results,
    en: '3(2) partially granted',
  },
  { key: 'outcomes/denied/stateSecret', label: '1.属于国家秘密', groups: denied, en: '3(3)1 state secret' },
  { key: 'outcomes/denied/prohibitedByLaw', label: '2.其他法律行政法规禁止公开', groups: denied, en: '3(3)2 prohibited by law' },
  { key: 'outcomes/denied/securityAndStability', label: '3.危及“三安全一稳定”', groups: denied, en: '3(3)3 security and stability' },
  { key: 'outcomes/denied/thirdPartyRights', label: '4.保护第三方合法权益', groups: denied, en: '3(3)4 third-party rights' },
  { key: 'outcomes/denied/internalAffairs', label: '5.属于三类内部事务信息', groups: denied, en: '3(3)5 internal affairs' },
  { key: 'outcomes/denied/deliberativeProcess', label: '6.属于四类过程性信息', groups: denied, en: '3(3)6 deliberative process' },
  { key: 'outcomes/denied/enforcementFiles', label: '7.属于行政执法案卷', groups: denied, en: '3(3)7 enforcement files' },
  { key: 'outcomes/denied/administrativeInquiry', label: '8.属于行政查询事项', groups: denied, en: '3(3)8 administrative inquiry' },
  {
    key: 'outcomes/unavailable/notHeld',
    label: '1.本机关不掌握相关政府信息',
    aliases: ['本单位不掌握相关政府信息', '不掌握相关政府信息'],
    groups: unavailable,
    en: '3(4)1 not held',
  },
  { key: 'outcomes/unavailable/notReadilyAvailable', label: '2.没有现成信息需要另行制作', groups: unavailable, en: '3(4)2 not readily available' },
  { key: 'outcomes/unavailable/unclearAfterCorrection', label: '3.补正后申请内容仍不明确', groups: unavailable, en: '3(4)3 unclear after correction' },
  { key: 'outcomes/notProcessed/petitions', label: '1.信访举报投诉类申请', groups: notProcessed, en: '3(5)1 petitions and complaints' },
  { key: 'outcomes/notProcessed/duplicates', label: '2.重复申请', groups: notProcessed, en: '3(5)2 duplicate requests' },
  { key: 'outcomes/notProcessed/publications', label: '3.要求提供公开出版物', groups: notProcessed, en: '3(5)3 published material' },
  { key: 'outcomes/notProcessed/excessive', label: '4.无正当理由大量反复申请', groups: notProcessed, en: '3(5)4 excessive requests' },
  {
    key: 'outcomes/notProcessed/reconfirmation',
    label: '5.要求行政机关确认或重新出具已获取信息',
    groups: notProcessed,
    en: '3(5)5 reconfirmation of obtained information',
  },
] as const satisfies readonly RowSpec[];

/** Rows of table 三 after the outcomes. */
const outgoingRows = [
  { key: 'outcomes/total', label: '（七）总计', aliases: ['总计', '（七）合计'], groups: results, en: '3(7) total' },
  { key: 'carriedForward', label: '四、结转下年度继续办理', en: '4 carried forward' },
] as const satisfies readonly RowSpec[];

/** The note printed in the corner of table 三. */
const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** The sums of table 三 for an edition whose outcome rows (without the total) are given. */
function requestRelations(outcomes: readonly { readonly key: string }[], form: string): readonly RelationSpec[] {
  const printed: Basis = { document: form, clause: '三、收到和处理政府信息公开申请情况（表内注明的勾稽关系）' };
  const table: Basis = { document: form, clause: '三、收到和处理政府信息公开申请情况' };
  const applicants = applicantColumns.slice(0, -1).map((column) => column.key);
  return [
    { rule: 'arithmetic/requests-row-total', repeat: 'for-each-row', comparison: '=', left: applicants, right: ['total'], basis: table },
    {
      rule: 'arithmetic/requests-outcome-total',
      repeat: 'for-each-column',
      comparison: '=',
      left: outcomes.map((row) => row.key),
      right: ['outcomes/total'],
      basis: table,
    },
    {
      rule: 'arithmetic/requests-balance',
      repeat: 'for-each-column',
      comparison: '=',
      left: ['newlyReceived', 'carriedOver'],
      right: ['outcomes/total', 'carriedForward'],
      basis: printed,
    },
  ];
}

const disputeResults = [
  { key: 'upheld', label: '结果维持', aliases: ['维持'], en: 'upheld' },
  { key: 'corrected', label: '结果纠正', aliases: ['纠正'], en: 'corrected' },
  { key: 'other', label: '其他结果', aliases: ['其它结果'], en: 'other results' },
  { key: 'pending', label: '尚未审结', aliases: ['未审结'], en: 'pending' },
  { key: 'total', label: '总计', aliases: ['合计'], en: 'total' },
] as const;

const disputeGroups = [
  { key: 'reconsideration', groups: ['行政复议'], en: 'reconsideration' },
  { key: 'litigation/direct', groups: ['行政诉讼', '未经复议直接起诉'], en: 'litigation without reconsideration' },
  { key: 'litigation/afterReconsideration', groups: ['行政诉讼', '复议后起诉'], en: 'litigation after reconsideration' },
] as const;

type DisputeColumnKey = `${(typeof disputeGroups)[number]['key']}/${(typeof disputeResults)[number]['key']}`;

/** Table 四, identical in both editions: one unlabelled row of fifteen counts in three groups. */
export function disputesTable<E extends string>(edition: E, form: string) {
  const columns = disputeGroups.flatMap((group) =>
    disputeResults.map((result) => ({
      key: `${group.key}/${result.key}` as DisputeColumnKey,
      label: result.label,
      aliases: 'aliases' in result ? result.aliases : [],
      groups: group.groups,
      kind: 'count' as const,
      unit: '件',
      en: `${group.en}, ${result.en}`,
    })),
  );
  return {
    key: 'disputes',
    edition,
    blocks: [{ columns, rows: [{ key: '', label: '', en: '' }] }],
    relations: disputeGroups.map((group) => ({
      rule: 'arithmetic/disputes-total',
      repeat: 'for-each-row' as const,
      comparison: '=' as const,
      left: (['upheld', 'corrected', 'other', 'pending'] as const).map((key) => `${group.key}/${key}` as const),
      right: [`${group.key}/total` as const],
      basis: { document: form, clause: '四、政府信息公开行政复议、行政诉讼情况' },
    })),
  } as const satisfies TableSpec;
}

/** Table 三 of an edition: its own rows for （六）其他处理 between the outcome rows and the total. */
export function requestsTable<E extends string, const Others extends readonly RowSpec[]>(edition: E, form: string, otherRows: Others) {
  return {
    key: 'requests',
    edition,
    blocks: [
      {
        corner: balanceNote,
        cornerAliases: ['勾稽关系', '第一项加第二项之和'],
        banner: '申请人情况',
        columns: applicantColumns,
        rows: [...incomingRows, ...outcomeRows, ...otherRows, ...outgoingRows] as const,
      },
    ],
    relations: requestRelations([...outcomeRows, ...otherRows], form),
  } as const satisfies TableSpec;
}
