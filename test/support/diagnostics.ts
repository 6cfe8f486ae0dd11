/** One literal list of results that every reporter is shown: each kind of file, finding, place and correction, and hostile text. */
import type { Correction, Diagnostic, FileResult, Place, Related, RunResult } from '../../src/judge/diagnostic.js';
import type { Rule } from '../../src/judge/rule.js';
import { emptySummary } from '../../src/write/result/index.js';

const requestsHeading = '三、收到和处理政府信息公开申请情况';

const applicants = [
  ['naturalPerson', '自然人'],
  ['enterprise', '商业企业'],
  ['researchInstitution', '科研机构'],
  ['socialOrganization', '社会公益组织'],
  ['legalService', '法律服务机构'],
  ['otherOrganization', '法人或其他组织 其他'],
  ['total', '总计'],
] as const;

/** The cells of one row of table 三 as terms of its sum. */
function rowTerms(row: string, label: string, line: number, values: readonly (number | null)[]): readonly Related[] {
  return applicants.map(([key, column], index) => ({
    pointer: `/tables/requests/${row}/${key}`,
    place: { section: requestsHeading, sectionKey: 'requests', table: 'requests', row: label, column, line: line + index, columnNumber: 2 },
    value: values[index] ?? null,
    side: key === 'total' ? 'right' : 'left',
    sign: 1,
  }));
}

/** The same terms as a Word file has them: paragraphs for lines. */
function inWord(related: readonly Related[]): readonly Related[] {
  return related.map((item) => {
    const { line, columnNumber: _column, ...place } = item.place;
    return { ...item, place: { ...place, paragraph: line! } };
  });
}

/** Cells of the column 商业企业 of table 三 as terms. */
function columnTerms(side: 'left' | 'right', terms: readonly (readonly [string, string, number])[]): readonly Related[] {
  return terms.map(([row, label, value], index) => ({
    pointer: `/tables/requests/${row}/enterprise`,
    place: { section: requestsHeading, sectionKey: 'requests', table: 'requests', row: label, column: '商业企业', line: 200 + index * 9, columnNumber: 2 },
    value,
    side,
    sign: 1,
  }));
}

const form = '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号） 三、收到和处理政府信息公开申请情况';

/** A sum along a row of table 三, read from a text file. */
export const rowSum: Diagnostic = {
  ruleId: 'arithmetic/requests-row-total',
  severity: 'error',
  message: '各类申请人之和 18＋4＝22，总计填的是 20，差 2。',
  help: '逐格核对这一行，改正写错的一格。',
  basis: form,
  pointer: '/tables/requests/outcomes/notProcessed/duplicates/total',
  place: { section: requestsHeading, sectionKey: 'requests', table: 'requests', row: '（五）不予处理 2.重复申请', column: '总计', line: 126, columnNumber: 2 },
  actual: 20,
  expected: 22,
  related: rowTerms('outcomes/notProcessed/duplicates', '（五）不予处理 2.重复申请', 120, [18, 4, 0, 0, 0, 0, 20]),
  fingerprint: '1111111111111111',
};

/** The same sum read from a Word file. */
export const paragraphRowSum: Diagnostic = {
  ...rowSum,
  place: {
    section: requestsHeading,
    sectionKey: 'requests',
    table: 'requests',
    row: '（五）不予处理 2.重复申请',
    column: '总计',
    paragraph: 371,
    paraId: '1B2C3D4E',
  },
  related: inWord(rowSum.related),
};

