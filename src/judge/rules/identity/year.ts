import { dateAt, yearsIn } from '../../../base/text/date.js';
import { sentences } from '../../../base/text/sentences.js';
import { dutiesOf } from '../../profiles/duties.js';
import { NATIONAL } from '../../profiles/index.js';
import { defineRule, type Finding, type RuleContext, type TextNode } from '../../rule.js';
import { regulation } from '../basis.js';
import { judgeYear, yearStatements } from '../year.js';

/** A preface that names the report it belongs to; a notice with such a name is no such sentence. */
const OWN_REPORT =
  /(?:编制|编写|撰写|形成|公布|发布|公开|现将|汇报|本报告|本年报)[^。；《]{0,16}《?[^。；，,《]{0,24}?(?:20\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})\s*年度?[^。；，,《]{0,30}?(?:政府)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:情况)?(?:报告|年报|(?<=情况)(?=如下|予以|公布|[。，,；;]|$))(?!.{0,16}(?:通知|要求|格式|办法|意见))/g;

function* ownReports({ pointer, text }: TextNode, year: number): Iterable<Finding> {
  for (const { text: sentence, start } of sentences(text)) {
    for (const match of sentence.matchAll(OWN_REPORT)) {
      const named = yearsIn(match[0]).at(-1);
      if (!named || named.year === year) continue;
      const at = start + match.index;
      yield {
        on: pointer,
        span: [at + named.span[0], at + named.span[1]],
        message: 'report',
        data: { year },
        actual: named.year,
        expected: year,
        weaker: 'warning',
      };
    }
  }
}

/** The last day for publishing as 20250131; undefined when the user states neither it nor a class that has one. */
function lastDay(
  { options: { deadline, unitClass }, duties }: RuleContext,
  year: number,
): { readonly number: number; readonly month: number; readonly day: number } | undefined {
  const [month, day] = (deadline ?? (unitClass && duties.publishBy[unitClass]))?.split('-').map(Number) ?? [];
  return month === undefined || day === undefined ? undefined : { number: (year + 1) * 10000 + month * 100 + day, month, day };
}

/** The last day for handing in that a profile sets for the class, in the same form. */
function handedInBy({
  options: { unitClass },
  duties: { submitBy },
}: RuleContext): { readonly day: string; readonly profile: string; readonly basis?: string } | undefined {
  const day = unitClass && submitBy?.days[unitClass];
  return day === undefined ? undefined : { day, profile: submitBy!.profile, ...(submitBy!.basis === undefined ? {} : { basis: submitBy!.basis }) };
}

function* closingDates(context: RuleContext, year: number): Iterable<Finding> {
  const { report } = context.reading;
  const last = lastDay(context, year);
  const submit = handedInBy(context);
  for (const [index, text] of report.closing.entries()) {
    const written = dateAt(text.trim());
    if (!written || written.length !== text.trim().length || written.date.year === undefined) continue;
    // Signed before the last month of the report year: the statistics were not closed yet.
    const { year: signed, month, day = 0 } = written.date;
    const finding = { on: `/closing/${index}`, span: [text.indexOf(text.trim()), text.trimEnd().length] as const, weaker: 'warning' as const, help: DATE };
    if (signed < year || (signed === year && (month ?? 12) < 12)) yield { ...finding, message: 'date', data: { year } };
    else if (last && month !== undefined && signed * 10000 + month * 100 + day > last.number) {
      yield { ...finding, message: 'late', data: { next: year + 1, month: last.month, day: last.day } };
    } else if (submit && month !== undefined && signed === year + 1) {
      const [dueMonth = 0, dueDay = 0] = submit.day.split('-').map(Number);
      if (month * 100 + day <= dueMonth * 100 + dueDay) continue;
      const { profile, basis } = submit;
      yield { ...finding, message: 'submitted', data: { next: year + 1, month: dueMonth, day: dueDay, profile }, ...(basis === undefined ? {} : { basis }) };
    }
  }
}

/** What to do about a closing date. */
const DATE = {
  zh: '核对落款日期：沿用上年文本的，改为实际公布的日期；确实晚于期限的，按主管部门要求说明。',
  en: 'Check the closing date: if it comes from last year’s text, write the day of publishing; if it is right and late, explain it as the supervising office asks.',
};

