import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { isTablesOnly } from '../notes.js';
import { isWholeYear, lostMarks, periodStatements } from '../period.js';
import { judgeYear } from '../year.js';

export default defineRule({
  id: 'structure/statistics-period',
  severity: 'warning',
  basis: regulation('第四十九条（公布上一年度政府信息公开工作年度报告）'),
  docs: {
    zh: {
      title: '统计期限没有写明或者不对',
      what: '前言和总体情况中没有写明所列数据的统计期限，或者写的不是报告年度的1月1日至12月31日。',
      why: '年度报告反映上一年度全年的情况；期限不明或者写成别的年度，数据就无法使用，多半是沿用了上年文本。',
      fix: '在前言中写明“本报告所列数据的统计期限为20××年1月1日至20××年12月31日”。',
    },
    en: {
      title: 'The statistics period is not stated or is wrong',
      what: 'Preface and overview do not state the period of the figures, or state another than 1 January to 31 December of the report year.',
      why: 'The report covers the whole of last year; another period mostly comes from an older text.',
      fix: 'State in the preface that the figures cover 1 January to 31 December of the report year.',
    },
  },
  message: {
    zh: {
      missing: '前言和总体情况中没有写明统计期限',
      mark: '统计期限中的“{quote}”漏写了“{lost}”',
      wrong: '统计期限写的是“{quote}”，应为{year}年1月1日至{year}年12月31日',
      dates: '统计期限写的是“{quote}”，应为报告年度的1月1日至12月31日',
    },
    en: {
      missing: 'Neither preface nor overview states the statistics period',
      mark: 'In the statistics period “{quote}” lacks “{lost}”',
      wrong: 'The statistics period is “{quote}”; it should be 1 January to 31 December {year}',
      dates: 'The statistics period is “{quote}”; it should be 1 January to 31 December of the report year',
    },
  },
  examples: {
    good: [
      { name: '全年' },
      { name: '第二个年份省略', set: { '/preface/1': '所列数据的统计时限为2024年1月1日至12月31日。' } },
      { name: '写作起止时间', set: { '/preface/1': '数据统计起止时间：2024.1.1—2024.12.31。' } },
      { name: '用汉字写', set: { '/preface/1': '数据时限均自二〇二四年一月一日起，至二〇二四年十二月三十一日止。' } },
      { name: '写在总体情况中', set: { '/preface/1': '欢迎查阅。', '/sections/0/paragraphs/0': '本报告涵盖2024年1月1日至12月31日的政府信息公开工作。' } },
    ],
    bad: [
      { name: '没有写', set: { '/preface/1': '欢迎查阅。' }, expect: ['/preface'] },
      { name: '年度沿用上年', set: { '/preface/1': '所列数据的统计期限为2023年1月1日至2023年12月31日。' }, expect: ['/preface/1'] },
      { name: '截止日期写错', set: { '/preface/1': '所列数据的统计期限为2024年1月1日至12月21日。' }, expect: ['/preface/1'] },
      { name: '漏写了年', set: { '/preface/1': '所列数据的统计期限为20241月1日至2024年12月31日。' }, expect: ['/preface/1'] },
      { name: '漏写了日', set: { '/preface/1': '所列数据的统计期限为2024年1月1日至12月31止。' }, expect: ['/preface/1'] },
      { name: '跨年度', set: { '/preface/1': '统计期限：2023年12月1日至2024年11月30日。' }, expect: ['/preface/1'] },
    ],
  },
  *check(_report, context) {
    const statements = periodStatements(context);
    const lost = lostMarks(context);
    for (const { pointer, span, lost: mark } of lost) yield { on: pointer, span, message: 'mark', data: { lost: mark } };
    const { year } = judgeYear(context);
    // A workbook has no text that could state it; structure/missing-section says so.
    if (statements.length === 0 && lost.length === 0 && !isTablesOnly(context.reading.notes)) yield { on: '/preface', message: 'missing' };
    for (const { pointer, span, from, to, year: plain } of statements) {
      if (lost.some((other) => other.pointer === pointer)) continue;
      const years = [from?.year, to?.year, plain].filter((stated) => stated !== undefined);
      const whole = !to || isWholeYear(from ?? { month: 1, ...(to.year === undefined ? {} : { year: to.year }) }, to);
      if (whole && years.every((stated) => stated === (year ?? years[0]))) continue;
      yield { on: pointer, span, message: year === undefined ? 'dates' : 'wrong', ...(year === undefined ? {} : { data: { year } }) };
    }
  },
});