const outcomeRows: readonly (readonly [string, string, number])[] = [
  ['outcomes/granted', '（一）予以公开', 31],
  ['outcomes/partiallyGranted', '（二）部分公开', 12],
  ['outcomes/denied/stateSecret', '（三）不予公开 1.属于国家秘密', 0],
  ['outcomes/denied/prohibitedByLaw', '（三）不予公开 2.其他法律行政法规禁止公开', 0],
  ['outcomes/denied/securityAndStability', '（三）不予公开 3.危及“三安全一稳定”', 0],
  ['outcomes/denied/thirdPartyRights', '（三）不予公开 4.保护第三方合法权益', 1],
  ['outcomes/denied/internalAffairs', '（三）不予公开 5.属于三类内部事务信息', 0],
  ['outcomes/unavailable/notHeld', '（四）无法提供 1.本机关不掌握相关政府信息', 7],
  ['outcomes/notProcessed/duplicates', '（五）不予处理 2.重复申请', 4],
  ['outcomes/other/noCorrection', '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 1],
];

/** The long sum down a column of table 三, read from a Word file. */
export const columnSum: Diagnostic = {
  ruleId: 'arithmetic/requests-outcome-total',
  severity: 'error',
  message: '各项办理结果之和为 56，（七）总计填的是 54，差 2。',
  help: '核对这一列的各项办理结果与（七）总计。',
  basis: form,
  pointer: '/tables/requests/outcomes/total/enterprise',
  place: {
    section: requestsHeading,
    sectionKey: 'requests',
    table: 'requests',
    row: '（七）总计',
    column: '商业企业',
    paragraph: 388,
    paraId: '4032E3AF',
  },
  actual: 54,
  expected: 56,
  related: inWord([...columnTerms('left', outcomeRows), ...columnTerms('right', [['outcomes/total', '（七）总计', 54]])]),
  fingerprint: '2222222222222222',
};

/** The printed relation of table 三: first and second item against third and fourth. */
export const balance: Diagnostic = {
  ruleId: 'arithmetic/requests-balance',
  severity: 'error',
  message: '第一项 56 ＋ 第二项 3 ＝ 59，第三项 54 ＋ 第四项 3 ＝ 57，差 2。',
  help: '核对本列的第一项、第二项、（七）总计和第四项。',
  basis: form,
  pointer: '/tables/requests/outcomes/total/enterprise',
  place: { section: requestsHeading, sectionKey: 'requests', table: 'requests', row: '（七）总计', column: '商业企业', line: 188, columnNumber: 2 },
  actual: 57,
  expected: 59,
  related: [
    ...columnTerms('left', [
      ['newlyReceived', '一、本年新收政府信息公开申请数量', 56],
      ['carriedOver', '二、上年结转政府信息公开申请数量', 3],
    ]),
    ...columnTerms('right', [
      ['outcomes/total', '（七）总计', 54],
      ['carriedForward', '四、结转下年度继续办理', 3],
    ]),
  ],
  fingerprint: '3333333333333333',
};

const disputePlace: Place = {
  section: '四、政府信息公开行政复议、行政诉讼情况',
  sectionKey: 'disputes',
  table: 'disputes',
  column: '行政复议 总计',
  paragraph: 420,
};

/** A group of table 四 with a blank total. */
export const disputeSum: Diagnostic = {
  ruleId: 'arithmetic/disputes-total',
  severity: 'error',
  message: '行政复议各项结果之和 2＋1＋0＋1＝4，总计填的是 5，差 1。',
  help: '核对这一组的四项结果与总计。',
  basis: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号） 四、政府信息公开行政复议、行政诉讼情况',
  pointer: '/tables/disputes/reconsideration/total',
  place: disputePlace,
  actual: 5,
  expected: 4,
  related: (['upheld', 'corrected', 'other', 'pending', 'total'] as const).map((key, index) => ({
    pointer: `/tables/disputes/reconsideration/${key}`,
    place: { ...disputePlace, column: `行政复议 ${['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'][index]}` },
    value: [2, 1, 0, 1, 5][index]!,
    side: key === 'total' ? 'right' : 'left',
    sign: 1,
  })),
  fingerprint: '4444444444444444',
};

/** 现行有效 below 本年制发 − 本年废止: a sum with a subtracted term, compared by ≥. */
export const inForce: Diagnostic = {
  ruleId: 'arithmetic/in-force-below-issued',
  severity: 'warning',
  message: '现行有效 0 件，少于本年制发 2 件减去本年废止 1 件。',
  help: '核对现行有效件数；如确有其他清理依据，请在正文中说明。',
  basis: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号） 二、主动公开政府信息情况：第二十条第（一）项',
  pointer: '/tables/disclosure/normativeDocuments/inForce',
  place: {
    section: '二、主动公开政府信息情况',
    sectionKey: 'disclosure',
    table: 'disclosure',
    row: '行政规范性文件',
    column: '现行有效件数',
    line: 40,
    columnNumber: 2,
  },
  actual: 0,
  expected: 1,
  related: [
    { key: 'inForce', label: '现行有效件数', value: 0, side: 'left', sign: 1, line: 40 },
    { key: 'issued', label: '本年制发件数', value: 2, side: 'right', sign: 1, line: 38 },
    { key: 'repealed', label: '本年废止件数', value: 1, side: 'right', sign: -1, line: 39 },
  ].map(({ key, label, value, side, sign, line }) => ({
    pointer: `/tables/disclosure/normativeDocuments/${key}`,
    place: { section: '二、主动公开政府信息情况', sectionKey: 'disclosure', table: 'disclosure', row: '行政规范性文件', column: label, line, columnNumber: 2 },
    value,
    side: side as 'left' | 'right',
    sign: sign as 1 | -1,
  })),
  fingerprint: '5555555555555555',
};

/** Words of running text in a text file. */
export const words: Diagnostic = {
  ruleId: 'identity/unit-kind',
  severity: 'warning',
  message: '本单位是镇，此处写的是“我街道”。',
  help: '改为本单位的称谓；如系套用其他单位的报告，请通读全文。',
  basis: '《中华人民共和国政府信息公开条例》（国务院令第711号） 第五十条',
  pointer: '/sections/0/paragraphs/1',
  place: {
    section: '一、总体情况',
    sectionKey: 'overview',
    line: 14,
    columnNumber: 38,
    quote: '我街道',
    span: [37, 40],
    context: { before: '…认真落实上级关于政务公开工作的各项部署要求，一年来', after: '坚持以公开为常态、不公开为例外，不断拓宽公开渠道，及时回应…' },
  },
  actual: '街道',
  expected: '镇',
  related: [],
  fingerprint: '6666666666666666',
};

/** The same fault twice in one paragraph of a Word file: equal but for their place. */
export const punctuation: readonly Diagnostic[] = [
  [12, '…推进政务公开', '完善公开制度,畅通公开渠道。'],
  [19, '…推进政务公开,完善公开制度', '畅通公开渠道。'],
].map(([start, before, after]) => ({
  ruleId: 'text/punctuation',
  severity: 'info',
  message: '汉字之间用了半角标点“,”。',
  help: '改为全角标点。',
  basis: '《标点符号用法》（GB/T 15834—2011）',
  pointer: '/sections/4/paragraphs/0',
  place: {
    section: '五、存在的主要问题及改进情况',
    sectionKey: 'problems',
    paragraph: 431,
    paraId: '0A0B0C0D',
    quote: ',',
    span: [start as number, (start as number) + 1],
    context: { before: before as string, after: after as string },
  },
  related: [],
  fingerprint: '7777777777777777',
}));

/** A finding about the whole document, without a place in the file. */
export const missing: Diagnostic = {
  ruleId: 'structure/missing-section',
  severity: 'error',
  message: '缺少“六、其他需要报告的事项”。',
  help: '补上这一部分；没有内容的，写明“无其他需要报告的事项”。',
  basis: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）',
  pointer: '',
  place: {},
  related: [],
  fingerprint: '8888888888888888',
};

/** A row of a table that is not there. */
export const missingRow: Diagnostic = {
  ruleId: 'structure/missing-row',
  severity: 'error',
  message: '表中没有“3.其他”一行。',
  help: '按格式补上这一行。',
  basis: form,
  pointer: '/tables/requests/outcomes/other',
  place: { section: requestsHeading, sectionKey: 'requests', table: 'requests', paragraph: 300 },
  related: [],
  fingerprint: '9999999999999999',
};

/** Text that tries to act: colours and a title for the terminal, commands for a log, tags, links, a turned reading direction. */
export const hostile: Diagnostic = {
  ruleId: 'cells/not-a-number',
  severity: 'error',
  message: '填的不是数：“\u001b[31m]]>\u0007<script>alert(1)</script>\u202e4\u2069 [点此](javascript:alert(1)) {0}\r\n::error::伪造”。',
  help: '填写阿拉伯数字。\u0000\u009b2J',
  basis: form,
  pointer: '/tables/requests/newlyReceived/total',
  place: {
    section: '三、收到\u001b]0;标题\u0007和处理',
    sectionKey: 'requests',
    table: 'requests',
    row: '一、本年新收政府信息公开申请数量',
    column: '总计',
    line: 77,
    columnNumber: 2,
  },
  actual: '\u001b[31m]]>',
  expected: null,
  related: [],
  fingerprint: 'aaaaaaaaaaaaaaaa',
};

/** One cell explains two broken sums. */
export const uniqueCorrection: Correction = {
  pointer: '/tables/requests/outcomes/notProcessed/duplicates/enterprise',
  from: 4,
  to: 2,
  certainty: 'unique',
  explains: [columnSum.fingerprint, paragraphRowSum.fingerprint],
  set: 1,
  evidence: ['text'],
};

/** Two of the ways to repair a group: one cell, or another. */
export const alternativeCorrections: readonly Correction[] = [
  { pointer: '/tables/disputes/reconsideration/total', from: 5, to: 4, certainty: 'alternative', explains: [disputeSum.fingerprint], set: 2 },
  { pointer: '/tables/disputes/reconsideration/pending', from: 1, to: 2, certainty: 'alternative', explains: [disputeSum.fingerprint], set: 3 },
];

const claims = { read: 12, compared: 9, aside: { area: 2, blank: 1 } };

const checks = { tables: 3, cells: { figures: 192, blanks: 0, lost: 0 }, relations: 43, relationsSkipped: 0, claims, rules: 35 };

/** Every kind of file result. */
export const files: readonly FileResult[] = [
  {
    file: '乡镇/张家坡镇2021.txt',
    status: 'checked',
    verdict: 'fail',
    edition: '2021',
    unit: '张家坡镇人民政府',
    year: 2021,
    checks: { ...checks, relations: 41, relationsSkipped: 2 },
    diagnostics: [missing, words, inForce, rowSum, balance],
    corrections: [],
  },
  {
    file: '中文 文件#1.docx',
    status: 'checked',
    verdict: 'fail',
    edition: '2021',
    unit: '云溪市水务局',
    year: 2024,
    checks,
    diagnostics: [paragraphRowSum, columnSum, missingRow, disputeSum, ...punctuation],
    corrections: [uniqueCorrection, ...alternativeCorrections],
  },
  {
    file: '区县/清河县2023.docx',
    status: 'checked',
    verdict: 'pass',
    edition: '2021',
    unit: '清河县人民政府',
    year: 2023,
    checks,
    diagnostics: [],
    corrections: [],
  },
  {
    file: 'C:\\报告\\加密, 100%:旧.doc',
    status: 'failed',
    verdict: 'unchecked',
    error: { code: 'legacy-doc', message: '这是旧版 Word 文件（.doc），本程序不能直接读取。', help: '用 Word 或 WPS 打开，另存为 .docx 后再检查。' },
  },
  {
    file: '/srv/ev\u001b[2Jil\n\u202e.txt',
    status: 'checked',
    verdict: 'fail',
    edition: '2019',
    unit: null,
    year: null,
    checks: { tables: 1, cells: { figures: 0, blanks: 0, lost: 1 }, relations: 0, relationsSkipped: 1, claims: { read: 0, compared: 0, aside: {} }, rules: 1 },
    diagnostics: [hostile],
    corrections: [],
  },
];

/** The list as a finished run. */
export const run: RunResult = {
  schemaVersion: 2,
  files,
  skipped: [],
  summary: {
    files: 5,
    checked: 4,
    failed: 1,
    crashed: 0,
    skipped: 0,
    verdicts: { pass: 1, review: 0, fail: 3, unchecked: 1 },
    errors: 8,
    warnings: 2,
    infos: 2,
    suppressed: 0,
    known: 0,
  },
};

/** A run of a single file. */
export function runOf(result: FileResult, summary: Partial<RunResult['summary']>): RunResult {
  return {
    schemaVersion: 2,
    files: [result],
    summary: {
      files: 1,
      checked: 1,
      failed: 0,
      crashed: 0,
      skipped: 0,
      verdicts: { ...emptySummary.verdicts, [result.verdict]: 1 },
      errors: 0,
      warnings: 0,
      infos: 0,
      suppressed: 0,
      known: 0,
      ...summary,
    },
  };
}

const ruleOf = (id: string, severity: Rule['severity'], zh: string, en: string): Rule => ({
  id,
  severity,
  basis: { document: '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）', clause: '三' },
  docs: {
    zh: { title: zh, what: `${zh}。`, why: '表内数字必须自洽。', fix: '改正写错的一格。' },
    en: { title: en, what: `${en}.`, why: 'The figures of a table must agree.', fix: 'Correct the wrong cell.' },
  },
  message: { zh: { default: zh }, en: { default: en } },
  examples: { good: [], bad: [] },
  *check() {},
});

/** A catalogue with the rules that speak in the list, but for `identity/unit-kind`. */
export const catalogue: readonly Rule[] = [
  ruleOf('structure/missing-section', 'error', '缺少规定的部分', 'A required section is missing'),
  ruleOf('structure/missing-row', 'error', '表格缺少一行', 'A row of the table is missing'),
  ruleOf('cells/not-a-number', 'error', '单元格填的不是数', 'The cell holds no number'),
  ruleOf('arithmetic/requests-row-total', 'error', '各类申请人之和与总计不符', 'Applicants do not add up to the total'),
  ruleOf('arithmetic/requests-outcome-total', 'error', '各项办理结果之和与总计不符', 'Outcomes do not add up to the total'),
  ruleOf('arithmetic/requests-balance', 'error', '收办结转不平', 'Incoming and outgoing requests do not balance'),
  ruleOf('arithmetic/disputes-total', 'error', '各项结果之和与总计不符', 'Results do not add up to the total'),
  ruleOf('arithmetic/in-force-below-issued', 'warning', '现行有效件数偏小', 'Fewer documents in force than issued'),
  ruleOf('text/punctuation', 'info', '汉字之间用了半角标点', 'Half-width punctuation between Chinese characters'),
];