export default defineRule({
  id: 'identity/year',
  severity: 'error',
  basis: regulation('第四十九条（公布上一年度政府信息公开工作年度报告）'),
  docs: {
    zh: {
      title: '年度不一致',
      what: '标题的年度与要求检查的年度（--year）不同为错误；标题、前言、正文或者落款日期的年度互不一致为警告。设置了公布期限（deadline）或者单位类别（unitClass：部门 1 月 31 日，县级以上人民政府 3 月 31 日）的，落款日期晚于期限也是警告。统计期限由 structure/statistics-period 报告；提到上年、对比、规划、文号、下一年计划等不算。',
      why: '年度报告只反映一个年度；年度不一致多半是沿用上年文本没有改全，或者报错了文件。',
      fix: '核对报告年度，改正写错的一处；确是另一年度的报告，换成应报的文件。',
    },
    en: {
      title: 'The years do not agree',
      what: 'A title of another year than the one asked for (--year) is an error; title, preface, text or closing date that contradict each other are warnings, and so is a closing date after the deadline where one is set (deadline, or unitClass: departments 31 January, governments from county level up 31 March). The statistics period belongs to structure/statistics-period; comparisons, plans and document numbers do not count.',
      why: 'A report is about one year; another year mostly comes from last year’s text, or the wrong file was sent.',
      fix: 'Correct the year that is wrong; if the report is of another year, send the right file.',
    },
  },
  message: {
    zh: {
      stated: '标题写的是{found}年，而要求检查的是{year}年度的报告',
      title: '标题写的是{found}年，而统计期限和正文写的都是{year}年',
      text: '{year}年度的报告中，这里写的是“{quote}年”的情况',
      report: '前言说的是“{quote}年”的报告，而这是{year}年度的报告',
      date: '落款日期“{quote}”早于{year}年度结束',
      late: '落款日期“{quote}”晚于公布期限{next}年{month}月{day}日',
      submitted: '落款日期“{quote}”晚于“{profile}”规定的报送期限{next}年{month}月{day}日',
    },
    en: {
      stated: 'The title says {found}, but the report of {year} was asked for',
      title: 'The title says {found}, but statistics period and text all say {year}',
      text: 'In the report of {year} this sentence reports on {quote}',
      report: 'The preface speaks of the report of {quote}, but this is the report of {year}',
      date: 'The closing date “{quote}” is before the end of {year}',
      late: 'The closing date “{quote}” is after the deadline {next}-{month}-{day}',
      submitted: 'The closing date “{quote}” is after {next}-{month}-{day}, the last day for handing in that “{profile}” sets',
    },
  },
  examples: {
    good: [
      { name: '年度一致' },
      { name: '与上年比较', set: { '/sections/0/paragraphs/1': '（一）主动公开。2023年，我县公开政府信息1200条，2024年公开1462条。' } },
      {
        name: '提到文号、规划和下一年计划',
        set: { '/sections/4/paragraphs/1': '2025年，我县将落实《云岭县2021—2025年规划》（云政发〔2022〕3号），计划公开重点信息20条。' },
      },
      { name: '落款日期就是公布期限的最后一天', set: { '/closing/1': '2025年1月31日' }, options: { unitClass: 'department' } },
      { name: '没有设置公布期限', set: { '/closing/1': '2025年4月20日' } },
      { name: '上年结转', set: { '/sections/0/paragraphs/2': '（二）依申请公开。2023年结转7件，2024年新收110件。' } },
    ],
    bad: [
      { name: '报来了别的年度', options: { year: 2025 }, expect: ['/title'] },
      {
        name: '只有标题写错',
        set: { '/title': '云岭县人民政府2023年政府信息公开工作年度报告', '/year': 2023 },
        expect: ['/title'],
      },
      {
        name: '一段沿用上年文本',
        set: { '/sections/0/paragraphs/2': '（二）依申请公开。2023年，我县新收政府信息公开申请110件，均依法答复。' },
        expect: ['/sections/0/paragraphs/2'],
      },
      { name: '前言写成上年的报告', set: { '/preface/0': '根据有关规定，现公布云岭县人民政府2023年政府信息公开工作年度报告。' }, expect: ['/preface/0'] },
      {
        name: '落款日期晚于配置方案的报送期限',
        set: { '/closing/1': '2025年1月20日' },
        options: { unitClass: 'department', duties: dutiesOf([NATIONAL, { name: '某市要求', submitBy: { department: '01-15' } }]) },
        expect: ['/closing/1'],
      },
      { name: '落款日期晚于部门的公布期限', set: { '/closing/1': '2025年2月1日' }, options: { unitClass: 'department' }, expect: ['/closing/1'] },
      {
        name: '落款日期晚于设置的公布期限',
        set: { '/closing/1': '2025年2月1日' },
        options: { unitClass: 'government', deadline: '01-25' },
        expect: ['/closing/1'],
      },
      { name: '落款仍是上年日期', set: { '/closing/1': '2024年1月20日' }, expect: ['/closing/1'] },
    ],
  },
  *check(report, context) {
    const judged = judgeYear(context);
    if (judged.title !== undefined) {
      const found = report.year!;
      const stated = context.options.year !== undefined;
      const printed = report.title === undefined ? undefined : yearsIn(report.title).find(({ year }) => year === found);
      yield {
        on: report.title === undefined ? '' : '/title',
        ...(printed ? { span: printed.span } : {}),
        message: stated ? 'stated' : 'title',
        data: { found, year: judged.title },
        actual: found,
        expected: judged.title,
        ...(stated ? {} : { weaker: 'warning' }),
      };
    }
    if (judged.year === undefined) return;
    const { year } = judged;
    for (const node of context.paragraphs) if (node.pointer.startsWith('/preface/')) yield* ownReports(node, year);
    const statements = yearStatements(context);
    for (const [index, { pointer, span, year: said }] of statements.entries()) {
      // “2023年受理30件。2024年受理41件”: the earlier year is there to compare with.
      const compared = statements.slice(index + 1).some((later) => later.pointer === pointer && later.year === year);
      if (said !== year && !compared) yield { on: pointer, span, message: 'text', data: { year }, actual: said, expected: year, weaker: 'warning' };
    }
    yield* closingDates(context, year);
  },
});
