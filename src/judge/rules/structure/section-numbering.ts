import { toHalfWidth } from '../../../base/text/normalise.js';
import { ordinalOf } from '../../../base/text/ordinal.js';
import { editionSpec } from '../../../form/editions/index.js';
import type { HeadingFact } from '../../../form/model/reading.js';
import { defineRule } from '../../rule.js';
import { form } from '../basis.js';

const ORDINALS = '一二三四五六七八九十';

/** The number that a heading prints, whatever its style; 0 when it prints none, NaN when it cannot be told. */
function numberOf(printed: string): number {
  const digits = toHalfWidth(printed).replace(/[第、.,，。:：()（）〔〕【】[\]\s]/g, '');
  return digits === '' ? 0 : ordinalOf(digits);
}

/** Whether the number is printed as the form does: 一、 */
function isFormStyle(printed: string): boolean {
  return /^[一二三四五六七八九十]+[、.．,，:：]?$/.test(printed.trim());
}

export default defineRule({
  id: 'structure/section-numbering',
  severity: 'warning',
  basis: form('一至六部分的编号'),
  docs: {
    zh: {
      title: '部分的编号不对',
      what: '六个部分标题前的编号错号、重号或者没有编号；编号形式不是“一、”的另作提示。',
      why: '统一格式为六个部分编了固定的序号；错号多半是增删部分后没有调整，或者自动编号丢失。',
      fix: '按统一格式编为一至六；自行增加的部分并入规定的六个部分。',
    },
    en: {
      title: 'A section number is wrong',
      what: 'The number before a heading is wrong, repeated or missing; another style than 一、 is a matter of tidiness.',
      why: 'The form numbers its six sections; a wrong number mostly comes from a section added or taken out, or from automatic numbering that was lost.',
      fix: 'Number the sections 一 to 六 as in the form and move sections of your own into them.',
    },
  },
  message: {
    zh: {
      wrong: '“{heading}”的编号应为“{number}、”',
      repeated: '“{heading}”与前面的部分编号重复，应为“{number}、”',
      missing: '“{heading}”没有编号，应为“{number}、”',
      none: '各部分的标题都没有编号，应编为“一、”至“六、”',
      style: '“{heading}”的编号形式应为“{number}、”',
    },
    en: {
      wrong: '“{heading}” should have the number “{number}、”',
      repeated: '“{heading}” repeats the number of an earlier section; it should be “{number}、”',
      missing: '“{heading}” has no number; it should be “{number}、”',
      none: 'No section heading has a number; they should be “一、” to “六、”',
      style: 'The number of “{heading}” should have the form “{number}、”',
    },
  },
  examples: {
    good: [
      { name: '编号为一至六' },
      {
        name: '缺一个部分而后面顺延，由 structure/missing-section 报告',
        remove: ['/sections/3'],
        set: { '/sections/4/heading': '四、存在的主要问题及改进情况', '/sections/5/heading': '五、其他需要报告的事项' },
      },
    ],
    bad: [
      { name: '重号', set: { '/sections/3/heading': '三、政府信息公开行政复议、行政诉讼情况' }, expect: ['/sections/3/heading'] },
      { name: '跳号', set: { '/sections/5/heading': '七、其他需要报告的事项' }, expect: ['/sections/5/heading'] },
      { name: '一个标题没有编号', set: { '/sections/4/heading': '存在的主要问题及改进情况' }, expect: ['/sections/4/heading'] },
      { name: '编号形式不同', set: { '/sections/0/heading': '（一）总体情况' }, expect: ['/sections/0/heading'] },
    ],
  },
  *check(report, context) {
    const { headings } = context.reading;
    const { sections } = editionSpec(context.edition);
    if (headings.length > 1 && headings.every(({ number }) => number === '')) {
      yield { on: '/sections', message: 'none', weaker: 'info' };
      return;
    }
    const order = headings.map((heading: HeadingFact) => sections.findIndex(({ key }) => key === report.sections[Number(heading.pointer.split('/')[2])]?.key));
    const inOrder = order.every((own, index) => index === 0 || own > order[index - 1]!);
    for (const [index, { pointer, number }] of headings.entries()) {
      const due = order[index]! + 1;
      if (due === 0) continue;
      const printed = numberOf(number);
      const data = { heading: report.sections[Number(pointer.split('/')[2])]!.heading, number: ORDINALS[due - 1]! };
      // Sections left out or out of order are spoken of by their own rules; numbers that run on through them are no second fault.
      const missing = sections.slice(0, due - 1).filter((_, earlier) => !order.includes(earlier)).length;
      if (printed === 0) yield { on: pointer, message: 'missing', data };
      else if (printed === due || (missing > 0 && printed === due - missing) || (!inOrder && printed === index + 1)) {
        if (!isFormStyle(number)) yield { on: pointer, message: 'style', data, weaker: 'info' };
      } else {
        const repeated = headings.slice(0, index).some((earlier) => numberOf(earlier.number) === printed);
        yield { on: pointer, message: repeated ? 'repeated' : 'wrong', data };
      }
    }
  },
});
