import type { Sentence } from '../../../base/errors.js';
import { type CellPointer, cellsOf, type TableSpec } from '../../../form/editions/index.js';
import { cellName } from '../../../form/model/names.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { lastYear } from '../last-year.js';

/** A figure ten thousand times last year's, give or take what a year brings, is 元 in a column of 万元. */
const YUAN = { from: 2000, to: 50000 } as const;

const TOTAL = /(?:^|\/)total$/;

/** The figures that are compared: totals, and figures of which there is one a row. Parts of a total move with it. */
function compared(spec: TableSpec): readonly { readonly pointer: CellPointer; readonly amount: boolean }[] {
  return cellsOf(spec).flatMap(({ pointer, column }) => {
    const total = TOTAL.test(column.key) || !cellsOf(spec).some((other) => TOTAL.test(other.column.key));
    return total && column.kind !== 'change' ? [{ pointer, amount: column.kind === 'amount' }] : [];
  });
}

/** Outcomes of requests are many small figures that move from year to year. */
const LEFT_OUT = /^\/tables\/requests\/outcomes\/(?!total)/;

function nameOf(pointer: CellPointer): Sentence {
  return { zh: cellName(pointer) ?? pointer, en: cellName(pointer, 'en') ?? pointer };
}

export default defineRule({
  id: 'history/jump',
  severity: 'warning',
  basis: form('二至四部分各表'),
  docs: {
    zh: {
      title: '与去年相比大幅变动',
      what: '各表的总数与去年同一格比较，超过去年五倍或者不到五分之一的，予以提示（两年都不到五十件、一百万元的不比；从无到有、从有到无的，按起点算倍数）；收费金额约为去年一万倍或者万分之一的，疑为元与万元混淆，予以警告。倍数和起点由配置方案（jump）规定。',
      why: '业务量一般不会一年变几倍；大幅变动多半是多写、少写了一位数，单位不对，或者统计口径变了而没有说明。',
      fix: '核对这一格；数字无误的，在正文中说明变动的原因。',
    },
    en: {
      title: 'A figure has jumped against last year',
      what: 'Totals are held against last year’s: more than five times or less than a fifth is a matter to look at (both years below fifty, or a million yuan, are left alone; nothing counts as the bound); fees some ten thousand times last year’s, or that part of them, were probably written in 元 for 万元. Factor and bounds are set by a profile (jump).',
      why: 'Work rarely grows several times in a year: a digit too many or too few, another unit of money, or another way of counting that the text does not explain.',
      fix: 'Check the cell; where it is right, explain the change in the text.',
    },
  },
  message: {
    zh: {
      jumped: '“{cell}”去年（{year}年）是 {before}，今年是 {now}，变动较大',
      yuan: '“{cell}”去年（{year}年）是 {before} 万元，今年是 {now} 万元，相差约一万倍，疑有一年以元填写',
    },
    en: {
      jumped: '“{cell}” was {before} in {year} and is {now} now, a large change',
      yuan: '“{cell}” was {before} in {year} and is {now} now, some ten thousand times apart: one of the years was probably written in 元 for 万元',
    },
  },
  examples: {
    good: [
      { name: '两年相近', previous: {} },
      { name: '小数字翻几倍', previous: { '/tables/disclosure/coercion/decisions': 4 } },
    ],
    bad: [
      { name: '行政许可是去年的十几倍', previous: { '/tables/disclosure/licensing/decisions': 102 }, expect: ['/tables/disclosure/licensing/decisions'] },
      {
        name: '收费金额以元填写',
        previous: { '/tables/disclosure/fees/amount': 0.0318 },
        set: { '/tables/disclosure/fees/amount': 318.46 },
        expect: ['/tables/disclosure/fees/amount'],
      },
    ],
  },
  yieldsTo: ['history/carry-over', 'history/in-force', 'cells/unit'],
  *check(_report, context) {
    const before = lastYear(context);
    const { jump } = context.duties;
    if (!before || !jump) return;
    for (const { spec } of Object.values(context.reading.tables)) {
      for (const { pointer, amount } of compared(spec)) {
        const [now, then] = [context.value(pointer), before.value(pointer)];
        if (typeof now !== 'number' || typeof then !== 'number' || now < 0 || then < 0 || LEFT_OUT.test(pointer)) continue;
        const [most, least] = [Math.max(now, then), Math.min(now, then)];
        // Nothing against something is a jump when it would be one against the least that is compared.
        const floor = amount ? jump.leastAmount : jump.least;
        const data = { cell: nameOf(pointer), year: before.year, before: then, now };
        const ratio = most / (least || floor);
        if (amount && least > 0 && ratio >= YUAN.from && ratio <= YUAN.to) yield { on: pointer, message: 'yuan', data, actual: now };
        else if (ratio > jump.factor && most >= floor) yield { on: pointer, message: 'jumped', data, actual: now, weaker: 'info' };
      }
    }
  },
});
