/** The year a report is about, judged from its title, its statistics period and its sentences on the year's work. */
import { yearsIn } from '../../base/text/date.js';
import { editionForYear } from '../../form/editions/index.js';
import { namesOtherOrgan } from '../claims/scope.js';
import type { RuleContext } from '../rule.js';
import { periodStatements } from './period.js';

/** A sentence that reports on a year: “2023年，我局共收到…”. Offsets are those of the year in the node's text. */
export interface YearStatement {
  readonly pointer: string;
  readonly span: readonly [number, number];
  readonly year: number;
}

const YEAR = '(?:20\\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})';
/** The year opens a sentence, after nothing but a number, a heading with its colon, 截至, or 我局. */
const OPENING = new RegExp(
  `^(?:[^，,]{0,24}[：:]|[\\s\\u3000]*[（(]?[一二三四五六七八九十\\d]{0,3}[）)、.．]?(?:是|[^，,。\\d]{0,16}情况[。\\s\\u3000])?)?[\\s\\u3000]*(?:(?:截至|截止)到?\\s*|((?:我|本)[^，,。\\d]{1,6}|[^，,。；;：:《\\d]{2,20}(?:局|委|厅|会|办|室|中心|院|校|政府|镇|乡|街道|处|队|站)在?))?(?:${YEAR})\\s*年`,
);
/** Who reports, or on what. */
const SUBJECT =
  /^(?:度|底|末)?(?:全年)?(?:\d{1,2}月(?:\d{1,2}日|底|末)?)?[，,]?\s*(?:我|本(?!文)|全|各|共|累计|主动公开|新?收到|新收|新?受理|未|没有|通过|依托|利用|[^，,。；]{0,16}(?:局|委|办|厅|部|院|中心|政府|机关|单位|街道|镇|乡|县|区|市|旗|州|省))/;
/** A figure of the year's work, or that there was none. */
const RESULT =
  /\d+\s*余?多?(?:件|条|次|份|篇|宗|起|项|个|场|期|人)|未(?:收到|接收|受理|接到|发生)|没有收到|(?:未|没有|均未)(?:收取|产生|向.{0,16}收取)|收取.{0,16}费|零(?:申请|报告)/;
/** What a sentence may rightly say of another year: comparison, history, plans. */
const OTHER_YEAR =
  /相?比|较.{0,6}年|同比|同期|增长|减少|下降|上升|去年|往年|历年|以来|至今|遗留|整改|针对|回顾|下一步|将(?!政府信息)|拟|力争|争取|预计|打算|〔/;
/** The same, where it follows the year at once: 2023年结转, 2022年制定的. */
const OTHER_YEAR_AT_ONCE =
  /^.{0,12}(?:规划|计划|要求|通知|意见|结转|清理|废止|印发|出台|制定|修订|成立|建成|启用|上线|公布的|印发的|确定的|发布的|公开的|收到的|受理的|获|荣|被评|考核|年报|年度报告)/;

/** The years that sentences of a paragraph report on; sentences that may rightly speak of another year are left out. */
function statementsOf(pointer: string, text: string, opensReport: boolean, unit: string | undefined): readonly YearStatement[] {
  return [...text.matchAll(/[^。！!？?\n]+/g)].flatMap(({ 0: whole, index: start }, order): readonly YearStatement[] => {
    const [sentence = ''] = whole.split(/[；;]/);
    const match = OPENING.exec(sentence);
    const year = match && yearsIn(sentence)[0];
    if (!match || !year || (match[1] !== undefined && namesOtherOrgan(match[1].replace(/在$/, ''), unit))) return [];
    const rest = sentence.slice(match[0].length);
    // A day or a month of its own is an event, unless the figures run up to it.
    const event = /^\s*\d{1,2}月/.test(rest) && !/截[至止]/.test(match[0]);
    if (event || new Set(yearsIn(whole).map((other) => other.year)).size > 1 || OTHER_YEAR.test(rest) || OTHER_YEAR_AT_ONCE.test(rest)) return [];
    const reports = (match[1] !== undefined || SUBJECT.test(rest)) && (RESULT.test(rest) || (opensReport && order === 0));
    return reports ? [{ pointer, span: [start + year.span[0], start + year.span[1]], year: year.year }] : [];
  });
}

const known = new WeakMap<RuleContext, readonly YearStatement[]>();

/** Every sentence of preface and sections that reports on a year. */
export function yearStatements(context: RuleContext): readonly YearStatement[] {
  const statements = known.get(context) ?? readStatements(context);
  known.set(context, statements);
  return statements;
}

function readStatements({ reading: { report }, paragraphs, options }: RuleContext): readonly YearStatement[] {
  const unit = options.unit ?? report.unit;
  const overview = report.sections.findIndex(({ key }) => key === 'overview');
  return paragraphs.flatMap(({ pointer, text, section }) => {
    if (pointer.startsWith('/closing/')) return [];
    return statementsOf(pointer, text, section === overview && pointer.endsWith('/0'), unit);
  });
}

/** What the report says about its year. */
export interface YearJudgement {
  /** The year its text is held against; undefined when nothing tells it. */
  readonly year?: number;
  /** The year that the title should say, when the user or the whole text contradict it. */
  readonly title?: number;
}

/**
 * The user's word counts before the title, the title before the text. Where the whole text agrees on a year of its
 * own, the title alone is wrong (or the file is another year's), and the text is held against its own year.
 */
export function judgeYear(context: RuleContext): YearJudgement {
  const stated = context.options.year;
  const { year } = context.reading.report;
  const periods = periodStatements(context).flatMap(({ from, to, year: plain }) => to?.year ?? from?.year ?? plain ?? []);
  const said = [...periods, ...yearStatements(context).map((statement) => statement.year)];
  // One statement of the period is enough where the tables are those of its year and not of the title's.
  const [first] = said;
  const forms = Object.values(context.reading.tables).flatMap(({ spec, editions }) => (spec.key === 'disputes' || editions.length !== 1 ? [] : editions));
  const confirmed =
    first !== undefined &&
    year !== undefined &&
    forms.length > 0 &&
    editionForYear(first) !== editionForYear(year) &&
    forms.every((form) => form === editionForYear(first));
  const agreed = (said.length > 1 || confirmed) && said.every((other) => other === said[0]) ? said[0]! : undefined;
  if (year === undefined) return stated === undefined ? {} : { year: stated };
  if (stated !== undefined && stated !== year) return { title: stated, year: agreed === year ? year : stated };
  if (stated === undefined && agreed !== undefined && agreed !== year) return { title: agreed, year: agreed };
  return { year };
}
