/** The blank form of a report: its sections and tables, with a prompt wherever words are owed. */
import { type CellSpec, cellsOf, type Edition, editionSpec, type SectionKey, type TableKey } from '../editions/index.js';
import { type OverviewTopic, overviewTopics, REGULATION } from '../editions/shared.js';
import { sectionName } from './names.js';
import type { Reading, TableFacts } from './reading.js';
import type { Report, TableData } from './report.js';

/** What the blank form is for. What is not given is left to be filled in. */
export interface BlankRequest {
  readonly edition: Edition;
  readonly year?: number;
  readonly unit?: string;
}

/** Whether a paragraph is a prompt of the blank form: nothing but 〔此处写明…〕. */
export function isPrompt(text: string): boolean {
  return /^〔此处[^〔〕]*〕$/u.test(text);
}

function prompt(words: string): string {
  return `〔此处写明${words}〕`;
}

/** What is owed on each topic of section 一. */
const topics: { readonly [topic in OverviewTopic]: string } = {
  disclosure: '主动公开政府信息的数量、主要内容和政策解读情况',
  requests: '收到和办理申请的数量、办理结果，与第三部分表格一致',
  management: '信息制作、审查、发布、清理和动态调整情况',
  platforms: '政府网站、政务新媒体和线下查阅场所建设情况',
  supervision: '组织领导、培训情况；人民政府还应写明工作考核、社会评议和责任追究结果',
};

/** What each section owes: 《政府信息公开条例》第五十条 and the explanations of the form. The sections in between are their tables. */
const owed: { readonly [key in SectionKey]: readonly string[] } = {
  overview: [
    prompt('本年度贯彻落实《政府信息公开条例》的总体情况'),
    ...overviewTopics.flatMap(({ key, title }, index) => [`（${'一二三四五'[index]}）${title}`, prompt(topics[key])]),
  ],
  disclosure: [],
  requests: [],
  disputes: [],
  problems: [prompt('本年度存在的主要问题，并说明上年度问题的改进结果'), prompt('针对上述问题的改进措施')],
  other: [prompt('收取信息处理费的情况和其他需要报告的事项；没有的，写明没有')],
};

function blankTable(cells: readonly CellSpec[]): TableData {
  const root: { [key: string]: unknown } = {};
  for (const { pointer } of cells) {
    const parts = pointer.split('/').slice(3);
    let node = root;
    for (const part of parts.slice(0, -1)) node = (node[part] ??= {}) as typeof root;
    node[parts.at(-1)!] = null;
  }
  return root as TableData;
}

/** The blank form of an edition. Its cells are all there and blank. */
export function blankReading({ edition, year, unit }: BlankRequest): Reading {
  const spec = editionSpec(edition);
  const named = unit ?? '〔单位名称〕';
  const report: Report = {
    schemaVersion: 1,
    edition,
    title: `${named}${year ?? '20XX'}年政府信息公开工作年度报告`,
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    preface: [
      `本报告根据${REGULATION}和${spec.notice.title}编制。`,
      `本报告所列数据的统计期限为${year ?? '20XX'}年1月1日至${year ?? '20XX'}年12月31日。`,
      prompt('报告全文的下载网址和联系方式'),
    ],
    sections: spec.sections.map(({ key }) => ({ key, heading: sectionName(key), paragraphs: owed[key] })),
    tables: Object.fromEntries(spec.tables.map((table) => [table.key, blankTable(cellsOf(table))])),
    closing: [named, `${year === undefined ? '20XX' : year + 1}年 月 日`],
  };
  const facts = spec.tables.map((table): [TableKey, TableFacts] => [
    table.key,
    { spec: table, editions: [edition], missingRows: [], missingColumns: [], extraRows: [], repeated: [] },
  ]);
  return { format: 'json', report, locations: new Map(), tables: Object.fromEntries(facts), headings: [], notes: [] };
}
