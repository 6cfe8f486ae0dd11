import { cellPointer, tableSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { regulation } from '../basis.js';
import { lastYear } from '../last-year.js';
import { columnOf } from '../sums.js';

const FORWARD = 'carriedForward';
const OVER = 'carriedOver';

export default defineRule({
  id: 'history/carry-over',
  severity: 'error',
  basis: regulation('第五十条第一款第（三）项'),
  docs: {
    zh: {
      title: '上年结转与去年报告的结转下年度不一致',
      what: '表三逐列核对：今年的“二、上年结转政府信息公开申请数量”应当等于去年报告的“四、结转下年度继续办理”。',
      why: '去年没有办完的申请今年接着办理，是同一批申请，数量只能相同；不一致说明有一年填错，或者漏填了结转。',
      fix: '以去年已公布的报告为准更正今年的上年结转数；确系去年有误的，更正去年的报告并在正文中说明。',
    },
    en: {
      title: 'Carried over differs from what last year carried forward',
      what: 'Table 3, column by column: carried over from last year must equal what last year’s report carried forward.',
      why: 'They are the very same requests, so the counts can only be equal; otherwise one of the two years is wrong.',
      fix: 'Correct this year’s figure after last year’s published report; if last year was wrong, correct that report and say so in the text.',
    },
  },
  message: {
    zh: { differs: '“{column}”列：去年（{year}年）结转下年度 {before}，今年上年结转填的是 {now}' },
    en: { differs: 'Column “{column}”: {year} carried {before} forward, this year says {now} carried over' },
  },
  examples: {
    good: [
      { name: '逐列相同', previous: {} },
      { name: '去年的报告没有这张表', previous: { '/tables': {} } },
    ],
    bad: [
      {
        name: '上年结转漏填',
        previous: {},
        set: { '/tables/requests/carriedOver/naturalPerson': 0, '/tables/requests/carriedOver/total': 1 },
        expect: ['/tables/requests/carriedOver/naturalPerson'],
      },
      {
        name: '各列没有填，总计不同',
        previous: {
          '/tables/requests/carriedForward/naturalPerson': null,
          '/tables/requests/carriedForward/enterprise': null,
          '/tables/requests/carriedForward/total': 9,
        },
        expect: ['/tables/requests/carriedOver/total'],
      },
    ],
  },
  *check(_report, context) {
    const before = lastYear(context);
    if (!before) return;
    const columns = tableSpec(context.edition, 'requests').blocks.flatMap((block) => block.columns);
    const differing = columns.flatMap((column) => {
      const pointer = cellPointer('requests', OVER, column.key);
      const now = context.value(pointer);
      const then = before.value(cellPointer('requests', FORWARD, column.key));
      return typeof now === 'number' && typeof then === 'number' && now !== then ? [{ column, pointer, now, then }] : [];
    });
    // A total that differs because a column does is the same fault.
    const parts = differing.filter(({ column }) => column.key !== 'total');
    for (const { pointer, now, then } of parts.length > 0 ? parts : differing) {
      yield { on: pointer, data: { column: columnOf(pointer), year: before.year, before: then, now }, actual: now, expected: then };
    }
  },
});
