import type { CellPointer } from '../../../form/editions/index.js';
import { brokenFeeLists, mentionsFee, statedFees } from '../../claims/fees.js';
import { defineRule } from '../../rule.js';

const AMOUNT: CellPointer = '/tables/disclosure/fees/amount';
const YUAN = 10_000;

/** What to do where nothing is stated. */
const SILENT = {
  zh: '在第六部分写明本年度收取信息处理费的情况；没有收取的，写明没有收取。',
  en: 'Say in section six whether processing fees were charged this year, and how much; if none were, say so.',
};

export default defineRule({
  id: 'consistency/processing-fee',
  severity: 'warning',
  // The fee is levied from 2021 on, and the form of 2019 has a number of items for it but no amount.
  editions: ['2021'],
  basis: { document: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）' },
  docs: {
    zh: {
      title: '信息处理费的说明有出入',
      what: '正文写出的信息处理费：分项之和应当等于总额；金额应当是10元的整数倍（按件、按页的收费标准都是10元的倍数）；收了费的，属于行政事业性收费，表二的收费金额（万元）不应小于它。全文没有提到信息处理费的只作提示。',
      why: '收费是公众最关心的事项之一，金额和单位（元、万元）容易写错，也容易漏进表二。',
      fix: '核对收费票据，改正金额或者单位；收取的信息处理费计入表二第二十条第（八）项。没有收取的，在“其他需要报告的事项”中写明未收取。',
    },
    en: {
      title: 'The statement on information processing fees does not fit',
      what: 'Fees for processing information stated in the text: the items must add up; amounts are multiples of 10 yuan (so are all rates); and what was charged is an administrative fee, so that the amount in table 2 (10,000 yuan) must not be smaller. A report that does not mention the fee at all gets a note only.',
      why: 'Fees interest the public; amounts and units are easily mistaken, and the fee is easily forgotten in table 2.',
      fix: 'Check the receipts, correct amount or unit, and count the fee in table 2, article 20(8). Where none was charged, say so in section 6.',
    },
  },
  message: {
    zh: {
      sum: '信息处理费分项之和 {sum} 元，总额写的是 {total} 元',
      multiple: '信息处理费“{quote}”不是10元的整数倍',
      table: '正文写收取信息处理费“{quote}”，表二行政事业性收费却是 {amount} 万元，没有把它计入',
      unit: '正文写信息处理费“{quote}”，表二收费金额也是 {amount}，而表二的单位是万元',
      silent: '全文没有说明是否收取信息处理费',
    },
    en: {
      sum: 'The items of the processing fee add up to {sum} yuan, the whole is given as {total} yuan',
      multiple: 'The processing fee “{quote}” is not a multiple of 10 yuan',
      table: 'The text states a processing fee of “{quote}”, but the fees in table 2 are {amount} (10,000 yuan), which leaves it out',
      unit: 'The text states a processing fee of “{quote}”, and table 2 has the same number {amount}, but its unit is 10,000 yuan',
      silent: 'The report does not say whether processing fees were charged',
    },
  },
  examples: {
    good: [
      { name: '没有收取' },
      { name: '收取并计入表二', set: { '/sections/5/paragraphs/0': '本年度收取政府信息公开信息处理费3件，共计1200元，其中按件收取300元，按量收取900元。' } },
      { name: '收费标准', set: { '/sections/5/paragraphs/0': '信息处理费按件计收的，每件收费标准为100元；本年度未收取信息处理费。' } },
    ],
    bad: [
      {
        name: '分项不等于总额',
        set: { '/sections/5/paragraphs/0': '本年度收取信息处理费1200元，其中按件收取300元，按量收取800元，其他0元。' },
        expect: ['/sections/5/paragraphs/0'],
      },
      { name: '不是10元的倍数', set: { '/sections/5/paragraphs/0': '本年度共收取信息处理费1205元。' }, expect: ['/sections/5/paragraphs/0'] },
      {
        name: '没有计入表二',
        set: { '/sections/5/paragraphs/0': '本年度共收取信息处理费1200元。', '/tables/disclosure/fees/amount': 0 },
        expect: ['/sections/5/paragraphs/0'],
      },
      {
        name: '元当作万元填',
        set: { '/sections/5/paragraphs/0': '本年度共收取信息处理费1200元。', '/tables/disclosure/fees/amount': 1200 },
        expect: ['/sections/5/paragraphs/0'],
      },
      { name: '只字未提', set: { '/sections/5/paragraphs/0': '无其他需要报告的事项。' }, expect: ['/sections/5'] },
    ],
  },
  *check(report, context) {
    const { sentences } = context.claims;
    for (const { pointer, span, total, sum } of brokenFeeLists(sentences)) {
      yield { on: pointer, span, message: 'sum', data: { total, sum }, actual: sum, expected: total };
    }
    const fees = statedFees(sentences);
    for (const { pointer, span, yuan, step } of fees) {
      if (step <= 1 && yuan % 10 !== 0) yield { on: pointer, span, message: 'multiple', actual: yuan };
    }
    // Of several amounts (notified, charged, items) the smallest is the one that must be in the table.
    const [least] = fees.filter(({ yuan }) => yuan > 0).sort((a, b) => a.yuan - b.yuan);
    const amount = context.value(AMOUNT);
    if (least && typeof amount === 'number') {
      const { pointer, span, yuan, step } = least;
      const related = [{ pointer: AMOUNT }];
      if (amount === yuan) yield { on: pointer, span, message: 'unit', data: { amount }, actual: amount, expected: yuan / YUAN, related };
      // The table may round to the hundred yuan.
      else if (amount < (yuan - Math.max(step, 50)) / YUAN) yield { on: pointer, span, message: 'table', data: { amount }, actual: amount, related };
    }
    const other = report.sections.findIndex(({ key, paragraphs }) => key === 'other' && paragraphs.some((text) => text.trim() !== ''));
    if (other !== -1 && !context.paragraphs.some(({ text }) => mentionsFee(text)))
      yield { on: `/sections/${other}`, message: 'silent', help: SILENT, weaker: 'info' };
  },
});
