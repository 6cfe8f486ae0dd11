import { editionSpec } from '../../../form/editions/index.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';
import { sectionWords, tableWords } from '../wording.js';

/** Indices that must move for the rest to rise: all but one longest rising run. */
function displaced(order: readonly number[]): readonly number[] {
  const runs: number[][] = [];
  order.forEach((value, index) => {
    const before = runs.filter((run) => order[run.at(-1)!]! < value).reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
    runs.push([...before, index]);
  });
  const longest = runs.reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
  return order.flatMap((_, index) => (longest.includes(index) ? [] : [index]));
}

export default defineRule({
  id: 'structure/section-order',
  severity: 'error',
  basis: form('一至六部分的次序'),
  docs: {
    zh: {
      title: '各部分次序不对',
      what: '六个部分没有按统一格式的次序排列，或者两张表放反了位置。',
      why: '统一格式规定了各部分的次序，各单位一致才能对照和汇总。',
      fix: '把这一部分（这张表）移到规定的位置，并核对各部分的编号。',
    },
    en: {
      title: 'A section is out of order',
      what: 'The six sections do not follow each other as in the form, or two tables have changed places.',
      why: 'The form fixes their order, so that reports can be compared and added up.',
      fix: 'Move the section (or the table) to its place and check the numbers of all headings.',
    },
  },
  message: {
    zh: { displaced: '“{heading}”的位置不对，应在“{neighbour}”之{side}', swapped: '{one}和{other}放反了位置，应对调' },
    en: { displaced: '“{heading}” is out of place: it belongs {side} {neighbour}', swapped: '{one} and {other} have changed places' },
  },
  examples: {
    good: [{ name: '次序正确' }, { name: '缺一个部分不算次序不对', remove: ['/sections/2'] }],
    bad: [
      {
        name: '两张表放反了',
        tables: { requests: { under: 'disputes' }, disputes: { under: 'requests' } },
        expect: ['/tables/requests'],
      },
      {
        name: '第五部分写在第二部分之前',
        set: {
          '/sections/1': { key: 'problems', heading: '二、存在的主要问题及改进情况', paragraphs: ['公开内容更新不够及时，下一步将完善协调机制。'] },
          '/sections/2': { key: 'disclosure', heading: '三、主动公开政府信息情况', paragraphs: [] },
          '/sections/3': { key: 'requests', heading: '四、收到和处理政府信息公开申请情况', paragraphs: [] },
          '/sections/4': { key: 'disputes', heading: '五、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
        },
        expect: ['/sections/1'],
      },
    ],
  },
  *check(report, context) {
    const { sections, tables } = editionSpec(context.edition);
    const printed = tables.map(({ key }) => key);
    for (const { spec, under } of Object.values(context.reading.tables)) {
      const other = under && context.reading.tables[under];
      // Said once, of the table that comes first in the form; two tables under one heading lack the other heading.
      if (!other || other.under !== spec.key || printed.indexOf(spec.key) > printed.indexOf(under)) continue;
      yield { on: `/tables/${spec.key}`, message: 'swapped', data: { one: tableWords(spec.key), other: tableWords(under) } };
    }
    const order = report.sections.map(({ key }) => sections.findIndex((section) => section.key === key));
    for (const index of displaced(order)) {
      const own = order[index]!;
      const before = Math.max(-1, ...order.filter((other) => other < own));
      const after = Math.min(...order.filter((other) => other > own));
      const neighbour = sections[before === -1 ? after : before];
      if (!neighbour) continue;
      yield {
        on: `/sections/${index}`,
        message: 'displaced',
        data: {
          heading: report.sections[index]!.heading,
          neighbour: sectionWords(neighbour.key),
          side: before === -1 ? { zh: '前', en: 'before' } : { zh: '后', en: 'after' },
        },
      };
    }
  },
});
